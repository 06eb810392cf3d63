#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audio/cue_mixer.h"
#include "audio/frame_clock.h"

#define BLOCK 512
#define BLOCKS 20

static int16_t loud[4000];
static int16_t heard[2 * BLOCK * BLOCKS];

/* Where a frame's left sample stands. */
static size_t frame_at(int64_t frame) {
    return 2 * (size_t)frame;
}

static int make_loud(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof loud / sizeof *loud; i++)
        loud[i] = 16000;
    return 0;
}

static plie_cue_mixer *new_mixer(void) {
    plie_cue_mixer *mixer = calloc(1, sizeof *mixer);
    assert_non_null(mixer);
    for (int i = 0; i < PLIE_CUE_LOUDNESS_COUNT; i++)
        atomic_store(&mixer->volumes[i], 1000);
    plie_cue_mixer_reset(mixer);
    memset(heard, 0, sizeof heard);
    return mixer;
}

static void place(plie_cue_mixer *mixer, int slot, int64_t frame, int32_t count) {
    plie_placed_sound sound = {frame, {loud, count, PLIE_SOUND_RATE_HZ}, 1.0F, INT64_MAX};
    plie_cue_mixer_place(mixer, slot, &sound, PLIE_LOUDNESS_BEEPS);
}

static void pull(plie_cue_mixer *mixer, int blocks) {
    for (int i = 0; i < blocks; i++) {
        int64_t frame = plie_cue_mixer_next_frame(mixer);
        plie_cue_mixer_pull(mixer, heard + 2 * frame, BLOCK);
    }
}

static void assert_heard(int64_t first, int64_t end) {
    for (int64_t frame = 0; frame < (int64_t)BLOCK * BLOCKS; frame++)
        assert_int_equal(heard[frame_at(frame)], frame >= first && frame < end ? 16000 : 0);
}

static void assert_retired(plie_cue_mixer *mixer, int slot) {
    int retired = -1;
    assert_true(plie_cue_mixer_poll_retired(mixer, &retired));
    assert_int_equal(retired, slot);
}

static void a_sound_begins_on_its_frame_and_its_slot_comes_back(void **state) {
    (void)state;
    static const int64_t frames[] = {0, 1, 511, 512, 513, 3000};
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        plie_cue_mixer *mixer = new_mixer();
        place(mixer, 5, frames[i], 700);
        assert_int_equal(plie_cue_mixer_started(mixer, 5), PLIE_NO_FRAME);
        pull(mixer, BLOCKS);
        assert_heard(frames[i], frames[i] + 700);
        assert_int_equal(plie_cue_mixer_started(mixer, 5), frames[i]);
        assert_retired(mixer, 5);
        free(mixer);
    }
}

static void a_sound_that_comes_late_begins_with_the_next_block_and_says_so(void **state) {
    (void)state;
    plie_cue_mixer *mixer = new_mixer();
    pull(mixer, 2);
    plie_placed_sound sound = {100, {loud, 2000, PLIE_SOUND_RATE_HZ}, 1.0F, 100 + 1500};
    plie_cue_mixer_place(mixer, 0, &sound, PLIE_LOUDNESS_BEEPS);
    pull(mixer, BLOCKS - 2);
    assert_int_equal(plie_cue_mixer_started(mixer, 0), 1024);
    assert_int_equal(heard[frame_at(1023)], 0);
    assert_int_equal(heard[frame_at(1024)], 16000);
    assert_int_equal(heard[frame_at(1024 + 1500 - PLIE_CUT_FRAMES)], 16000);
    assert_int_equal(heard[frame_at(1024 + 1500)], 0);
    free(mixer);
}

static void taken_back_before_it_began_a_sound_is_never_heard(void **state) {
    (void)state;
    plie_cue_mixer *mixer = new_mixer();
    place(mixer, 1, 3000, 500);
    pull(mixer, 2);
    place(mixer, 2, 3100, 500); /* not known to the audio side yet */
    plie_cue_mixer_take_back(mixer, 1);
    plie_cue_mixer_take_back(mixer, 2);
    place(mixer, 3, 4000, 500);
    pull(mixer, 1);
    assert_retired(mixer, 1);
    assert_retired(mixer, 2);
    pull(mixer, BLOCKS - 3);
    assert_heard(4000, 4500);
    assert_retired(mixer, 3);
    free(mixer);
}

static void taken_back_while_it_sounds_a_sound_goes_on(void **state) {
    (void)state;
    plie_cue_mixer *mixer = new_mixer();
    place(mixer, 1, 600, 3000);
    pull(mixer, 2);
    plie_cue_mixer_take_back(mixer, 1);
    pull(mixer, BLOCKS - 2);
    assert_heard(600, 3600);
    free(mixer);
}

static void hushed_sounds_fade_within_5_ms_and_the_rest_never_begins(void **state) {
    (void)state;
    plie_cue_mixer *mixer = new_mixer();
    place(mixer, 1, 600, 3000);
    place(mixer, 2, 2000, 3000);
    pull(mixer, 2);
    plie_cue_mixer_hush(mixer);
    pull(mixer, BLOCKS - 2);
    assert_int_equal(heard[frame_at(1024)], 16000);
    for (int64_t frame = 1024 + PLIE_CUT_FRAMES; frame < (int64_t)BLOCK * BLOCKS; frame++)
        assert_int_equal(heard[frame_at(frame)], 0);
    for (int64_t frame = 1024; frame < 1024 + PLIE_CUT_FRAMES; frame++)
        assert_true(abs(heard[frame_at(frame + 1)] - heard[frame_at(frame)]) < 100);
    assert_retired(mixer, 1);
    assert_retired(mixer, 2);
    free(mixer);
}

static void volumes_change_without_a_click_and_only_their_own_sounds(void **state) {
    (void)state;
    plie_cue_mixer *mixer = new_mixer();
    plie_placed_sound sound = {0, {loud, 4000, PLIE_SOUND_RATE_HZ}, 1.0F, INT64_MAX};
    plie_cue_mixer_place(mixer, 0, &sound, PLIE_LOUDNESS_VOICE);
    pull(mixer, 2);
    atomic_store(&mixer->volumes[PLIE_LOUDNESS_BEEPS], 0);
    pull(mixer, 2);
    assert_int_equal(heard[frame_at(2047)], 16000);
    atomic_store(&mixer->volumes[PLIE_LOUDNESS_VOICE], 500);
    pull(mixer, 3);
    assert_int_equal(heard[frame_at(3000)], 8000);
    heard[0] = 16000; /* the sound itself begins with a jump, and ends with one */
    for (int frame = 1; frame < 3500; frame++)
        assert_true(abs(heard[frame_at(frame)] - heard[frame_at(frame - 1)]) <= 600);
    free(mixer);
}

static void slots_can_be_used_again_and_again(void **state) {
    (void)state;
    plie_cue_mixer *mixer = new_mixer();
    int16_t block[2 * BLOCK];
    int given_back[PLIE_MIXER_SLOTS] = {0};
    for (int round = 0; round < 100; round++) {
        int64_t now = plie_cue_mixer_next_frame(mixer);
        for (int slot = 0; slot < PLIE_MIXER_SLOTS; slot++)
            place(mixer, slot, now + slot * (int64_t)9, 40 + round);
        for (int i = 0; i < 4; i++)
            plie_cue_mixer_pull(mixer, block, BLOCK);
        int slot = 0;
        while (plie_cue_mixer_poll_retired(mixer, &slot))
            given_back[slot]++;
    }
    for (int slot = 0; slot < PLIE_MIXER_SLOTS; slot++)
        assert_int_equal(given_back[slot], 100);
    free(mixer);
}

#define MS 1000000LL

static void observe_steady(plie_frame_clock *clock, int64_t first_frame, int64_t start_ns,
                           int blocks) {
    for (int i = 0; i < blocks; i++)
        plie_frame_clock_observe(clock, first_frame + i * 480LL, start_ns + i * (10 * MS));
}

static void frames_are_48_to_the_millisecond(void **state) {
    (void)state;
    plie_frame_clock clock;
    plie_frame_clock_reset(&clock);
    assert_false(plie_frame_clock_correct(&clock, true));
    assert_false(plie_frame_clock_is_set(&clock));
    observe_steady(&clock, 0, 5000 * MS, 100);
    assert_true(plie_frame_clock_correct(&clock, true));
    assert_int_equal(plie_frame_clock_frame(&clock, 5000), 0);
    assert_int_equal(plie_frame_clock_frame(&clock, 65001), 60001 * 48);
    assert_int_equal(plie_frame_clock_frame(&clock, 4999), -48);
}

static void corrected_only_in_silence_and_only_when_off_by_over_10_ms(void **state) {
    (void)state;
    static const struct {
        int late_ms;
        bool silent;
        bool corrected;
    } rows[] = {{0, true, false},  {10, true, false},  {11, true, true},    {-10, true, false},
                {-11, true, true}, {11, false, false}, {500, false, false}, {500, true, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_frame_clock clock;
        plie_frame_clock_reset(&clock);
        observe_steady(&clock, 0, 0, 100);
        assert_true(plie_frame_clock_correct(&clock, true));
        observe_steady(&clock, 48000, (1000 + rows[i].late_ms) * MS, 100);
        assert_int_equal(plie_frame_clock_correct(&clock, rows[i].silent), rows[i].corrected);
        int64_t expected = rows[i].corrected ? -rows[i].late_ms * 48 : 0;
        assert_int_equal(plie_frame_clock_frame(&clock, 0), expected);
    }
}

static void a_device_that_asks_in_bursts_needs_no_correction(void **state) {
    (void)state;
    plie_frame_clock clock;
    plie_frame_clock_reset(&clock);
    int corrections = 0;
    for (int i = 0; i < 6000; i++) {
        int64_t burst = i / 4 * (int64_t)40; /* four blocks at once, every 40 ms */
        plie_frame_clock_observe(&clock, i * 480LL, burst * MS + i % 4 * 100000LL);
        if (i > PLIE_FRAME_CLOCK_WINDOW)
            corrections += plie_frame_clock_correct(&clock, true);
    }
    assert_int_equal(corrections, 1);
}

static void a_device_off_its_rate_is_followed_within_a_few_milliseconds(void **state) {
    (void)state;
    plie_frame_clock clock;
    plie_frame_clock_reset(&clock);
    for (int64_t i = 0; i < 360000; i++) { /* an hour, 0.1 % slow */
        plie_frame_clock_observe(&clock, i * 480, i * 10010000);
        plie_frame_clock_correct(&clock, i % 100 == 0);
        int64_t now_ms = i * 10010 / 1000;
        assert_true(llabs(plie_frame_clock_frame(&clock, now_ms) - i * 480) < (int64_t)48 * 13);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_begins_on_its_frame_and_its_slot_comes_back),
        cmocka_unit_test(a_sound_that_comes_late_begins_with_the_next_block_and_says_so),
        cmocka_unit_test(taken_back_before_it_began_a_sound_is_never_heard),
        cmocka_unit_test(taken_back_while_it_sounds_a_sound_goes_on),
        cmocka_unit_test(hushed_sounds_fade_within_5_ms_and_the_rest_never_begins),
        cmocka_unit_test(volumes_change_without_a_click_and_only_their_own_sounds),
        cmocka_unit_test(slots_can_be_used_again_and_again),
        cmocka_unit_test(frames_are_48_to_the_millisecond),
        cmocka_unit_test(corrected_only_in_silence_and_only_when_off_by_over_10_ms),
        cmocka_unit_test(a_device_that_asks_in_bursts_needs_no_correction),
        cmocka_unit_test(a_device_off_its_rate_is_followed_within_a_few_milliseconds),
    };
    return cmocka_run_group_tests(tests, make_loud, NULL);
}
