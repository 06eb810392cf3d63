#include "cli/commands.h"

#include "app_clock.h"
#include "cli/cautions.h"
#include "cli/cut_off.h"
#include "cli/event_writer.h"
#include "cli/files.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "session_keeping.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define LONGEST_SLEEP_MS 1000

/* What is to be done: a program from its start, or a session that was cut off. */
typedef struct {
    const char *named; /* the program, in events */
    plie_kept_about about;
    const char *folder; /* of the data */
    const plie_claims *claims;
    const plie_session_record *record; /* of a session that goes on, else NULL */
    const plie_interval_list *intervals;
} workout;

typedef struct {
    const plie_options *options;
    const char *program_id;
    plie_session *session;
    plie_keeping *keeping; /* NULL where nothing can be kept */
    bool completed;
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
        if (event.kind != PLIE_EVENT_FINISHED)
            continue;
        over = true;
        run->completed = event.completed;
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
    const int64_t wait_ms = run->keeping == NULL ? INT64_MAX : plie_keeping_wait_ms(run->keeping);
    return wait_ms < wake_ms - run->now_ms ? run->now_ms + wait_ms : wake_ms;
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
        if (run->keeping != NULL)
            plie_keeping_follow(run->keeping);
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

static plie_keeping *begin_keeping(const workout *work, plie_keeper *keeper,
                                   const plie_session *session) {
    if (work->record != NULL)
        return plie_keeping_resume(keeper, &work->about, work->record, work->intervals, session);
    plie_keeping *keeping = plie_keeping_begin(keeper, &work->about, session);
    (void)plie_claims_take(work->claims, plie_keeping_record(keeping)->id);
    return keeping;
}

/* One that was cut short by a signal can be gone on with. */
static void end_keeping(headless *run, plie_keeper *keeper) {
    plie_text why = {0};
    if (run->keeping != NULL)
        plie_keeping_end(run->keeping, run->completed, run->completed);
    (void)plie_keeper_free(keeper, &why);
    if (why.length > 0 || run->keeping == NULL) {
        plie_complain("the session is not in the history. %s", plie_text_string(&why));
        run->status = PLIE_EXIT_FAILURE;
    }
    plie_keeping_free(run->keeping);
    plie_text_free(&why);
}

static int run_session(const plie_options *options, const workout *work, FILE *events) {
    headless run = {.options = options, .program_id = work->named, .events = events};
    hold_signals(&run);
    clock_gettime(CLOCK_MONOTONIC, &run.start);
    run.session = plie_session_start(work->about.plan, NULL, work->about.weight_kg, 0, 0);
    plie_session_set_virtual_time(run.session, true);
    plie_keeper *keeper = plie_keeper_new(work->folder);
    if (keeper != NULL)
        run.keeping = begin_keeping(work, keeper, run.session);
    run_to_end(&run);
    end_keeping(&run, keeper);
    plie_session_free(run.session);
    return run.status;
}

static int run_with_events(const plie_options *options, const workout *work) {
    FILE *events = options->events_file == NULL ? NULL : fopen(options->events_file, "wb");
    if (options->events_file != NULL && events == NULL) {
        plie_complain("cannot open \"%s\": %s", options->events_file, strerror(errno));
        return PLIE_EXIT_USAGE;
    }
    int status = run_session(options, work, events);
    if (events != NULL && fclose(events) != 0)
        status = PLIE_EXIT_FAILURE;
    return status;
}

static int run_program(const plie_options *options) {
    plie_opened opened;
    int status = plie_opened_open(&opened, options);
    if (status == PLIE_EXIT_FINE) {
        (void)plie_folder_make(opened.paths.data, NULL);
        plie_claims claims =
            plie_claims_open(plie_path_join(opened.arena, opened.paths.data, "history.lock"));
        const workout work = {.named = opened.entry->id,
                              .about = {.program_id = opened.entry->past_id,
                                        .program = opened.program,
                                        .plan = opened.plan,
                                        .choices = opened.choices,
                                        .start = plie_app_moment_now(),
                                        .weight_kg = opened.settings->weight_kg},
                              .folder = opened.paths.data,
                              .claims = &claims};
        status = run_with_events(options, &work);
        plie_claims_close(&claims);
    }
    plie_opened_close(&opened);
    return status;
}

/* What is left is done as the answers allow today, which may be less than when it began. */
static int tell_of_cut_off(const plie_options *options, const plie_cut_off *cut_off) {
    plie_plan *rest = cut_off->session.rest;
    plie_choices choices = rest->choices;
    int status = plie_cautions_tell(options, &cut_off->settings->health, NULL, &choices);
    if (status != PLIE_EXIT_FINE || choices.low_impact == rest->choices.low_impact ||
        plie_plan_make_low_impact(rest))
        return status;
    plie_complain("the workout that was cut off has jumps that have no low-impact form; start a "
                  "new one");
    return PLIE_EXIT_USAGE;
}

static int run_cut_off(const plie_options *options) {
    plie_cut_off cut_off;
    int status = plie_cut_off_open(&cut_off, options);
    if (status == PLIE_EXIT_FINE)
        status = tell_of_cut_off(options, &cut_off);
    if (status == PLIE_EXIT_FINE) {
        const plie_going_on *session = &cut_off.session;
        const plie_session_record *record = &session->unfinished.record;
        const workout work = {.named = record->program,
                              .about = {.program_id = record->program,
                                        .program = session->stored.program,
                                        .plan = session->rest,
                                        .choices = session->rest->choices,
                                        .start = plie_app_moment_now(),
                                        .weight_kg = cut_off.settings->weight_kg},
                              .folder = cut_off.paths.data,
                              .claims = &cut_off.claims,
                              .record = record,
                              .intervals = &session->intervals};
        status = run_with_events(options, &work);
    }
    plie_cut_off_close(&cut_off);
    return status;
}

int plie_headless_run(const plie_options *options) {
    return options->resume ? run_cut_off(options) : run_program(options);
}
