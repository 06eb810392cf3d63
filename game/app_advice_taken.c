#include "app_advice.h"
#include "app_internal.h"
#include "plan_steps.h"
#include "screens/numbers.h"

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

/* The reps of a set, or where there are none, the seconds. */
static int dose_of(const plie_interval *work) {
    return work->reps > 0 ? work->reps : (int)(work->duration_ms / 1000);
}

static void tell_work(const told *out, const plie_interval *before, const plie_interval *after) {
    char item[PLIE_APP_OFFER_SIZE];
    const char *unit = after->reps > 0 ? "" : " s";
    SDL_snprintf(item, sizeof item, "%s %d%s, before %d%s", after->name, dose_of(after), unit,
                 dose_of(before), unit);
    tell(out, item);
}

/* One that tells what the step is: of a step up, one that has more. */
static void tell_first_work(const told *out, const plie_plan *before, const plie_plan *after) {
    int up = plie_plan_is_more(before, after) ? 1 : plie_plan_is_more(after, before) ? -1 : 0;
    for (size_t i = 0; i < after->interval_count; i++) {
        const plie_interval *now = &after->intervals[i];
        const plie_interval *then =
            now->kind == PLIE_WORK ? plie_plan_work_of(before, now->exercise) : NULL;
        if (!then || (then->reps > 0) != (now->reps > 0))
            continue;
        int more = dose_of(now) - dose_of(then);
        if (more * up > 0 || (up == 0 && more != 0)) {
            tell_work(out, then, now);
            return;
        }
    }
}

static void tell_rounds(const told *out, const plie_plan *before, const plie_plan *after) {
    char item[PLIE_APP_OFFER_SIZE];
    size_t count = SDL_min(before->segment_count, after->segment_count);
    for (size_t i = 0; i < count; i++) {
        int was = plie_plan_rounds_of(before, (int)i), is = plie_plan_rounds_of(after, (int)i);
        if (was == is || was == 0 || is == 0)
            continue;
        SDL_snprintf(item, sizeof item, "%d round%s of %s, before %d", is, is == 1 ? "" : "s",
                     after->segments[i].name, was);
        tell(out, item);
        return;
    }
}

/* "rests of 20 s in Standing, before 30 s". */
static bool tell_rests_of(const told *out, const plie_plan *before, const plie_plan *after,
                          int segment, plie_interval_kind kind) {
    char item[PLIE_APP_OFFER_SIZE];
    int was_s = (int)((plie_plan_rest_ms(before, segment, kind) + 500) / 1000);
    int is_s = (int)((plie_plan_rest_ms(after, segment, kind) + 500) / 1000);
    if (was_s == is_s || was_s == 0 || is_s == 0)
        return false;
    SDL_snprintf(item, sizeof item, "rests of %d s%s in %s, before %d s", is_s,
                 kind == PLIE_ROUND_REST ? " between the rounds" : "",
                 after->segments[segment].name, was_s);
    tell(out, item);
    return true;
}

static void tell_rests(const told *out, const plie_plan *before, const plie_plan *after) {
    int count = (int)SDL_min(before->segment_count, after->segment_count);
    for (int i = 0; i < count; i++)
        if (tell_rests_of(out, before, after, i, PLIE_REST))
            return;
    for (int i = 0; i < count; i++)
        if (tell_rests_of(out, before, after, i, PLIE_ROUND_REST))
            return;
}

static void tell_exercises(const told *out, const plie_plan *before, const plie_plan *after) {
    char item[96];
    int minutes = after->choices.minutes;
    int more = plie_plan_count_exercises(after) - plie_plan_count_exercises(before);
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

static const char *form_in_place(const plie_plan *plan, const plie_exercise *exercise) {
    const plie_exercise *form = plie_exercise_low_impact(exercise);
    const plie_interval *work = form ? plie_plan_work_of(plan, form) : NULL;
    return work ? work->name : NULL;
}

/* "High-knee march instead of Jumping jack, and 4 more exercises are others". */
static void tell_low_impact(const told *out, const plie_plan *before, const plie_plan *after) {
    char item[PLIE_APP_OFFER_SIZE], more[48] = "";
    int lost = plie_plan_count_lost(before, after);
    tell(out, "low impact");
    for (size_t i = 0; i < before->interval_count && lost > 0; i++) {
        const plie_interval *work = &before->intervals[i];
        bool is_lost =
            plie_plan_begins_exercise(before, i) && !plie_plan_work_of(after, work->exercise);
        const char *form = is_lost ? form_in_place(after, work->exercise) : NULL;
        if (!form)
            continue;
        if (lost > 1)
            SDL_snprintf(more, sizeof more, ", and %d more like that", lost - 1);
        SDL_snprintf(item, sizeof item, "%s instead of %s%s", form, work->name, more);
        tell(out, item);
        return;
    }
}

/* A level is more than numbers: those of the whole say enough. */
static bool tell_level(const told *out, const plie_plan *before, const plie_plan *after) {
    char item[96];
    int was = plie_plan_sum(before, 0).reps, is = plie_plan_sum(after, 0).reps;
    if (before->choices.level == after->choices.level)
        return false;
    tell(out, plie_level_id(after->choices.level));
    if (was == is)
        return false;
    SDL_snprintf(item, sizeof item, "%d reps in all, before %d", is, was);
    tell(out, item);
    return true;
}

/* In the order in which a person would miss it. */
void plie_advice_taken_text(char *text, size_t size, const plie_plan *before,
                            const plie_plan *after) {
    char items[PLIE_APP_OFFER_SIZE] = "";
    const told out = {items, sizeof items};
    bool is_told = tell_level(&out, before, after);
    if (after->choices.low_impact && !before->choices.low_impact)
        tell_low_impact(&out, before, after);
    tell_minutes(&out, before, after);
    if (!is_told) {
        tell_rounds(&out, before, after);
        tell_first_work(&out, before, after);
        tell_rests(&out, before, after);
    }
    tell_exercises(&out, before, after);
    *text = '\0';
    if (*items)
        SDL_snprintf(text, size, "Now %s.", items);
}
