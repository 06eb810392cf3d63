#include "history/enum_ids.h"
#include "history/exchange.h"
#include <math.h>
#include <string.h>

#define MINUTE_MS 60000

typedef struct {
    plie_text *text;
    plie_arena *arena;
    bool comma;
} row;

static void begin_cell(row *to) {
    if (to->comma)
        plie_text_add(to->text, ",");
    to->comma = true;
}

static void add_plain(row *to, const char *cell) {
    begin_cell(to);
    plie_text_add(to->text, cell);
}

static void add_number(row *to, int64_t number) {
    begin_cell(to);
    plie_text_addf(to->text, "%lld", (long long)number);
}

/* With so many decimals, and a point whatever the locale. */
static void add_decimal(row *to, int64_t number, int decimals) {
    const long long one = decimals == 1 ? 10 : 100;
    begin_cell(to);
    plie_text_addf(to->text, "%lld.%0*lld", (long long)number / one, decimals,
                   (long long)number % one);
}

static void add_minutes(row *to, int64_t time_ms) {
    add_decimal(to, (time_ms * 100 + MINUTE_MS / 2) / MINUTE_MS, 2);
}

static void add_or_nothing(row *to, int number) {
    if (number == 0)
        add_plain(to, "");
    else
        add_number(to, number);
}

/* Spreadsheets take what begins so for a formula, also after blanks and in full width. */
static bool looks_like_formula(const char *cell) {
    cell += strspn(cell, " ");
    const uint32_t first = plie_utf8_next(&cell);
    switch (first) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
        return true;
    default:
        return false;
    }
}

/* A text of a person's: control characters are gone, so that a session stays a line. */
static void add_text(row *to, const char *text) {
    const char *cell = plie_text_printable(to->arena, text);
    const bool formula = looks_like_formula(cell);
    const size_t length = strlen(cell);
    const bool quoted =
        strpbrk(cell, "\",") != NULL || cell[0] == ' ' || (length > 0 && cell[length - 1] == ' ');
    begin_cell(to);
    plie_text_add(to->text, quoted ? "\"" : "");
    plie_text_add(to->text, formula ? "'" : "");
    for (const char *c = cell; *c != '\0'; c++)
        plie_text_add_bytes(to->text, *c == '"' ? "\"\"" : c, *c == '"' ? 2 : 1);
    plie_text_add(to->text, quoted ? "\"" : "");
}

static const char *yes_or_no(bool value) {
    return value ? "yes" : "no";
}

void plie_history_write_csv_head(plie_text *text) {
    plie_text_add(text, "start,program,name,level,minutes,planned_minutes,active_minutes,"
                        "work_minutes,reps,kcal,effort,completed,circuit,raised,cardio_first,"
                        "low_impact,self_paced,warmup,stretch,planned_work_minutes,planned_reps,"
                        "id\r\n");
}

static void add_choices(row *to, const plie_session_record *record) {
    add_number(to, (int64_t)record->circuit + 1);
    add_number(to, record->raised);
    add_plain(to, yes_or_no(record->cardio_first));
    add_plain(to, yes_or_no(record->low_impact));
    add_plain(to, yes_or_no(record->self_paced));
    add_plain(to, plie_stored_part_lengths[record->warmup]);
    add_plain(to, plie_stored_part_lengths[record->stretch]);
}

void plie_session_write_csv(plie_text *text, const plie_session_record *record) {
    row to = {.text = text, .arena = plie_arena_new()};
    add_plain(&to, plie_moment_text(to.arena, record->start));
    add_text(&to, record->program);
    add_text(&to, record->name);
    add_plain(&to, plie_stored_levels[record->level]);
    add_or_nothing(&to, record->minutes);
    add_minutes(&to, record->planned_ms);
    add_minutes(&to, record->active_ms);
    add_minutes(&to, record->work_ms);
    add_number(&to, record->reps);
    add_decimal(&to, isfinite(record->kcal) ? llround(record->kcal * 10) : 0, 1);
    add_or_nothing(&to, record->effort);
    add_plain(&to, yes_or_no(record->completed));
    add_choices(&to, record);
    add_minutes(&to, record->planned_work_ms);
    add_number(&to, record->planned_reps);
    add_text(&to, record->id);
    plie_text_add(text, "\r\n");
    plie_arena_free(to.arena);
}
