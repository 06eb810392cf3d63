/* What the history advises, asked with what is chosen in the app. Only app*.c include this. */
#ifndef PLIE_APP_ADVICE_H
#define PLIE_APP_ADVICE_H

#include "app_screens.h"
#include "history/advice.h"

typedef struct {
    const char *program_id;
    const plie_program *program;
    plie_choices choices; /* of the workout that was done, or would be */
    bool after_session;
    bool *dose_is_time; /* set to whether a raised dose is more seconds, not reps; or NULL */
} plie_app_advice_about;

/* Its texts live in the arena. Makes a few plans where one thing may be raised or lowered. */
plie_advice plie_app_advise(const plie_app *app, plie_arena *arena, const plie_session_list *list,
                            const plie_app_advice_about *about);

/* Whether there is something to take: a change of the choices. */
bool plie_advice_changes(const plie_advice *advice);

/* What taking it does, for a button: "More reps", "15 minutes", "One level up". level is the one
 * that is chosen now. */
void plie_advice_deed(char *text, size_t size, const plie_advice *advice, plie_level level,
                      bool dose_is_time);

/* "Now 26 minutes instead of 31; Plie squat 12, before 10." What was changed by taking advice, as a
 * person meets it; text is left empty where the two plans show no difference. */
void plie_advice_taken_text(char *text, size_t size, const plie_plan *before,
                            const plie_plan *after);

#endif
