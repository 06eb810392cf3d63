#include "draw/compare.h"

#include <stdlib.h>
#include <string.h>

#define NONE ((size_t)-1)

typedef struct {
    uint64_t hash;
    size_t index;
} hash_place;

/* The middles of two pictures, their common beginning and end taken off. */
typedef struct {
    const plie_trace *before, *after;
    size_t before_count, after_count;
    hash_place *places;     /* of the calls before, by hash, then by order */
    size_t *partner;        /* of a call after: the call before that equals it, or NONE */
    size_t *chain_end;      /* by length: the call after in which a rising chain of partners ends */
    size_t *chain_previous; /* of a call after: the one before it in its chain */
    bool *kept_before;
} comparison;

static int by_hash_and_order(const void *left, const void *right) {
    const hash_place *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static void sort_places(comparison *pair) {
    for (size_t i = 0; i < pair->before_count; i++)
        pair->places[i] = (hash_place){pair->before[i].hash, i};
    qsort(pair->places, pair->before_count, sizeof *pair->places, by_hash_and_order);
}

static size_t first_place(const comparison *pair, uint64_t hash) {
    size_t low = 0, high = pair->before_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pair->places[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Equal calls are paired in their order. chain_end serves as the count of those used. */
static void pair_up(comparison *pair) {
    size_t *used = pair->chain_end;
    memset(used, 0, (pair->before_count + 1) * sizeof *used);
    for (size_t i = 0; i < pair->after_count; i++) {
        size_t first = first_place(pair, pair->after[i].hash);
        size_t place = first < pair->before_count ? first + used[first] : first;
        bool found = place < pair->before_count && pair->places[place].hash == pair->after[i].hash;
        pair->partner[i] = found ? pair->places[place].index : NONE;
        if (found)
            used[first]++;
    }
}

/* The longest rising chain of partners: what both pictures have in the same order. */
static void keep_longest_chain(comparison *pair) {
    size_t length = 0;
    for (size_t i = 0; i < pair->after_count; i++) {
        if (pair->partner[i] == NONE)
            continue;
        size_t low = 0, high = length;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (pair->partner[pair->chain_end[middle]] < pair->partner[i])
                low = middle + 1;
            else
                high = middle;
        }
        pair->chain_previous[i] = low > 0 ? pair->chain_end[low - 1] : NONE;
        pair->chain_end[low] = i;
        length = SDL_max(length, low + 1);
    }
    size_t last = length > 0 ? pair->chain_end[length - 1] : NONE;
    for (size_t i = pair->after_count; i > 0; i--) {
        if (i - 1 != last) {
            pair->partner[i - 1] = NONE;
            continue;
        }
        pair->kept_before[pair->partner[last]] = true;
        last = pair->chain_previous[last];
    }
}

static void add_differing(const comparison *pair, plie_regions *differing) {
    for (size_t i = 0; i < pair->before_count; i++)
        if (!pair->kept_before[i])
            plie_regions_add(differing, pair->before[i].bounds);
    for (size_t i = 0; i < pair->after_count; i++)
        if (pair->partner[i] == NONE)
            plie_regions_add(differing, pair->after[i].bounds);
}

static bool compare_middles(comparison *pair, plie_regions *differing) {
    size_t before = pair->before_count + 1, after = pair->after_count + 1;
    pair->places = SDL_malloc(before * sizeof *pair->places);
    pair->partner = SDL_malloc(after * sizeof *pair->partner);
    pair->chain_end = SDL_malloc(SDL_max(before, after) * sizeof *pair->chain_end);
    pair->chain_previous = SDL_malloc(after * sizeof *pair->chain_previous);
    pair->kept_before = SDL_calloc(before, sizeof *pair->kept_before);
    bool ready = pair->places != NULL && pair->partner != NULL && pair->chain_end != NULL &&
                 pair->chain_previous != NULL && pair->kept_before != NULL;
    if (ready) {
        sort_places(pair);
        pair_up(pair);
        keep_longest_chain(pair);
        add_differing(pair, differing);
    }
    SDL_free(pair->places);
    SDL_free(pair->partner);
    SDL_free(pair->chain_end);
    SDL_free(pair->chain_previous);
    SDL_free(pair->kept_before);
    return ready;
}

bool plie_compare(const plie_trace *before, size_t before_count, const plie_trace *after,
                  size_t after_count, plie_regions *differing) {
    while (before_count > 0 && after_count > 0 && before[0].hash == after[0].hash) {
        before++, after++;
        before_count--, after_count--;
    }
    while (before_count > 0 && after_count > 0 &&
           before[before_count - 1].hash == after[after_count - 1].hash)
        before_count--, after_count--;
    if (before_count == 0 && after_count == 0)
        return true;
    comparison pair = {
        .before = before, .after = after, .before_count = before_count, .after_count = after_count};
    return compare_middles(&pair, differing);
}
