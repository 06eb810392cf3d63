#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audio/soundtrack.h"
#include "audio/wav_writer.h"
#include "sound/wav.h"

#include <sys/stat.h>
#include <unistd.h>

#define SOUNDS PLIE_SOURCE_DIR "/assets/sounds"

static const char program_text[] =
    "{\"format\": 1, \"name\": \"Short\","
    " \"exercises\": {\"a\": {\"name\": \"Side lunge\", \"position\": \"standing\","
    "   \"impact\": \"low\", \"tempo_s\": 3, \"cues\": [\"Tall trunk.\"]},"
    "  \"b\": {\"name\": \"Bridge\", \"position\": \"supine\", \"impact\": \"low\","
    "   \"tempo_s\": 2}},"
    " \"segments\": ["
    "  {\"kind\": \"standing\", \"circuits\": [{\"rounds\": 2, \"rest_s\": 12, \"steps\": ["
    "    {\"exercise\": \"a\", \"side\": \"each\", \"reps\": 8},"
    "    {\"exercise\": \"a\", \"work_s\": 45}]}]},"
    "  {\"kind\": \"floor\", \"circuits\": [{\"steps\": ["
    "    {\"exercise\": \"b\", \"reps\": 6}, {\"exercise\": \"b\", \"hold_s\": 10}]}]}]}";

typedef struct {
    plie_program *program;
    plie_plan *plan;
    plie_tones *tones;
    plie_voice *voice;
    plie_cue_sheet *sheet; /* as the soundtrack has it */
} scene;

static plie_plan *make_plan(plie_program **program) {
    plie_diagnostics *findings = plie_diagnostics_new();
    *program = plie_program_read("short.json", program_text, strlen(program_text), NULL, findings);
    if (*program == NULL)
        fail_msg("%s", plie_diagnostics_at(findings, 0)->message);
    plie_plan *plan = plie_plan_make(*program, &(plie_choices){0}, findings);
    assert_non_null(plan);
    plie_diagnostics_free(findings);
    return plan;
}

static scene open_scene(bool with_voice) {
    scene made = {0};
    made.plan = make_plan(&made.program);
    plie_diagnostics *problems = plie_diagnostics_new();
    made.tones = plie_tones_load(NULL, SOUNDS, problems);
    assert_int_equal(plie_diagnostics_count(problems), 0);
    plie_diagnostics_free(problems);
    plie_line_lengths *lengths = plie_line_lengths_new();
    if (with_voice) {
        made.voice = plie_voice_start(&(plie_voice_sources){.shipped_sounds = SOUNDS});
        plie_voice_want_plan(made.voice, made.plan);
        plie_voice_wait_measured(made.voice, SIZE_MAX);
        plie_voice_add_lengths(made.voice, lengths);
    }
    made.sheet = plie_cue_sheet_make(made.plan, lengths);
    plie_line_lengths_free(lengths);
    return made;
}

static void close_scene(scene *made) {
    plie_cue_sheet_free(made->sheet);
    plie_voice_stop(made->voice);
    plie_tones_free(made->tones);
    plie_plan_free(made->plan);
    plie_program_free(made->program);
}

static int16_t *pull_all(const scene *from, size_t block, int64_t *frames) {
    plie_soundtrack *track = plie_soundtrack_new(from->plan, from->voice, from->tones);
    *frames = plie_soundtrack_frame_count(track);
    int16_t *samples = malloc((size_t)*frames * 4);
    assert_non_null(samples);
    for (int64_t done = 0; done < *frames; done += (int64_t)block) {
        size_t count = *frames - done < (int64_t)block ? (size_t)(*frames - done) : block;
        plie_soundtrack_pull(track, samples + 2 * done, count);
    }
    plie_soundtrack_free(track);
    return samples;
}

/* All tones on the frames of their cues, and nothing else; the caller frees it. */
static int16_t *add_tones(const scene *from, int64_t frames, int *beeps) {
    int16_t *mono = calloc((size_t)frames, sizeof *mono);
    assert_non_null(mono);
    for (size_t i = 0; i < from->sheet->count; i++) {
        const plie_cue *cue = &from->sheet->cues[i];
        if (cue->kind != PLIE_CUE_BEEP)
            continue;
        const plie_sound *tone = &from->tones->sounds[cue->tone];
        int16_t *at = mono + plie_cue_frame(cue, from->plan);
        for (int32_t s = 0; s < tone->sample_count; s++)
            at[s] = (int16_t)(at[s] + tone->samples[s]);
        ++*beeps;
    }
    return mono;
}

static void every_beep_sounds_on_its_frame_and_between_them_is_silence(void **state) {
    (void)state;
    scene made = open_scene(false);
    int64_t frames = 0;
    int beeps = 0;
    int16_t *samples = pull_all(&made, 4800, &frames);
    int16_t *tones = add_tones(&made, frames, &beeps);
    assert_true(beeps > 20);
    for (int64_t s = 0; s < frames; s++) {
        assert_int_equal(samples[2 * s], tones[s]);
        assert_int_equal(samples[2 * s + 1], tones[s]);
    }
    free(tones);
    free(samples);
    close_scene(&made);
}

static void no_count_or_go_is_spoken_over(void **state) {
    (void)state;
    scene made = open_scene(true);
    int64_t frames = 0;
    int beeps = 0;
    int16_t *samples = pull_all(&made, 4800, &frames);
    int16_t *tones = add_tones(&made, frames, &beeps);
    for (size_t i = 0; i < made.sheet->count; i++) {
        const plie_cue *cue = &made.sheet->cues[i];
        if (cue->kind != PLIE_CUE_BEEP ||
            (cue->tone != PLIE_TONE_COUNT && cue->tone != PLIE_TONE_GO))
            continue;
        int64_t at = plie_cue_frame(cue, made.plan);
        for (int32_t s = 0; s < made.tones->sounds[cue->tone].sample_count; s++)
            assert_int_equal(samples[2 * (at + s)], tones[at + s]);
    }
    free(tones);
    free(samples);
    close_scene(&made);
}

static void every_line_is_heard_whole_from_its_frame_on(void **state) {
    (void)state;
    scene made = open_scene(true);
    int64_t frames = 0;
    int beeps = 0, lines = 0;
    int16_t *samples = pull_all(&made, 4800, &frames);
    int16_t *tones = add_tones(&made, frames, &beeps);
    for (size_t i = 0; i < made.sheet->count; i++) {
        const plie_cue *cue = &made.sheet->cues[i];
        if (cue->kind != PLIE_CUE_SAY)
            continue;
        plie_spoken *spoken = NULL;
        plie_line line = {cue->text, NULL};
        assert_int_equal(plie_voice_hold(made.voice, line, &spoken), PLIE_LINE_READY);
        const plie_sound *sound = plie_spoken_sound(spoken);
        assert_true((sound->sample_count + 15) / 16 <= cue->duration_ms);
        int64_t at = plie_cue_frame(cue, made.plan);
        for (int32_t s = 0; s < sound->sample_count; s++) {
            int expected = sound->samples[s] + tones[at + 3 * (int64_t)s];
            if (abs(expected) < 26000)
                assert_int_equal(samples[2 * (at + 3 * (int64_t)s)], expected);
        }
        plie_voice_release(made.voice, spoken);
        lines++;
    }
    assert_true(lines > 15);
    free(tones);
    free(samples);
    close_scene(&made);
}

static void blocks_of_any_size_make_the_same_sound(void **state) {
    (void)state;
    scene made = open_scene(true);
    int64_t frames = 0, other_frames = 0;
    int16_t *samples = pull_all(&made, 4800, &frames);
    static const size_t blocks[] = {333, 480, 50000};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        int16_t *other = pull_all(&made, blocks[i], &other_frames);
        assert_int_equal(frames, other_frames);
        assert_memory_equal(samples, other, (size_t)frames * 4);
        free(other);
    }
    free(samples);
    close_scene(&made);
}

static void it_lasts_as_long_as_the_plan_and_its_last_words(void **state) {
    (void)state;
    scene made = open_scene(true);
    plie_soundtrack *track = plie_soundtrack_new(made.plan, made.voice, made.tones);
    int64_t frames = plie_soundtrack_frame_count(track);
    assert_in_range(frames, made.plan->total_ms * 48 + 24000, (made.plan->total_ms + 8000) * 48);
    plie_soundtrack_free(track);
    close_scene(&made);
}

static void a_file_has_its_name_only_when_it_is_whole(void **state) {
    (void)state;
    char folder[] = "/tmp/plie-wav-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.wav", folder);
    plie_text error = {0};
    static const int16_t frames[200] = {1, -1, 2, -2};

    plie_wav_writer *writer = plie_wav_writer_open(path, 100, &error);
    assert_non_null(writer);
    assert_true(plie_wav_writer_add(writer, frames, 60));
    assert_int_equal(access(path, F_OK), -1);
    assert_true(plie_wav_writer_add(writer, frames, 40));
    assert_true(plie_wav_writer_close(writer, &error));
    struct stat facts;
    assert_int_equal(stat(path, &facts), 0);
    assert_int_equal(facts.st_size, PLIE_WAV_HEADER_SIZE + 400);

    writer = plie_wav_writer_open(path, 100, &error);
    assert_non_null(writer);
    assert_true(plie_wav_writer_add(writer, frames, 99));
    assert_false(plie_wav_writer_close(writer, &error));
    assert_true(error.length > 0);
    assert_int_equal(stat(path, &facts), 0);
    assert_int_equal(facts.st_size, PLIE_WAV_HEADER_SIZE + 400);

    plie_text_free(&error);
    assert_int_equal(remove(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

static void what_cannot_be_written_is_refused_with_a_reason(void **state) {
    (void)state;
    static const struct {
        const char *path;
        int64_t frames;
    } rows[] = {{"/nowhere/a.wav", 100},
                {"/dev/null", 100},
                {"/tmp", 100},
                {"/tmp/plie-too-long.wav", (int64_t)7 * 3600 * 48000}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_text error = {0};
        assert_null(plie_wav_writer_open(rows[i].path, rows[i].frames, &error));
        assert_true(error.length > 0);
        plie_text_free(&error);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_beep_sounds_on_its_frame_and_between_them_is_silence),
        cmocka_unit_test(no_count_or_go_is_spoken_over),
        cmocka_unit_test(every_line_is_heard_whole_from_its_frame_on),
        cmocka_unit_test(blocks_of_any_size_make_the_same_sound),
        cmocka_unit_test(it_lasts_as_long_as_the_plan_and_its_last_words),
        cmocka_unit_test(a_file_has_its_name_only_when_it_is_whole),
        cmocka_unit_test(what_cannot_be_written_is_refused_with_a_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
