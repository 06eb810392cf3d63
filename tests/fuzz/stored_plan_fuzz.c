/* Any bytes, as a stored plan: refused with a sentence, or a plan that is written as the same again
 * and with which a session goes on. */
#include "history/stored_plan.h"
#include "session/session.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_DONE_MS ((int64_t)3600 * 1000) /* longer plans are read but not done */
#define COMMAND_LIMIT 60

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds, const char *what) {
    if (holds)
        return;
    (void)fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

static bool read_plan(const char *bytes, size_t length, plie_stored_plan *stored) {
    plie_text why = {0};
    const bool fine = plie_stored_plan_read(bytes, length, stored, &why);
    require(fine == (stored->plan != NULL) && fine == (stored->program != NULL) &&
                fine == (why.length == 0),
            "a plan or a reason, not both");
    plie_text_free(&why);
    return fine;
}

static void free_plan(plie_stored_plan *stored) {
    plie_plan_free(stored->plan);
    plie_program_free(stored->program);
}

static void require_same_again(const plie_stored_plan *stored) {
    plie_text first = {0}, second = {0};
    plie_stored_plan again = {NULL, NULL};
    plie_stored_plan_write(&first, stored->plan, stored->program);
    require(read_plan(first.data, first.length, &again), "what is written is read again");
    plie_stored_plan_write(&second, again.plan, again.program);
    require(again.plan->interval_count == stored->plan->interval_count &&
                again.plan->total_ms == stored->plan->total_ms,
            "it is read as the same");
    require(strcmp(plie_text_string(&first), plie_text_string(&second)) == 0 ||
                again.program->exercise_count < stored->program->exercise_count,
            "it is written as the same");
    free_plan(&again);
    plie_text_free(&first);
    plie_text_free(&second);
}

static void go_on(const plie_plan *plan) {
    plie_session *session = plie_session_start(plan, NULL, 70, 0, 0);
    plie_event event = {0};
    int64_t now = 0;
    plie_session_set_virtual_time(session, true);
    for (int i = 0; i < COMMAND_LIMIT; i++) {
        now += plan->total_ms / COMMAND_LIMIT + 1;
        plie_session_command(session, (plie_command)(i % PLIE_COMMAND_STOP),
                             i % (int)plan->interval_count, now);
        while (plie_session_poll(session, &event))
            continue;
    }
    plie_session_command(session, PLIE_COMMAND_STOP, 0, now);
    while (plie_session_poll(session, &event))
        continue;
    require(event.kind == PLIE_EVENT_FINISHED, "a session that is stopped is over");
    plie_session_free(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    plie_stored_plan stored = {NULL, NULL};
    if (!read_plan((const char *)data, size, &stored))
        return 0;
    require_same_again(&stored);
    if (stored.plan->total_ms <= LONGEST_DONE_MS) {
        go_on(stored.plan);
        plie_plan *rest = plie_plan_from(stored.plan, (int)stored.plan->interval_count / 2);
        if (rest != NULL)
            go_on(rest);
        plie_plan_free(rest);
    }
    free_plan(&stored);
    return 0;
}
