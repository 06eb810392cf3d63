#include "plan/plan.h"
#include <string.h>

static bool leads(const plie_interval *interval) {
    return interval->kind == PLIE_PREPARE || interval->kind == PLIE_TRANSITION;
}

static size_t first_work(const plie_plan *plan, int first) {
    size_t i = first < 0 ? 0 : (size_t)first;
    while (i < plan->interval_count && plan->intervals[i].kind != PLIE_WORK)
        i++;
    return i;
}

static int64_t prepare_ms(const plie_plan *plan) {
    const plie_interval *first = &plan->intervals[0];
    return first->kind == PLIE_PREPARE ? first->duration_ms : (int64_t)PLIE_PREPARE_S * 1000;
}

/* The work from there on, after a prepare that leads to it; segments keep their old indexes. */
static void take_intervals(plie_plan *plan, const plie_plan *whole, size_t work) {
    const size_t count = whole->interval_count - work;
    const plie_interval *from = &whole->intervals[work];
    plan->intervals = PLIE_NEW_ARRAY(plan->arena, count + 1, plie_interval);
    plan->interval_count = count + 1;
    plan->intervals[0] = (plie_interval){.kind = PLIE_PREPARE,
                                         .segment = from->segment,
                                         .next = from->exercise,
                                         .name = "Get ready",
                                         .duration_ms = prepare_ms(whole)};
    memcpy(&plan->intervals[1], from, count * sizeof *from);
}

static void drop_segments(plie_plan *plan, int count) {
    plan->segments += count;
    plan->segment_count -= (size_t)count;
    for (size_t i = 0; i < plan->interval_count; i++)
        plan->intervals[i].segment -= count;
}

static void drop_left_out(plie_plan *plan, int segments) {
    size_t kept = 0;
    for (size_t i = 0; i < plan->left_out_count; i++) {
        plan->left_out[kept] = plan->left_out[i];
        plan->left_out[kept].segment -= segments;
        kept += plan->left_out[kept].segment >= 0;
    }
    plan->left_out_count = kept;
}

static void drop_replaced(plie_plan *plan, int segments) {
    size_t kept = 0;
    for (size_t i = 0; i < plan->replaced_count; i++) {
        plan->replaced[kept] = plan->replaced[i];
        plan->replaced[kept].segment -= segments;
        kept += plan->replaced[kept].segment >= 0;
    }
    plan->replaced_count = kept;
}

static void set_times(plie_plan *plan) {
    plan->total_ms = plan->main_ms = 0;
    for (size_t i = 0; i < plan->segment_count; i++)
        plan->segments[i].duration_ms = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        plie_interval *interval = &plan->intervals[i];
        plie_plan_segment *segment = &plan->segments[interval->segment];
        interval->start_ms = plan->total_ms;
        plan->total_ms += interval->duration_ms;
        if (leads(interval))
            continue;
        if (segment->duration_ms == 0)
            segment->start_ms = interval->start_ms;
        segment->duration_ms += interval->duration_ms;
        if (plie_segment_is_main(segment->kind))
            plan->main_ms += interval->duration_ms;
    }
}

plie_plan *plie_plan_from(const plie_plan *plan, int first) {
    const size_t work = first_work(plan, first);
    if (work >= plan->interval_count)
        return NULL;
    plie_plan *rest = plie_plan_copy(plan);
    const int gone = plan->intervals[work].segment;
    take_intervals(rest, plan, work);
    drop_segments(rest, gone);
    drop_left_out(rest, gone);
    drop_replaced(rest, gone);
    set_times(rest);
    return rest;
}
