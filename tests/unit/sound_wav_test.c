#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sound/wav.h"

static void put(uint8_t *at, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; i++)
        at[i] = (uint8_t)(value >> (8 * i) & 0xFFU);
}

typedef struct {
    uint32_t format, channels, bits, rate_hz;
} wav_shape;

/* A WAV file of frames x channels samples, all zero; the caller frees it. */
static uint8_t *make_file(wav_shape shape, size_t frames, size_t *length) {
    size_t data = frames * shape.channels * (shape.bits / 8);
    *length = PLIE_WAV_HEADER_SIZE + data;
    uint8_t *bytes = calloc(*length + 1, 1);
    assert_non_null(bytes);
    assert_true(plie_wav_header(bytes, 0));
    put(bytes + 4, (uint32_t)(*length - 8), 4);
    put(bytes + 20, shape.format, 2);
    put(bytes + 22, shape.channels, 2);
    put(bytes + 24, shape.rate_hz, 4);
    put(bytes + 34, shape.bits, 2);
    put(bytes + 40, (uint32_t)data, 4);
    return bytes;
}

static bool read_wav(plie_arena *arena, const uint8_t *bytes, size_t length, plie_sound *sound) {
    plie_diagnostics *findings = plie_diagnostics_new();
    bool fine = plie_wav_read(arena, "a.wav", bytes, length, sound, findings);
    assert_int_equal(plie_diagnostics_count_of(findings, PLIE_ERROR), fine ? 0 : 1);
    plie_diagnostics_free(findings);
    return fine;
}

static void the_header_says_48_khz_stereo_16_bits_and_both_lengths(void **state) {
    (void)state;
    static const uint8_t expected[PLIE_WAV_HEADER_SIZE] = {
        'R',  'I', 'F', 'F', 0x34, 0, 0,   0,   'W', 'A',  'V',  'E', 'f', 'm',  't',
        ' ',  16,  0,   0,   0,    1, 0,   2,   0,   0x80, 0xBB, 0,   0,   0x00, 0xEE,
        0x02, 0,   4,   0,   16,   0, 'd', 'a', 't', 'a',  0x10, 0,   0,   0};
    uint8_t header[PLIE_WAV_HEADER_SIZE];
    assert_true(plie_wav_header(header, 4));
    assert_memory_equal(header, expected, sizeof header);
}

static void a_file_over_4_gib_has_no_header(void **state) {
    (void)state;
    uint8_t header[PLIE_WAV_HEADER_SIZE];
    const int64_t most = ((int64_t)UINT32_MAX - 36) / 4;
    assert_true(plie_wav_header(header, most));
    assert_false(plie_wav_header(header, most + 1));
    assert_false(plie_wav_header(header, INT64_MAX));
    assert_false(plie_wav_header(header, -1));
}

/* A quarter of full scale, in the encodings that are read. */
static void every_encoding_reads_to_the_same_level(void **state) {
    (void)state;
    static const struct {
        wav_shape shape;
        uint32_t sample;
    } rows[] = {
        {{1, 1, 8, 48000}, 160},         {{1, 2, 8, 48000}, 160},
        {{1, 1, 16, 48000}, 8192},       {{1, 2, 16, 48000}, 8192},
        {{1, 1, 24, 48000}, 0x200000},   {{1, 2, 24, 48000}, 0x200000},
        {{1, 1, 32, 48000}, 0x20000000}, {{3, 1, 32, 48000}, 0x3E800000},
        {{3, 2, 32, 48000}, 0x3E800000},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_arena *arena = plie_arena_new();
        size_t length = 0;
        uint8_t *bytes = make_file(rows[i].shape, 100, &length);
        size_t size = rows[i].shape.bits / 8;
        for (size_t at = PLIE_WAV_HEADER_SIZE; at < length; at += size)
            put(bytes + at, rows[i].sample, (int)size);
        plie_sound sound = {0};
        assert_true(read_wav(arena, bytes, length, &sound));
        assert_int_equal(sound.rate_hz, PLIE_SOUND_RATE_HZ);
        assert_int_equal(sound.sample_count, 100);
        for (int s = 0; s < 100; s++)
            assert_in_range(sound.samples[s], 8190, 8194);
        free(bytes);
        plie_arena_free(arena);
    }
}

static void the_two_sides_are_mixed_evenly_with_their_signs(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    size_t length = 0;
    uint8_t *bytes = make_file((wav_shape){1, 2, 16, 48000}, 2, &length);
    put(bytes + 44, (uint16_t)-3000, 2);
    put(bytes + 46, 1000, 2);
    put(bytes + 48, (uint16_t)-32768, 2);
    put(bytes + 50, (uint16_t)-32768, 2);
    plie_sound sound = {0};
    assert_true(read_wav(arena, bytes, length, &sound));
    assert_int_equal(sound.samples[0], -1000);
    assert_int_equal(sound.samples[1], -32768);
    free(bytes);
    plie_arena_free(arena);
}

static void other_rates_keep_pitch_and_length(void **state) {
    (void)state;
    static const uint32_t rates[] = {8000, 11025, 16000, 22050, 44100, 48000, 96000, 192000};
    const double turn = 2.0 * 3.14159265358979323846;
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        plie_arena *arena = plie_arena_new();
        size_t length = 0, frames = rates[i] / 4;
        uint8_t *bytes = make_file((wav_shape){1, 1, 16, rates[i]}, frames, &length);
        for (size_t s = 0; s < frames; s++) {
            double value = 12000.0 * sin(turn * 700.0 * (double)s / rates[i]);
            put(bytes + 44 + 2 * s, (uint32_t)(int32_t)lrint(value), 2);
        }
        plie_sound sound = {0};
        assert_true(read_wav(arena, bytes, length, &sound));
        int expected_rate = rates[i] == 16000 ? PLIE_VOICE_RATE_HZ : PLIE_SOUND_RATE_HZ;
        assert_int_equal(sound.rate_hz, expected_rate);
        assert_in_range(sound.sample_count, expected_rate / 4 - 4, expected_rate / 4 + 4);
        for (int s = 400; s < sound.sample_count - 400; s++) {
            double value = 12000.0 * sin(turn * 700.0 * s / expected_rate);
            assert_true(fabs(sound.samples[s] - value) < 40.0);
        }
        free(bytes);
        plie_arena_free(arena);
    }
}

static void what_a_lower_rate_cannot_hold_is_filtered_out(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    size_t length = 0;
    uint8_t *bytes = make_file((wav_shape){1, 1, 16, 192000}, 19200, &length);
    for (size_t s = 0; s < 19200; s++) {
        double value = 12000.0 * sin(2.0 * 3.14159265358979 * 40000.0 * (double)s / 192000.0);
        put(bytes + 44 + 2 * s, (uint32_t)(int32_t)lrint(value), 2);
    }
    plie_sound sound = {0};
    assert_true(read_wav(arena, bytes, length, &sound));
    for (int s = 100; s < sound.sample_count - 100; s++)
        assert_true(abs(sound.samples[s]) < 60);
    free(bytes);
    plie_arena_free(arena);
}

static void hostile_files_are_refused_with_one_finding(void **state) {
    (void)state;
    static const struct {
        const char *what;
        wav_shape shape;
        size_t frames;
        size_t at; /* bytes put over the file, 0 for none */
        uint32_t value;
        int bytes;
        size_t length; /* of the file given, 0 for all */
    } rows[] = {
        {"no riff", {1, 1, 16, 48000}, 10, 1, 0, 1, 0},
        {"no wave", {1, 1, 16, 48000}, 10, 8, 0, 4, 0},
        {"nothing", {1, 1, 16, 48000}, 10, 0, 0, 0, 1},
        {"only the riff head", {1, 1, 16, 48000}, 10, 0, 0, 0, 12},
        {"cut in the format", {1, 1, 16, 48000}, 10, 0, 0, 0, 30},
        {"cut before the data", {1, 1, 16, 48000}, 10, 0, 0, 0, 40},
        {"no data at all", {1, 1, 16, 48000}, 10, 0, 0, 0, 44},
        {"half a sample", {1, 1, 16, 48000}, 10, 0, 0, 0, 45},
        {"empty data", {1, 1, 16, 48000}, 0, 0, 0, 0, 0},
        {"short format chunk", {1, 1, 16, 48000}, 10, 16, 4, 4, 0},
        {"huge format chunk", {1, 1, 16, 48000}, 10, 16, 0xFFFFFFFF, 4, 0},
        {"huge odd format chunk", {1, 1, 16, 48000}, 10, 16, 0x7FFFFFFF, 4, 0},
        {"data before the format", {1, 1, 16, 48000}, 10, 12, 0x61746164, 4, 0},
        {"mu-law", {7, 1, 8, 8000}, 10, 0, 0, 0, 0},
        {"12 bits", {1, 1, 16, 48000}, 10, 34, 12, 2, 0},
        {"0 bits", {1, 1, 16, 48000}, 10, 34, 0, 2, 0},
        {"64-bit float", {3, 1, 64, 48000}, 10, 0, 0, 0, 0},
        {"16-bit float", {3, 1, 16, 48000}, 10, 0, 0, 0, 0},
        {"no channels", {1, 1, 16, 48000}, 10, 22, 0, 2, 0},
        {"three channels", {1, 3, 16, 48000}, 10, 0, 0, 0, 0},
        {"a rate of 0", {1, 1, 16, 0}, 10, 0, 0, 0, 0},
        {"a rate too low", {1, 1, 16, 7999}, 10, 0, 0, 0, 0},
        {"a rate too high", {1, 1, 16, 192001}, 10, 0, 0, 0, 0},
        {"a rate far too high", {1, 1, 16, 0xFFFFFFFF}, 10, 0, 0, 0, 0},
        {"over 30 seconds", {1, 1, 8, 8000}, 240001, 0, 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_arena *arena = plie_arena_new();
        size_t length = 0;
        uint8_t *bytes = make_file(rows[i].shape, rows[i].frames, &length);
        put(bytes + rows[i].at, rows[i].value, rows[i].bytes);
        if (rows[i].length != 0)
            length = rows[i].length;
        uint8_t *exact = malloc(length);
        assert_non_null(exact);
        memcpy(exact, bytes, length);
        plie_sound sound = {0};
        if (read_wav(arena, exact, length, &sound))
            fail_msg("was read: %s", rows[i].what);
        free(exact);
        free(bytes);
        plie_arena_free(arena);
    }
}

static void chunks_that_say_nothing_of_the_sound_are_skipped(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    size_t length = 0;
    uint8_t *plain = make_file((wav_shape){1, 1, 16, 48000}, 10, &length);
    put(plain + 44, 1234, 2);
    const size_t extra = 8 + 5 + 1; /* an odd length is padded */
    uint8_t *bytes = calloc(length + extra, 1);
    assert_non_null(bytes);
    memcpy(bytes, plain, 36);
    put(bytes + 36, 0x5453494C, 4); /* LIST */
    put(bytes + 40, 5, 4);
    memcpy(bytes + 36 + extra, plain + 36, length - 36);
    plie_sound sound = {0};
    assert_true(read_wav(arena, bytes, length + extra, &sound));
    assert_int_equal(sound.sample_count, 10);
    assert_int_equal(sound.samples[0], 1234);
    free(bytes);
    free(plain);
    plie_arena_free(arena);
}

static void a_recording_cut_off_is_read_as_far_as_it_goes_with_a_warning(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    plie_diagnostics *findings = plie_diagnostics_new();
    size_t length = 0;
    uint8_t *bytes = make_file((wav_shape){1, 1, 16, 48000}, 10, &length);
    put(bytes + 40, 0xFFFFFFFF, 4);
    plie_sound sound = {0};
    assert_true(plie_wav_read(arena, "a.wav", bytes, length, &sound, findings));
    assert_int_equal(sound.sample_count, 10);
    assert_int_equal(plie_diagnostics_count_of(findings, PLIE_WARNING), 1);
    free(bytes);
    plie_diagnostics_free(findings);
    plie_arena_free(arena);
}

static void float_samples_that_are_no_numbers_are_silent(void **state) {
    (void)state;
    static const struct {
        uint32_t bits;
        int expected;
    } rows[] = {{0x7FC00000, 0},     {0x7F800000, 0},      {0xFF800000, 0},
                {0x7F7FFFFF, 32767}, {0xFF7FFFFF, -32767}, {0x00000001, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_arena *arena = plie_arena_new();
        size_t length = 0;
        uint8_t *bytes = make_file((wav_shape){3, 1, 32, 48000}, 1, &length);
        put(bytes + 44, rows[i].bits, 4);
        plie_sound sound = {0};
        assert_true(read_wav(arena, bytes, length, &sound));
        assert_int_equal(sound.samples[0], rows[i].expected);
        free(bytes);
        plie_arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_says_48_khz_stereo_16_bits_and_both_lengths),
        cmocka_unit_test(a_file_over_4_gib_has_no_header),
        cmocka_unit_test(every_encoding_reads_to_the_same_level),
        cmocka_unit_test(the_two_sides_are_mixed_evenly_with_their_signs),
        cmocka_unit_test(other_rates_keep_pitch_and_length),
        cmocka_unit_test(what_a_lower_rate_cannot_hold_is_filtered_out),
        cmocka_unit_test(hostile_files_are_refused_with_one_finding),
        cmocka_unit_test(chunks_that_say_nothing_of_the_sound_are_skipped),
        cmocka_unit_test(a_recording_cut_off_is_read_as_far_as_it_goes_with_a_warning),
        cmocka_unit_test(float_samples_that_are_no_numbers_are_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
