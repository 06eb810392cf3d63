#include "cli/plan_text.h"

#include "cli/columns.h"

enum { TIME_WIDTH = 8, WHAT_WIDTH = 34, SIDE_WIDTH = 9, DOSE_WIDTH = 15 };

static const char *clock_text(plie_arena *arena, int64_t time_ms) {
    return plie_clock_text(arena, time_ms, false);
}

/* "40 s", "2:30 min". */
static const char *length_text(plie_arena *arena, int64_t time_ms) {
    const int64_t seconds = (time_ms + 500) / 1000;
    if (seconds < 100)
        return plie_arena_printf(arena, "%d s", (int)seconds);
    return plie_arena_printf(arena, "%s min", clock_text(arena, time_ms));
}

static const char *dose_text(plie_arena *arena, const plie_interval *work) {
    if (work->reps == 0 && work->hold_ms == 0)
        return length_text(arena, work->duration_ms);
    if (work->hold_ms == 0)
        return plie_arena_printf(arena, work->side == PLIE_BOTH ? "%d reps a leg" : "%d reps",
                                 work->reps);
    if (work->reps <= 1)
        return plie_arena_printf(arena, "hold %s", length_text(arena, work->hold_ms));
    return plie_arena_printf(arena, "%d holds, %s", work->reps, length_text(arena, work->hold_ms));
}

static const char *side_text(plie_side side) {
    switch (side) {
    case PLIE_RIGHT:
        return "right";
    case PLIE_LEFT:
        return "left";
    case PLIE_BOTH:
        return "both";
    case PLIE_ALTERNATE:
        return "R then L";
    default:
        return "";
    }
}

/* What comes between this work and the next thing. */
static const char *rest_text(plie_arena *arena, const plie_plan *plan, size_t index) {
    if (index + 1 >= plan->interval_count)
        return "";
    const plie_interval *after = &plan->intervals[index + 1];
    switch (after->kind) {
    case PLIE_REST:
    case PLIE_ROUND_REST:
        return length_text(arena, after->duration_ms);
    case PLIE_SWITCH:
        return plie_arena_printf(arena, "%s switch", length_text(arena, after->duration_ms));
    default:
        return "";
    }
}

static void add_row(plie_text *out, const char *time, const char *what, const char *side,
                    const char *dose, const char *rest) {
    plie_add_cell_right(out, time, TIME_WIDTH);
    plie_text_add(out, "  ");
    plie_add_cell(out, what, WHAT_WIDTH);
    plie_text_add(out, "  ");
    plie_add_cell(out, side, SIDE_WIDTH);
    plie_add_cell(out, dose, DOSE_WIDTH);
    plie_text_add(out, rest);
    plie_end_line(out);
}

/* Over a round of several steps, where there is more than one, and over each circuit, where there
 * is more than one. */
static void add_round_heading(plie_text *out, plie_arena *arena, const plie_interval *work,
                              bool several_circuits) {
    const char *round = work->rounds > 1 && work->steps > 1
                            ? plie_arena_printf(arena, "round %d of %d", work->round, work->rounds)
                            : "";
    const char *circuit =
        several_circuits ? plie_arena_printf(arena, "circuit %d", work->circuit) : "";
    const char *comma = *round != '\0' && *circuit != '\0' ? ", " : "";
    if (*round != '\0' || *circuit != '\0')
        plie_text_addf(out, "%*s%s%s%s\n", TIME_WIDTH + 2, "", circuit, comma, round);
}

static bool has_several_circuits(const plie_plan *plan, int segment) {
    int first = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *work = &plan->intervals[i];
        if (work->segment != segment || work->kind != PLIE_WORK)
            continue;
        if (first != 0 && work->circuit != first)
            return true;
        first = work->circuit;
    }
    return false;
}

static bool starts_round(const plie_interval *before, const plie_interval *work) {
    return before == NULL || before->segment != work->segment || before->circuit != work->circuit ||
           before->round != work->round;
}

static void add_segment(plie_text *out, const plie_plan *plan, int index) {
    plie_arena *arena = plie_arena_new();
    const bool several_circuits = has_several_circuits(plan, index);
    const plie_interval *before = NULL;
    plie_text_add(out, "\n");
    plie_add_paragraph(out,
                       plie_arena_printf(arena, "%s, %s", plan->segments[index].name,
                                         clock_text(arena, plan->segments[index].duration_ms)),
                       0);
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *work = &plan->intervals[i];
        if (work->segment != index || work->kind != PLIE_WORK)
            continue;
        if (starts_round(before, work))
            add_round_heading(out, arena, work, several_circuits);
        add_row(out, clock_text(arena, work->start_ms), work->name, side_text(work->side),
                dose_text(arena, work), rest_text(arena, plan, i));
        before = work;
    }
    plie_arena_free(arena);
}

static void add_heading(plie_text *out, plie_arena *arena, const plie_plan *plan) {
    const plie_choices *choices = &plan->choices;
    plie_text heading = {0};
    plie_text_addf(&heading, "%s, %s", plan->program, plie_level_id(choices->level));
    if (choices->minutes > 0)
        plie_text_addf(&heading, ", %d minute%s", choices->minutes,
                       choices->minutes == 1 ? "" : "s");
    plie_text_add(&heading, choices->low_impact ? ", low impact" : "");
    plie_text_add(&heading, choices->cardio_first ? ", cardio first" : "");
    plie_text_add(&heading, choices->self_paced ? ", self-paced" : "");
    plie_add_paragraph(out, plie_text_string(&heading), 0);
    plie_text_free(&heading);
    plie_text_addf(out, "%s in all, of which %s the main part\n", clock_text(arena, plan->total_ms),
                   clock_text(arena, plan->main_ms));
    if (plan->note != NULL)
        plie_add_paragraph(out, plan->note, 0);
}

static void add_overview(plie_text *out, plie_arena *arena, const plie_plan *plan) {
    plie_text_add(out, "\n");
    for (size_t i = 0; i < plan->segment_count; i++) {
        const plie_plan_segment *segment = &plan->segments[i];
        plie_add_cell_right(out, clock_text(arena, segment->start_ms), TIME_WIDTH);
        plie_text_add(out, "  ");
        plie_add_cell(out, segment->name, WHAT_WIDTH);
        plie_text_add(out, "  ");
        plie_add_cell_right(out, clock_text(arena, segment->duration_ms), TIME_WIDTH);
        plie_end_line(out);
    }
}

static void add_left_out(plie_text *out, const plie_plan *plan) {
    if (plan->left_out_count == 0)
        return;
    plie_text_add(out, "\nLeft out\n");
    for (size_t i = 0; i < plan->left_out_count; i++) {
        const plie_left_out *left_out = &plan->left_out[i];
        plie_add_cell(out, plan->segments[left_out->segment].name, TIME_WIDTH);
        plie_text_add(out, "  ");
        plie_add_cell(out, left_out->exercise->name, WHAT_WIDTH);
        plie_text_add(out, "  ");
        plie_add_cell(out, side_text(left_out->side), SIDE_WIDTH);
        plie_add_cell(out, left_out->reason,
                      PLIE_LINE_WIDTH - TIME_WIDTH - WHAT_WIDTH - SIDE_WIDTH - 4);
        plie_end_line(out);
    }
}

void plie_plan_add_table(plie_text *out, const plie_plan *plan) {
    plie_arena *arena = plie_arena_new();
    add_heading(out, arena, plan);
    add_overview(out, arena, plan);
    plie_text_add(out, "\n");
    add_row(out, "Time", "Exercise", "Side", "Dose", "Rest after");
    for (size_t i = 0; i < plan->segment_count; i++)
        add_segment(out, plan, (int)i);
    add_left_out(out, plan);
    plie_arena_free(arena);
}
