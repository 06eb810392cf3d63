/* An app without a window, on a data folder of its own, for tests of game/app*.c. */
#ifndef PLIE_TEST_APP_STAGE_H
#define PLIE_TEST_APP_STAGE_H

#include "draw_stage.h"

#include "app_internal.h"
#include "cli/files.h"
#include <sys/stat.h>
#include <unistd.h>

/* Thursday, 14 May 2026, 18:05. */
#define NOW_MS INT64_C(1778781900000)
#define STAGE_DAY_MS INT64_C(86400000)

typedef struct {
    plie_app app;
    plie_options options;
    char *folder;
} app_stage;

static inline int make_app(void **state) {
    static app_stage stage;
    stage = (app_stage){.options = {.choices = {.level = PLIE_BEGINNER},
                                    .has_date = true,
                                    .date = {2026, 5, 14, 18, 5}}};
    plie_app *app = &stage.app;
    app->arena = plie_arena_new();
    app->options = &stage.options;
    stage.folder = plie_arena_strdup(app->arena, "/tmp/plie-app-XXXXXX");
    assert_non_null(mkdtemp(stage.folder));
    app->paths = (plie_paths){.data = stage.folder,
                              .programs = plie_path_join(app->arena, stage.folder, "programs"),
                              .shipped = PLIE_SOURCE_DIR "/programs",
                              .fonts = fonts_folder};
    assert_int_equal(mkdir(app->paths.programs, 0700), 0);
    app->figures = plie_figures_new(PLIE_SOURCE_DIR "/assets/figures");
    app->pictures = plie_pictures_new();
    app->settings = plie_settings_new();
    app->settings->health.state = PLIE_HEALTH_SKIPPED;
    app->past.claims.file = -1;
    app->page.layout = plie_layout_for(1920, 1080, 100);
    app->page.canvas = new_canvas();
    app->page.theme = plie_theme_named("dark");
    app->catalog = plie_catalog_open(&app->paths);
    plie_app_home_open(app);
    assert_int_equal(app->showing, PLIE_SHOWING_HOME);
    *state = &stage;
    return 0;
}

static inline int unmake_app(void **state) {
    app_stage *stage = *state;
    plie_app *app = &stage->app;
    plie_app_workout_end(app);
    plie_app_past_close(app);
    plie_app_home_forget_plans(app);
    plie_app_workout_forget(app);
    plie_app_health_forget(app);
    plie_catalog_free(app->catalog);
    plie_canvas_free(app->page.canvas);
    plie_pictures_free(app->pictures);
    plie_figures_free(app->figures);
    plie_settings_free(app->settings);
    plie_settings_free(app->settings_seen);
    const char *command = plie_arena_printf(app->arena, "rm -r %s", stage->folder);
    const int status = system(command); /* NOLINT(cert-env33-c): the name is our own */
    plie_arena_free(app->arena);
    return status;
}

static inline void draw_app(plie_app *app) {
    app->page.hits.count = 0;
    app->page.hits.clipped = false;
    plie_canvas_begin(app->page.canvas, app->page.layout.width_px, app->page.layout.height_px,
                      app->page.theme->background);
    plie_app_screen_shown(app)->draw(app);
}

static inline void press(plie_app *app, plie_action action) {
    plie_app_screen_shown(app)->act(app, action, 0);
    draw_app(app);
}

static inline const plie_hit *hit_for(const plie_app *app, plie_action action, int argument) {
    for (size_t i = 0; i < app->page.hits.count; i++)
        if (app->page.hits.items[i].action == action &&
            app->page.hits.items[i].argument == argument)
            return &app->page.hits.items[i];
    return NULL;
}

/* A whole session of the shipped program "inner-thigh" so many days ago. */
static inline plie_session_record session_ago(const char *id, int days, int effort) {
    return (plie_session_record){.id = id,
                                 .start = {NOW_MS - days * STAGE_DAY_MS, 0},
                                 .program = "inner-thigh",
                                 .name = "Inner thigh",
                                 .level = PLIE_BEGINNER,
                                 .minutes = 20,
                                 .planned_ms = 1860000,
                                 .planned_work_ms = 1200000,
                                 .active_ms = 1860000,
                                 .work_ms = 1200000,
                                 .effort = effort,
                                 .completed = true};
}

static inline void set_past(plie_app *app, plie_session_record *records, size_t count) {
    app->past.list = (plie_session_list){.records = records, .count = count};
    app->past.changes++;
}

#endif
