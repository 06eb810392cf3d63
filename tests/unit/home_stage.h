/* What tests of the home screen's offers look at. */
#ifndef PLIE_TEST_HOME_STAGE_H
#define PLIE_TEST_HOME_STAGE_H

#include "app_stage.h"

static inline plie_app *app_of(void **state) {
    app_stage *stage = *state;
    return &stage->app;
}

static inline plie_home model_of(plie_app *app) {
    plie_home model;
    draw_app(app);
    plie_app_home_fill(app, &model);
    return model;
}

static inline const plie_plan *selected_plan(plie_app *app) {
    return app->home.plans[app->home.selected - app->home.first];
}

#endif
