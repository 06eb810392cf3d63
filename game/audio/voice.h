/* The voice: lines spoken ahead of their need by one worker thread, kept by text and clip.
 *
 * A recording wins over the synthetic voice: a line's clip from the program's folder, else a file
 * named by the line's words ("Switch sides." is switch-sides.wav) in the person's sounds or the
 * shipped ones. What cannot be spoken stays a caption.
 *
 * Measured lengths are kept for good; samples up to PLIE_VOICE_BUDGET bytes, the most needed ones,
 * and spoken again when they are wanted again. All functions are for one thread, the caller's; the
 * worker is the voice's own business. At most one voice at a time. */
#ifndef PLIE_AUDIO_VOICE_H
#define PLIE_AUDIO_VOICE_H

#include "base/diagnostics.h"
#include "plan/cue_sheet.h"
#include "sound/mixdown.h"
#include <stdbool.h>

#define PLIE_VOICE_BUDGET ((size_t)6 << 20) /* some three minutes of speech */

typedef struct plie_voice plie_voice;

/* Folders may be NULL, and are copied. */
typedef struct {
    const char *program_folder; /* where clips are */
    const char *own_sounds;     /* the person's recordings: DATA/sounds */
    const char *shipped_sounds; /* share/plie/sounds; recordings are in its folder "voice" */
    const char *language;       /* of the program; the synthetic voice is silent unless English */
    size_t budget;              /* 0: PLIE_VOICE_BUDGET */
} plie_voice_sources;

typedef struct {
    const char *text;
    const char *clip; /* relative to the program's folder, or NULL */
} plie_line;

/* The samples of a line, held until plie_voice_release. */
typedef struct plie_spoken plie_spoken;

typedef enum {
    PLIE_LINE_WAITING, /* not spoken yet, or forgotten: want it */
    PLIE_LINE_READY,
    PLIE_LINE_CANNOT /* there is no sound for this line: only its caption */
} plie_line_state;

/* Starts the worker; it speaks nothing until lines are wanted. NULL if there can be no thread. */
plie_voice *plie_voice_start(const plie_voice_sources *sources);

/* Waits for the line being spoken (some tens of milliseconds) and frees everything, held lines
 * too: no audio thread may use them any more. NULL is allowed. */
void plie_voice_stop(plie_voice *voice);

/* Lines to be spoken, most needed first; they come before all that was wanted earlier and is not
 * spoken yet. Texts are copied. */
void plie_voice_want(plie_voice *voice, const plie_line *lines, size_t count);

/* Every line that a plan could say, in the order of need. */
void plie_voice_want_plan(plie_voice *voice, const plie_plan *plan);

/* Holds a line if it is ready: *spoken stays valid until it is released, whatever happens. */
plie_line_state plie_voice_hold(plie_voice *voice, plie_line line, plie_spoken **spoken);

/* The same, but wants the line first and waits until it is ready or cannot be spoken. */
plie_line_state plie_voice_wait(plie_voice *voice, plie_line line, plie_spoken **spoken);

void plie_voice_release(plie_voice *voice, plie_spoken *spoken);

const plie_sound *plie_spoken_sound(const plie_spoken *spoken);
bool plie_spoken_is_recorded(const plie_spoken *spoken);

/* Whether there is a synthetic voice in the program's language. A line that it cannot speak is told
 * by a soft beep (PLIE_TONE_TICK) that one should look up; where there is none, by nothing. */
bool plie_voice_is_synthetic(const plie_voice *voice);

/* How many of the lines ever wanted are measured (or cannot be spoken), and how many there are. */
typedef struct {
    size_t measured;
    size_t wanted;
} plie_voice_progress;
plie_voice_progress plie_voice_look(plie_voice *voice);

/* Waits until all wanted lines are measured, or until so many are; for exports. */
void plie_voice_wait_measured(plie_voice *voice, size_t count);

/* Adds the lengths known so far, rounded up to milliseconds: of a line by its text, of one with a
 * clip by the clip's name, as the cue sheet looks them up. */
void plie_voice_add_lengths(plie_voice *voice, plie_line_lengths *lengths);

/* Moves what went wrong since the last call, as plain sentences, to the end of a list. */
void plie_voice_take_problems(plie_voice *voice, plie_diagnostics *problems);

/* Bytes of samples kept. */
size_t plie_voice_memory(plie_voice *voice);

#endif
