#include "program/texts.h"
#include "settings/settings_fields.h"
#include <string.h>

/* A newer file may differ in any way: nothing else in it is worth a word. */
static bool is_of_known_format(plie_reader *reader, const plie_node *root) {
    static const plie_field format_field = {.type = PLIE_FIELD_WHOLE, .low = 1, .high = 1e9};
    const plie_node node = plie_member(reader, root, "format");
    int format = PLIE_SETTINGS_FORMAT;
    if (node.item != NULL && !plie_read_field(reader, &node, &format_field, &format))
        return false;
    if (format > PLIE_SETTINGS_FORMAT)
        plie_find(reader, &node, PLIE_ERROR,
                  "is format %d, which a newer Plie has written; this one reads format %d", format,
                  PLIE_SETTINGS_FORMAT);
    return format == PLIE_SETTINGS_FORMAT;
}

static void read_last(plie_reader *reader, const plie_node *node, plie_last_choice *last) {
    plie_seen seen;
    (void)plie_read_object(reader, node, &plie_last_shape, last, &seen);
    if (last->program != NULL && last->program[0] == '\0')
        last->program = NULL;
}

static void read_operated(plie_reader *reader, const plie_node *node, plie_date *date) {
    static const plie_field date_field = {.key = "a date", .type = PLIE_FIELD_LINE, .high = 32};
    const char *text = NULL;
    if (plie_read_field(reader, node, &date_field, &text) && !plie_date_read(text, date))
        plie_find(reader, node, PLIE_ERROR, "must be a date such as 2026-05-14");
}

static void read_health(plie_reader *reader, const plie_node *node, plie_health *health) {
    plie_seen seen;
    if (plie_read_object(reader, node, &plie_health_shape, health, &seen) &&
        seen.nodes[PLIE_HEALTH_OPERATED_FIELD].item != NULL)
        read_operated(reader, &seen.nodes[PLIE_HEALTH_OPERATED_FIELD], &health->operated);
}

static bool key_is_id(plie_reader *reader, const plie_node *member) {
    const char *key = plie_node_key(member);
    if (plie_id_is_sane(key))
        return true;
    plie_find_at_key(reader, member, "%s is no exercise id", plie_quoted(reader, key));
    return false;
}

static void read_form(plie_reader *reader, const plie_node *member, plie_settings *settings) {
    plie_form *form = &settings->forms[settings->tastes.form_count];
    if (!key_is_id(reader, member) || !plie_read_id(reader, member, &form->to))
        return;
    form->from = plie_arena_strdup(reader->arena, plie_node_key(member));
    if (strcmp(form->from, form->to) == 0)
        plie_find(reader, member, PLIE_ERROR, "is the exercise that it takes the place of");
    else
        settings->tastes.form_count++;
}

static void read_forms(plie_reader *reader, const plie_node *node, plie_settings *settings) {
    if (!plie_expect_object(reader, node, "an object of exercise ids"))
        return;
    if (plie_child_count(node) > PLIE_FORM_LIMIT) {
        plie_find(reader, node, PLIE_ERROR, "holds %zu forms; at most %d are allowed",
                  plie_child_count(node), PLIE_FORM_LIMIT);
        return;
    }
    for (plie_node member = plie_first(reader, node); member.item != NULL;
         plie_next(reader, &member)) {
        if (!plie_is_comment(&member))
            read_form(reader, &member, settings);
    }
}

static void read_avoided(plie_reader *reader, const plie_node *node, plie_settings *settings) {
    static const plie_field ids_field = {
        .key = "avoided exercises", .type = PLIE_FIELD_IDS, .high = PLIE_AVOIDED_LIMIT};
    plie_texts ids = {0};
    if (!plie_read_field(reader, node, &ids_field, &ids))
        return;
    for (size_t i = 0; i < ids.count && i < PLIE_AVOIDED_LIMIT; i++)
        (void)plie_settings_set_avoided(settings, ids.items[i], true);
}

static void read_music_folder(plie_reader *reader, const plie_node *node, plie_settings *settings) {
    const char *folder = settings->music_folder;
    settings->music_folder = NULL;
    if (!plie_settings_set_music_folder(settings, folder))
        plie_find(reader, node, PLIE_ERROR, "must be an absolute path");
}

static void read_settings(plie_reader *reader, plie_settings *settings) {
    const plie_node root = plie_root(reader);
    plie_seen seen;
    if (!is_of_known_format(reader, &root) ||
        !plie_read_object(reader, &root, &plie_settings_shape, settings, &seen))
        return;
    if (seen.ok[PLIE_SETTING_MUSIC_FOLDER])
        read_music_folder(reader, &seen.nodes[PLIE_SETTING_MUSIC_FOLDER], settings);
    if (seen.nodes[PLIE_SETTING_HEALTH].item != NULL)
        read_health(reader, &seen.nodes[PLIE_SETTING_HEALTH], &settings->health);
    if (seen.nodes[PLIE_SETTING_LAST].item != NULL)
        read_last(reader, &seen.nodes[PLIE_SETTING_LAST], &settings->last);
    if (seen.nodes[PLIE_SETTING_FORMS].item != NULL)
        read_forms(reader, &seen.nodes[PLIE_SETTING_FORMS], settings);
    if (seen.nodes[PLIE_SETTING_AVOIDED].item != NULL)
        read_avoided(reader, &seen.nodes[PLIE_SETTING_AVOIDED], settings);
}

plie_settings *plie_settings_read(const char *file, const char *bytes, size_t length,
                                  plie_diagnostics *findings) {
    plie_settings *settings = plie_settings_new();
    plie_reader reader;
    if (plie_reader_open(&reader, settings->arena, file, bytes, length, findings))
        read_settings(&reader, settings);
    const bool failed = plie_reader_failed(&reader);
    plie_reader_close(&reader);
    plie_diagnostics_sort(findings);
    if (!failed)
        return settings;
    plie_settings_free(settings);
    return NULL;
}
