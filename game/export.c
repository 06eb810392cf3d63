#include "export.h"
#include "audio/soundtrack.h"
#include "audio/wav_writer.h"
#include "cli/opened.h"
#include "cli/output.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define BLOCK_FRAMES 4800
#define VOICE_BUDGET ((size_t)16 << 20) /* nothing is spoken twice in an hour's workout */
#define PROGRESS_LINES 8
#define PROGRESS_BLOCKS 600 /* a minute of sound */

#define SIGNAL_STATUS 128 /* and the signal's number, as shells have it */

static volatile sig_atomic_t stopped_by; /* a signal, or 0 */

static void note_signal(int number) {
    stopped_by = number;
}

/* Nothing may be left behind: from here on these are looked for between pieces of the work. One
 * that was ignored from the start (as under nohup) stays so. */
static void listen_to_signals(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = note_signal};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        struct sigaction before;
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    }
}

static int fail(int status, const char *message) {
    plie_complain("%s", message);
    return status;
}

/* A program's own words may stand in it. */
static void tell(const char *sentence) {
    plie_arena *arena = plie_arena_new();
    fprintf(stderr, "%s\n", plie_text_printable(arena, sentence));
    plie_arena_free(arena);
}

static void print_findings(const plie_diagnostics *findings) {
    for (size_t i = 0; i < plie_diagnostics_count(findings); i++) {
        const plie_diagnostic *finding = plie_diagnostics_at(findings, i);
        plie_text line = {0};
        if (finding->place.line > 0)
            plie_text_addf(&line, "%s:%d:%d: ", finding->file, finding->place.line,
                           finding->place.column);
        plie_text_addf(&line, "%s: %s", plie_severity_name(finding->severity), finding->message);
        tell(plie_text_string(&line));
        plie_text_free(&line);
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
    while (progress.measured < progress.wanted && stopped_by == 0) {
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
    for (int blocks = 0; fine && stopped_by == 0 && done < frames; blocks++) {
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
    if (stopped_by != 0 && status != PLIE_EXIT_FINE)
        status = fail(SIGNAL_STATUS + stopped_by, "stopped; nothing was written");
    else if (status != PLIE_EXIT_FINE)
        fail(status, plie_text_string(&error));
    plie_text_free(&error);
    return status;
}

static plie_voice *start_voice(const plie_program *program, const plie_paths *paths,
                               const char *own_sounds, plie_arena *arena) {
    plie_voice_sources sources = {.program_folder = plie_folder_of(arena, program->file),
                                  .own_sounds = own_sounds,
                                  .shipped_sounds = paths->sounds,
                                  .language = program->language,
                                  .budget = VOICE_BUDGET};
    plie_voice *voice = plie_voice_start(&sources);
    if (voice == NULL)
        plie_complain("the voice cannot be started; only beeps are written");
    return voice;
}

static int export_plan(const plie_options *options, const plie_opened *opened) {
    plie_diagnostics *problems = plie_diagnostics_new();
    const char *own_sounds = plie_path_join(opened->arena, opened->paths.data, "sounds");
    plie_tones *tones = plie_tones_load(own_sounds, opened->paths.sounds, problems);
    plie_voice *voice = NULL;
    if (!options->no_voice)
        voice = start_voice(opened->program, &opened->paths, own_sounds, opened->arena);
    if (voice != NULL) {
        speak_all(voice, opened->plan);
        plie_voice_take_problems(voice, problems);
    }
    plie_soundtrack *track = plie_soundtrack_new(opened->plan, voice, tones);
    int status = write_track(track, options->out);
    plie_soundtrack_free(track);
    plie_voice_stop(voice);
    plie_tones_free(tones);
    print_findings(problems);
    plie_diagnostics_free(problems);
    return status;
}

static int export_opened(const plie_options *options, const plie_opened *opened) {
    int status = export_plan(options, opened);
    if (opened->plan->note != NULL && status == PLIE_EXIT_FINE)
        tell(opened->plan->note);
    return status;
}

int plie_export_run(const plie_options *options) {
    if (!ends_in_wav(options->out))
        return fail(PLIE_EXIT_USAGE, "plie export writes sound: the name after --out must end in "
                                     ".wav");
    plie_opened opened;
    int status = plie_opened_open(&opened, options);
    if (status == PLIE_EXIT_FINE) {
        listen_to_signals();
        status = export_opened(options, &opened);
    }
    plie_opened_close(&opened);
    return status;
}
