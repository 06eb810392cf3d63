#include "base/json_write.h"
#include "settings/settings_fields.h"
#include <string.h>

static void write_number(plie_json_writer *writer, const plie_field *field, int number) {
    if (number >= field->low && number <= field->high)
        plie_json_member_int(writer, field->key, number);
}

static void write_decimal(plie_json_writer *writer, const plie_field *field, double number) {
    if (number >= field->low && number <= field->high)
        plie_json_member_double(writer, field->key, number);
}

static void write_choice(plie_json_writer *writer, const plie_field *field, const void *value) {
    int choice;
    memcpy(&choice, value, sizeof choice);
    plie_json_member_string(writer, field->key, field->choices[choice - field->first_choice]);
}

static void write_line(plie_json_writer *writer, const plie_field *field, const char *line) {
    if (line != NULL)
        plie_json_member_string(writer, field->key, line);
}

/* Fields of other types are their caller's. */
static void write_field(plie_json_writer *writer, const plie_field *field, const void *object) {
    const void *value = (const char *)object + field->offset;
    if (field->type == PLIE_FIELD_WHOLE)
        write_number(writer, field, *(const int *)value);
    else if (field->type == PLIE_FIELD_DECIMAL)
        write_decimal(writer, field, *(const double *)value);
    else if (field->type == PLIE_FIELD_SWITCH)
        plie_json_member_bool(writer, field->key, *(const bool *)value);
    else if (field->type == PLIE_FIELD_CHOICE)
        write_choice(writer, field, value);
    else if (field->type == PLIE_FIELD_LINE)
        write_line(writer, field, *(const char *const *)value);
}

static void write_fields(plie_json_writer *writer, const plie_shape *shape, const void *object) {
    for (size_t i = 0; i < shape->count; i++)
        write_field(writer, &shape->fields[i], object);
}

static void write_last(plie_json_writer *writer, const plie_last_choice *last) {
    plie_json_key(writer, "last");
    plie_json_open_object(writer);
    write_fields(writer, &plie_last_shape, last);
    plie_json_close_object(writer);
}

static void write_health(plie_json_writer *writer, const plie_health *health) {
    if (health->state == PLIE_HEALTH_NOT_ASKED)
        return;
    plie_arena *arena = plie_arena_new();
    plie_json_key(writer, "health");
    plie_json_open_object(writer);
    write_fields(writer, &plie_health_shape, health);
    if (health->operated.year != 0)
        plie_json_member_string(writer, "operated", plie_date_text(arena, health->operated));
    plie_json_close_object(writer);
    plie_arena_free(arena);
}

static void write_tastes(plie_json_writer *writer, const plie_tastes *tastes) {
    plie_json_key(writer, "forms");
    plie_json_open_object(writer);
    for (size_t i = 0; i < tastes->form_count; i++)
        plie_json_member_string(writer, tastes->forms[i].from, tastes->forms[i].to);
    plie_json_close_object(writer);
    plie_json_key(writer, "avoided");
    plie_json_open_array(writer);
    for (size_t i = 0; i < tastes->avoided_count; i++)
        plie_json_string(writer, tastes->avoided[i]);
    plie_json_close_array(writer);
}

void plie_settings_write(const plie_settings *settings, plie_text *text) {
    plie_json_writer writer = plie_json_line_writer_on(text);
    plie_json_open_object(&writer);
    plie_json_member_int(&writer, "format", PLIE_SETTINGS_FORMAT);
    write_fields(&writer, &plie_settings_shape, settings);
    write_health(&writer, &settings->health);
    write_last(&writer, &settings->last);
    write_tastes(&writer, &settings->tastes);
    plie_json_close_object(&writer);
    plie_text_add(text, "\n");
}
