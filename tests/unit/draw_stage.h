/* A canvas, a surface to paint on, and the fonts of the build, for the tests of game/draw. */
#ifndef PLIE_TEST_DRAW_STAGE_H
#define PLIE_TEST_DRAW_STAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "draw/canvas.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 320
#define HEIGHT 240

static const SDL_Color BLACK = {0, 0, 0, 255}, WHITE = {255, 255, 255, 255};
static const plie_font FONT = {PLIE_MEDIUM, 24, {255, 255, 255, 255}};

static char *fonts_folder;

static inline SDL_Surface *new_surface(Uint32 format) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, format);
    assert_non_null(surface);
    return surface;
}

static inline plie_canvas *new_canvas(void) {
    plie_canvas *canvas = plie_canvas_new(fonts_folder);
    assert_non_null(canvas);
    return canvas;
}

typedef struct {
    plie_canvas *canvas;
    SDL_Surface *surface;
    SDL_Rect regions[16];
    int count;
} test_stage;

static inline int set_up(void **state) {
    test_stage *stage = calloc(1, sizeof *stage);
    stage->canvas = new_canvas();
    stage->surface = new_surface(SDL_PIXELFORMAT_XRGB8888);
    *state = stage;
    return 0;
}

static inline int tear_down(void **state) {
    test_stage *stage = *state;
    plie_canvas_free(stage->canvas);
    SDL_FreeSurface(stage->surface);
    free(stage);
    return 0;
}

static inline plie_canvas *begin(test_stage *stage) {
    plie_canvas_begin(stage->canvas, WIDTH, HEIGHT, BLACK);
    return stage->canvas;
}

static inline int end(test_stage *stage) {
    stage->count = plie_canvas_end(stage->canvas, stage->surface, stage->regions, 16);
    return stage->count;
}

static inline int brightness(const SDL_Surface *surface, int x, int y) {
    Uint32 pixel;
    memcpy(&pixel,
           (const Uint8 *)surface->pixels + (size_t)y * (size_t)surface->pitch + (size_t)x * 4, 4);
    return (int)(pixel & 0xFFU);
}

static inline int start(void **state) {
    (void)state;
    char *base = SDL_GetBasePath();
    size_t room = strlen(base) + 64;
    fonts_folder = malloc(room);
    (void)snprintf(fonts_folder, room, "%s../share/plie/fonts", base);
    SDL_free(base);
    return 0;
}

static inline int stop(void **state) {
    (void)state;
    free(fonts_folder);
    return 0;
}

#define STAGED(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
