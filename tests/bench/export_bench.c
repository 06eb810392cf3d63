/* How many times faster than real time the sound of a workout is made, from the plan to the mixed
 * samples, with and without the voice. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "audio/soundtrack.h"
#include "program_file.h"

#define PROGRAMS PLIE_SOURCE_DIR "/programs/"
#define SOUNDS PLIE_SOURCE_DIR "/assets/sounds"
#define BLOCK 4800
#define VOICE_BUDGET ((size_t)16 << 20) /* as plie export */

static double now_s(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void mix_all(plie_soundtrack *track) {
    static int16_t block[2 * BLOCK];
    for (int64_t done = 0; done < plie_soundtrack_frame_count(track); done += BLOCK)
        plie_soundtrack_pull(track, block, BLOCK);
}

static void measure(const plie_plan *plan, const plie_tones *tones, bool with_voice) {
    double start = now_s();
    plie_voice *voice = NULL;
    size_t lines = 0, memory = 0;
    if (with_voice) {
        voice = plie_voice_start(
            &(plie_voice_sources){.shipped_sounds = SOUNDS, .budget = VOICE_BUDGET});
        plie_voice_want_plan(voice, plan);
        plie_voice_wait_measured(voice, SIZE_MAX);
        lines = plie_voice_look(voice).measured;
    }
    double spoken = now_s();
    plie_soundtrack *track = plie_soundtrack_new(plan, voice, tones);
    double length_s = (double)plie_soundtrack_frame_count(track) / PLIE_SOUND_RATE_HZ;
    mix_all(track);
    plie_soundtrack_free(track);
    double end = now_s();
    if (voice != NULL)
        memory = plie_voice_memory(voice);
    plie_voice_stop(voice);
    printf("%7.0f s %-9s %7.2f s in all (%6.2f s speaking %4zu lines, %5.1f MB), %6.0f x real "
           "time\n",
           length_s, with_voice ? "spoken" : "beeps", end - start, spoken - start, lines,
           (double)memory / 1e6, length_s / (end - start));
}

int main(void) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = plie_library_file_read(PROGRAMS "library.json", findings);
    plie_program *program = plie_program_file_read(PROGRAMS "inner-thigh.json", library, findings);
    if (program == NULL) {
        fputs("The program cannot be read.\n", stderr);
        return 1;
    }
    plie_tones *tones = plie_tones_load(NULL, SOUNDS, findings);
    static const int minutes[] = {15, 45, 60, 340};
    for (size_t i = 0; i < sizeof minutes / sizeof *minutes; i++) {
        plie_choices choices = {.minutes = minutes[i]};
        plie_plan *plan = plie_plan_make(program, &choices, findings);
        if (plan == NULL)
            continue;
        measure(plan, tones, false);
        measure(plan, tones, true);
        plie_plan_free(plan);
    }
    plie_tones_free(tones);
    plie_program_free(program);
    plie_library_free(library);
    plie_diagnostics_free(findings);
    return 0;
}
