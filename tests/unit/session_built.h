/* A small workout of every kind of interval, and events as text. */
#ifndef PLIE_TESTS_SESSION_BUILT_H
#define PLIE_TESTS_SESSION_BUILT_H

#include "plan_built.h"

#include "session/session.h"

#define WEIGHT_KG 70.0

enum { AT_PREPARE, AT_SQUAT, AT_REST, AT_MARCH, AT_SWITCH, AT_LAST };

/* 5 s prepare, 4 squats of 4 s, 15 s rest, 10 s march, 6 s switch, 10 s march: 62 s. */
static const plie_interval small_intervals[] = {
    {.kind = PLIE_PREPARE, .duration_ms = 5000},
    {.kind = PLIE_WORK, .exercise = &squat, .reps = 4, .tempo_ms = 4000, .duration_ms = 16000},
    {.kind = PLIE_REST, .duration_ms = 15000},
    {.kind = PLIE_WORK, .exercise = &march, .side = PLIE_RIGHT, .duration_ms = 10000},
    {.kind = PLIE_SWITCH, .duration_ms = 6000},
    {.kind = PLIE_WORK, .exercise = &march, .side = PLIE_LEFT, .duration_ms = 10000},
};
#define SMALL_COUNT (sizeof small_intervals / sizeof small_intervals[0])

static inline plie_session *start_built(const built_plan *built, int first, int64_t now_ms) {
    plie_line_lengths *lengths = round_lengths(&built->plan);
    plie_session *session = plie_session_start(&built->plan, lengths, WEIGHT_KG, first, now_ms);
    plie_line_lengths_free(lengths);
    plie_session_set_virtual_time(session, true);
    return session;
}

static inline plie_session *start_small(bool self_paced) {
    built_plan built;
    build(&built, small_intervals, SMALL_COUNT);
    built.intervals[AT_SQUAT].self_paced = self_paced;
    built.plan.choices.self_paced = self_paced;
    return start_built(&built, 0, 0);
}

static inline void print_event(plie_text *text, const plie_event *event) {
    plie_text_addf(text, "%lld ", (long long)event->t_ms);
    switch (event->kind) {
    case PLIE_EVENT_STARTED:
        plie_text_add(text, "started");
        break;
    case PLIE_EVENT_INTERVAL:
        plie_text_addf(text, "interval %d", event->interval);
        break;
    case PLIE_EVENT_REP:
        plie_text_addf(text, "rep %d", event->n);
        break;
    case PLIE_EVENT_BEEP:
        plie_text_add(text, plie_tone_id(event->tone));
        break;
    case PLIE_EVENT_SAY:
        plie_text_add(text, event->text);
        break;
    case PLIE_EVENT_PAUSED:
        plie_text_addf(text, "paused: %s", event->text);
        break;
    case PLIE_EVENT_RESUMED:
        plie_text_add(text, "resumed");
        break;
    case PLIE_EVENT_SKIPPED:
        plie_text_addf(text, "skipped %d to %d", event->interval, event->to);
        break;
    case PLIE_EVENT_CHANGED:
        plie_text_addf(text, "changed %s to %s", event->from->id, event->exercise->id);
        break;
    case PLIE_EVENT_FINISHED:
        plie_text_addf(text, "finished %s, %lld ms, %d reps", event->completed ? "whole" : "partly",
                       (long long)event->totals.work_ms, event->totals.reps);
        break;
    }
    plie_text_add(text, "|");
}

static inline void print_events(plie_text *text, plie_session *session) {
    plie_event event;
    while (plie_session_poll(session, &event))
        print_event(text, &event);
}

static inline void drop_events(plie_session *session) {
    plie_event event;
    while (plie_session_poll(session, &event))
        continue;
}

static inline void expect_events(plie_session *session, const char *what, const char *expected) {
    plie_text text = {0};
    print_events(&text, session);
    if (strcmp(plie_text_string(&text), expected) != 0)
        fail_msg("%s:\n  got      %s\n  expected %s", what, plie_text_string(&text), expected);
    plie_text_free(&text);
}

#endif
