#include "settings/settings_fields.h"

static const char *const theme_ids[] = {"dark", "light", "contrast", NULL};
static const char *const level_ids[] = {"beginner", "intermediate", "advanced", NULL};
static const char *const week_start_ids[] = {"monday", "saturday", "sunday", NULL};
static const char *const health_state_ids[] = {"not_asked", "skipped", "answered", NULL};
static const char *const operation_ids[] = {"untold", "thigh", "calf", "other", NULL};
static const char *const length_ids[] = {"full", "short", "skipped", NULL};

#define AT(member) .offset = offsetof(plie_settings, member)
#define PERCENT .type = PLIE_FIELD_WHOLE, .low = 0, .high = 100, .unit = " percent"
#define GAP                                                                                        \
    .type = PLIE_FIELD_WHOLE, .low = PLIE_SHORTEST_GAP_S, .high = PLIE_LONGEST_GAP_S,              \
    .unit = " seconds"
static const plie_field fields[PLIE_SETTING_COUNT] = {
    [PLIE_SETTING_FORMAT] = {.key = "format", .required = true},
    [PLIE_SETTING_VOLUME] = {.key = "volume_percent", PERCENT, AT(volume_percent)},
    [PLIE_SETTING_BEEPS] = {.key = "beeps_percent", PERCENT, AT(beeps_percent)},
    [PLIE_SETTING_VOICE_VOLUME] = {.key = "voice_percent", PERCENT, AT(voice_percent)},
    [PLIE_SETTING_MUSIC] = {.key = "music_percent", PERCENT, AT(music_percent)},
    [PLIE_SETTING_MUSIC_FOLDER] = {.key = "music_folder",
                                   .type = PLIE_FIELD_LINE,
                                   .high = PLIE_FOLDER_LIMIT,
                                   AT(music_folder)},
    [PLIE_SETTING_VOICE] = {.key = "voice", .type = PLIE_FIELD_SWITCH, AT(voice)},
    [PLIE_SETTING_SELF_PACED] = {.key = "self_paced", .type = PLIE_FIELD_SWITCH, AT(self_paced)},
    [PLIE_SETTING_FULL_SCREEN] = {.key = "full_screen", .type = PLIE_FIELD_SWITCH, AT(full_screen)},
    [PLIE_SETTING_SCALE] = {.key = "scale_percent",
                            .type = PLIE_FIELD_WHOLE,
                            .low = PLIE_SCALE_LOW,
                            .high = PLIE_SCALE_HIGH,
                            .unit = " percent",
                            AT(scale_percent)},
    [PLIE_SETTING_THEME] = {.key = "theme",
                            .type = PLIE_FIELD_CHOICE,
                            .choices = theme_ids,
                            .first_choice = PLIE_THEME_DARK,
                            AT(theme)},
    [PLIE_SETTING_REDUCED_MOTION] = {.key = "reduced_motion",
                                     .type = PLIE_FIELD_SWITCH,
                                     AT(reduced_motion)},
    [PLIE_SETTING_MIRROR_FIGURE] = {.key = "mirror_figure",
                                    .type = PLIE_FIELD_SWITCH,
                                    AT(mirror_figure)},
    [PLIE_SETTING_PREPARE] = {.key = "prepare_s", GAP, AT(prepare_s)},
    [PLIE_SETTING_TRANSITION] = {.key = "transition_s", GAP, AT(transition_s)},
    [PLIE_SETTING_WEIGHT] = {.key = "weight_kg",
                             .type = PLIE_FIELD_DECIMAL,
                             .low = PLIE_LEAST_WEIGHT_KG,
                             .high = PLIE_MOST_WEIGHT_KG,
                             .unit = " kg",
                             AT(weight_kg)},
    [PLIE_SETTING_WEIGHT_IN_LB] = {.key = "weight_in_lb",
                                   .type = PLIE_FIELD_SWITCH,
                                   AT(weight_in_lb)},
    [PLIE_SETTING_WEEKLY_GOAL] = {.key = "weekly_goal_min",
                                  .type = PLIE_FIELD_WHOLE,
                                  .low = PLIE_LEAST_GOAL_MIN,
                                  .high = PLIE_MOST_GOAL_MIN,
                                  .unit = " minutes",
                                  AT(weekly_goal_min)},
    [PLIE_SETTING_WEEK_START] = {.key = "week_start",
                                 .type = PLIE_FIELD_CHOICE,
                                 .choices = week_start_ids,
                                 .first_choice = PLIE_WEEK_FROM_MONDAY,
                                 AT(week_start)},
    [PLIE_SETTING_HEALTH] = {.key = "health"},
    [PLIE_SETTING_LAST] = {.key = "last"},
    [PLIE_SETTING_FORMS] = {.key = "forms"},
    [PLIE_SETTING_AVOIDED] = {.key = "avoided"},
};
const plie_shape plie_settings_shape = {"the settings", fields, PLIE_SETTING_COUNT};

#define OF_LAST(member) .offset = offsetof(plie_last_choice, member)
#define LENGTH .type = PLIE_FIELD_CHOICE, .choices = length_ids, .first_choice = PLIE_PART_FULL
static const plie_field last_fields[] = {
    {.key = "program", .type = PLIE_FIELD_LINE, .high = PLIE_LAST_PROGRAM_LIMIT, OF_LAST(program)},
    {.key = "level",
     .type = PLIE_FIELD_CHOICE,
     .choices = level_ids,
     .first_choice = PLIE_BEGINNER,
     OF_LAST(level)},
    {.key = "minutes",
     .type = PLIE_FIELD_WHOLE,
     .low = 0,
     .high = PLIE_MINUTES_LIMIT,
     .unit = " minutes",
     OF_LAST(minutes)},
    {.key = "low_impact", .type = PLIE_FIELD_SWITCH, OF_LAST(low_impact)},
    {.key = "cardio_first", .type = PLIE_FIELD_SWITCH, OF_LAST(cardio_first)},
    {.key = "warmup", LENGTH, OF_LAST(warmup)},
    {.key = "stretch", LENGTH, OF_LAST(stretch)},
};
const plie_shape plie_last_shape = {"the last choice", last_fields,
                                    sizeof last_fields / sizeof last_fields[0]};

#define OF_HEALTH(member) .offset = offsetof(plie_health, member)
#define ANSWER(name, theme)                                                                        \
    [PLIE_HEALTH_ANSWER_FIELDS + (theme)] = {                                                      \
        .key = (name), .type = PLIE_FIELD_SWITCH, OF_HEALTH(yes) + (theme) * sizeof(bool)}
static const plie_field health_fields[] = {
    [PLIE_HEALTH_STATE_FIELD] = {.key = "state",
                                 .type = PLIE_FIELD_CHOICE,
                                 .choices = health_state_ids,
                                 .first_choice = PLIE_HEALTH_NOT_ASKED,
                                 OF_HEALTH(state)},
    [PLIE_HEALTH_OPERATED_FIELD] = {.key = "operated"},
    [PLIE_HEALTH_OPERATED_ON_FIELD] = {.key = "operated_on",
                                       .type = PLIE_FIELD_CHOICE,
                                       .choices = operation_ids,
                                       .first_choice = PLIE_OPERATION_UNTOLD,
                                       OF_HEALTH(operation)},
    [PLIE_HEALTH_DOCTOR_FIELD] = {.key = "doctor_agrees",
                                  .type = PLIE_FIELD_SWITCH,
                                  OF_HEALTH(doctor_agrees)},
    [PLIE_HEALTH_HEARD_FIELD] = {.key = "advice_heard",
                                 .type = PLIE_FIELD_SWITCH,
                                 OF_HEALTH(advice_heard)},
    ANSWER("heart", PLIE_HEALTH_HEART),
    ANSWER("chest_pain", PLIE_HEALTH_CHEST_PAIN),
    ANSWER("dizziness", PLIE_HEALTH_DIZZINESS),
    ANSWER("joints", PLIE_HEALTH_JOINTS),
    ANSWER("pregnancy", PLIE_HEALTH_PREGNANCY),
    ANSWER("operation", PLIE_HEALTH_OPERATION),
    ANSWER("veins", PLIE_HEALTH_VEINS),
    ANSWER("supervision", PLIE_HEALTH_SUPERVISION),
};
const plie_shape plie_health_shape = {"the health answers", health_fields,
                                      sizeof health_fields / sizeof health_fields[0]};

const char *plie_theme_choice_id(plie_theme_choice theme) {
    return theme_ids[theme];
}

size_t plie_field_size(const plie_field *field) {
    switch (field->type) {
    case PLIE_FIELD_WHOLE:
    case PLIE_FIELD_CHOICE:
        return sizeof(int);
    case PLIE_FIELD_SWITCH:
        return sizeof(bool);
    case PLIE_FIELD_DECIMAL:
        return sizeof(double);
    default:
        return 0;
    }
}
