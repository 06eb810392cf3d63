#include "plan/fit.h"
#include "plan/fit_units.h"
#include <stdlib.h>

#define SHARE_FREEDOM_PERCENT 5
#define MAIN_FREEDOM_MS 10000

/* A part with what it is to last. */
typedef struct {
    plie_fitting fit;
    plie_fit_bounds reach;
    int64_t share_ms;  /* by the program's shares */
    int64_t wanted_ms; /* the same, where other parts cannot reach theirs */
    int64_t length_ms;
    bool settled;
} fitted;

static int64_t limit(int64_t value, int64_t low, int64_t high) {
    return value < low ? low : value > high ? high : value;
}

static double share_of(const fitted *item) {
    double share = item->fit.part->source->share;
    return share > 0 ? share : 0;
}

/* Deals out what is left to the parts not settled, by share; false where a part cannot reach its
 * deal: then that part is settled at its end, and all is to be dealt again. */
static bool deal(fitted *items, size_t count, int64_t total_ms) {
    double shares = 0;
    for (size_t i = 0; i < count; i++) {
        shares += items[i].settled ? 0 : share_of(&items[i]);
        total_ms -= items[i].settled ? items[i].wanted_ms : 0;
    }
    int64_t worst_ms = 0;
    fitted *worst = NULL;
    for (size_t i = 0; i < count; i++) {
        fitted *item = &items[i];
        if (item->settled)
            continue;
        item->wanted_ms = shares > 0 ? (int64_t)((double)total_ms * share_of(item) / shares) : 0;
        int64_t reached_ms = limit(item->wanted_ms, item->reach.low_ms, item->reach.high_ms);
        if (llabs(reached_ms - item->wanted_ms) > worst_ms) {
            worst_ms = llabs(reached_ms - item->wanted_ms);
            worst = item;
        }
    }
    if (worst == NULL)
        return true;
    worst->wanted_ms = limit(worst->wanted_ms, worst->reach.low_ms, worst->reach.high_ms);
    worst->settled = true;
    return false;
}

/* What the part may be off. One that is alone has no other to make up for it. */
static int64_t freedom_ms(const fitted *item, bool alone) {
    int64_t ms = item->share_ms * SHARE_FREEDOM_PERCENT / 100 - 1000;
    if (alone && ms > MAIN_FREEDOM_MS - 1000)
        ms = MAIN_FREEDOM_MS - 1000;
    return ms > 0 ? ms : 0;
}

/* Makes up for what the others are off, as far as its share allows. A strict fit does not trade
 * time for exercises. */
static void fit_one(fitted *item, int64_t off_ms, bool alone, bool strict) {
    int64_t freedom = freedom_ms(item, alone);
    int64_t target_ms = item->wanted_ms - limit(off_ms, -freedom, freedom);
    plie_fit_bounds bounds = {item->wanted_ms - freedom, item->wanted_ms + freedom};
    if (strict)
        bounds = (plie_fit_bounds){target_ms - 1000, target_ms + 1000};
    item->length_ms = plie_fit_part(&item->fit, target_ms, bounds);
}

typedef enum { PASS_FIRST, PASS_MAKE_UP, PASS_STRICT, PASS_COUNT } fit_pass;

static void fit_all(fitted *items, size_t count) {
    int64_t off_ms = 0;
    for (fit_pass pass = PASS_FIRST; pass < PASS_COUNT; pass++) {
        int64_t good_enough_ms = pass == PASS_STRICT ? MAIN_FREEDOM_MS : PLIE_FIT_TOLERANCE_MS;
        for (size_t i = 0; i < count; i++) {
            fitted *item = &items[i];
            if (pass != PASS_FIRST && llabs(off_ms) <= good_enough_ms)
                return;
            if (pass != PASS_FIRST)
                off_ms -= item->length_ms - item->wanted_ms;
            fit_one(item, off_ms, count == 1, pass == PASS_STRICT);
            off_ms += item->length_ms - item->wanted_ms;
        }
    }
}

static const char *minutes_text(plie_arena *arena, int64_t ms, bool at_least) {
    int64_t minutes = (ms + (at_least ? 59999 : 0)) / 60000;
    if (minutes == 0)
        return plie_arena_printf(arena, "%d seconds", (int)(ms / 1000));
    return plie_arena_printf(arena, "%d %s", (int)minutes, minutes == 1 ? "minute" : "minutes");
}

static const char *total_note(plie_arena *arena, const fitted *items, size_t count,
                              int64_t total_ms) {
    int64_t low_ms = 0;
    int64_t high_ms = 0;
    for (size_t i = 0; i < count; i++) {
        low_ms += items[i].reach.low_ms;
        high_ms += items[i].reach.high_ms;
    }
    if (high_ms < total_ms)
        return plie_arena_printf(
            arena, "At this level the program reaches %s at most; this is the nearest plan.",
            minutes_text(arena, high_ms, false));
    if (low_ms > total_ms)
        return plie_arena_printf(
            arena, "At this level the program takes %s at least; this is the nearest plan.",
            minutes_text(arena, low_ms, true));
    return plie_arena_printf(arena,
                             "At this level no plan lasts %s exactly; this is the nearest plan.",
                             minutes_text(arena, total_ms, false));
}

static const char *share_note(plie_arena *arena, const fitted *item) {
    const char *name = item->fit.part->source->name;
    if (item->reach.high_ms < item->share_ms)
        return plie_arena_printf(arena, "%s reaches %s at most; the other segments take the rest.",
                                 name, minutes_text(arena, item->reach.high_ms, false));
    if (item->reach.low_ms > item->share_ms)
        return plie_arena_printf(arena, "%s takes %s at least; the other segments get less.", name,
                                 minutes_text(arena, item->reach.low_ms, true));
    return plie_arena_printf(arena, "%s is off its share; this is the nearest plan.", name);
}

static const char *make_note(plie_arena *arena, const fitted *items, size_t count,
                             int64_t total_ms) {
    int64_t length_ms = 0;
    for (size_t i = 0; i < count; i++)
        length_ms += items[i].length_ms;
    if (llabs(length_ms - total_ms) > MAIN_FREEDOM_MS)
        return total_note(arena, items, count, total_ms);
    for (size_t i = 0; i < count; i++) {
        int64_t off_ms = llabs(items[i].length_ms - items[i].share_ms);
        bool out_of_reach =
            items[i].reach.high_ms < items[i].share_ms || items[i].reach.low_ms > items[i].share_ms;
        if (off_ms * 100 > items[i].share_ms * SHARE_FREEDOM_PERCENT && out_of_reach)
            return share_note(arena, &items[i]);
    }
    for (size_t i = 0; i < count; i++)
        if (llabs(items[i].length_ms - items[i].share_ms) * 100 >
            items[i].share_ms * SHARE_FREEDOM_PERCENT)
            return share_note(arena, &items[i]);
    return NULL;
}

const char *plie_fit_parts(plie_arena *arena, plie_arena *scratch, plie_part **parts, size_t count,
                           int minutes) {
    fitted *items = PLIE_NEW_ARRAY(scratch, count + 1, fitted);
    int64_t total_ms = (int64_t)minutes * 60000;
    for (size_t i = 0; i < count; i++) {
        parts[i]->fitting = true;
        items[i].fit = plie_fit_begin(scratch, parts[i]);
        items[i].reach = plie_fit_find_reach(&items[i].fit);
    }
    double shares = 0;
    for (size_t i = 0; i < count; i++)
        shares += share_of(&items[i]);
    for (size_t i = 0; i < count && shares > 0; i++)
        items[i].share_ms = (int64_t)((double)total_ms * share_of(&items[i]) / shares);
    while (!deal(items, count, total_ms)) {
    }
    fit_all(items, count);
    return make_note(arena, items, count, total_ms);
}
