#include "draw/image_cache.h"

typedef struct scaled_image scaled_image;
struct scaled_image {
    uint64_t id;
    int width, height;
    Uint32 *pixels;
    unsigned picture;   /* in which it was last asked for */
    scaled_image *next; /* asked for before this one */
};

struct plie_image_cache {
    scaled_image *newest;
    size_t size, limit;
    unsigned picture;
};

plie_image_cache *plie_image_cache_new(size_t limit_bytes) {
    plie_image_cache *cache = SDL_calloc(1, sizeof *cache);
    if (cache != NULL)
        cache->limit = limit_bytes;
    return cache;
}

static void free_scaled(scaled_image *scaled) {
    SDL_free(scaled->pixels);
    SDL_free(scaled);
}

void plie_image_cache_free(plie_image_cache *cache) {
    if (cache == NULL)
        return;
    for (scaled_image *scaled = cache->newest, *next; scaled != NULL; scaled = next) {
        next = scaled->next;
        free_scaled(scaled);
    }
    SDL_free(cache);
}

void plie_image_cache_next_picture(plie_image_cache *cache) {
    cache->picture++;
}

static size_t bytes_of(const scaled_image *scaled) {
    return (size_t)scaled->width * (size_t)scaled->height * sizeof *scaled->pixels;
}

static scaled_image *taken_out(plie_image_cache *cache, uint64_t id, int width, int height) {
    for (scaled_image **link = &cache->newest; *link != NULL; link = &(*link)->next) {
        scaled_image *scaled = *link;
        if (scaled->id == id && scaled->width == width && scaled->height == height) {
            *link = scaled->next;
            return scaled;
        }
    }
    return NULL;
}

static scaled_image *made(plie_image_cache *cache, const plie_image *image, int width, int height) {
    scaled_image *scaled = SDL_calloc(1, sizeof *scaled);
    if (scaled == NULL)
        return NULL;
    *scaled = (scaled_image){.id = image->id, .width = width, .height = height};
    scaled->pixels = plie_image_scaled(image->pixels, image->width, image->height, width, height);
    if (scaled->pixels == NULL) {
        SDL_free(scaled);
        return NULL;
    }
    cache->size += bytes_of(scaled);
    return scaled;
}

/* What this picture uses stays, even beyond the limit. */
static void make_room(plie_image_cache *cache) {
    size_t kept = 0;
    scaled_image **link = &cache->newest;
    while (*link != NULL) {
        scaled_image *scaled = *link;
        if (kept + bytes_of(scaled) > cache->limit && scaled->picture != cache->picture) {
            *link = scaled->next;
            cache->size -= bytes_of(scaled);
            free_scaled(scaled);
        } else {
            kept += bytes_of(scaled);
            link = &scaled->next;
        }
    }
}

const Uint32 *plie_image_cache_get(plie_image_cache *cache, const plie_image *image, int width,
                                   int height) {
    scaled_image *scaled = taken_out(cache, image->id, width, height);
    if (scaled == NULL)
        scaled = made(cache, image, width, height);
    if (scaled == NULL)
        return NULL;
    scaled->picture = cache->picture;
    scaled->next = cache->newest;
    cache->newest = scaled;
    if (cache->size > cache->limit)
        make_room(cache);
    return scaled->pixels;
}
