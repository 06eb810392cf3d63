/* The program of a stored plan: its name, and the tables of exercises and steps. */
#include "history/stored_plan_reading.h"
#include "program/fields.h"
#include "program/texts.h"
#include <string.h>

#define FILE_LIMIT 16384 /* bytes of a path */

#define EXERCISE(member) offsetof(plie_exercise, member)
enum { EASIER, HARDER, LOW_IMPACT, FIGURE };
static const plie_field exercise_fields[] = {
    [EASIER] = {.key = "easier"},
    [HARDER] = {.key = "harder"},
    [LOW_IMPACT] = {.key = "low_impact"},
    [FIGURE] = {.key = "figure"},
    {.key = "id", .type = PLIE_FIELD_ID, .required = true, .offset = EXERCISE(id)},
    {.key = "name", .type = PLIE_FIELD_SPOKEN, .required = true, .offset = EXERCISE(name)},
    {.key = "say", .type = PLIE_FIELD_SPOKEN, .offset = EXERCISE(say)},
    {.key = "position",
     .type = PLIE_FIELD_CHOICE,
     .required = true,
     .offset = EXERCISE(position),
     .choices = plie_stored_positions},
    {.key = "impact",
     .type = PLIE_FIELD_CHOICE,
     .required = true,
     .offset = EXERCISE(impact),
     .choices = plie_stored_impacts},
    {.key = "tempo_ms",
     .type = PLIE_FIELD_WHOLE,
     .required = true,
     .offset = EXERCISE(tempo_ms),
     .low = 200,
     .high = 60000},
    {.key = "met",
     .type = PLIE_FIELD_DECIMAL,
     .required = true,
     .offset = EXERCISE(met),
     .high = 25},
    {.key = "muscles", .type = PLIE_FIELD_SPOKENS, .offset = EXERCISE(muscles)},
    {.key = "equipment", .type = PLIE_FIELD_SPOKENS, .offset = EXERCISE(equipment)},
    {.key = "cues", .type = PLIE_FIELD_SPOKENS, .offset = EXERCISE(cues), .high = 3},
    {.key = "mistake", .type = PLIE_FIELD_FREE_TEXT, .offset = EXERCISE(mistake)},
    {.key = "breathing", .type = PLIE_FIELD_FREE_TEXT, .offset = EXERCISE(breathing)},
    {.key = "pictures",
     .type = PLIE_FIELD_FILES,
     .offset = EXERCISE(pictures),
     .file_kind = PLIE_FILE_PICTURE},
};
static const plie_shape exercise_shape = {"an exercise", exercise_fields,
                                          sizeof exercise_fields / sizeof exercise_fields[0]};

#define STEP(member) offsetof(plie_step, member)
enum { STEP_EXERCISES };
static const plie_field step_fields[] = {
    [STEP_EXERCISES] = {.key = "exercises", .required = true},
    {.key = "dose",
     .type = PLIE_FIELD_CHOICE,
     .required = true,
     .offset = STEP(dose),
     .choices = plie_stored_doses},
    {.key = "has_reps", .type = PLIE_FIELD_SWITCH, .required = true, .offset = STEP(has_reps)},
    {.key = "side",
     .type = PLIE_FIELD_CHOICE,
     .required = true,
     .offset = STEP(side),
     .choices = plie_stored_sides},
    {.key = "note", .type = PLIE_FIELD_SPOKEN, .offset = STEP(note)},
    {.key = "say", .type = PLIE_FIELD_SPOKEN, .offset = STEP(say)},
    {.key = "clip", .type = PLIE_FIELD_FILE, .offset = STEP(clip), .file_kind = PLIE_FILE_SOUND},
};
static const plie_shape step_shape = {"a step", step_fields,
                                      sizeof step_fields / sizeof step_fields[0]};

enum { FILE_NAME, FILE_BYTES, LANGUAGE, PROGRAM_NAME, PROGRAM_FIELDS };
static const plie_field program_fields[PROGRAM_FIELDS] = {
    [FILE_NAME] = {.key = "file"},
    [FILE_BYTES] = {.key = "file_bytes"},
    [LANGUAGE] = {.key = "language"},
    [PROGRAM_NAME] = {.key = "name",
                      .type = PLIE_FIELD_SPOKEN,
                      .required = true,
                      .offset = offsetof(plie_program, name)},
};
static const plie_shape program_shape = {"the program", program_fields, PROGRAM_FIELDS};

static int digit(char c) {
    static const char digits[] = "0123456789abcdef";
    const char *found = c == '\0' ? NULL : strchr(digits, c);
    return found == NULL ? -1 : (int)(found - digits);
}

static char *bytes_of_digits(plie_arena *arena, const char *hex) {
    const size_t length = strlen(hex);
    char *bytes = plie_arena_alloc(arena, length / 2 + 1, 1);
    for (size_t i = 0; i < length; i += 2) {
        const int high = digit(hex[i]);
        const int low = high < 0 ? -1 : digit(hex[i + 1]);
        if (low < 0 || (high == 0 && low == 0))
            return NULL;
        bytes[i / 2] = (char)(unsigned char)(high * 16 + low);
    }
    return bytes;
}

static void read_file(plie_plan_reading *in, const plie_node *program, const plie_seen *seen) {
    const bool by_name = seen->nodes[FILE_NAME].item != NULL;
    const plie_node *node = &seen->nodes[by_name ? FILE_NAME : FILE_BYTES];
    const char *file = node->item != NULL ? cJSON_GetStringValue(node->item) : NULL;
    if (file != NULL && strlen(file) <= FILE_LIMIT)
        in->program->file = by_name ? plie_arena_strdup(in->program->arena, file)
                                    : bytes_of_digits(in->program->arena, file);
    if (in->program->file == NULL)
        plie_find(&in->reader, program, PLIE_ERROR, "the program's file is missing");
}

void plie_read_stored_program(plie_plan_reading *in, const plie_node *node) {
    plie_seen seen;
    plie_program *program = in->program;
    program->minutes = (plie_range){10, 60};
    if (!plie_read_object(&in->reader, node, &program_shape, program, &seen))
        return;
    read_file(in, node, &seen);
    if (seen.nodes[LANGUAGE].item != NULL)
        (void)plie_read_language(&in->reader, &seen.nodes[LANGUAGE], &program->language);
    in->plan->program = program->name;
    in->plan->language = program->language;
}

static void read_figure(plie_plan_reading *in, const plie_node *node, plie_exercise *exercise) {
    if (node->item == NULL || !plie_expect(&in->reader, node, cJSON_IsString(node->item), "a text"))
        return;
    if (strpbrk(node->item->valuestring, "/\\.:") != NULL)
        (void)plie_read_file(&in->reader, node, PLIE_FILE_FIGURE, &exercise->figure);
    else
        (void)plie_read_id(&in->reader, node, &exercise->figure);
}

static const plie_exercise *read_form(plie_plan_reading *in, const plie_node *node) {
    if (node->item == NULL)
        return NULL;
    const plie_field field = {.type = PLIE_FIELD_WHOLE, .high = (double)in->exercise_count - 1};
    int index = 0;
    return plie_read_field(&in->reader, node, &field, &index) ? &in->exercises[index] : NULL;
}

static void read_exercise(plie_plan_reading *in, const plie_node *node, plie_exercise *exercise) {
    plie_seen seen;
    if (!plie_read_object(&in->reader, node, &exercise_shape, exercise, &seen))
        return;
    exercise->easier = read_form(in, &seen.nodes[EASIER]);
    exercise->harder = read_form(in, &seen.nodes[HARDER]);
    exercise->low_impact = read_form(in, &seen.nodes[LOW_IMPACT]);
    read_figure(in, &seen.nodes[FIGURE], exercise);
}

void plie_read_stored_exercises(plie_plan_reading *in, const plie_node *list) {
    const size_t count = plie_list_count(&in->reader, list, PLIE_STORED_EXERCISE_LIMIT);
    plie_exercise *items = PLIE_NEW_ARRAY(in->program->arena, count + 1, plie_exercise);
    in->exercises = items;
    in->exercise_count = count;
    in->program->exercises = items;
    in->program->exercise_count = count;
    if (count == 0)
        return;
    size_t i = 0;
    for (plie_node node = plie_first(&in->reader, list); node.item != NULL;
         plie_next(&in->reader, &node))
        read_exercise(in, &node, &items[i++]);
}

const plie_exercise *plie_row_exercise(plie_plan_reading *in, plie_row *row, bool may_be_null) {
    const size_t index = plie_row_index(row, in->exercise_count, may_be_null);
    return index < in->exercise_count ? &in->exercises[index] : NULL;
}

static void read_step(plie_plan_reading *in, const plie_node *node, plie_step *step) {
    plie_seen seen;
    step->sets = 1;
    if (!plie_read_object(&in->reader, node, &step_shape, step, &seen) ||
        seen.nodes[STEP_EXERCISES].item == NULL)
        return;
    plie_row at = plie_row_of(&in->reader, &seen.nodes[STEP_EXERCISES]);
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        step->exercises[level] = plie_row_exercise(in, &at, true);
    (void)plie_row_end(&at);
}

void plie_read_stored_steps(plie_plan_reading *in, const plie_node *list) {
    const size_t count = plie_list_count(&in->reader, list, PLIE_STORED_INTERVAL_LIMIT);
    plie_step *items = PLIE_NEW_ARRAY(in->program->arena, count + 1, plie_step);
    in->steps = items;
    in->step_count = count;
    if (count == 0)
        return;
    size_t i = 0;
    for (plie_node node = plie_first(&in->reader, list); node.item != NULL;
         plie_next(&in->reader, &node))
        read_step(in, &node, &items[i++]);
}
