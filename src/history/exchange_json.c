#include "base/json_write.h"
#include "history/enum_ids.h"
#include "history/exchange.h"
#include <inttypes.h>
#include <stdio.h>

/* "As written" and "nobody said" are 0 in a record, null in a file. */
static void write_number_or_null(plie_json_writer *json, const char *key, int number) {
    if (number == 0)
        plie_json_member_null(json, key);
    else
        plie_json_member_int(json, key, number);
}

static void write_fixed_keys(plie_json_writer *json, const plie_session_record *record,
                             const char *start) {
    plie_json_member_string(json, "id", record->id);
    plie_json_member_string(json, "start", start);
    plie_json_member_string(json, "program", record->program);
    plie_json_member_string(json, "name", record->name);
    plie_json_member_string(json, "level", plie_stored_levels[record->level]);
    write_number_or_null(json, "minutes", record->minutes);
    plie_json_member_int(json, "planned_ms", record->planned_ms);
    plie_json_member_int(json, "active_ms", record->active_ms);
    plie_json_member_int(json, "work_ms", record->work_ms);
    plie_json_member_int(json, "reps", record->reps);
    plie_json_member_double(json, "kcal", record->kcal);
    write_number_or_null(json, "effort", record->effort);
    plie_json_member_bool(json, "completed", record->completed);
}

/* In the local time of the start; NULL where it is not known. */
static const char *end_text(plie_arena *arena, const plie_session_record *record) {
    if (record->end_ms == 0)
        return NULL;
    return plie_moment_text(arena, (plie_moment){record->end_ms, record->start.offset_min});
}

static void write_further_keys(plie_json_writer *json, const plie_session_record *record,
                               const char *end) {
    char digits[17];
    (void)snprintf(digits, sizeof digits, "%016" PRIx64, record->content);
    plie_json_member_string(json, "content", record->content == 0 ? NULL : digits);
    plie_json_member_int(json, "circuit", (int64_t)record->circuit + 1);
    plie_json_member_int(json, "raised", record->raised);
    plie_json_member_bool(json, "cardio_first", record->cardio_first);
    plie_json_member_bool(json, "low_impact", record->low_impact);
    plie_json_member_bool(json, "self_paced", record->self_paced);
    plie_json_member_string(json, "warmup", plie_stored_part_lengths[record->warmup]);
    plie_json_member_string(json, "stretch", plie_stored_part_lengths[record->stretch]);
    plie_json_member_int(json, "planned_work_ms", record->planned_work_ms);
    plie_json_member_int(json, "planned_reps", record->planned_reps);
    plie_json_member_string(json, "end", end);
}

/* [index, kind, start_ms, done_ms, round, set], and of work also side, reps, exercise, name. */
static void write_interval(plie_json_writer *json, const plie_interval_record *interval) {
    plie_json_open_array(json);
    plie_json_int(json, interval->index);
    plie_json_string(json, plie_stored_interval_kinds[interval->kind]);
    plie_json_int(json, interval->start_ms);
    plie_json_int(json, interval->done_ms);
    plie_json_int(json, interval->round);
    plie_json_int(json, interval->set);
    if (interval->kind == PLIE_WORK) {
        plie_json_string(json, plie_stored_sides[interval->side]);
        plie_json_int(json, interval->reps);
        plie_json_string(json, interval->exercise);
        plie_json_string(json, interval->name);
    }
    plie_json_close_array(json);
}

void plie_session_write_json(plie_text *text, const plie_session_record *record,
                             const plie_interval_list *intervals) {
    plie_arena *arena = plie_arena_new();
    plie_json_writer json = plie_json_writer_on(text);
    plie_json_open_object(&json);
    write_fixed_keys(&json, record, plie_moment_text(arena, record->start));
    write_further_keys(&json, record, end_text(arena, record));
    plie_json_key(&json, "intervals");
    plie_json_open_array(&json);
    for (size_t i = 0; i < intervals->count; i++)
        write_interval(&json, &intervals->records[i]);
    plie_json_close_array(&json);
    plie_json_close_object(&json);
    plie_arena_free(arena);
}
