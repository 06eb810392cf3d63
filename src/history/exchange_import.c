#include "history/enum_ids.h"
#include "history/exchange.h"
#include "history/history_store.h"
#include "history/json_rows.h"
#include "history/record_limits.h"
#include "program/fields.h"
#include <stdlib.h>
#include <string.h>

#define CONTENT_DIGITS 16

/* A session as it is read: what a table of fields fills in, but a record has in another way. */
typedef struct {
    plie_session_record record;
    int planned_ms, active_ms, work_ms, planned_work_ms;
    int circuit_number; /* from 1, as --circuit counts */
} session_values;

enum { ID, START, PROGRAM, NAME, CONTENT, END, MINUTES, EFFORT, INTERVALS };
#define AT(member) offsetof(session_values, member)
#define DURATION(name, needed)                                                                     \
    {                                                                                              \
        .key = #name, .type = PLIE_FIELD_WHOLE, .required = (needed), .offset = AT(name),          \
        .high = PLIE_RECORD_LONGEST_MS, .unit = " ms"                                              \
    }
#define COUNT(name, needed, most)                                                                  \
    {                                                                                              \
        .key = #name, .type = PLIE_FIELD_WHOLE, .required = (needed), .offset = AT(record.name),   \
        .high = (most)                                                                             \
    }
#define SWITCH(name, needed)                                                                       \
    { .key = #name, .type = PLIE_FIELD_SWITCH, .required = (needed), .offset = AT(record.name) }
#define CHOICE(name, needed, ids)                                                                  \
    {                                                                                              \
        .key = #name, .type = PLIE_FIELD_CHOICE, .required = (needed), .offset = AT(record.name),  \
        .choices = (ids)                                                                           \
    }
static const plie_field fields[] = {
    [ID] = {.key = "id", .required = true},
    [START] = {.key = "start", .required = true},
    [PROGRAM] = {.key = "program", .required = true, .offset = AT(record.program)},
    [NAME] = {.key = "name", .required = true, .offset = AT(record.name)},
    [CONTENT] = {.key = "content"},
    [END] = {.key = "end"},
    [MINUTES] = {.key = "minutes",
                 .type = PLIE_FIELD_WHOLE,
                 .required = true,
                 .offset = AT(record.minutes),
                 .low = 1,
                 .high = PLIE_MINUTES_LIMIT},
    [EFFORT] = {.key = "effort",
                .type = PLIE_FIELD_WHOLE,
                .required = true,
                .offset = AT(record.effort),
                .low = 1,
                .high = PLIE_HARDEST},
    [INTERVALS] = {.key = "intervals"},
    CHOICE(level, true, plie_stored_levels),
    DURATION(planned_ms, true),
    DURATION(active_ms, true),
    DURATION(work_ms, true),
    COUNT(reps, true, PLIE_RECORD_MOST_REPS),
    {.key = "kcal",
     .type = PLIE_FIELD_DECIMAL,
     .required = true,
     .offset = AT(record.kcal),
     .high = PLIE_RECORD_MOST_KCAL},
    SWITCH(completed, true),
    {.key = "circuit",
     .type = PLIE_FIELD_WHOLE,
     .offset = AT(circuit_number),
     .low = 1,
     .high = PLIE_RECORD_LAST_CIRCUIT + 1},
    COUNT(raised, false, PLIE_RAISED_LIMIT),
    SWITCH(cardio_first, false),
    SWITCH(low_impact, false),
    SWITCH(self_paced, false),
    CHOICE(warmup, false, plie_stored_part_lengths),
    CHOICE(stretch, false, plie_stored_part_lengths),
    DURATION(planned_work_ms, false),
    COUNT(planned_reps, false, PLIE_RECORD_MOST_REPS),
};
#define SESSION_FIELDS (sizeof fields / sizeof fields[0])

typedef struct {
    plie_reader reader; /* its tree is that of one session at a time */
    plie_history *history;
    plie_import_counts *counts;
    uint32_t *sessions; /* their indexes in the scanned text */
    size_t session_count;
} intake;

/* Whether there is any use in reading on: errors beyond these would not be shown. */
static bool is_enough(const intake *at) {
    return plie_diagnostics_count_of(at->reader.findings, PLIE_ERROR) >= PLIE_DIAGNOSTIC_LIMIT;
}

static const char *read_string(intake *at, const plie_node *node) {
    return plie_read_string(&at->reader, node, PLIE_RECORD_TEXT_LIMIT);
}

static bool is_hexadecimal(const char *text, size_t digits) {
    return strlen(text) == digits && strspn(text, "0123456789abcdef") == digits;
}

static void read_id(intake *at, const plie_node *node, session_values *values) {
    const char *id = read_string(at, node);
    if (id != NULL && !is_hexadecimal(id, PLIE_SESSION_ID_LENGTH))
        plie_find(&at->reader, node, PLIE_ERROR, "must be %d hexadecimal digits, not %s",
                  PLIE_SESSION_ID_LENGTH, plie_quoted(&at->reader, id));
    values->record.id = id;
}

static void read_moment(intake *at, const plie_node *node, plie_moment *moment) {
    const char *text = read_string(at, node);
    if (text != NULL && !plie_moment_read(text, moment))
        plie_find(&at->reader, node, PLIE_ERROR,
                  "must be a moment such as 2026-11-21T18:05:12+01:00, not %s",
                  plie_quoted(&at->reader, text));
}

static void read_end(intake *at, const plie_node *node, session_values *values) {
    plie_moment end = {0, 0};
    if (!cJSON_IsNull(node->item))
        read_moment(at, node, &end);
    values->record.end_ms = end.utc_ms;
}

static void read_content(intake *at, const plie_node *node, session_values *values) {
    const char *content = cJSON_IsNull(node->item) ? NULL : read_string(at, node);
    if (content == NULL)
        return;
    if (is_hexadecimal(content, CONTENT_DIGITS))
        values->record.content = (uint64_t)strtoull(content, NULL, 16);
    else
        plie_find(&at->reader, node, PLIE_ERROR, "must be %d hexadecimal digits or null",
                  CONTENT_DIGITS);
}

static void read_member(intake *at, const plie_node *node, size_t field, session_values *values) {
    switch (field) {
    case ID:
        read_id(at, node, values);
        break;
    case START:
        read_moment(at, node, &values->record.start);
        break;
    case PROGRAM:
        values->record.program = read_string(at, node);
        break;
    case NAME:
        values->record.name = read_string(at, node);
        break;
    case CONTENT:
        read_content(at, node, values);
        break;
    case END:
        read_end(at, node, values);
        break;
    case INTERVALS:
        break;
    default:
        if ((field != MINUTES && field != EFFORT) || !cJSON_IsNull(node->item))
            (void)plie_read_field(&at->reader, node, &fields[field], values);
    }
}

static size_t field_of(const char *key) {
    size_t i = 0;
    while (i < SESSION_FIELDS && strcmp(fields[i].key, key) != 0)
        i++;
    return i;
}

/* Keys that are not known are a newer Plie's, and say nothing. */
static void read_members(intake *at, const plie_node *node, session_values *values,
                         plie_node *intervals) {
    bool seen[SESSION_FIELDS] = {false};
    for (plie_node member = plie_first(&at->reader, node); member.item != NULL;
         plie_next(&at->reader, &member)) {
        const size_t field = field_of(plie_node_key(&member));
        if (field == SESSION_FIELDS)
            continue;
        seen[field] = true;
        read_member(at, &member, field, values);
        if (field == INTERVALS)
            *intervals = member;
    }
    for (size_t i = 0; i < SESSION_FIELDS; i++)
        if (fields[i].required && !seen[i])
            plie_find(&at->reader, node, PLIE_ERROR, "a session must have \"%s\"", fields[i].key);
}

static const char *string_or_null(plie_row *row) {
    if (!plie_row_is_null(row))
        return plie_row_string(row, PLIE_RECORD_TEXT_LIMIT);
    plie_row_skip(row);
    return NULL;
}

static void read_interval(intake *at, const plie_node *node, plie_interval_record *interval) {
    plie_row row = plie_row_of(&at->reader, node);
    interval->index = (int)plie_row_number(&row, 0, PLIE_RECORD_LAST_INTERVAL);
    interval->kind = (plie_interval_kind)plie_row_choice(&row, plie_stored_interval_kinds);
    interval->start_ms = plie_row_number(&row, 0, PLIE_RECORD_LONGEST_MS);
    interval->done_ms = plie_row_number(&row, 0, PLIE_RECORD_LONGEST_MS);
    interval->round = (int)plie_row_number(&row, 0, PLIE_RECORD_MOST_ROUNDS);
    interval->set = (int)plie_row_number(&row, 0, PLIE_RECORD_MOST_ROUNDS);
    if (interval->kind == PLIE_WORK) {
        interval->side = (plie_side)plie_row_choice(&row, plie_stored_sides);
        interval->reps = (int)plie_row_number(&row, 0, PLIE_RECORD_MOST_REPS);
        interval->exercise = string_or_null(&row);
        interval->name = string_or_null(&row);
    }
    (void)plie_row_end(&row);
}

static plie_interval_record *read_intervals(intake *at, const plie_node *list, size_t *count) {
    *count =
        list->item == NULL ? 0 : plie_list_count(&at->reader, list, PLIE_RECORD_LAST_INTERVAL + 1);
    plie_interval_record *records =
        PLIE_NEW_ARRAY(at->reader.arena, *count + 1, plie_interval_record);
    if (*count == 0)
        return records;
    size_t i = 0;
    for (plie_node node = plie_first(&at->reader, list); node.item != NULL && !is_enough(at);
         plie_next(&at->reader, &node), i++) {
        read_interval(at, &node, &records[i]);
        if (i > 0 && records[i].index <= records[i - 1].index)
            plie_find(&at->reader, &node, PLIE_ERROR,
                      "must come after interval %d, which stands before it", records[i - 1].index);
    }
    return records;
}

/* False where the store failed. */
static bool store(intake *at, const plie_session_record *record,
                  const plie_interval_record *intervals, size_t count) {
    bool added = false;
    if (!plie_history_import(at->history, record, intervals, count, &added))
        return false;
    *(added ? &at->counts->added : &at->counts->known) += 1;
    return true;
}

static bool read_session(intake *at, const plie_node *node, bool stores) {
    session_values values = {.circuit_number = 1};
    plie_node list = {0};
    if (!plie_expect_object(&at->reader, node, "an object: a session"))
        return true;
    read_members(at, node, &values, &list);
    size_t count = 0;
    const plie_interval_record *intervals = read_intervals(at, &list, &count);
    plie_session_record *record = &values.record;
    record->planned_ms = values.planned_ms;
    record->active_ms = values.active_ms;
    record->work_ms = values.work_ms;
    record->planned_work_ms = values.planned_work_ms;
    record->circuit = values.circuit_number - 1;
    return !stores || store(at, record, intervals, count);
}

/* One session's text is parsed at a time; its values know their places in the whole file. False
 * where the store failed. */
static bool parse_session(intake *at, const plie_node *sessions, size_t position, bool stores) {
    plie_reader *reader = &at->reader;
    const size_t index = at->sessions[position];
    const size_t offset = reader->text->values[index].value_offset;
    plie_node node = {sessions, NULL, index, position};
    bool fine = true;
    reader->arena = plie_arena_new();
    reader->tree = cJSON_ParseWithLengthOpts(reader->text->bytes + offset,
                                             reader->text->length - offset, NULL, false);
    node.item = reader->tree;
    if (node.item != NULL)
        fine = read_session(at, &node, stores);
    else
        plie_diagnostics_add(reader->findings, PLIE_ERROR, reader->file,
                             plie_node_place(reader, &node), "",
                             "a number in this session has more than 63 characters");
    plie_arena_free(reader->arena);
    cJSON_Delete(reader->tree);
    reader->tree = NULL;
    return fine;
}

static bool key_is(const plie_json_text *text, size_t index, const char *key) {
    const size_t start = (size_t)text->values[index].key_offset + 1;
    const size_t length = strlen(key);
    return start + length < text->length && memcmp(text->bytes + start, key, length) == 0 &&
           text->bytes[start + length] == '"';
}

/* The index of the list of sessions, 0 where there is none. */
static size_t find_sessions(const plie_json_text *text) {
    if (text->bytes[text->values[0].value_offset] != '{')
        return 0;
    for (size_t i = 1; i < text->value_count; i += text->values[i].span)
        if (key_is(text, i, "sessions"))
            return i;
    return 0;
}

static void list_sessions(intake *at, size_t list) {
    const plie_json_text *text = at->reader.text;
    const size_t end = list + text->values[list].span;
    for (size_t i = list + 1; i < end; i += text->values[i].span)
        at->session_count++;
    at->sessions = PLIE_NEW_ARRAY(at->reader.scratch, at->session_count + 1, uint32_t);
    size_t count = 0;
    for (size_t i = list + 1; i < end; i += text->values[i].span)
        at->sessions[count++] = (uint32_t)i;
}

/* Takes all back, and leaves the store with the trouble that it met. */
static bool take_back(plie_history *history) {
    const plie_store_state state = plie_history_state(history);
    plie_text why = {0};
    plie_text_add(&why, plie_history_why(history));
    (void)plie_history_import_end(history, false);
    (void)plie_store_fail_as(history, state, plie_text_string(&why));
    plie_text_free(&why);
    return false;
}

/* From the last to the first, since the newest stand first: so sessions of the same moment keep
 * their order. */
static bool store_sessions(intake *at, const plie_node *sessions) {
    if (!plie_history_import_begin(at->history))
        return false;
    for (size_t i = at->session_count; i > 0; i--)
        if (!parse_session(at, sessions, i - 1, true))
            return take_back(at->history);
    return plie_history_import_end(at->history, true);
}

/* All is read before any of it is stored. */
static bool import_sessions(intake *at) {
    const plie_json_text *text = at->reader.text;
    const size_t list = find_sessions(text);
    char key[] = "sessions";
    const cJSON whole = {.type = cJSON_Object};
    const cJSON items = {.type = cJSON_Array, .string = key};
    const plie_node root = {NULL, &whole, 0, 0};
    const plie_node sessions = {&root, &items, list, 0};
    if (list == 0)
        plie_find(&at->reader, &root, PLIE_ERROR,
                  "must be an object with \"sessions\", as plie history --json writes it");
    else if (text->bytes[text->values[list].value_offset] != '[')
        plie_find(&at->reader, &sessions, PLIE_ERROR, "must be a list of sessions");
    else
        list_sessions(at, list);
    for (size_t i = 0; i < at->session_count && !is_enough(at); i++)
        (void)parse_session(at, &sessions, i, false);
    return !plie_reader_failed(&at->reader) && store_sessions(at, &sessions);
}

bool plie_history_import_json(plie_history *history, const char *file, const char *bytes,
                              size_t length, plie_import_counts *counts,
                              plie_diagnostics *findings) {
    *counts = (plie_import_counts){0, 0};
    intake at = {.history = history, .counts = counts};
    at.reader = (plie_reader){.file = file, .scratch = plie_arena_new(), .findings = findings};
    at.reader.errors_before = plie_diagnostics_count_of(findings, PLIE_ERROR);
    at.reader.text =
        plie_json_scan(at.reader.scratch, file, bytes, length, PLIE_IMPORT_LIMIT, findings);
    const bool fine = at.reader.text != NULL && import_sessions(&at);
    plie_reader_close(&at.reader);
    plie_diagnostics_sort(findings);
    if (!fine)
        *counts = (plie_import_counts){0, 0};
    return fine;
}
