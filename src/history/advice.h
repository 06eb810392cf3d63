/* What to do next, from what was done: EXERCISES.md, sections 1 ("Rules of the scheme") and 5
 * ("Advice from history"). Proposals only: whoever shows them leaves the choice to the person.
 *
 * Pure functions. Sessions with less than PLIE_COUNTED_WORK_MS of work count for nothing here. */
#ifndef PLIE_HISTORY_ADVICE_H
#define PLIE_HISTORY_ADVICE_H

#include "history/history.h"

#define PLIE_EASY_EFFORT 4          /* at most: "it felt easy" */
#define PLIE_VERY_HARD_EFFORT 8     /* at least: "very hard" */
#define PLIE_SESSIONS_IN_7_DAYS 3   /* more are too many */
#define PLIE_REST_HOURS 48          /* from the end of one of the same program */
#define PLIE_WEEKLY_GOAL_MINUTES 60 /* unless a person sets another */

typedef enum {
    PLIE_ADVICE_NONE,
    PLIE_ADVICE_REST,      /* a day off */
    PLIE_ADVICE_MORE_REPS, /* two in a row were easy: one thing is raised */
    PLIE_ADVICE_MORE_ROUNDS,
    PLIE_ADVICE_SHORTER_RESTS,
    PLIE_ADVICE_NEXT_LEVEL,
    PLIE_ADVICE_LONGER,       /* advanced, and all is raised */
    PLIE_ADVICE_LESS,         /* two in a row were very hard: the last thing raised is lowered */
    PLIE_ADVICE_SHORTER,      /* nothing is left to lower but the minutes, ... */
    PLIE_ADVICE_GENTLER,      /* ... and then the impact */
    PLIE_ADVICE_NEXT_CIRCUIT, /* the example that comes next in rotation */
    PLIE_ADVICE_GOAL          /* what is missing to the week's goal */
} plie_advice_kind;

typedef struct {
    plie_advice_kind kind;
    const char *text;  /* one sentence, for the home screen and the finish; NULL for none */
    const char *brief; /* a few words of the same, where that is enough ("next: Example 2"), for a
                          line that tells of more; NULL for none */
    /* What a workout would be made with if the advice were taken; as now where it says nothing. */
    plie_level level;
    int raised;
    int minutes;
    int circuit;
    bool low_impact;
} plie_advice;

/* What is known besides the history. */
typedef struct {
    plie_moment now;
    const char *program; /* whose turn it would be */
    const char *name;    /* of that program */
    int circuit_count;   /* the most that a rotating segment of it has; 0: none rotates */
    const char *const *circuit_names; /* circuit_count of them; an item may be NULL; NULL: none */
    plie_level level;                 /* as chosen now */
    bool low_impact;                  /* as chosen now */
    int minutes;                      /* as chosen now; 0: as written */
    int shortest_minutes, longest_minutes; /* that the program is meant for */
    int goal_minutes;                      /* a week */
    int first_weekday;                     /* as in plie_week_of_day */
    /* Whether a plan with so many things raised differs from one with a thing fewer; place 0 says
     * nothing. What changes nothing is passed over. */
    bool raise_changes[PLIE_RAISED_LIMIT + 1];
    bool dose_is_time;  /* what a first thing raised makes more of is seconds, not reps */
    bool after_session; /* of this program, which ended last of the list: of the next time */
} plie_advice_asked;

/* Sentences live in the arena. The first that holds, of: rest, a step down, a step up, the next
 * circuit, the goal. After a session the rest that it needs anyway is told with the last two. */
plie_advice plie_advise(plie_arena *arena, const plie_session_list *list,
                        const plie_advice_asked *asked);

/* The session of a program that ended last of those that count; NULL where there is none. */
const plie_session_record *plie_last_session(const plie_session_list *list, const char *program);

/* Where the next session of a program starts its rotation: after that of the last one that counts;
 * 0 where there is none or circuit_count is 0. */
int plie_next_circuit(const plie_session_list *list, const char *program, int circuit_count);

/* What is raised at a level of a program: as in its last session that counts, if it was of that
 * level; else 0. */
int plie_raised_now(const plie_session_list *list, const char *program, plie_level level);

/* 1 to 10 in words: "No effort" ... "Just right" ... "All I had"; NULL for 0. Static. */
const char *plie_effort_name(int effort);

#endif
