#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audio/conductor.h"

#define SOUNDS PLIE_SOURCE_DIR "/assets/sounds"
#define START_MS 1000000
#define BLOCK 480 /* 10 ms */
#define SECONDS 200
#define EVENT_LIMIT 500

static const char program_text[] =
    "{\"format\": 1, \"name\": \"Short\","
    " \"exercises\": {\"a\": {\"name\": \"Side lunge\", \"position\": \"standing\","
    "   \"impact\": \"low\", \"tempo_s\": 2, \"cues\": [\"Tall trunk.\"]}},"
    " \"segments\": [{\"kind\": \"standing\", \"circuits\": [{\"rest_s\": 20, \"steps\": ["
    "    {\"exercise\": \"a\", \"side\": \"each\", \"reps\": 8},"
    "    {\"exercise\": \"a\", \"work_s\": 30}]}]}]}";

static int64_t fake_now_ns;

static int64_t fake_clock(void) {
    return fake_now_ns;
}

/* A workout led by a device that plays one block every 10 ms, all in the test's own time. */
typedef struct {
    plie_program *program;
    plie_plan *plan;
    plie_tones *tones;
    plie_voice *voice;
    plie_device *device;
    plie_session *session;
    plie_conductor *conductor;
    int64_t elapsed_ms;
    int16_t *samples; /* stereo, all that was played */
    plie_event events[EVENT_LIMIT];
    int64_t frames[EVENT_LIMIT]; /* of beeps and lines */
    size_t event_count;
} workout;

static void open_program(workout *on, const char *text, bool with_voice) {
    *on = (workout){0};
    plie_diagnostics *findings = plie_diagnostics_new();
    on->program = plie_program_read("short.json", text, strlen(text), NULL, findings);
    assert_non_null(on->program);
    on->plan = plie_plan_make(on->program, &(plie_choices){0}, findings);
    assert_non_null(on->plan);
    on->tones = plie_tones_load(NULL, SOUNDS, findings);
    plie_diagnostics_free(findings);
    plie_line_lengths *lengths = plie_line_lengths_new();
    if (with_voice) {
        on->voice = plie_voice_start(&(plie_voice_sources){.shipped_sounds = SOUNDS});
        plie_voice_want_plan(on->voice, on->plan);
        plie_voice_wait_measured(on->voice, SIZE_MAX);
        plie_voice_add_lengths(on->voice, lengths);
    }
    fake_now_ns = (int64_t)START_MS * 1000000;
    on->device = plie_device_new(fake_clock);
    plie_device_open_offline(on->device);
    on->samples = calloc((size_t)SECONDS * 48000 * 2, sizeof *on->samples);
    assert_non_null(on->samples);
    on->session = plie_session_start(on->plan, lengths, 70.0, 0, START_MS);
    on->conductor = plie_conductor_new(on->device, on->voice, on->tones);
    plie_line_lengths_free(lengths);
}

static void open_workout(workout *on, bool with_voice) {
    open_program(on, program_text, with_voice);
}

static void close_workout(workout *on) {
    plie_conductor_free(on->conductor);
    plie_session_free(on->session);
    plie_device_free(on->device);
    plie_voice_stop(on->voice);
    plie_tones_free(on->tones);
    plie_plan_free(on->plan);
    plie_program_free(on->program);
    free(on->samples);
}

static void poll_events(workout *on) {
    plie_event event;
    while (plie_session_poll(on->session, &event)) {
        assert_true(on->event_count < EVENT_LIMIT);
        bool heard = event.kind == PLIE_EVENT_BEEP || event.kind == PLIE_EVENT_SAY;
        on->frames[on->event_count] =
            heard ? plie_conductor_frame(on->conductor, event.cue) : PLIE_NO_FRAME;
        on->events[on->event_count++] = event;
    }
}

static void pass(workout *on) {
    int64_t now_ms = START_MS + on->elapsed_ms;
    plie_session_advance(on->session, now_ms);
    plie_conductor_update(on->conductor, on->session, now_ms);
    poll_events(on);
}

/* The loop runs every loop_ms, as it does when a screen is drawn or nothing moves. */
static void run_until(workout *on, int64_t until_ms, int loop_ms) {
    for (; on->elapsed_ms < until_ms; on->elapsed_ms += 10) {
        fake_now_ns = (START_MS + on->elapsed_ms) * (int64_t)1000000;
        plie_device_pull(on->device, on->samples + on->elapsed_ms * 96, BLOCK);
        if (on->elapsed_ms % loop_ms == 0)
            pass(on);
    }
}

static bool command(workout *on, plie_command what) {
    bool done = plie_session_command(on->session, what, 0, START_MS + on->elapsed_ms);
    pass(on);
    return done;
}

static void assert_silent(const workout *on, int64_t from_ms, int64_t until_ms) {
    for (int64_t i = from_ms * 96; i < until_ms * 96; i++)
        assert_int_equal(on->samples[i], 0);
}

/* What is heard is what the events say, each beep from its frame on, and nothing else. */
static int assert_heard_as_told(workout *on, int64_t until_ms) {
    int16_t *expected = calloc((size_t)SECONDS * 48000, sizeof *expected);
    assert_non_null(expected);
    int beeps = 0;
    for (size_t i = 0; i < on->event_count; i++) {
        if (on->events[i].kind != PLIE_EVENT_BEEP)
            continue;
        const plie_sound *tone = &on->tones->sounds[on->events[i].tone];
        assert_true(on->frames[i] >= 0);
        for (int32_t s = 0; s < tone->sample_count; s++)
            expected[on->frames[i] + s] = (int16_t)(expected[on->frames[i] + s] + tone->samples[s]);
        beeps++;
    }
    for (int64_t frame = 0; frame < until_ms * 48; frame++)
        assert_int_equal(on->samples[2 * frame], expected[frame]);
    free(expected);
    return beeps;
}

static void every_beep_is_heard_at_its_frame_and_at_its_time(void **state) {
    (void)state;
    static const int loops_ms[] = {10, 30, 240};
    for (size_t i = 0; i < sizeof loops_ms / sizeof *loops_ms; i++) {
        workout on;
        open_workout(&on, false);
        run_until(&on, on.plan->total_ms + 5000, loops_ms[i]);
        assert_int_equal(on.events[on.event_count - 1].kind, PLIE_EVENT_FINISHED);
        assert_true(assert_heard_as_told(&on, on.elapsed_ms) > 25);
        for (size_t e = 0; e < on.event_count; e++) {
            if (on.events[e].kind == PLIE_EVENT_BEEP)
                assert_int_equal(on.frames[e], on.events[e].t_ms * 48);
        }
        close_workout(&on);
    }
}

static int64_t time_of_beep(const workout *on, plie_tone tone, int nth) {
    for (size_t i = 0; i < on->event_count; i++) {
        if (on->events[i].kind == PLIE_EVENT_BEEP && on->events[i].tone == tone && nth-- == 0)
            return on->events[i].t_ms;
    }
    fail_msg("there is no such beep");
    return 0;
}

static void nothing_sounds_after_a_stop(void **state) {
    (void)state;
    workout on;
    open_workout(&on, false);
    run_until(&on, 10030, 10); /* the first go sounds, and a tick is due */
    assert_int_equal(time_of_beep(&on, PLIE_TONE_GO, 0), 10000);
    assert_true(command(&on, PLIE_COMMAND_STOP));
    run_until(&on, 20000, 10);
    assert_silent(&on, 10040, 20000);
    for (int64_t frame = 10020LL * 48; frame < 10036LL * 48; frame++)
        assert_true(abs(on.samples[2 * frame + 2] - on.samples[2 * frame]) < 6300);
    close_workout(&on);
}

static void a_pause_is_silent_and_what_was_due_comes_after_it(void **state) {
    (void)state;
    workout on;
    open_workout(&on, false);
    run_until(&on, 8900, 10); /* a count is due in 100 ms, and with the device */
    assert_true(command(&on, PLIE_COMMAND_PAUSE));
    run_until(&on, 12000, 10);
    assert_silent(&on, 8400, 12000);
    assert_true(command(&on, PLIE_COMMAND_RESUME));
    run_until(&on, 20000, 10);
    assert_int_equal(time_of_beep(&on, PLIE_TONE_COUNT, 2), 9000);
    assert_int_equal(time_of_beep(&on, PLIE_TONE_GO, 0), 10000);
    assert_true(assert_heard_as_told(&on, 20000) > 4);
    for (size_t i = 0; i < on.event_count; i++) {
        if (on.events[i].kind == PLIE_EVENT_BEEP && on.events[i].t_ms > 9000)
            assert_int_equal(on.frames[i], (on.events[i].t_ms + 3100) * 48);
    }
    close_workout(&on);
}

static void a_skip_begins_at_once_with_the_sounds_of_what_comes(void **state) {
    (void)state;
    workout on;
    open_workout(&on, false);
    run_until(&on, 6900, 10); /* the first count is with the device already */
    assert_true(command(&on, PLIE_COMMAND_NEXT));
    run_until(&on, 12000, 10);
    assert_int_equal(time_of_beep(&on, PLIE_TONE_GO, 0), 6900);
    for (size_t i = 0; i < on.event_count; i++) {
        if (on.events[i].kind != PLIE_EVENT_BEEP)
            continue;
        int64_t late = on.frames[i] - on.events[i].t_ms * 48;
        assert_in_range(late, 0, on.events[i].tone == PLIE_TONE_GO ? 48 * 40 : 0);
    }
    assert_true(assert_heard_as_told(&on, 12000) >= 2);
    close_workout(&on);
}

/* How much of a line is heard from its frame on; a tick may sound too. */
static double share_heard(const workout *on, size_t event) {
    plie_spoken *spoken = NULL;
    plie_line line = {on->events[event].text, NULL};
    assert_int_equal(plie_voice_hold(on->voice, line, &spoken), PLIE_LINE_READY);
    const plie_sound *sound = plie_spoken_sound(spoken);
    int32_t same = 0;
    for (int32_t s = 0; s < sound->sample_count; s++)
        same += on->samples[2 * (on->frames[event] + 3 * (int64_t)s)] == sound->samples[s];
    plie_voice_release(on->voice, spoken);
    return (double)same / sound->sample_count;
}

static size_t first_line(const workout *on) {
    size_t i = 0;
    while (i < on->event_count && on->events[i].kind != PLIE_EVENT_SAY)
        i++;
    assert_true(i < on->event_count);
    return i;
}

static void more_rest_moves_the_counts_and_lets_a_line_end(void **state) {
    (void)state;
    workout on;
    open_workout(&on, true);
    run_until(&on, 1500, 10); /* within "Get ready. ..." */
    assert_true(command(&on, PLIE_COMMAND_MORE_REST));
    run_until(&on, 25000, 10);
    assert_int_equal(on.events[first_line(&on)].t_ms, 1000);
    assert_true(share_heard(&on, first_line(&on)) > 0.999);
    assert_int_equal(time_of_beep(&on, PLIE_TONE_COUNT, 0), 17000);
    assert_int_equal(time_of_beep(&on, PLIE_TONE_GO, 0), 20000);
    close_workout(&on);
}

static void a_skip_ends_what_is_being_said(void **state) {
    (void)state;
    workout on;
    open_workout(&on, true);
    run_until(&on, 1500, 10);
    assert_true(command(&on, PLIE_COMMAND_NEXT));
    run_until(&on, 3000, 10);
    assert_true(share_heard(&on, first_line(&on)) < 0.5);
    close_workout(&on);
}

static void lines_are_heard_from_their_frame_on(void **state) {
    (void)state;
    workout on;
    open_workout(&on, true);
    run_until(&on, on.plan->total_ms + 5000, 30);
    int lines = 0;
    for (size_t i = 0; i < on.event_count; i++) {
        if (on.events[i].kind != PLIE_EVENT_SAY)
            continue;
        assert_int_equal(on.frames[i], on.events[i].t_ms * 48);
        assert_true(share_heard(&on, i) > 0.75);
        lines++;
    }
    assert_true(lines > 8);
    close_workout(&on);
}

static void a_line_that_cannot_be_spoken_is_told_by_a_soft_beep(void **state) {
    (void)state;
    static const char text[] =
        "{\"format\": 1, \"name\": \"Short\","
        " \"exercises\": {\"a\": {\"name\": \"\xD0\x9C\xD0\xBE\xD1\x81\xD1\x82\","
        "   \"position\": \"standing\", \"impact\": \"low\", \"tempo_s\": 2}},"
        " \"segments\": [{\"kind\": \"standing\", \"circuits\": [{\"steps\": ["
        "    {\"exercise\": \"a\", \"reps\": 8}]}]}]}";
    workout on;
    open_program(&on, text, true);
    run_until(&on, 6000, 10);
    const plie_sound *tick = &on.tones->sounds[PLIE_TONE_TICK];
    size_t line = first_line(&on);
    assert_int_equal(on.frames[line], on.events[line].t_ms * 48);
    for (int64_t frame = 0; frame < 6000LL * 48; frame++) {
        int64_t at = frame - on.frames[line];
        int expected = at >= 0 && at < tick->sample_count ? tick->samples[at] : 0;
        assert_int_equal(on.samples[2 * frame], expected);
    }
    close_workout(&on);
}

static void without_a_device_the_workout_goes_on_and_says_why(void **state) {
    (void)state;
    workout on;
    open_workout(&on, false);
    plie_device_close(on.device);
    assert_non_null(plie_device_problem(on.device));
    run_until(&on, on.plan->total_ms + 5000, 100);
    assert_int_equal(on.events[on.event_count - 1].kind, PLIE_EVENT_FINISHED);
    for (size_t i = 0; i < on.event_count; i++)
        assert_int_equal(on.frames[i], PLIE_NO_FRAME);
    close_workout(&on);
}

static void a_device_that_comes_back_counts_from_zero_and_takes_over(void **state) {
    (void)state;
    workout on;
    open_workout(&on, false);
    run_until(&on, 8900, 10); /* a count is with the device when it is lost */
    plie_device_close(on.device);
    plie_device_open_offline(on.device);
    run_until(&on, 14000, 10);
    assert_int_equal(time_of_beep(&on, PLIE_TONE_GO, 0), 10000);
    for (size_t i = 0; i < on.event_count; i++) {
        if (on.events[i].kind == PLIE_EVENT_BEEP && on.events[i].t_ms >= 9000)
            assert_int_equal(on.frames[i], (on.events[i].t_ms - 8900) * 48);
    }
    close_workout(&on);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_beep_is_heard_at_its_frame_and_at_its_time),
        cmocka_unit_test(nothing_sounds_after_a_stop),
        cmocka_unit_test(a_pause_is_silent_and_what_was_due_comes_after_it),
        cmocka_unit_test(a_skip_begins_at_once_with_the_sounds_of_what_comes),
        cmocka_unit_test(more_rest_moves_the_counts_and_lets_a_line_end),
        cmocka_unit_test(a_skip_ends_what_is_being_said),
        cmocka_unit_test(lines_are_heard_from_their_frame_on),
        cmocka_unit_test(a_line_that_cannot_be_spoken_is_told_by_a_soft_beep),
        cmocka_unit_test(without_a_device_the_workout_goes_on_and_says_why),
        cmocka_unit_test(a_device_that_comes_back_counts_from_zero_and_takes_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
