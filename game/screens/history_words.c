#include "screens/history_words.h"

#include "history/advice.h"
#include "history/weeks.h"
#include "past_choices.h"
#include "screens/numbers.h"
#include "screens/workout_text.h"

#define JUST_RIGHT 5 /* of how hard it was: the hardest that is still well */
#define DOT " \u00b7 "

void plie_day_words(char *text, size_t size, int32_t day, int32_t today) {
    plie_date date = plie_date_of_day(day);
    SDL_snprintf(text, size, "%s %d %s", plie_weekday_short_name(plie_weekday_of_day(day)),
                 date.day, plie_month_short_name(date.month));
    if (date.year == plie_date_of_day(today).year)
        return;
    size_t used = SDL_strlen(text);
    SDL_snprintf(text + used, size - used, " %d", date.year);
}

void plie_long_day_words(char *text, size_t size, int32_t day) {
    plie_date date = plie_date_of_day(day);
    SDL_snprintf(text, size, "%s %d %s %d", plie_weekday_name(plie_weekday_of_day(day)), date.day,
                 plie_month_name(date.month), date.year);
}

void plie_month_words(char *text, size_t size, int32_t day, int32_t today) {
    plie_date date = plie_date_of_day(day);
    if (date.year == plie_date_of_day(today).year)
        SDL_strlcpy(text, plie_month_name(date.month), size);
    else
        SDL_snprintf(text, size, "%s %d", plie_month_name(date.month), date.year);
}

void plie_weeks_words(char *text, size_t size, int32_t first_day, int32_t last_day, int32_t today) {
    int first = plie_date_of_day(first_day).year, last = plie_date_of_day(last_day).year;
    int now = plie_date_of_day(today).year;
    if (first != last)
        SDL_snprintf(text, size, "Minutes a week" DOT "%d to %d", first, last);
    else if (first != now)
        SDL_snprintf(text, size, "Minutes a week" DOT "%d", first);
    else
        SDL_strlcpy(text, "Minutes a week", size);
}

static void add(char *text, size_t size, const char *more) {
    if (!*more)
        return;
    if (*text)
        SDL_strlcat(text, DOT, size);
    SDL_strlcat(text, more, size);
}

static void date_words(char *text, size_t size, int32_t day, int32_t today) {
    plie_date date = plie_date_of_day(day);
    SDL_snprintf(text, size, "%d %s", date.day, plie_month_name(date.month));
    if (date.year == plie_date_of_day(today).year)
        return;
    size_t used = SDL_strlen(text);
    SDL_snprintf(text + used, size - used, " %d", date.year);
}

static void tries_words(char *text, size_t size, size_t count) {
    *text = '\0';
    if (count > 0)
        SDL_snprintf(text, size, count == 1 ? "%u short try" : "%u short tries", (unsigned)count);
}

void plie_history_summary(char *text, size_t size, const plie_session_list *list, int32_t today,
                          int streak) {
    char first[48], row[48], tries[48];
    size_t count = plie_sessions_counted(list), oldest = list->count;
    tries_words(tries, sizeof tries, list->count - count);
    if (count == 0) {
        SDL_snprintf(text, size, "%s%s", tries, *tries ? ", no session yet" : "No session yet");
        return;
    }
    while (!plie_session_counts(&list->records[oldest - 1]))
        oldest--;
    date_words(first, sizeof first, plie_day_of_moment(list->records[oldest - 1].start), today);
    if (count == 1)
        SDL_snprintf(text, size, "1 session, on %s", first);
    else
        SDL_snprintf(text, size, "%u sessions since %s", (unsigned)count, first);
    if (streak >= 2) {
        SDL_snprintf(row, sizeof row, "%d weeks in a row", streak);
        add(text, size, row);
    }
    add(text, size, tries);
}

static int minutes_of(int64_t ms) {
    return (int)((ms + 30000) / 60000);
}

static void count_words(char *text, size_t size, int count, const char *one, const char *many) {
    SDL_snprintf(text, size, "%d %s", count, count == 1 ? one : many);
}

void plie_session_amount(char *text, size_t size, const plie_session_record *record) {
    char reps[32];
    plie_length_text(text, size, record->active_ms);
    int minutes = minutes_of(record->active_ms), planned = minutes_of(record->planned_ms);
    if (!record->completed && minutes < planned && record->active_ms >= 60000)
        SDL_snprintf(text, size, "%d of %d min", minutes, planned);
    if (record->reps <= 0)
        return;
    count_words(reps, sizeof reps, record->reps, "rep", "reps");
    add(text, size, reps);
}

void plie_session_effort(char *text, size_t size, const plie_session_record *record) {
    const char *effort = plie_effort_name(record->effort);
    const char *how = !plie_session_counts(record) ? "Short try"
                      : record->completed          ? ""
                                                   : "Partial";
    SDL_strlcpy(text, how, size);
    add(text, size, effort ? effort : "");
}

SDL_Color plie_effort_color(const plie_theme *theme, int effort) {
    if (effort <= 0)
        return theme->dim;
    return effort <= JUST_RIGHT ? theme->accent : theme->warning;
}

static void add_part(char *text, size_t size, const char *name, plie_part_length length) {
    char part[48];
    if (length == PLIE_PART_FULL)
        return;
    SDL_snprintf(part, sizeof part, "%s %s", length == PLIE_PART_SHORT ? "short" : "no", name);
    add(text, size, part);
}

/* Names are taken from the segment that rotates longest: it tells sessions apart. */
static const char *circuit_name(const plie_program *program, int circuit) {
    int length = plie_rotation_length(program);
    for (size_t i = 0; i < program->segment_count && circuit < length; i++) {
        const plie_segment *segment = &program->segments[i];
        if (segment->pick == PLIE_PICK_ROTATE && (int)segment->circuit_count == length)
            return segment->circuits[circuit].name;
    }
    return NULL;
}

static bool has_rotated(const plie_session_list *list, const char *program) {
    for (size_t i = 0; i < list->count; i++)
        if (list->records[i].circuit > 0 && SDL_strcmp(list->records[i].program, program) == 0)
            return true;
    return false;
}

void plie_circuit_words(char *text, size_t size, const plie_session_list *list,
                        const plie_session_record *record, const plie_program *program) {
    const char *name = program ? circuit_name(program, record->circuit) : NULL;
    bool rotates = program ? plie_rotation_length(program) > 0 : has_rotated(list, record->program);
    *text = '\0';
    if (name)
        SDL_strlcpy(text, name, size);
    else if (rotates || record->circuit > 0)
        SDL_snprintf(text, size, "circuit %d", record->circuit + 1);
}

void plie_session_choices(char *text, size_t size, const plie_session_record *record,
                          const char *circuit) {
    char part[48];
    SDL_strlcpy(text, plie_level_name(record->level), size);
    if (record->minutes > 0)
        SDL_snprintf(part, sizeof part, "%d minutes", record->minutes);
    else
        SDL_strlcpy(part, "as written", sizeof part);
    add(text, size, part);
    add(text, size, circuit);
    if (record->raised > 0) {
        SDL_snprintf(part, sizeof part, "raised by %d", record->raised);
        add(text, size, part);
    }
    add(text, size, record->low_impact ? "low impact" : "");
    add(text, size, record->cardio_first ? "cardio first" : "");
    add(text, size, record->self_paced ? "at your own pace" : "");
    add_part(text, size, "warm-up", record->warmup);
    add_part(text, size, "stretch", record->stretch);
}

void plie_interval_amount(char *text, size_t size, const plie_interval_record *record) {
    char time[24];
    plie_time_text(time, sizeof time, (int)(record->done_ms / 1000));
    if (record->kind == PLIE_WORK && record->reps > 0) {
        count_words(text, size, record->reps, "rep", "reps");
        add(text, size, time);
    } else {
        SDL_strlcpy(text, time, size);
    }
}

void plie_interval_place(char *text, size_t size, const plie_interval_record *record,
                         bool tells_round) {
    char part[32];
    SDL_strlcpy(text, plie_side_text(record->side), size);
    if (tells_round && record->round > 0) {
        SDL_snprintf(part, sizeof part, "%s %d", *text ? "round" : "Round", record->round);
        add(text, size, part);
    }
    if (record->set > 1) {
        SDL_snprintf(part, sizeof part, "set %d", record->set);
        add(text, size, part);
    }
}

const char *plie_interval_words(plie_interval_kind kind) {
    switch (kind) {
    case PLIE_PREPARE:
        return "Get ready";
    case PLIE_SWITCH:
        return "Switch sides";
    case PLIE_TRANSITION:
        return "To the next part";
    case PLIE_ROUND_REST:
        return "Rest after the round";
    default:
        return "Rest";
    }
}
