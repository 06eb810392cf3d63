#include "draw/canvas.h"

#include "draw/picture.h"
#include <SDL_ttf.h>
#include <math.h>
#include <stdlib.h>

#define LINE_CACHE_BYTES ((size_t)4 << 20)
#define IMAGE_CACHE_BYTES ((size_t)32 << 20)

plie_canvas *plie_canvas_new(const char *fonts_folder) {
    plie_canvas *canvas = SDL_calloc(1, sizeof *canvas);
    if (canvas == NULL)
        return NULL;
    if (TTF_Init() != 0) {
        SDL_free(canvas);
        return NULL;
    }
    canvas->forgotten = true;
    canvas->images = plie_image_cache_new(IMAGE_CACHE_BYTES);
    canvas->fonts = plie_fonts_new(fonts_folder);
    if (canvas->fonts != NULL) {
        canvas->lines = plie_line_cache_new(canvas->fonts, LINE_CACHE_BYTES);
        canvas->paragraphs = plie_paragraphs_new(canvas->fonts);
    }
    if (canvas->lines == NULL || canvas->paragraphs == NULL || canvas->images == NULL) {
        plie_canvas_free(canvas);
        return NULL;
    }
    return canvas;
}

void plie_canvas_free(plie_canvas *canvas) {
    if (canvas == NULL)
        return;
    plie_paragraphs_free(canvas->paragraphs);
    plie_line_cache_free(canvas->lines);
    plie_fonts_free(canvas->fonts);
    plie_image_cache_free(canvas->images);
    TTF_Quit();
    SDL_FreeSurface(canvas->stand_in);
    SDL_free(canvas->commands);
    SDL_free(canvas->shown);
    SDL_free(canvas->next);
    SDL_free(canvas);
}

const char *plie_canvas_font_problem(const plie_canvas *canvas) {
    return plie_fonts_problem(canvas->fonts);
}

void plie_canvas_forget(plie_canvas *canvas) {
    canvas->forgotten = true;
}

void plie_canvas_begin(plie_canvas *canvas, int width_px, int height_px, SDL_Color background) {
    canvas->width = SDL_clamp(width_px, 0, 16384);
    canvas->height = SDL_clamp(height_px, 0, 16384);
    canvas->background = background;
    canvas->command_count = 0;
    canvas->clipped = false;
    plie_line_cache_next_picture(canvas->lines);
    plie_image_cache_next_picture(canvas->images);
}

static int whole_between(float value, int limit) {
    if (!(value > 0.0F))
        return 0;
    return value >= (float)limit ? limit : (int)value;
}

SDL_Rect plie_picture_pixels(const plie_canvas *canvas, float left, float top, float right,
                             float bottom) {
    SDL_Rect none = {0, 0, 0, 0};
    if (!isfinite(left) || !isfinite(top) || !isfinite(right) || !isfinite(bottom))
        return none;
    int x = whole_between(floorf(left), canvas->width);
    int y = whole_between(floorf(top), canvas->height);
    int width = whole_between(ceilf(right), canvas->width) - x;
    int height = whole_between(ceilf(bottom), canvas->height) - y;
    return width > 0 && height > 0 ? (SDL_Rect){x, y, width, height} : none;
}

void plie_draw_within(plie_canvas *canvas, const plie_box *box) {
    canvas->clipped = box != NULL;
    if (box != NULL)
        canvas->clip =
            plie_picture_pixels(canvas, box->x, box->y, box->x + box->w, box->y + box->h);
}

static void *grown(void *items, size_t count, size_t size) {
    void *more = SDL_realloc(items, count * size);
    if (more == NULL)
        abort();
    return more;
}

static uint64_t hash_of_rect(uint64_t hash, SDL_Rect rect) {
    const int values[] = {rect.x, rect.y, rect.w, rect.h};
    for (size_t i = 0; i < SDL_arraysize(values); i++)
        hash = plie_hash_word(hash, (uint32_t)values[i]);
    return hash;
}

plie_command *plie_picture_add(plie_canvas *canvas, plie_command_kind kind, SDL_Color color,
                               SDL_Rect bounds, uint64_t hash) {
    SDL_Rect whole = bounds;
    if (canvas->clipped && !SDL_IntersectRect(&whole, &canvas->clip, &bounds))
        return NULL;
    if (SDL_RectEmpty(&bounds) || color.a == 0)
        return NULL;
    if (!SDL_RectEquals(&whole, &bounds))
        hash = hash_of_rect(hash, bounds);
    if (canvas->command_count == canvas->command_room) {
        canvas->command_room = SDL_max(canvas->command_room * 2, 128);
        canvas->commands = grown(canvas->commands, canvas->command_room, sizeof *canvas->commands);
    }
    plie_command *command = &canvas->commands[canvas->command_count++];
    hash = plie_hash_word(hash, (uint32_t)kind);
    hash = plie_hash_word(hash, (uint32_t)color.r << 24 | (uint32_t)color.g << 16 |
                                    (uint32_t)color.b << 8 | color.a);
    command->kind = kind;
    command->color = color;
    command->bounds = bounds;
    command->hash = hash;
    return command;
}

static void trace(plie_canvas *canvas) {
    if (canvas->trace_room < canvas->command_room) {
        canvas->trace_room = canvas->command_room;
        canvas->shown = grown(canvas->shown, canvas->trace_room, sizeof *canvas->shown);
        canvas->next = grown(canvas->next, canvas->trace_room, sizeof *canvas->next);
    }
    for (size_t i = 0; i < canvas->command_count; i++)
        canvas->next[i] = (plie_trace){canvas->commands[i].hash, canvas->commands[i].bounds};
}

static bool same_color(SDL_Color a, SDL_Color b) {
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

static bool is_same_place(const plie_canvas *canvas, const SDL_Surface *target) {
    return !canvas->forgotten && canvas->shown_pixels == target->pixels &&
           canvas->shown_pitch == target->pitch && canvas->shown_width == canvas->width &&
           canvas->shown_height == canvas->height &&
           same_color(canvas->shown_background, canvas->background);
}

static void remember(plie_canvas *canvas, const SDL_Surface *target) {
    plie_trace *shown = canvas->shown;
    canvas->shown = canvas->next;
    canvas->next = shown;
    canvas->shown_count = canvas->command_count;
    canvas->shown_background = canvas->background;
    canvas->shown_pixels = target->pixels;
    canvas->shown_pitch = target->pitch;
    canvas->shown_width = canvas->width;
    canvas->shown_height = canvas->height;
    canvas->forgotten = false;
}

static void find_regions(plie_canvas *canvas, const SDL_Surface *target, plie_regions *regions) {
    trace(canvas);
    bool compared =
        is_same_place(canvas, target) && plie_compare(canvas->shown, canvas->shown_count,
                                                      canvas->next, canvas->command_count, regions);
    if (!compared) {
        regions->count = 0;
        plie_regions_add(regions, (SDL_Rect){0, 0, SDL_min(canvas->width, target->w),
                                             SDL_min(canvas->height, target->h)});
    }
}

/* What lies under a command that covers the whole region is never seen. */
static void paint_region(const plie_canvas *canvas, const plie_plane *plane, SDL_Rect region) {
    size_t first = canvas->command_count;
    while (first > 0 && !plie_command_covers(&canvas->commands[first - 1], region))
        first--;
    if (first > 0)
        plie_plane_clear(plane, region, canvas->commands[first - 1].color);
    else
        plie_plane_clear(plane, region, canvas->background);
    for (size_t i = first; i < canvas->command_count; i++)
        plie_command_paint(&canvas->commands[i], plane, region);
}

static void paint_regions(const plie_canvas *canvas, SDL_Surface *surface,
                          const plie_regions *regions) {
    if (SDL_MUSTLOCK(surface) && SDL_LockSurface(surface) != 0)
        return;
    plie_plane plane = {surface->pixels, surface->pitch / 4, surface->format};
    for (int i = 0; i < regions->count; i++)
        paint_region(canvas, &plane, regions->rects[i]);
    if (SDL_MUSTLOCK(surface))
        SDL_UnlockSurface(surface);
}

static bool can_be_painted(const SDL_Surface *surface) {
    const SDL_PixelFormat *format = surface->format;
    return format->BytesPerPixel == 4 && format->Rloss == 0 && format->Gloss == 0 &&
           format->Bloss == 0 && format->Rshift % 8 == 0 && format->Gshift % 8 == 0 &&
           format->Bshift % 8 == 0;
}

static SDL_Surface *stand_in_for(plie_canvas *canvas, const SDL_Surface *target) {
    if (canvas->stand_in != NULL &&
        (canvas->stand_in->w != target->w || canvas->stand_in->h != target->h)) {
        SDL_FreeSurface(canvas->stand_in);
        canvas->stand_in = NULL;
    }
    if (canvas->stand_in == NULL)
        canvas->stand_in =
            SDL_CreateRGBSurfaceWithFormat(0, target->w, target->h, 32, SDL_PIXELFORMAT_XRGB8888);
    return canvas->stand_in;
}

static void paint_through_stand_in(plie_canvas *canvas, SDL_Surface *target,
                                   const plie_regions *regions) {
    SDL_Surface *surface = stand_in_for(canvas, target);
    if (surface == NULL)
        return;
    paint_regions(canvas, surface, regions);
    for (int i = 0; i < regions->count; i++) {
        SDL_Rect from = regions->rects[i], to = from;
        SDL_BlitSurface(surface, &from, target, &to);
    }
}

int plie_canvas_end(plie_canvas *canvas, SDL_Surface *target, SDL_Rect *regions, int limit) {
    plie_regions differing = {.count = 0};
    find_regions(canvas, target, &differing);
    SDL_Rect whole = {0, 0, target->w, target->h};
    for (int i = differing.count - 1; i >= 0; i--)
        if (!SDL_IntersectRect(&differing.rects[i], &whole, &differing.rects[i]))
            differing.rects[i] = differing.rects[--differing.count];
    plie_regions_reduce(&differing, limit);
    if (can_be_painted(target))
        paint_regions(canvas, target, &differing);
    else
        paint_through_stand_in(canvas, target, &differing);
    remember(canvas, target);
    for (int i = 0; i < differing.count; i++)
        regions[i] = differing.rects[i];
    return differing.count;
}
