#include "draw/image.h"

#include <math.h>

/* The pixels of one row or column that a new pixel is mixed from: first, then all of share 1, then
 * last. */
typedef struct {
    int first, last;
    float first_share, last_share, inner_share;
} mix;

typedef struct {
    float a, r, g, b;
} light;

/* The new pixel covers a stretch of old ones: each counts by how much of it is covered. */
static mix mix_of_stretch(int at, double ratio, int count) {
    double low = at * ratio, high = low + ratio;
    int first = SDL_min((int)low, count - 1);
    int last = SDL_clamp((int)ceil(high) - 1, first, count - 1);
    double end = SDL_min(high, (double)count);
    mix made = {first, last, 0, 0, (float)(1 / (end - low))};
    if (first == last) {
        made.first_share = 1;
        return made;
    }
    made.first_share = (float)(first + 1 - low) * made.inner_share;
    made.last_share = (float)(end - last) * made.inner_share;
    return made;
}

/* The new pixel's centre lies between those of two old ones. */
static mix mix_of_neighbours(int at, double ratio, int count) {
    double place = SDL_clamp((at + 0.5) * ratio - 0.5, 0.0, (double)count - 1);
    int first = (int)place;
    float beyond = (float)(place - first);
    return (mix){first, SDL_min(first + 1, count - 1), 1 - beyond, beyond, 0};
}

static mix *mixes_of(int from, int to) {
    mix *mixes = SDL_calloc((size_t)to, sizeof *mixes);
    double ratio = (double)from / to;
    for (int i = 0; mixes != NULL && i < to; i++)
        mixes[i] = from > to ? mix_of_stretch(i, ratio, from) : mix_of_neighbours(i, ratio, from);
    return mixes;
}

static void add_pixel(light *sum, Uint32 pixel, float share) {
    sum->a += (float)(pixel >> 24) * share;
    sum->r += (float)(pixel >> 16 & 0xFFU) * share;
    sum->g += (float)(pixel >> 8 & 0xFFU) * share;
    sum->b += (float)(pixel & 0xFFU) * share;
}

static void add_row(light *sums, const Uint32 *row, const mix *columns, int width, float share) {
    for (int x = 0; x < width; x++) {
        const mix *column = &columns[x];
        add_pixel(&sums[x], row[column->first], column->first_share * share);
        for (int i = column->first + 1; i < column->last; i++)
            add_pixel(&sums[x], row[i], column->inner_share * share);
        if (column->last_share > 0)
            add_pixel(&sums[x], row[column->last], column->last_share * share);
    }
}

static Uint32 byte_of(float level) {
    return (Uint32)SDL_clamp(level + 0.5F, 0.0F, 255.0F);
}

static void write_row(Uint32 *row, const light *sums, int width) {
    for (int x = 0; x < width; x++)
        row[x] = byte_of(sums[x].a) << 24 | byte_of(sums[x].r) << 16 | byte_of(sums[x].g) << 8 |
                 byte_of(sums[x].b);
}

static void mix_rows(light *sums, const Uint32 *pixels, int from_width, const mix *row,
                     const mix *columns, int width) {
    SDL_memset(sums, 0, (size_t)width * sizeof *sums);
    for (int y = row->first; y <= row->last; y++) {
        float share = y == row->first  ? row->first_share
                      : y == row->last ? row->last_share
                                       : row->inner_share;
        if (share > 0)
            add_row(sums, &pixels[(size_t)y * (size_t)from_width], columns, width, share);
    }
}

Uint32 *plie_image_scaled(const Uint32 *pixels, int from_width, int from_height, int width,
                          int height) {
    mix *columns = mixes_of(from_width, width), *rows = mixes_of(from_height, height);
    light *sums = SDL_calloc((size_t)width, sizeof *sums);
    Uint32 *scaled = SDL_malloc((size_t)width * (size_t)height * sizeof *scaled);
    if (columns == NULL || rows == NULL || sums == NULL || scaled == NULL) {
        SDL_free(scaled);
        scaled = NULL;
    }
    for (int y = 0; scaled != NULL && y < height; y++) {
        mix_rows(sums, pixels, from_width, &rows[y], columns, width);
        write_row(&scaled[(size_t)y * (size_t)width], sums, width);
    }
    SDL_free(sums);
    SDL_free(rows);
    SDL_free(columns);
    return scaled;
}
