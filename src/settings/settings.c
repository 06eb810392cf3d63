#include "settings/settings_fields.h"

#include "program/texts.h"
#include <string.h>

plie_settings *plie_settings_new(void) {
    plie_arena *arena = plie_arena_new();
    plie_settings *settings = PLIE_NEW(arena, plie_settings);
    *settings = (plie_settings){
        .volume_percent = 100,
        .beeps_percent = 100,
        .voice_percent = 100,
        .music_percent = 50,
        .voice = true,
        .scale_percent = 100,
        .prepare_s = PLIE_PREPARE_S,
        .transition_s = PLIE_TRANSITION_S,
        .weight_kg = PLIE_USUAL_WEIGHT_KG,
        .weekly_goal_min = PLIE_USUAL_GOAL_MIN,
        .last = {.minutes = -1},
        .tastes = {.forms = settings->forms, .avoided = settings->avoided},
        .arena = arena,
    };
    return settings;
}

void plie_settings_free(plie_settings *settings) {
    if (settings != NULL)
        plie_arena_free(settings->arena);
}

void plie_settings_add_to(const plie_settings *settings, plie_choices *choices) {
    choices->prepare_s = settings->prepare_s;
    choices->transition_s = settings->transition_s;
    choices->tastes = &settings->tastes;
}

int plie_settings_first_weekday(const plie_settings *settings) {
    static const int weekdays[] = {
        [PLIE_WEEK_FROM_MONDAY] = 0, [PLIE_WEEK_FROM_SATURDAY] = 5, [PLIE_WEEK_FROM_SUNDAY] = 6};
    return weekdays[settings->week_start];
}

static bool is_same(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool plie_settings_set_music_folder(plie_settings *settings, const char *folder) {
    const bool none = folder == NULL || folder[0] == '\0';
    if (!none && (folder[0] != '/' || !plie_is_line(folder, PLIE_FOLDER_LIMIT)))
        return false;
    if (none)
        settings->music_folder = NULL;
    else if (!is_same(settings->music_folder, folder))
        settings->music_folder = plie_arena_strdup(settings->arena, folder);
    return true;
}

void plie_settings_set_last_program(plie_settings *settings, const char *id) {
    if (id == NULL || id[0] == '\0' || !plie_is_line(id, PLIE_LAST_PROGRAM_LIMIT))
        settings->last.program = NULL;
    else if (!is_same(settings->last.program, id))
        settings->last.program = plie_arena_strdup(settings->arena, id);
}

static void remove_form(plie_settings *settings, size_t index) {
    settings->tastes.form_count--;
    memmove(&settings->forms[index], &settings->forms[index + 1],
            (settings->tastes.form_count - index) * sizeof settings->forms[0]);
}

static void forget_form(plie_settings *settings, const char *original) {
    for (size_t i = settings->tastes.form_count; i-- > 0;)
        if (strcmp(settings->forms[i].from, original) == 0)
            remove_form(settings, i);
}

void plie_settings_set_form(plie_settings *settings, const char *original, const char *to) {
    if (!plie_id_is_sane(original) || !plie_id_is_sane(to))
        return;
    forget_form(settings, original);
    if (strcmp(original, to) == 0)
        return;
    if (settings->tastes.form_count == PLIE_FORM_LIMIT)
        remove_form(settings, 0);
    settings->forms[settings->tastes.form_count++] = (plie_form){
        plie_arena_strdup(settings->arena, original), plie_arena_strdup(settings->arena, to)};
}

static size_t index_of_avoided(const plie_settings *settings, const char *exercise) {
    size_t i = 0;
    while (i < settings->tastes.avoided_count && strcmp(settings->avoided[i], exercise) != 0)
        i++;
    return i;
}

bool plie_settings_avoids(const plie_settings *settings, const char *exercise) {
    return index_of_avoided(settings, exercise) < settings->tastes.avoided_count;
}

bool plie_settings_set_avoided(plie_settings *settings, const char *exercise, bool avoided) {
    size_t *count = &settings->tastes.avoided_count;
    const size_t index = index_of_avoided(settings, exercise);
    const bool is_avoided = index < *count;
    if (is_avoided == avoided)
        return true;
    if (is_avoided) {
        --*count;
        memmove(&settings->avoided[index], &settings->avoided[index + 1],
                (*count - index) * sizeof settings->avoided[0]);
        return true;
    }
    if (*count == PLIE_AVOIDED_LIMIT || !plie_id_is_sane(exercise))
        return false;
    settings->avoided[(*count)++] = plie_arena_strdup(settings->arena, exercise);
    return true;
}
