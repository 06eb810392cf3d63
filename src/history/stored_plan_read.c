#include "history/stored_plan.h"
#include "history/stored_plan_reading.h"
#include "program/fields.h"
#include <limits.h>

#define SHORTEST_TEMPO_MS 100 /* less than any program's; bounds how many reps there can be */

#define CHOICE(member) offsetof(plie_choices, member)
static const plie_field choice_fields[] = {
    {.key = "level",
     .type = PLIE_FIELD_CHOICE,
     .required = true,
     .offset = CHOICE(level),
     .choices = plie_stored_levels},
    {.key = "minutes",
     .type = PLIE_FIELD_WHOLE,
     .offset = CHOICE(minutes),
     .high = PLIE_MINUTES_LIMIT},
    {.key = "circuit",
     .type = PLIE_FIELD_WHOLE,
     .offset = CHOICE(circuit),
     .low = INT_MIN,
     .high = INT_MAX},
    {.key = "raised",
     .type = PLIE_FIELD_WHOLE,
     .offset = CHOICE(raised),
     .high = PLIE_RAISED_LIMIT},
    {.key = "cardio_first", .type = PLIE_FIELD_SWITCH, .offset = CHOICE(cardio_first)},
    {.key = "low_impact", .type = PLIE_FIELD_SWITCH, .offset = CHOICE(low_impact)},
    {.key = "self_paced", .type = PLIE_FIELD_SWITCH, .offset = CHOICE(self_paced)},
    {.key = "warmup",
     .type = PLIE_FIELD_CHOICE,
     .offset = CHOICE(warmup),
     .choices = plie_stored_part_lengths},
    {.key = "stretch",
     .type = PLIE_FIELD_CHOICE,
     .offset = CHOICE(stretch),
     .choices = plie_stored_part_lengths},
    {.key = "prepare_s",
     .type = PLIE_FIELD_WHOLE,
     .offset = CHOICE(prepare_s),
     .low = INT_MIN,
     .high = INT_MAX},
    {.key = "transition_s",
     .type = PLIE_FIELD_WHOLE,
     .offset = CHOICE(transition_s),
     .low = INT_MIN,
     .high = INT_MAX},
};
static const plie_shape choices_shape = {"the choices", choice_fields,
                                         sizeof choice_fields / sizeof choice_fields[0]};

enum {
    FORMAT,
    PROGRAM,
    CHOICES,
    SEGMENTS,
    EXERCISES,
    STEPS,
    INTERVALS,
    LEFT_OUT,
    REPLACED,
    NOTE,
    PLAN_FIELDS
};
static const plie_field plan_fields[PLAN_FIELDS] = {
    [FORMAT] = {.key = "format", .type = PLIE_FIELD_NODE, .required = true},
    [PROGRAM] = {.key = "program", .required = true},
    [CHOICES] = {.key = "choices", .required = true},
    [SEGMENTS] = {.key = "segments", .required = true},
    [EXERCISES] = {.key = "exercises", .required = true},
    [STEPS] = {.key = "steps", .required = true},
    [INTERVALS] = {.key = "intervals", .required = true},
    [LEFT_OUT] = {.key = "left_out", .required = true},
    [REPLACED] = {.key = "replaced", .required = true},
    [NOTE] = {.key = "note", .type = PLIE_FIELD_FREE_TEXT, .offset = offsetof(plie_plan, note)},
};
static const plie_shape plan_shape = {"a stored plan", plan_fields, PLAN_FIELDS};

static void read_format(plie_plan_reading *in, const plie_node *node) {
    const plie_field field = {
        .key = "format", .type = PLIE_FIELD_WHOLE, .low = 1, .high = PLIE_STORED_FORMAT};
    int format = 0;
    (void)plie_read_field(&in->reader, node, &field, &format);
}

static void read_segments(plie_plan_reading *in, const plie_node *list) {
    plie_plan *plan = in->plan;
    plan->segment_count = plie_list_count(&in->reader, list, PLIE_SEGMENT_LIMIT);
    plan->segments = PLIE_NEW_ARRAY(plan->arena, plan->segment_count + 1, plie_plan_segment);
    if (plan->segment_count == 0)
        return;
    plie_plan_segment *segment = plan->segments;
    for (plie_node node = plie_first(&in->reader, list); node.item != NULL;
         plie_next(&in->reader, &node)) {
        plie_row at = plie_row_of(&in->reader, &node);
        segment->kind = (plie_segment_kind)plie_row_choice(&at, plie_stored_segment_kinds);
        segment->name = plie_row_text(&at);
        (void)plie_row_end(&at);
        segment++;
    }
}

/* Whether the parts of an interval agree; what they hold is in range by now. */
static bool is_sound(const plie_interval *interval) {
    const bool works = interval->kind == PLIE_WORK;
    const bool counts = interval->round <= interval->rounds && interval->step <= interval->steps &&
                        interval->set <= interval->sets;
    if (!counts || works != (interval->exercise != NULL))
        return false;
    const bool has_dose = interval->reps > 0 || interval->hold_ms > 0 || interval->tempo_ms > 0;
    if (!works)
        return interval->source == NULL && !has_dose && !interval->self_paced &&
               interval->side == PLIE_NO_SIDE;
    if (interval->self_paced && interval->tempo_ms == 0)
        return false;
    if (!has_dose)
        return true;
    const bool paced = interval->tempo_ms >= SHORTEST_TEMPO_MS;
    const bool held = interval->hold_ms > 0;
    const int count = plie_interval_rep_count(interval);
    return interval->reps > 0 && paced != held &&
           plie_interval_rep_ms(interval, count) <= interval->duration_ms;
}

static void read_interval(plie_plan_reading *in, const plie_node *node, plie_interval *interval) {
    plie_row at = plie_row_of(&in->reader, node);
    interval->kind = (plie_interval_kind)plie_row_choice(&at, plie_stored_interval_kinds);
#define READ(member, limit) interval->member = (int)plie_row_number(&at, 0, limit);
    PLIE_STORED_NUMBERS(READ)
#undef READ
    interval->duration_ms = plie_row_number(&at, 1, PLIE_STORED_LENGTH_LIMIT);
    interval->exercise = plie_row_exercise(in, &at, true);
    const size_t step = plie_row_index(&at, in->step_count, true);
    interval->source = step < in->step_count ? &in->steps[step] : NULL;
    interval->side = (plie_side)plie_row_choice(&at, plie_stored_sides);
    interval->self_paced = plie_row_switch(&at);
    const bool named = at.ok && (at.item.item != NULL || interval->exercise == NULL);
    interval->name = named ? plie_row_text(&at) : at.ok ? interval->exercise->name : NULL;
    if (plie_row_end(&at) && !is_sound(interval))
        plie_find(&in->reader, node, PLIE_ERROR, "is an impossible interval");
}

static void read_intervals(plie_plan_reading *in, const plie_node *list) {
    plie_plan *plan = in->plan;
    plan->interval_count = plie_list_count(&in->reader, list, PLIE_STORED_INTERVAL_LIMIT);
    plan->intervals = PLIE_NEW_ARRAY(plan->arena, plan->interval_count + 1, plie_interval);
    if (plan->interval_count == 0)
        return;
    size_t i = 0;
    for (plie_node node = plie_first(&in->reader, list); node.item != NULL;
         plie_next(&in->reader, &node))
        read_interval(in, &node, &plan->intervals[i++]);
}

static void read_left_out(plie_plan_reading *in, const plie_node *list) {
    plie_plan *plan = in->plan;
    plan->left_out_count = plie_list_count(&in->reader, list, PLIE_STORED_INTERVAL_LIMIT);
    plan->left_out = PLIE_NEW_ARRAY(plan->arena, plan->left_out_count + 1, plie_left_out);
    if (plan->left_out_count == 0)
        return;
    plie_left_out *item = plan->left_out;
    for (plie_node node = plie_first(&in->reader, list); node.item != NULL;
         plie_next(&in->reader, &node), item++) {
        plie_row at = plie_row_of(&in->reader, &node);
        item->segment = (int)plie_row_index(&at, plan->segment_count, false);
        item->exercise = plie_row_exercise(in, &at, false);
        item->side = (plie_side)plie_row_choice(&at, plie_stored_sides);
        item->reason = plie_row_text(&at);
        (void)plie_row_end(&at);
    }
}

static void read_replaced(plie_plan_reading *in, const plie_node *list) {
    plie_plan *plan = in->plan;
    plan->replaced_count = plie_list_count(&in->reader, list, PLIE_STORED_INTERVAL_LIMIT);
    plan->replaced = PLIE_NEW_ARRAY(plan->arena, plan->replaced_count + 1, plie_replaced);
    if (plan->replaced_count == 0)
        return;
    plie_replaced *item = plan->replaced;
    for (plie_node node = plie_first(&in->reader, list); node.item != NULL;
         plie_next(&in->reader, &node), item++) {
        plie_row at = plie_row_of(&in->reader, &node);
        item->segment = (int)plie_row_index(&at, plan->segment_count, false);
        item->from = plie_row_exercise(in, &at, false);
        item->to = plie_row_exercise(in, &at, false);
        item->reason = plie_row_text(&at);
        item->avoided = plie_row_switch(&at);
        (void)plie_row_end(&at);
    }
}

static void add_to_segment(plie_plan *plan, const plie_interval *interval) {
    plie_plan_segment *segment = &plan->segments[interval->segment];
    if (interval->kind == PLIE_PREPARE || interval->kind == PLIE_TRANSITION)
        return;
    if (segment->duration_ms == 0)
        segment->start_ms = interval->start_ms;
    segment->duration_ms += interval->duration_ms;
    if (plie_segment_is_main(segment->kind))
        plan->main_ms += interval->duration_ms;
}

/* What follows from the lengths of the intervals is not stored. False where they do not go on from
 * segment to segment. */
static bool set_times(plie_plan *plan) {
    int segment = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        plie_interval *interval = &plan->intervals[i];
        if (interval->segment < segment || (size_t)interval->segment >= plan->segment_count)
            return false;
        segment = interval->segment;
        interval->start_ms = plan->total_ms;
        plan->total_ms += interval->duration_ms;
        add_to_segment(plan, interval);
    }
    return plan->total_ms <= PLIE_STORED_PLAN_LIMIT_MS;
}

/* What comes next. False where there is no work at all. */
static bool set_next(plie_plan *plan) {
    const plie_exercise *next = NULL;
    for (size_t i = plan->interval_count; i > 0; i--) {
        plie_interval *interval = &plan->intervals[i - 1];
        if (interval->kind == PLIE_WORK)
            next = interval->exercise;
        else
            interval->next = next;
    }
    return next != NULL;
}

static void read_plan(plie_plan_reading *in) {
    plie_reader *reader = &in->reader;
    const plie_node root = plie_root(reader);
    plie_seen seen;
    if (!plie_read_object(reader, &root, &plan_shape, in->plan, &seen) ||
        plie_reader_failed(reader))
        return;
    read_format(in, &seen.nodes[FORMAT]);
    plie_read_stored_program(in, &seen.nodes[PROGRAM]);
    plie_seen choices;
    (void)plie_read_object(reader, &seen.nodes[CHOICES], &choices_shape, &in->plan->choices,
                           &choices);
    read_segments(in, &seen.nodes[SEGMENTS]);
    plie_read_stored_exercises(in, &seen.nodes[EXERCISES]);
    plie_read_stored_steps(in, &seen.nodes[STEPS]);
    read_intervals(in, &seen.nodes[INTERVALS]);
    read_left_out(in, &seen.nodes[LEFT_OUT]);
    read_replaced(in, &seen.nodes[REPLACED]);
    if (plie_reader_failed(reader))
        return;
    if (!set_times(in->plan))
        plie_find(reader, &seen.nodes[INTERVALS], PLIE_ERROR, "do not go together");
    else if (!set_next(in->plan))
        plie_find(reader, &seen.nodes[INTERVALS], PLIE_ERROR, "hold no work");
}

static void say_why(const plie_diagnostics *findings, plie_text *why) {
    const plie_diagnostic *first = plie_diagnostics_first(findings, PLIE_ERROR);
    if (why == NULL)
        return;
    plie_text_clear(why);
    plie_text_add(why, "The stored plan cannot be read");
    if (first != NULL)
        plie_text_addf(why, ": %s%s%s", first->pointer, *first->pointer != '\0' ? " " : "",
                       first->message);
    plie_text_add(why, ".");
}

bool plie_stored_plan_read(const char *bytes, size_t length, plie_stored_plan *stored,
                           plie_text *why) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_arena *of_program = plie_arena_new();
    plie_arena *of_plan = plie_arena_new();
    plie_plan_reading in = {.program = PLIE_NEW(of_program, plie_program),
                            .plan = PLIE_NEW(of_plan, plie_plan)};
    in.program->arena = of_program;
    in.plan->arena = of_plan;
    if (plie_json_open(&in.reader, of_program, "", bytes, length, PLIE_STORED_PLAN_LIMIT, findings))
        read_plan(&in);
    in.program->files = in.reader.files;
    in.program->file_count = in.reader.file_count;
    const bool fine = !plie_reader_failed(&in.reader);
    plie_reader_close(&in.reader);
    if (!fine)
        say_why(findings, why);
    plie_diagnostics_free(findings);
    *stored = fine ? (plie_stored_plan){in.program, in.plan} : (plie_stored_plan){NULL, NULL};
    if (!fine) {
        plie_plan_free(in.plan);
        plie_program_free(in.program);
    }
    return fine;
}
