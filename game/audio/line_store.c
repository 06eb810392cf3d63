#include "audio/line_store.h"
#include <stdlib.h>
#include <string.h>

#define BUCKETS 512

struct plie_line_store {
    plie_arena *arena;
    plie_spoken *buckets[BUCKETS]; /* by text */
    plie_spoken *first;
    plie_spoken **end;
    size_t budget;
    size_t memory;
    int64_t newest_need;
    plie_voice_progress progress;
};

plie_line_store *plie_line_store_new(size_t budget) {
    plie_arena *arena = plie_arena_new();
    plie_line_store *store = PLIE_NEW(arena, plie_line_store);
    store->arena = arena;
    store->end = &store->first;
    store->budget = budget;
    return store;
}

void plie_line_store_free(plie_line_store *store) {
    for (plie_spoken *spoken = store->first; spoken != NULL; spoken = spoken->next)
        free(spoken->samples);
    plie_arena_free(store->arena);
}

static size_t bucket_of(const char *text) {
    uint32_t hash = 2166136261U;
    for (; *text != '\0'; text++)
        hash = (hash ^ (uint8_t)*text) * 16777619U;
    return hash % BUCKETS;
}

static bool same_clip(const char *a, const char *b) {
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

plie_spoken *plie_line_store_find(plie_line_store *store, plie_line line) {
    plie_spoken *spoken = store->buckets[bucket_of(line.text)];
    while (spoken != NULL &&
           (strcmp(spoken->line.text, line.text) != 0 || !same_clip(spoken->line.clip, line.clip)))
        spoken = spoken->next_of_bucket;
    return spoken;
}

static plie_spoken *add_line(plie_line_store *store, plie_line line) {
    plie_spoken *spoken = PLIE_NEW(store->arena, plie_spoken);
    spoken->line.text = plie_arena_strdup(store->arena, line.text);
    if (line.clip != NULL)
        spoken->line.clip = plie_arena_strdup(store->arena, line.clip);
    spoken->need = INT64_MAX;
    plie_spoken **bucket = &store->buckets[bucket_of(line.text)];
    spoken->next_of_bucket = *bucket;
    *bucket = spoken;
    *store->end = spoken;
    store->end = &spoken->next;
    store->progress.wanted++;
    return spoken;
}

void plie_line_store_want(plie_line_store *store, const plie_line *lines, size_t count) {
    store->newest_need -= (int64_t)count;
    for (size_t i = 0; i < count; i++) {
        plie_spoken *spoken = plie_line_store_find(store, lines[i]);
        if (spoken == NULL)
            spoken = add_line(store, lines[i]);
        int64_t need = store->newest_need + (int64_t)i;
        if (spoken->need > need)
            spoken->need = need;
        spoken->pending = spoken->samples == NULL && !spoken->cannot;
    }
}

plie_spoken *plie_line_store_next(plie_line_store *store) {
    plie_spoken *found = NULL;
    for (plie_spoken *spoken = store->first; spoken != NULL; spoken = spoken->next) {
        if (spoken->pending && (found == NULL || spoken->need < found->need))
            found = spoken;
    }
    return found;
}

static size_t size_of(const plie_spoken *spoken) {
    return spoken->samples == NULL ? 0 : (size_t)spoken->sound.sample_count * sizeof(int16_t);
}

static plie_spoken *least_needed(plie_line_store *store) {
    plie_spoken *found = NULL;
    for (plie_spoken *spoken = store->first; spoken != NULL; spoken = spoken->next) {
        if (spoken->samples != NULL && spoken->holds == 0 &&
            (found == NULL || spoken->need > found->need))
            found = spoken;
    }
    return found;
}

static void forget_samples(plie_line_store *store, plie_spoken *spoken) {
    store->memory -= size_of(spoken);
    free(spoken->samples);
    spoken->samples = NULL;
    spoken->sound.samples = NULL;
}

static bool make_room(plie_line_store *store, size_t size, int64_t need) {
    while (store->memory + size > store->budget) {
        plie_spoken *other = least_needed(store);
        if (other == NULL || other->need < need)
            return false;
        forget_samples(store, other);
    }
    return true;
}

static void mark_measured(plie_line_store *store, plie_spoken *spoken) {
    spoken->pending = false;
    if (!spoken->measured)
        store->progress.measured++;
    spoken->measured = true;
}

void plie_line_store_put(plie_line_store *store, plie_spoken *spoken, int16_t *samples,
                         int32_t count, int rate_hz, bool keep) {
    mark_measured(store, spoken);
    spoken->length_ms = (int)(((int64_t)count * 1000 + rate_hz - 1) / rate_hz);
    if (!make_room(store, (size_t)count * sizeof *samples, spoken->need) && !keep) {
        free(samples);
        return;
    }
    spoken->samples = samples;
    spoken->sound = (plie_sound){samples, count, rate_hz};
    store->memory += size_of(spoken);
}

void plie_line_store_put_cannot(plie_line_store *store, plie_spoken *spoken) {
    mark_measured(store, spoken);
    spoken->cannot = true;
}

plie_voice_progress plie_line_store_look(const plie_line_store *store) {
    return store->progress;
}

void plie_line_store_add_lengths(const plie_line_store *store, plie_line_lengths *lengths) {
    for (const plie_spoken *spoken = store->first; spoken != NULL; spoken = spoken->next) {
        const char *name = spoken->line.clip != NULL ? spoken->line.clip : spoken->line.text;
        if (spoken->length_ms > 0)
            plie_line_lengths_set(lengths, name, spoken->length_ms);
    }
}

size_t plie_line_store_memory(const plie_line_store *store) {
    return store->memory;
}
