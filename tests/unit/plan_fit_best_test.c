#include "plan_build.h"
#include <stdlib.h>

static int64_t off_ms(const plie_plan *plan) {
    return llabs(plan->main_ms - plan->choices.minutes * 60000LL);
}

/* Small programs made by chance, against every choice of steps and rounds there is. */
#define MADE_STEPS 4
#define MADE_CIRCUITS 2
typedef struct {
    plie_step steps[MADE_CIRCUITS][MADE_STEPS];
    plie_circuit circuits[MADE_CIRCUITS];
    plie_segment segment;
    plie_program program;
} made_program;

static unsigned next_random(unsigned *seed, unsigned below) {
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % below;
}

static void make_program(made_program *made, unsigned *seed) {
    static const plie_exercise *const exercises[] = {&squat, &lunge, &lift, &bridge, &jack, &hop};
    memset(made, 0, sizeof *made);
    for (int c = 0; c < MADE_CIRCUITS; c++) {
        for (int s = 0; s < MADE_STEPS; s++) {
            const plie_exercise *exercise = exercises[next_random(seed, 6)];
            int low = 20 + (int)next_random(seed, 60);
            made->steps[c][s] =
                (plie_step){EXERCISE(exercise), WORK(low, low + 4 * (int)next_random(seed, 5))};
        }
        made->circuits[c] = (plie_circuit){.levels = ALL_LEVELS,
                                           .rounds = {1, 2},
                                           .rest_s = {10, 10 + (int)next_random(seed, 20)},
                                           .round_rest_s = {30, 30},
                                           .steps = made->steps[c],
                                           .step_count = MADE_STEPS};
    }
    made->segment = (plie_segment){.kind = PLIE_OTHER,
                                   .name = "Main",
                                   .share = 1,
                                   .circuits = made->circuits,
                                   .circuit_count = MADE_CIRCUITS};
    made->program = (plie_program){
        .file = "test.json", .name = "Made", .segments = &made->segment, .segment_count = 1};
}

/* Which exercises a choice has, and the shortest and longest that it can be for a beginner. */
typedef struct {
    const plie_exercise *exercises[MADE_CIRCUITS * MADE_STEPS];
    int exercise_count;
    int low_s, high_s;
} tried;

static void add_exercise(tried *choice, const plie_exercise *exercise) {
    for (int i = 0; i < choice->exercise_count; i++)
        if (choice->exercises[i] == exercise)
            return;
    choice->exercises[choice->exercise_count++] = exercise;
}

static bool try_circuit(const made_program *made, int circuit, unsigned kept, int rounds,
                        tried *choice) {
    int low_s = 0, high_s = 0, count = 0;
    for (int s = 0; s < MADE_STEPS; s++) {
        if ((kept >> s & 1) == 0)
            continue;
        const plie_step *step = &made->steps[circuit][s];
        add_exercise(choice, step->exercises[0]);
        low_s += step->work_s.low;
        /* A quarter of ranges of 0, 4, ... 16 s. */
        high_s += step->work_s.low + (step->work_s.high - step->work_s.low) / 4;
        count++;
    }
    plie_range rest_s = made->circuits[circuit].rest_s;
    choice->low_s += rounds * (low_s + (count - 1) * rest_s.low) + (rounds - 1) * 30;
    choice->high_s += rounds * (high_s + (count - 1) * rest_s.high) + (rounds - 1) * 30;
    return count > 0;
}

static int most_exercises(const made_program *made, int target_s) {
    int most = 0;
    for (unsigned kept = 1; kept < 256; kept++)
        for (int first = 1; first <= 2; first++)
            for (int second = 0; second <= first; second++) {
                tried choice = {0};
                bool valid = try_circuit(made, 0, kept & 15, first, &choice);
                if ((kept >> 4 != 0) != (second != 0) || !valid)
                    continue;
                if (second > 0) {
                    choice.low_s += 30;
                    choice.high_s += 30;
                    (void)try_circuit(made, 1, kept >> 4, second, &choice);
                }
                if (choice.low_s <= target_s && target_s <= choice.high_s &&
                    choice.exercise_count > most)
                    most = choice.exercise_count;
            }
    return most;
}

static int exercises_in(const plie_plan *plan) {
    tried choice = {0};
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_WORK)
            add_exercise(&choice, plan->intervals[i].exercise);
    return choice.exercise_count;
}

static void no_choice_of_steps_and_rounds_has_more_exercises(void **state) {
    (void)state;
    unsigned seed = 1;
    int fitting = 0;
    for (int i = 0; i < 400; i++) {
        made_program made;
        make_program(&made, &seed);
        int minutes = 2 + i % 12;
        int most = most_exercises(&made, minutes * 60);
        plie_plan *plan = plan_of(&made.program, (plie_choices){.minutes = minutes});
        if (most > 0 && (exercises_in(plan) < most || off_ms(plan) > 10000))
            fail_msg("program %d, %d minutes: %d exercises of %d, off by %lld ms", i, minutes,
                     exercises_in(plan), most, (long long)off_ms(plan));
        fitting += most > 0;
        plie_plan_free(plan);
    }
    assert_true(fitting > 200);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_choice_of_steps_and_rounds_has_more_exercises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
