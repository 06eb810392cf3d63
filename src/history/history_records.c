#include "history/history_store.h"
#include "history/record_limits.h"
#include <math.h>
#include <string.h>

#define DAY_MS (INT64_C(24) * 3600 * 1000)
#define LARGEST_OFFSET_MIN 1080

/* Files hold these numbers. */
_Static_assert(PLIE_BEGINNER == 0 && PLIE_INTERMEDIATE == 1 && PLIE_ADVANCED == 2, "levels");
_Static_assert(PLIE_PART_FULL == 0 && PLIE_PART_SHORT == 1 && PLIE_PART_SKIPPED == 2, "lengths");
_Static_assert(PLIE_PREPARE == 0 && PLIE_WORK == 1 && PLIE_REST == 2 && PLIE_ROUND_REST == 3 &&
                   PLIE_SWITCH == 4 && PLIE_TRANSITION == 5,
               "kinds");
_Static_assert(PLIE_NO_SIDE == 0 && PLIE_RIGHT == 1 && PLIE_LEFT == 2 && PLIE_EACH == 3 &&
                   PLIE_BOTH == 4 && PLIE_ALTERNATE == 5,
               "sides");

static int64_t bounded(int64_t number, int64_t low, int64_t high) {
    if (number < low)
        return low;
    return number > high ? high : number;
}

static int64_t duration(int64_t time_ms) {
    return bounded(time_ms, 0, PLIE_RECORD_LONGEST_MS);
}

/* A day is kept free at both ends of the calendar, for the local time. */
static int64_t moment_ms(int64_t utc_ms) {
    const int64_t first = plie_day_of_date((plie_date){PLIE_FIRST_YEAR, 1, 2}) * DAY_MS;
    const int64_t last = plie_day_of_date((plie_date){PLIE_LAST_YEAR, 12, 31}) * DAY_MS;
    return bounded(utc_ms, first, last - 1);
}

/* 0 where it is not known: also in the first second of 1970, which whole seconds cannot tell from
 * that. */
static int64_t end_moment_ms(int64_t utc_ms) {
    return utc_ms < 1000 ? 0 : moment_ms(utc_ms);
}

static double energy(double kcal) {
    if (!isfinite(kcal) || kcal < 0)
        return 0;
    return kcal > PLIE_RECORD_MOST_KCAL ? PLIE_RECORD_MOST_KCAL : kcal;
}

int plie_store_place(int64_t interval) {
    return (int)bounded(interval, 0, PLIE_RECORD_LAST_INTERVAL);
}

int64_t plie_store_elapsed(int64_t elapsed_ms) {
    return duration(elapsed_ms);
}

bool plie_store_id_valid(const char *id) {
    return id != NULL && strlen(id) == PLIE_SESSION_ID_LENGTH &&
           strspn(id, "0123456789abcdef") == PLIE_SESSION_ID_LENGTH;
}

/* At most PLIE_RECORD_TEXT_LIMIT bytes, and no character cut in two. */
static size_t text_length(const char *text, size_t length) {
    if (length <= PLIE_RECORD_TEXT_LIMIT)
        return length;
    length = PLIE_RECORD_TEXT_LIMIT;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return length;
}

void plie_store_bind_text(sqlite3_stmt *statement, int parameter, const char *text) {
    if (text == NULL)
        text = "";
    (void)sqlite3_bind_text(statement, parameter, text, (int)text_length(text, strlen(text)),
                            SQLITE_STATIC);
}

/* Bytes as they are, up to a NUL. */
static char *read_bytes(sqlite3_stmt *statement, int column, plie_arena *arena) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    if (text == NULL)
        return plie_arena_strdup(arena, "");
    size_t length = text_length(text, (size_t)sqlite3_column_bytes(statement, column));
    const char *end = memchr(text, '\0', length);
    return plie_arena_copy(arena, text, end == NULL ? length : (size_t)(end - text));
}

static char *read_text(sqlite3_stmt *statement, int column, plie_arena *arena) {
    char *text = read_bytes(statement, column, arena);
    return plie_utf8_valid(text, strlen(text), NULL) ? text : plie_text_printable(arena, text);
}

/* NULL where there is nothing. */
static char *read_optional_text(sqlite3_stmt *statement, int column, plie_arena *arena) {
    char *text = read_text(statement, column, arena);
    return *text == '\0' ? NULL : text;
}

static int read_int(sqlite3_stmt *statement, int column, int low, int high) {
    return (int)bounded(sqlite3_column_int64(statement, column), low, high);
}

/* An enum's value beyond its last becomes the first. */
static int read_choice(sqlite3_stmt *statement, int column, int last) {
    int64_t number = sqlite3_column_int64(statement, column);
    return number < 0 || number > last ? 0 : (int)number;
}

static bool read_bool(sqlite3_stmt *statement, int column) {
    return sqlite3_column_int64(statement, column) != 0;
}

static int64_t signed_bits(uint64_t number) {
    int64_t same;
    memcpy(&same, &number, sizeof same);
    return same;
}

static uint64_t unsigned_bits(int64_t number) {
    return (uint64_t)number;
}

static void bind_choices(sqlite3_stmt *statement, const plie_session_record *record) {
    (void)sqlite3_bind_int64(statement, 7, bounded(record->level, 0, PLIE_ADVANCED));
    (void)sqlite3_bind_int64(statement, 8, bounded(record->minutes, 0, PLIE_MINUTES_LIMIT));
    (void)sqlite3_bind_int64(statement, 9, bounded(record->circuit, 0, PLIE_RECORD_LAST_CIRCUIT));
    (void)sqlite3_bind_int64(statement, 10, bounded(record->raised, 0, PLIE_RAISED_LIMIT));
    (void)sqlite3_bind_int(statement, 11, record->cardio_first);
    (void)sqlite3_bind_int(statement, 12, record->low_impact);
    (void)sqlite3_bind_int(statement, 13, record->self_paced);
    (void)sqlite3_bind_int64(statement, 14, bounded(record->warmup, 0, PLIE_PART_SKIPPED));
    (void)sqlite3_bind_int64(statement, 15, bounded(record->stretch, 0, PLIE_PART_SKIPPED));
}

static void bind_figures(sqlite3_stmt *statement, const plie_session_record *record) {
    (void)sqlite3_bind_int64(statement, 16, duration(record->planned_ms));
    (void)sqlite3_bind_int64(statement, 17, duration(record->planned_work_ms));
    (void)sqlite3_bind_int64(statement, 18,
                             bounded(record->planned_reps, 0, PLIE_RECORD_MOST_REPS));
    (void)sqlite3_bind_int64(statement, 19, duration(record->active_ms));
    (void)sqlite3_bind_int64(statement, 20, duration(record->work_ms));
    (void)sqlite3_bind_int64(statement, 21, bounded(record->reps, 0, PLIE_RECORD_MOST_REPS));
    (void)sqlite3_bind_double(statement, 22, energy(record->kcal));
    (void)sqlite3_bind_int64(statement, 23, bounded(record->effort, 0, PLIE_HARDEST));
    (void)sqlite3_bind_int(statement, 24, record->completed);
    (void)sqlite3_bind_int64(statement, 25, end_moment_ms(record->end_ms));
}

void plie_store_bind_session(sqlite3_stmt *statement, const plie_session_record *record) {
    plie_store_bind_text(statement, 1, record->id);
    (void)sqlite3_bind_int64(statement, 2, moment_ms(record->start.utc_ms));
    (void)sqlite3_bind_int64(
        statement, 3, bounded(record->start.offset_min, -LARGEST_OFFSET_MIN, LARGEST_OFFSET_MIN));
    plie_store_bind_text(statement, 4, record->program);
    plie_store_bind_text(statement, 5, record->name);
    (void)sqlite3_bind_int64(statement, 6, signed_bits(record->content));
    bind_choices(statement, record);
    bind_figures(statement, record);
}

static void read_choices(sqlite3_stmt *statement, plie_session_record *record) {
    record->level = (plie_level)read_choice(statement, 6, PLIE_ADVANCED);
    record->minutes = read_int(statement, 7, 0, PLIE_MINUTES_LIMIT);
    record->circuit = read_int(statement, 8, 0, PLIE_RECORD_LAST_CIRCUIT);
    record->raised = read_int(statement, 9, 0, PLIE_RAISED_LIMIT);
    record->cardio_first = read_bool(statement, 10);
    record->low_impact = read_bool(statement, 11);
    record->self_paced = read_bool(statement, 12);
    record->warmup = (plie_part_length)read_choice(statement, 13, PLIE_PART_SKIPPED);
    record->stretch = (plie_part_length)read_choice(statement, 14, PLIE_PART_SKIPPED);
}

static void read_figures(sqlite3_stmt *statement, plie_session_record *record) {
    record->planned_ms = duration(sqlite3_column_int64(statement, 15));
    record->planned_work_ms = duration(sqlite3_column_int64(statement, 16));
    record->planned_reps = read_int(statement, 17, 0, PLIE_RECORD_MOST_REPS);
    record->active_ms = duration(sqlite3_column_int64(statement, 18));
    record->work_ms = duration(sqlite3_column_int64(statement, 19));
    record->reps = read_int(statement, 20, 0, PLIE_RECORD_MOST_REPS);
    record->kcal = energy(sqlite3_column_double(statement, 21));
    record->effort = read_int(statement, 22, 0, PLIE_HARDEST);
    record->completed = read_bool(statement, 23);
    record->end_ms = end_moment_ms(sqlite3_column_int64(statement, 24));
}

bool plie_store_read_session(sqlite3_stmt *statement, plie_arena *arena,
                             plie_session_record *record) {
    *record = (plie_session_record){.id = read_bytes(statement, 0, arena)};
    if (!plie_store_id_valid(record->id))
        return false;
    record->start.utc_ms = moment_ms(sqlite3_column_int64(statement, 1));
    record->start.offset_min = read_int(statement, 2, -LARGEST_OFFSET_MIN, LARGEST_OFFSET_MIN);
    record->program = read_bytes(statement, 3, arena);
    record->name = read_text(statement, 4, arena);
    record->content = unsigned_bits(sqlite3_column_int64(statement, 5));
    read_choices(statement, record);
    read_figures(statement, record);
    return true;
}

void plie_store_bind_interval(sqlite3_stmt *statement, int64_t session, int64_t exercise,
                              const plie_interval_record *record) {
    (void)sqlite3_bind_int64(statement, 1, session);
    (void)sqlite3_bind_int64(statement, 2, plie_store_place(record->index));
    (void)sqlite3_bind_int64(statement, 3, bounded(record->kind, 0, PLIE_TRANSITION));
    if (exercise != 0)
        (void)sqlite3_bind_int64(statement, 4, exercise);
    (void)sqlite3_bind_int64(statement, 5, bounded(record->side, 0, PLIE_ALTERNATE));
    (void)sqlite3_bind_int64(statement, 6, bounded(record->round, 0, PLIE_RECORD_MOST_ROUNDS));
    (void)sqlite3_bind_int64(statement, 7, bounded(record->set, 0, PLIE_RECORD_MOST_ROUNDS));
    (void)sqlite3_bind_int64(statement, 8, bounded(record->reps, 0, PLIE_RECORD_MOST_REPS));
    (void)sqlite3_bind_int64(statement, 9, duration(record->start_ms));
    (void)sqlite3_bind_int64(statement, 10, duration(record->done_ms));
}

bool plie_store_read_interval(sqlite3_stmt *statement, plie_arena *arena,
                              plie_interval_record *record) {
    int64_t index = sqlite3_column_int64(statement, 0);
    int64_t kind = sqlite3_column_int64(statement, 1);
    if (index != plie_store_place(index) || kind != bounded(kind, 0, PLIE_TRANSITION))
        return false;
    *record = (plie_interval_record){.index = (int)index, .kind = (plie_interval_kind)kind};
    record->exercise = read_optional_text(statement, 2, arena);
    record->name = read_optional_text(statement, 3, arena);
    record->side = (plie_side)read_choice(statement, 4, PLIE_ALTERNATE);
    record->round = read_int(statement, 5, 0, PLIE_RECORD_MOST_ROUNDS);
    record->set = read_int(statement, 6, 0, PLIE_RECORD_MOST_ROUNDS);
    record->reps = read_int(statement, 7, 0, PLIE_RECORD_MOST_REPS);
    record->start_ms = duration(sqlite3_column_int64(statement, 8));
    record->done_ms = duration(sqlite3_column_int64(statement, 9));
    return true;
}

void *plie_store_grow(plie_arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity)
        return items;
    *capacity = *capacity == 0 ? 16 : *capacity * 2;
    void *larger = plie_arena_alloc(arena, *capacity, size);
    if (count > 0)
        memcpy(larger, items, count * size);
    return larger;
}
