#include "history/advice.h"

#include <string.h>

#include "history/weeks.h"

#define HOUR_MS INT64_C(3600000)
#define DAY_MS (24 * HOUR_MS)
#define SESSIONS_OF_A_HABIT 2 /* the two-for-two rule */
#define ENOUGH_WORK_PERCENT 90
#define MINUTES_OF_A_STEP 5

typedef struct {
    plie_arena *arena;
    const plie_session_list *list;
    const plie_advice_asked *asked;
    plie_advice advice;
} advising;

static bool counts(const plie_session_record *record) {
    return record->work_ms >= PLIE_COUNTED_WORK_MS;
}

static bool is_of(const plie_session_record *record, const char *program) {
    return counts(record) && strcmp(record->program, program) == 0;
}

/* The number-th session of a program that counts, from the newest, which is 0; or NULL. */
static const plie_session_record *session_of(const plie_session_list *list, const char *program,
                                             int number) {
    for (size_t i = 0; i < list->count; i++)
        if (is_of(&list->records[i], program) && number-- == 0)
            return &list->records[i];
    return NULL;
}

int plie_next_circuit(const plie_session_list *list, const char *program, int circuit_count) {
    const plie_session_record *last = session_of(list, program, 0);
    return last && circuit_count > 0 ? (last->circuit + 1) % circuit_count : 0;
}

int plie_raised_now(const plie_session_list *list, const char *program, plie_level level) {
    const plie_session_record *last = session_of(list, program, 0);
    return last && last->level == level ? last->raised : 0;
}

static int64_t since_ms(const advising *at, const plie_session_record *record) {
    return at->asked->now.utc_ms - record->start.utc_ms;
}

/* "tomorrow", "on Friday": when a time that lies ahead comes. */
static const char *when_text(const advising *at, int64_t utc_ms) {
    plie_moment then = {utc_ms, at->asked->now.offset_min};
    int32_t day = plie_day_of_moment(then);
    int32_t days = day - plie_day_of_moment(at->asked->now);
    if (days <= 0)
        return "later today";
    if (days == 1)
        return "tomorrow";
    return plie_arena_printf(at->arena, "on %s", plie_weekday_name(plie_weekday_of_day(day)));
}

static void advise(advising *at, plie_advice_kind kind, const char *text) {
    at->advice.kind = kind;
    at->advice.text = text;
}

static int64_t later_of(int64_t a, int64_t b) {
    return a > b ? a : b;
}

/* When the last session of this program is long enough ago. */
static int64_t rested_ms(const advising *at) {
    const plie_session_record *last = session_of(at->list, at->asked->program, 0);
    return last ? last->start.utc_ms + PLIE_REST_HOURS * HOUR_MS : 0;
}

/* A clock that was set back may leave sessions ahead of now; they are the last ones all the same.
 */
static bool has_too_many(advising *at) {
    const plie_session_record *oldest = NULL;
    int count = 0;
    for (size_t i = 0; i < at->list->count; i++) {
        const plie_session_record *record = &at->list->records[i];
        if (!counts(record) || since_ms(at, record) >= 7 * DAY_MS || since_ms(at, record) < -DAY_MS)
            continue;
        if (++count <= PLIE_SESSIONS_IN_7_DAYS)
            oldest = record;
    }
    if (count < PLIE_SESSIONS_IN_7_DAYS)
        return false;
    const char *when = when_text(at, later_of(oldest->start.utc_ms + 7 * DAY_MS, rested_ms(at)));
    at->advice.brief =
        plie_arena_printf(at->arena, "%d in 7 days: rest, and come back %s", count, when);
    advise(at, PLIE_ADVICE_REST,
           plie_arena_printf(at->arena, "%d sessions in 7 days are enough: rest, and come back %s.",
                             count, when));
    return true;
}

/* When something that is over was. */
static const char *past_text(const advising *at, plie_moment then) {
    static const char *const texts[] = {"earlier today", "yesterday", "2 days ago"};
    int32_t days = plie_day_of_moment(at->asked->now) - plie_day_of_moment(then);
    return days >= 0 && days <= 2 ? texts[days] : "not long ago";
}

static bool was_just_done(advising *at) {
    const plie_session_record *last = session_of(at->list, at->asked->program, 0);
    if (!last)
        return false;
    int64_t since = since_ms(at, last);
    if (since >= PLIE_REST_HOURS * HOUR_MS || since < -DAY_MS)
        return false;
    const char *past = past_text(at, last->start);
    const char *when = when_text(at, last->start.utc_ms + PLIE_REST_HOURS * HOUR_MS);
    advise(at, PLIE_ADVICE_REST,
           plie_arena_printf(at->arena,
                             "You did %s %s: give the same muscles a rest, and come back %s.",
                             at->asked->name, past, when));
    at->advice.brief = plie_arena_printf(at->arena, "done %s: rest, and come back %s", past, when);
    return true;
}

static bool is_same_dose(const plie_session_record *a, const plie_session_record *b) {
    return a->level == b->level && a->raised == b->raised;
}

static bool was_done_whole(const plie_session_record *record) {
    return record->completed &&
           record->work_ms * 100 >= record->planned_work_ms * ENOUGH_WORK_PERCENT;
}

static bool was_easy(const plie_session_record *record) {
    return was_done_whole(record) && record->effort > 0 && record->effort <= PLIE_EASY_EFFORT;
}

static bool was_very_hard(const plie_session_record *record) {
    return record->effort >= PLIE_VERY_HARD_EFFORT;
}

/* The last one, if those before it that make a habit were of the same dose and felt the same. */
static const plie_session_record *habit(const advising *at,
                                        bool felt(const plie_session_record *record)) {
    const plie_session_record *last = session_of(at->list, at->asked->program, 0);
    if (!last || last->level != at->asked->level)
        return NULL;
    for (int i = 0; i < SESSIONS_OF_A_HABIT; i++) {
        const plie_session_record *one = session_of(at->list, at->asked->program, i);
        if (!one || !is_same_dose(one, last) || !felt(one))
            return NULL;
    }
    return last;
}

#define EASY "The last two sessions felt easy: "
#define HARD "The last two sessions felt very hard: "

static bool raise_one_thing(advising *at, int raised) {
    static const plie_advice_kind kinds[] = {PLIE_ADVICE_NONE, PLIE_ADVICE_MORE_REPS,
                                             PLIE_ADVICE_MORE_ROUNDS, PLIE_ADVICE_SHORTER_RESTS};
    static const char *const texts[] = {NULL, EASY "do a few more reps of each exercise.",
                                        EASY "do more rounds.", EASY "shorten the rests."};
    for (int next = raised + 1; next <= PLIE_RAISED_LIMIT; next++) {
        if (!at->asked->raise_changes[next])
            continue;
        at->advice.raised = next;
        bool longer = next == 1 && at->asked->dose_is_time;
        advise(at, kinds[next], longer ? EASY "do each exercise a little longer." : texts[next]);
        return true;
    }
    return false;
}

static void raise_level(advising *at) {
    at->advice.level = at->asked->level + 1;
    at->advice.raised = 0;
    advise(at, PLIE_ADVICE_NEXT_LEVEL,
           plie_arena_printf(at->arena, EASY "go one level up, to %s.",
                             plie_level_id(at->advice.level)));
}

static bool lengthen(advising *at) {
    int minutes = at->asked->minutes;
    if (minutes == 0 || minutes >= at->asked->longest_minutes)
        return false;
    minutes += MINUTES_OF_A_STEP;
    if (minutes > at->asked->longest_minutes)
        minutes = at->asked->longest_minutes;
    at->advice.minutes = minutes;
    advise(at, PLIE_ADVICE_LONGER, plie_arena_printf(at->arena, EASY "take %d minutes.", minutes));
    return true;
}

static bool step_up(advising *at) {
    const plie_session_record *last = habit(at, was_easy);
    if (!last)
        return false;
    if (at->asked->level + 1 == PLIE_LEVEL_COUNT)
        return lengthen(at);
    if (!raise_one_thing(at, last->raised))
        raise_level(at);
    return true;
}

static bool lower_one_thing(advising *at, int raised) {
    static const char *const texts[] = {NULL, HARD "do fewer reps of each exercise again.",
                                        HARD "do fewer rounds again.",
                                        HARD "lengthen the rests again."};
    for (int now = raised; now > 0; now--) {
        if (!at->asked->raise_changes[now])
            continue;
        at->advice.raised = now - 1;
        bool shorter = now == 1 && at->asked->dose_is_time;
        advise(at, PLIE_ADVICE_LESS,
               shorter ? HARD "do each exercise less long again." : texts[now]);
        return true;
    }
    return false;
}

/* Reps and rounds stay for the time being; the rests and the exercises are those of the level
 * below. */
static void lower_level(advising *at) {
    at->advice.level = at->asked->level - 1;
    at->advice.raised = PLIE_RAISED_LIMIT - 1;
    advise(at, PLIE_ADVICE_LESS,
           plie_arena_printf(at->arena, HARD "go one level down, to %s.",
                             plie_level_id(at->advice.level)));
}

static bool shorten(advising *at, const plie_session_record *last) {
    int minutes = at->asked->minutes;
    if (last->minutes > 0 && last->minutes < minutes)
        minutes = last->minutes;
    if (minutes == 0 || minutes <= at->asked->shortest_minutes)
        return false;
    minutes -= MINUTES_OF_A_STEP;
    if (minutes < at->asked->shortest_minutes)
        minutes = at->asked->shortest_minutes;
    at->advice.minutes = minutes;
    advise(at, PLIE_ADVICE_SHORTER, plie_arena_printf(at->arena, HARD "take %d minutes.", minutes));
    return true;
}

static bool step_down(advising *at) {
    const plie_session_record *last = habit(at, was_very_hard);
    if (!last)
        return false;
    if (lower_one_thing(at, last->raised))
        return true;
    if (at->asked->level > PLIE_BEGINNER) {
        lower_level(at);
        return true;
    }
    if (shorten(at, last))
        return true;
    if (at->asked->low_impact)
        return false;
    at->advice.low_impact = true;
    advise(at, PLIE_ADVICE_GENTLER, HARD "choose low impact.");
    return true;
}

/* What is missing to the week's goal: " 25 minutes are left to this week's 60." or "". */
static const char *goal_text(const advising *at, int *missing) {
    plie_week week;
    plie_weeks(at->list, plie_day_of_moment(at->asked->now), at->asked->first_weekday, &week, 1);
    *missing = at->asked->goal_minutes - plie_week_minutes(&week);
    if (*missing <= 0)
        return "";
    return plie_arena_printf(at->arena, "%d %s left to this week's %d.", *missing,
                             *missing == 1 ? "minute is" : "minutes are", at->asked->goal_minutes);
}

static const char *circuit_name(const advising *at) {
    const char *name =
        at->asked->circuit_names ? at->asked->circuit_names[at->advice.circuit] : NULL;
    return name ? name : plie_arena_printf(at->arena, "circuit %d", at->advice.circuit + 1);
}

static void tell_after(advising *at, const plie_session_record *last, bool rotates) {
    const char *when = when_text(at, last->start.utc_ms + PLIE_REST_HOURS * HOUR_MS);
    if (rotates)
        advise(at, PLIE_ADVICE_NEXT_CIRCUIT,
               plie_arena_printf(at->arena, "Give these muscles a rest; %s comes next, %s.",
                                 circuit_name(at), when));
    else
        advise(at, PLIE_ADVICE_REST,
               plie_arena_printf(at->arena, "Give these muscles a rest, and come back %s.", when));
}

static void tell_before(advising *at, bool rotates) {
    int missing;
    const char *goal = goal_text(at, &missing);
    if (rotates)
        at->advice.brief = plie_arena_printf(at->arena, "next: %s", circuit_name(at));
    if (rotates)
        advise(at, PLIE_ADVICE_NEXT_CIRCUIT,
               plie_arena_printf(at->arena, "Next in turn: %s.%s%s", circuit_name(at),
                                 missing > 0 ? " " : "", goal));
    else if (missing > 0)
        advise(at, PLIE_ADVICE_GOAL, goal);
}

static void tell_the_next(advising *at) {
    const plie_session_record *last = session_of(at->list, at->asked->program, 0);
    bool rotates = last && at->asked->circuit_count > 1;
    if (at->list->count == 0)
        return;
    if (last && at->asked->after_session)
        tell_after(at, last, rotates);
    else
        tell_before(at, rotates);
}

plie_advice plie_advise(plie_arena *arena, const plie_session_list *list,
                        const plie_advice_asked *asked) {
    advising at = {.arena = arena, .list = list, .asked = asked};
    at.advice = (plie_advice){
        .level = asked->level,
        .raised = plie_raised_now(list, asked->program, asked->level),
        .minutes = asked->minutes,
        .circuit = plie_next_circuit(list, asked->program, asked->circuit_count),
        .low_impact = asked->low_impact,
    };
    if (!has_too_many(&at) && (asked->after_session || !was_just_done(&at)) && !step_down(&at) &&
        !step_up(&at))
        tell_the_next(&at);
    return at.advice;
}

const char *plie_effort_name(int effort) {
    static const char *const names[PLIE_HARDEST + 1] = {
        NULL,         "No effort", "Very easy", "Easy",           "Comfortable", "Just right",
        "A bit hard", "Hard",      "Very hard", "Extremely hard", "All I had"};
    return effort >= 1 && effort <= PLIE_HARDEST ? names[effort] : NULL;
}
