/* Any bytes, as someone's program file: checked, planned in several ways, and done to the end. What
 * must hold for all of them is asserted here; the sanitizers see the rest. */
#include "plan/cue_sheet.h"
#include "plan/plan.h"
#include "plan/plan_check.h"
#include "program/program.h"
#include "session/session.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define LONGEST_DONE_MS ((int64_t)2 * 3600 * 1000) /* longer plans are made but not done */
#define WAKE_LIMIT 2000000
#define HAND_LIMIT ((size_t)60) /* commands of a session */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct {
    const uint8_t *bytes;
    size_t left;
} restless_hand;

static void require(bool holds, const char *what) {
    if (holds)
        return;
    (void)fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

static plie_library *shipped_library(void) {
    static plie_library *library;
    static char bytes[1 << 20];
    if (library != NULL)
        return library;
    FILE *file = fopen(PLIE_SOURCE_DIR "/programs/library.json", "rb");
    require(file != NULL, "the library is there");
    size_t length = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    plie_diagnostics *findings = plie_diagnostics_new();
    library = plie_library_read("library.json", bytes, length, findings);
    plie_diagnostics_free(findings);
    require(library != NULL, "the library has no errors");
    return library;
}

static void require_sums(const plie_plan *plan) {
    int64_t at_ms = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        require(plan->intervals[i].start_ms == at_ms, "intervals follow each other");
        require(plan->intervals[i].duration_ms > 0, "every interval lasts");
        at_ms += plan->intervals[i].duration_ms;
    }
    require(plan->total_ms == at_ms, "the total is the sum of the intervals");
    const int most_ms = PLIE_PLAN_LIMIT_MS;
    int64_t segments_ms = 0;
    for (size_t i = 0; i < plan->segment_count; i++)
        segments_ms += plan->segments[i].duration_ms;
    require(segments_ms <= most_ms, "no plan is longer than 8 hours");
}

static bool drain(plie_session *session) {
    plie_event event;
    bool finished = false;
    while (plie_session_poll(session, &event)) {
        require(!finished, "nothing comes after the finish");
        finished = event.kind == PLIE_EVENT_FINISHED;
    }
    return finished;
}

static void step_on(plie_session *session, int64_t *now_ms) {
    int64_t wake_ms = plie_session_next_wake_ms(session);
    if (wake_ms == INT64_MAX) {
        require(plie_session_command(session, PLIE_COMMAND_DONE, 0, *now_ms),
                "only self-paced work waits without an end");
        return;
    }
    require(wake_ms >= *now_ms, "the next wake-up is not in the past");
    *now_ms = wake_ms;
    plie_session_advance(session, wake_ms);
}

/* A person's restless hand: whatever command the next byte means, at a moment of its own. */
static void interfere(plie_session *session, restless_hand *hand, int64_t *now_ms) {
    if (hand->left == 0)
        return;
    hand->left--;
    uint8_t byte = *hand->bytes++;
    plie_command command = (plie_command)(byte % (PLIE_COMMAND_HARDER + 1));
    *now_ms += byte / 8;
    (void)plie_session_command(session, command, byte / 4, *now_ms);
    if (command == PLIE_COMMAND_PAUSE)
        (void)plie_session_command(session, PLIE_COMMAND_RESUME, 0, *now_ms + byte);
}

static void do_to_the_end(const plie_plan *plan, restless_hand hand) {
    plie_session *session = plie_session_start(plan, NULL, 70, 0, 0);
    plie_session_set_virtual_time(session, true);
    int64_t now_ms = 0;
    long wakes = 0;
    for (bool finished = drain(session); !finished; finished = drain(session)) {
        require(++wakes < WAKE_LIMIT, "a session comes to its end");
        step_on(session, &now_ms);
        interfere(session, &hand, &now_ms);
    }
    plie_session_free(session);
}

static void plan_and_do(const plie_program *program, const plie_choices *choices,
                        restless_hand hand) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program, choices, findings);
    require((plan != NULL) == (plie_diagnostics_count(findings) == 0),
            "a plan or a reason, not both");
    if (plan != NULL) {
        require_sums(plan);
        plie_cue_sheet_free(plie_cue_sheet_make(plan, NULL));
        if (plan->total_ms <= LONGEST_DONE_MS)
            do_to_the_end(plan, hand);
    }
    plie_plan_free(plan);
    plie_diagnostics_free(findings);
}

/* Ids of the library that the corpus names. */
static const plie_form forms[] = {{"plie-squat", "plie-squat-chair"}, {"star-jump", "step-jack"}};
static const char *const avoided[] = {"plie-squat-chair", "march", "jumping-jack", "butterfly"};
static const plie_tastes tastes = {
    .forms = forms, .form_count = 2, .avoided = avoided, .avoided_count = 4};

static void use(const plie_program *program, restless_hand hand) {
    static const plie_choices choices[] = {
        {.level = PLIE_BEGINNER},
        {.level = PLIE_ADVANCED, .circuit = 7, .self_paced = true},
        {.level = PLIE_BEGINNER, .minutes = 15, .low_impact = true},
        {.level = PLIE_INTERMEDIATE, .minutes = 30, .cardio_first = true, .circuit = 1},
        {.level = PLIE_ADVANCED, .minutes = 480},
        {.level = PLIE_INTERMEDIATE, .minutes = 1},
        {.warmup = PLIE_PART_SHORT, .stretch = PLIE_PART_SHORT, .tastes = &tastes},
        {.minutes = 20, .low_impact = true, .stretch = PLIE_PART_SKIPPED, .tastes = &tastes},
    };
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan_check(program, findings);
    plie_diagnostics_free(findings);
    for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
        plan_and_do(program, &choices[i], hand);
        hand.left = 0;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *bytes = (const char *)data;
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_program *program =
        plie_program_check("fuzz.json", bytes, size, shipped_library(), findings);
    require((program == NULL) == (plie_diagnostics_count_of(findings, PLIE_ERROR) > 0),
            "a program or an error, not both");
    size_t half = size / 2;
    if (program != NULL)
        use(program, (restless_hand){data + half, half < HAND_LIMIT ? half : HAND_LIMIT});
    if (plie_is_library(bytes, size))
        (void)plie_library_check("fuzz.json", bytes, size, findings);
    plie_program_free(program);
    plie_diagnostics_free(findings);
    return 0;
}
