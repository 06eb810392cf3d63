#include "export.h"
#include "audio/soundtrack.h"
#include "audio/wav_writer.h"
#include "catalog.h"
#include "cli/paths.h"
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define BLOCK_FRAMES 4800
#define VOICE_BUDGET ((size_t)16 << 20) /* nothing is spoken twice in an hour's workout */
#define PROGRESS_LINES 8
#define PROGRESS_BLOCKS 600 /* a minute of sound */

static int fail(int status, const char *message) {
    fprintf(stderr, "plie: %s\n", message);
    return status;
}

static void print_findings(const plie_diagnostics *findings) {
    for (size_t i = 0; i < plie_diagnostics_count(findings); i++) {
        const plie_diagnostic *finding = plie_diagnostics_at(findings, i);
        if (finding->place.line > 0)
            fprintf(stderr, "%s:%d:%d: ", finding->file, finding->place.line,
                    finding->place.column);
        fprintf(stderr, "%s: %s\n", plie_severity_name(finding->severity), finding->message);
    }
}

static bool ends_in_wav(const char *path) {
    size_t length = strlen(path);
    return length > 4 && strcasecmp(path + length - 4, ".wav") == 0;
}

/* Only where a person looks on. */
static void show_progress(const char *what, int64_t done, int64_t of) {
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r%s %3d %%", what, (int)(of > 0 ? done * 100 / of : 100));
}

static void end_progress(void) {
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}

static void speak_all(plie_voice *voice, const plie_plan *plan) {
    plie_voice_want_plan(voice, plan);
    plie_voice_progress progress = plie_voice_look(voice);
    while (progress.measured < progress.wanted) {
        show_progress("Speaking", (int64_t)progress.measured, (int64_t)progress.wanted);
        plie_voice_wait_measured(voice, progress.measured + PROGRESS_LINES);
        progress = plie_voice_look(voice);
    }
}

static void write_blocks(plie_soundtrack *track, plie_wav_writer *writer) {
    static int16_t block[2 * BLOCK_FRAMES];
    const int64_t frames = plie_soundtrack_frame_count(track);
    bool fine = true;
    int64_t done = 0;
    for (int blocks = 0; fine && done < frames; blocks++) {
        size_t count = BLOCK_FRAMES;
        if (frames - done < BLOCK_FRAMES)
            count = (size_t)(frames - done);
        plie_soundtrack_pull(track, block, count);
        fine = plie_wav_writer_add(writer, block, count);
        done += (int64_t)count;
        if (blocks % PROGRESS_BLOCKS == 0)
            show_progress("Writing ", done, frames);
    }
}

static int write_track(plie_soundtrack *track, const char *path) {
    plie_text error = {0};
    int status = PLIE_EXIT_FINE;
    plie_wav_writer *writer =
        plie_wav_writer_open(path, plie_soundtrack_frame_count(track), &error);
    if (writer == NULL) {
        status = PLIE_EXIT_USAGE;
    } else {
        write_blocks(track, writer);
        if (!plie_wav_writer_close(writer, &error))
            status = PLIE_EXIT_FAILURE;
    }
    end_progress();
    if (status != PLIE_EXIT_FINE)
        fail(status, plie_text_string(&error));
    plie_text_free(&error);
    return status;
}

static const char *folder_of(plie_arena *arena, const char *file) {
    const char *slash = strrchr(file, '/');
    return slash == NULL ? "." : plie_arena_copy(arena, file, (size_t)(slash - file) + 1);
}

static plie_voice *start_voice(const plie_program *program, const plie_paths *paths,
                               const char *own_sounds, plie_arena *arena) {
    plie_voice_sources sources = {.program_folder = folder_of(arena, program->file),
                                  .own_sounds = own_sounds,
                                  .shipped_sounds = paths->sounds,
                                  .language = program->language,
                                  .budget = VOICE_BUDGET};
    plie_voice *voice = plie_voice_start(&sources);
    if (voice == NULL)
        fputs("plie: the voice cannot be started; only beeps are written\n", stderr);
    return voice;
}

static int export_plan(const plie_options *options, const plie_program *program,
                       const plie_plan *plan, const plie_paths *paths, plie_arena *arena) {
    plie_diagnostics *problems = plie_diagnostics_new();
    const char *own_sounds = plie_path_join(arena, paths->data, "sounds");
    plie_tones *tones = plie_tones_load(own_sounds, paths->sounds, problems);
    plie_voice *voice = NULL;
    if (!options->no_voice)
        voice = start_voice(program, paths, own_sounds, arena);
    if (voice != NULL) {
        speak_all(voice, plan);
        plie_voice_take_problems(voice, problems);
    }
    plie_soundtrack *track = plie_soundtrack_new(plan, voice, tones);
    int status = write_track(track, options->out);
    plie_soundtrack_free(track);
    plie_voice_stop(voice);
    plie_tones_free(tones);
    print_findings(problems);
    plie_diagnostics_free(problems);
    return status;
}

static int export_program(const plie_options *options, const plie_program *program,
                          const plie_paths *paths, plie_arena *arena) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program, &options->choices, findings);
    int status = PLIE_EXIT_FINDINGS;
    if (plan == NULL)
        print_findings(findings);
    else
        status = export_plan(options, program, plan, paths, arena);
    if (plan != NULL && plan->note != NULL && status == PLIE_EXIT_FINE)
        fprintf(stderr, "%s\n", plan->note);
    plie_plan_free(plan);
    plie_diagnostics_free(findings);
    return status;
}

static int find_and_export(const plie_options *options, plie_catalog *catalog,
                           const plie_paths *paths, plie_arena *arena) {
    size_t index = 0;
    const char *why = NULL;
    if (!plie_catalog_find(catalog, options->program, &index, &why))
        return fail(PLIE_EXIT_USAGE, why);
    const plie_program *program = plie_catalog_program(catalog, index);
    if (program == NULL) {
        print_findings(plie_catalog_findings(catalog, index));
        return PLIE_EXIT_FINDINGS;
    }
    return export_program(options, program, paths, arena);
}

int plie_export_run(const plie_options *options) {
    if (!ends_in_wav(options->out))
        return fail(PLIE_EXIT_USAGE, "plie export writes sound: the name after --out must end in "
                                     ".wav");
    plie_arena *arena = plie_arena_new();
    plie_paths paths = plie_paths_find(arena, options->data_dir);
    plie_catalog *catalog = plie_catalog_open(&paths);
    int status = find_and_export(options, catalog, &paths, arena);
    plie_catalog_free(catalog);
    plie_arena_free(arena);
    return status;
}
