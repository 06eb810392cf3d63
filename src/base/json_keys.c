#include "base/json_scan.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* Up to this many keys are compared each with each; more are sorted. */
#define FEW_KEYS 12
/* A pointer holds this much of a key, so that hostile keys cannot multiply. */
#define KEY_SHOWN 200

static size_t put_utf8(char *out, unsigned long character) {
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    size_t length = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (character & 0x3f));
        character >>= 6;
    }
    out[0] = (char)((0xf00U >> length & 0xffU) | character);
    return length;
}

static unsigned long read_unit(const char *digits) {
    char text[5] = {0};
    memcpy(text, digits, 4);
    return strtoul(text, NULL, 16);
}

/* Writes what the escape at escape[0..) stands for and returns how many bytes it took. */
static size_t unescape_one(const char *escape, char **out) {
    static const char kinds[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    if (escape[1] != 'u') {
        *(*out)++ = meanings[strchr(kinds, escape[1]) - kinds];
        return 2;
    }
    unsigned long character = read_unit(escape + 2);
    size_t taken = 6;
    if (character >= 0xd800 && character <= 0xdbff) {
        character = 0x10000 + ((character - 0xd800) << 10) + (read_unit(escape + 8) - 0xdc00);
        taken = 12;
    }
    *out += put_utf8(*out, character);
    return taken;
}

static void unescape(json_scan *scan, json_key *key) {
    char *plain = plie_arena_alloc(scan->arena, key->length, 1);
    char *out = plain;
    for (size_t at = 0; at < key->length;) {
        if (key->bytes[at] == '\\')
            at += unescape_one(key->bytes + at, &out);
        else
            *out++ = key->bytes[at++];
    }
    key->bytes = plain;
    key->length = (size_t)(out - plain);
    key->escaped = false;
}

static void *grow(void *items, size_t *capacity, size_t item_size) {
    *capacity = *capacity == 0 ? 32 : *capacity * 2;
    void *grown = realloc(items, *capacity * item_size);
    if (grown == NULL)
        abort();
    return grown;
}

json_key plie_json_add_key(json_scan *scan, json_key key) {
    if (scan->key_count == scan->key_capacity)
        scan->keys = grow(scan->keys, &scan->key_capacity, sizeof *scan->keys);
    if (key.escaped)
        unescape(scan, &key);
    scan->keys[scan->key_count++] = key;
    return key;
}

static int compare_keys(const json_key *a, const json_key *b) {
    if (a->length != b->length)
        return a->length < b->length ? -1 : 1;
    return a->length == 0 ? 0 : memcmp(a->bytes, b->bytes, a->length);
}

static int compare_for_sort(const void *left, const void *right) {
    const json_key *a = left;
    const json_key *b = right;
    const int order = compare_keys(a, b);
    return order != 0 ? order : (a->value > b->value) - (a->value < b->value);
}

static void add_repeat(json_scan *scan, const json_key *key) {
    if (scan->repeat_count == scan->repeat_capacity)
        scan->repeats = grow(scan->repeats, &scan->repeat_capacity, sizeof *scan->repeats);
    json_repeat *repeat = &scan->repeats[scan->repeat_count++];
    repeat->value = key->value;
    repeat->pointer = NULL;
    if (scan->repeat_count <= PLIE_DIAGNOSTIC_LIMIT) {
        scan->path[scan->depth - 1] = (json_step){.key = *key};
        repeat->pointer = plie_json_pointer(scan);
    }
}

static void find_repeats_of_few(json_scan *scan, const json_key *keys, size_t count) {
    for (size_t i = 1; i < count; i++) {
        size_t j = 0;
        while (j < i && compare_keys(&keys[i], &keys[j]) != 0)
            j++;
        if (j < i)
            add_repeat(scan, &keys[i]);
    }
}

void plie_json_close_keys(json_scan *scan, size_t first) {
    json_key *keys = scan->keys + first;
    const size_t count = scan->key_count - first;
    if (count <= FEW_KEYS) {
        if (count > 1)
            find_repeats_of_few(scan, keys, count);
    } else {
        qsort(keys, count, sizeof *keys, compare_for_sort);
        for (size_t i = 1; i < count; i++) {
            if (compare_keys(&keys[i], &keys[i - 1]) == 0)
                add_repeat(scan, &keys[i]);
        }
    }
    scan->key_count = first;
}

static int compare_repeats(const void *left, const void *right) {
    const json_repeat *a = left;
    const json_repeat *b = right;
    return (a->value > b->value) - (a->value < b->value);
}

void plie_json_report_repeats(json_scan *scan) {
    if (scan->repeat_count > 1)
        qsort(scan->repeats, scan->repeat_count, sizeof *scan->repeats, compare_repeats);
    for (size_t i = 0; i < scan->repeat_count; i++) {
        const json_repeat *repeat = &scan->repeats[i];
        plie_diagnostics_add(scan->findings, PLIE_ERROR, scan->text->file,
                             plie_json_key_place(scan->text, repeat->value), repeat->pointer,
                             "this object has that key already");
    }
}

static void add_key_to_pointer(plie_text *pointer, json_key key) {
    size_t shown = key.length;
    if (shown > KEY_SHOWN) {
        shown = KEY_SHOWN;
        while (shown > 0 && ((unsigned char)key.bytes[shown] & 0xc0) == 0x80)
            shown--;
    }
    for (size_t i = 0; i < shown; i++) {
        if (key.bytes[i] == '~')
            plie_text_add(pointer, "~0");
        else if (key.bytes[i] == '/')
            plie_text_add(pointer, "~1");
        else
            plie_text_add_bytes(pointer, &key.bytes[i], 1);
    }
}

char *plie_json_pointer(json_scan *scan) {
    plie_text pointer = {0};
    for (int i = 0; i < scan->depth; i++) {
        plie_text_add(&pointer, "/");
        if (scan->path[i].in_array)
            plie_text_addf(&pointer, "%u", (unsigned)scan->path[i].item);
        else
            add_key_to_pointer(&pointer, scan->path[i].key);
    }
    char *copy = plie_arena_strdup(scan->arena, plie_text_string(&pointer));
    plie_text_free(&pointer);
    return copy;
}
