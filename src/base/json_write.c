#include "base/json_write.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

plie_json_writer plie_json_writer_on(plie_text *text) {
    return (plie_json_writer){.text = text};
}

plie_json_writer plie_json_line_writer_on(plie_text *text) {
    return (plie_json_writer){.text = text, .in_lines = true};
}

static void start_line(plie_json_writer *writer) {
    if (writer->in_lines)
        plie_text_addf(writer->text, "\n%*s", 2 * writer->depth, "");
}

static void before_item(plie_json_writer *writer) {
    if (writer->comma)
        plie_text_add(writer->text, ",");
    if (writer->depth > 0 && !writer->after_key)
        start_line(writer);
    writer->comma = true;
    writer->after_key = false;
}

static void open_with(plie_json_writer *writer, const char *bracket) {
    before_item(writer);
    plie_text_add(writer->text, bracket);
    writer->depth++;
    writer->comma = false;
}

static void close_with(plie_json_writer *writer, const char *bracket) {
    writer->depth--;
    if (writer->comma)
        start_line(writer);
    plie_text_add(writer->text, bracket);
    writer->comma = true;
}

void plie_json_open_object(plie_json_writer *writer) {
    open_with(writer, "{");
}

void plie_json_close_object(plie_json_writer *writer) {
    close_with(writer, "}");
}

void plie_json_open_array(plie_json_writer *writer) {
    open_with(writer, "[");
}

void plie_json_close_array(plie_json_writer *writer) {
    close_with(writer, "]");
}

void plie_json_key(plie_json_writer *writer, const char *key) {
    before_item(writer);
    plie_text_add_json_string(writer->text, key);
    plie_text_add(writer->text, writer->in_lines ? ": " : ":");
    writer->comma = false;
    writer->after_key = true;
}

void plie_json_string(plie_json_writer *writer, const char *string) {
    before_item(writer);
    if (string == NULL)
        plie_text_add(writer->text, "null");
    else
        plie_text_add_json_string(writer->text, string);
}

void plie_json_int(plie_json_writer *writer, int64_t number) {
    before_item(writer);
    plie_text_addf(writer->text, "%lld", (long long)number);
}

static bool reads_back(const char *digits, double number) {
    return strtod(digits, NULL) == number;
}

void plie_json_double(plie_json_writer *writer, double number) {
    if (!isfinite(number)) {
        plie_json_null(writer);
        return;
    }
    before_item(writer);
    char digits[32];
    int precision = 15;
    do {
        snprintf(digits, sizeof digits, "%.*g", precision, number);
    } while (!reads_back(digits, number) && ++precision <= 17);
    char *decimal_comma = strchr(digits, ',');
    if (decimal_comma != NULL)
        *decimal_comma = '.';
    plie_text_add(writer->text, digits);
}

void plie_json_bool(plie_json_writer *writer, bool value) {
    before_item(writer);
    plie_text_add(writer->text, value ? "true" : "false");
}

void plie_json_null(plie_json_writer *writer) {
    plie_json_string(writer, NULL);
}

void plie_json_member_string(plie_json_writer *writer, const char *key, const char *string) {
    plie_json_key(writer, key);
    plie_json_string(writer, string);
}

void plie_json_member_int(plie_json_writer *writer, const char *key, int64_t number) {
    plie_json_key(writer, key);
    plie_json_int(writer, number);
}

void plie_json_member_double(plie_json_writer *writer, const char *key, double number) {
    plie_json_key(writer, key);
    plie_json_double(writer, number);
}

void plie_json_member_bool(plie_json_writer *writer, const char *key, bool value) {
    plie_json_key(writer, key);
    plie_json_bool(writer, value);
}

void plie_json_member_null(plie_json_writer *writer, const char *key) {
    plie_json_key(writer, key);
    plie_json_null(writer);
}
