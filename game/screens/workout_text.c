#include "screens/workout_text.h"

#include "screens/numbers.h"

#include <SDL.h>

static bool in_last_round(const plie_interval *interval) {
    return interval->rounds > 1 && interval->round == interval->rounds;
}

/* Appends a part, with a dot between it and what stands before it. */
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
static void
add_part(char *text, size_t size, const char *format, ...) {
    char part[PLIE_LINE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    SDL_vsnprintf(part, sizeof part, format, arguments);
    va_end(arguments);
    if (*text)
        SDL_strlcat(text, " \u00b7 ", size);
    SDL_strlcat(text, part, size);
}

/* An exercise's number among those of its circuit; where circuits of one round follow each other,
 * among those of all: it would seem to be set back at each. */
typedef struct {
    int step, steps;
} numbered;

static numbered number_of(const plie_plan *plan, int at) {
    const plie_interval *here = &plan->intervals[at], *before = NULL;
    numbered found = {here->step, 0};
    size_t first = (size_t)at;
    while (first > 0 && plan->intervals[first - 1].segment == here->segment)
        first--;
    for (size_t i = first; i < plan->interval_count; i++) {
        const plie_interval *next = &plan->intervals[i];
        if (next->segment != here->segment)
            break;
        if (next->rounds > 1)
            return (numbered){here->step, here->steps};
        if (next->steps == 0)
            continue;
        if (!before || next->circuit != before->circuit || next->step < before->step) {
            if (i <= (size_t)at)
                found.step = found.steps + here->step;
            found.steps += next->steps;
        }
        before = next;
    }
    return found;
}

static void add_step(char *text, size_t size, const plie_session_view *view) {
    const plie_interval *interval = &view->plan->intervals[view->interval];
    numbered number = number_of(view->plan, view->interval);
    bool rests = interval->kind == PLIE_REST;
    bool amid_sets = rests && interval->set < interval->sets;
    if (rests && !amid_sets && number.steps > 1)
        add_part(text, size, "%d of %d done", number.step, number.steps);
    else if (interval->kind != PLIE_ROUND_REST && number.steps > 1)
        add_part(text, size, "exercise %d of %d", number.step, number.steps);
    if (amid_sets)
        add_part(text, size, "%d of %d sets done", interval->set, interval->sets);
}

void plie_where_text(char *text, size_t size, const plie_session_view *view) {
    const plie_interval *interval = &view->plan->intervals[view->interval];
    *text = '\0';
    if (interval->kind == PLIE_TRANSITION) {
        add_part(text, size, "Part %d of %d", interval->segment + 1,
                 (int)view->plan->segment_count);
        return;
    }
    add_part(text, size, "%s", view->plan->segments[interval->segment].name);
    if (interval->kind == PLIE_PREPARE)
        return;
    if (interval->kind == PLIE_ROUND_REST && interval->rounds > 1)
        add_part(text, size, "round %d of %d done", interval->round, interval->rounds);
    else if (interval->rounds > 1 && in_last_round(interval))
        add_part(text, size, "last round");
    else if (interval->rounds > 1)
        add_part(text, size, "round %d of %d", interval->round, interval->rounds);
    add_step(text, size, view);
    if (interval->kind == PLIE_WORK && interval->sets > 1)
        add_part(text, size, "set %d of %d", interval->set, interval->sets);
}

static int seconds(int64_t ms) {
    return (int)((ms + 500) / 1000);
}

/* Of work in which the legs change at half time. */
static void halves_text(char *text, size_t size, const plie_interval *work) {
    if (work->reps > 0) {
        SDL_snprintf(text, size, "%d right, then %d left", (work->reps + 1) / 2, work->reps / 2);
        return;
    }
    char half[32];
    plie_duration_text(half, sizeof half, seconds(work->duration_ms / 2));
    SDL_snprintf(text, size, "%s right, then %s left", half, half);
}

static void reps_text(char *text, size_t size, const plie_interval *work) {
    int reps = plie_interval_rep_count(work);
    if (work->side == PLIE_BOTH)
        SDL_snprintf(text, size, "%d reps, %d a leg", reps, work->reps);
    else
        SDL_snprintf(text, size, "%d rep%s", reps, reps == 1 ? "" : "s");
}

void plie_dose_text(char *text, size_t size, const plie_interval *work) {
    char time[32];
    plie_duration_text(time, sizeof time,
                       seconds(work->hold_ms > 0 ? work->hold_ms : work->duration_ms));
    if (work->hold_ms > 0 && work->reps > 1)
        SDL_snprintf(text, size, "%d holds of %s", work->reps, time);
    else if (work->hold_ms > 0)
        SDL_snprintf(text, size, "hold %s", time);
    else if (work->side == PLIE_ALTERNATE && work->reps != 1)
        halves_text(text, size, work);
    else if (work->reps > 0)
        reps_text(text, size, work);
    else
        SDL_strlcpy(text, time, size);
}

void plie_pace_text(char *text, size_t size, const plie_interval *work) {
    if (work->side == PLIE_BOTH)
        SDL_snprintf(text, size, "%d a leg", work->reps);
    else if (work->side == PLIE_ALTERNATE && work->reps > 1)
        halves_text(text, size, work);
    else
        SDL_strlcpy(text, "at your own pace", size);
}

const char *plie_side_text(plie_side side) {
    switch (side) {
    case PLIE_RIGHT:
        return "Right leg";
    case PLIE_LEFT:
        return "Left leg";
    case PLIE_BOTH:
    case PLIE_EACH:
    case PLIE_ALTERNATE:
        return "Change legs";
    case PLIE_NO_SIDE:
        break;
    }
    return "";
}

void plie_uncapitalised(char *text, size_t size, const char *name) {
    SDL_strlcpy(text, name, size);
    if (text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z')
        text[0] = (char)(text[0] - 'A' + 'a');
}

const plie_interval *plie_coming_work(const plie_plan *plan, int interval) {
    for (size_t i = (size_t)interval + 1; i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_WORK)
            return &plan->intervals[i];
    return NULL;
}

bool plie_is_one_leg(plie_side side) {
    return side == PLIE_RIGHT || side == PLIE_LEFT;
}

/* The leg comes first, so that it is never what is cut. */
static void work_text(char *text, size_t size, const plie_interval *work) {
    if (!plie_is_one_leg(work->side)) {
        SDL_strlcpy(text, work->name, size);
        return;
    }
    char name[PLIE_LINE_SIZE];
    plie_uncapitalised(name, sizeof name, work->name);
    SDL_snprintf(text, size, "%s: %s", plie_side_text(work->side), name);
}

void plie_switch_text(char *text, size_t size, plie_side side) {
    const char *leg = side == PLIE_RIGHT ? "right leg" : side == PLIE_LEFT ? "left leg" : "sides";
    SDL_snprintf(text, size, *leg == 's' ? "Switch %s" : "Switch to %s", leg);
}

/* What is between this and the next work, or "". */
static void pause_text(char *text, size_t size, const plie_plan *plan, const plie_interval *next,
                       bool timed) {
    *text = '\0';
    if (next->kind == PLIE_TRANSITION)
        SDL_strlcpy(text, plan->segments[next->segment].name, size);
    else if (next->kind != PLIE_WORK && !timed)
        SDL_strlcpy(text, next->kind == PLIE_ROUND_REST ? "Rest" : next->name, size);
    else if (next->kind != PLIE_WORK) {
        char time[32];
        plie_duration_text(time, sizeof time, seconds(next->duration_ms));
        SDL_snprintf(text, size, "%s %s", next->name, time);
    }
}

void plie_next_text(char *text, size_t size, const plie_plan *plan, int interval,
                    plie_next_form form) {
    if ((size_t)interval + 1 >= plan->interval_count) {
        SDL_strlcpy(text, "Finish", size);
        return;
    }
    const plie_interval *next = &plan->intervals[interval + 1];
    const plie_interval *work = next->kind == PLIE_WORK ? next : plie_coming_work(plan, interval);
    if (next->kind == PLIE_SWITCH && work) {
        plie_switch_text(text, size, work->side);
        return;
    }
    char lead[PLIE_LINE_SIZE], coming[PLIE_LINE_SIZE] = "", then[PLIE_LINE_SIZE];
    pause_text(lead, sizeof lead, plan, next, form != PLIE_NEXT_UNTIMED);
    if (work)
        work_text(coming, sizeof coming, work);
    plie_uncapitalised(then, sizeof then, coming);
    if (*lead && *coming && form != PLIE_NEXT_BRIEF)
        SDL_snprintf(text, size, "%s, then %s", lead, then);
    else
        SDL_strlcpy(text, *coming ? coming : lead, size);
}

void plie_paused_text(char *text, size_t size, const plie_session_view *view) {
    const plie_interval *interval = &view->plan->intervals[view->interval];
    bool work = interval->kind == PLIE_WORK;
    *text = '\0';
    if (work && *plie_side_text(interval->side))
        add_part(text, size, "%s", plie_side_text(interval->side));
    if (work && interval->self_paced) {
        char dose[PLIE_LINE_SIZE];
        plie_dose_text(dose, sizeof dose, interval);
        add_part(text, size, "%s at your own pace", dose);
        return;
    }
    if (work && interval->reps > 0 && interval->hold_ms == 0) {
        int reps = plie_interval_rep_count(interval);
        add_part(text, size, "%d of %d reps done", SDL_clamp(view->reps_done, 0, reps), reps);
    }
    char left[32];
    plie_time_text(left, sizeof left, (int)((view->interval_left_ms + 999) / 1000));
    add_part(text, size, "%s left", left);
}

void plie_countdown_text(char *text, size_t size, int64_t left_ms) {
    int left = (int)((SDL_max(left_ms, 0) + 999) / 1000);
    if (left < 60)
        SDL_snprintf(text, size, "%d", left);
    else if (left < 3600)
        SDL_snprintf(text, size, "%d:%02d", left / 60, left % 60);
    else
        SDL_snprintf(text, size, "%d:%02d:%02d", left / 3600, left / 60 % 60, left % 60);
}

void plie_changed_text(char *text, size_t size, const plie_exercise *from,
                       const plie_exercise *to) {
    char name[PLIE_LINE_SIZE];
    plie_uncapitalised(name, sizeof name, to->name);
    SDL_snprintf(text, size, "%s from here on: %s. Kept for next time.",
                 to == from->harder ? "Harder" : "Easier", name);
}

static bool is_refused_for_impact(const plie_session_view *view, bool easier) {
    const plie_interval *at = &view->plan->intervals[view->interval];
    const plie_exercise *exercise = at->exercise ? at->exercise : at->next;
    const plie_exercise *form = NULL;
    if (exercise)
        form = easier ? exercise->easier : exercise->harder;
    return form && view->plan->choices.low_impact && form->impact == PLIE_HIGH_IMPACT;
}

const char *plie_refused_text(const plie_session_view *view, bool easier) {
    if (is_refused_for_impact(view, easier))
        return easier ? "The easier form jumps; you chose low impact"
                      : "The harder form jumps; you chose low impact";
    return easier ? "There is no easier form" : "There is no harder form";
}

#define REPLACED_LIMIT (2 * 64) /* as many as a person's tastes hold */

/* An exercise that comes in several segments counts once. */
static int count_replaced(const plie_plan *plan, bool avoided) {
    const plie_exercise *seen[REPLACED_LIMIT];
    int count = 0;
    for (size_t i = 0; i < plan->replaced_count && count < REPLACED_LIMIT; i++) {
        int before = plan->replaced[i].avoided == avoided ? 0 : count + 1;
        while (before < count && seen[before] != plan->replaced[i].from)
            before++;
        if (before == count)
            seen[count++] = plan->replaced[i].from;
    }
    return count;
}

static void tell_how_many(char *text, size_t size, int chosen, int avoided) {
    if (avoided == 0)
        SDL_snprintf(text, size, "%d exercises in the form that you chose", chosen);
    else if (chosen == 0)
        SDL_snprintf(text, size, "%d exercises give way to others: you never want them", avoided);
    else
        SDL_snprintf(text, size, "%d exercise%s in the form that you chose, %d that you never want",
                     chosen, chosen == 1 ? "" : "s", avoided);
}

void plie_replaced_text(char *text, size_t size, const plie_plan *plan) {
    int chosen = count_replaced(plan, false), avoided = count_replaced(plan, true);
    *text = '\0';
    if (chosen + avoided == 0)
        return;
    if (chosen + avoided > 1) {
        tell_how_many(text, size, chosen, avoided);
        return;
    }
    char from[PLIE_LINE_SIZE];
    const plie_replaced *one = &plan->replaced[0];
    plie_uncapitalised(from, sizeof from, one->from->name);
    SDL_snprintf(text, size, "%s instead of %s, %s", one->to->name, from, one->reason);
}

const char *plie_position_name(plie_position position) {
    static const char *const names[] = {
        [PLIE_STANDING] = "On your feet",   [PLIE_KNEELING] = "Kneeling",
        [PLIE_PLANK] = "On hands and feet", [PLIE_SEATED] = "Sitting",
        [PLIE_SIDE_LYING] = "On your side", [PLIE_SUPINE] = "On your back",
        [PLIE_PRONE] = "On your front",
    };
    return names[position];
}

void plie_sentence(char *text, size_t size, const char *clause) {
    SDL_strlcpy(text, clause ? clause : "", size);
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 'a' + 'A');
    size_t length = SDL_strlen(text);
    if (length > 0 && !SDL_strchr(".!?", text[length - 1]))
        SDL_strlcat(text, ".", size);
}
