#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "audio/speech_text.h"
#include "audio/voice.h"
#include "sound_folder.h"

static char folder[] = "/tmp/plie-voice-XXXXXX";

static const char *path_of(const char *name) {
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int make(void **state) {
    (void)state;
    if (make_folder(folder) != 0)
        return -1;
    static const char *const folders[] = {"own", "share", "share/voice", "program"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        if (mkdir(path_of(folders[i]), 0700) != 0)
            return -1;
    }
    return 0;
}

static int remove_all(void **state) {
    (void)state;
    return remove_folder(folder);
}

static plie_voice *start(const char *language, size_t budget) {
    static char own[300], share[300], program[300];
    snprintf(own, sizeof own, "%s/own", folder);
    snprintf(share, sizeof share, "%s/share", folder);
    snprintf(program, sizeof program, "%s/program", folder);
    plie_voice_sources sources = {program, own, share, language, budget};
    plie_voice *voice = plie_voice_start(&sources);
    assert_non_null(voice);
    return voice;
}

static plie_spoken *wait_for(plie_voice *voice, const char *text, const char *clip) {
    plie_spoken *spoken = NULL;
    assert_int_equal(plie_voice_wait(voice, (plie_line){text, clip}, &spoken), PLIE_LINE_READY);
    assert_non_null(spoken);
    return spoken;
}

static size_t problem_count(plie_voice *voice) {
    plie_diagnostics *problems = plie_diagnostics_new();
    plie_voice_take_problems(voice, problems);
    size_t count = plie_diagnostics_count(problems);
    plie_diagnostics_free(problems);
    return count;
}

static void a_line_is_spoken_at_16_khz_and_trimmed_of_silence(void **state) {
    (void)state;
    plie_voice *voice = start(NULL, 0);
    plie_spoken *spoken = wait_for(voice, "Next: side lunge, right leg, fifteen reps.", NULL);
    const plie_sound *sound = plie_spoken_sound(spoken);
    assert_int_equal(sound->rate_hz, PLIE_VOICE_RATE_HZ);
    assert_in_range(sound->sample_count, 2 * 16000, 4 * 16000);
    assert_int_equal(sound->samples[0], 0);
    assert_int_equal(sound->samples[sound->sample_count - 1], 0);
    int loudest_at_start = 0, loudest_at_end = 0;
    for (int i = 0; i < 800; i++) {
        int first = abs(sound->samples[i]);
        int last = abs(sound->samples[sound->sample_count - 1 - i]);
        loudest_at_start = first > loudest_at_start ? first : loudest_at_start;
        loudest_at_end = last > loudest_at_end ? last : loudest_at_end;
    }
    assert_true(loudest_at_start >= 150);
    assert_true(loudest_at_end >= 100);
    assert_false(plie_spoken_is_recorded(spoken));
    plie_voice_release(voice, spoken);
    plie_voice_stop(voice);
}

static void lengths_are_told_once_lines_are_measured(void **state) {
    (void)state;
    static const plie_line lines[] = {{"Halfway.", NULL}, {"Rest.", NULL}, {"Ten seconds.", NULL}};
    plie_voice *voice = start("en-GB", 0);
    plie_voice_want(voice, lines, 3);
    plie_voice_wait_measured(voice, 3);
    assert_int_equal(plie_voice_look(voice).measured, 3);
    plie_line_lengths *lengths = plie_line_lengths_new();
    plie_voice_add_lengths(voice, lengths);
    for (int i = 0; i < 3; i++) {
        plie_spoken *spoken = NULL;
        assert_int_equal(plie_voice_hold(voice, lines[i], &spoken), PLIE_LINE_READY);
        int count = plie_spoken_sound(spoken)->sample_count;
        assert_int_equal(plie_line_length_ms(lengths, lines[i].text), (count + 15) / 16);
        plie_voice_release(voice, spoken);
    }
    plie_line_lengths_free(lengths);
    plie_voice_stop(voice);
}

static void a_clip_has_its_own_length_beside_that_of_its_line(void **state) {
    (void)state;
    write_level(folder, "program/long.wav", 48000, 1111);
    plie_voice *voice = start(NULL, 0);
    plie_voice_release(voice, wait_for(voice, "Rest.", NULL));
    plie_voice_release(voice, wait_for(voice, "Rest.", "long.wav"));
    plie_line_lengths *lengths = plie_line_lengths_new();
    plie_voice_add_lengths(voice, lengths);
    assert_int_equal(plie_line_length_ms(lengths, "long.wav"), 1000);
    assert_in_range(plie_line_length_ms(lengths, "Rest."), 300, 600);
    plie_line_lengths_free(lengths);
    plie_voice_stop(voice);
}

static void without_a_voice_lines_are_thought_at_least_as_long_as_they_are(void **state) {
    (void)state;
    static const char *const texts[] = {
        "Get ready. First: march in place.",
        "Rest.",
        "Round one done.",
        "Last round.",
        "Halfway.",
        "Ten seconds.",
        "Switch sides.",
        "Five.",
        "Four.",
        "Three.",
        "Next: side lunge, right leg, fifteen reps.",
        "Next: plie squat, one heel up, left, thirty reps.",
        "Knees follow toes.",
        "Hands under shoulders.",
        "Cardio.",
        "Warm-up.",
        "Stretch.",
        "Well done. That was all of it.",
    };
    plie_voice *voice = start(NULL, 0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        plie_spoken *spoken = wait_for(voice, texts[i], NULL);
        int spoken_ms = (plie_spoken_sound(spoken)->sample_count + 15) / 16;
        if (plie_line_estimate_ms(texts[i]) < spoken_ms)
            fail_msg("%s: %d ms, thought %d", texts[i], spoken_ms, plie_line_estimate_ms(texts[i]));
        plie_voice_release(voice, spoken);
    }
    plie_voice_stop(voice);
}

static void what_cannot_be_spoken_is_told_and_nothing_breaks(void **state) {
    (void)state;
    char too_long[PLIE_SPEECH_LIMIT + 2], long_word[PLIE_SPEECH_WORD_LIMIT + 2];
    memset(too_long, 'a', sizeof too_long - 1);
    too_long[sizeof too_long - 1] = '\0';
    for (size_t i = 4; i < sizeof too_long - 1; i += 5)
        too_long[i] = ' ';
    memset(long_word, 'b', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    const char *const texts[] = {"",
                                 "...",
                                 " \t\n",
                                 "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82",
                                 "Rest \xE4\xBC\x91\xE6\x81\xAF",
                                 "\xFF\xFE rest",
                                 too_long,
                                 long_word};
    plie_voice *voice = start(NULL, 0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        plie_spoken *spoken = NULL;
        plie_line line = {texts[i], NULL};
        if (plie_voice_wait(voice, line, &spoken) != PLIE_LINE_CANNOT)
            fail_msg("was spoken: %s", texts[i]);
        assert_int_equal(problem_count(voice), 1);
    }
    plie_voice_release(voice, wait_for(voice, "Rest.", NULL));
    plie_voice_stop(voice);
}

static void texts_are_made_plain_for_the_voice(void **state) {
    (void)state;
    static const struct {
        const char *text, *speech;
    } rows[] = {
        {"Rest.", "Rest."},
        {"pli\xC3\xA9 squat", "plie squat"},
        {"\xC3\x9C"
         "bung",
         "ubung"},
        {"Don\xE2\x80\x99t stop \xE2\x80\x93 go\xE2\x80\xA6", "Don't stop - go."},
        {"a\tb\x01"
         "c",
         "a b c"},
        {"30 \xC3\x97 2", "30   2"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char speech[PLIE_SPEECH_SIZE];
        assert_true(plie_speech_text(rows[i].text, speech));
        assert_string_equal(speech, rows[i].speech);
    }
}

static void recordings_are_named_by_the_words_of_a_line(void **state) {
    (void)state;
    static const struct {
        const char *text, *slug;
    } rows[] = {
        {"Halfway.", "halfway"},
        {"Switch sides.", "switch-sides"},
        {"Get ready. First: march in place.", "get-ready-first-march-in-place"},
        {"Don't stop!", "dont-stop"},
        {"Pli\xC3\xA9 squat", "plie-squat"},
        {"../../etc/passwd", "etc-passwd"},
    };
    char slug[PLIE_SLUG_SIZE];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(plie_speech_slug(rows[i].text, slug));
        assert_string_equal(slug, rows[i].slug);
    }
    char too_long[PLIE_SLUG_SIZE + 1];
    memset(too_long, 'a', PLIE_SLUG_SIZE);
    too_long[PLIE_SLUG_SIZE] = '\0';
    assert_false(plie_speech_slug(too_long, slug));
    assert_false(plie_speech_slug("...", slug));
}

static void recordings_win_over_the_voice_and_the_nearest_wins(void **state) {
    (void)state;
    write_level(folder, "share/voice/halfway.wav", 1000, 1111);
    write_level(folder, "share/voice/switch-sides.wav", 1000, 2222);
    write_level(folder, "own/switch-sides.wav", 2000, 3333);
    write_level(folder, "program/clip.wav", 3000, 4444);
    write_level(folder, "own/go.wav", 3000, 5555);
    static const struct {
        const char *text, *clip;
        bool recorded;
        int frames, level;
    } rows[] = {
        {"Halfway.", NULL, true, 1000, 1111},
        {"Switch sides.", NULL, true, 2000, 3333},
        {"Switch sides.", "clip.wav", true, 3000, 4444},
        {"\xD0\xBF", "clip.wav", true, 3000, 4444},
        {"Rest.", NULL, false, 0, 0},
        {"Go.", NULL, false, 0, 0}, /* go.wav is the beep */
    };
    plie_voice *voice = start(NULL, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_spoken *spoken = wait_for(voice, rows[i].text, rows[i].clip);
        assert_int_equal(plie_spoken_is_recorded(spoken), rows[i].recorded);
        if (rows[i].recorded) {
            assert_int_equal(plie_spoken_sound(spoken)->sample_count, rows[i].frames);
            assert_int_equal(plie_spoken_sound(spoken)->samples[500], rows[i].level);
        }
        plie_voice_release(voice, spoken);
    }
    assert_int_equal(problem_count(voice), 0);
    plie_voice_stop(voice);
}

static void clips_that_cannot_be_used_are_told_and_the_voice_steps_in(void **state) {
    (void)state;
    write_level(folder, "outside.wav", 1000, 1111);
    write_file(folder, "program/broken.wav", "RIFFxxxxJUNK", 12);
    assert_int_equal(symlink("../outside.wav", path_of("program/link.wav")), 0);
    assert_int_equal(mkdir(path_of("program/folder.wav"), 0700), 0);
    assert_int_equal(mkfifo(path_of("program/pipe.wav"), 0700), 0);
    static const char *const clips[] = {"missing.wav",    "broken.wav", "link.wav",
                                        "../outside.wav", "folder.wav", "pipe.wav"};
    plie_voice *voice = start(NULL, 0);
    for (size_t i = 0; i < sizeof clips / sizeof *clips; i++) {
        plie_spoken *spoken = wait_for(voice, "Rest.", clips[i]);
        if (plie_spoken_is_recorded(spoken))
            fail_msg("was played: %s", clips[i]);
        assert_int_equal(problem_count(voice), 1);
        plie_voice_release(voice, spoken);
    }
    plie_voice_stop(voice);
}

static void in_another_language_only_recordings_are_heard(void **state) {
    (void)state;
    write_level(folder, "program/pause.wav", 1000, 1111);
    plie_voice *voice = start("de", 0);
    plie_spoken *spoken = NULL;
    plie_line line = {"Pause.", NULL};
    assert_int_equal(plie_voice_wait(voice, line, &spoken), PLIE_LINE_CANNOT);
    plie_voice_release(voice, wait_for(voice, "Pause.", "pause.wav"));
    assert_int_equal(problem_count(voice), 0);
    plie_voice_stop(voice);
}

static void memory_is_bounded_and_what_was_forgotten_is_spoken_again(void **state) {
    (void)state;
    const size_t budget = 100000; /* some 3 s of speech */
    static const char *const texts[] = {"one two three four", "five six seven",
                                        "eight nine ten eleven", "twelve thirteen fourteen",
                                        "fifteen sixteen seventeen"};
    plie_line lines[5];
    for (int i = 0; i < 5; i++)
        lines[i] = (plie_line){texts[i], NULL};
    plie_voice *voice = start(NULL, budget);
    plie_spoken *held = wait_for(voice, texts[4], NULL);
    int16_t first_samples[200];
    memcpy(first_samples, plie_spoken_sound(held)->samples, sizeof first_samples);
    plie_voice_want(voice, lines, 5);
    plie_voice_wait_measured(voice, 5);
    assert_int_equal(plie_voice_look(voice).measured, 5);
    assert_true(plie_voice_memory(voice) <= budget);
    for (int i = 0; i < 5; i++)
        plie_voice_release(voice, wait_for(voice, texts[i], NULL));
    assert_memory_equal(plie_spoken_sound(held)->samples, first_samples, sizeof first_samples);
    plie_voice_release(voice, held);
    plie_voice_want(voice, lines, 1);
    plie_voice_release(voice, wait_for(voice, texts[0], NULL));
    assert_true(plie_voice_memory(voice) <= budget);
    plie_voice_stop(voice);
}

static void a_voice_can_be_stopped_at_any_time_and_started_again(void **state) {
    (void)state;
    static const plie_line lines[] = {{"One more time, and then another.", NULL},
                                      {"A line that nobody waits for.", NULL}};
    for (int i = 0; i < 3; i++) {
        plie_voice *voice = start(NULL, 0);
        plie_voice_want(voice, lines, 2);
        plie_voice_stop(voice);
    }
    plie_voice_stop(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_spoken_at_16_khz_and_trimmed_of_silence),
        cmocka_unit_test(lengths_are_told_once_lines_are_measured),
        cmocka_unit_test(a_clip_has_its_own_length_beside_that_of_its_line),
        cmocka_unit_test(without_a_voice_lines_are_thought_at_least_as_long_as_they_are),
        cmocka_unit_test(what_cannot_be_spoken_is_told_and_nothing_breaks),
        cmocka_unit_test(texts_are_made_plain_for_the_voice),
        cmocka_unit_test(recordings_are_named_by_the_words_of_a_line),
        cmocka_unit_test(recordings_win_over_the_voice_and_the_nearest_wins),
        cmocka_unit_test(clips_that_cannot_be_used_are_told_and_the_voice_steps_in),
        cmocka_unit_test(in_another_language_only_recordings_are_heard),
        cmocka_unit_test(memory_is_bounded_and_what_was_forgotten_is_spoken_again),
        cmocka_unit_test(a_voice_can_be_stopped_at_any_time_and_started_again),
    };
    return cmocka_run_group_tests(tests, make, remove_all);
}
