#include "cli/commands.h"

#include "cli/event_writer.h"
#include "cli/opened.h"
#include "cli/output.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define WEIGHT_KG 70.0
#define LONGEST_SLEEP_MS 1000

typedef struct {
    const plie_options *options;
    const char *program_id;
    plie_session *session;
    FILE *events; /* of --events, or NULL */
    sigset_t stops;
    struct timespec start;
    int64_t now_ms; /* on the session's clock */
    int status;
} headless;

static void fail_to_write(headless *run, const char *path) {
    plie_complain("cannot write to %s: %s", path, strerror(errno));
    run->status = PLIE_EXIT_FAILURE;
}

static bool write_line(FILE *file, const plie_text *line) {
    return fwrite(plie_text_string(line), 1, line->length, file) == line->length &&
           fflush(file) == 0;
}

/* Writes all events that are due; true once the last one is written, or nothing can be. */
static bool write_events(headless *run) {
    plie_event event;
    bool over = false;
    plie_text line = {0};
    while (run->status == PLIE_EXIT_FINE && plie_session_poll(run->session, &event)) {
        plie_text_clear(&line);
        plie_event_write(&line, &event, plie_session_look(run->session).plan, run->program_id,
                         PLIE_NO_FRAME);
        if (!write_line(stdout, &line))
            fail_to_write(run, "standard output");
        else if (run->events != NULL && !write_line(run->events, &line))
            fail_to_write(run, run->options->events_file);
        over = over || event.kind == PLIE_EVENT_FINISHED;
    }
    plie_text_free(&line);
    return over || run->status != PLIE_EXIT_FINE;
}

static int64_t clock_ms(const headless *run) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const double elapsed_ms = (double)(now.tv_sec - run->start.tv_sec) * 1000 +
                              (double)(now.tv_nsec - run->start.tv_nsec) / 1e6;
    return (int64_t)floor(elapsed_ms * run->options->speed);
}

/* Waits until the session's clock shows wake_ms, or for part of that; true if a signal asks to
 * stop. At full speed the clock leaps there. */
static bool wait_until(headless *run, int64_t wake_ms) {
    struct timespec pause = {0};
    if (!run->options->speed_max) {
        const double ms = ceil((double)(wake_ms - clock_ms(run)) / run->options->speed);
        const long sleep_ms = ms <= 0 ? 0 : ms < LONGEST_SLEEP_MS ? (long)ms : LONGEST_SLEEP_MS;
        pause.tv_sec = sleep_ms / 1000;
        pause.tv_nsec = sleep_ms % 1000 * 1000000;
    }
    const bool stopped = sigtimedwait(&run->stops, NULL, &pause) > 0;
    const int64_t now_ms = run->options->speed_max ? wake_ms : clock_ms(run);
    run->now_ms = now_ms > run->now_ms ? now_ms : run->now_ms;
    return stopped;
}

/* Nobody presses a key here: self-paced work takes its estimate. */
static bool waits_for_done(const plie_session_view *view) {
    return view->state == PLIE_SESSION_RUNNING &&
           view->plan->intervals[view->interval].self_paced && view->interval_left_ms <= 0;
}

static int64_t next_wake(const headless *run) {
    const plie_session_view view = plie_session_look(run->session);
    int64_t wake_ms = plie_session_next_wake_ms(run->session);
    const int64_t end_ms = run->now_ms + (view.interval_left_ms > 0 ? view.interval_left_ms : 0);
    if (view.state == PLIE_SESSION_RUNNING && view.plan->intervals[view.interval].self_paced &&
        end_ms < wake_ms)
        wake_ms = end_ms;
    return wake_ms;
}

static void run_to_end(headless *run) {
    while (!write_events(run)) {
        if (wait_until(run, next_wake(run))) {
            plie_session_command(run->session, PLIE_COMMAND_STOP, 0, run->now_ms);
            continue;
        }
        plie_session_advance(run->session, run->now_ms);
        const plie_session_view view = plie_session_look(run->session);
        if (waits_for_done(&view))
            plie_session_command(run->session, PLIE_COMMAND_DONE, 0, run->now_ms);
    }
}

/* From here on these signals are only looked for, so that none can cut a line. */
static void hold_signals(headless *run) {
    sigemptyset(&run->stops);
    sigaddset(&run->stops, SIGINT);
    sigaddset(&run->stops, SIGTERM);
    sigaddset(&run->stops, SIGHUP);
    sigprocmask(SIG_BLOCK, &run->stops, NULL);
}

static int run_session(const plie_options *options, const plie_opened *opened, FILE *events) {
    headless run = {.options = options, .program_id = opened->entry->id, .events = events};
    hold_signals(&run);
    clock_gettime(CLOCK_MONOTONIC, &run.start);
    run.session = plie_session_start(opened->plan, NULL, WEIGHT_KG, 0, 0);
    plie_session_set_virtual_time(run.session, true);
    run_to_end(&run);
    plie_session_free(run.session);
    return run.status;
}

int plie_headless_run(const plie_options *options) {
    plie_opened opened;
    int status = plie_opened_open(&opened, options);
    if (status == PLIE_EXIT_FINE) {
        FILE *events = options->events_file == NULL ? NULL : fopen(options->events_file, "wb");
        if (options->events_file != NULL && events == NULL) {
            plie_complain("cannot open \"%s\": %s", options->events_file, strerror(errno));
            status = PLIE_EXIT_USAGE;
        } else {
            status = run_session(options, &opened, events);
        }
        if (events != NULL && fclose(events) != 0)
            status = PLIE_EXIT_FAILURE;
    }
    plie_opened_close(&opened);
    return status;
}
