/* Records boxes, lines, polygons, discs, ellipses and images. */
#include "draw/picture.h"

#include <math.h>

#define FEATHER 0.5F /* how far an edge reaches over its shape */

static uint64_t hash_box(plie_box box, float radius, float width) {
    const float values[] = {box.x, box.y, box.w, box.h, radius, width};
    return plie_hash_floats(PLIE_HASH_START, values, SDL_arraysize(values));
}

static SDL_Rect box_pixels(const plie_canvas *canvas, plie_box box) {
    return plie_picture_pixels(canvas, box.x - FEATHER, box.y - FEATHER, box.x + box.w + FEATHER,
                               box.y + box.h + FEATHER);
}

static plie_round_box round_box(plie_box box, float radius, float width) {
    radius = SDL_clamp(radius, 0.0F, SDL_min(box.w, box.h) / 2);
    return (plie_round_box){.center_x = box.x + box.w / 2,
                            .center_y = box.y + box.h / 2,
                            .core_x = box.w / 2 - radius,
                            .core_y = box.h / 2 - radius,
                            .radius = radius,
                            .width = width};
}

/* A line thinner than a pixel is a pixel wide, and fainter. */
static float at_least_a_pixel(float width, SDL_Color *color) {
    if (width >= 1.0F)
        return width;
    color->a = (Uint8)((float)color->a * SDL_max(width, 0.0F) + 0.5F);
    return 1.0F;
}

void plie_draw_box(plie_canvas *canvas, plie_box box, float radius_px, SDL_Color color) {
    if (!(box.w > 0.0F && box.h > 0.0F))
        return;
    uint64_t hash = hash_box(box, radius_px, 0);
    plie_round_box round = round_box(box, radius_px, 0);
    if (!(round.radius >= 0.5F)) {
        SDL_Rect bounds = plie_picture_pixels(canvas, box.x, box.y, box.x + box.w, box.y + box.h);
        plie_command *command =
            plie_picture_add(canvas, PLIE_COMMAND_SHARP_BOX, color, bounds, hash);
        if (command != NULL)
            command->as.sharp = box;
        return;
    }
    plie_command *command =
        plie_picture_add(canvas, PLIE_COMMAND_ROUND_BOX, color, box_pixels(canvas, box), hash);
    if (command != NULL)
        command->as.round = round;
}

void plie_draw_outline(plie_canvas *canvas, plie_box box, float radius_px, float width_px,
                       SDL_Color color) {
    if (!(box.w > 0.0F && box.h > 0.0F))
        return;
    float width = at_least_a_pixel(width_px, &color);
    plie_command *command =
        plie_picture_add(canvas, PLIE_COMMAND_OUTLINE, color, box_pixels(canvas, box),
                         hash_box(box, radius_px, width));
    if (command != NULL)
        command->as.round = round_box(box, radius_px, width);
}

void plie_draw_disc(plie_canvas *canvas, float center_x, float center_y, float radius_px,
                    SDL_Color color) {
    plie_draw_box(
        canvas,
        (plie_box){center_x - radius_px, center_y - radius_px, radius_px * 2, radius_px * 2},
        radius_px, color);
}

void plie_draw_line(plie_canvas *canvas, float x0, float y0, float x1, float y1, float width_px,
                    SDL_Color color) {
    float half = at_least_a_pixel(width_px, &color) / 2;
    float dx = x1 - x0, dy = y1 - y0;
    float length = sqrtf(dx * dx + dy * dy);
    float reach = half + FEATHER;
    SDL_Rect bounds = plie_picture_pixels(canvas, fminf(x0, x1) - reach, fminf(y0, y1) - reach,
                                          fmaxf(x0, x1) + reach, fmaxf(y0, y1) + reach);
    const float values[] = {x0, y0, x1, y1, half};
    plie_command *command =
        plie_picture_add(canvas, PLIE_COMMAND_LINE, color, bounds,
                         plie_hash_floats(PLIE_HASH_START, values, SDL_arraysize(values)));
    if (command == NULL)
        return;
    float scale = length > 0.0F ? 1.0F / length : 0.0F;
    command->as.stroke = (plie_stroke){x0, y0, dx * scale, dy * scale, length, half};
}

static float twice_the_area(const SDL_FPoint *points, size_t count) {
    float sum = 0;
    for (size_t i = 0; i < count; i++) {
        const SDL_FPoint *a = &points[i], *b = &points[(i + 1) % count];
        sum += a->x * b->y - b->x * a->y;
    }
    return sum;
}

static void set_edges(plie_command *command, const SDL_FPoint *points, size_t count) {
    float outward = twice_the_area(points, count) > 0.0F ? 1.0F : -1.0F;
    size_t edges = 0;
    for (size_t i = 0; i < count; i++) {
        const SDL_FPoint *a = &points[i], *b = &points[(i + 1) % count];
        float dx = b->x - a->x, dy = b->y - a->y;
        float length = sqrtf(dx * dx + dy * dy);
        if (!(length > 0.0F))
            continue;
        float x = outward * dy / length, y = outward * -dx / length;
        command->as.polygon.edges[edges++] = (plie_half_plane){x, y, x * a->x + y * a->y};
    }
    command->as.polygon.edge_count = edges;
}

void plie_draw_polygon(plie_canvas *canvas, const SDL_FPoint *points, size_t count,
                       SDL_Color color) {
    if (count < 3)
        return;
    count = SDL_min(count, PLIE_POLYGON_LIMIT);
    float left = points[0].x, top = points[0].y, right = left, bottom = top;
    uint64_t hash = PLIE_HASH_START;
    for (size_t i = 0; i < count; i++) {
        const float place[] = {points[i].x, points[i].y};
        hash = plie_hash_floats(hash, place, 2);
        left = fminf(left, points[i].x);
        top = fminf(top, points[i].y);
        right = fmaxf(right, points[i].x);
        bottom = fmaxf(bottom, points[i].y);
    }
    SDL_Rect bounds = plie_picture_pixels(canvas, left - FEATHER, top - FEATHER, right + FEATHER,
                                          bottom + FEATHER);
    plie_command *command = plie_picture_add(canvas, PLIE_COMMAND_POLYGON, color, bounds, hash);
    if (command != NULL)
        set_edges(command, points, count);
}

void plie_draw_soft_ellipse(plie_canvas *canvas, SDL_FPoint middle, SDL_FPoint along,
                            SDL_FPoint across, SDL_Color color) {
    float area = along.x * across.y - along.y * across.x;
    if (!(fabsf(area) >= 1.0F && isfinite(area)))
        return;
    float reach_x = sqrtf(along.x * along.x + across.x * across.x);
    float reach_y = sqrtf(along.y * along.y + across.y * across.y);
    SDL_Rect bounds = plie_picture_pixels(canvas, middle.x - reach_x, middle.y - reach_y,
                                          middle.x + reach_x, middle.y + reach_y);
    const float values[] = {middle.x, middle.y, along.x, along.y, across.x, across.y};
    plie_command *command =
        plie_picture_add(canvas, PLIE_COMMAND_SOFT_ELLIPSE, color, bounds,
                         plie_hash_floats(PLIE_HASH_START, values, SDL_arraysize(values)));
    if (command != NULL)
        command->as.ellipse = (plie_soft_ellipse){
            middle.x, middle.y, across.y / area, -across.x / area, -along.y / area, along.x / area};
}

void plie_draw_image(plie_canvas *canvas, const plie_image *image, plie_box box) {
    if (image == NULL || !(box.w >= 1.0F && box.h >= 1.0F) || !isfinite(box.x + box.y))
        return;
    int width, height;
    plie_image_fit(image, fminf(box.w, (float)canvas->width), fminf(box.h, (float)canvas->height),
                   &width, &height);
    float left = roundf(box.x + (box.w - (float)width) / 2);
    float top = roundf(box.y + (box.h - (float)height) / 2);
    const float values[] = {left, top, (float)width, (float)height};
    uint64_t hash = plie_hash_floats(PLIE_HASH_START, values, SDL_arraysize(values));
    hash = plie_hash_word(hash, (uint32_t)image->id);
    hash = plie_hash_word(hash, (uint32_t)(image->id >> 32));
    SDL_Rect bounds =
        plie_picture_pixels(canvas, left, top, left + (float)width, top + (float)height);
    plie_command *command =
        plie_picture_add(canvas, PLIE_COMMAND_IMAGE, (SDL_Color){0, 0, 0, 255}, bounds, hash);
    if (command == NULL)
        return;
    command->as.image.pixels = plie_image_cache_get(canvas->images, image, width, height);
    command->as.image.x = (int)left;
    command->as.image.y = (int)top;
    command->as.image.width = width;
    if (command->as.image.pixels == NULL)
        canvas->command_count--;
}
