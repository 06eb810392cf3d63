/* How long it takes to open "Your weeks" with 10,000 sessions at 1920x1080: to read them, to draw
 * the first picture, and to draw again after a wheel has moved the list. */
#include "draw/canvas.h"
#include "screens/history.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define SESSIONS 10000
#define WORKS 40
#define WIDTH 1920
#define HEIGHT 1080
#define TURNS 50
#define PATH_ROOM 512
#define DAY_MS INT64_C(86400000)
#define LAST_MS INT64_C(1795280400000)

static double now_ms(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void demand(bool fine, const char *what) {
    if (fine)
        return;
    (void)fprintf(stderr, "%s failed\n", what);
    exit(3);
}

static void add_session(plie_history *history, int n) {
    char id[PLIE_SESSION_ID_LENGTH + 1];
    plie_interval_record intervals[WORKS];
    bool added = false;
    (void)snprintf(id, sizeof id, "%08x%024x", (unsigned)n * 2654435761u, (unsigned)n);
    plie_session_record record = {.id = id,
                                  .start = {LAST_MS - n * DAY_MS / 2, 60},
                                  .program = n % 3 == 0 ? "smooth-skin" : "inner-thigh",
                                  .name = n % 3 == 0 ? "Smooth skin" : "Inner thigh",
                                  .planned_ms = 2400000,
                                  .active_ms = 1200000 + n % 1000 * INT64_C(1000),
                                  .work_ms = 900000,
                                  .reps = 300 + n % 97,
                                  .kcal = 150,
                                  .effort = 1 + n % 10,
                                  .completed = n % 11 != 0};
    for (int i = 0; i < WORKS; i++)
        intervals[i] = (plie_interval_record){.index = i,
                                              .kind = PLIE_WORK,
                                              .exercise = "curtsy-lunge",
                                              .name = "Curtsy lunge",
                                              .side = PLIE_BOTH,
                                              .round = 1,
                                              .set = 1,
                                              .reps = 20,
                                              .start_ms = i * INT64_C(60000),
                                              .done_ms = 30000};
    demand(plie_history_import(history, &record, intervals, WORKS, &added) && added, "import");
}

static void fill(const char *path) {
    plie_store_state state;
    plie_history *history = plie_history_open(path, &state, NULL);
    demand(history && plie_history_import_begin(history), "open");
    for (int n = 0; n < SESSIONS; n++)
        add_session(history, n);
    demand(plie_history_import_end(history, true), "import");
    plie_history_close(history);
}

typedef struct {
    plie_page page;
    SDL_Surface *surface;
    plie_history_screen screen;
    const plie_session_record *programs[PLIE_HISTORY_PROGRAM_LIMIT];
} stage;

static void draw(stage *at) {
    SDL_Rect region;
    at->page.hits.count = 0;
    plie_canvas_begin(at->page.canvas, WIDTH, HEIGHT, at->page.theme->background);
    plie_history_draw(&at->page, &at->screen);
    (void)plie_canvas_end(at->page.canvas, at->surface, &region, 1);
}

static void look(stage *at, plie_arena *arena) {
    plie_history_screen *screen = &at->screen;
    screen->today = plie_day_of_moment((plie_moment){LAST_MS, 60});
    screen->goal_min = 60;
    screen->trouble = "";
    screen->focus = PLIE_HISTORY_AT_WEEKS;
    screen->points = PLIE_NEW_ARRAY(arena, screen->list.count + 1, plie_progress_point);
    screen->program_count =
        plie_programs_done(&screen->list, at->programs, PLIE_HISTORY_PROGRAM_LIMIT);
    screen->programs = at->programs;
    plie_history_settle(screen, NULL);
}

static void tell(const char *what, double since_ms) {
    (void)printf("%-44s %8.2f ms\n", what, now_ms() - since_ms);
}

static void measure_opening(stage *at, const char *path, plie_arena *arena) {
    plie_store_state state;
    double start = now_ms();
    plie_history *history = plie_history_open(path, &state, NULL);
    demand(history && plie_history_sessions(history, arena, 0, 0, &at->screen.list), "read");
    tell("open and read 10,000 sessions", start);
    double drawn = now_ms();
    look(at, arena);
    draw(at);
    tell("the first picture", drawn);
    tell("both", start);
    double opened = now_ms();
    demand(plie_history_intervals(history, arena, at->screen.list.records[0].id,
                                  &at->screen.intervals),
           "intervals");
    (void)plie_history_act(&at->screen, PLIE_ACTION_CHOOSE, PLIE_HISTORY_HIT(PLIE_HISTORY_ROW, 0));
    draw(at);
    tell("one session in full", opened);
    plie_history_close(history);
}

static void measure_moving(stage *at) {
    (void)plie_history_act(&at->screen, PLIE_ACTION_BACK, 0);
    draw(at);
    double start = now_ms();
    for (int i = 0; i < TURNS; i++) {
        plie_history_scroll(&at->screen, 200);
        draw(at);
    }
    (void)printf("%-44s %8.2f ms\n", "a turn of the wheel", (now_ms() - start) / TURNS);
    (void)plie_history_act(&at->screen, PLIE_ACTION_LAST, 0);
    start = now_ms();
    draw(at);
    tell("the oldest session", start);
    (void)plie_history_act(&at->screen, PLIE_ACTION_PROGRESS, 0);
    start = now_ms();
    draw(at);
    tell("a program over time", start);
}

int main(void) {
    char folder[PATH_ROOM / 2], path[PATH_ROOM], fonts[PATH_ROOM];
    const char *temporary = getenv("TMPDIR");
    (void)snprintf(folder, sizeof folder, "%s/plie-bench-XXXXXX", temporary ? temporary : "/tmp");
    demand(mkdtemp(folder) != NULL, "a folder");
    (void)snprintf(path, sizeof path, "%s/history.sqlite", folder);
    char *base = SDL_GetBasePath();
    (void)snprintf(fonts, sizeof fonts, "%s../share/plie/fonts", base ? base : "");
    SDL_free(base);
    fill(path);
    static stage at;
    at.page.canvas = plie_canvas_new(fonts);
    at.page.theme = plie_theme_named("dark");
    at.page.layout = plie_layout_for(WIDTH, HEIGHT, 100);
    at.surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32, SDL_PIXELFORMAT_XRGB8888);
    demand(at.page.canvas && at.surface, "a canvas");
    plie_arena *arena = plie_arena_new();
    measure_opening(&at, path, arena);
    measure_moving(&at);
    plie_arena_free(arena);
    SDL_FreeSurface(at.surface);
    plie_canvas_free(at.page.canvas);
    (void)remove(path);
    (void)rmdir(folder);
    return 0;
}
