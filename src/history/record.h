/* What is kept of a session: one record, and one of each interval that was begun. Plain data; texts
 * belong to whoever made the record, mostly the arena of a list. */
#ifndef PLIE_HISTORY_RECORD_H
#define PLIE_HISTORY_RECORD_H

#include "base/calendar.h"
#include "plan/plan.h"

#define PLIE_SESSION_ID_LENGTH 32 /* hexadecimal digits, small letters */
#define PLIE_HARDEST 10           /* of how hard it was: 1 to 10, 0 where nobody said */

typedef struct {
    const char *id; /* of the session, unique everywhere: PLIE_SESSION_ID_LENGTH digits */
    plie_moment start;
    int64_t end_ms; /* UTC: when it was last worked on; 0: not known; see plie_session_end_ms */
    const char *program; /* as in a catalogue: its id, or a path */
    const char *name;    /* the program's name then */
    uint64_t content;    /* the program's: tells whether it has changed; 0: not known */
    plie_level level;
    int minutes; /* 0: as written */
    int circuit; /* where rotating segments started, 0 the first */
    int raised;  /* as in plie_choices */
    bool cardio_first, low_impact, self_paced;
    plie_part_length warmup, stretch;
    int64_t planned_ms, planned_work_ms; /* of the whole plan */
    int planned_reps;
    int64_t active_ms; /* session time without pauses, as far as it went */
    int64_t work_ms;   /* work that was really done; likewise reps and kcal */
    int reps;
    double kcal;
    int effort;     /* how hard it was */
    bool completed; /* the plan's end was reached */
} plie_session_record;

typedef struct {
    int index; /* in the session's plan */
    plie_interval_kind kind;
    const char *exercise; /* of work: its id, else NULL */
    const char *name;     /* of work: the exercise's name, else NULL */
    plie_side side;
    int round, set;   /* from 1; 0 where absent */
    int reps;         /* done, as plie_interval_rep_count counts them; of holds, the holds */
    int64_t start_ms; /* session time */
    int64_t done_ms;  /* really spent in it */
} plie_interval_record;

/* When it was last worked on, in UTC: where that is not known, it went on without pauses. */
int64_t plie_session_end_ms(const plie_session_record *record);

/* A workout of less work than this is neither counted by advice nor does it move a rotation on. */
#define PLIE_COUNTED_WORK_MS INT64_C(300000)

/* One of less work than this is kept, with its minutes, but it is no session where sessions, days
 * and weeks in a row are counted, and nobody is asked how hard it was. */
#define PLIE_SESSION_WORK_MS INT64_C(60000)

#endif
