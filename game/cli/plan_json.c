#include "cli/plan_json.h"

/* A count that is absent is 0. */
static void write_count(plie_json_writer *writer, const char *key, int count) {
    if (count == 0)
        plie_json_member_null(writer, key);
    else
        plie_json_member_int(writer, key, count);
}

static void write_exercise(plie_json_writer *writer, const char *key,
                           const plie_exercise *exercise) {
    plie_json_member_string(writer, key, exercise == NULL ? NULL : exercise->id);
}

/* One hold without reps is a single hold, of which nobody wrote how many. */
static int written_reps(const plie_interval *interval) {
    const bool lone_hold =
        interval->hold_ms > 0 && interval->source != NULL && !interval->source->has_reps;
    return lone_hold ? 0 : interval->reps;
}

static void write_left_out(plie_json_writer *writer, const plie_plan *plan) {
    plie_json_key(writer, "left_out");
    plie_json_open_array(writer);
    for (size_t i = 0; i < plan->left_out_count; i++) {
        const plie_left_out *left_out = &plan->left_out[i];
        plie_json_open_object(writer);
        plie_json_member_int(writer, "segment", left_out->segment);
        write_exercise(writer, "exercise", left_out->exercise);
        plie_json_member_string(writer, "side", plie_side_id(left_out->side));
        plie_json_member_string(writer, "reason", left_out->reason);
        plie_json_close_object(writer);
    }
    plie_json_close_array(writer);
}

static void write_segments(plie_json_writer *writer, const plie_plan *plan) {
    plie_json_key(writer, "segments");
    plie_json_open_array(writer);
    for (size_t i = 0; i < plan->segment_count; i++) {
        const plie_plan_segment *segment = &plan->segments[i];
        plie_json_open_object(writer);
        plie_json_member_string(writer, "kind", plie_segment_kind_id(segment->kind));
        plie_json_member_string(writer, "name", segment->name);
        plie_json_member_int(writer, "start_ms", segment->start_ms);
        plie_json_member_int(writer, "duration_ms", segment->duration_ms);
        plie_json_close_object(writer);
    }
    plie_json_close_array(writer);
}

void plie_plan_write_head(plie_json_writer *writer, const plie_plan *plan, const char *program_id) {
    plie_json_member_string(writer, "program", program_id);
    plie_json_member_string(writer, "name", plan->program);
    plie_json_member_string(writer, "level", plie_level_id(plan->choices.level));
    write_count(writer, "minutes", plan->choices.minutes);
    plie_json_member_int(writer, "total_ms", plan->total_ms);
    plie_json_member_int(writer, "main_ms", plan->main_ms);
    plie_json_member_string(writer, "note", plan->note);
    write_left_out(writer, plan);
    write_segments(writer, plan);
}

void plie_interval_write(plie_json_writer *writer, const plie_plan *plan, size_t index) {
    const plie_interval *interval = &plan->intervals[index];
    plie_json_member_int(writer, "index", (int64_t)index);
    plie_json_member_string(writer, "kind", plie_interval_kind_id(interval->kind));
    plie_json_member_int(writer, "segment", interval->segment);
    write_count(writer, "circuit", interval->circuit);
    write_count(writer, "round", interval->round);
    write_count(writer, "rounds", interval->rounds);
    write_count(writer, "step", interval->step);
    write_count(writer, "steps", interval->steps);
    write_count(writer, "set", interval->set);
    write_count(writer, "sets", interval->sets);
    write_exercise(writer, "exercise", interval->exercise);
    write_exercise(writer, "next", interval->next);
    plie_json_member_string(writer, "name", interval->name);
    plie_json_member_string(writer, "side", plie_side_id(interval->side));
    write_count(writer, "reps", written_reps(interval));
    write_count(writer, "hold_ms", interval->hold_ms);
    write_count(writer, "tempo_ms", interval->tempo_ms);
    plie_json_member_int(writer, "start_ms", interval->start_ms);
    plie_json_member_int(writer, "duration_ms", interval->duration_ms);
}

void plie_plan_write(plie_json_writer *writer, const plie_plan *plan, const char *program_id) {
    plie_json_open_object(writer);
    plie_plan_write_head(writer, plan, program_id);
    plie_json_key(writer, "intervals");
    plie_json_open_array(writer);
    for (size_t i = 0; i < plan->interval_count; i++) {
        plie_json_open_object(writer);
        plie_interval_write(writer, plan, i);
        plie_json_close_object(writer);
    }
    plie_json_close_array(writer);
    plie_json_close_object(writer);
}
