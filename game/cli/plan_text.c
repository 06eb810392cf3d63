#include "cli/plan_text.h"

#include "cli/columns.h"

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
        return plie_arena_printf(arena, "%d rep%s%s", work->reps, work->reps == 1 ? "" : "s",
                                 work->side == PLIE_BOTH ? " a leg" : "");
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

/* Over a round of several steps, where there is more than one, and over each circuit, where there
 * is more than one. */
static void add_round_heading(plie_table *table, plie_arena *arena, const plie_interval *work,
                              bool several_circuits) {
    const char *round = work->rounds > 1 && work->steps > 1
                            ? plie_arena_printf(arena, "round %d of %d", work->round, work->rounds)
                            : "";
    const char *circuit =
        several_circuits ? plie_arena_printf(arena, "circuit %d", work->circuit) : "";
    const char *comma = *round != '\0' && *circuit != '\0' ? ", " : "";
    if (*round != '\0' || *circuit != '\0')
        plie_table_add_words(table, plie_arena_printf(arena, "%s%s%s", circuit, comma, round),
                             PLIE_UNDER_SECOND, PLIE_STYLE_DIM);
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

static void add_segment(plie_table *table, plie_arena *arena, const plie_plan *plan, int index) {
    const bool several_circuits = has_several_circuits(plan, index);
    const plie_interval *before = NULL;
    plie_table_add_words(table, "", 0, PLIE_STYLE_PLAIN);
    plie_table_add_words(table,
                         plie_arena_printf(arena, "%s, %s", plan->segments[index].name,
                                           clock_text(arena, plan->segments[index].duration_ms)),
                         0, PLIE_STYLE_BOLD);
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *work = &plan->intervals[i];
        if (work->segment != index || work->kind != PLIE_WORK)
            continue;
        if (starts_round(before, work))
            add_round_heading(table, arena, work, several_circuits);
        const char *const cells[] = {clock_text(arena, work->start_ms), work->name,
                                     side_text(work->side), dose_text(arena, work),
                                     rest_text(arena, plan, i)};
        plie_table_add_row(table, cells, PLIE_STYLE_PLAIN);
        before = work;
    }
}

/* What the history has raised at this level. */
static const char *raised_text(const plie_choices *choices) {
    static const char *const texts[PLIE_RAISED_LIMIT + 1] = {
        "", ", more reps", ", more reps and rounds", ", more reps and rounds, shorter rests"};
    const bool any = choices->level != PLIE_ADVANCED && choices->raised > 0;
    return any && choices->raised <= PLIE_RAISED_LIMIT ? texts[choices->raised] : "";
}

static void add_heading(plie_text *out, plie_arena *arena, const plie_plan *plan,
                        plie_looks looks) {
    const plie_choices *choices = &plan->choices;
    plie_text heading = {0};
    plie_text_addf(&heading, "%s, %s", plan->program, plie_level_id(choices->level));
    if (choices->minutes > 0)
        plie_text_addf(&heading, ", %d minute%s", choices->minutes,
                       choices->minutes == 1 ? "" : "s");
    if (choices->circuit > 0)
        plie_text_addf(&heading, ", from circuit %d", choices->circuit + 1);
    plie_text_add(&heading, raised_text(choices));
    plie_text_add(&heading, choices->low_impact ? ", low impact" : "");
    plie_text_add(&heading, choices->cardio_first ? ", cardio first" : "");
    plie_text_add(&heading, choices->self_paced ? ", self-paced" : "");
    plie_text lines = {0};
    plie_add_paragraph(&lines, plie_text_string(&heading), 0, looks.width);
    plie_add_styled_lines(out, looks, PLIE_STYLE_BOLD, plie_text_string(&lines));
    plie_text_free(&lines);
    plie_text_free(&heading);
    plie_add_paragraph(out,
                       plie_arena_printf(arena, "%s in all, of which %s the main part",
                                         clock_text(arena, plan->total_ms),
                                         clock_text(arena, plan->main_ms)),
                       0, looks.width);
    if (plan->note != NULL)
        plie_add_paragraph(out, plan->note, 0, looks.width);
}

static void add_overview(plie_text *out, plie_arena *arena, const plie_plan *plan,
                         plie_looks looks) {
    static const plie_column columns[] = {{.right = true}, {.heading = NULL}, {.right = true}};
    plie_table *table = plie_table_new(arena, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < plan->segment_count; i++) {
        const plie_plan_segment *segment = &plan->segments[i];
        const char *const cells[] = {clock_text(arena, segment->start_ms), segment->name,
                                     clock_text(arena, segment->duration_ms)};
        plie_table_add_row(table, cells, PLIE_STYLE_PLAIN);
    }
    plie_text_add(out, "\n");
    plie_table_write(table, looks, out);
}

static void add_intervals(plie_text *out, plie_arena *arena, const plie_plan *plan,
                          plie_looks looks) {
    static const plie_column columns[] = {{.heading = "Time", .right = true},
                                          {.heading = "Exercise"},
                                          {.heading = "Side"},
                                          {.heading = "Dose"},
                                          {.heading = "Rest after", .label = "rest "}};
    plie_table *table = plie_table_new(arena, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < plan->segment_count; i++)
        add_segment(table, arena, plan, (int)i);
    plie_table_write(table, looks, out);
}

static void add_title(plie_text *out, plie_looks looks, const char *title) {
    plie_text_add(out, "\n");
    plie_add_styled(out, looks, PLIE_STYLE_BOLD, title);
    plie_text_add(out, "\n");
}

static void add_replaced(plie_text *out, plie_arena *arena, const plie_plan *plan,
                         plie_looks looks) {
    static const plie_column columns[] = {
        {.heading = NULL}, {.heading = NULL}, {.label = "now "}, {.heading = NULL}};
    if (plan->replaced_count == 0)
        return;
    plie_table *table = plie_table_new(arena, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < plan->replaced_count; i++) {
        const plie_replaced *replaced = &plan->replaced[i];
        const char *const cells[] = {plan->segments[replaced->segment].name, replaced->from->name,
                                     replaced->to->name, replaced->reason};
        plie_table_add_row(table, cells, PLIE_STYLE_PLAIN);
    }
    add_title(out, looks, "Replaced by another form");
    plie_table_write(table, looks, out);
}

static void add_left_out(plie_text *out, plie_arena *arena, const plie_plan *plan,
                         plie_looks looks) {
    static const plie_column columns[] = {
        {.heading = NULL}, {.heading = NULL}, {.heading = NULL}, {.heading = NULL}};
    if (plan->left_out_count == 0)
        return;
    plie_table *table = plie_table_new(arena, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < plan->left_out_count; i++) {
        const plie_left_out *left_out = &plan->left_out[i];
        const char *const cells[] = {plan->segments[left_out->segment].name,
                                     left_out->exercise->name, side_text(left_out->side),
                                     left_out->reason};
        plie_table_add_row(table, cells, PLIE_STYLE_PLAIN);
    }
    add_title(out, looks, "Left out");
    plie_table_write(table, looks, out);
}

void plie_plan_add_table(plie_text *out, const plie_plan *plan, plie_looks looks) {
    plie_arena *arena = plie_arena_new();
    add_heading(out, arena, plan, looks);
    add_overview(out, arena, plan, looks);
    add_intervals(out, arena, plan, looks);
    add_replaced(out, arena, plan, looks);
    add_left_out(out, arena, plan, looks);
    plie_arena_free(arena);
}
