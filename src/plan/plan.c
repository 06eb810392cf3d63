#include "plan/plan.h"
#include "plan/fit.h"
#include "plan/plan_write.h"
#include <string.h>

#define PREPARE_MS 10000
#define TRANSITION_MS 10000
#define FLOOR_TRANSITION_MS 20000
/* Far more than anyone does in 8 hours; a plan of steps that last a moment ends here. */
#define INTERVAL_COUNT_LIMIT 50000

/* The plan while it is made. */
typedef struct {
    const plie_program *program;
    const plie_choices *choices;
    plie_arena *arena;
    plie_arena *scratch;
    plie_part *parts; /* in the order in which they are done */
    size_t part_count;
    plie_plan *plan;
} plan_making;

static bool is_main_cardio(const plie_segment *segment) {
    return segment->kind == PLIE_CARDIO;
}

/* Main segments swap places among themselves: cardio first, the others after it. */
static void order_segments(const plan_making *making, const plie_segment **order) {
    const plie_program *program = making->program;
    size_t count = program->segment_count;
    size_t next = 0;
    for (size_t i = 0; i < count; i++)
        order[i] = &program->segments[i];
    if (!making->choices->cardio_first)
        return;
    for (int cardio = 1; cardio >= 0; cardio--)
        for (size_t i = 0; i < count; i++) {
            const plie_segment *segment = &program->segments[i];
            if (!plie_segment_is_main(segment->kind) || is_main_cardio(segment) != (cardio == 1))
                continue;
            while (!plie_segment_is_main(program->segments[next].kind))
                next++;
            order[next++] = segment;
        }
}

static void make_parts(plan_making *making) {
    const plie_program *program = making->program;
    const plie_segment **order =
        PLIE_NEW_ARRAY(making->scratch, program->segment_count + 1, const plie_segment *);
    order_segments(making, order);
    making->parts = PLIE_NEW_ARRAY(making->scratch, program->segment_count + 1, plie_part);
    making->part_count = program->segment_count;
    double effort = program->levels[making->choices->level].effort;
    for (size_t i = 0; i < making->part_count; i++)
        making->parts[i] = plie_part_make(making->scratch, order[i], making->choices, effort);
}

static bool has_work(const plie_part *part, size_t runs) {
    for (size_t i = 0; i < runs; i++)
        if (plie_run_last_step(&part->runs[i]) >= 0)
            return true;
    return false;
}

static bool fills_minutes(const plie_part *part) {
    return part->source->minutes > 0 && !plie_segment_is_main(part->source->kind);
}

/* The minutes asked for, or as many as the rest of the plan leaves of the longest one. */
static int possible_minutes(const plan_making *making) {
    int64_t room_ms = PLIE_PLAN_LIMIT_MS - PREPARE_MS;
    for (size_t i = 0; i < making->part_count; i++) {
        const plie_part *part = &making->parts[i];
        if (i > 0)
            room_ms -= FLOOR_TRANSITION_MS;
        if (!plie_segment_is_main(part->source->kind))
            room_ms -= plie_part_ms(part);
    }
    int64_t most = room_ms / 60000;
    return most >= 1 && most < making->choices->minutes ? (int)most : making->choices->minutes;
}

static const char *fit_main_parts(const plan_making *making, plie_part **parts, size_t count) {
    int minutes = possible_minutes(making);
    const char *note = plie_fit_parts(making->arena, making->scratch, parts, count, minutes);
    int64_t main_ms = 0;
    for (size_t i = 0; i < count; i++)
        main_ms += plie_part_ms(parts[i]);
    bool reached = main_ms * 100 > (int64_t)minutes * 60000 * 95;
    if (minutes == making->choices->minutes || !reached)
        return note;
    return plie_arena_strdup(making->arena,
                             "A plan lasts 8 hours at most; this is the nearest plan.");
}

static void settle_parts(plan_making *making) {
    plie_part **main_parts = PLIE_NEW_ARRAY(making->scratch, making->part_count + 1, plie_part *);
    size_t main_count = 0;
    for (size_t i = 0; i < making->part_count; i++) {
        plie_part *part = &making->parts[i];
        if (fills_minutes(part) && has_work(part, part->chain))
            plie_part_fill_minutes(part);
        if (plie_segment_is_main(part->source->kind) && has_work(part, part->run_count))
            main_parts[main_count++] = part;
    }
    if (making->choices->minutes == 0)
        return;
    if (main_count == 0)
        making->plan->note = plie_arena_strdup(
            making->arena, "No segment of this program can be fitted to minutes.");
    else
        making->plan->note = fit_main_parts(making, main_parts, main_count);
}

/* Adds a finding and returns false if there is nothing to do, or too much. */
static bool is_possible(const plan_making *making, plie_diagnostics *findings) {
    int64_t total_ms = 0;
    int64_t intervals = 0;
    for (size_t i = 0; i < making->part_count; i++) {
        total_ms += plie_part_ms(&making->parts[i]);
        intervals += plie_part_intervals(&making->parts[i]);
    }
    const int limit_ms = PLIE_PLAN_LIMIT_MS;
    const char *problem = NULL;
    if (intervals == 0)
        problem = making->choices->low_impact ? "with low impact no exercise is left to do"
                                              : "no exercise is left to do";
    else if (total_ms > limit_ms)
        problem = "the plan would be longer than 8 hours";
    else if (intervals > INTERVAL_COUNT_LIMIT)
        problem = "the plan would have more than 50,000 intervals";
    if (problem != NULL && findings != NULL)
        plie_diagnostics_add(findings, PLIE_ERROR, making->program->file,
                             making->program->segments_place, "/segments", "%s at level %s",
                             problem, plie_level_id(making->choices->level));
    return problem == NULL;
}

static plie_plan *plan_new(const plie_program *program, const plie_choices *choices) {
    plie_arena *arena = plie_arena_new();
    plie_plan *plan = PLIE_NEW(arena, plie_plan);
    plan->arena = arena;
    plan->program = program->name;
    plan->choices = *choices;
    plan->language = program->language;
    return plan;
}

static plie_interval *append_pause(plie_interval_list *list, plie_interval_kind kind, int segment,
                                   const char *name, int64_t duration_ms) {
    plie_interval *pause = &list->items[list->count++];
    *pause =
        (plie_interval){.kind = kind, .segment = segment, .name = name, .duration_ms = duration_ms};
    return pause;
}

static bool starts_on_floor(const plie_part *part) {
    for (size_t i = 0; i < part->chain; i++)
        for (size_t s = 0; s < part->runs[i].step_count; s++)
            if (part->runs[i].steps[s].state == PLIE_STEP_DONE)
                return plie_position_on_floor(part->runs[i].steps[s].exercise->position);
    return false;
}

static void append_way_to(plie_interval_list *list, const plie_part *part, int segment) {
    if (list->count == 0) {
        append_pause(list, PLIE_PREPARE, segment, "Get ready", PREPARE_MS);
        return;
    }
    const plie_exercise *last = list->items[list->count - 1].exercise;
    bool was_on_floor = last != NULL && plie_position_on_floor(last->position);
    append_pause(list, PLIE_TRANSITION, segment, part->source->name,
                 was_on_floor != starts_on_floor(part) ? FLOOR_TRANSITION_MS : TRANSITION_MS);
}

static void write_part(const plan_making *making, plie_interval_list *list, const plie_part *part) {
    plie_plan *plan = making->plan;
    int index = (int)plan->segment_count++;
    append_way_to(list, part, index);
    size_t first = list->count;
    plie_write_part(list, part, index);
    if (fills_minutes(part))
        plie_spread_minutes(&list->items[first], list->count - first,
                            (int64_t)part->source->minutes * 60000);
    plie_plan_segment *segment = &plan->segments[index];
    segment->kind = part->source->kind;
    segment->name = part->source->name;
    for (size_t i = first; i < list->count; i++)
        segment->duration_ms += list->items[i].duration_ms;
    if (plie_segment_is_main(segment->kind))
        plan->main_ms += segment->duration_ms;
}

static void write_parts(plan_making *making) {
    plie_plan *plan = making->plan;
    int64_t room = 0;
    for (size_t i = 0; i < making->part_count; i++)
        room += plie_part_intervals(&making->parts[i]) + 1;
    plie_interval_list list = {.items = PLIE_NEW_ARRAY(making->arena, (size_t)room, plie_interval)};
    plan->segments = PLIE_NEW_ARRAY(making->arena, making->part_count + 1, plie_plan_segment);
    for (size_t i = 0; i < making->part_count; i++)
        if (has_work(&making->parts[i], making->parts[i].chain))
            write_part(making, &list, &making->parts[i]);
    plan->intervals = list.items;
    plan->interval_count = list.count;
}

/* Start times, what comes next, and whose pace it is. */
static void finish_intervals(plie_plan *plan) {
    int segment = -1;
    for (size_t i = 0; i < plan->interval_count; i++) {
        plie_interval *interval = &plan->intervals[i];
        interval->start_ms = plan->total_ms;
        plan->total_ms += interval->duration_ms;
        interval->self_paced = plan->choices.self_paced && interval->tempo_ms > 0;
        bool leads = interval->kind == PLIE_PREPARE || interval->kind == PLIE_TRANSITION;
        if (!leads && interval->segment != segment) {
            segment = interval->segment;
            plan->segments[segment].start_ms = interval->start_ms;
        }
    }
    const plie_exercise *next = NULL;
    for (size_t i = plan->interval_count; i > 0; i--) {
        plie_interval *interval = &plan->intervals[i - 1];
        if (interval->kind == PLIE_WORK)
            next = interval->exercise;
        else
            interval->next = next;
    }
}

static const char *reason_of(const plan_making *making, const plie_part *part,
                             const plie_part_step *step) {
    if (step->state == PLIE_STEP_NO_FORM)
        return "no low-impact form";
    int minutes = fills_minutes(part) ? part->source->minutes : making->choices->minutes;
    return plie_arena_printf(making->arena, "to fit %d %s", minutes,
                             minutes == 1 ? "minute" : "minutes");
}

static size_t count_left_out(const plan_making *making) {
    size_t count = 0;
    for (size_t p = 0; p < making->part_count; p++)
        for (size_t i = 0; i < making->parts[p].chain; i++)
            for (size_t s = 0; s < making->parts[p].runs[i].step_count; s++)
                count += making->parts[p].runs[i].steps[s].state != PLIE_STEP_DONE;
    return count;
}

static void list_left_out(plan_making *making) {
    plie_plan *plan = making->plan;
    plan->left_out = PLIE_NEW_ARRAY(making->arena, count_left_out(making) + 1, plie_left_out);
    int segment = 0;
    for (size_t p = 0; p < making->part_count; p++) {
        const plie_part *part = &making->parts[p];
        /* A segment that is left out altogether is listed under the one in its place. */
        int last = (int)plan->segment_count - 1;
        int listed_under = segment < last ? segment : last;
        for (size_t i = 0; i < part->chain; i++)
            for (size_t s = 0; s < part->runs[i].step_count; s++) {
                const plie_part_step *step = &part->runs[i].steps[s];
                if (step->state == PLIE_STEP_DONE)
                    continue;
                plan->left_out[plan->left_out_count++] =
                    (plie_left_out){.segment = listed_under,
                                    .exercise = step->exercise,
                                    .side = step->source->side,
                                    .reason = reason_of(making, part, step)};
            }
        segment += has_work(part, part->chain);
    }
}

plie_plan *plie_plan_make(const plie_program *program, const plie_choices *choices,
                          plie_diagnostics *findings) {
    plie_plan *plan = plan_new(program, choices);
    plan_making making = {.program = program,
                          .choices = choices,
                          .arena = plan->arena,
                          .scratch = plie_arena_new(),
                          .plan = plan};
    make_parts(&making);
    settle_parts(&making);
    bool possible = is_possible(&making, findings);
    if (possible) {
        write_parts(&making);
        finish_intervals(plan);
        list_left_out(&making);
    }
    plie_arena_free(making.scratch);
    if (possible)
        return plan;
    plie_plan_free(plan);
    return NULL;
}

void plie_plan_free(plie_plan *plan) {
    if (plan != NULL)
        plie_arena_free(plan->arena);
}

static void *copy_items(plie_arena *arena, const void *items, size_t count, size_t size) {
    void *copy = plie_arena_alloc(arena, count + 1, size);
    if (count > 0)
        memcpy(copy, items, count * size);
    return copy;
}

plie_plan *plie_plan_copy(const plie_plan *plan) {
    plie_arena *arena = plie_arena_new();
    plie_plan *copy = PLIE_NEW(arena, plie_plan);
    *copy = *plan;
    copy->arena = arena;
    copy->note = plan->note != NULL ? plie_arena_strdup(arena, plan->note) : NULL;
    copy->segments = copy_items(arena, plan->segments, plan->segment_count, sizeof *plan->segments);
    copy->intervals =
        copy_items(arena, plan->intervals, plan->interval_count, sizeof *plan->intervals);
    copy->left_out =
        copy_items(arena, plan->left_out, plan->left_out_count, sizeof *plan->left_out);
    for (size_t i = 0; i < copy->left_out_count; i++)
        copy->left_out[i].reason = plie_arena_strdup(arena, plan->left_out[i].reason);
    return copy;
}
