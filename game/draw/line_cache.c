#include "draw/line_cache.h"

#include "draw/hash.h"
#include "draw/runs.h"
#include <string.h>

#define BUCKET_COUNT 512

typedef struct entry entry;
struct entry {
    plie_line line;
    plie_face_key key;
    char *text;
    bool has_mask;
    unsigned picture; /* in which it was last asked for */
    entry *next_in_bucket;
    entry *newer, *older;
};

struct plie_line_cache {
    plie_fonts *fonts;
    entry *buckets[BUCKET_COUNT];
    entry *newest, *oldest;
    size_t size, limit;
    unsigned picture;
};

plie_line_cache *plie_line_cache_new(plie_fonts *fonts, size_t limit_bytes) {
    plie_line_cache *cache = SDL_calloc(1, sizeof *cache);
    if (cache != NULL) {
        cache->fonts = fonts;
        cache->limit = limit_bytes;
    }
    return cache;
}

static size_t mask_size(const plie_mask *mask) {
    return (size_t)mask->width * (size_t)mask->height;
}

static size_t entry_size(const entry *line) {
    return sizeof *line + strlen(line->text) + 1 + mask_size(&line->line.mask);
}

static void free_entry(entry *line) {
    SDL_free(line->line.mask.alpha);
    SDL_free(line->text);
    SDL_free(line);
}

void plie_line_cache_free(plie_line_cache *cache) {
    if (cache == NULL)
        return;
    for (entry *line = cache->newest, *older; line != NULL; line = older) {
        older = line->older;
        free_entry(line);
    }
    SDL_free(cache);
}

void plie_line_cache_next_picture(plie_line_cache *cache) {
    cache->picture++;
}

size_t plie_line_cache_size(const plie_line_cache *cache) {
    return cache->size;
}

static void unlink_age(plie_line_cache *cache, entry *line) {
    if (line->newer != NULL)
        line->newer->older = line->older;
    else
        cache->newest = line->older;
    if (line->older != NULL)
        line->older->newer = line->newer;
    else
        cache->oldest = line->newer;
}

static void link_newest(plie_line_cache *cache, entry *line) {
    line->newer = NULL;
    line->older = cache->newest;
    if (cache->newest != NULL)
        cache->newest->newer = line;
    else
        cache->oldest = line;
    cache->newest = line;
}

static void drop_oldest(plie_line_cache *cache) {
    entry *line = cache->oldest;
    entry **link = &cache->buckets[line->line.hash % BUCKET_COUNT];
    while (*link != line)
        link = &(*link)->next_in_bucket;
    *link = line->next_in_bucket;
    cache->oldest = line->newer;
    if (line->newer != NULL)
        line->newer->older = NULL;
    else
        cache->newest = NULL;
    cache->size -= entry_size(line);
    free_entry(line);
}

/* What this picture uses stays, even beyond the limit. */
static void make_room(plie_line_cache *cache) {
    while (cache->size > cache->limit && cache->oldest != NULL &&
           cache->oldest->picture != cache->picture)
        drop_oldest(cache);
}

static uint64_t hash_of(plie_face_key key, const char *text) {
    uint64_t hash = plie_hash_word(PLIE_HASH_START, (uint32_t)key.weight);
    hash = plie_hash_word(hash, (uint32_t)key.size_px);
    return plie_hash_string(hash, text);
}

static entry *find(const plie_line_cache *cache, uint64_t hash, plie_face_key key,
                   const char *text) {
    entry *line = cache->buckets[hash % BUCKET_COUNT];
    while (line != NULL && !(line->line.hash == hash && line->key.size_px == key.size_px &&
                             line->key.weight == key.weight && strcmp(line->text, text) == 0))
        line = line->next_in_bucket;
    return line;
}

static entry *add(plie_line_cache *cache, uint64_t hash, plie_face_key key, const char *text) {
    entry *line = SDL_calloc(1, sizeof *line);
    char *copy = SDL_strdup(text);
    if (line == NULL || copy == NULL) {
        SDL_free(line);
        SDL_free(copy);
        return NULL;
    }
    char clean[PLIE_LINE_BYTES];
    plie_line_clean(text, clean);
    line->line.hash = hash;
    line->line.advance = plie_line_advance(cache->fonts, key, clean);
    line->line.can_be_read = plie_runs_can_be_read(cache->fonts, key, clean);
    line->key = key;
    line->text = copy;
    line->next_in_bucket = cache->buckets[hash % BUCKET_COUNT];
    cache->buckets[hash % BUCKET_COUNT] = line;
    link_newest(cache, line);
    cache->size += entry_size(line);
    return line;
}

static void add_mask(plie_line_cache *cache, entry *line) {
    char clean[PLIE_LINE_BYTES];
    plie_line_clean(line->text, clean);
    line->line.mask = plie_line_mask(cache->fonts, line->key, clean);
    line->has_mask = true;
    cache->size += mask_size(&line->line.mask);
}

const plie_line *plie_line_cache_get(plie_line_cache *cache, plie_face_key key, const char *text,
                                     bool wants_mask) {
    uint64_t hash = hash_of(key, text);
    entry *line = find(cache, hash, key, text);
    if (line == NULL)
        line = add(cache, hash, key, text);
    if (line == NULL)
        return NULL;
    line->picture = cache->picture;
    if (wants_mask && !line->has_mask)
        add_mask(cache, line);
    unlink_age(cache, line);
    link_newest(cache, line);
    make_room(cache);
    return &line->line;
}
