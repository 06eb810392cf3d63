#include "base/json_write.h"
#include "history/stored_plan.h"
#include "history/stored_plan_format.h"
#include <stdint.h>
#include <string.h>

#define FIRST_SLOTS 64

/* Things by address, each with a number in the order in which they were first met. */
typedef struct {
    plie_arena *arena;
    const void **items; /* half as many as slots have room */
    size_t count;
    uint32_t *slots; /* number + 1; 0 where free */
    size_t slot_count;
} table;

static size_t slot_of(const table *at, const void *item) {
    uint64_t hash = (uint64_t)(uintptr_t)item * UINT64_C(0x9E3779B97F4A7C15);
    size_t slot = (size_t)(hash >> 32) & (at->slot_count - 1);
    while (at->slots[slot] != 0 && at->items[at->slots[slot] - 1] != item)
        slot = (slot + 1) & (at->slot_count - 1);
    return slot;
}

static void grow(table *at) {
    const size_t slot_count = at->slot_count == 0 ? FIRST_SLOTS : at->slot_count * 2;
    const void **items = PLIE_NEW_ARRAY(at->arena, slot_count / 2, const void *);
    if (at->count > 0)
        memcpy((void *)items, (const void *)at->items, at->count * sizeof *items);
    at->items = items;
    at->slot_count = slot_count;
    at->slots = PLIE_NEW_ARRAY(at->arena, slot_count, uint32_t);
    for (size_t i = 0; i < at->count; i++)
        at->slots[slot_of(at, items[i])] = (uint32_t)i + 1;
}

static void add(table *at, const void *item) {
    if (item == NULL)
        return;
    if (at->count * 2 == at->slot_count)
        grow(at);
    const size_t slot = slot_of(at, item);
    if (at->slots[slot] != 0)
        return;
    at->items[at->count++] = item;
    at->slots[slot] = (uint32_t)at->count;
}

typedef struct {
    plie_json_writer json;
    const plie_plan *plan;
    table exercises, steps;
} writing;

static void write_number_of(writing *to, const table *in, const void *item) {
    if (item == NULL)
        plie_json_null(&to->json);
    else
        plie_json_int(&to->json, (int64_t)in->slots[slot_of(in, item)] - 1);
}

static void collect(writing *to) {
    const plie_plan *plan = to->plan;
    table *exercises = &to->exercises;
    for (size_t i = 0; i < plan->interval_count; i++) {
        add(exercises, plan->intervals[i].exercise);
        add(&to->steps, plan->intervals[i].source);
    }
    for (size_t i = 0; i < to->steps.count; i++) {
        const plie_step *step = to->steps.items[i];
        for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
            add(exercises, step->exercises[level]);
    }
    for (size_t i = 0; i < plan->left_out_count; i++)
        add(exercises, plan->left_out[i].exercise);
    for (size_t i = 0; i < plan->replaced_count; i++) {
        add(exercises, plan->replaced[i].from);
        add(exercises, plan->replaced[i].to);
    }
    for (size_t i = 0; i < exercises->count; i++) {
        const plie_exercise *exercise = exercises->items[i];
        add(exercises, exercise->easier);
        add(exercises, exercise->harder);
        add(exercises, exercise->low_impact);
    }
}

/* A path is bytes: those that are no UTF-8 are written as digits. */
static void write_file(plie_json_writer *json, const char *file) {
    static const char digits[] = "0123456789abcdef";
    if (plie_utf8_valid(file, strlen(file), NULL)) {
        plie_json_member_string(json, "file", file);
        return;
    }
    plie_text hex = {0};
    for (const char *c = file; *c != '\0'; c++) {
        const unsigned char byte = (unsigned char)*c;
        plie_text_addf(&hex, "%c%c", digits[byte >> 4], digits[byte & 15]);
    }
    plie_json_member_string(json, "file_bytes", plie_text_string(&hex));
    plie_text_free(&hex);
}

static void write_program(writing *to, const plie_program *program) {
    plie_json_writer *json = &to->json;
    plie_json_key(json, "program");
    plie_json_open_object(json);
    plie_json_member_string(json, "name", to->plan->program);
    write_file(json, program->file);
    if (to->plan->language != NULL)
        plie_json_member_string(json, "language", to->plan->language);
    plie_json_close_object(json);
}

static void write_choices(writing *to) {
    plie_json_writer *json = &to->json;
    const plie_choices *choices = &to->plan->choices;
    plie_json_key(json, "choices");
    plie_json_open_object(json);
    plie_json_member_string(json, "level", plie_stored_levels[choices->level]);
    plie_json_member_int(json, "minutes", choices->minutes);
    plie_json_member_int(json, "circuit", choices->circuit);
    plie_json_member_int(json, "raised", choices->raised);
    plie_json_member_bool(json, "cardio_first", choices->cardio_first);
    plie_json_member_bool(json, "low_impact", choices->low_impact);
    plie_json_member_bool(json, "self_paced", choices->self_paced);
    plie_json_member_string(json, "warmup", plie_stored_part_lengths[choices->warmup]);
    plie_json_member_string(json, "stretch", plie_stored_part_lengths[choices->stretch]);
    plie_json_member_int(json, "prepare_s", choices->prepare_s);
    plie_json_member_int(json, "transition_s", choices->transition_s);
    plie_json_close_object(json);
}

static void write_text(plie_json_writer *json, const char *key, const char *text) {
    if (text != NULL)
        plie_json_member_string(json, key, text);
}

static void write_texts(plie_json_writer *json, const char *key, const plie_texts *texts) {
    if (texts->count == 0)
        return;
    plie_json_key(json, key);
    plie_json_open_array(json);
    for (size_t i = 0; i < texts->count; i++)
        plie_json_string(json, texts->items[i]);
    plie_json_close_array(json);
}

static void write_form(writing *to, const char *key, const plie_exercise *form) {
    if (form == NULL)
        return;
    plie_json_key(&to->json, key);
    write_number_of(to, &to->exercises, form);
}

static void write_exercise(writing *to, const plie_exercise *exercise) {
    plie_json_writer *json = &to->json;
    plie_json_open_object(json);
    plie_json_member_string(json, "id", exercise->id);
    plie_json_member_string(json, "name", exercise->name);
    write_text(json, "say", exercise->say);
    plie_json_member_string(json, "position", plie_stored_positions[exercise->position]);
    plie_json_member_string(json, "impact", plie_stored_impacts[exercise->impact]);
    plie_json_member_int(json, "tempo_ms", exercise->tempo_ms);
    plie_json_member_double(json, "met", exercise->met);
    write_texts(json, "muscles", &exercise->muscles);
    write_texts(json, "equipment", &exercise->equipment);
    write_texts(json, "cues", &exercise->cues);
    write_text(json, "mistake", exercise->mistake);
    write_text(json, "breathing", exercise->breathing);
    write_form(to, "easier", exercise->easier);
    write_form(to, "harder", exercise->harder);
    write_form(to, "low_impact", exercise->low_impact);
    write_text(json, "figure", exercise->figure);
    write_texts(json, "pictures", &exercise->pictures);
    plie_json_close_object(json);
}

static void write_step(writing *to, const plie_step *step) {
    plie_json_writer *json = &to->json;
    plie_json_open_object(json);
    plie_json_key(json, "exercises");
    plie_json_open_array(json);
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        write_number_of(to, &to->exercises, step->exercises[level]);
    plie_json_close_array(json);
    plie_json_member_string(json, "dose", plie_stored_doses[step->dose]);
    plie_json_member_bool(json, "has_reps", step->has_reps);
    plie_json_member_string(json, "side", plie_stored_sides[step->side]);
    write_text(json, "note", step->note);
    write_text(json, "say", step->say);
    write_text(json, "clip", step->clip);
    plie_json_close_object(json);
}

static void write_tables(writing *to) {
    plie_json_writer *json = &to->json;
    plie_json_key(json, "exercises");
    plie_json_open_array(json);
    for (size_t i = 0; i < to->exercises.count; i++)
        write_exercise(to, to->exercises.items[i]);
    plie_json_close_array(json);
    plie_json_key(json, "steps");
    plie_json_open_array(json);
    for (size_t i = 0; i < to->steps.count; i++)
        write_step(to, to->steps.items[i]);
    plie_json_close_array(json);
}

static void write_segments(writing *to) {
    plie_json_writer *json = &to->json;
    plie_json_key(json, "segments");
    plie_json_open_array(json);
    for (size_t i = 0; i < to->plan->segment_count; i++) {
        const plie_plan_segment *segment = &to->plan->segments[i];
        plie_json_open_array(json);
        plie_json_string(json, plie_stored_segment_kinds[segment->kind]);
        plie_json_string(json, segment->name);
        plie_json_close_array(json);
    }
    plie_json_close_array(json);
}

/* The name comes last, and only where it is not the exercise's. */
static void write_interval(writing *to, const plie_interval *interval) {
    plie_json_writer *json = &to->json;
    plie_json_open_array(json);
    plie_json_string(json, plie_stored_interval_kinds[interval->kind]);
#define WRITE(member, limit) plie_json_int(json, interval->member);
    PLIE_STORED_NUMBERS(WRITE)
#undef WRITE
    plie_json_int(json, interval->duration_ms);
    write_number_of(to, &to->exercises, interval->exercise);
    write_number_of(to, &to->steps, interval->source);
    plie_json_string(json, plie_stored_sides[interval->side]);
    plie_json_bool(json, interval->self_paced);
    const bool named =
        interval->exercise != NULL && strcmp(interval->name, interval->exercise->name) == 0;
    if (!named)
        plie_json_string(json, interval->name);
    plie_json_close_array(json);
}

static void write_intervals(writing *to) {
    plie_json_key(&to->json, "intervals");
    plie_json_open_array(&to->json);
    for (size_t i = 0; i < to->plan->interval_count; i++)
        write_interval(to, &to->plan->intervals[i]);
    plie_json_close_array(&to->json);
}

static void write_left_out(writing *to) {
    plie_json_writer *json = &to->json;
    plie_json_key(json, "left_out");
    plie_json_open_array(json);
    for (size_t i = 0; i < to->plan->left_out_count; i++) {
        const plie_left_out *item = &to->plan->left_out[i];
        plie_json_open_array(json);
        plie_json_int(json, item->segment);
        write_number_of(to, &to->exercises, item->exercise);
        plie_json_string(json, plie_stored_sides[item->side]);
        plie_json_string(json, item->reason);
        plie_json_close_array(json);
    }
    plie_json_close_array(json);
}

static void write_replaced(writing *to) {
    plie_json_writer *json = &to->json;
    plie_json_key(json, "replaced");
    plie_json_open_array(json);
    for (size_t i = 0; i < to->plan->replaced_count; i++) {
        const plie_replaced *item = &to->plan->replaced[i];
        plie_json_open_array(json);
        plie_json_int(json, item->segment);
        write_number_of(to, &to->exercises, item->from);
        write_number_of(to, &to->exercises, item->to);
        plie_json_string(json, item->reason);
        plie_json_bool(json, item->avoided);
        plie_json_close_array(json);
    }
    plie_json_close_array(json);
}

void plie_stored_plan_write(plie_text *text, const plie_plan *plan, const plie_program *program) {
    plie_arena *arena = plie_arena_new();
    writing to = {.json = plie_json_writer_on(text),
                  .plan = plan,
                  .exercises = {.arena = arena},
                  .steps = {.arena = arena}};
    collect(&to);
    plie_json_open_object(&to.json);
    plie_json_member_int(&to.json, "format", PLIE_STORED_FORMAT);
    write_program(&to, program);
    write_choices(&to);
    write_text(&to.json, "note", plan->note);
    write_segments(&to);
    write_tables(&to);
    write_intervals(&to);
    write_left_out(&to);
    write_replaced(&to);
    plie_json_close_object(&to.json);
    plie_arena_free(arena);
}
