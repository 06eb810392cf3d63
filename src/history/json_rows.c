#include "history/json_rows.h"
#include "program/fields.h"
#include "program/texts.h"
#include <string.h>

bool plie_json_open(plie_reader *reader, plie_arena *arena, const char *file, const char *bytes,
                    size_t length, size_t size_limit, plie_diagnostics *findings) {
    *reader = (plie_reader){
        .file = file, .arena = arena, .scratch = plie_arena_new(), .findings = findings};
    reader->errors_before = plie_diagnostics_count_of(findings, PLIE_ERROR);
    reader->text = plie_json_scan(reader->scratch, file, bytes, length, size_limit, findings);
    if (reader->text == NULL)
        return false;
    reader->tree = cJSON_ParseWithLength(bytes, length);
    if (reader->tree == NULL)
        plie_diagnostics_add(findings, PLIE_ERROR, file, (plie_place){0, 0}, "",
                             "a number has more than 63 characters");
    return reader->tree != NULL;
}

size_t plie_list_count(plie_reader *reader, const plie_node *list, size_t limit) {
    if (!plie_expect(reader, list, cJSON_IsArray(list->item), "a list"))
        return 0;
    const size_t count = plie_child_count(list);
    if (count <= limit)
        return count;
    plie_find(reader, list, PLIE_ERROR, "holds %zu items; at most %zu are allowed", count, limit);
    return 0;
}

const char *plie_read_string(plie_reader *reader, const plie_node *node, size_t byte_limit) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text"))
        return NULL;
    const char *text = node->item->valuestring;
    if (strlen(text) <= byte_limit)
        return plie_arena_strdup(reader->arena, text);
    plie_find(reader, node, PLIE_ERROR, "has more than %zu bytes", byte_limit);
    return NULL;
}

plie_row plie_row_of(plie_reader *reader, const plie_node *list) {
    plie_row row = {.reader = reader, .list = list};
    row.ok = plie_expect(reader, list, cJSON_IsArray(list->item), "a list");
    if (row.ok)
        row.item = plie_first(reader, list);
    return row;
}

/* Whether there is another item to read. */
static bool has_item(plie_row *row) {
    if (row->ok && row->item.item == NULL) {
        plie_find(row->reader, row->list, PLIE_ERROR, "has too few items");
        row->ok = false;
    }
    return row->ok;
}

static void go_on(plie_row *row, bool ok) {
    row->ok = ok;
    if (ok)
        plie_next(row->reader, &row->item);
}

static bool is_whole(plie_row *row, double number) {
    if (number == (double)(int64_t)number)
        return true;
    plie_find(row->reader, &row->item, PLIE_ERROR, "must be a whole number, not %.10g", number);
    return false;
}

int64_t plie_row_number(plie_row *row, int64_t low, int64_t high) {
    const plie_field field = {.type = PLIE_FIELD_DECIMAL, .low = (double)low, .high = (double)high};
    double number = (double)low;
    if (has_item(row))
        go_on(row,
              plie_read_field(row->reader, &row->item, &field, &number) && is_whole(row, number));
    return row->ok ? (int64_t)number : low;
}

bool plie_row_switch(plie_row *row) {
    const plie_field field = {.type = PLIE_FIELD_SWITCH};
    bool value = false;
    if (has_item(row))
        go_on(row, plie_read_field(row->reader, &row->item, &field, &value));
    return value;
}

int plie_row_choice(plie_row *row, const char *const *choices) {
    int index = 0;
    if (has_item(row))
        go_on(row, plie_read_choice(row->reader, &row->item, choices, &index));
    return index;
}

const char *plie_row_text(plie_row *row) {
    const char *text = NULL;
    if (has_item(row))
        go_on(row, plie_read_spoken(row->reader, &row->item, &text));
    return text;
}

const char *plie_row_string(plie_row *row, size_t byte_limit) {
    const char *text = NULL;
    if (has_item(row)) {
        text = plie_read_string(row->reader, &row->item, byte_limit);
        go_on(row, text != NULL);
    }
    return text;
}

void plie_row_skip(plie_row *row) {
    if (has_item(row))
        go_on(row, true);
}

bool plie_row_is_null(const plie_row *row) {
    return row->ok && row->item.item != NULL && cJSON_IsNull(row->item.item);
}

size_t plie_row_index(plie_row *row, size_t count, bool may_be_null) {
    if (may_be_null && plie_row_is_null(row)) {
        plie_row_skip(row);
        return count;
    }
    if (count == 0 && has_item(row)) {
        plie_find(row->reader, &row->item, PLIE_ERROR,
                  "is none: the list that it counts in is "
                  "empty");
        row->ok = false;
    }
    const int64_t index = plie_row_number(row, 0, (int64_t)count - 1);
    return row->ok ? (size_t)index : count;
}

bool plie_row_end(plie_row *row) {
    if (row->ok && row->item.item != NULL) {
        plie_find(row->reader, &row->item, PLIE_ERROR, "is one item too many");
        row->ok = false;
    }
    return row->ok;
}
