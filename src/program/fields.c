#include "program/fields.h"
#include "base/text.h"
#include "program/texts.h"
#include <math.h>
#include <string.h>

typedef bool read_value(plie_reader *reader, const plie_node *node, const plie_field *field,
                        void *target);

bool plie_expect(plie_reader *reader, const plie_node *node, bool is_type, const char *wanted) {
    if (!is_type)
        plie_find(reader, node, PLIE_ERROR, "must be %s, not %s", wanted,
                  plie_type_name(node->item));
    return is_type;
}

bool plie_expect_object(plie_reader *reader, const plie_node *node, const char *wanted) {
    return plie_expect(reader, node, cJSON_IsObject(node->item), wanted);
}

size_t plie_read_list(plie_reader *reader, const plie_node *node, size_t limit, const char *items) {
    if (!plie_expect(reader, node, cJSON_IsArray(node->item), "a list"))
        return 0;
    size_t count = plie_child_count(node);
    if (count == 0)
        plie_find(reader, node, PLIE_ERROR, "must not be empty: it is the list of %s", items);
    if (count > limit)
        plie_find(reader, node, PLIE_ERROR, "holds %zu %s; at most %zu are allowed", count, items,
                  limit);
    return count < limit ? count : limit;
}

static bool read_number(plie_reader *reader, const plie_node *node, const plie_field *field,
                        bool whole, double *number) {
    if (!plie_expect(reader, node, cJSON_IsNumber(node->item), "a number"))
        return false;
    double value = node->item->valuedouble;
    if (!(value >= field->low && value <= field->high)) {
        plie_find(reader, node, PLIE_ERROR, "must be from %.10g to %.10g%s, not %.10g", field->low,
                  field->high, field->unit == NULL ? "" : field->unit, value);
        return false;
    }
    if (whole && value != floor(value)) {
        plie_find(reader, node, PLIE_ERROR, "must be a whole number, not %.10g", value);
        return false;
    }
    *number = value;
    return true;
}

static bool read_whole(plie_reader *reader, const plie_node *node, const plie_field *field,
                       void *target) {
    double number = 0;
    if (!read_number(reader, node, field, true, &number))
        return false;
    *(int *)target = (int)number;
    return true;
}

static bool read_decimal(plie_reader *reader, const plie_node *node, const plie_field *field,
                         void *target) {
    return read_number(reader, node, field, false, target);
}

static bool read_seconds(plie_reader *reader, const plie_node *node, const plie_field *field,
                         void *target) {
    double number = 0;
    if (!read_number(reader, node, field, false, &number))
        return false;
    *(int *)target = (int)lround(number * 1000);
    return true;
}

static bool read_pair(plie_reader *reader, const plie_node *node, const plie_field *field,
                      void *target) {
    bool is_pair = cJSON_IsArray(node->item) && plie_child_count(node) == 2;
    if (!is_pair) {
        plie_find(reader, node, PLIE_ERROR, "must be two numbers, [low, high]");
        return false;
    }
    plie_range range = {0, 0};
    plie_node low = plie_first(reader, node);
    plie_node high = low;
    plie_next(reader, &high);
    bool low_ok = read_whole(reader, &low, field, &range.low);
    if (!read_whole(reader, &high, field, &range.high) || !low_ok)
        return false;
    if (range.low > range.high) {
        plie_find(reader, node, PLIE_ERROR, "is an impossible range: %d is over %d", range.low,
                  range.high);
        return false;
    }
    *(plie_range *)target = range;
    return true;
}

static bool read_range(plie_reader *reader, const plie_node *node, const plie_field *field,
                       void *target) {
    if (cJSON_IsArray(node->item))
        return read_pair(reader, node, field, target);
    if (!plie_expect(reader, node, cJSON_IsNumber(node->item), "a number or [low, high]"))
        return false;
    int number = 0;
    if (!read_whole(reader, node, field, &number))
        return false;
    *(plie_range *)target = (plie_range){number, number};
    return true;
}

static size_t count_names(const char *const *names) {
    size_t count = 0;
    while (names[count] != NULL)
        count++;
    return count;
}

static const char *names_in_a_row(plie_reader *reader, const char *const *names) {
    const char *row = "";
    for (size_t i = 0; names[i] != NULL; i++)
        row = plie_arena_printf(reader->scratch, "%s%s%s", row, i == 0 ? "" : ", ", names[i]);
    return row;
}

bool plie_read_choice(plie_reader *reader, const plie_node *node, const char *const *choices,
                      int *index) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text"))
        return false;
    const char *text = node->item->valuestring;
    for (int i = 0; choices[i] != NULL; i++) {
        if (strcmp(text, choices[i]) == 0) {
            *index = i;
            return true;
        }
    }
    const char *near = plie_did_you_mean(reader, text, choices, count_names(choices));
    if (near[0] != '\0')
        plie_find(reader, node, PLIE_ERROR, "is %s%s", plie_quoted(reader, text), near);
    else
        plie_find(reader, node, PLIE_ERROR, "is %s, but must be one of %s",
                  plie_quoted(reader, text), names_in_a_row(reader, choices));
    return false;
}

static bool read_choice(plie_reader *reader, const plie_node *node, const plie_field *field,
                        void *target) {
    int index = 0;
    if (!plie_read_choice(reader, node, field->choices, &index))
        return false;
    int value = field->first_choice + index;
    memcpy(target, &value, sizeof value);
    return true;
}

static bool read_spoken(plie_reader *reader, const plie_node *node, const plie_field *field,
                        void *target) {
    (void)field;
    return plie_read_spoken(reader, node, target);
}

static bool read_free_text(plie_reader *reader, const plie_node *node, const plie_field *field,
                           void *target) {
    (void)field;
    return plie_read_free_text(reader, node, target);
}

static bool read_line(plie_reader *reader, const plie_node *node, const plie_field *field,
                      void *target) {
    return plie_read_line(reader, node, (size_t)field->high, target);
}

static bool read_id(plie_reader *reader, const plie_node *node, const plie_field *field,
                    void *target) {
    (void)field;
    return plie_read_id(reader, node, target);
}

static bool read_switch(plie_reader *reader, const plie_node *node, const plie_field *field,
                        void *target) {
    (void)field;
    if (!plie_expect(reader, node, cJSON_IsBool(node->item), "true or false"))
        return false;
    *(bool *)target = cJSON_IsTrue(node->item);
    return true;
}

static bool read_file(plie_reader *reader, const plie_node *node, const plie_field *field,
                      void *target) {
    return plie_read_file(reader, node, field->file_kind, target);
}

static bool read_item(plie_reader *reader, const plie_node *node, const plie_field *field,
                      const char **item) {
    if (field->type == PLIE_FIELD_FILES)
        return plie_read_file(reader, node, field->file_kind, item);
    if (field->type == PLIE_FIELD_IDS)
        return plie_read_id(reader, node, item);
    if (field->type == PLIE_FIELD_SPOKENS)
        return plie_read_spoken(reader, node, item);
    return plie_read_free_text(reader, node, item);
}

/* All items are read, so that each one's faults are found. */
static bool read_texts(plie_reader *reader, const plie_node *node, const plie_field *field,
                       void *target) {
    size_t limit = field->high > 0 ? (size_t)field->high : PLIE_LIST_LIMIT;
    if (!plie_expect(reader, node, cJSON_IsArray(node->item), "a list"))
        return false;
    if (plie_child_count(node) == 0)
        return true;
    if (!plie_read_list(reader, node, limit, field->key))
        return false;
    const char **items = PLIE_NEW_ARRAY(reader->arena, plie_child_count(node), const char *);
    bool ok = true;
    size_t count = 0;
    for (plie_node child = plie_first(reader, node); child.item != NULL;
         plie_next(reader, &child)) {
        ok = read_item(reader, &child, field, &items[count]) && ok;
        count += items[count] != NULL;
    }
    *(plie_texts *)target = (plie_texts){items, count};
    return ok;
}

static read_value *const readers[] = {
    [PLIE_FIELD_NODE] = NULL,
    [PLIE_FIELD_SPOKEN] = read_spoken,
    [PLIE_FIELD_FREE_TEXT] = read_free_text,
    [PLIE_FIELD_LINE] = read_line,
    [PLIE_FIELD_ID] = read_id,
    [PLIE_FIELD_FILE] = read_file,
    [PLIE_FIELD_SPOKENS] = read_texts,
    [PLIE_FIELD_FILES] = read_texts,
    [PLIE_FIELD_IDS] = read_texts,
    [PLIE_FIELD_SWITCH] = read_switch,
    [PLIE_FIELD_FREE_TEXTS] = read_texts,
    [PLIE_FIELD_WHOLE] = read_whole,
    [PLIE_FIELD_DECIMAL] = read_decimal,
    [PLIE_FIELD_SECONDS] = read_seconds,
    [PLIE_FIELD_RANGE] = read_range,
    [PLIE_FIELD_PAIR] = read_pair,
    [PLIE_FIELD_CHOICE] = read_choice,
};

bool plie_read_field(plie_reader *reader, const plie_node *node, const plie_field *field,
                     void *result) {
    return readers[field->type](reader, node, field, (char *)result + field->offset);
}

bool plie_read_format(plie_reader *reader, const plie_node *node) {
    if (!plie_expect(reader, node, cJSON_IsNumber(node->item), "a number"))
        return false;
    double format = node->item->valuedouble;
    if (format != PLIE_PROGRAM_FORMAT)
        plie_find(reader, node, PLIE_ERROR, "is format %.10g; this Plie reads format %d", format,
                  PLIE_PROGRAM_FORMAT);
    return format == PLIE_PROGRAM_FORMAT;
}

bool plie_is_comment(const plie_node *node) {
    const char *key = node->item->string;
    return key[0] == 'c' && strcmp(key, "comment") == 0;
}

static void find_unknown_key(plie_reader *reader, const plie_node *member,
                             const plie_shape *shape) {
    const char *names[PLIE_FIELD_LIMIT];
    for (size_t i = 0; i < shape->count; i++)
        names[i] = shape->fields[i].key;
    const char *key = member->item->string;
    plie_find_at_key(reader, member, "unknown key %s in %s%s", plie_quoted(reader, key),
                     shape->what, plie_did_you_mean(reader, key, names, shape->count));
}

static bool is_key(const char *a, const char *b) {
    return a[0] == b[0] && strcmp(a, b) == 0;
}

static size_t field_of(const plie_shape *shape, const char *key) {
    size_t i = 0;
    while (i < shape->count && !is_key(shape->fields[i].key, key))
        i++;
    return i;
}

static void find_missing_keys(plie_reader *reader, const plie_node *node, const plie_shape *shape,
                              const plie_seen *seen) {
    for (size_t i = 0; i < shape->count; i++) {
        if (shape->fields[i].required && seen->nodes[i].item == NULL)
            plie_find(reader, node, PLIE_ERROR, "%s must have \"%s\"", shape->what,
                      shape->fields[i].key);
    }
}

bool plie_read_object(plie_reader *reader, const plie_node *node, const plie_shape *shape,
                      void *result, plie_seen *seen) {
    memset(seen, 0, sizeof *seen);
    if (!plie_expect_object(reader, node, shape->what))
        return false;
    for (plie_node member = plie_first(reader, node); member.item != NULL;
         plie_next(reader, &member)) {
        if (plie_is_comment(&member))
            continue;
        size_t i = field_of(shape, member.item->string);
        if (i == shape->count) {
            find_unknown_key(reader, &member, shape);
            continue;
        }
        const plie_field *field = &shape->fields[i];
        seen->nodes[i] = member;
        seen->ok[i] =
            field->type == PLIE_FIELD_NODE || plie_read_field(reader, &member, field, result);
    }
    find_missing_keys(reader, node, shape, seen);
    return true;
}
