/* How long it takes to make a plan: of the shipped program, and of generated ones that grow. */
#include "plan/plan.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef PLIE_SOURCE_DIR
#define PLIE_SOURCE_DIR "."
#endif
#define EXERCISE_COUNT 300
#define TASTE_COUNT 64

static double now_ms(void) {
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    char *bytes = malloc((size_t)1 << 20);
    *length = bytes != NULL ? fread(bytes, 1, (size_t)1 << 20, file) : 0;
    fclose(file);
    return bytes;
}

/* The mean of enough plans to fill a tenth of a second; -1 where there is none. */
static double measure(const plie_program *program, plie_choices choices, size_t *intervals) {
    int count = 0;
    double start = now_ms();
    do {
        plie_plan *plan = plie_plan_make(program, &choices, NULL);
        if (plan == NULL)
            return -1;
        *intervals = plan->interval_count;
        plie_plan_free(plan);
        count++;
    } while (now_ms() - start < 100);
    return (now_ms() - start) / count;
}

/* As many as a person's settings hold, spread over the library. */
static plie_tastes many_tastes(const plie_library *library) {
    static plie_form forms[TASTE_COUNT];
    static const char *avoided[TASTE_COUNT];
    plie_tastes tastes = {.forms = forms, .avoided = avoided};
    for (size_t i = 0; i < plie_library_count(library); i++) {
        const plie_exercise *exercise = plie_library_at(library, i);
        if (i % 3 == 0 && tastes.avoided_count < TASTE_COUNT)
            avoided[tastes.avoided_count++] = exercise->id;
        else if (exercise->easier != NULL && tastes.form_count < TASTE_COUNT)
            forms[tastes.form_count++] = (plie_form){exercise->id, exercise->easier->id};
    }
    return tastes;
}

static void bench_level(const plie_program *program, plie_level level, const plie_tastes *tastes) {
    static const int minutes[] = {0, 15, 30, 60};
    for (size_t i = 0; i < sizeof minutes / sizeof minutes[0]; i++) {
        size_t intervals = 0;
        double ms = measure(program,
                            (plie_choices){.level = level, .minutes = minutes[i], .tastes = tastes},
                            &intervals);
        printf("inner-thigh, %-12s %2d minutes%s: %7.3f ms, %zu intervals\n", plie_level_id(level),
               minutes[i], tastes != NULL ? ", tastes" : "", ms, intervals);
    }
}

static void bench_shipped(void) {
    size_t length = 0;
    plie_diagnostics *findings = plie_diagnostics_new();
    char *bytes = read_file(PLIE_SOURCE_DIR "/programs/library.json", &length);
    plie_library *library =
        bytes != NULL ? plie_library_read("library.json", bytes, length, findings) : NULL;
    free(bytes);
    bytes = read_file(PLIE_SOURCE_DIR "/programs/inner-thigh.json", &length);
    plie_program *program =
        bytes != NULL && library != NULL
            ? plie_program_read("inner-thigh.json", bytes, length, library, findings)
            : NULL;
    free(bytes);
    for (plie_level level = PLIE_BEGINNER; program != NULL && level < PLIE_LEVEL_COUNT; level++) {
        const plie_tastes tastes = many_tastes(library);
        bench_level(program, level, NULL);
        bench_level(program, level, &tastes);
    }
    plie_program_free(program);
    plie_library_free(library);
    plie_diagnostics_free(findings);
}

static plie_step generated_step(const plie_exercise *exercises, size_t n) {
    const plie_exercise *exercise = &exercises[n * 7 % EXERCISE_COUNT];
    int low = 10 + (int)(n % 20);
    return (plie_step){.exercises = {exercise, exercise, exercise},
                       .dose = n % 3 == 0 ? PLIE_DOSE_WORK : PLIE_DOSE_REPS,
                       .has_reps = true,
                       .reps = {low, low + (int)(n % 11)},
                       .own_work = true,
                       .work_s = {low, low + (int)(n % 13)},
                       .side = (plie_side)(n % 6),
                       .sets = 1 + (int)(n % 2),
                       .has_rest = n % 5 == 0,
                       .rest_s = {(int)(n % 9), 10 + (int)(n % 17)}};
}

static void generate_circuit(plie_circuit *circuit, plie_step *steps, size_t count) {
    *circuit = (plie_circuit){.levels = {true, true, true},
                              .rounds = {1, 99},
                              .rest_s = {5, 30},
                              .round_rest_s = {30, 60},
                              .steps = steps,
                              .step_count = count};
}

static void bench_generated(int segments, int circuits, int steps, int minutes) {
    size_t circuit_count = (size_t)segments * (size_t)circuits;
    size_t step_count = circuit_count * (size_t)steps;
    plie_exercise *exercises = calloc(EXERCISE_COUNT, sizeof *exercises);
    plie_segment *all_segments = calloc((size_t)segments, sizeof *all_segments);
    plie_circuit *all_circuits = calloc(circuit_count, sizeof *all_circuits);
    plie_step *all_steps = calloc(step_count, sizeof *all_steps);
    if (exercises == NULL || all_segments == NULL || all_circuits == NULL || all_steps == NULL)
        abort();
    for (int i = 0; i < EXERCISE_COUNT; i++)
        exercises[i] = (plie_exercise){.id = "x", .name = "X", .tempo_ms = 1000 + 10 * i};
    for (size_t i = 0; i < step_count; i++)
        all_steps[i] = generated_step(exercises, i);
    for (size_t i = 0; i < circuit_count; i++)
        generate_circuit(&all_circuits[i], &all_steps[i * (size_t)steps], (size_t)steps);
    for (int i = 0; i < segments; i++)
        all_segments[i] = (plie_segment){.kind = PLIE_OTHER,
                                         .name = "Main",
                                         .share = 1,
                                         .circuits = &all_circuits[(size_t)i * (size_t)circuits],
                                         .circuit_count = (size_t)circuits};
    plie_program program = {.file = "generated",
                            .name = "Generated",
                            .levels = {{0, 0}, {0, 0.5}, {0, 1}},
                            .segments = all_segments,
                            .segment_count = (size_t)segments};
    size_t intervals = 0;
    double ms = measure(&program, (plie_choices){.level = PLIE_INTERMEDIATE, .minutes = minutes},
                        &intervals);
    printf("%2d segments x %2d circuits x %3d steps, %3d minutes: %9.3f ms, %8.1f ns a step, "
           "%zu intervals\n",
           segments, circuits, steps, minutes, ms, ms * 1e6 / (double)step_count, intervals);
    free(exercises);
    free(all_segments);
    free(all_circuits);
    free(all_steps);
}

int main(void) {
    bench_shipped();
    static const int sizes[][3] = {{1, 1, 8},   {3, 1, 8},    {3, 3, 8},     {3, 8, 16},
                                   {8, 16, 32}, {16, 32, 64}, {32, 64, 128}, {32, 64, 256},
                                   {1, 1, 256}, {1, 64, 256}, {32, 1, 1}};
    static const int minutes[] = {60, 470};
    for (size_t m = 0; m < 2; m++)
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
            bench_generated(sizes[i][0], sizes[i][1], sizes[i][2], minutes[m]);
    return 0;
}
