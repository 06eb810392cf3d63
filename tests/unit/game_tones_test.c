#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "audio/tones.h"
#include "sound_folder.h"

#define SHIPPED PLIE_SOURCE_DIR "/assets/sounds"

static char folder[] = "/tmp/plie-tones-XXXXXX";

static int make(void **state) {
    (void)state;
    return make_folder(folder);
}

static int remove_all(void **state) {
    (void)state;
    return remove_folder(folder);
}

static void shipped_tones_sound_at_once_end_in_silence_and_keep_to_their_length(void **state) {
    (void)state;
    plie_diagnostics *problems = plie_diagnostics_new();
    plie_tones *tones = plie_tones_load(NULL, SHIPPED, problems);
    assert_int_equal(plie_diagnostics_count(problems), 0);
    for (int tone = 0; tone < PLIE_TONE_COUNT_OF; tone++) {
        const plie_sound *sound = &tones->sounds[tone];
        assert_int_equal(sound->rate_hz, PLIE_SOUND_RATE_HZ);
        assert_in_range(sound->sample_count, 48 * 20, 48 * plie_tone_ms((plie_tone)tone));
        assert_in_range(abs(sound->samples[0]), 20, 600);
        assert_int_equal(sound->samples[sound->sample_count - 1], 0);
    }
    plie_tones_free(tones);
    plie_diagnostics_free(problems);
}

static void a_persons_own_tone_wins_and_is_cut_to_its_length(void **state) {
    (void)state;
    write_level(folder, "count.wav", 100, 7000);
    write_level(folder, "tick.wav", 48000, 7000);
    plie_diagnostics *problems = plie_diagnostics_new();
    plie_tones *tones = plie_tones_load(folder, SHIPPED, problems);
    assert_int_equal(tones->sounds[PLIE_TONE_COUNT].sample_count, 100);
    assert_int_equal(tones->sounds[PLIE_TONE_COUNT].samples[99], 7000);
    const plie_sound *tick = &tones->sounds[PLIE_TONE_TICK];
    assert_int_equal(tick->sample_count, 48 * plie_tone_ms(PLIE_TONE_TICK));
    assert_int_equal(tick->samples[0], 7000);
    assert_int_equal(tick->samples[tick->sample_count - 1], 0);
    assert_int_equal(plie_diagnostics_count(problems), 1);
    plie_tones_free(tones);
    plie_diagnostics_free(problems);
}

static void a_broken_tone_of_ones_own_is_told_and_the_shipped_one_plays(void **state) {
    (void)state;
    write_file(folder, "go.wav", "no sound", 8);
    plie_diagnostics *problems = plie_diagnostics_new();
    plie_tones *own = plie_tones_load(folder, SHIPPED, problems);
    plie_tones *shipped = plie_tones_load(NULL, SHIPPED, problems);
    assert_int_equal(own->sounds[PLIE_TONE_GO].sample_count,
                     shipped->sounds[PLIE_TONE_GO].sample_count);
    assert_int_equal(plie_diagnostics_count_of(problems, PLIE_ERROR), 1);
    plie_tones_free(own);
    plie_tones_free(shipped);
    plie_diagnostics_free(problems);
}

static void missing_tones_are_silent_and_each_is_told(void **state) {
    (void)state;
    plie_diagnostics *problems = plie_diagnostics_new();
    plie_tones *tones = plie_tones_load(NULL, "/nowhere", problems);
    for (int tone = 0; tone < PLIE_TONE_COUNT_OF; tone++)
        assert_int_equal(tones->sounds[tone].sample_count, 0);
    assert_int_equal(plie_diagnostics_count(problems), PLIE_TONE_COUNT_OF);
    plie_tones_free(tones);
    plie_diagnostics_free(problems);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_tones_sound_at_once_end_in_silence_and_keep_to_their_length),
        cmocka_unit_test(a_persons_own_tone_wins_and_is_cut_to_its_length),
        cmocka_unit_test(a_broken_tone_of_ones_own_is_told_and_the_shipped_one_plays),
        cmocka_unit_test(missing_tones_are_silent_and_each_is_told),
    };
    return cmocka_run_group_tests(tests, make, remove_all);
}
