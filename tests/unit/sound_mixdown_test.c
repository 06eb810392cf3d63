#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sound/mixdown.h"

#define LENGTH 4000

static int16_t wave[LENGTH];

/* Where a frame's left sample stands. */
static size_t frame_at(int64_t frame) {
    return 2 * (size_t)frame;
}

static int make_wave(void **state) {
    (void)state;
    for (int64_t i = 0; i < LENGTH; i++)
        wave[i] = (int16_t)lrint(12000.0 * cos((double)i * 0.07) + 3000.0 * sin((double)i * 0.31));
    return 0;
}

static plie_placed_sound place(int64_t frame, int32_t count, int rate_hz, float gain) {
    return (plie_placed_sound){frame, {wave, count, rate_hz}, gain, INT64_MAX};
}

static void mix(const plie_placed_sound *sounds, size_t count, int16_t *stereo) {
    memset(stereo, 0, sizeof *stereo * 2 * LENGTH);
    plie_mixdown(sounds, count, 0, stereo, LENGTH);
}

static void a_sound_is_heard_from_its_frame_to_its_last_on_both_sides(void **state) {
    (void)state;
    static const int64_t frames[] = {0, 1, 255, 256, 257, 1000, 3999};
    static int16_t stereo[2 * LENGTH];
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        plie_placed_sound sound = place(frames[i], 500, PLIE_SOUND_RATE_HZ, 1.0F);
        mix(&sound, 1, stereo);
        for (int64_t f = 0; f < LENGTH; f++) {
            int64_t at = f - frames[i];
            int16_t expected = 0;
            if (at >= 0 && at < 500)
                expected = wave[at];
            assert_int_equal(stereo[2 * f], expected);
            assert_int_equal(stereo[2 * f + 1], expected);
        }
    }
}

static void blocks_of_any_size_give_the_same_samples(void **state) {
    (void)state;
    plie_placed_sound sounds[] = {
        place(13, 700, PLIE_SOUND_RATE_HZ, 1.0F), place(300, 900, PLIE_VOICE_RATE_HZ, 0.8F),
        place(301, 2000, PLIE_SOUND_RATE_HZ, 2.5F), place(-50, 400, PLIE_VOICE_RATE_HZ, 0.5F),
        place(2500, 1200, PLIE_VOICE_RATE_HZ, 1.5F)};
    sounds[1].cut_frame = 1500;
    sounds[2].cut_frame = 2001;
    static const size_t blocks[] = {1, 7, 255, 256, 480, 512, 1021};
    static int16_t whole[2 * LENGTH], parts[2 * LENGTH];
    mix(sounds, 5, whole);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        memset(parts, 0, sizeof parts);
        for (size_t at = 0; at < LENGTH; at += blocks[i]) {
            size_t count = LENGTH - at < blocks[i] ? LENGTH - at : blocks[i];
            plie_mixdown(sounds, 5, (int64_t)at, parts + 2 * at, count);
        }
        assert_memory_equal(whole, parts, sizeof whole);
    }
}

static void far_into_a_stream_frames_are_as_exact_as_at_its_start(void **state) {
    (void)state;
    const int64_t day = (int64_t)24 * 3600 * PLIE_SOUND_RATE_HZ;
    plie_placed_sound sound = place(day + 77, 300, PLIE_VOICE_RATE_HZ, 1.0F);
    plie_placed_sound early = place(77, 300, PLIE_VOICE_RATE_HZ, 1.0F);
    static int16_t late_samples[2 * LENGTH], early_samples[2 * LENGTH];
    memset(late_samples, 0, sizeof late_samples);
    plie_mixdown(&sound, 1, day, late_samples, LENGTH);
    mix(&early, 1, early_samples);
    assert_memory_equal(late_samples, early_samples, sizeof early_samples);
}

static void a_voice_is_interpolated_between_its_samples(void **state) {
    (void)state;
    static int16_t tone[800], stereo[2 * LENGTH];
    for (int64_t i = 0; i < 800; i++)
        tone[i] =
            (int16_t)lrint(10000.0 * sin((double)i * 2.0 * 3.14159265358979 * 1000.0 / 16000.0));
    plie_placed_sound sound = {0, {tone, 800, PLIE_VOICE_RATE_HZ}, 1.0F, INT64_MAX};
    mix(&sound, 1, stereo);
    for (int64_t f = 60; f < 2340; f++) {
        double expected = 10000.0 * sin((double)f * 2.0 * 3.14159265358979 * 1000.0 / 48000.0);
        assert_true(fabs((double)stereo[2 * f] - expected) < 25.0);
    }
    for (int64_t i = 0; i < 800; i++)
        assert_int_equal(stereo[frame_at(3 * i)], tone[i]);
    for (int64_t f = 2400; f < LENGTH; f++)
        assert_int_equal(stereo[2 * f], 0);
}

static void lengths_are_counted_in_frames_of_the_stream(void **state) {
    (void)state;
    plie_sound tone = {wave, 500, PLIE_SOUND_RATE_HZ};
    plie_sound voice = {wave, 500, PLIE_VOICE_RATE_HZ};
    plie_sound nothing = {NULL, 0, PLIE_SOUND_RATE_HZ};
    assert_int_equal(plie_sound_frame_count(&tone), 500);
    assert_int_equal(plie_sound_frame_count(&voice), 1500);
    assert_int_equal(plie_sound_frame_count(&nothing), 0);
}

static void a_cut_fades_to_silence_without_a_click(void **state) {
    (void)state;
    static int16_t loud[LENGTH], stereo[2 * LENGTH];
    for (int64_t i = 0; i < LENGTH; i++)
        loud[i] = 20000;
    plie_placed_sound sound = {100, {loud, 3000, PLIE_SOUND_RATE_HZ}, 1.0F, 1000};
    mix(&sound, 1, stereo);
    assert_int_equal(stereo[frame_at(1000 - PLIE_CUT_FRAMES)], 20000);
    for (int64_t f = 1000 - PLIE_CUT_FRAMES; f < LENGTH - 1; f++) {
        int step = stereo[2 * f] - stereo[2 * (f + 1)];
        assert_true(step >= 0 && step <= 20000 / PLIE_CUT_FRAMES + 1);
    }
    for (int64_t f = 1000; f < LENGTH; f++)
        assert_int_equal(stereo[2 * f], 0);
}

static void a_sound_cut_before_it_begins_is_not_heard(void **state) {
    (void)state;
    static int16_t stereo[2 * LENGTH];
    plie_placed_sound sound = place(500, 1000, PLIE_SOUND_RATE_HZ, 1.0F);
    sound.cut_frame = 500;
    mix(&sound, 1, stereo);
    for (size_t i = 0; i < sizeof stereo / sizeof *stereo; i++)
        assert_int_equal(stereo[i], 0);
}

static void loud_sums_are_bent_and_never_wrap_around(void **state) {
    (void)state;
    static int16_t ramp[LENGTH], stereo[2 * LENGTH];
    for (int64_t i = 0; i < LENGTH; i++)
        ramp[i] = (int16_t)(i * 8);
    plie_placed_sound sounds[] = {{0, {ramp, LENGTH, PLIE_SOUND_RATE_HZ}, 1.0F, INT64_MAX},
                                  {0, {ramp, LENGTH, PLIE_SOUND_RATE_HZ}, 1.0F, INT64_MAX}};
    mix(sounds, 2, stereo);
    for (int64_t f = 1; f < LENGTH; f++)
        assert_true(stereo[2 * f] >= stereo[2 * (f - 1)]);
    assert_int_equal(stereo[frame_at(1000)], 16000);
    assert_true(stereo[frame_at(LENGTH - 1)] > 30000);
}

static void below_full_scale_both_ends_are_reached_evenly(void **state) {
    (void)state;
    static int16_t low[4] = {INT16_MIN, INT16_MIN, INT16_MIN, INT16_MIN};
    int16_t stereo[8];
    for (int64_t i = 0; i < 8; i++)
        stereo[i] = INT16_MIN;
    plie_placed_sound sound = {0, {low, 4, PLIE_SOUND_RATE_HZ}, 8.0F, INT64_MAX};
    plie_mixdown(&sound, 1, 0, stereo, 4);
    for (int64_t i = 0; i < 8; i++)
        assert_int_equal(stereo[i], -32767);
}

static void music_below_is_added_to_and_else_left_alone(void **state) {
    (void)state;
    static int16_t stereo[2 * LENGTH];
    for (int64_t i = 0; i < LENGTH; i++) {
        stereo[2 * i] = INT16_MAX;
        stereo[2 * i + 1] = -2000;
    }
    static int16_t quiet[100];
    quiet[50] = 40;
    plie_placed_sound sound = {100, {quiet, 100, PLIE_SOUND_RATE_HZ}, 1.0F, INT64_MAX};
    plie_mixdown(&sound, 1, 0, stereo, LENGTH);
    for (int64_t i = 0; i < LENGTH; i++) {
        assert_int_equal(stereo[2 * i], INT16_MAX);
        assert_int_equal(stereo[2 * i + 1], i == 150 ? -1960 : -2000);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_is_heard_from_its_frame_to_its_last_on_both_sides),
        cmocka_unit_test(blocks_of_any_size_give_the_same_samples),
        cmocka_unit_test(far_into_a_stream_frames_are_as_exact_as_at_its_start),
        cmocka_unit_test(a_voice_is_interpolated_between_its_samples),
        cmocka_unit_test(lengths_are_counted_in_frames_of_the_stream),
        cmocka_unit_test(a_cut_fades_to_silence_without_a_click),
        cmocka_unit_test(a_sound_cut_before_it_begins_is_not_heard),
        cmocka_unit_test(loud_sums_are_bent_and_never_wrap_around),
        cmocka_unit_test(below_full_scale_both_ends_are_reached_evenly),
        cmocka_unit_test(music_below_is_added_to_and_else_left_alone),
    };
    return cmocka_run_group_tests(tests, make_wave, NULL);
}
