#include "app_advice.h"

#include "app_clock.h"
#include "app_internal.h"
#include "past_choices.h"
#include "plan_steps.h"
#include "screens/numbers.h"

#define MINUTES_OF_A_STEP 5
#define STEPS_OF_MINUTES 3 /* that are looked at: farther ahead is no small step */

/* Only what was easy or very hard leads to a step up or down. */
static bool may_be_stepped(const plie_session_list *list, const char *program) {
    const plie_session_record *last = plie_last_session(list, program);
    return last && last->effort > 0 &&
           (last->effort <= PLIE_EASY_EFFORT || last->effort >= PLIE_VERY_HARD_EFFORT);
}

static plie_plan *plan_of(const plie_app_advice_about *about, const plie_choices *choices) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(about->program, choices, findings);
    plie_diagnostics_free(findings);
    return plan;
}

static plie_plan *plan_raised(const plie_app_advice_about *about, int raised) {
    plie_choices choices = about->choices;
    choices.raised = raised;
    return plan_of(about, &choices);
}

/* Whether the first work that lasts longer in the one than in the other is counted in seconds. */
static bool differ_by_time(const plie_plan *a, const plie_plan *b) {
    for (size_t i = 0; i < SDL_min(a->interval_count, b->interval_count); i++) {
        const plie_interval *one = &a->intervals[i], *other = &b->intervals[i];
        if (one->kind == PLIE_WORK && one->exercise == other->exercise &&
            (one->reps != other->reps || one->duration_ms != other->duration_ms))
            return one->reps == 0;
    }
    return false;
}

/* Whether so many things raised are a step up from fewer, and that by the last of them. */
static bool is_step(const plie_plan *less, const plie_plan *more, int raised) {
    bool (*const says[])(const plie_plan *, const plie_plan *) = {
        NULL, plie_plan_raises_doses, plie_plan_raises_rounds, plie_plan_shortens_rests};
    return less && more && plie_plan_is_more(less, more) && says[raised](less, more);
}

/* Up from what is raised now, and down to one thing fewer. Where minutes are given, a fitted plan
 * may have neither more rounds nor shorter rests to give: what adds nothing is passed over. */
static void find_what_changes(const plie_app_advice_about *about, plie_advice_asked *asked) {
    const int now = about->choices.raised;
    plie_plan *plans[PLIE_RAISED_LIMIT + 1];
    for (int i = 0; i <= PLIE_RAISED_LIMIT; i++)
        plans[i] = plan_raised(about, i);
    for (int i = 1; i <= PLIE_RAISED_LIMIT; i++)
        asked->raise_changes[i] =
            i > now ? is_step(plans[now], plans[i], i) : is_step(plans[i - 1], plans[now], i);
    asked->dose_is_time = plans[0] && plans[1] && differ_by_time(plans[0], plans[1]);
    for (int i = 0; i <= PLIE_RAISED_LIMIT; i++)
        plie_plan_free(plans[i]);
}

static const char *const *circuit_names(plie_arena *arena, const plie_program *program, int count) {
    const char **names = PLIE_NEW_ARRAY(arena, (size_t)count + 1, const char *);
    for (size_t s = 0; s < program->segment_count; s++) {
        const plie_segment *segment = &program->segments[s];
        if (segment->pick != PLIE_PICK_ROTATE || (int)segment->circuit_count != count)
            continue;
        for (int i = 0; i < count; i++)
            names[i] = segment->circuits[i].name;
        break;
    }
    return names;
}

/* Whether so much more is chosen that it is a step up, or so much less that it is one down. */
static bool is_more(const plie_app_advice_about *about, const plie_choices *less,
                    const plie_choices *more) {
    plie_plan *from = plan_of(about, less), *to = plan_of(about, more);
    bool result = from && to && plie_plan_is_more(from, to);
    plie_plan_free(from);
    plie_plan_free(to);
    return result;
}

/* Where it is no more than what was done, the next things at that level are raised with it. */
static bool raise_level(const plie_app_advice_about *about, plie_advice *advice) {
    plie_choices choices = about->choices;
    choices.level = advice->level;
    int limit = choices.level + 1 < PLIE_LEVEL_COUNT ? PLIE_RAISED_LIMIT : 0;
    for (choices.raised = 0; choices.raised <= limit; choices.raised++)
        if (is_more(about, &about->choices, &choices)) {
            advice->raised = choices.raised;
            return true;
        }
    return false;
}

/* A longer one than the last that is chosen already needs no advice. */
static bool lengthen(const plie_app_advice_about *about, const plie_session_record *last,
                     plie_advice *advice) {
    plie_choices choices = about->choices;
    const int now = about->choices.minutes, most = about->program->minutes.high;
    if (now == 0 || (last->minutes > 0 && last->minutes < now))
        return false;
    for (int i = 0; i < STEPS_OF_MINUTES && choices.minutes < most; i++) {
        choices.minutes = SDL_min(choices.minutes + MINUTES_OF_A_STEP, most);
        if (!is_more(about, &about->choices, &choices))
            continue;
        *advice = (plie_advice){.kind = PLIE_ADVICE_LONGER,
                                .level = choices.level,
                                .raised = choices.raised,
                                .minutes = choices.minutes,
                                .circuit = advice->circuit,
                                .low_impact = choices.low_impact};
        return true;
    }
    return false;
}

/* The same without how hard the last session was, from which a step would follow. */
static plie_advice advise_no_step(plie_arena *arena, const plie_session_list *list,
                                  const plie_session_record *last, const plie_advice_asked *asked) {
    plie_session_record *records = PLIE_NEW_ARRAY(arena, list->count, plie_session_record);
    SDL_memcpy(records, list->records, list->count * sizeof *records);
    records[last - list->records].effort = 0;
    const plie_session_list forgetful = {.records = records, .count = list->count};
    return plie_advise(arena, &forgetful, asked);
}

/* The level and the minutes are raised where that is a step up in the plan, too. */
static plie_advice settle_step_up(plie_arena *arena, const plie_session_list *list,
                                  const plie_app_advice_about *about,
                                  const plie_advice_asked *asked, plie_advice advice) {
    const plie_session_record *last = plie_last_session(list, about->program_id);
    if (advice.kind == PLIE_ADVICE_NEXT_LEVEL && raise_level(about, &advice))
        return advice;
    if (!lengthen(about, last, &advice))
        return advise_no_step(arena, list, last, asked);
    advice.text = plie_arena_printf(
        arena, "The last two sessions felt easy: next time choose %d minutes instead of %d.",
        advice.minutes, about->choices.minutes);
    return advice;
}

/* As much of what was raised stays at the level below as still makes it less. Fitted to the same
 * minutes that level may be no less at all: then there are fewer minutes. */
static void settle_level_below(plie_arena *arena, const plie_app_advice_about *about,
                               plie_advice *advice) {
    plie_choices choices = about->choices;
    int minutes = SDL_max(choices.minutes - MINUTES_OF_A_STEP, about->program->minutes.low);
    choices.level = advice->level;
    choices.raised = advice->raised;
    while (choices.raised > 0 && !is_more(about, &choices, &about->choices))
        choices.raised--;
    advice->raised = choices.raised;
    if (minutes >= about->choices.minutes || !is_more(about, &about->choices, &choices))
        return;
    advice->kind = PLIE_ADVICE_SHORTER;
    advice->level = about->choices.level;
    advice->raised = about->choices.raised;
    advice->minutes = minutes;
    advice->text = plie_arena_printf(
        arena, "The last two sessions felt very hard: next time choose %d minutes instead of %d.",
        minutes, about->choices.minutes);
}

/* Whether low impact is chosen, or would change nothing. */
static bool is_low_impact(const plie_app_advice_about *about) {
    plie_choices choices = about->choices;
    choices.low_impact = true;
    plie_plan *now = plan_of(about, &about->choices), *low = plan_of(about, &choices);
    bool same = !now || !low || plie_plan_count_lost(now, low) == 0;
    plie_plan_free(now);
    plie_plan_free(low);
    return same;
}

/* Some exercises may have to do with as many as before, or where the minutes stay, with fewer. */
static void settle_reps(plie_arena *arena, const plie_app_advice_about *about,
                        const plie_advice_asked *asked, plie_advice *advice) {
    plie_plan *now = plan_of(about, &about->choices), *next = plan_raised(about, advice->raised);
    plie_dose_changes changes = plie_plan_compare_doses(now, next);
    if (changes.lowered + changes.same > 0)
        advice->text = plie_arena_printf(arena, "The last two sessions felt easy: do %s%s.",
                                         asked->dose_is_time ? "more work" : "a few more reps",
                                         about->choices.minutes > 0 ? " in the same minutes" : "");
    plie_plan_free(now);
    plie_plan_free(next);
}

/* As written they may take much longer: that is said beforehand. */
static void settle_rounds(plie_arena *arena, const plie_app_advice_about *about,
                          plie_advice *advice) {
    plie_plan *now = plan_of(about, &about->choices), *next = plan_raised(about, advice->raised);
    int was = plie_rounded_minutes(now->total_ms), is = plie_rounded_minutes(next->total_ms);
    if (is > was)
        advice->text = plie_arena_printf(
            arena, "The last two sessions felt easy: do more rounds, in %d minutes instead of %d.",
            is, was);
    plie_plan_free(now);
    plie_plan_free(next);
}

static plie_advice settle(plie_arena *arena, const plie_session_list *list,
                          const plie_app_advice_about *about, const plie_advice_asked *asked,
                          plie_advice advice) {
    if (advice.kind == PLIE_ADVICE_NEXT_LEVEL || advice.kind == PLIE_ADVICE_LONGER)
        advice = settle_step_up(arena, list, about, asked, advice);
    else if (advice.kind == PLIE_ADVICE_LESS && advice.level < about->choices.level)
        settle_level_below(arena, about, &advice);
    else if (advice.kind == PLIE_ADVICE_MORE_REPS)
        settle_reps(arena, about, asked, &advice);
    else if (advice.kind == PLIE_ADVICE_MORE_ROUNDS)
        settle_rounds(arena, about, &advice);
    if (advice.kind != PLIE_ADVICE_GENTLER)
        advice.low_impact = about->choices.low_impact;
    return advice;
}

/* As the next workout would be made. */
static plie_app_advice_about about_next(const plie_app *app, const plie_session_list *list,
                                        const plie_app_advice_about *about) {
    plie_app_advice_about next = *about;
    plie_past_add_to(list, about->program_id, about->program, app->options->has_circuit,
                     &next.choices);
    return next;
}

plie_advice plie_app_advise(const plie_app *app, plie_arena *arena, const plie_session_list *list,
                            const plie_app_advice_about *about) {
    const plie_program *program = about->program;
    const plie_app_advice_about next = about_next(app, list, about);
    plie_advice_asked asked = {
        .now = plie_app_moment_of(app->options),
        .program = about->program_id,
        .name = program->name,
        .circuit_count = plie_rotation_length(program),
        .level = about->choices.level,
        .low_impact = about->choices.low_impact,
        .minutes = about->choices.minutes,
        .shortest_minutes = program->minutes.low,
        .longest_minutes = program->minutes.high,
        .goal_minutes = app->settings->weekly_goal_min,
        .first_weekday = plie_settings_first_weekday(app->settings),
        .after_session = about->after_session,
    };
    asked.circuit_names = circuit_names(arena, program, asked.circuit_count);
    bool may_step = may_be_stepped(list, about->program_id);
    if (may_step) {
        find_what_changes(&next, &asked);
        asked.low_impact = is_low_impact(&next);
    }
    if (about->dose_is_time)
        *about->dose_is_time = asked.dose_is_time;
    plie_advice advice = plie_advise(arena, list, &asked);
    return may_step ? settle(arena, list, &next, &asked, advice) : advice;
}

bool plie_advice_changes(const plie_advice *advice) {
    switch (advice->kind) {
    case PLIE_ADVICE_MORE_REPS:
    case PLIE_ADVICE_MORE_ROUNDS:
    case PLIE_ADVICE_SHORTER_RESTS:
    case PLIE_ADVICE_NEXT_LEVEL:
    case PLIE_ADVICE_LONGER:
    case PLIE_ADVICE_LESS:
    case PLIE_ADVICE_SHORTER:
    case PLIE_ADVICE_GENTLER:
        return true;
    default:
        return false;
    }
}

void plie_advice_deed(char *text, size_t size, const plie_advice *advice, plie_level level,
                      bool dose_is_time) {
    static const char *const lowered[] = {"Fewer reps", "Fewer rounds", "Longer rests"};
    static const char *const names[] = {
        [PLIE_ADVICE_MORE_REPS] = "More reps",         [PLIE_ADVICE_MORE_ROUNDS] = "More rounds",
        [PLIE_ADVICE_SHORTER_RESTS] = "Shorter rests", [PLIE_ADVICE_NEXT_LEVEL] = "One level up",
        [PLIE_ADVICE_LESS] = "One level down",         [PLIE_ADVICE_GENTLER] = "Low impact"};
    const char *name = advice->kind < SDL_arraysize(names) ? names[advice->kind] : NULL;
    bool is_lowered = advice->kind == PLIE_ADVICE_LESS && advice->level == level;
    if (is_lowered)
        name = lowered[SDL_clamp(advice->raised, 0, PLIE_RAISED_LIMIT - 1)];
    if (dose_is_time && advice->kind == PLIE_ADVICE_MORE_REPS)
        name = "Longer work";
    else if (dose_is_time && is_lowered && advice->raised == 0)
        name = "Shorter work";
    if (advice->kind == PLIE_ADVICE_LONGER || advice->kind == PLIE_ADVICE_SHORTER)
        SDL_snprintf(text, size, "%d minutes", advice->minutes);
    else
        SDL_strlcpy(text, name ? name : "", size);
}
