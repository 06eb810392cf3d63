/* Shapes are painted from their distance functions: how far a pixel's centre lies outside (or,
 * negative, inside) of the edge. The edge's feather is the pixel's own width. A distance also tells
 * how many pixels to either side are surely as solid or as empty, so rows are walked in runs.
 *
 * This replaces SDL_RenderGeometry, which in software cuts corners to whole pixels. */
#include "draw/paint_hull.h"
#include "draw/paint_ink.h"
#include "draw/paint_polygon.h"
#include "draw/paint_soft.h"

#include <math.h>

typedef float distance_function(const plie_command *command, float x, float y);

/* Pixels beside this one that are certainly as solid or as empty. */
static int sure_run(float distance) {
    float run = fabsf(distance) - PLIE_RUN_MARGIN;
    return run < 1.0F ? 0 : (int)fminf(run, 16384.0F);
}

static void paint_part_of_row(const plie_command *command, distance_function *distance, Uint32 *row,
                              int y, int begin, int end, const plie_ink *paint) {
    for (int x = begin; x < end;) {
        float away = distance(command, (float)x + 0.5F, (float)y + 0.5F);
        int count = SDL_min(1 + sure_run(away), end - x);
        if (count == 1)
            plie_ink_put(&row[x], paint, plie_ink_coverage(away));
        else
            plie_ink_put_run(&row[x], count, paint, plie_ink_coverage(away));
        x += count;
    }
}

static float round_box_distance(const plie_command *command, float x, float y) {
    const plie_round_box *box = &command->as.round;
    float out_x = fabsf(x - box->center_x) - box->core_x;
    float out_y = fabsf(y - box->center_y) - box->core_y;
    float away;
    if (out_x > 0.0F && out_y > 0.0F)
        away = sqrtf(out_x * out_x + out_y * out_y);
    else
        away = fmaxf(out_x, out_y);
    return away - box->radius;
}

static float outline_distance(const plie_command *command, float x, float y) {
    float half = command->as.round.width / 2;
    return fabsf(round_box_distance(command, x, y) + half) - half;
}

/* Between the corners, away from the sides, all pixels of a row are covered alike. */
static void paint_round_row(const plie_command *command, distance_function *distance, Uint32 *row,
                            int y, int begin, int end, const plie_ink *paint) {
    const plie_round_box *box = &command->as.round;
    float reach = box->core_x - box->width - 1.0F;
    int flat_begin = (int)ceilf(box->center_x - reach);
    int flat_end = (int)floorf(box->center_x + reach);
    if (flat_end - flat_begin < 4) {
        paint_part_of_row(command, distance, row, y, begin, end, paint);
        return;
    }
    float away = distance(command, (float)flat_begin + 0.5F, (float)y + 0.5F);
    int middle_begin = SDL_clamp(flat_begin, begin, end);
    int middle_end = SDL_clamp(flat_end, begin, end);
    paint_part_of_row(command, distance, row, y, begin, middle_begin, paint);
    plie_ink_put_run(&row[middle_begin], middle_end - middle_begin, paint, plie_ink_coverage(away));
    paint_part_of_row(command, distance, row, y, middle_end, end, paint);
}

static void paint_round(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    plie_ink paint = plie_ink_of(plane, command->color);
    distance_function *distance =
        command->kind == PLIE_COMMAND_OUTLINE ? outline_distance : round_box_distance;
    for (int y = clip.y; y < clip.y + clip.h; y++)
        paint_round_row(command, distance, &plane->pixels[(size_t)y * (size_t)plane->stride], y,
                        clip.x, clip.x + clip.w, &paint);
}

/* How much of the pixel from at to at + 1 lies between low and high. */
static float overlap(int at, float low, float high) {
    float length = fminf((float)at + 1.0F, high) - fmaxf((float)at, low);
    return SDL_clamp(length, 0.0F, 1.0F);
}

static void paint_sharp(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    plie_ink paint = plie_ink_of(plane, command->color);
    const plie_box *box = &command->as.sharp;
    int solid_begin = SDL_clamp((int)ceilf(box->x), clip.x, clip.x + clip.w);
    int solid_end = SDL_clamp((int)floorf(box->x + box->w), solid_begin, clip.x + clip.w);
    for (int y = clip.y; y < clip.y + clip.h; y++) {
        Uint32 *row = &plane->pixels[(size_t)y * (size_t)plane->stride];
        float share = overlap(y, box->y, box->y + box->h) * (float)PLIE_SOLID;
        for (int x = clip.x; x < solid_begin; x++)
            plie_ink_put(&row[x], &paint,
                         (unsigned)(overlap(x, box->x, box->x + box->w) * share + 0.5F));
        plie_ink_put_run(&row[solid_begin], solid_end - solid_begin, &paint,
                         (unsigned)(share + 0.5F));
        for (int x = solid_end; x < clip.x + clip.w; x++)
            plie_ink_put(&row[x], &paint,
                         (unsigned)(overlap(x, box->x, box->x + box->w) * share + 0.5F));
    }
}

/* Positive where the point lies clockwise of the ray (y points down). */
static float clockwise_of(SDL_FPoint ray, float x, float y) {
    return ray.x * y - ray.y * x;
}

static float ring_distance(const plie_command *command, float x, float y) {
    const plie_sector *sector = &command->as.sector;
    float dx = x - sector->center_x, dy = y - sector->center_y;
    return fabsf(sqrtf(dx * dx + dy * dy) - sector->radius) - sector->half_width;
}

static float end_distance(const plie_sector *sector, SDL_FPoint end, float dx, float dy) {
    float x = dx - end.x * sector->radius, y = dy - end.y * sector->radius;
    return sqrtf(x * x + y * y) - sector->half_width;
}

static float arc_end_distance(const plie_command *command, float x, float y) {
    const plie_sector *sector = &command->as.sector;
    float dx = x - sector->center_x, dy = y - sector->center_y;
    bool after_from = clockwise_of(sector->from, dx, dy) >= 0.0F;
    bool before_to = clockwise_of(sector->to, dx, dy) <= 0.0F;
    if (sector->over_half ? after_from || before_to : after_from && before_to)
        return ring_distance(command, x, y);
    return fminf(end_distance(sector, sector->from, dx, dy),
                 end_distance(sector, sector->to, dx, dy));
}

static bool owns(const plie_sector *sector, int x, int y) {
    float dx = (float)x + 0.5F - sector->center_x, dy = (float)y + 0.5F - sector->center_y;
    return clockwise_of(sector->first, dx, dy) >= 0.0F && clockwise_of(sector->last, dx, dy) < 0.0F;
}

static void paint_sector(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    plie_ink paint = plie_ink_of(plane, command->color);
    const plie_sector *sector = &command->as.sector;
    distance_function *distance =
        command->kind == PLIE_COMMAND_ARC_END ? arc_end_distance : ring_distance;
    for (int y = clip.y; y < clip.y + clip.h; y++) {
        int begin = clip.x, end = clip.x + clip.w;
        while (!sector->whole && begin < end && !owns(sector, begin, y))
            begin++;
        while (!sector->whole && end > begin && !owns(sector, end - 1, y))
            end--;
        paint_part_of_row(command, distance, &plane->pixels[(size_t)y * (size_t)plane->stride], y,
                          begin, end, &paint);
    }
}

static float line_distance(const plie_command *command, float x, float y) {
    const plie_stroke *stroke = &command->as.stroke;
    float dx = x - stroke->x, dy = y - stroke->y;
    float along = SDL_clamp(dx * stroke->along_x + dy * stroke->along_y, 0.0F, stroke->length);
    dx -= along * stroke->along_x;
    dy -= along * stroke->along_y;
    return sqrtf(dx * dx + dy * dy) - stroke->half_width;
}

static void paint_plain(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    plie_ink paint = plie_ink_of(plane, command->color);
    for (int y = clip.y; y < clip.y + clip.h; y++)
        paint_part_of_row(command, line_distance, &plane->pixels[(size_t)y * (size_t)plane->stride],
                          y, clip.x, clip.x + clip.w, &paint);
}

static void paint_text(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    plie_ink paint = plie_ink_of(plane, command->color);
    const plie_mask *mask = command->as.text.mask;
    for (int y = clip.y; y < clip.y + clip.h; y++) {
        Uint32 *row = &plane->pixels[(size_t)y * (size_t)plane->stride];
        const Uint8 *line = &mask->alpha[(size_t)(y - command->as.text.y) * (size_t)mask->width];
        for (int x = clip.x; x < clip.x + clip.w; x++) {
            unsigned level = line[x - command->as.text.x];
            if (level != 0)
                plie_ink_put(&row[x], &paint, level + (level >> 7));
        }
    }
}

/* The colours of an image's pixel are multiplied by its opacity already. */
static Uint32 laid_over(Uint32 under, Uint32 image_pixel, const SDL_PixelFormat *format) {
    Uint32 rest = 255U - (image_pixel >> 24);
    Uint32 red = (under >> format->Rshift & 0xFFU) * rest / 255U + (image_pixel >> 16 & 0xFFU);
    Uint32 green = (under >> format->Gshift & 0xFFU) * rest / 255U + (image_pixel >> 8 & 0xFFU);
    Uint32 blue = (under >> format->Bshift & 0xFFU) * rest / 255U + (image_pixel & 0xFFU);
    return SDL_min(red, 255U) << format->Rshift | SDL_min(green, 255U) << format->Gshift |
           SDL_min(blue, 255U) << format->Bshift | format->Amask;
}

static void paint_image(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    const Uint32 *pixels = command->as.image.pixels;
    size_t width = (size_t)command->as.image.width;
    for (int y = clip.y; y < clip.y + clip.h; y++) {
        Uint32 *row = &plane->pixels[(size_t)y * (size_t)plane->stride];
        const Uint32 *line = &pixels[(size_t)(y - command->as.image.y) * width];
        for (int x = clip.x; x < clip.x + clip.w; x++)
            row[x] = laid_over(row[x], line[x - command->as.image.x], plane->format);
    }
}

void plie_command_paint(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    SDL_Rect part;
    if (!SDL_IntersectRect(&command->bounds, &clip, &part))
        return;
    switch (command->kind) {
    case PLIE_COMMAND_SHARP_BOX:
        paint_sharp(command, plane, part);
        break;
    case PLIE_COMMAND_ROUND_BOX:
    case PLIE_COMMAND_OUTLINE:
        paint_round(command, plane, part);
        break;
    case PLIE_COMMAND_RING:
    case PLIE_COMMAND_ARC_END:
        paint_sector(command, plane, part);
        break;
    case PLIE_COMMAND_LINE:
        paint_plain(command, plane, part);
        break;
    case PLIE_COMMAND_HULL:
        plie_hull_paint(command, plane, part);
        break;
    case PLIE_COMMAND_POLYGON:
        plie_polygon_paint(command, plane, part);
        break;
    case PLIE_COMMAND_SOFT_ELLIPSE:
        plie_soft_ellipse_paint(command, plane, part);
        break;
    case PLIE_COMMAND_TEXT:
        paint_text(command, plane, part);
        break;
    case PLIE_COMMAND_IMAGE:
        paint_image(command, plane, part);
        break;
    }
}

/* Boxes alone are worth asking: they are what the rest lies on. */
bool plie_command_covers(const plie_command *command, SDL_Rect region) {
    if (command->kind != PLIE_COMMAND_ROUND_BOX || command->color.a != 255)
        return false;
    SDL_Rect shared;
    if (!SDL_IntersectRect(&command->bounds, &region, &shared) || !SDL_RectEquals(&shared, &region))
        return false;
    const float xs[] = {(float)region.x + 0.5F, (float)(region.x + region.w) - 0.5F};
    const float ys[] = {(float)region.y + 0.5F, (float)(region.y + region.h) - 0.5F};
    for (int i = 0; i < 4; i++)
        if (round_box_distance(command, xs[i % 2], ys[i / 2]) > -0.5F)
            return false;
    return true;
}

void plie_plane_clear(const plie_plane *plane, SDL_Rect region, SDL_Color color) {
    Uint32 pixel = SDL_MapRGB(plane->format, color.r, color.g, color.b);
    for (int y = region.y; y < region.y + region.h; y++)
        SDL_memset4(&plane->pixels[(size_t)y * (size_t)plane->stride + (size_t)region.x], pixel,
                    (size_t)region.w);
}
