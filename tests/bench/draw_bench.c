/* What drawing costs: a picture like the work screen, painted whole, with a moving ring and a
 * changing digit, and still. */
#include "draw/canvas.h"
#include "draw/theme.h"

#include <stdio.h>

typedef struct {
    int width, height;
    plie_canvas *canvas;
    SDL_Surface *surface;
    const plie_theme *theme;
} test_window;

static plie_font font_of(const test_window *window, plie_weight weight, float units,
                         SDL_Color color) {
    return (plie_font){weight, units * (float)window->height / 1080, color};
}

static void draw_timeline(const test_window *window, float u) {
    for (int i = 0; i < 5; i++) {
        plie_box bar = {(60 + (float)i * 360) * u, 986 * u, 350 * u, 15 * u};
        SDL_Color color = plie_theme_segment(window->theme, (plie_segment_kind)i);
        plie_draw_box(window->canvas, bar, 8 * u, color);
        plie_draw_text(window->canvas, font_of(window, PLIE_MEDIUM, 24, window->theme->dim),
                       bar.x + bar.w / 2, 1035 * u, PLIE_ALIGN_CENTER,
                       plie_segment_kind_name((plie_segment_kind)i));
    }
}

static int draw(const test_window *window, float progress, const char *number, const char *left) {
    const plie_theme *theme = window->theme;
    plie_canvas *canvas = window->canvas;
    float u = (float)window->height / 1080;
    plie_canvas_begin(canvas, window->width, window->height, theme->background);
    plie_draw_text(canvas, font_of(window, PLIE_MEDIUM, 34, theme->dim), 80 * u, 85 * u,
                   PLIE_ALIGN_LEFT, "Inner thigh \xC2\xB7 Beginner");
    plie_draw_text(canvas, font_of(window, PLIE_SEMIBOLD, 46, theme->text), 80 * u, 150 * u,
                   PLIE_ALIGN_LEFT, "Standing \xC2\xB7 round 1 of 2 \xC2\xB7 exercise 2 of 6");
    plie_draw_text(canvas, font_of(window, PLIE_SEMIBOLD, 46, theme->text), 1840 * u, 150 * u,
                   PLIE_ALIGN_RIGHT, left);
    plie_draw_box(canvas, (plie_box){60 * u, 190 * u, 1000 * u, 700 * u}, 40 * u, theme->panel);
    plie_draw_paragraph(canvas, font_of(window, PLIE_SEMIBOLD, 60, theme->text),
                        (plie_box){110 * u, 240 * u, 900 * u, 600 * u}, PLIE_ALIGN_LEFT, 6, 30 * u,
                        "Knees follow your toes. Chest up, weight on the heels. Breathe out on "
                        "the way up.",
                        NULL);
    plie_draw_paragraph(canvas, font_of(window, PLIE_EXTRABOLD, 90, theme->text),
                        (plie_box){1110 * u, 190 * u, 730 * u, 200 * u}, PLIE_ALIGN_LEFT, 2, 50 * u,
                        "Plie squat, one heel raised", NULL);
    plie_draw_ring(canvas, 1460 * u, 680 * u, 210 * u, 34 * u, 0, 1, theme->panel);
    plie_draw_ring(canvas, 1460 * u, 680 * u, 210 * u, 34 * u, 0, progress, theme->accent);
    plie_draw_digits(canvas, font_of(window, PLIE_EXTRABOLD, 210, theme->text), 1460 * u, 745 * u,
                     PLIE_ALIGN_CENTER, number);
    plie_draw_text(canvas, font_of(window, PLIE_SEMIBOLD, 46, theme->text), 80 * u, 950 * u,
                   PLIE_ALIGN_LEFT, "Next Rest 30 s, then curtsy lunge");
    draw_timeline(window, u);
    SDL_Rect regions[16];
    return plie_canvas_end(canvas, window->surface, regions, 16);
}

static double since(Uint64 start) {
    return 1000.0 * (double)(SDL_GetPerformanceCounter() - start) /
           (double)SDL_GetPerformanceFrequency();
}

static double whole_ms(const test_window *window, int times) {
    Uint64 start = SDL_GetPerformanceCounter();
    for (int i = 0; i < times; i++) {
        plie_canvas_forget(window->canvas);
        (void)draw(window, 0.6F, "14", "21:40 left");
    }
    return since(start) / times;
}

static double moving_ms(const test_window *window, int times) {
    Uint64 start = SDL_GetPerformanceCounter();
    for (int i = 0; i < times; i++) {
        char number[16], left[32];
        (void)snprintf(number, sizeof number, "%d", i / 30 % 100);
        (void)snprintf(left, sizeof left, "21:%02d left", 59 - i / 30 % 60);
        (void)draw(window, (float)(i % 1000) / 1000, number, left);
    }
    return since(start) / times;
}

static double still_ms(const test_window *window, int times) {
    (void)draw(window, 0.6F, "14", "21:40 left");
    Uint64 start = SDL_GetPerformanceCounter();
    int painted = 0;
    for (int i = 0; i < times; i++)
        painted += draw(window, 0.6F, "14", "21:40 left");
    return painted == 0 ? since(start) / times : -1;
}

static int measure(const char *fonts, int width, int height) {
    test_window window = {.width = width, .height = height, .theme = plie_theme_named("dark")};
    window.surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_XRGB8888);
    Uint64 start = SDL_GetPerformanceCounter();
    window.canvas = plie_canvas_new(fonts);
    double opened = since(start);
    if (window.canvas == NULL || window.surface == NULL) {
        (void)fprintf(stderr, "%s\n", SDL_GetError());
        return 1;
    }
    start = SDL_GetPerformanceCounter();
    (void)draw(&window, 0.5F, "14", "21:40 left");
    double first = since(start);
    printf("%dx%d: open %.2f ms, first picture %.2f ms, whole %.3f ms, moving ring and digits "
           "%.3f ms, still %.4f ms\n",
           width, height, opened, first, whole_ms(&window, 200), moving_ms(&window, 3000),
           still_ms(&window, 3000));
    SDL_FreeSurface(window.surface);
    plie_canvas_free(window.canvas);
    return 0;
}

int main(void) {
    char *base = SDL_GetBasePath();
    char fonts[4096];
    (void)snprintf(fonts, sizeof fonts, "%s../share/plie/fonts", base != NULL ? base : "./");
    SDL_free(base);
    return measure(fonts, 1920, 1080) | measure(fonts, 3840, 2160);
}
