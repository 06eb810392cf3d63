#include "app_advice.h"

#include "app_clock.h"
#include "app_internal.h"

static const plie_session_record *last_of(const plie_session_list *list, const char *program) {
    for (size_t i = 0; i < list->count; i++)
        if (list->records[i].work_ms >= PLIE_COUNTED_WORK_MS &&
            SDL_strcmp(list->records[i].program, program) == 0)
            return &list->records[i];
    return NULL;
}

/* Only what was easy or very hard leads to a step up or down. */
static bool may_be_stepped(const plie_session_list *list, const char *program) {
    const plie_session_record *last = last_of(list, program);
    return last && last->effort > 0 &&
           (last->effort <= PLIE_EASY_EFFORT || last->effort >= PLIE_VERY_HARD_EFFORT);
}

static plie_plan *plan_raised(const plie_app_advice_about *about, int raised) {
    plie_choices choices = about->choices;
    choices.raised = raised;
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(about->program, &choices, findings);
    plie_diagnostics_free(findings);
    return plan;
}

static bool differ(const plie_plan *a, const plie_plan *b) {
    if (a->interval_count != b->interval_count || a->total_ms != b->total_ms)
        return true;
    for (size_t i = 0; i < a->interval_count; i++)
        if (a->intervals[i].reps != b->intervals[i].reps ||
            a->intervals[i].duration_ms != b->intervals[i].duration_ms)
            return true;
    return false;
}

static void find_what_changes(const plie_app_advice_about *about, plie_advice_asked *asked) {
    plie_plan *before = plan_raised(about, 0);
    for (int raised = 1; raised <= PLIE_RAISED_LIMIT; raised++) {
        plie_plan *after = plan_raised(about, raised);
        asked->raise_changes[raised] = before && after && differ(before, after);
        plie_plan_free(before);
        before = after;
    }
    plie_plan_free(before);
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

plie_advice plie_app_advise(const plie_app *app, plie_arena *arena, const plie_session_list *list,
                            const plie_app_advice_about *about) {
    const plie_program *program = about->program;
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
    if (may_be_stepped(list, about->program_id))
        find_what_changes(about, &asked);
    return plie_advise(arena, list, &asked);
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

static const plie_interval *same_work(const plie_plan *plan, const plie_exercise *exercise) {
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_WORK && plan->intervals[i].exercise == exercise)
            return &plan->intervals[i];
    return NULL;
}

static bool tell_work(char *text, size_t size, const plie_interval *before,
                      const plie_interval *after) {
    int was_s = (int)(before->duration_ms / 1000), is_s = (int)(after->duration_ms / 1000);
    if (before->reps > 0 && after->reps > 0 && before->reps != after->reps)
        SDL_snprintf(text, size, "Reps are %s: %s %d, before %d.",
                     after->reps > before->reps ? "up" : "down", after->name, after->reps,
                     before->reps);
    else if (after->reps == 0 && before->reps == 0 && was_s != is_s)
        SDL_snprintf(text, size, "Work is %s: %s %d s, before %d s.",
                     is_s > was_s ? "longer" : "shorter", after->name, is_s, was_s);
    else
        return false;
    return true;
}

static bool tell_first_work(char *text, size_t size, const plie_plan *before,
                            const plie_plan *after) {
    for (size_t i = 0; i < after->interval_count; i++) {
        const plie_interval *now = &after->intervals[i];
        const plie_interval *then =
            now->kind == PLIE_WORK ? same_work(before, now->exercise) : NULL;
        if (then && tell_work(text, size, then, now))
            return true;
    }
    return false;
}

static size_t count_of_work(const plie_plan *plan) {
    size_t count = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        count += plan->intervals[i].kind == PLIE_WORK;
    return count;
}

static int shortest_rest_s(const plie_plan *plan) {
    int64_t shortest = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *one = &plan->intervals[i];
        bool rests = one->kind == PLIE_REST || one->kind == PLIE_ROUND_REST;
        if (rests && (shortest == 0 || one->duration_ms < shortest))
            shortest = one->duration_ms;
    }
    return (int)(shortest / 1000);
}

void plie_advice_taken_text(char *text, size_t size, const plie_plan *before,
                            const plie_plan *after) {
    int works[2] = {(int)count_of_work(before), (int)count_of_work(after)};
    int rests[2] = {shortest_rest_s(before), shortest_rest_s(after)};
    *text = '\0';
    if (tell_first_work(text, size, before, after))
        return;
    if (works[0] != works[1])
        SDL_snprintf(text, size, "There is %s to do: %d sets, before %d.",
                     works[1] > works[0] ? "more" : "less", works[1], works[0]);
    else if (rests[0] != rests[1] && rests[0] > 0 && rests[1] > 0)
        SDL_snprintf(text, size, "Rests are %s: from %d s on, before %d s.",
                     rests[1] < rests[0] ? "shorter" : "longer", rests[1], rests[0]);
}
