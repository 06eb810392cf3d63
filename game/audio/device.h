/* The sound device: SDL_mixer at 48 kHz, stereo, 16 bits, and in its post-mix a thin pull on the
 * mixdown (sound/mixdown.h). Between cues it plays silence, so that wireless speakers stay awake.
 *
 * All functions are for the main thread. Sounds go to the audio thread and come back through
 * lock-free rings. Without a device every call is allowed and does nothing. */
#ifndef PLIE_AUDIO_DEVICE_H
#define PLIE_AUDIO_DEVICE_H

#include "sound/mixdown.h"
#include <SDL.h>
#include <stdbool.h>

#define PLIE_NO_FRAME ((int64_t)-1)

typedef enum { PLIE_LOUDNESS_BEEPS, PLIE_LOUDNESS_VOICE, PLIE_LOUDNESS_MUSIC } plie_loudness;
#define PLIE_LOUDNESS_COUNT 3
#define PLIE_CUE_LOUDNESS_COUNT PLIE_LOUDNESS_MUSIC /* of what can be placed */

typedef struct plie_device plie_device;

/* A device that is not open yet. now_ns is the session's clock, whose milliseconds are due_ms
 * below: monotonic, and safe to call on the audio thread. The caller frees it. */
plie_device *plie_device_new(int64_t (*now_ns)(void));

/* Closes it first. NULL is allowed. What was placed and not taken by plie_device_poll_retired is
 * forgotten. */
void plie_device_free(plie_device *device);

/* Opens the default device, starting SDL's audio subsystem. False where there is none: the workout
 * goes on, and plie_device_problem says so. */
bool plie_device_open(plie_device *device);
void plie_device_close(plie_device *device);

/* Opens it without SDL: whoever calls plie_device_pull is the audio thread. For tests. */
void plie_device_open_offline(plie_device *device);

/* The next frames as they would be played, added to interleaved stereo samples, which hold music or
 * silence. */
void plie_device_pull(plie_device *device, int16_t *stereo, size_t frame_count);

bool plie_device_is_open(const plie_device *device);

/* A plain sentence on why nothing is heard, or NULL while the device is open. Static. */
const char *plie_device_problem(const plie_device *device);

/* To be given every event of SDL. Closes a device that was lost, and opens one that came (or
 * another one that is there). True if it is now open and was not, or the other way round, or if
 * another one took its place; frames count from 0 again after that, and everything placed is void.
 *
 * A switch of the system's default device is no event of SDL: PulseAudio and PipeWire move the
 * stream themselves, and tell nobody. A device that comes while one plays changes nothing. */
bool plie_device_handle_event(plie_device *device, const SDL_Event *event);

/* Places a sound so that its first sample sounds at due_ms; if that is past, at once. owner is
 * given back when the sound is done with; until then its samples must stay. limit_ms cuts it off
 * softly after so long, 0 for never. Returns the frame, or PLIE_NO_FRAME if there is no device or
 * too much was placed: owner is not taken then. */
int64_t plie_device_place(plie_device *device, int64_t cue, int64_t due_ms, plie_sound sound,
                          plie_loudness loudness, int limit_ms, void *owner);

/* What was placed for a time later than after_ms, and has not begun, will not sound. */
void plie_device_take_back(plie_device *device, int64_t after_ms);

/* Nothing placed so far sounds from now on: what has begun fades within 5 ms. */
void plie_device_hush(plie_device *device);

/* Hushes, and waits until the audio thread holds no sound any more; closes a device that does not
 * let go. Then all owners can be polled and all samples freed. */
void plie_device_drain(plie_device *device);

/* The owner of a sound that the audio thread is done with; false if there is none. */
bool plie_device_poll_retired(plie_device *device, void **owner);

/* The frame at which the first sample of a cue sounds (or sounded), counted since the device was
 * opened; PLIE_NO_FRAME for a cue that was not placed or is long past. */
int64_t plie_device_frame_of(plie_device *device, int64_t cue);

/* From 0 to 1; changes are smooth. 1 at first. */
void plie_device_set_volume(plie_device *device, plie_loudness loudness, double volume);
void plie_device_set_mute(plie_device *device, bool mute);

/* Music that SDL_mixer plays is heard, or is not; the way between takes fade_ms. Not heard at
 * first, and after the device was closed. */
void plie_device_fade_music(plie_device *device, bool heard, int fade_ms);

/* True once a fade out is over, or without a device. */
bool plie_device_music_is_silent(const plie_device *device);

/* closing is called whenever an open device is about to be closed, for what SDL_mixer must give
 * back before. NULL for none. */
void plie_device_on_closing(plie_device *device, void (*closing)(void *user), void *user);

/* Keeps frames in step with the clock, where that is allowed; after a loss, tries now and then to
 * open a device again, more and more seldom. Once a loop pass. */
void plie_device_update(plie_device *device);

/* Frames played since the device was opened, how often its clock was corrected since then, a number
 * that grows whenever it is opened or closed, and how often it was lost. */
typedef struct {
    int64_t frames;
    int corrections;
    int changes;
    int losses;
} plie_device_facts;
plie_device_facts plie_device_look(const plie_device *device);

#endif
