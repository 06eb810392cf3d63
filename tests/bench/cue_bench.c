/* How far beeps are from the session's clock: by a device that keeps its rate but asks for its
 * blocks in bursts and late (an hour of it, simulated), by one that is 100 ppm off, and by SDL's
 * own driver (SDL_AUDIODRIVER, else dummy) for some seconds of real time. */
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "audio/conductor.h"

#define SOUNDS PLIE_SOURCE_DIR "/assets/sounds"
#define EVERY_MS 1000
#define AHEAD_MS 400
#define BEEP_LIMIT 4000

static int64_t now_ns;

static int64_t simulated_clock(void) {
    return now_ns;
}

static int64_t real_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static double errors[BEEP_LIMIT];

static int by_size(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

/* Against the median, since the delay from a frame to the ear is constant and nobody's fault. */
static void print_errors(const char *what, int count, int corrections) {
    double first = errors[0], last = errors[count - 1];
    qsort(errors, (size_t)count, sizeof *errors, by_size);
    double median = errors[count / 2];
    for (int i = 0; i < count; i++)
        errors[i] = errors[i] > median ? errors[i] - median : median - errors[i];
    qsort(errors, (size_t)count, sizeof *errors, by_size);
    printf("%-34s %5d beeps: 99 of 100 within %6.3f ms, worst %6.3f ms, first to last %7.3f ms, "
           "%d corrections\n",
           what, count, errors[count * 99 / 100], errors[count - 1], last - first, corrections);
}

/* A block is asked for when four of them are free, and then up to 3 ms late by chance. */
static void simulate(const char *what, double rate_hz) {
    plie_device *device = plie_device_new(simulated_clock);
    plie_diagnostics *problems = plie_diagnostics_new();
    plie_tones *tones = plie_tones_load(NULL, SOUNDS, problems);
    int16_t block[2 * 512];
    unsigned chance = 1;
    int beeps = 0;
    now_ns = 1000000000;
    plie_device_open_offline(device);
    const double start_ns = (double)now_ns;
    const int64_t blocks = (int64_t)(3600 * rate_hz) / 512;
    for (int64_t i = 0; i < blocks; i++) {
        double asked_ns = start_ns + (double)((i & ~(int64_t)3) * 512) / rate_hz * 1e9;
        chance = chance * 1103515245U + 12345U;
        now_ns = (int64_t)asked_ns + (int64_t)(chance >> 16) % 3000 * 1000;
        plie_device_pull(device, block, 512);
        void *owner = NULL;
        plie_device_update(device);
        while (plie_device_poll_retired(device, &owner))
            continue;
        int64_t due_ms = 3000 + beeps * (int64_t)EVERY_MS;
        if (due_ms - now_ns / 1000000 > AHEAD_MS || beeps >= BEEP_LIMIT)
            continue;
        int64_t frame = plie_device_place(device, beeps, due_ms, tones->sounds[PLIE_TONE_COUNT],
                                          PLIE_LOUDNESS_BEEPS, 0, NULL);
        double heard_ms = (start_ns + (double)frame / rate_hz * 1e9) / 1e6;
        errors[beeps++] = heard_ms - (double)due_ms;
    }
    print_errors(what, beeps, plie_device_look(device).corrections);
    plie_device_free(device);
    plie_tones_free(tones);
    plie_diagnostics_free(problems);
}

/* Follows the frames that a driver has taken, to tell when a certain one was. */
typedef struct {
    plie_device *device;
    int64_t frames; /* taken so far, and since when */
    double since_ms;
} follower;

static void follow_until(follower *at, double until_ms) {
    double now_ms = 0;
    do {
        SDL_Delay(1);
        plie_device_update(at->device);
        now_ms = (double)real_clock() / 1e6;
        int64_t frames = plie_device_look(at->device).frames;
        if (frames != at->frames)
            at->since_ms = now_ms;
        at->frames = frames;
    } while (now_ms < until_ms);
}

/* A frame is heard as long after its block was taken as it lies within it. */
static double heard_ms(follower *at, int64_t frame) {
    int64_t before = at->frames;
    while (at->frames <= frame) {
        before = at->frames;
        follow_until(at, 0);
    }
    return at->since_ms + (double)(frame - before) / 48.0;
}

static void measure_driver(int seconds) {
    plie_device *device = plie_device_new(real_clock);
    plie_diagnostics *problems = plie_diagnostics_new();
    plie_tones *tones = plie_tones_load(NULL, SOUNDS, problems);
    if (!plie_device_open(device)) {
        puts(plie_device_problem(device));
    } else {
        follower at = {.device = device};
        follow_until(&at, (double)real_clock() / 1e6 + 1500);
        int64_t start_ms = real_clock() / 1000000 + 500;
        for (int i = 0; i < seconds; i++) {
            int64_t due_ms = start_ms + i * (int64_t)EVERY_MS;
            follow_until(&at, (double)(due_ms - AHEAD_MS));
            int64_t frame = plie_device_place(device, i, due_ms, tones->sounds[PLIE_TONE_COUNT],
                                              PLIE_LOUDNESS_BEEPS, 0, NULL);
            errors[i] = heard_ms(&at, frame) - (double)due_ms;
        }
        char what[64];
        (void)snprintf(what, sizeof what, "SDL's driver %s, %d s", SDL_GetCurrentAudioDriver(),
                       seconds);
        print_errors(what, seconds, plie_device_look(device).corrections);
    }
    plie_device_free(device);
    plie_tones_free(tones);
    plie_diagnostics_free(problems);
}

int main(int count, char **arguments) {
    long seconds = count > 1 ? strtol(arguments[1], NULL, 10) : 20;
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 0);
    simulate("keeps its rate, one hour", 48000.0);
    simulate("100 ppm fast, one hour", 48004.8);
    simulate("100 ppm slow, one hour", 47995.2);
    measure_driver(seconds > 0 && seconds < BEEP_LIMIT ? (int)seconds : 20);
    return 0;
}
