#include "screens/timeline.h"

#include "base/text.h"
#include "plan/tastes.h"
#include "screens/workout_text.h"

/* What a segment left out and replaced, found by its number. */
typedef struct {
    size_t *next; /* of each change: the one after it in its segment */
    size_t *first;
    size_t *last;
} change_lists;

#define NO_CHANGE SIZE_MAX
#define ALIKE_SIZE 1024 /* of names in one line, where a single one is that long, */
#define ALIKE_USUAL 280 /* and where there are several */

static plie_timeline_row *add_row(plie_timeline *timeline, plie_timeline_kind kind, int segment,
                                  int interval) {
    plie_timeline_row *row = &timeline->rows[timeline->count++];
    *row = (plie_timeline_row){.kind = kind, .segment = segment, .interval = interval};
    return row;
}

static void add_text(plie_timeline *timeline, plie_timeline_kind kind, const char *text) {
    if (text && *text)
        add_row(timeline, kind, -1, -1)->text = text;
}

static void add_labelled(plie_timeline *timeline, const char *label, const char *text) {
    if (text && *text)
        add_text(timeline, PLIE_TIMELINE_ABOUT,
                 plie_arena_printf(timeline->arena, "%s: %s", label, text));
}

static const char *joined(plie_arena *arena, plie_texts texts) {
    plie_text text = {0};
    for (size_t i = 0; i < texts.count; i++)
        plie_text_addf(&text, "%s%s", i > 0 ? ", " : "", texts.items[i]);
    const char *copy = plie_arena_strdup(arena, plie_text_string(&text));
    plie_text_free(&text);
    return copy;
}

/* What may not be missed, though a small window opens at the plan. */
static const char *pinned_text(plie_arena *arena, const char *note, size_t cautions) {
    bool noted = note && *note;
    if (cautions == 0)
        return noted ? note : NULL;
    return plie_arena_printf(arena, "%s%s%zu\u00a0caution%s:\u00a0read", noted ? note : "",
                             noted ? " " : "", cautions, cautions == 1 ? "" : "s");
}

static void add_about(plie_timeline *timeline, plie_plan *plan, const plie_program *program) {
    timeline->pinned =
        pinned_text(timeline->arena, plan->note, program ? program->cautions.count : 0);
    add_text(timeline, PLIE_TIMELINE_CAUTION, plan->note);
    if (!program)
        return;
    for (size_t i = 0; i < program->cautions.count; i++)
        add_text(timeline, PLIE_TIMELINE_CAUTION, program->cautions.items[i]);
    add_text(timeline, PLIE_TIMELINE_ABOUT, program->summary);
    plie_texts equipment = plie_plan_equipment(plan);
    add_labelled(timeline, "Have ready", joined(timeline->arena, equipment));
}

static void add_origin(plie_timeline *timeline, const plie_program *program) {
    if (!program)
        return;
    add_labelled(timeline, "By", program->author);
    add_labelled(timeline, "Source", program->source);
}

static bool begins_round(const plie_plan *plan, size_t interval, int before) {
    const plie_interval *here = &plan->intervals[interval];
    if (before < 0 || plan->intervals[before].segment != here->segment)
        return true;
    const plie_interval *there = &plan->intervals[before];
    return there->circuit != here->circuit || there->round != here->round ||
           there->rounds != here->rounds;
}

/* Of a segment's first round or of each later one: "Round 2 of 3". A single round has no name,
 * unless another circuit began before it. */
static void add_round(plie_timeline *timeline, size_t interval, int before) {
    const plie_plan *plan = timeline->plan;
    const plie_interval *here = &plan->intervals[interval];
    if (here->round < 1 || !begins_round(plan, interval, before))
        return;
    bool later = before >= 0 && plan->intervals[before].segment == here->segment &&
                 plan->intervals[before].circuit != here->circuit;
    const char *text = NULL;
    if (here->rounds > 1 && later)
        text = plie_arena_printf(timeline->arena, "Then \u00b7 round %d of %d", here->round,
                                 here->rounds);
    else if (here->rounds > 1)
        text = plie_arena_printf(timeline->arena, "Round %d of %d", here->round, here->rounds);
    else if (later)
        text = "Then";
    if (text)
        add_row(timeline, PLIE_TIMELINE_ROUND, here->segment, (int)interval)->text = text;
}

static void add_heading(plie_timeline *timeline, size_t segment, int interval) {
    timeline->headings[segment] = timeline->count;
    add_row(timeline, PLIE_TIMELINE_SEGMENT, (int)segment, interval);
}

static change_lists list_changes(plie_timeline *timeline) {
    const plie_plan *plan = timeline->plan;
    size_t count = plan->left_out_count + plan->replaced_count;
    change_lists lists = {
        .next = PLIE_NEW_ARRAY(timeline->arena, count + 1, size_t),
        .first = PLIE_NEW_ARRAY(timeline->arena, plan->segment_count + 1, size_t),
        .last = PLIE_NEW_ARRAY(timeline->arena, plan->segment_count + 1, size_t),
    };
    for (size_t i = 0; i < plan->segment_count; i++)
        lists.first[i] = lists.last[i] = NO_CHANGE;
    for (size_t i = 0; i < count; i++) {
        bool replaced = i >= plan->left_out_count;
        int segment =
            replaced ? plan->replaced[i - plan->left_out_count].segment : plan->left_out[i].segment;
        lists.next[i] = NO_CHANGE;
        if (segment < 0 || (size_t)segment >= plan->segment_count)
            continue;
        if (lists.last[segment] == NO_CHANGE)
            lists.first[segment] = i;
        else
            lists.next[lists.last[segment]] = i;
        lists.last[segment] = i;
    }
    return lists;
}

/* The same exercise is told once, though right and left are left out each. */
static bool is_told(const plie_plan *plan, size_t index) {
    if (index == 0)
        return false;
    const plie_left_out *here = &plan->left_out[index], *before = &plan->left_out[index - 1];
    return here->exercise == before->exercise && here->segment == before->segment &&
           SDL_strcmp(here->reason, before->reason) == 0;
}

static void add_left_out(plie_timeline *timeline, size_t index) {
    const plie_plan *plan = timeline->plan;
    const plie_left_out *out = &plan->left_out[index];
    if (is_told(plan, index))
        return;
    bool both = index + 1 < plan->left_out_count && is_told(plan, index + 1);
    char side[32] = "";
    if (!both && plie_is_one_leg(out->side)) {
        side[0] = ',';
        side[1] = ' ';
        plie_uncapitalised(side + 2, sizeof side - 2, plie_side_text(out->side));
    }
    plie_timeline_row *row = add_row(timeline, PLIE_TIMELINE_CHANGE, out->segment, -1);
    row->exercise = out->exercise;
    row->text = plie_arena_printf(timeline->arena, "Left out %s: %s%s", out->reason,
                                  out->exercise->name, side);
}

static void add_replaced(plie_timeline *timeline, const plie_replaced *replaced) {
    plie_timeline_row *row = add_row(timeline, PLIE_TIMELINE_CHANGE, replaced->segment, -1);
    row->exercise = replaced->from;
    row->text = plie_arena_printf(timeline->arena, "%s instead of %s, %s", replaced->to->name,
                                  replaced->from->name, replaced->reason);
}

/* A taste has a line of its own, whose card can take it back. */
static bool is_of_own(const plie_plan *plan, size_t index) {
    return index >= plan->left_out_count ||
           SDL_strcmp(plan->left_out[index].reason, plie_reason_avoided) == 0;
}

static bool is_alike(const plie_plan *plan, size_t index, const char *reason) {
    return index != NO_CHANGE && !is_of_own(plan, index) &&
           SDL_strcmp(plan->left_out[index].reason, reason) == 0;
}

/* Many of one reason are a line of names, which has no card; very many are several. Returns the
 * last of them. */
static size_t add_alike(plie_timeline *timeline, const change_lists *lists, size_t first) {
    const plie_plan *plan = timeline->plan;
    const plie_left_out *out = &plan->left_out[first];
    char names[ALIKE_SIZE] = "";
    size_t last = first, count = 0;
    for (size_t i = first; is_alike(plan, i, out->reason); i = lists->next[i]) {
        const char *name = plan->left_out[i].exercise->name;
        if (i == first || !is_told(plan, i)) {
            if (SDL_strlen(names) + SDL_strlen(name) + 3 > (count > 0 ? ALIKE_USUAL : ALIKE_SIZE))
                break;
            SDL_strlcat(names, count++ > 0 ? ", " : "", sizeof names);
            SDL_strlcat(names, name, sizeof names);
        }
        last = i;
    }
    if (count < 2) {
        add_left_out(timeline, first);
        return last;
    }
    plie_timeline_row *row = add_row(timeline, PLIE_TIMELINE_CHANGE, out->segment, -1);
    row->text = plie_arena_printf(timeline->arena, "Left out %s: %s", out->reason, names);
    return last;
}

static void add_changes(plie_timeline *timeline, const change_lists *lists, size_t segment) {
    const plie_plan *plan = timeline->plan;
    for (size_t i = lists->first[segment]; i != NO_CHANGE; i = lists->next[i]) {
        if (!is_of_own(plan, i))
            i = add_alike(timeline, lists, i);
        else if (i < plan->left_out_count)
            add_left_out(timeline, i);
        else
            add_replaced(timeline, &plan->replaced[i - plan->left_out_count]);
    }
}

static bool leads_in(const plie_interval *interval) {
    return interval->kind == PLIE_PREPARE || interval->kind == PLIE_TRANSITION;
}

static void add_interval(plie_timeline *timeline, size_t index, int *last_work) {
    const plie_interval *interval = &timeline->plan->intervals[index];
    bool work = interval->kind == PLIE_WORK;
    if (work)
        add_round(timeline, index, *last_work);
    plie_timeline_row *row = add_row(timeline, work ? PLIE_TIMELINE_WORK : PLIE_TIMELINE_PAUSE,
                                     interval->segment, (int)index);
    row->exercise = interval->exercise;
    if (work)
        *last_work = (int)index;
}

/* A segment of which nothing is left has its heading too, for what was left out. */
static void add_plan(plie_timeline *timeline) {
    const plie_plan *plan = timeline->plan;
    change_lists changes = list_changes(timeline);
    size_t at = 0;
    int last_work = -1;
    for (size_t segment = 0; segment < plan->segment_count; segment++) {
        for (; at < plan->interval_count && plan->intervals[at].segment == (int)segment &&
               leads_in(&plan->intervals[at]);
             at++)
            add_interval(timeline, at, &last_work);
        add_heading(timeline, segment, (int)SDL_min(at, plan->interval_count - 1));
        for (; at < plan->interval_count && plan->intervals[at].segment == (int)segment; at++)
            add_interval(timeline, at, &last_work);
        add_changes(timeline, &changes, segment);
    }
}

static size_t row_limit(const plie_plan *plan, const plie_program *program) {
    return plan->interval_count * 2 + plan->segment_count + plan->left_out_count +
           plan->replaced_count + (program ? program->cautions.count : 0) + 8;
}

plie_timeline *plie_timeline_new(plie_plan *plan, const plie_program *program) {
    plie_arena *arena = plie_arena_new();
    plie_timeline *timeline = PLIE_NEW(arena, plie_timeline);
    timeline->arena = arena;
    timeline->plan = plan;
    timeline->rows = PLIE_NEW_ARRAY(arena, row_limit(plan, program), plie_timeline_row);
    timeline->headings = PLIE_NEW_ARRAY(arena, plan->segment_count + 1, size_t);
    add_about(timeline, plan, program);
    add_plan(timeline);
    add_origin(timeline, program);
    plie_timeline_first(timeline);
    return timeline;
}

void plie_timeline_free(plie_timeline *timeline) {
    if (timeline)
        plie_arena_free(timeline->arena);
}

int plie_timeline_start_of(const plie_plan *plan, int interval) {
    if (interval > 0 && plan->intervals[interval - 1].kind != PLIE_WORK)
        return interval - 1;
    return interval;
}
