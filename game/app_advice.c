#include "app_advice.h"

#include "app_clock.h"
#include "app_internal.h"
#include "screens/numbers.h"

/* Only what was easy or very hard leads to a step up or down. */
static bool may_be_stepped(const plie_session_list *list, const char *program) {
    const plie_session_record *last = plie_last_session(list, program);
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

static void find_what_changes(const plie_app_advice_about *about, plie_advice_asked *asked) {
    plie_plan *before = plan_raised(about, 0);
    for (int raised = 1; raised <= PLIE_RAISED_LIMIT; raised++) {
        plie_plan *after = plan_raised(about, raised);
        asked->raise_changes[raised] = before && after && differ(before, after);
        if (raised == 1 && before && after)
            asked->dose_is_time = differ_by_time(before, after);
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
    if (about->dose_is_time)
        *about->dose_is_time = asked.dose_is_time;
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

typedef struct {
    char *text;
    size_t size;
} told;

/* "Now 26 minutes instead of 31, Curtsy lunge 12, before 10": parts of one sentence. */
static void tell(const told *out, const char *item) {
    if (*out->text)
        SDL_strlcat(out->text, "; ", out->size);
    SDL_strlcat(out->text, item, out->size);
}

static void tell_minutes(const told *out, const plie_plan *before, const plie_plan *after) {
    char item[64];
    int was = plie_rounded_minutes(before->total_ms), is = plie_rounded_minutes(after->total_ms);
    if (was == is)
        return;
    SDL_snprintf(item, sizeof item, "%d minute%s instead of %d", is, is == 1 ? "" : "s", was);
    tell(out, item);
}

static const plie_interval *same_work(const plie_plan *plan, const plie_exercise *exercise) {
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_WORK && plan->intervals[i].exercise == exercise)
            return &plan->intervals[i];
    return NULL;
}

static bool tell_work(const told *out, const plie_interval *before, const plie_interval *after) {
    char item[PLIE_APP_OFFER_SIZE];
    int was_s = (int)(before->duration_ms / 1000), is_s = (int)(after->duration_ms / 1000);
    if (before->reps > 0 && after->reps > 0 && before->reps != after->reps)
        SDL_snprintf(item, sizeof item, "%s %d, before %d", after->name, after->reps, before->reps);
    else if (after->reps == 0 && before->reps == 0 && was_s != is_s)
        SDL_snprintf(item, sizeof item, "%s %d s, before %d s", after->name, is_s, was_s);
    else
        return false;
    tell(out, item);
    return true;
}

static void tell_first_work(const told *out, const plie_plan *before, const plie_plan *after) {
    for (size_t i = 0; i < after->interval_count; i++) {
        const plie_interval *now = &after->intervals[i];
        const plie_interval *then =
            now->kind == PLIE_WORK ? same_work(before, now->exercise) : NULL;
        if (then && tell_work(out, then, now))
            return;
    }
}

static int most_rounds(const plie_plan *plan) {
    int most = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        most = SDL_max(most, plan->intervals[i].rounds);
    return most;
}

static void tell_rounds(const told *out, const plie_plan *before, const plie_plan *after) {
    char item[64];
    int was = most_rounds(before), is = most_rounds(after);
    if (was == is || was == 0 || is == 0)
        return;
    SDL_snprintf(item, sizeof item, "%d round%s, before %d", is, is == 1 ? "" : "s", was);
    tell(out, item);
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

static void tell_rests(const told *out, const plie_plan *before, const plie_plan *after) {
    char item[64];
    int was_s = shortest_rest_s(before), is_s = shortest_rest_s(after);
    if (was_s == is_s || was_s == 0 || is_s == 0)
        return;
    SDL_snprintf(item, sizeof item, "rests from %d s on, before %d s", is_s, was_s);
    tell(out, item);
}

/* Whether an exercise is done for the first time in the plan at this interval. */
static bool begins_exercise(const plie_plan *plan, size_t at) {
    const plie_exercise *exercise = plan->intervals[at].exercise;
    return plan->intervals[at].kind == PLIE_WORK &&
           same_work(plan, exercise) == &plan->intervals[at];
}

static int count_of_exercises(const plie_plan *plan) {
    int count = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        count += begins_exercise(plan, i);
    return count;
}

/* Each exercise once that is not done elsewhere in the plan, as home names them. */
static int count_left_out(const plie_plan *plan) {
    int count = 0;
    for (size_t i = 0; i < plan->left_out_count; i++) {
        bool is_new = !same_work(plan, plan->left_out[i].exercise);
        for (size_t j = 0; j < i && is_new; j++)
            is_new = plan->left_out[j].exercise != plan->left_out[i].exercise;
        count += is_new;
    }
    return count;
}

static void tell_exercises(const told *out, const plie_plan *before, const plie_plan *after) {
    char item[96];
    int minutes = after->choices.minutes;
    bool same_level = after->choices.level == before->choices.level;
    int more = count_of_exercises(after) - count_of_exercises(before);
    if (more == 0 && same_level && minutes > 0)
        more = SDL_min(count_left_out(before) - count_left_out(after), 0);
    const char *plural = SDL_abs(more) == 1 ? "" : "s";
    if (more == 0)
        return;
    if (more < 0 && minutes > 0)
        SDL_snprintf(item, sizeof item, "%d exercise%s fewer, to stay within %d minutes", -more,
                     plural, minutes);
    else
        SDL_snprintf(item, sizeof item, "%d exercise%s %s", SDL_abs(more), plural,
                     more > 0 ? "more" : "fewer");
    tell(out, item);
}

void plie_advice_taken_text(char *text, size_t size, const plie_plan *before,
                            const plie_plan *after) {
    char items[PLIE_APP_OFFER_SIZE] = "";
    const told out = {items, sizeof items};
    tell_minutes(&out, before, after);
    tell_rounds(&out, before, after);
    tell_first_work(&out, before, after);
    tell_rests(&out, before, after);
    tell_exercises(&out, before, after);
    *text = '\0';
    if (*items)
        SDL_snprintf(text, size, "Now %s.", items);
}
