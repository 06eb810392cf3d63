/* The keys of the settings file: what reading and writing share. Private to settings/. */
#ifndef PLIE_SETTINGS_FIELDS_H
#define PLIE_SETTINGS_FIELDS_H

#include "program/fields.h"
#include "settings/settings.h"

/* In the order in which they are written; those of type PLIE_FIELD_NODE have code of their own. */
enum {
    PLIE_SETTING_FORMAT,
    PLIE_SETTING_VOLUME,
    PLIE_SETTING_BEEPS,
    PLIE_SETTING_VOICE_VOLUME,
    PLIE_SETTING_MUSIC,
    PLIE_SETTING_MUSIC_FOLDER,
    PLIE_SETTING_VOICE,
    PLIE_SETTING_SELF_PACED,
    PLIE_SETTING_FULL_SCREEN,
    PLIE_SETTING_SCALE,
    PLIE_SETTING_THEME,
    PLIE_SETTING_REDUCED_MOTION,
    PLIE_SETTING_MIRROR_FIGURE,
    PLIE_SETTING_PREPARE,
    PLIE_SETTING_TRANSITION,
    PLIE_SETTING_WEIGHT,
    PLIE_SETTING_WEIGHT_IN_LB,
    PLIE_SETTING_WEEKLY_GOAL,
    PLIE_SETTING_WEEK_START,
    PLIE_SETTING_HEALTH,
    PLIE_SETTING_LAST,
    PLIE_SETTING_FORMS,
    PLIE_SETTING_AVOIDED,
    PLIE_SETTING_COUNT
};

#define PLIE_LAST_PROGRAM_LIMIT 4096 /* bytes of its id */

/* In the order of the health object; the date is a text with code of its own. The answers come
 * last, in the order of their themes. */
enum {
    PLIE_HEALTH_STATE_FIELD,
    PLIE_HEALTH_OPERATED_FIELD,
    PLIE_HEALTH_OPERATED_ON_FIELD,
    PLIE_HEALTH_DOCTOR_FIELD,
    PLIE_HEALTH_HEARD_FIELD,
    PLIE_HEALTH_ANSWER_FIELDS
};

/* Offsets are those of plie_settings, plie_last_choice and plie_health. */
extern const plie_shape plie_settings_shape;
extern const plie_shape plie_last_shape;
extern const plie_shape plie_health_shape;

/* Bytes of a value that can be copied as such; of all others 0. */
size_t plie_field_size(const plie_field *field);

#endif
