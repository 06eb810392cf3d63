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

#include "audio/cue_mixer.h"
#include "audio/music_list.h"
#include "sound_folder.h"

#define FILES 20
#define BLOCK 480 /* 10 ms */
#define LOUD 10000

static char folder[] = "/tmp/plie-music-XXXXXX";

static int make(void **state) {
    (void)state;
    return make_folder(folder);
}

static int remove_all(void **state) {
    (void)state;
    return remove_folder(folder);
}

static void touch(const char *name) {
    write_file(folder, name, "x", 1);
}

static plie_music_list *read_list(const char *inner, uint64_t seed, const char *problem) {
    char path[300];
    snprintf(path, sizeof path, "%s/%s", folder, inner);
    plie_text told = {0};
    plie_music_list *list = plie_music_list_read(path, seed, &told);
    if (problem == NULL)
        assert_string_equal(plie_text_string(&told), "");
    else
        assert_non_null(strstr(plie_text_string(&told), problem));
    plie_text_free(&told);
    return list;
}

static void make_inner(const char *name) {
    char path[300];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void music_is_found_in_the_folder_and_one_level_below(void **state) {
    (void)state;
    make_inner("found");
    make_inner("found/album");
    make_inner("found/album/deep");
    make_inner("found/.hidden");
    static const struct {
        const char *name;
        bool found;
    } rows[] = {{"found/a.ogg", true},         {"found/b.MP3", true},
                {"found/c.flac", true},        {"found/d.Wav", true},
                {"found/e.txt", false},        {"found/ogg", false},
                {"found/._b.mp3", false},      {"found/f.mp3.part", false},
                {"found/album/g.ogg", true},   {"found/album/deep/h.ogg", false},
                {"found/.hidden/i.ogg", false}};
    size_t expected = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        touch(rows[i].name);
        expected += rows[i].found;
    }
    plie_music_list *list = read_list("found", 1, NULL);
    assert_int_equal(plie_music_list_count(list), expected);
    for (size_t i = 0; i < expected; i++) {
        const char *path = plie_music_list_next(list);
        bool known = false;
        for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
            known |= rows[r].found && strcmp(path + strlen(folder) + 1, rows[r].name) == 0;
        assert_true(known);
    }
    plie_music_list_free(list);
}

static void only_files_are_music(void **state) {
    (void)state;
    make_inner("kinds");
    make_inner("kinds/folder.mp3");
    char pipe[300];
    snprintf(pipe, sizeof pipe, "%s/kinds/pipe.wav", folder);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    touch("kinds/song.ogg");
    plie_music_list *list = read_list("kinds", 1, NULL);
    assert_int_equal(plie_music_list_count(list), 1);
    plie_music_list_free(list);
}

static void make_many(void) {
    static bool made;
    if (made)
        return;
    made = true;
    make_inner("many");
    for (int i = 0; i < FILES; i++) {
        char name[40];
        snprintf(name, sizeof name, "many/%02d.ogg", i);
        touch(name);
    }
}

static void what_is_given_up_has_no_next_one_and_is_told(void **state) {
    (void)state;
    make_many();
    plie_music_list *list = read_list("many", 3, NULL);
    for (int i = 0; i < 6; i++)
        plie_music_list_mark_broken(list, plie_music_list_next(list));
    plie_music_list_give_up(list);
    assert_null(plie_music_list_next(list));
    assert_null(plie_music_list_peek(list, 0));
    plie_text told = {0};
    assert_true(plie_music_list_tell_broken(list, &told));
    const char *start = "The first 6 of 20 music files cannot be played: ";
    assert_memory_equal(told.data, start, strlen(start));
    assert_non_null(strstr(told.data, " and 2 more"));
    plie_text_free(&told);
    plie_music_list_free(list);
}

static void a_folder_without_music_is_told_in_a_sentence(void **state) {
    (void)state;
    make_inner("empty");
    touch("file");
    static const struct {
        const char *name, *problem;
    } rows[] = {{"empty", "empty holds no ogg, mp3, flac or wav file."},
                {"none", "none is gone"},
                {"file", "file is no folder"},
                {"file/inner", "inner is gone"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_music_list *list = read_list(rows[i].name, 1, rows[i].problem);
        assert_int_equal(plie_music_list_count(list), 0);
        assert_null(plie_music_list_next(list));
        assert_null(plie_music_list_peek(list, 0));
        plie_music_list_free(list);
    }
}

static int number_of(const char *path) {
    return (int)strtol(strrchr(path, '/') + 1, NULL, 10);
}

static void every_file_is_played_once_a_round_and_none_follows_itself(void **state) {
    (void)state;
    make_many();
    for (uint64_t seed = 0; seed < 50; seed++) {
        plie_music_list *list = read_list("many", seed, NULL);
        int last = -1;
        for (int round = 1; round <= 5; round++) {
            int played[FILES] = {0};
            for (int i = 0; i < FILES; i++) {
                const char *ahead = plie_music_list_peek(list, 0);
                const char *path = plie_music_list_next(list);
                if (ahead != NULL)
                    assert_ptr_equal(ahead, path);
                int number = number_of(path);
                assert_int_not_equal(number, last);
                assert_int_equal(played[number]++, 0);
                last = number;
            }
        }
        plie_music_list_free(list);
    }
}

static void the_seed_decides_the_order(void **state) {
    (void)state;
    make_many();
    plie_music_list *first = read_list("many", 7, NULL), *same = read_list("many", 7, NULL),
                    *other = read_list("many", 8, NULL);
    int different = 0;
    for (int i = 0; i < FILES; i++) {
        int number = number_of(plie_music_list_next(first));
        assert_int_equal(number_of(plie_music_list_next(same)), number);
        different += number_of(plie_music_list_next(other)) != number;
    }
    assert_true(different > FILES / 2);
    plie_music_list_free(first);
    plie_music_list_free(same);
    plie_music_list_free(other);
}

static void broken_files_are_left_out_and_named_once(void **state) {
    (void)state;
    make_many();
    plie_music_list *list = read_list("many", 3, NULL);
    plie_text told = {0};
    assert_false(plie_music_list_tell_broken(list, &told));
    char path[300];
    snprintf(path, sizeof path, "%s/many/05.ogg", folder);
    plie_music_list_mark_broken(list, path);
    snprintf(path, sizeof path, "%s/many/11.ogg", folder);
    plie_music_list_mark_broken(list, path);
    assert_true(plie_music_list_is_broken(list, path));
    assert_true(plie_music_list_tell_broken(list, &told));
    assert_string_equal(plie_text_string(&told), "2 music files cannot be played: 05.ogg, 11.ogg");
    assert_false(plie_music_list_tell_broken(list, &told));
    for (int i = 0; i < 5 * FILES; i++) {
        int number = number_of(plie_music_list_next(list));
        assert_true(number != 5 && number != 11);
    }
    plie_text_free(&told);
    plie_music_list_free(list);
}

static void when_all_are_broken_there_is_no_next_one(void **state) {
    (void)state;
    make_many();
    plie_music_list *list = read_list("many", 3, NULL);
    const char *path = NULL;
    int tried = 0;
    for (; (path = plie_music_list_next(list)) != NULL; tried++)
        plie_music_list_mark_broken(list, path);
    assert_int_equal(tried, FILES);
    plie_text told = {0};
    assert_true(plie_music_list_tell_broken(list, &told));
    assert_string_equal(plie_text_string(&told),
                        "None of the 20 music files can be played: 00.ogg, 01.ogg, 02.ogg, 03.ogg"
                        " and 16 more");
    plie_text_free(&told);
    plie_music_list_free(list);
}

static void a_name_from_outside_is_safe_to_show_and_short(void **state) {
    (void)state;
    make_inner("odd");
    char name[250] = "odd/\x1B[31m\xFF";
    memset(name + strlen(name), 'n', 200);
    memcpy(name + strlen(name), ".mp3", 5);
    touch(name);
    plie_music_list *list = read_list("odd", 3, NULL);
    plie_music_list_mark_broken(list, plie_music_list_next(list));
    plie_text told = {0};
    assert_true(plie_music_list_tell_broken(list, &told));
    assert_true(plie_utf8_valid(told.data, told.length, NULL));
    assert_null(strchr(told.data, '\x1B'));
    assert_true(told.length < 120);
    plie_text_free(&told);
    plie_music_list_free(list);
}

typedef struct {
    plie_cue_mixer *mixer;
    int64_t frame;
    double heard[2000]; /* mean level of each 10 ms */
    double steepest;
} stream;

static stream *open_stream(int volume) {
    stream *on = calloc(1, sizeof *on);
    assert_non_null(on);
    on->mixer = calloc(1, sizeof *on->mixer);
    assert_non_null(on->mixer);
    for (int i = 0; i < PLIE_CUE_LOUDNESS_COUNT; i++)
        atomic_store(&on->mixer->volumes[i], 1000);
    atomic_store(&on->mixer->music.volume, volume);
    plie_cue_mixer_reset(on->mixer);
    return on;
}

static void close_stream(stream *on) {
    free(on->mixer);
    free(on);
}

/* Music at one level comes in. */
static void play_until(stream *on, int64_t until_ms) {
    static int16_t last;
    if (on->frame == 0)
        last = 0;
    while (on->frame < until_ms * 48) {
        int16_t block[2 * BLOCK];
        for (size_t i = 0; i < 2 * (size_t)BLOCK; i++)
            block[i] = LOUD;
        plie_cue_mixer_pull(on->mixer, block, BLOCK);
        double sum = 0.0;
        for (size_t i = 0; i < BLOCK; i++) {
            assert_int_equal(block[2 * i], block[2 * i + 1]);
            double step = abs(block[2 * i] - last);
            on->steepest = step > on->steepest ? step : on->steepest;
            last = block[2 * i];
            sum += block[2 * i];
        }
        int64_t block_index = on->frame / BLOCK;
        on->heard[block_index] = sum / BLOCK;
        on->frame += BLOCK;
    }
}

static double heard_at(const stream *on, int64_t ms) {
    int64_t block_index = ms / 10;
    return on->heard[block_index];
}

static void music_is_silent_until_it_is_wanted_and_fades_as_told(void **state) {
    (void)state;
    static const int fades_ms[] = {15, 150, 2000};
    for (size_t i = 0; i < sizeof fades_ms / sizeof *fades_ms; i++) {
        stream *on = open_stream(1000);
        play_until(on, 100);
        assert_true(heard_at(on, 90) == 0.0);
        plie_music_gain_fade(&on->mixer->music, true, 400);
        play_until(on, 1000);
        double full = heard_at(on, 990);
        assert_true(full > 0.25 * LOUD && full < 0.5 * LOUD);
        assert_true(heard_at(on, 300) > 0.4 * full && heard_at(on, 300) < 0.6 * full);
        plie_music_gain_fade(&on->mixer->music, false, fades_ms[i]);
        play_until(on, 1010);
        assert_int_equal(plie_music_gain_is_silent(&on->mixer->music), false);
        play_until(on, 1020 + fades_ms[i]);
        assert_true(plie_music_gain_is_silent(&on->mixer->music));
        assert_true(heard_at(on, 1010 + fades_ms[i]) == 0.0);
        int64_t half_way_ms = 1000 + fades_ms[i] / 2;
        assert_true(heard_at(on, half_way_ms) > 0.3 * full);
        assert_true(on->steepest < 10);
        close_stream(on);
    }
}

static void music_ducks_before_a_line_and_comes_back_after_it(void **state) {
    (void)state;
    static const int16_t still[16000] = {0};
    static const struct {
        plie_loudness loudness;
        bool ducks;
    } rows[] = {{PLIE_LOUDNESS_VOICE, true}, {PLIE_LOUDNESS_BEEPS, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        stream *on = open_stream(500);
        plie_music_gain_fade(&on->mixer->music, true, 100);
        play_until(on, 600);
        double full = heard_at(on, 590);
        plie_placed_sound line = {1000LL * 48, {still, 16000, PLIE_VOICE_RATE_HZ}, 1.0F, INT64_MAX};
        plie_cue_mixer_place(on->mixer, 0, &line, rows[i].loudness);
        play_until(on, 3000);
        double ducked = rows[i].ducks ? 0.25 * full : full;
        assert_true(heard_at(on, 730) > 0.99 * full);
        for (int64_t ms = 920; ms < 2000; ms += 10)
            assert_true(heard_at(on, ms) < 1.01 * ducked + 1.0);
        assert_true(heard_at(on, 2430) > 0.99 * full);
        assert_true(on->steepest < 4);
        close_stream(on);
    }
}

static void a_line_that_was_taken_back_lets_music_rise_again(void **state) {
    (void)state;
    static const int16_t still[16000] = {0};
    stream *on = open_stream(1000);
    plie_music_gain_fade(&on->mixer->music, true, 100);
    play_until(on, 600);
    plie_placed_sound line = {1000LL * 48, {still, 16000, PLIE_VOICE_RATE_HZ}, 1.0F, INT64_MAX};
    plie_cue_mixer_place(on->mixer, 0, &line, PLIE_LOUDNESS_VOICE);
    play_until(on, 900);
    assert_true(heard_at(on, 890) < 0.5 * heard_at(on, 590));
    plie_cue_mixer_take_back(on->mixer, 0);
    play_until(on, 1400);
    assert_true(heard_at(on, 1390) > 0.99 * heard_at(on, 590));
    close_stream(on);
}

static void the_volume_of_music_moves_softly(void **state) {
    (void)state;
    stream *on = open_stream(1000);
    plie_music_gain_fade(&on->mixer->music, true, 100);
    play_until(on, 600);
    double full = heard_at(on, 590);
    atomic_store(&on->mixer->music.volume, 0);
    play_until(on, 700);
    assert_true(heard_at(on, 690) == 0.0);
    atomic_store(&on->mixer->music.volume, 500);
    play_until(on, 800);
    assert_true(heard_at(on, 790) > 0.49 * full && heard_at(on, 790) < 0.51 * full);
    assert_true(on->steepest < 10);
    close_stream(on);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(music_is_found_in_the_folder_and_one_level_below),
        cmocka_unit_test(only_files_are_music),
        cmocka_unit_test(what_is_given_up_has_no_next_one_and_is_told),
        cmocka_unit_test(a_folder_without_music_is_told_in_a_sentence),
        cmocka_unit_test(every_file_is_played_once_a_round_and_none_follows_itself),
        cmocka_unit_test(the_seed_decides_the_order),
        cmocka_unit_test(broken_files_are_left_out_and_named_once),
        cmocka_unit_test(when_all_are_broken_there_is_no_next_one),
        cmocka_unit_test(a_name_from_outside_is_safe_to_show_and_short),
        cmocka_unit_test(music_is_silent_until_it_is_wanted_and_fades_as_told),
        cmocka_unit_test(music_ducks_before_a_line_and_comes_back_after_it),
        cmocka_unit_test(a_line_that_was_taken_back_lets_music_rise_again),
        cmocka_unit_test(the_volume_of_music_moves_softly),
    };
    return cmocka_run_group_tests(tests, make, remove_all);
}
