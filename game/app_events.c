#include "app_internal.h"
#include "cli/event_writer.h"
#include <errno.h>
#include <string.h>

bool plie_app_events_open(plie_app *app) {
    if (!app->options->events_file)
        return true;
    app->events = fopen(app->options->events_file, "w");
    if (!app->events)
        plie_app_complain("%s: %s", app->options->events_file, strerror(errno));
    return app->events != NULL;
}

void plie_app_events_write(plie_app *app, const plie_event *event) {
    if (!app->events)
        return;
    int64_t frame = PLIE_NO_FRAME;
    if (event->kind == PLIE_EVENT_BEEP && app->sound)
        frame = plie_app_sound_frame(app->sound, event->cue);
    plie_text line = {0};
    plie_session_view view = plie_session_look(app->workout.session);
    plie_event_write(&line, event, view.plan, app->workout.program_id, frame);
    bool written = fputs(plie_text_string(&line), app->events) >= 0 && fflush(app->events) == 0;
    plie_text_free(&line);
    if (written)
        return;
    plie_app_complain("%s: %s", app->options->events_file, strerror(errno));
    fclose(app->events);
    app->events = NULL;
    app->exit_status = PLIE_EXIT_FAILURE;
}
