/* What one frame of a figure costs: in the panel of a window of 1920x1080, its whole repetition
 * drawn moment by moment, only what changed painted again. In processor time, so that others who
 * use the machine count for little. Usage: figure_bench [ID...]; without ids all figures are
 * measured, the slowest told. */
#include "draw/canvas.h"
#include "draw/theme.h"
#include "figure/figure_draw.h"
#include "figure/figure_store.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WIDTH 1920
#define HEIGHT 1080
#define FRAMES 150 /* of a repetition */
#define GOAL_MS 2.0
#define FIGURE_LIMIT 1000
#define TOLD 12

static const plie_box PANEL = {60, 190, 1000, 700};

typedef struct {
    plie_canvas *canvas;
    SDL_Surface *surface;
    const plie_theme *theme;
} stage;

typedef struct {
    char id[64];
    double mean_ms, worst_ms;
    double repainted; /* pixels of a frame, in parts of the panel */
} cost;

static double processor_ms(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static double draw_frame(const stage *on, const plie_figure_shown *shown) {
    SDL_Rect regions[16];
    plie_canvas_begin(on->canvas, WIDTH, HEIGHT, on->theme->background);
    plie_draw_box(on->canvas, PANEL, 40, on->theme->panel);
    plie_draw_figure(on->canvas, on->theme, PANEL, shown);
    int count = plie_canvas_end(on->canvas, on->surface, regions, 16);
    double pixels = 0;
    for (int i = 0; i < count; i++)
        pixels += (double)regions[i].w * regions[i].h;
    return pixels / (double)(PANEL.w * PANEL.h);
}

static bool measure(const stage *on, plie_figures *figures, cost *out) {
    const plie_figure *figure = plie_figures_named(figures, out->id, NULL);
    if (figure == NULL) {
        (void)fprintf(stderr, "there is no figure of %s\n", out->id);
        return false;
    }
    plie_canvas_forget(on->canvas);
    for (int i = -1; i < FRAMES; i++) {
        plie_figure_shown shown = {.figure = figure,
                                   .part = (double)i / FRAMES,
                                   .changes = figure->alternates,
                                   .breath = i % 100 / 100.0};
        double start = processor_ms(), repainted = draw_frame(on, &shown);
        double took = processor_ms() - start;
        if (i < 0)
            continue;
        out->mean_ms += took / FRAMES;
        out->repainted += repainted / FRAMES;
        out->worst_ms = took > out->worst_ms ? took : out->worst_ms;
    }
    return true;
}

static int by_mean(const void *a, const void *b) {
    const cost *one = a, *other = b;
    return one->mean_ms > other->mean_ms ? -1 : one->mean_ms < other->mean_ms;
}

static void tell(const cost *of) {
    printf("%-26s mean %.3f ms, worst %.3f ms, repaints %.0f %% of the panel%s\n", of->id,
           of->mean_ms, of->worst_ms, 100 * of->repainted,
           of->mean_ms > GOAL_MS ? ": over the goal of 2 ms" : "");
}

static size_t all_ids(const char *folder, cost *costs) {
    size_t count = 0;
    DIR *files = opendir(folder);
    const struct dirent *file;
    while (files != NULL && (file = readdir(files)) != NULL && count < FIGURE_LIMIT) {
        const char *end = strrchr(file->d_name, '.');
        if (end == NULL || strcmp(end, ".json") != 0 ||
            strcmp(file->d_name, "base-poses.json") == 0)
            continue;
        (void)snprintf(costs[count++].id, sizeof costs->id, "%.*s", (int)(end - file->d_name),
                       file->d_name);
    }
    if (files != NULL)
        (void)closedir(files);
    return count;
}

static void tell_slowest(cost *costs, size_t count) {
    double sum = 0;
    qsort(costs, count, sizeof *costs, by_mean);
    for (size_t i = 0; i < count; i++)
        sum += costs[i].mean_ms / (double)count;
    for (size_t i = 0; i < count && i < TOLD; i++)
        tell(&costs[i]);
    printf("%zu figures, %.3f ms a frame of all of them\n", count, sum);
}

static bool measure_all(const stage *on, const char *folder, int id_count, char **ids) {
    static cost costs[FIGURE_LIMIT];
    size_t count = 0;
    plie_figures *figures = plie_figures_new(folder);
    for (; count < (size_t)id_count && count < FIGURE_LIMIT; count++)
        (void)snprintf(costs[count].id, sizeof costs->id, "%s", ids[count]);
    if (id_count == 0)
        count = all_ids(folder, costs);
    bool fine = count > 0;
    for (size_t i = 0; fine && i < count; i++) {
        fine = measure(on, figures, &costs[i]);
        if (fine && id_count > 0)
            tell(&costs[i]);
    }
    if (fine && id_count == 0)
        tell_slowest(costs, count);
    plie_figures_free(figures);
    return fine;
}

int main(int argc, char **argv) {
    char *base = SDL_GetBasePath();
    char fonts[4096], folder[4096];
    (void)snprintf(fonts, sizeof fonts, "%s../share/plie/fonts", base != NULL ? base : "./");
    (void)snprintf(folder, sizeof folder, "%s/assets/figures", PLIE_SOURCE_DIR);
    SDL_free(base);
    stage on = {.canvas = plie_canvas_new(fonts), .theme = plie_theme_named("dark")};
    on.surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_XRGB8888);
    bool fine = on.canvas != NULL && on.surface != NULL;
    if (!fine)
        (void)fprintf(stderr, "%s\n", SDL_GetError());
    fine = fine && measure_all(&on, folder, argc - 1, argv + 1);
    SDL_FreeSurface(on.surface);
    plie_canvas_free(on.canvas);
    return fine ? 0 : 1;
}
