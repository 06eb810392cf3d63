/* Answering the health questions, row by row. The answers are changed in the settings at once. Only
 * app*.c include this. Main thread only. */
#ifndef PLIE_APP_HEALTH_QUESTIONS_H
#define PLIE_APP_HEALTH_QUESTIONS_H

#include "app_screens.h"

/* Whether the questions are over by it: to be skipped, or all answered, as the ending in
 * app->health.about says. The argument is that of PLIE_ACTION_CHOOSE. */
bool plie_app_questions_act(plie_app *app, plie_action action, int argument);

void plie_app_questions_draw(plie_app *app);

#endif
