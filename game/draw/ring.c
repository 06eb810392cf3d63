/* Records rings in sectors, so that a moving end repaints only the sectors that it touches. Sectors
 * share their rays and each pixel belongs to one of them: no seams, and nothing painted twice. */
#include "draw/picture.h"

#include <math.h>

#define TURN 6.28318530717958647692F
#define SMALL_RING 40.0F
#define SMALL_RING_SECTORS 12
#define SECTORS 48 /* both multiples of 4: no sector reaches from one quarter into the next */

typedef struct {
    float center_x, center_y, radius, width;
    float from, to; /* 0 <= from < 1, from < to <= from + 1 */
    bool full;
    SDL_Color color;
} ring;

static SDL_FPoint direction(float turns) {
    return (SDL_FPoint){sinf(turns * TURN), -cosf(turns * TURN)};
}

/* How far a round end reaches beyond the arc, in turns. */
static float end_reach(const ring *shape) {
    float reach = shape->width / 2 + 1.0F;
    return reach < shape->radius ? asinf(reach / shape->radius) / TURN : 0.5F;
}

/* Whether the stretch [a, b] of a turn lies in [low, high], which may go on over the next top. */
static bool within(float a, float b, float low, float high) {
    for (int turn = 0; turn <= 1; turn++)
        if (a + (float)turn >= low && b + (float)turn <= high)
            return true;
    return false;
}

static bool touches(float a, float b, float low, float high) {
    for (int turn = -1; turn <= 1; turn++)
        if (a + (float)turn <= high && b + (float)turn >= low)
            return true;
    return false;
}

static uint64_t hash_sector(const ring *shape, int index, bool has_end) {
    const float values[] = {shape->center_x,
                            shape->center_y,
                            shape->radius,
                            shape->width,
                            (float)index,
                            has_end ? shape->from : -1.0F,
                            has_end ? shape->to : -1.0F};
    return plie_hash_floats(PLIE_HASH_START, values, SDL_arraysize(values));
}

static plie_sector sector_of(const ring *shape) {
    return (plie_sector){.center_x = shape->center_x,
                         .center_y = shape->center_y,
                         .radius = shape->radius,
                         .half_width = shape->width / 2,
                         .whole = true,
                         .from = direction(shape->from),
                         .to = direction(shape->to),
                         .over_half = shape->to - shape->from > 0.5F};
}

static SDL_Rect whole_pixels(const plie_canvas *canvas, const ring *shape) {
    float reach = shape->radius + shape->width / 2 + 1.0F;
    return plie_picture_pixels(canvas, shape->center_x - reach, shape->center_y - reach,
                               shape->center_x + reach, shape->center_y + reach);
}

static SDL_Rect sector_pixels(const plie_canvas *canvas, const plie_sector *sector) {
    float outer = sector->radius + sector->half_width + 1.0F;
    float inner = fmaxf(sector->radius - sector->half_width - 1.0F, 0.0F);
    SDL_FPoint a = sector->first, b = sector->last;
    float left = fminf(fminf(a.x, b.x) * outer, fminf(a.x, b.x) * inner);
    float top = fminf(fminf(a.y, b.y) * outer, fminf(a.y, b.y) * inner);
    float right = fmaxf(fmaxf(a.x, b.x) * outer, fmaxf(a.x, b.x) * inner);
    float bottom = fmaxf(fmaxf(a.y, b.y) * outer, fmaxf(a.y, b.y) * inner);
    return plie_picture_pixels(canvas, sector->center_x + left - 1.0F,
                               sector->center_y + top - 1.0F, sector->center_x + right + 1.0F,
                               sector->center_y + bottom + 1.0F);
}

static void add_whole(plie_canvas *canvas, const ring *shape) {
    plie_command *command = plie_picture_add(
        canvas, shape->full ? PLIE_COMMAND_RING : PLIE_COMMAND_ARC_END, shape->color,
        whole_pixels(canvas, shape), hash_sector(shape, -1, !shape->full));
    if (command != NULL)
        command->as.sector = sector_of(shape);
}

static void add_sector(plie_canvas *canvas, const ring *shape, int index, int count) {
    float begin = (float)index / (float)count, end = (float)(index + 1) / (float)count;
    float reach = end_reach(shape);
    bool has_end = !shape->full && !within(begin, end, shape->from, shape->to);
    if (has_end && !touches(begin, end, shape->from - reach, shape->to + reach))
        return;
    plie_sector sector = sector_of(shape);
    sector.whole = false;
    sector.first = direction(begin);
    sector.last = direction((float)((index + 1) % count) / (float)count);
    plie_command *command = plie_picture_add(
        canvas, has_end ? PLIE_COMMAND_ARC_END : PLIE_COMMAND_RING, shape->color,
        sector_pixels(canvas, &sector), hash_sector(shape, index * 64 + count, has_end));
    if (command != NULL)
        command->as.sector = sector;
}

void plie_draw_ring(plie_canvas *canvas, float center_x, float center_y, float radius_px,
                    float width_px, float from, float to, SDL_Color color) {
    if (!(to > from) || !(radius_px > 0.0F && width_px > 0.0F))
        return;
    ring shape = {.center_x = center_x,
                  .center_y = center_y,
                  .radius = radius_px,
                  .width = width_px,
                  .from = from - floorf(from),
                  .full = to - from >= 1.0F,
                  .color = color};
    shape.to = shape.from + fminf(to - from, 1.0F);
    float outer = radius_px + width_px / 2;
    if (outer < SMALL_RING / 2 || end_reach(&shape) >= 0.5F) {
        add_whole(canvas, &shape);
        return;
    }
    int count = outer < SMALL_RING ? SMALL_RING_SECTORS : SECTORS;
    for (int i = 0; i < count; i++)
        add_sector(canvas, &shape, i, count);
}
