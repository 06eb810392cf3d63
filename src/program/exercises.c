#include "program/exercises.h"
#include "base/text.h"
#include "program/fields.h"
#include "program/texts.h"
#include <stdlib.h>
#include <string.h>

#define SAY_WORDS 4
#define FORM_LIMIT 64 /* easier forms gone through; no real row is longer, and circles end */
#define LOW_IMPACT_MET 2.8
#define HIGH_IMPACT_MET 7.5

static const char *const positions[] = {"standing",   "kneeling", "plank", "seated",
                                        "side-lying", "supine",   "prone", NULL};
static const char *const impacts[] = {"low", "high", NULL};

enum {
    NAME,
    SAY,
    POSITION,
    IMPACT,
    TEMPO,
    MET,
    MUSCLES,
    EQUIPMENT,
    CUES,
    MISTAKE,
    BREATHING,
    EASIER,
    HARDER,
    LOW_IMPACT,
    FIGURE,
    PICTURES,
    FIELDS
};

#define AT(member) offsetof(plie_exercise, member)
static const plie_field fields[FIELDS] = {
    [NAME] = {.key = "name", .type = PLIE_FIELD_SPOKEN, .required = true, .offset = AT(name)},
    [SAY] = {.key = "say", .type = PLIE_FIELD_SPOKEN, .offset = AT(say)},
    [POSITION] = {.key = "position",
                  .type = PLIE_FIELD_CHOICE,
                  .required = true,
                  .offset = AT(position),
                  .choices = positions,
                  .first_choice = PLIE_STANDING},
    [IMPACT] = {.key = "impact",
                .type = PLIE_FIELD_CHOICE,
                .required = true,
                .offset = AT(impact),
                .choices = impacts,
                .first_choice = PLIE_LOW_IMPACT},
    [TEMPO] = {.key = "tempo_s",
               .type = PLIE_FIELD_SECONDS,
               .required = true,
               .offset = AT(tempo_ms),
               .low = 0.2,
               .high = 60,
               .unit = " s a rep"},
    [MET] = {.key = "met", .type = PLIE_FIELD_DECIMAL, .offset = AT(met), .low = 1, .high = 25},
    [MUSCLES] = {.key = "muscles", .type = PLIE_FIELD_SPOKENS, .offset = AT(muscles)},
    [EQUIPMENT] = {.key = "equipment", .type = PLIE_FIELD_SPOKENS, .offset = AT(equipment)},
    [CUES] = {.key = "cues", .type = PLIE_FIELD_SPOKENS, .offset = AT(cues), .high = 3},
    [MISTAKE] = {.key = "mistake", .type = PLIE_FIELD_FREE_TEXT, .offset = AT(mistake)},
    [BREATHING] = {.key = "breathing", .type = PLIE_FIELD_FREE_TEXT, .offset = AT(breathing)},
    [EASIER] = {.key = "easier"},
    [HARDER] = {.key = "harder"},
    [LOW_IMPACT] = {.key = "low_impact"},
    [FIGURE] = {.key = "figure"},
    [PICTURES] = {.key = "pictures",
                  .type = PLIE_FIELD_FILES,
                  .offset = AT(pictures),
                  .file_kind = PLIE_FILE_PICTURE},
};
static const plie_shape exercise_shape = {"an exercise", fields, FIELDS};

/* A name, unless it looks like a file. */
static void read_figure(plie_reader *reader, const plie_node *node, plie_exercise *exercise) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text"))
        return;
    const char *text = node->item->valuestring;
    if (strpbrk(text, "/\\.:") != NULL)
        plie_read_file(reader, node, PLIE_FILE_FIGURE, &exercise->figure);
    else if (plie_id_is_sane(text))
        exercise->figure = plie_arena_strdup(reader->arena, text);
    else
        plie_find(reader, node, PLIE_ERROR,
                  "must be a figure's name (lower-case letters, digits, hyphens) or a file");
}

/* "Plie squat" -> "plie squat", but "V-opens" and "TRX row" stay. */
static const char *default_say(plie_arena *arena, const char *name) {
    char *say = plie_arena_strdup(arena, name);
    bool word = say[0] >= 'A' && say[0] <= 'Z' && say[1] >= 'a' && say[1] <= 'z';
    if (word)
        say[0] = (char)(say[0] - 'A' + 'a');
    return say;
}

static void complete(plie_reader *reader, plie_exercise *exercise, const plie_seen *seen) {
    const plie_node *say = &seen->nodes[SAY];
    if (seen->ok[SAY] && plie_word_count(exercise->say) > SAY_WORDS)
        plie_find(reader, say, PLIE_ERROR,
                  "has %d words; at most %d are allowed for the spoken name",
                  plie_word_count(exercise->say), SAY_WORDS);
    if (exercise->say == NULL && exercise->name != NULL)
        exercise->say = default_say(reader->arena, exercise->name);
    if (!seen->ok[MET])
        exercise->met = exercise->impact == PLIE_HIGH_IMPACT ? HIGH_IMPACT_MET : LOW_IMPACT_MET;
    if (seen->nodes[FIGURE].item != NULL)
        read_figure(reader, &seen->nodes[FIGURE], exercise);
}

static void read_exercise(plie_reader *reader, const plie_node *node, plie_exercise *exercise) {
    const char *id = node->item->string;
    if (plie_id_is_sane(id))
        exercise->id = plie_arena_strdup(reader->arena, id);
    else
        plie_find_at_key(reader, node,
                         "%s is no exercise id: lower-case letters, digits and hyphens, at most "
                         "%d",
                         plie_quoted(reader, id), PLIE_ID_LIMIT);
    plie_seen seen;
    if (exercise->id != NULL && plie_read_object(reader, node, &exercise_shape, exercise, &seen))
        complete(reader, exercise, &seen);
}

static int compare_ids(const void *left, const void *right) {
    const plie_exercise_entry *a = left;
    const plie_exercise_entry *b = right;
    return strcmp(a->id, b->id);
}

static void sort_by_id(plie_arena *arena, plie_exercise_list *list) {
    list->by_id = PLIE_NEW_ARRAY(arena, list->count + 1, plie_exercise_entry);
    for (size_t i = 0; i < list->count; i++) {
        const plie_exercise *exercise = &list->items[i];
        if (exercise->id != NULL)
            list->by_id[list->by_id_count++] = (plie_exercise_entry){exercise->id, exercise};
    }
    if (list->by_id_count > 1)
        qsort(list->by_id, list->by_id_count, sizeof *list->by_id, compare_ids);
}

const plie_exercise *plie_list_find(const plie_exercise_list *list, const char *id) {
    if (list->by_id_count == 0)
        return NULL;
    const plie_exercise_entry key = {id, NULL};
    const plie_exercise_entry *found =
        bsearch(&key, list->by_id, list->by_id_count, sizeof *list->by_id, compare_ids);
    return found == NULL ? NULL : found->exercise;
}

static void add_names(plie_catalogue *catalogue, const plie_exercise_list *list) {
    for (size_t i = 0; i < list->by_id_count; i++)
        catalogue->names[catalogue->name_count++] = list->by_id[i].id;
}

static void collect_names(plie_reader *reader, plie_catalogue *catalogue) {
    size_t count = catalogue->own.by_id_count;
    if (catalogue->library != NULL)
        count += catalogue->library->exercises.by_id_count;
    catalogue->names = PLIE_NEW_ARRAY(reader->scratch, count + 1, const char *);
    add_names(catalogue, &catalogue->own);
    if (catalogue->library != NULL)
        add_names(catalogue, &catalogue->library->exercises);
}

const plie_exercise *plie_read_exercise_id(plie_reader *reader, const plie_node *node,
                                           plie_catalogue *catalogue) {
    if (!plie_expect(reader, node, cJSON_IsString(node->item), "a text"))
        return NULL;
    const char *id = node->item->valuestring;
    const plie_exercise *found = plie_list_find(&catalogue->own, id);
    if (found == NULL && catalogue->library != NULL)
        found = plie_list_find(&catalogue->library->exercises, id);
    if (found != NULL)
        return found;
    if (catalogue->names == NULL)
        collect_names(reader, catalogue);
    plie_find(reader, node, PLIE_ERROR, "unknown exercise %s%s", plie_quoted(reader, id),
              plie_did_you_mean(reader, id, catalogue->names, catalogue->name_count));
    return NULL;
}

static const plie_exercise *read_form(plie_reader *reader, const plie_node *exercise_node,
                                      const char *key, const plie_exercise *exercise,
                                      plie_catalogue *catalogue) {
    plie_node node = plie_member(reader, exercise_node, key);
    if (node.item == NULL)
        return NULL;
    const plie_exercise *form = plie_read_exercise_id(reader, &node, catalogue);
    if (form == exercise) {
        plie_find(reader, &node, PLIE_ERROR, "is the exercise itself");
        return NULL;
    }
    if (form != NULL && strcmp(key, "low_impact") == 0 && form->impact == PLIE_HIGH_IMPACT)
        plie_find(reader, &node, PLIE_ERROR, "\"%s\" is high impact itself", form->id);
    return form;
}

static void read_forms(plie_reader *reader, const plie_node *node, plie_catalogue *catalogue) {
    size_t i = 0;
    for (plie_node child = plie_first(reader, node); child.item != NULL;
         plie_next(reader, &child)) {
        if (plie_is_comment(&child))
            continue;
        plie_exercise *exercise = &catalogue->own.items[i++];
        if (exercise->id == NULL)
            continue;
        exercise->easier = read_form(reader, &child, "easier", exercise, catalogue);
        exercise->harder = read_form(reader, &child, "harder", exercise, catalogue);
        exercise->low_impact = read_form(reader, &child, "low_impact", exercise, catalogue);
    }
}

void plie_read_exercises(plie_reader *reader, const plie_node *node, plie_catalogue *catalogue) {
    if (!plie_expect(reader, node, cJSON_IsObject(node->item), "an object of exercises by id"))
        return;
    plie_exercise_list *own = &catalogue->own;
    own->items = PLIE_NEW_ARRAY(reader->arena, plie_child_count(node) + 1, plie_exercise);
    for (plie_node child = plie_first(reader, node); child.item != NULL;
         plie_next(reader, &child)) {
        if (!plie_is_comment(&child))
            read_exercise(reader, &child, &own->items[own->count++]);
    }
    sort_by_id(reader->arena, own);
    read_forms(reader, node, catalogue);
}

const plie_exercise *plie_exercise_low_impact(const plie_exercise *exercise) {
    if (exercise == NULL || exercise->impact == PLIE_LOW_IMPACT)
        return exercise;
    if (exercise->low_impact != NULL && exercise->low_impact->impact == PLIE_LOW_IMPACT)
        return exercise->low_impact;
    const plie_exercise *form = exercise->easier;
    for (int i = 0; form != NULL && i < FORM_LIMIT; i++, form = form->easier) {
        if (form->impact == PLIE_LOW_IMPACT)
            return form;
    }
    return NULL;
}

const char *plie_position_id(plie_position position) {
    return positions[position];
}

bool plie_position_on_floor(plie_position position) {
    return position != PLIE_STANDING;
}
