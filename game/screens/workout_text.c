#include "screens/workout_text.h"

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

void plie_where_text(char *text, size_t size, const plie_session_view *view) {
    const plie_interval *interval = &view->plan->intervals[view->interval];
    *text = '\0';
    add_part(text, size, "%s", view->plan->segments[interval->segment].name);
    if (interval->kind == PLIE_PREPARE || interval->kind == PLIE_TRANSITION)
        return;
    if (interval->rounds > 1 && in_last_round(interval))
        add_part(text, size, "last round");
    else if (interval->rounds > 1)
        add_part(text, size, "round %d of %d", interval->round, interval->rounds);
    if (interval->kind == PLIE_WORK && interval->steps > 1)
        add_part(text, size, "exercise %d of %d", interval->step, interval->steps);
    if (interval->kind == PLIE_WORK && interval->sets > 1)
        add_part(text, size, "set %d of %d", interval->set, interval->sets);
}

static int seconds(int64_t ms) {
    return (int)((ms + 500) / 1000);
}

void plie_dose_text(char *text, size_t size, const plie_interval *work) {
    if (work->hold_ms > 0 && work->reps > 1)
        SDL_snprintf(text, size, "%d holds of %d s", work->reps, seconds(work->hold_ms));
    else if (work->hold_ms > 0)
        SDL_snprintf(text, size, "hold %d s", seconds(work->hold_ms));
    else if (work->reps > 0)
        SDL_snprintf(text, size, "%d rep%s%s", work->reps, work->reps == 1 ? "" : "s",
                     work->side == PLIE_BOTH ? " each leg" : "");
    else
        SDL_snprintf(text, size, "%d seconds", seconds(work->duration_ms));
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

static void add_work(char *text, size_t size, const plie_interval *work, bool inside_sentence) {
    char name[PLIE_LINE_SIZE];
    SDL_strlcpy(name, work->name, sizeof name);
    if (inside_sentence)
        plie_uncapitalised(name, sizeof name, work->name);
    SDL_strlcat(text, name, size);
    if (work->side == PLIE_RIGHT)
        SDL_strlcat(text, ", right", size);
    if (work->side == PLIE_LEFT)
        SDL_strlcat(text, ", left", size);
}

void plie_next_text(char *text, size_t size, const plie_plan *plan, int interval) {
    *text = '\0';
    if ((size_t)interval + 1 >= plan->interval_count) {
        SDL_strlcpy(text, "Finish", size);
        return;
    }
    const plie_interval *next = &plan->intervals[interval + 1];
    if (next->kind == PLIE_WORK) {
        add_work(text, size, next, false);
        return;
    }
    if (next->kind == PLIE_TRANSITION)
        SDL_snprintf(text, size, "%s", plan->segments[next->segment].name);
    else
        SDL_snprintf(text, size, "%s %d s", next->name, seconds(next->duration_ms));
    const plie_interval *work = plie_coming_work(plan, interval + 1);
    if (!work)
        return;
    SDL_strlcat(text, ", then ", size);
    add_work(text, size, work, true);
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

const char *plie_position_name(plie_position position) {
    static const char *const names[] = {
        [PLIE_STANDING] = "Standing",
        [PLIE_KNEELING] = "Kneeling",
        [PLIE_PLANK] = "Plank",
        [PLIE_SEATED] = "Seated",
        [PLIE_SIDE_LYING] = "On your side",
        [PLIE_SUPINE] = "On your back",
        [PLIE_PRONE] = "Face down",
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
