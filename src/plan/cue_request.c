#include "plan/cue_request.h"
#include "plan/cue_map.h"
#include <ctype.h>

enum {
    FORM_WORDS = 6,
    SET_UP_WORDS = 8,
    LATE_MS = 2000,
    SOON_MS = 1000, /* "rest +1 s" */
    NEXT_UP_MS = 3000,
    NEXT_UP_BEFORE_END_MS = 8000,
    FORM_MS = 5000,
    REPEATED_FROM_MS = 30000,
    SET_UP_FROM_MS = 20000,
    HALFWAY_FROM_MS = 30000,
    TEN_SECONDS_FROM_MS = 40000,
    TICKS_ONLY_MS = 3000,
    COUNTED_REPS = 5,
    SPOKEN_COUNT_MS = 800, /* a counted rep lasts at least this long, or the words run together */
};

static bool speaks_english(const char *language) {
    return language == NULL ||
           (tolower((unsigned char)language[0]) == 'e' &&
            tolower((unsigned char)language[1]) == 'n' && !isalpha((unsigned char)language[2]));
}

static int *next_works(plie_arena *arena, const plie_plan *plan) {
    int *next_work = PLIE_NEW_ARRAY(arena, plan->interval_count + 1, int);
    int next = -1;
    for (size_t i = plan->interval_count; i-- > 0;) {
        next_work[i] = next;
        if (plan->intervals[i].kind == PLIE_WORK)
            next = (int)i;
    }
    return next_work;
}

static int *turns(plie_arena *arena, const plie_plan *plan) {
    int *turn = PLIE_NEW_ARRAY(arena, plan->interval_count + 1, int);
    plie_cue_map done = {0};
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        bool added = false;
        if (interval->kind == PLIE_WORK)
            turn[i] = plie_cue_map_at(&done, interval->exercise->id, &added)->value++;
    }
    plie_cue_map_free(&done);
    return turn;
}

void plie_cue_context_init(plie_cue_context *context, plie_arena *arena, const plie_plan *plan) {
    *context = (plie_cue_context){
        .arena = arena,
        .plan = plan,
        .next_work = next_works(arena, plan),
        .turn = turns(arena, plan),
        .speaks = speaks_english(plan->language),
    };
}

static bool has_next(const plie_plan *plan, int interval) {
    return (size_t)interval + 1 < plan->interval_count;
}

bool plie_cue_is_followed_by_work(const plie_plan *plan, int interval) {
    return has_next(plan, interval) && plan->intervals[interval + 1].kind == PLIE_WORK;
}

bool plie_cue_counts_before_end(const plie_plan *plan, int interval) {
    const plie_interval *at = &plan->intervals[interval];
    if (at->self_paced && at->kind == PLIE_WORK)
        return false;
    return (at->kind == PLIE_WORK && plie_interval_is_timed_work(at)) ||
           plie_cue_is_followed_by_work(plan, interval);
}

static void request(plie_line_requests *requests, plie_line_request line) {
    if (line.line.count > 0 && requests->count < PLIE_REQUEST_LIMIT)
        requests->items[requests->count++] = line;
}

static bool is_rest(const plie_interval *interval) {
    return interval->kind == PLIE_REST || interval->kind == PLIE_ROUND_REST;
}

static const plie_interval *work_after(const plie_cue_context *context, int interval) {
    const int next = context->next_work[interval];
    return next < 0 ? NULL : &context->plan->intervals[next];
}

static void add_prepare(const plie_cue_context *context, int interval,
                        plie_line_requests *requests) {
    const plie_interval *work = work_after(context, interval);
    if (work != NULL)
        request(requests, (plie_line_request){.rank = PLIE_LINE_NEXT_UP,
                                              .offset_ms = SOON_MS,
                                              .late_ms = LATE_MS,
                                              .early_ms = SOON_MS,
                                              .line = plie_cue_first(context->arena, work)});
}

/* The name of the segment comes first and pushes the next-up as far as it needs. */
static void add_transition(const plie_cue_context *context, int interval,
                           plie_line_requests *requests) {
    const plie_interval *transition = &context->plan->intervals[interval];
    const plie_interval *work = work_after(context, interval);
    const plie_plan_segment *segment = &context->plan->segments[transition->segment];
    request(requests, (plie_line_request){.rank = PLIE_LINE_PHASE,
                                          .offset_ms = SOON_MS,
                                          .late_ms = LATE_MS,
                                          .line = plie_cue_segment(context->arena, segment)});
    if (work != NULL)
        request(requests, (plie_line_request){.rank = PLIE_LINE_NEXT_UP,
                                              .offset_ms = SOON_MS,
                                              .late_ms = transition->duration_ms,
                                              .line = plie_cue_next_up(context->arena, work)});
}

static void add_set_up(const plie_cue_context *context, int interval,
                       plie_line_requests *requests) {
    const plie_interval *rest = &context->plan->intervals[interval];
    const int next = context->next_work[interval];
    const plie_exercise *exercise = context->plan->intervals[next].exercise;
    request(requests,
            (plie_line_request){.rank = PLIE_LINE_FORM,
                                .offset_ms = rest->duration_ms / 2,
                                .late_ms = LATE_MS,
                                .line = plie_cue_form(context->arena, exercise,
                                                      context->turn[next] + 1, SET_UP_WORDS)});
}

static void add_rest(const plie_cue_context *context, int interval, plie_line_requests *requests) {
    const plie_interval *rest = &context->plan->intervals[interval];
    const plie_interval *work = work_after(context, interval);
    if (work != NULL && rest->duration_ms >= PLIE_CUE_SHORTEST_REST_MS) {
        const plie_line_forms next_up = plie_cue_next_up(context->arena, work);
        request(requests, (plie_line_request){.rank = PLIE_LINE_NEXT_UP,
                                              .offset_ms = NEXT_UP_MS,
                                              .late_ms = LATE_MS,
                                              .early_ms = NEXT_UP_MS,
                                              .line = next_up});
        if (rest->duration_ms >= REPEATED_FROM_MS)
            request(requests, (plie_line_request){.rank = PLIE_LINE_NEXT_UP,
                                                  .from_end = true,
                                                  .offset_ms = -NEXT_UP_BEFORE_END_MS,
                                                  .late_ms = LATE_MS,
                                                  .line = next_up});
    }
    if (work != NULL && rest->duration_ms >= SET_UP_FROM_MS)
        add_set_up(context, interval, requests);
    request(requests, (plie_line_request){.rank = PLIE_LINE_PRAISE,
                                          .offset_ms = SOON_MS,
                                          .late_ms = LATE_MS,
                                          .line = plie_cue_rest(context->arena, rest)});
}

static bool needs_next_up(const plie_cue_context *context, int interval) {
    if (!has_next(context->plan, interval))
        return false;
    const plie_interval *next = &context->plan->intervals[interval + 1];
    return next->kind == PLIE_WORK || ((is_rest(next) || next->kind == PLIE_TRANSITION) &&
                                       next->duration_ms < PLIE_CUE_SHORTEST_REST_MS);
}

/* Nobody knows when self-paced work ends: there the next-up comes 8 s after its start, or half
 * way through shorter work. */
static void add_next_up(const plie_cue_context *context, int interval,
                        plie_line_requests *requests) {
    const plie_interval *at = &context->plan->intervals[interval];
    const plie_interval *work = work_after(context, interval);
    if (!needs_next_up(context, interval) || work == NULL)
        return;
    plie_line_request next_up = {.rank = PLIE_LINE_NEXT_UP,
                                 .late_ms = LATE_MS,
                                 .line = plie_cue_next_up(context->arena, work)};
    if (at->self_paced) {
        const int64_t half = at->duration_ms / 2;
        next_up.offset_ms = half < NEXT_UP_BEFORE_END_MS ? half : NEXT_UP_BEFORE_END_MS;
    } else {
        next_up.from_end = true;
        next_up.offset_ms = -NEXT_UP_BEFORE_END_MS;
    }
    request(requests, next_up);
}

static void add_half(const plie_interval *work, plie_line_requests *requests) {
    if (work->side == PLIE_ALTERNATE)
        request(requests, (plie_line_request){.rank = PLIE_LINE_SWITCH,
                                              .offset_ms = work->duration_ms / 2,
                                              .late_ms = SOON_MS,
                                              .line = plie_cue_fixed("Switch sides.")});
    else if (work->duration_ms >= HALFWAY_FROM_MS && !work->self_paced)
        request(requests, (plie_line_request){.rank = PLIE_LINE_HALFWAY,
                                              .offset_ms = work->duration_ms / 2,
                                              .late_ms = SOON_MS,
                                              .line = plie_cue_fixed("Halfway.")});
}

static void add_ten_seconds(const plie_interval *work, plie_line_requests *requests) {
    if (plie_interval_is_timed_work(work) && work->duration_ms >= TEN_SECONDS_FROM_MS)
        request(requests, (plie_line_request){.rank = PLIE_LINE_HALFWAY,
                                              .from_end = true,
                                              .offset_ms = -10000,
                                              .late_ms = SOON_MS,
                                              .line = plie_cue_fixed("Ten seconds.")});
}

static void add_countdown(const plie_interval *work, plie_line_requests *requests) {
    if (work->reps == 0 || work->hold_ms > 0 || work->self_paced ||
        work->tempo_ms < SPOKEN_COUNT_MS)
        return;
    const int reps = plie_interval_rep_count(work);
    for (int left = reps < COUNTED_REPS ? reps : COUNTED_REPS; left > 0; left--) {
        const int64_t bottom = plie_interval_rep_ms(work, reps - left + 1);
        if (bottom < work->duration_ms - TICKS_ONLY_MS)
            request(requests, (plie_line_request){.rank = PLIE_LINE_COUNTDOWN,
                                                  .offset_ms = bottom,
                                                  .line = plie_cue_fixed(plie_cue_count(left))});
    }
}

/* A trainer's words are about the exercise as written, not about the one that took its place. */
static bool is_as_written(const plie_interval *work) {
    if (work->source == NULL)
        return false;
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        if (work->source->exercises[level] == work->exercise)
            return true;
    return false;
}

static void add_form(const plie_cue_context *context, int interval, plie_line_requests *requests) {
    const plie_interval *work = &context->plan->intervals[interval];
    plie_line_request form = {.rank = PLIE_LINE_FORM, .offset_ms = FORM_MS, .late_ms = LATE_MS};
    const plie_step *source = is_as_written(work) ? work->source : NULL;
    if (source != NULL && source->clip != NULL) {
        form.clip = source->clip;
        form.line = plie_cue_fixed(
            source->say != NULL ? source->say : plie_cue_name(context->arena, work->exercise));
    } else if (source != NULL && source->say != NULL) {
        form.line = plie_cue_fixed(source->say);
    } else {
        form.line =
            plie_cue_form(context->arena, work->exercise, context->turn[interval], FORM_WORDS);
    }
    request(requests, form);
}

static void add_work(const plie_cue_context *context, int interval, plie_line_requests *requests) {
    const plie_interval *work = &context->plan->intervals[interval];
    add_next_up(context, interval, requests);
    add_half(work, requests);
    add_ten_seconds(work, requests);
    add_countdown(work, requests);
    add_form(context, interval, requests);
}

static void add_closing(plie_line_requests *requests) {
    request(requests, (plie_line_request){.rank = PLIE_LINE_PRAISE,
                                          .from_end = true,
                                          .late_ms = LATE_MS,
                                          .line = plie_cue_fixed("Well done. Workout complete.")});
}

static void keep_clips_only(plie_line_requests *requests) {
    int kept = 0;
    for (int i = 0; i < requests->count; i++)
        if (requests->items[i].clip != NULL)
            requests->items[kept++] = requests->items[i];
    requests->count = kept;
}

/* By rank; lines of one rank stay in the order in which they were asked for. */
static void sort(plie_line_requests *requests) {
    for (int i = 1; i < requests->count; i++) {
        const plie_line_request line = requests->items[i];
        int at = i;
        for (; at > 0 && requests->items[at - 1].rank > line.rank; at--)
            requests->items[at] = requests->items[at - 1];
        requests->items[at] = line;
    }
}

plie_line_requests plie_cue_requests(const plie_cue_context *context, int interval) {
    plie_line_requests requests = {.count = 0};
    switch (context->plan->intervals[interval].kind) {
    case PLIE_PREPARE:
        add_prepare(context, interval, &requests);
        break;
    case PLIE_TRANSITION:
        add_transition(context, interval, &requests);
        break;
    case PLIE_SWITCH:
        request(&requests, (plie_line_request){.rank = PLIE_LINE_SWITCH,
                                               .late_ms = LATE_MS,
                                               .line = plie_cue_fixed("Switch sides.")});
        break;
    case PLIE_REST:
    case PLIE_ROUND_REST:
        add_rest(context, interval, &requests);
        break;
    case PLIE_WORK:
        add_work(context, interval, &requests);
        break;
    }
    if (!has_next(context->plan, interval))
        add_closing(&requests);
    if (!context->speaks)
        keep_clips_only(&requests);
    sort(&requests);
    return requests;
}
