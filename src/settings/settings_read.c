#include "program/texts.h"
#include "settings/settings_fields.h"
#include <string.h>

#define HEALTH_POINTER "/health"
#define NEWEST_FORMAT 1e9

/* How many values were at fault so far. */
static size_t error_count(const plie_reader *reader) {
    return plie_diagnostics_count_of(reader->findings, PLIE_ERROR);
}

/* A newer file may differ in any way: nothing else in it is worth a word. */
static bool is_newer(const plie_reader *reader, const plie_node *root) {
    const plie_node node = plie_member(reader, root, "format");
    if (node.item == NULL || !cJSON_IsNumber(node.item))
        return false;
    const double format = node.item->valuedouble;
    if (!(format > PLIE_SETTINGS_FORMAT && format <= NEWEST_FORMAT))
        return false;
    plie_find(reader, &node, PLIE_ERROR,
              "is format %.10g, which a newer Plie has written; this one reads format %d", format,
              PLIE_SETTINGS_FORMAT);
    return true;
}

static void read_format(plie_reader *reader, const plie_node *node) {
    static const plie_field format_field = {
        .type = PLIE_FIELD_WHOLE, .low = 1, .high = NEWEST_FORMAT};
    int format;
    (void)plie_read_field(reader, node, &format_field, &format);
}

/* A key that comes twice may hold a fault the second time. */
static void take_back(const plie_shape *shape, const plie_seen *seen, void *object,
                      const void *before) {
    for (size_t i = 0; i < shape->count; i++) {
        const plie_field *field = &shape->fields[i];
        if (seen->nodes[i].item != NULL && !seen->ok[i])
            memcpy((char *)object + field->offset, (const char *)before + field->offset,
                   plie_field_size(field));
    }
}

static void read_last(plie_reader *reader, const plie_node *node, plie_settings *settings,
                      const plie_last_choice *before) {
    plie_seen seen;
    plie_last_choice *last = &settings->last;
    const size_t errors = error_count(reader);
    if (plie_read_object(reader, node, &plie_last_shape, last, &seen)) {
        take_back(&plie_last_shape, &seen, last, before);
    } else {
        *last = *before;
        last->program = NULL;
    }
    if (last->program == NULL && error_count(reader) > errors)
        plie_settings_set_last_program(settings, before->program);
    if (last->program != NULL && last->program[0] == '\0')
        last->program = NULL;
}

static void read_operated(plie_reader *reader, const plie_node *node, plie_date *date) {
    static const plie_field date_field = {.key = "a date", .type = PLIE_FIELD_LINE, .high = 32};
    const char *text = NULL;
    plie_date read;
    if (!plie_read_field(reader, node, &date_field, &text))
        return;
    if (plie_date_read(text, &read))
        *date = read;
    else
        plie_find(reader, node, PLIE_ERROR, "must be a date such as 2026-05-14");
}

static bool has_yes(const plie_health *health) {
    for (int theme = 0; theme < PLIE_HEALTH_THEMES; theme++)
        if (health->yes[theme])
            return true;
    return false;
}

/* Who told a date had an operation, and who said yes to anything has answered. */
static void take_strictly(plie_health *health, const plie_seen *seen) {
    if (!seen->ok[PLIE_HEALTH_ANSWER_FIELDS + PLIE_HEALTH_OPERATION] &&
        seen->nodes[PLIE_HEALTH_OPERATED_FIELD].item != NULL)
        health->yes[PLIE_HEALTH_OPERATION] = true;
    if (!seen->ok[PLIE_HEALTH_STATE_FIELD] && has_yes(health))
        health->state = PLIE_HEALTH_ANSWERED;
}

static void read_health(plie_reader *reader, const plie_node *node, plie_health *health,
                        const plie_health *before) {
    plie_seen seen;
    if (plie_read_object(reader, node, &plie_health_shape, health, &seen)) {
        take_back(&plie_health_shape, &seen, health, before);
        if (seen.nodes[PLIE_HEALTH_OPERATED_FIELD].item != NULL)
            read_operated(reader, &seen.nodes[PLIE_HEALTH_OPERATED_FIELD], &health->operated);
    }
    if (!plie_settings_health_is_at_fault(reader->findings))
        return;
    if (before->state != PLIE_HEALTH_NOT_ASKED)
        *health = *before;
    else
        take_strictly(health, &seen);
}

static bool key_is_id(plie_reader *reader, const plie_node *member) {
    const char *key = plie_node_key(member);
    if (plie_id_is_sane(key))
        return true;
    plie_find_at_key(reader, member, "%s is no exercise id", plie_quoted(reader, key));
    return false;
}

static void read_form(plie_reader *reader, const plie_node *member, plie_settings *settings) {
    const char *from = plie_node_key(member), *to = NULL;
    if (!key_is_id(reader, member) || !plie_read_id(reader, member, &to))
        return;
    if (strcmp(from, to) == 0)
        plie_find(reader, member, PLIE_ERROR, "is the exercise that it takes the place of");
    else
        plie_settings_set_form(settings, from, to);
}

/* Those of before that stand in the way of nothing that was read. */
static void add_forms(plie_settings *settings, const plie_tastes *before) {
    for (size_t i = 0; i < before->form_count; i++) {
        const plie_form *form = &before->forms[i];
        size_t there = 0;
        while (there < settings->tastes.form_count &&
               strcmp(settings->forms[there].from, form->from) != 0)
            there++;
        if (there == settings->tastes.form_count && there < PLIE_FORM_LIMIT)
            plie_settings_set_form(settings, form->from, form->to);
    }
}

static void read_members(plie_reader *reader, const plie_node *node, plie_settings *settings) {
    if (!plie_expect_object(reader, node, "an object of exercise ids"))
        return;
    if (plie_child_count(node) > PLIE_FORM_LIMIT)
        plie_find(reader, node, PLIE_ERROR, "holds %zu forms; at most %d are allowed",
                  plie_child_count(node), PLIE_FORM_LIMIT);
    for (plie_node member = plie_first(reader, node);
         member.item != NULL && settings->tastes.form_count < PLIE_FORM_LIMIT;
         plie_next(reader, &member)) {
        if (!plie_is_comment(&member))
            read_form(reader, &member, settings);
    }
}

static void read_forms(plie_reader *reader, const plie_node *node, plie_settings *settings,
                       const plie_tastes *before) {
    const size_t errors = error_count(reader);
    read_members(reader, node, settings);
    if (error_count(reader) > errors)
        add_forms(settings, before);
}

static void read_avoided(plie_reader *reader, const plie_node *node, plie_settings *settings,
                         const plie_tastes *before) {
    static const plie_field ids_field = {
        .key = "avoided exercises", .type = PLIE_FIELD_IDS, .high = PLIE_AVOIDED_LIMIT};
    plie_texts ids = {0};
    const bool ok = plie_read_field(reader, node, &ids_field, &ids);
    for (size_t i = 0; i < ids.count && i < PLIE_AVOIDED_LIMIT; i++)
        (void)plie_settings_set_avoided(settings, ids.items[i], true);
    for (size_t i = 0; !ok && i < before->avoided_count; i++)
        (void)plie_settings_set_avoided(settings, before->avoided[i], true);
}

static void read_music_folder(plie_reader *reader, const plie_node *node, bool ok,
                              plie_settings *settings, const char *before) {
    const char *folder = settings->music_folder;
    settings->music_folder = NULL;
    if (ok && plie_settings_set_music_folder(settings, folder))
        return;
    if (ok)
        plie_find(reader, node, PLIE_ERROR, "must be an absolute path");
    (void)plie_settings_set_music_folder(settings, before);
}

/* False where nothing can be used. */
static bool read_settings(plie_reader *reader, plie_settings *settings,
                          const plie_settings *before) {
    const plie_node root = plie_root(reader);
    plie_seen seen;
    if (is_newer(reader, &root) ||
        !plie_read_object(reader, &root, &plie_settings_shape, settings, &seen))
        return false;
    const plie_node *nodes = seen.nodes;
    take_back(&plie_settings_shape, &seen, settings, before);
    if (nodes[PLIE_SETTING_FORMAT].item != NULL)
        read_format(reader, &nodes[PLIE_SETTING_FORMAT]);
    if (nodes[PLIE_SETTING_MUSIC_FOLDER].item != NULL)
        read_music_folder(reader, &nodes[PLIE_SETTING_MUSIC_FOLDER],
                          seen.ok[PLIE_SETTING_MUSIC_FOLDER], settings, before->music_folder);
    if (nodes[PLIE_SETTING_HEALTH].item != NULL)
        read_health(reader, &nodes[PLIE_SETTING_HEALTH], &settings->health, &before->health);
    if (nodes[PLIE_SETTING_LAST].item != NULL)
        read_last(reader, &nodes[PLIE_SETTING_LAST], settings, &before->last);
    if (nodes[PLIE_SETTING_FORMS].item != NULL)
        read_forms(reader, &nodes[PLIE_SETTING_FORMS], settings, &before->tastes);
    if (nodes[PLIE_SETTING_AVOIDED].item != NULL)
        read_avoided(reader, &nodes[PLIE_SETTING_AVOIDED], settings, &before->tastes);
    return true;
}

plie_settings *plie_settings_read_again(const char *file, const char *bytes, size_t length,
                                        const plie_settings *before, plie_diagnostics *findings) {
    plie_settings *settings = plie_settings_new();
    plie_reader reader;
    const bool usable = plie_reader_open(&reader, settings->arena, file, bytes, length, findings) &&
                        read_settings(&reader, settings, before);
    plie_reader_close(&reader);
    plie_diagnostics_sort(findings);
    if (usable)
        return settings;
    plie_settings_free(settings);
    return NULL;
}

plie_settings *plie_settings_read(const char *file, const char *bytes, size_t length,
                                  plie_diagnostics *findings) {
    plie_settings *defaults = plie_settings_new();
    plie_settings *settings = plie_settings_read_again(file, bytes, length, defaults, findings);
    plie_settings_free(defaults);
    return settings;
}

bool plie_settings_are_newer(const char *bytes, size_t length) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_arena *arena = plie_arena_new();
    plie_reader reader;
    bool newer = false;
    if (plie_reader_open(&reader, arena, "", bytes, length, findings)) {
        const plie_node root = plie_root(&reader);
        newer = is_newer(&reader, &root);
    }
    plie_reader_close(&reader);
    plie_arena_free(arena);
    plie_diagnostics_free(findings);
    return newer;
}

static bool is_of_health(const plie_diagnostic *finding) {
    const size_t length = strlen(HEALTH_POINTER);
    return strncmp(finding->pointer, HEALTH_POINTER, length) == 0 &&
           (finding->pointer[length] == '\0' || finding->pointer[length] == '/');
}

/* Of very many findings not all are kept. */
bool plie_settings_health_is_at_fault(const plie_diagnostics *findings) {
    const size_t count = plie_diagnostics_count(findings);
    for (size_t i = 0; i < count; i++)
        if (is_of_health(plie_diagnostics_at(findings, i)))
            return true;
    return count == PLIE_DIAGNOSTIC_LIMIT;
}
