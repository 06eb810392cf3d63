/* A session: a plan being done. A state machine that is told the time, takes commands and gives
 * events; it has no clock, no thread and no callback of its own. One thread at a time.
 *
 * now_ms is any monotonic clock in milliseconds that only this session's caller knows; it must
 * never run backwards (smaller values are taken as the last one). "Session time" is the time since
 * the start without pauses. DESIGN.md: "Sessions", "Cues", "Fixed". */
#ifndef PLIE_SESSION_SESSION_H
#define PLIE_SESSION_SESSION_H

#include "plan/cue_sheet.h"
#include "plan/plan.h"

#define PLIE_GAP_MS 5000      /* a longer gap between two calls pauses the session */
#define PLIE_PREVIOUS_MS 3000 /* previous restarts the interval when further in than this */
#define PLIE_MORE_REST_MS 10000
#define PLIE_PRAISED_PERCENT                                                                       \
    90                         /* of the work: with less of it done the closing line is not said   \
                                */
#define PLIE_HEARTBEAT_MS 2500 /* next_wake is never further off, lest waiting look like a gap */

typedef enum {
    PLIE_COMMAND_PAUSE,
    PLIE_COMMAND_RESUME,
    PLIE_COMMAND_NEXT,
    PLIE_COMMAND_PREVIOUS,
    PLIE_COMMAND_JUMP,      /* argument: the index of an interval */
    PLIE_COMMAND_MORE_REST, /* in a rest, round rest, switch, transition or prepare */
    PLIE_COMMAND_DONE,      /* in self-paced work */
    PLIE_COMMAND_EASIER,    /* this exercise (or the next one, outside work) from here on */
    PLIE_COMMAND_HARDER,
    PLIE_COMMAND_STOP /* at once; the question before it belongs to the screen */
} plie_command;

typedef enum {
    PLIE_EVENT_STARTED,
    PLIE_EVENT_INTERVAL, /* interval: its index */
    PLIE_EVENT_REP,      /* n; not of holds, nor of self-paced work */
    PLIE_EVENT_BEEP,     /* tone, cue */
    PLIE_EVENT_SAY,      /* text, duration_ms, cue */
    PLIE_EVENT_PAUSED,   /* text: why, a plain clause */
    PLIE_EVENT_RESUMED,
    PLIE_EVENT_SKIPPED, /* interval: the one left; to: the one gone to, interval_count at the end */
    PLIE_EVENT_CHANGED, /* exercise, and from: the one it replaces; original */
    PLIE_EVENT_FINISHED /* completed, totals; always the last event */
} plie_event_kind;

typedef struct {
    plie_event_kind kind;
    int64_t t_ms; /* session time at which it is due, not when it was polled */
    int interval;
    int to;
    int n;
    plie_tone tone;
    int64_t cue;      /* number of the cue, as in plie_scheduled_cue */
    const char *text; /* lives until the session is freed */
    int duration_ms;
    const plie_exercise *exercise, *from;
    const plie_exercise *original; /* as the program has it, whatever was done in its place */
    bool completed;                /* the plan's end was reached, by time or by next */
    plie_plan_totals totals; /* what was done; reps and time of what was skipped do not count */
} plie_event;

typedef enum {
    PLIE_SESSION_RUNNING,
    PLIE_SESSION_PAUSED,
    PLIE_SESSION_CLOSING, /* the plan is done, the closing line is being said */
    PLIE_SESSION_FINISHED
} plie_session_state;

typedef struct plie_session plie_session;

/* Copies the plan; the program and the library must outlive the session. lengths may be NULL, and
 * is copied. The session starts at interval first (0 for all) at now_ms. The caller owns it. */
plie_session *plie_session_start(const plie_plan *plan, const plie_line_lengths *lengths,
                                 double weight_kg, int first, int64_t now_ms);
void plie_session_free(plie_session *session);

/* Brings the session to now_ms: intervals end and begin, events become due. A gap of more than
 * PLIE_GAP_MS since the last call pauses at the last call's time and says why, unless virtual_time
 * was set. */
void plie_session_advance(plie_session *session, int64_t now_ms);

/* For a caller whose time may leap on purpose (exports, headless at full speed): no gap pauses. */
void plie_session_set_virtual_time(plie_session *session, bool virtual_time);

/* Carries out a command at now_ms (advancing to it first). False where it does not apply in this
 * state (pause while paused, done while resting, no easier form): nothing changed then.
 *
 * Next, previous and jump go there while paused too, and stay paused; only next in the last
 * interval ends the pause and finishes. Done needs a running session. While the closing line is
 * being said, stop alone applies, and the session is complete all the same. */
bool plie_session_command(plie_session *session, plie_command command, int argument,
                          int64_t now_ms);

/* The next event, in order of time; false when there is none. */
bool plie_session_poll(plie_session *session, plie_event *event);

/* When the session next needs plie_session_advance, on the caller's clock: the next event's time,
 * or a heartbeat before it. INT64_MAX while paused or finished, and in virtual time also while
 * nothing but a command can go on (self-paced work). */
int64_t plie_session_next_wake_ms(const plie_session *session);

/* A cue that will sound, for a device that must have it ahead. */
typedef struct {
    int64_t cue;    /* its number: the same cue keeps it; never used again for another */
    int64_t due_ms; /* on the caller's clock */
    plie_cue_kind kind;
    plie_tone tone;
    const char *text; /* these two live until the session is freed */
    const char *clip;
    int duration_ms;
} plie_scheduled_cue;

/* The cues due from the session's current time (those that sound at this very moment too) to
 * until_ms on the caller's clock, if nothing intervenes; at most count are written. Returns how
 * many. 0 while paused. A command may bring a cue that is due at once and was in no list. */
size_t plie_session_upcoming(const plie_session *session, int64_t until_ms,
                             plie_scheduled_cue *cues, size_t count);

/* Grows with every command that made scheduled cues void (pause, skip, change, stop, ...): what was
 * handed to a device before and has not sounded must be taken back. A line that is being said ends
 * where one pauses, stops or goes elsewhere, and goes on after more rest or a change. */
int plie_session_schedule_generation(const plie_session *session);

/* Whether rep work waits for the person, from the next interval on. */
void plie_session_set_self_paced(plie_session *session, bool self_paced);

/* New lengths of lines (a voice that has measured them by now): used from the next interval on. */
void plie_session_use_lengths(plie_session *session, const plie_line_lengths *lengths);

/* What a screen shows. Pointers live until the next call that changes the session. */
typedef struct {
    plie_session_state state;
    const plie_plan *plan; /* the session's own copy, with changes */
    int interval;
    int64_t interval_elapsed_ms;
    int64_t interval_left_ms;     /* 0 and waiting for self-paced work that is over its estimate */
    int64_t interval_duration_ms; /* with more rest added */
    int reps_done;                /* of this interval */
    int64_t session_ms;           /* session time */
    int64_t plan_left_ms;         /* what is left of the plan from here */
    const char *paused_why;
    const char *caption; /* the line being said, or NULL */
    bool can_easier, can_harder;
    plie_plan_totals totals; /* done so far */
} plie_session_view;
plie_session_view plie_session_look(const plie_session *session);

/* How much of an interval's duration was really spent in it, 0 to the duration in the plan; what
 * was skipped does not count, what a person said is done counts whole. 0 for an index that is out
 * of range. */
int64_t plie_session_done_ms(const plie_session *session, int interval);

/* The time really spent in it, without pauses: of work the sum of all is that of the totals. Longer
 * than its duration where one was slow, rested on or went back to it, shorter where one was quick.
 */
int64_t plie_session_spent_ms(const plie_session *session, int interval);

#endif
