#include "plan/plan_report.h"

static const char *reason_of(const plie_plan *plan, const plie_part *part,
                             const plie_part_step *step) {
    if (step->state == PLIE_STEP_NO_FORM)
        return "no low-impact form";
    if (step->state == PLIE_STEP_AVOIDED)
        return plie_reason_avoided;
    if (part->shortened)
        return part->source->kind == PLIE_WARMUP ? "for a short warm-up" : "for a short stretch";
    int minutes = part->length_ms > 0 ? part->source->minutes : plan->choices.minutes;
    return plie_arena_printf(plan->arena, "to fit %d %s", minutes,
                             minutes == 1 ? "minute" : "minutes");
}

static size_t count_steps(const plie_part *parts, size_t count, bool done) {
    size_t steps = 0;
    for (size_t p = 0; p < count; p++)
        for (size_t i = 0; i < parts[p].chain; i++)
            for (size_t s = 0; s < parts[p].runs[i].step_count; s++)
                steps += (parts[p].runs[i].steps[s].state == PLIE_STEP_DONE) == done;
    return steps;
}

static void add_left_out(plie_plan *plan, const plie_part *part, int segment) {
    for (size_t i = 0; i < part->chain; i++)
        for (size_t s = 0; s < part->runs[i].step_count; s++) {
            const plie_part_step *step = &part->runs[i].steps[s];
            if (step->state == PLIE_STEP_DONE)
                continue;
            plan->left_out[plan->left_out_count++] =
                (plie_left_out){.segment = segment,
                                .exercise = step->exercise,
                                .side = step->source->side,
                                .reason = reason_of(plan, part, step)};
        }
}

void plie_report_left_out(plie_plan *plan, const plie_part *parts, size_t count) {
    plan->left_out =
        PLIE_NEW_ARRAY(plan->arena, count_steps(parts, count, false) + 1, plie_left_out);
    int segment = 0;
    for (size_t p = 0; p < count; p++) {
        /* A segment that is left out altogether is listed under the one in its place. */
        int last = (int)plan->segment_count - 1;
        add_left_out(plan, &parts[p], segment < last ? segment : last);
        segment += plie_part_has_work(&parts[p], parts[p].chain);
    }
}

/* Steps that follow each other in a segment are often replaced alike. */
static bool is_listed(const plie_plan *plan, size_t first, const plie_part_step *step) {
    for (size_t i = plan->replaced_count; i > first; i--)
        if (plan->replaced[i - 1].from == step->instead_of &&
            plan->replaced[i - 1].to == step->exercise)
            return true;
    return false;
}

static void add_replaced(plie_plan *plan, const plie_part *part, int segment) {
    size_t first = plan->replaced_count;
    for (size_t i = 0; i < part->chain; i++)
        for (size_t s = 0; s < part->runs[i].step_count; s++) {
            const plie_part_step *step = &part->runs[i].steps[s];
            if (step->state != PLIE_STEP_DONE || step->instead_of == NULL ||
                is_listed(plan, first, step))
                continue;
            plan->replaced[plan->replaced_count++] =
                (plie_replaced){.segment = segment,
                                .from = step->instead_of,
                                .to = step->exercise,
                                .reason = step->reason,
                                .avoided = step->reason == plie_reason_avoided};
        }
}

void plie_report_replaced(plie_plan *plan, const plie_part *parts, size_t count) {
    size_t room = count_steps(parts, count, true);
    int segment = 0;
    plan->replaced = PLIE_NEW_ARRAY(plan->arena, room + 1, plie_replaced);
    for (size_t p = 0; p < count; p++) {
        if (!plie_part_has_work(&parts[p], parts[p].chain))
            continue;
        add_replaced(plan, &parts[p], segment++);
    }
}

static void add_sentence(plie_plan *plan, const char *sentence) {
    plan->note = plan->note == NULL ? plie_arena_strdup(plan->arena, sentence)
                                    : plie_arena_printf(plan->arena, "%s %s", plan->note, sentence);
}

static bool has_segment(const plie_program *program, plie_segment_kind kind, plie_level level) {
    for (size_t i = 0; i < program->segment_count; i++)
        for (size_t c = 0; c < program->segments[i].circuit_count; c++)
            if (program->segments[i].kind == kind && program->segments[i].circuits[c].levels[level])
                return true;
    return false;
}

static bool is_shortened(const plie_part *parts, size_t count, plie_segment_kind kind) {
    for (size_t p = 0; p < count; p++)
        if (parts[p].shortened && parts[p].source->kind == kind &&
            plie_part_has_work(&parts[p], parts[p].chain))
            return true;
    return false;
}

/* Exercises that were replaced for a reason, each once. */
static int count_replaced(const plie_plan *plan, const char *reason) {
    plie_cue_map ids = {0};
    int count = 0;
    for (size_t i = 0; i < plan->replaced_count; i++) {
        bool added = false;
        if (plan->replaced[i].reason == reason)
            plie_cue_map_at(&ids, plan->replaced[i].from->id, &added);
        count += added;
    }
    plie_cue_map_free(&ids);
    return count;
}

static void report_tastes(plie_plan *plan) {
    int forms = count_replaced(plan, plie_reason_form);
    int avoided = count_replaced(plan, plie_reason_avoided);
    if (forms > 0)
        add_sentence(plan, plie_arena_printf(plan->arena, "%d %s done in the form of last time.",
                                             forms, forms == 1 ? "exercise is" : "exercises are"));
    if (avoided > 0)
        add_sentence(plan, plie_arena_printf(plan->arena, "%d %s way to an easier form.", avoided,
                                             avoided == 1 ? "exercise gave" : "exercises gave"));
}

/* A number beyond all that there is to choose from counts on from the first. */
static void report_circuit(plie_plan *plan, const plie_part *parts, size_t count) {
    size_t most = 0;
    for (size_t p = 0; p < count; p++)
        if (parts[p].source->pick == PLIE_PICK_ROTATE && parts[p].run_count > most)
            most = parts[p].run_count;
    if (most == 0 || plan->choices.circuit < 0 || (size_t)plan->choices.circuit < most)
        return;
    add_sentence(plan, plie_arena_printf(plan->arena,
                                         "There %s %zu %s to start from; this starts at number "
                                         "%zu.",
                                         most == 1 ? "is" : "are", most,
                                         most == 1 ? "circuit" : "circuits",
                                         (size_t)plan->choices.circuit % most + 1));
}

void plie_report_choices(plie_plan *plan, const plie_program *program, const plie_part *parts,
                         size_t count) {
    static const struct {
        plie_segment_kind kind;
        const char *skipped, *shortened;
    } sentences[] = {
        {PLIE_WARMUP, "The warm-up is left out, as you chose: start gently.",
         "The warm-up is shorter, as you chose."},
        {PLIE_STRETCH, "The stretch is left out, as you chose.",
         "The stretch is shorter, as you chose."},
    };
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
        plie_segment_kind kind = sentences[i].kind;
        bool skipped = plie_part_length_of(&plan->choices, kind) == PLIE_PART_SKIPPED;
        if (skipped && has_segment(program, kind, plan->choices.level))
            add_sentence(plan, sentences[i].skipped);
        else if (is_shortened(parts, count, kind))
            add_sentence(plan, sentences[i].shortened);
    }
    report_circuit(plan, parts, count);
    report_tastes(plan);
}
