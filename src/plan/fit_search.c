#include "plan/fit_units.h"

/* Searching costs so many looks at a unit, at most: for each unit, and for small parts at least. */
#define EFFORT_A_UNIT 12
#define EFFORT_AT_LEAST 30000
/* All choices of so few units are looked at where nothing else fits. */
#define UNITS_FOR_EVERYTHING 12
#define EFFORT_FOR_EVERYTHING 500000
/* For so few units, all choices with as many exercises as the best are looked at in any case. */
#define UNITS_FOR_THE_BEST 8
#define EFFORT_FOR_THE_BEST 20000
/* Chains up to this length are all tried; longer ones with gaps that grow. */
#define CHAINS_WITHOUT_GAPS 6

typedef struct {
    size_t chain;
    int rounds;
    plie_fit_way way;
    uint32_t units; /* where not 0, exactly these, instead of a way */
} choice;

typedef struct {
    bool found;
    choice choice;
    plie_fit_score score;
} best_choice;

static bool is_better(const plie_fit_score *a, const plie_fit_score *b) {
    if (a->beyond_ms != b->beyond_ms)
        return a->beyond_ms < b->beyond_ms;
    if (a->exercises_missing != b->exercises_missing)
        return a->exercises_missing < b->exercises_missing;
    if (a->miss_ms != b->miss_ms)
        return a->miss_ms < b->miss_ms;
    if (a->strain != b->strain)
        return a->strain < b->strain;
    if (a->rounds_off != b->rounds_off)
        return a->rounds_off < b->rounds_off;
    if (a->rests_off_ms != b->rests_off_ms)
        return a->rests_off_ms < b->rests_off_ms;
    if (a->left_out != b->left_out)
        return a->left_out < b->left_out;
    return a->circuits < b->circuits;
}

static plie_range widest_rounds(const plie_part *part) {
    plie_range widest = plie_rounds_allowed(part, &part->runs[0]);
    for (size_t i = 1; i < part->chain; i++) {
        plie_range range = plie_rounds_allowed(part, &part->runs[i]);
        widest.low = range.low < widest.low ? range.low : widest.low;
        widest.high = range.high > widest.high ? range.high : widest.high;
    }
    return widest;
}

/* Nearly equal rounds are numbered from the fewest on: each number adds one to one circuit. */
static int count_rounds(const plie_part *part) {
    plie_range widest = widest_rounds(part);
    return (widest.high - widest.low) * (int)part->chain + 1;
}

static void set_rounds(plie_part *part, int number) {
    int base = widest_rounds(part).low + number / (int)part->chain;
    int extra = number % (int)part->chain;
    for (int i = 0; i < (int)part->chain; i++) {
        plie_range range = plie_rounds_allowed(part, &part->runs[i]);
        int rounds = base + (i < extra ? 1 : 0);
        part->runs[i].rounds = rounds < range.low    ? range.low
                               : rounds > range.high ? range.high
                                                     : rounds;
    }
}

static void choose(plie_fitting *fit, choice what) {
    fit->part->chain = what.chain;
    set_rounds(fit->part, what.rounds);
    if (what.units != 0)
        (void)plie_fit_keep_exactly(fit, what.units);
    else
        plie_fit_choose_units(fit, what.way);
}

static int64_t longest_with(plie_fitting *fit, int rounds) {
    set_rounds(fit->part, rounds);
    plie_fit_keep_all(fit);
    return plie_fit_total(fit, PLIE_COST_FULL);
}

/* The fewest rounds with which the chain can be long enough; the most where none can. */
static int fewest_rounds(plie_fitting *fit) {
    int low = 0;
    int high = count_rounds(fit->part) - 1;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (longest_with(fit, middle) >= fit->bounds.low_ms)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static void consider(plie_fitting *fit, choice what, best_choice *best) {
    plie_fit_score score = plie_fit_settle(fit);
    if (!best->found || is_better(&score, &best->score))
        *best = (best_choice){.found = true, .choice = what, .score = score};
}

/* Returns false where the units chosen cannot be better than the best, nor any with more rounds. */
static bool try_choice(plie_fitting *fit, choice what, best_choice *best) {
    choose(fit, what);
    int missing = fit->part->exercise_count - plie_fit_count_exercises(fit);
    bool meets = best->found && best->score.beyond_ms == 0;
    if (meets && missing > best->score.exercises_missing)
        return false;
    consider(fit, what, best);
    return true;
}

static void try_chain(plie_fitting *fit, size_t chain, best_choice *best) {
    fit->part->chain = chain;
    int end = count_rounds(fit->part);
    choice what = {.chain = chain, .rounds = fewest_rounds(fit)};
    for (; what.rounds < end && (!best->found || fit->effort_left > 0); what.rounds++) {
        what.way = PLIE_CHOOSE_MOST;
        if (!try_choice(fit, what, best))
            return;
        if (plie_fit_total(fit, PLIE_COST_OWN) <= fit->target_ms)
            continue;
        for (what.way = PLIE_CHOOSE_LEAN; what.way <= PLIE_CHOOSE_OWN; what.way++)
            (void)try_choice(fit, what, best);
    }
}

static void try_all_units(plie_fitting *fit, choice what, best_choice *best) {
    uint32_t end = (uint32_t)1 << plie_fit_chained(fit);
    for (what.units = 1; what.units < end && fit->effort_left > 0; what.units++) {
        bool can_meet = plie_fit_keep_exactly(fit, what.units) &&
                        plie_fit_total(fit, PLIE_COST_LEAN) <= fit->bounds.high_ms &&
                        plie_fit_total(fit, PLIE_COST_FULL) >= fit->bounds.low_ms;
        if (can_meet)
            consider(fit, what, best);
    }
}

/* For a small part that the quick choices do not fit: all choices of units. */
static void try_everything(plie_fitting *fit, best_choice *best) {
    plie_part *part = fit->part;
    fit->effort_left = EFFORT_FOR_EVERYTHING;
    part->chain = part->source->pick == PLIE_PICK_ALL ? part->run_count : 1;
    for (; part->chain <= part->run_count; part->chain++) {
        size_t units = plie_fit_chained(fit);
        if (units > UNITS_FOR_EVERYTHING)
            return;
        choice what = {.chain = part->chain};
        for (; units > 0 && what.rounds < count_rounds(part); what.rounds++) {
            set_rounds(part, what.rounds);
            if (longest_with(fit, what.rounds) >= fit->bounds.low_ms)
                try_all_units(fit, what, best);
        }
    }
}

/* Choices are numbered so that those which keep the first units come first: of two that are equally
 * good, what stands first in the program stays. */
static uint32_t units_of_number(uint32_t number, size_t units) {
    uint32_t kept = 0;
    for (size_t i = 0; i < units; i++)
        kept |= (~number >> (units - 1 - i) & 1) << i;
    return kept;
}

static bool may_be_best(plie_fitting *fit, uint32_t units, const plie_fit_score *goal) {
    fit->effort_left -= (int64_t)plie_fit_chained(fit);
    return plie_fit_keep_exactly(fit, units) &&
           fit->part->exercise_count - plie_fit_count_exercises(fit) <= goal->exercises_missing &&
           plie_fit_total(fit, PLIE_COST_LEAN) <= fit->bounds.high_ms &&
           plie_fit_total(fit, PLIE_COST_FULL) >= fit->bounds.low_ms;
}

static void try_units_in_order(plie_fitting *fit, choice what, const plie_fit_score *goal,
                               best_choice *best) {
    size_t units = plie_fit_chained(fit);
    uint32_t last = ((uint32_t)1 << units) - 2;
    for (uint32_t number = 0; number <= last && fit->effort_left > 0; number++) {
        what.units = units_of_number(number, units);
        if (may_be_best(fit, what.units, goal))
            consider(fit, what, best);
    }
}

/* The quick choices find the most exercises; among small parts with as many, this finds the one
 * nearest to the level's own doses and rests. */
static void refine(plie_fitting *fit, best_choice *best) {
    plie_part *part = fit->part;
    best_choice finest = {0};
    fit->effort_left = EFFORT_FOR_THE_BEST;
    part->chain = part->source->pick == PLIE_PICK_ALL ? part->run_count : 1;
    for (; part->chain <= part->run_count; part->chain++) {
        size_t units = plie_fit_chained(fit);
        if (units > UNITS_FOR_THE_BEST)
            break;
        choice what = {.chain = part->chain};
        for (; units > 0 && what.rounds < count_rounds(part); what.rounds++)
            if (longest_with(fit, what.rounds) >= fit->bounds.low_ms)
                try_units_in_order(fit, what, &best->score, &finest);
    }
    if (finest.found && !is_better(&best->score, &finest.score))
        *best = finest;
}

static size_t next_chain(size_t chain, size_t most) {
    size_t next = chain < CHAINS_WITHOUT_GAPS ? chain + 1 : chain + chain / 3;
    return next > most && chain < most ? most : next;
}

int64_t plie_fit_part(plie_fitting *fit, int64_t target_ms, plie_fit_bounds bounds) {
    plie_part *part = fit->part;
    bool all = part->source->pick == PLIE_PICK_ALL;
    best_choice best = {0};
    fit->target_ms = target_ms;
    fit->bounds = bounds;
    fit->effort_left = EFFORT_AT_LEAST + EFFORT_A_UNIT * (int64_t)fit->unit_count;
    for (size_t chain = all ? part->run_count : 1;
         chain <= part->run_count && (!best.found || fit->effort_left > 0);
         chain = next_chain(chain, part->run_count)) {
        part->chain = chain;
        if (plie_fit_chained(fit) > 0)
            try_chain(fit, chain, &best);
    }
    if (best.score.beyond_ms > 0)
        try_everything(fit, &best);
    else
        refine(fit, &best);
    choose(fit, best.choice);
    (void)plie_fit_settle(fit);
    return plie_part_ms(part);
}

plie_fit_bounds plie_fit_find_reach(plie_fitting *fit) {
    plie_part *part = fit->part;
    plie_fit_bounds reach = {0};
    part->chain = part->run_count;
    reach.high_ms = longest_with(fit, count_rounds(part) - 1);
    set_rounds(part, 0);
    bool all = part->source->pick == PLIE_PICK_ALL;
    part->chain = all ? part->run_count : 1;
    while (plie_fit_chained(fit) == 0)
        part->chain++;
    fit->target_ms = 0;
    plie_fit_choose_units(fit, PLIE_CHOOSE_LEAN);
    reach.low_ms = plie_fit_total(fit, PLIE_COST_LEAN);
    return reach;
}
