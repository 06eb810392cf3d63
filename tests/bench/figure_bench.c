/* What one frame of a figure costs: in the panel of a window of 1920x1080, its whole repetition
 * drawn moment by moment, only what changed painted again. */
#include "draw/canvas.h"
#include "draw/theme.h"
#include "figure/figure_draw.h"
#include "figure/figure_store.h"

#include <stdio.h>

#define WIDTH 1920
#define HEIGHT 1080
#define FRAMES 600
#define FRAMES_OF_REPETITION 150.0
#define GOAL_MS 2.0

static const plie_box PANEL = {60, 190, 1000, 700};

typedef struct {
    plie_canvas *canvas;
    SDL_Surface *surface;
    const plie_theme *theme;
} stage;

static double frame_ms(const stage *on, const plie_figure_shown *shown) {
    SDL_Rect regions[16];
    Uint64 start = SDL_GetPerformanceCounter();
    plie_canvas_begin(on->canvas, WIDTH, HEIGHT, on->theme->background);
    plie_draw_box(on->canvas, PANEL, 40, on->theme->panel);
    if (shown != NULL)
        plie_draw_figure(on->canvas, on->theme, PANEL, shown);
    (void)plie_canvas_end(on->canvas, on->surface, regions, 16);
    return 1000.0 * (double)(SDL_GetPerformanceCounter() - start) /
           (double)SDL_GetPerformanceFrequency();
}

static bool measure(const stage *on, plie_figures *figures, const char *id) {
    const plie_figure *figure = plie_figures_named(figures, id, NULL);
    if (figure == NULL) {
        (void)fprintf(stderr, "there is no figure of %s\n", id);
        return false;
    }
    double sum = 0, worst = 0;
    plie_canvas_forget(on->canvas);
    for (int i = -1; i < FRAMES; i++) {
        plie_figure_shown shown = {.figure = figure,
                                   .part = i / FRAMES_OF_REPETITION,
                                   .changes = figure->alternates,
                                   .breath = i % 100 / 100.0};
        double ms = frame_ms(on, &shown);
        if (i < 0)
            continue;
        sum += ms;
        worst = ms > worst ? ms : worst;
    }
    printf("%-24s mean %.3f ms, worst %.3f ms%s\n", id, sum / FRAMES, worst,
           sum / FRAMES > GOAL_MS ? ": over the goal of 2 ms" : "");
    return true;
}

int main(void) {
    static const char *const ids[] = {"plie-squat", "star-jump",      "march",
                                      "clamshell",  "side-step-arms", "bridge-leg-extension",
                                      "plank-jack", "tree-pose",      "side-lunge-weights"};
    char *base = SDL_GetBasePath();
    char fonts[4096], folder[4096];
    (void)snprintf(fonts, sizeof fonts, "%s../share/plie/fonts", base != NULL ? base : "./");
    (void)snprintf(folder, sizeof folder, "%s/assets/figures", PLIE_SOURCE_DIR);
    SDL_free(base);
    stage on = {.canvas = plie_canvas_new(fonts), .theme = plie_theme_named("dark")};
    on.surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_XRGB8888);
    plie_figures *figures = plie_figures_new(folder);
    bool fine = on.canvas != NULL && on.surface != NULL;
    if (!fine)
        (void)fprintf(stderr, "%s\n", SDL_GetError());
    for (size_t i = 0; fine && i < sizeof ids / sizeof *ids; i++)
        fine = measure(&on, figures, ids[i]);
    plie_figures_free(figures);
    SDL_FreeSurface(on.surface);
    plie_canvas_free(on.canvas);
    return fine ? 0 : 1;
}
