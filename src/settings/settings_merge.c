#include "settings/settings_fields.h"
#include <string.h>

plie_settings *plie_settings_copy(const plie_settings *settings) {
    plie_settings *copy = plie_settings_new();
    plie_arena *arena = copy->arena;
    *copy = *settings;
    copy->arena = arena;
    copy->tastes.forms = copy->forms;
    copy->tastes.avoided = copy->avoided;
    if (settings->music_folder != NULL)
        copy->music_folder = plie_arena_strdup(arena, settings->music_folder);
    if (settings->last.program != NULL)
        copy->last.program = plie_arena_strdup(arena, settings->last.program);
    for (size_t i = 0; i < copy->tastes.form_count; i++)
        copy->forms[i] = (plie_form){plie_arena_strdup(arena, settings->forms[i].from),
                                     plie_arena_strdup(arena, settings->forms[i].to)};
    for (size_t i = 0; i < copy->tastes.avoided_count; i++)
        copy->avoided[i] = plie_arena_strdup(arena, settings->avoided[i]);
    return copy;
}

static bool is_same_text(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void merge_field(const plie_field *field, plie_settings *settings, const plie_settings *seen,
                        const plie_settings *there) {
    char *mine = (char *)settings + field->offset;
    const size_t size = plie_field_size(field);
    if (size > 0 && memcmp(mine, (const char *)seen + field->offset, size) == 0)
        memcpy(mine, (const char *)there + field->offset, size);
}

/* One choice, of which the parts belong together. */
static bool is_same_choice(const plie_last_choice *a, const plie_last_choice *b) {
    return is_same_text(a->program, b->program) && a->level == b->level &&
           a->minutes == b->minutes && a->low_impact == b->low_impact &&
           a->cardio_first == b->cardio_first && a->warmup == b->warmup && a->stretch == b->stretch;
}

static void merge_last(plie_settings *settings, const plie_settings *seen,
                       const plie_settings *there) {
    if (!is_same_choice(&settings->last, &seen->last))
        return;
    settings->last = there->last;
    settings->last.program = NULL;
    plie_settings_set_last_program(settings, there->last.program);
}

static bool is_same_health(const plie_health *a, const plie_health *b) {
    return a->state == b->state && memcmp(a->yes, b->yes, sizeof a->yes) == 0 &&
           a->operation == b->operation && a->doctor_agrees == b->doctor_agrees &&
           a->advice_heard == b->advice_heard &&
           memcmp(&a->operated, &b->operated, sizeof a->operated) == 0;
}

static const char *form_of(const plie_settings *settings, const char *original) {
    for (size_t i = 0; i < settings->tastes.form_count; i++)
        if (strcmp(settings->forms[i].from, original) == 0)
            return settings->forms[i].to;
    return original;
}

static void merge_form(plie_settings *settings, const plie_settings *seen,
                       const plie_settings *there, const char *original) {
    const char *mine = form_of(settings, original), *theirs = form_of(there, original);
    if (strcmp(mine, form_of(seen, original)) == 0 && strcmp(mine, theirs) != 0)
        plie_settings_set_form(settings, original, theirs);
}

/* What was forgotten there stands in seen, what is new there in there. */
static void merge_forms(plie_settings *settings, const plie_settings *seen,
                        const plie_settings *there) {
    for (size_t i = 0; i < seen->tastes.form_count; i++)
        merge_form(settings, seen, there, seen->forms[i].from);
    for (size_t i = 0; i < there->tastes.form_count; i++)
        merge_form(settings, seen, there, there->forms[i].from);
}

static void merge_avoided(plie_settings *settings, const plie_settings *seen,
                          const plie_settings *there) {
    for (size_t i = 0; i < seen->tastes.avoided_count; i++)
        if (!plie_settings_avoids(there, seen->avoided[i]))
            (void)plie_settings_set_avoided(settings, seen->avoided[i], false);
    for (size_t i = 0; i < there->tastes.avoided_count; i++)
        if (!plie_settings_avoids(seen, there->avoided[i]))
            (void)plie_settings_set_avoided(settings, there->avoided[i], true);
}

void plie_settings_merge(plie_settings *settings, const plie_settings *seen,
                         const plie_settings *there) {
    for (size_t i = 0; i < plie_settings_shape.count; i++)
        merge_field(&plie_settings_shape.fields[i], settings, seen, there);
    if (is_same_text(settings->music_folder, seen->music_folder))
        (void)plie_settings_set_music_folder(settings, there->music_folder);
    if (is_same_health(&settings->health, &seen->health))
        settings->health = there->health;
    merge_last(settings, seen, there);
    merge_forms(settings, seen, there);
    merge_avoided(settings, seen, there);
}
