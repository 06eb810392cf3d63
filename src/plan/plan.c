#include "plan/plan.h"
#include "plan/fit.h"
#include "plan/plan_report.h"
#include "plan/plan_write.h"
#include <string.h>

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
    int64_t prepare_ms;
    int64_t transition_ms; /* twice as long to the floor and up */
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
    plie_taste_rules rules = plie_taste_rules_begin(making->choices);
    for (size_t i = 0; i < program->segment_count; i++)
        if (plie_part_length_of(making->choices, order[i]->kind) != PLIE_PART_SKIPPED)
            making->parts[making->part_count++] =
                plie_part_make(making->scratch, order[i], making->choices, &rules, program->levels);
    plie_taste_rules_end(&rules);
}

/* The minutes asked for, or as many as the rest of the plan leaves of the longest one. */
static int possible_minutes(const plan_making *making) {
    const int limit_ms = PLIE_PLAN_LIMIT_MS;
    int64_t room_ms = limit_ms - making->prepare_ms;
    for (size_t i = 0; i < making->part_count; i++) {
        const plie_part *part = &making->parts[i];
        if (i > 0)
            room_ms -= 2 * making->transition_ms;
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

/* A warm-up or stretch takes the length that it states or that the person chose. */
static void settle_side_part(const plan_making *making, plie_part *part) {
    if (!plie_part_has_work(part, part->chain))
        return;
    if (part->length_ms > 0)
        plie_part_fill_minutes(part);
    else if (plie_part_length_of(making->choices, part->source->kind) == PLIE_PART_SHORT)
        plie_part_shorten(part);
}

static void settle_parts(plan_making *making) {
    plie_part **main_parts = PLIE_NEW_ARRAY(making->scratch, making->part_count + 1, plie_part *);
    size_t main_count = 0;
    for (size_t i = 0; i < making->part_count; i++) {
        plie_part *part = &making->parts[i];
        if (!plie_segment_is_main(part->source->kind))
            settle_side_part(making, part);
        else if (plie_part_has_work(part, part->run_count))
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

static bool has_step_in(const plan_making *making, plie_step_state state) {
    for (size_t p = 0; p < making->part_count; p++)
        for (size_t i = 0; i < making->parts[p].run_count; i++)
            for (size_t s = 0; s < making->parts[p].runs[i].step_count; s++)
                if (making->parts[p].runs[i].steps[s].state == state)
                    return true;
    return false;
}

/* What the person chose so that nothing is left; NULL where the program itself has nothing. */
static const char *choice_to_blame(const plan_making *making) {
    bool avoided = has_step_in(making, PLIE_STEP_AVOIDED);
    bool high_impact = has_step_in(making, PLIE_STEP_NO_FORM);
    if (avoided && high_impact)
        return "you never want some of those it has, and the others have no low-impact form; take "
               "some back in the settings, or allow high impact";
    if (avoided)
        return "you never want the ones it has; take them back in the settings";
    if (high_impact)
        return "those it has have no low-impact form; allow high impact";
    return making->part_count < making->program->segment_count
               ? "you leave out the warm-up or the stretch, and it has no more"
               : NULL;
}

/* What is not the file's fault has no place in it. */
static void report_nothing_left(const plan_making *making, plie_diagnostics *findings) {
    const char *cause = choice_to_blame(making);
    bool of_file = cause == NULL;
    plie_diagnostics_add(findings, PLIE_ERROR, making->program->file,
                         of_file ? making->program->segments_place : (plie_place){0, 0},
                         of_file ? "/segments" : "", "no exercise is left to do at level %s%s%s",
                         plie_level_id(making->choices->level), of_file ? "" : ": ",
                         of_file ? "" : cause);
}

static void report_too_much(const plan_making *making, const char *problem,
                            plie_diagnostics *findings) {
    plie_diagnostics_add(
        findings, PLIE_ERROR, making->program->file, making->program->segments_place, "/segments",
        "the plan would %s at level %s", problem, plie_level_id(making->choices->level));
}

/* Adds a finding and returns false if there is nothing to do, or too much. */
static bool is_possible(const plan_making *making, plie_diagnostics *findings) {
    const int limit_ms = PLIE_PLAN_LIMIT_MS;
    int64_t total_ms = 0;
    int64_t intervals = 0;
    for (size_t i = 0; i < making->part_count; i++) {
        total_ms += plie_part_ms(&making->parts[i]);
        intervals += plie_part_intervals(&making->parts[i]);
    }
    bool possible = intervals > 0 && total_ms <= limit_ms && intervals <= INTERVAL_COUNT_LIMIT;
    if (possible || findings == NULL)
        return possible;
    if (intervals == 0)
        report_nothing_left(making, findings);
    else if (total_ms > limit_ms)
        report_too_much(making, "be longer than 8 hours", findings);
    else
        report_too_much(making, "have more than 50,000 intervals", findings);
    return false;
}

static plie_plan *plan_new(const plie_program *program, const plie_choices *choices) {
    plie_arena *arena = plie_arena_new();
    plie_plan *plan = PLIE_NEW(arena, plie_plan);
    plan->arena = arena;
    plan->program = program->name;
    plan->choices = *choices;
    plan->choices.tastes = NULL;
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

static void append_way_to(const plan_making *making, plie_interval_list *list,
                          const plie_part *part, int segment) {
    if (list->count == 0) {
        append_pause(list, PLIE_PREPARE, segment, "Get ready", making->prepare_ms);
        return;
    }
    const plie_exercise *last = list->items[list->count - 1].exercise;
    bool was_on_floor = last != NULL && plie_position_on_floor(last->position);
    int64_t ms = making->transition_ms;
    append_pause(list, PLIE_TRANSITION, segment, part->source->name,
                 was_on_floor != starts_on_floor(part) ? 2 * ms : ms);
}

static void write_part(const plan_making *making, plie_interval_list *list, const plie_part *part) {
    plie_plan *plan = making->plan;
    int index = (int)plan->segment_count++;
    append_way_to(making, list, part, index);
    size_t first = list->count;
    plie_write_part(list, part, index);
    if (part->length_ms > 0)
        plie_spread_minutes(&list->items[first], list->count - first, part->length_ms);
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
        if (plie_part_has_work(&making->parts[i], making->parts[i].chain))
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

/* Of prepare and transition. */
static int64_t gap_ms(int chosen_s, int usual_s) {
    if (chosen_s <= 0)
        return (int64_t)usual_s * 1000;
    return (int64_t)(chosen_s < PLIE_INTERVAL_LIMIT_S ? chosen_s : PLIE_INTERVAL_LIMIT_S) * 1000;
}

plie_plan *plie_plan_make(const plie_program *program, const plie_choices *choices,
                          plie_diagnostics *findings) {
    plie_plan *plan = plan_new(program, choices);
    plan_making making = {.program = program,
                          .choices = choices,
                          .arena = plan->arena,
                          .scratch = plie_arena_new(),
                          .prepare_ms = gap_ms(choices->prepare_s, PLIE_PREPARE_S),
                          .transition_ms = gap_ms(choices->transition_s, PLIE_TRANSITION_S),
                          .plan = plan};
    make_parts(&making);
    settle_parts(&making);
    bool possible = is_possible(&making, findings);
    if (possible) {
        write_parts(&making);
        finish_intervals(plan);
        plie_report_left_out(plan, making.parts, making.part_count);
        plie_report_replaced(plan, making.parts, making.part_count);
        plie_report_choices(plan, program, making.parts, making.part_count);
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
    copy->replaced =
        copy_items(arena, plan->replaced, plan->replaced_count, sizeof *plan->replaced);
    return copy;
}
