#include "history/advice.h"

#include <string.h>

#include "history/weeks.h"

#define MINUTE_MS INT64_C(60000)
#define HOUR_MS (60 * MINUTE_MS)
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

/* Of two in one list; the list decides between those that ended at the same moment. */
static bool is_later(const plie_session_record *a, const plie_session_record *b) {
    const int64_t a_ms = plie_session_end_ms(a), b_ms = plie_session_end_ms(b);
    return a_ms != b_ms ? a_ms > b_ms : a < b;
}

/* The last session of a program that counts of those that ended before a session and not after a
 * moment; or NULL. Without a session, of all. */
static const plie_session_record *last_before(const plie_session_list *list, const char *program,
                                              const plie_session_record *session, int64_t utc_ms) {
    const plie_session_record *last = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const plie_session_record *one = &list->records[i];
        if ((!last || is_later(one, last)) && (!session || is_later(session, one)) &&
            plie_session_end_ms(one) <= utc_ms && is_of(one, program))
            last = one;
    }
    return last;
}

const plie_session_record *plie_last_session(const plie_session_list *list, const char *program) {
    return last_before(list, program, NULL, INT64_MAX);
}

int plie_next_circuit(const plie_session_list *list, const char *program, int circuit_count) {
    const plie_session_record *last = plie_last_session(list, program);
    return last && circuit_count > 0 ? (last->circuit + 1) % circuit_count : 0;
}

int plie_raised_now(const plie_session_list *list, const char *program, plie_level level) {
    const plie_session_record *last = plie_last_session(list, program);
    return last && last->level == level ? last->raised : 0;
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
    return plie_arena_printf(at->arena, days < 7 ? "on %s" : "next %s",
                             plie_weekday_name(plie_weekday_of_day(day)));
}

static void advise(advising *at, plie_advice_kind kind, const char *text) {
    at->advice.kind = kind;
    at->advice.text = text;
}

static int64_t later_of(int64_t a, int64_t b) {
    return a > b ? a : b;
}

/* A clock that was set back by less than a day leaves sessions ahead of now that are the last ones
 * all the same; what lies farther ahead asks for no rest. */
static int64_t latest_past_ms(const advising *at) {
    return at->asked->now.utc_ms + DAY_MS;
}

/* The last session of this program that asks for a rest, however long ago; or NULL. */
static const plie_session_record *last_to_rest_from(const advising *at) {
    return last_before(at->list, at->asked->program, NULL, latest_past_ms(at));
}

/* When it is long enough ago; without one it always was. */
static int64_t rested_ms(const plie_session_record *last) {
    return last ? plie_session_end_ms(last) + PLIE_REST_HOURS * HOUR_MS : INT64_MIN;
}

/* Keeps the latest of the ends that it is given, the latest first. */
static void keep_latest(int64_t ends[PLIE_SESSIONS_IN_7_DAYS], int64_t end_ms) {
    for (int i = 0; i < PLIE_SESSIONS_IN_7_DAYS; i++)
        if (end_ms > ends[i]) {
            const int64_t earlier = ends[i];
            ends[i] = end_ms;
            end_ms = earlier;
        }
}

/* How many ended in the last 7 days, and when there will be room for one more. */
static int count_of_7_days(const advising *at, int64_t *room_ms) {
    int64_t ends[PLIE_SESSIONS_IN_7_DAYS] = {0};
    int count = 0;
    for (size_t i = 0; i < at->list->count; i++) {
        const plie_session_record *record = &at->list->records[i];
        const int64_t end_ms = plie_session_end_ms(record);
        if (!counts(record) || end_ms + 7 * DAY_MS <= at->asked->now.utc_ms ||
            end_ms > latest_past_ms(at))
            continue;
        keep_latest(ends, end_ms);
        count++;
    }
    *room_ms = ends[PLIE_SESSIONS_IN_7_DAYS - 1] + 7 * DAY_MS;
    return count;
}

static bool has_too_many(advising *at) {
    int64_t room_ms;
    const int count = count_of_7_days(at, &room_ms);
    if (count < PLIE_SESSIONS_IN_7_DAYS)
        return false;
    const char *when = when_text(at, later_of(room_ms, rested_ms(last_to_rest_from(at))));
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
    const plie_session_record *last = last_to_rest_from(at);
    if (rested_ms(last) <= at->asked->now.utc_ms)
        return false;
    const plie_moment end = {plie_session_end_ms(last), last->start.offset_min};
    const char *past = past_text(at, end);
    const char *when = when_text(at, rested_ms(last));
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

/* Who is quick at their own pace needs less time than was planned for the same reps. */
static bool was_done_whole(const plie_session_record *record) {
    const bool by_reps = record->self_paced && record->planned_reps > 0;
    const int64_t done = by_reps ? record->reps : record->work_ms;
    const int64_t planned = by_reps ? record->planned_reps : record->planned_work_ms;
    return record->completed && done * 100 >= planned * ENOUGH_WORK_PERCENT;
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
    const plie_session_record *last = plie_last_session(at->list, at->asked->program);
    if (!last || last->level != at->asked->level)
        return NULL;
    const plie_session_record *one = last;
    for (int i = 1; one && is_same_dose(one, last) && felt(one); i++) {
        if (i == SESSIONS_OF_A_HABIT)
            return last;
        one = last_before(at->list, at->asked->program, one, INT64_MAX);
    }
    return NULL;
}

/* What was done as written took as long as its plan. */
static int minutes_of(const plie_session_record *record) {
    return record->minutes > 0 ? record->minutes
                               : (int)((record->planned_ms + MINUTE_MS / 2) / MINUTE_MS);
}

/* Whether those of a habit, of which this is the last, took the same minutes. */
static bool is_habit_of_minutes(const advising *at, const plie_session_record *last) {
    const plie_session_record *one = last;
    for (int i = 1; one && minutes_of(one) == minutes_of(last); i++) {
        if (i == SESSIONS_OF_A_HABIT)
            return true;
        one = last_before(at->list, at->asked->program, one, INT64_MAX);
    }
    return false;
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

/* A longer one that is chosen already needs no advice; what is chosen as written has no minutes. */
static bool lengthen(advising *at, const plie_session_record *last) {
    const int chosen = at->asked->minutes;
    int minutes = minutes_of(last) + MINUTES_OF_A_STEP;
    if (minutes > at->asked->longest_minutes)
        minutes = at->asked->longest_minutes;
    if (chosen == 0 || minutes <= chosen || minutes <= minutes_of(last) ||
        !is_habit_of_minutes(at, last))
        return false;
    at->advice.minutes = minutes;
    advise(at, PLIE_ADVICE_LONGER,
           plie_arena_printf(at->arena, EASY "next time do %d minutes.", minutes));
    return true;
}

static bool step_up(advising *at) {
    const plie_session_record *last = habit(at, was_easy);
    if (!last)
        return false;
    if (at->asked->level + 1 == PLIE_LEVEL_COUNT)
        return lengthen(at, last);
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

static bool shorten(advising *at, int minutes) {
    if (minutes >= at->asked->minutes)
        return false;
    at->advice.minutes = minutes;
    advise(at, PLIE_ADVICE_SHORTER,
           plie_arena_printf(at->arena, HARD "next time do only %d minutes.", minutes));
    return true;
}

static bool make_gentler(advising *at) {
    if (at->asked->low_impact)
        return false;
    at->advice.low_impact = true;
    advise(at, PLIE_ADVICE_GENTLER, HARD "choose low impact.");
    return true;
}

/* Minutes that were lowered already, just before or for the next time, are tried first. */
static bool shorten_or_make_gentler(advising *at, const plie_session_record *last) {
    if (!is_habit_of_minutes(at, last))
        return false;
    int minutes = minutes_of(last) - MINUTES_OF_A_STEP;
    if (minutes < at->asked->shortest_minutes)
        minutes = at->asked->shortest_minutes;
    if (at->asked->minutes > 0 && minutes < minutes_of(last))
        return shorten(at, minutes);
    return make_gentler(at);
}

static bool step_down(advising *at) {
    const plie_session_record *last = habit(at, was_very_hard);
    if (!last)
        return false;
    if (lower_one_thing(at, last->raised))
        return true;
    if (at->asked->level == PLIE_BEGINNER)
        return shorten_or_make_gentler(at, last);
    lower_level(at);
    return true;
}

/* What is missing to the week's goal: "25 more minutes make this week's 60." or "". */
static const char *goal_text(const advising *at, int *missing) {
    plie_week week;
    plie_weeks(at->list, plie_day_of_moment(at->asked->now), at->asked->first_weekday, &week, 1);
    *missing = at->asked->goal_minutes - plie_week_minutes(&week);
    if (*missing <= 0)
        return "";
    return plie_arena_printf(at->arena, "%d more %s this week's %d.", *missing,
                             *missing == 1 ? "minute makes" : "minutes make",
                             at->asked->goal_minutes);
}

static const char *circuit_name(const advising *at) {
    const char *name =
        at->asked->circuit_names ? at->asked->circuit_names[at->advice.circuit] : NULL;
    return name ? name : plie_arena_printf(at->arena, "circuit %d", at->advice.circuit + 1);
}

static void tell_after(advising *at, const plie_session_record *last, bool rotates) {
    const char *when = when_text(at, rested_ms(last));
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
    const plie_session_record *last = plie_last_session(at->list, at->asked->program);
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
