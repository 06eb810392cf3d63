#include "program/texts.h"
#include "base/text.h"
#include "program/fields.h"
#include <string.h>

#define LANGUAGE_LIMIT 35 /* characters; RFC 5646, 4.4.1 */

static bool is_control(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool has_control(const char *text, bool lines_allowed) {
    for (uint32_t c = plie_utf8_next(&text); c != 0; c = plie_utf8_next(&text)) {
        if (is_control(c) && !(lines_allowed && (c == '\n' || c == '\t')))
            return true;
    }
    return false;
}

/* Most texts are: they need no decoding. */
static bool is_plain_ascii(const char *text) {
    while (*text >= ' ' && *text <= '~')
        text++;
    return *text == '\0';
}

static bool is_blank(const char *text) {
    return text[strspn(text, " \t\n")] == '\0';
}

static bool text_is_fit(plie_reader *reader, const plie_node *node, size_t limit, bool spoken) {
    const char *text = node->item->valuestring;
    bool plain = is_plain_ascii(text);
    size_t length = plain ? strlen(text) : plie_utf8_length(text);
    if (length > limit) {
        plie_find(reader, node, PLIE_ERROR, "has %zu characters; at most %zu are allowed here",
                  length, limit);
        return false;
    }
    if (!plain && has_control(text, !spoken)) {
        plie_find(reader, node, PLIE_ERROR, "must not hold control characters");
        return false;
    }
    if (spoken && is_blank(text)) {
        plie_find(reader, node, PLIE_ERROR, "must not be empty");
        return false;
    }
    return true;
}

bool plie_read_spoken(plie_reader *reader, const plie_node *node, const char **text) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text") ||
        !text_is_fit(reader, node, PLIE_SPOKEN_LIMIT, true))
        return false;
    *text = plie_arena_strdup(reader->arena, node->item->valuestring);
    return true;
}

bool plie_read_free_text(plie_reader *reader, const plie_node *node, const char **text) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text") ||
        !text_is_fit(reader, node, PLIE_FREE_TEXT_LIMIT, false))
        return false;
    if (!is_blank(node->item->valuestring))
        *text = plie_arena_strdup(reader->arena, node->item->valuestring);
    return true;
}

static const char *fault_of_path(const char *path) {
    if (path[0] == '\0')
        return "must not be empty";
    if (strlen(path) > PLIE_PATH_LIMIT)
        return "is a path of more than 200 bytes";
    if (has_control(path, false))
        return "must not hold control characters";
    if (path[0] == '/' || strchr(path, ':') != NULL)
        return "must be a path inside the program's folder, not an absolute one";
    if (strchr(path, '\\') != NULL)
        return "must separate folders by /, not by a backslash";
    for (const char *part = path; part != NULL;) {
        size_t length = strcspn(part, "/");
        if (length == 0)
            return "must not have an empty part in its path";
        if (length == 2 && strncmp(part, "..", 2) == 0)
            return "must not lead out of the program's folder by \"..\"";
        part = part[length] == '/' ? part + length + 1 : NULL;
    }
    return NULL;
}

bool plie_read_file(plie_reader *reader, const plie_node *node, plie_file_kind kind,
                    const char **path) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text"))
        return false;
    const char *fault = fault_of_path(node->item->valuestring);
    if (fault != NULL) {
        plie_find(reader, node, PLIE_ERROR, "%s", fault);
        return false;
    }
    *path = plie_arena_strdup(reader->arena, node->item->valuestring);
    plie_name_file(reader, node, kind, *path);
    return true;
}

static bool is_in(char c, const char *set) {
    return c != '\0' && strchr(set, c) != NULL;
}

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

static bool is_language_tag(const char *tag) {
    if (strlen(tag) > LANGUAGE_LIMIT || !is_in(tag[0], LOWER UPPER))
        return false;
    for (const char *part = tag; part != NULL;) {
        size_t length = strspn(part, LOWER UPPER DIGITS);
        if (length < 1 || length > 8 || (part == tag && length < 2))
            return false;
        if (part[length] != '-' && part[length] != '\0')
            return false;
        part = part[length] == '-' ? part + length + 1 : NULL;
    }
    return true;
}

bool plie_read_language(plie_reader *reader, const plie_node *node, const char **tag) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text"))
        return false;
    if (!is_language_tag(node->item->valuestring)) {
        plie_find(reader, node, PLIE_ERROR, "is %s, but must be a language tag such as en or de-CH",
                  plie_quoted(reader, node->item->valuestring));
        return false;
    }
    *tag = plie_arena_strdup(reader->arena, node->item->valuestring);
    return true;
}

bool plie_id_is_sane(const char *id) {
    size_t length = strspn(id, LOWER DIGITS "-");
    return length > 0 && length <= PLIE_ID_LIMIT && id[length] == '\0';
}

bool plie_read_id(plie_reader *reader, const plie_node *node, const char **id) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text"))
        return false;
    if (!plie_id_is_sane(node->item->valuestring)) {
        plie_find(reader, node, PLIE_ERROR,
                  "%s is no exercise id: lower-case letters, digits and hyphens, at most %d",
                  plie_quoted(reader, node->item->valuestring), PLIE_ID_LIMIT);
        return false;
    }
    *id = plie_arena_strdup(reader->arena, node->item->valuestring);
    return true;
}

bool plie_is_line(const char *text, size_t byte_limit) {
    const size_t length = strlen(text);
    return length <= byte_limit && plie_utf8_valid(text, length, NULL) && !has_control(text, false);
}

bool plie_read_line(plie_reader *reader, const plie_node *node, size_t byte_limit,
                    const char **line) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text"))
        return false;
    if (!plie_is_line(node->item->valuestring, byte_limit)) {
        plie_find(reader, node, PLIE_ERROR, "must have at most %zu bytes and no control characters",
                  byte_limit);
        return false;
    }
    *line = plie_arena_strdup(reader->arena, node->item->valuestring);
    return true;
}
