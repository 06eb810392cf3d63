#include "plan/tastes.h"
#include <string.h>

#define AVOIDED 1
#define FORM_STEP 2
/* Exercises looked at on a search: far more than any movement has forms. */
#define WALK_LIMIT 64

const char plie_reason_form[] = "as last time";
const char plie_reason_avoided[] = "you never want it";

plie_taste_rules plie_taste_rules_begin(const plie_choices *choices) {
    plie_taste_rules rules = {.tastes = choices->tastes, .low_impact = choices->low_impact};
    bool added = false;
    if (rules.tastes == NULL)
        return rules;
    for (size_t i = 0; i < rules.tastes->avoided_count; i++)
        plie_cue_map_at(&rules.by_id, rules.tastes->avoided[i], &added)->value |= AVOIDED;
    for (size_t i = 0; i < rules.tastes->form_count; i++) {
        int *value = &plie_cue_map_at(&rules.by_id, rules.tastes->forms[i].from, &added)->value;
        if (*value < FORM_STEP)
            *value += FORM_STEP * ((int)i + 1);
    }
    return rules;
}

void plie_taste_rules_end(plie_taste_rules *rules) {
    plie_cue_map_free(&rules->by_id);
}

static int value_of(const plie_taste_rules *rules, const plie_exercise *exercise) {
    const plie_cue_map_entry *entry = plie_cue_map_find(&rules->by_id, exercise->id);
    return entry == NULL ? 0 : entry->value;
}

static bool avoids(const plie_taste_rules *rules, const plie_exercise *exercise) {
    return (value_of(rules, exercise) & AVOIDED) != 0;
}

/* Exercises met on a search, each once, the nearest first. */
typedef struct {
    const plie_exercise *items[WALK_LIMIT];
    size_t count;
} walk;

static void add_to_walk(walk *on, const plie_exercise *exercise) {
    if (exercise == NULL || on->count == WALK_LIMIT)
        return;
    for (size_t i = 0; i < on->count; i++)
        if (on->items[i] == exercise)
            return;
    on->items[on->count++] = exercise;
}

/* The exercise itself where it has no form, or one that it does not lead to. */
static const plie_exercise *form_of(const plie_taste_rules *rules, const plie_exercise *written) {
    int value = value_of(rules, written);
    if (value < FORM_STEP)
        return written;
    const char *to = rules->tastes->forms[value / FORM_STEP - 1].to;
    walk on = {.items = {written}, .count = 1};
    for (size_t i = 0; i < on.count; i++) {
        if (strcmp(on.items[i]->id, to) == 0)
            return on.items[i];
        add_to_walk(&on, on.items[i]->easier);
        add_to_walk(&on, on.items[i]->harder);
    }
    return written;
}

static const plie_exercise *wanted_easier(const plie_taste_rules *rules,
                                          const plie_exercise *avoided) {
    walk on = {.items = {avoided}, .count = 1};
    for (size_t i = 0; i < on.count; i++) {
        if (!avoids(rules, on.items[i]))
            return on.items[i];
        add_to_walk(&on, on.items[i]->easier);
    }
    return NULL;
}

static const plie_exercise *wanted_low_impact(const plie_taste_rules *rules,
                                              const plie_exercise *exercise) {
    walk on = {.items = {exercise}, .count = 1};
    for (size_t i = 0; i < on.count; i++) {
        if (on.items[i]->impact == PLIE_LOW_IMPACT && !avoids(rules, on.items[i]))
            return on.items[i];
        add_to_walk(&on, on.items[i]->low_impact);
        add_to_walk(&on, on.items[i]->easier);
    }
    return NULL;
}

/* next takes the place of an exercise that is never wanted, which is left out where there is none.
 */
static void give_way(plie_resolved *resolved, const plie_exercise *avoided,
                     const plie_exercise *next) {
    resolved->instead_of = avoided;
    resolved->reason = plie_reason_avoided;
    resolved->exercise = next != NULL ? next : avoided;
    resolved->outcome = next != NULL ? PLIE_RESOLVED_DONE : PLIE_RESOLVED_AVOIDED;
}

static void lower_impact(const plie_taste_rules *rules, plie_resolved *resolved) {
    const plie_exercise *low = plie_exercise_low_impact(resolved->exercise);
    if (low == NULL)
        resolved->outcome = PLIE_RESOLVED_NO_LOW_IMPACT;
    else if (avoids(rules, low))
        give_way(resolved, low, wanted_low_impact(rules, resolved->exercise));
    else
        resolved->exercise = low;
}

static plie_resolved untouched(const plie_exercise *written, const plie_exercise *plain) {
    return (plie_resolved){.outcome =
                               plain != NULL ? PLIE_RESOLVED_DONE : PLIE_RESOLVED_NO_LOW_IMPACT,
                           .exercise = plain != NULL ? plain : written};
}

plie_resolved plie_resolve_exercise(const plie_taste_rules *rules, const plie_exercise *written) {
    const plie_exercise *plain = rules->low_impact ? plie_exercise_low_impact(written) : written;
    if (rules->by_id.count == 0)
        return untouched(written, plain);
    plie_resolved resolved = {.exercise = form_of(rules, written),
                              .instead_of = plain != NULL ? plain : written,
                              .reason = plie_reason_form};
    if (avoids(rules, resolved.exercise))
        give_way(&resolved, resolved.exercise, wanted_easier(rules, resolved.exercise));
    if (rules->low_impact && resolved.outcome == PLIE_RESOLVED_DONE)
        lower_impact(rules, &resolved);
    if (resolved.outcome != PLIE_RESOLVED_DONE || resolved.exercise == plain) {
        resolved.instead_of = NULL;
        resolved.reason = NULL;
    }
    return resolved;
}
