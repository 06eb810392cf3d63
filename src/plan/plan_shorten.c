#include "plan/plan_write.h"
#include <stdlib.h>

static void cap_rounds(plie_part *part, int most) {
    for (size_t i = 0; i < part->chain; i++) {
        int own = plie_rounds_own(part, &part->runs[i]);
        part->runs[i].rounds = own < most ? own : most;
    }
}

/* No circuit does more rounds than the number that comes nearest the target. */
static void shorten_rounds(plie_part *part, int64_t target_ms) {
    int most = 1;
    for (size_t i = 0; i < part->chain; i++)
        most = part->runs[i].rounds > most ? part->runs[i].rounds : most;
    int best = most;
    int64_t best_miss_ms = llabs(plie_part_ms(part) - target_ms);
    for (int rounds = most - 1; rounds >= 1; rounds--) {
        cap_rounds(part, rounds);
        int64_t miss_ms = llabs(plie_part_ms(part) - target_ms);
        if (miss_ms < best_miss_ms) {
            best_miss_ms = miss_ms;
            best = rounds;
        }
    }
    cap_rounds(part, best);
}

/* What a step and its rests take in all rounds. */
static int64_t step_ms(const plie_part *part, const plie_run *run, const plie_part_step *step) {
    int64_t rest_ms = (int64_t)plie_rest_at(plie_step_rest(part, run, step), 0) * 1000;
    return (plie_step_work_ms(part, run, step) + plie_step_sets(step) * rest_ms) * run->rounds;
}

/* Steps that come after the other side of themselves stand for both. */
static int64_t unit_ms(const plie_part *part, const plie_run *run, size_t index) {
    const plie_part_step *step = &run->steps[index];
    if (step->state != PLIE_STEP_DONE || (step->twin >= 0 && step->twin > (int)index))
        return 0;
    int64_t ms = step_ms(part, run, step);
    return step->twin >= 0 ? ms + step_ms(part, run, &run->steps[step->twin]) : ms;
}

static size_t count_units(const plie_part *part) {
    size_t count = 0;
    for (size_t i = 0; i < part->chain; i++)
        for (size_t s = 0; s < part->runs[i].step_count; s++)
            count += unit_ms(part, &part->runs[i], s) > 0;
    return count;
}

static void shorten_steps(plie_part *part, int64_t target_ms) {
    size_t units = count_units(part);
    int64_t over_ms = plie_part_ms(part) - target_ms;
    for (size_t i = part->chain; i > 0; i--) {
        plie_run *run = &part->runs[i - 1];
        for (size_t s = run->step_count; s > 0; s--) {
            int64_t ms = unit_ms(part, run, s - 1);
            if (ms == 0 || units == 1 || llabs(over_ms - ms) >= llabs(over_ms))
                continue;
            plie_leave_out(run, s - 1);
            over_ms -= ms;
            units--;
        }
    }
}

void plie_part_shorten(plie_part *part) {
    int64_t written_ms = plie_part_ms(part);
    shorten_rounds(part, written_ms / 2);
    shorten_steps(part, written_ms / 2);
    part->shortened = plie_part_ms(part) < written_ms;
}
