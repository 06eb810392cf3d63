#include "plan/plan_check.h"
#include "base/text.h"
#include <stdlib.h>

#define SHARE_TOLERANCE_PERCENT 20

static bool is_for_level(const plie_program *program, plie_level level) {
    for (size_t i = 0; i < program->segment_count; i++)
        for (size_t c = 0; c < program->segments[i].circuit_count; c++)
            if (program->segments[i].circuits[c].levels[level])
                return true;
    return false;
}

/* The program's segment that became this one of the plan: both stand in the same order, and some of
 * the program's may have no circuit for the level. */
static size_t find_source(const plie_program *program, const plie_plan_segment *segment,
                          size_t from) {
    for (size_t i = from; i < program->segment_count; i++)
        if (program->segments[i].name == segment->name &&
            program->segments[i].kind == segment->kind)
            return i;
    return program->segment_count - 1;
}

static void warn_of_share(const plie_program *program, size_t index, plie_level level,
                          int64_t length_ms, int64_t share_ms, plie_diagnostics *findings) {
    plie_arena *arena = plie_arena_new();
    const char *pointer = plie_arena_printf(arena, "/segments/%zu", index);
    int percent = (int)((llabs(length_ms - share_ms) * 100 + share_ms / 2) / share_ms);
    plie_diagnostics_add(findings, PLIE_WARNING, program->file, program->segments[index].place,
                         pointer,
                         "%s can last %s at best in the %d minutes of level %s, %d %% off its "
                         "share of %s; wider ranges in \"fit\" or another \"share\" would help",
                         program->segments[index].name, plie_clock_text(arena, length_ms, false),
                         program->levels[level].minutes, plie_level_id(level), percent,
                         plie_clock_text(arena, share_ms, false));
    plie_arena_free(arena);
}

static double sum_of_shares(const plie_program *program, const plie_plan *plan) {
    double sum = 0;
    size_t from = 0;
    for (size_t i = 0; i < plan->segment_count; i++) {
        size_t source = find_source(program, &plan->segments[i], from);
        from = source + 1;
        if (plie_segment_is_main(plan->segments[i].kind))
            sum += program->segments[source].share;
    }
    return sum;
}

static void check_shares(const plie_program *program, const plie_plan *plan,
                         plie_diagnostics *findings) {
    double shares = sum_of_shares(program, plan);
    size_t from = 0;
    for (size_t i = 0; i < plan->segment_count; i++) {
        const plie_plan_segment *segment = &plan->segments[i];
        size_t source = find_source(program, segment, from);
        from = source + 1;
        if (!plie_segment_is_main(segment->kind))
            continue;
        double share = program->segments[source].share / shares;
        int64_t share_ms = (int64_t)(share * plan->choices.minutes * 60000);
        int64_t off_ms = llabs(segment->duration_ms - share_ms);
        if (share_ms > 0 && off_ms * 100 > share_ms * SHARE_TOLERANCE_PERCENT)
            warn_of_share(program, source, plan->choices.level, segment->duration_ms, share_ms,
                          findings);
    }
}

void plie_plan_check(const plie_program *program, plie_diagnostics *findings) {
    for (plie_level level = PLIE_BEGINNER; level < PLIE_LEVEL_COUNT; level++) {
        if (!is_for_level(program, level))
            continue;
        plie_choices choices = {.level = level};
        plie_plan *written = plie_plan_make(program, &choices, findings);
        plie_plan_free(written);
        choices.minutes = program->levels[level].minutes;
        if (written == NULL || choices.minutes == 0)
            continue;
        plie_plan *fitted = plie_plan_make(program, &choices, findings);
        if (fitted != NULL)
            check_shares(program, fitted, findings);
        plie_plan_free(fitted);
    }
}
