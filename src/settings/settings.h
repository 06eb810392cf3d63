/* What a person has set, and what Plie remembers for them from one time to the next: one JSON file,
 * in which each key is judged by itself, and written whole. This module knows its keys, limits and
 * defaults; where the file is, and when it is written, is game/settings_file.h's.
 *
 * Main thread only. */
#ifndef PLIE_SETTINGS_SETTINGS_H
#define PLIE_SETTINGS_SETTINGS_H

#include "base/text.h"
#include "plan/plan.h"
#include "settings/health.h"

#define PLIE_SETTINGS_FORMAT 1
#define PLIE_FORM_LIMIT 64     /* forms remembered; the oldest gives way */
#define PLIE_AVOIDED_LIMIT 64  /* exercises never to be done */
#define PLIE_FOLDER_LIMIT 4096 /* bytes of the music folder's path */
#define PLIE_SCALE_LOW 75
#define PLIE_SCALE_HIGH 200
#define PLIE_SHORTEST_GAP_S 5 /* of prepare and transition */
#define PLIE_LONGEST_GAP_S 60
#define PLIE_USUAL_WEIGHT_KG 70
#define PLIE_LEAST_WEIGHT_KG 30
#define PLIE_MOST_WEIGHT_KG 250
#define PLIE_KG_OF_LB 0.45359237
#define PLIE_USUAL_GOAL_MIN 60 /* a week; EXERCISES.md, section 1 */
#define PLIE_LEAST_GOAL_MIN 10
#define PLIE_MOST_GOAL_MIN 600

typedef enum { PLIE_THEME_DARK, PLIE_THEME_LIGHT, PLIE_THEME_CONTRAST } plie_theme_choice;
#define PLIE_THEME_COUNT 3

typedef enum {
    PLIE_WEEK_FROM_MONDAY,
    PLIE_WEEK_FROM_SATURDAY,
    PLIE_WEEK_FROM_SUNDAY
} plie_week_start;

/* What was chosen on the home screen when a workout was last started there. */
typedef struct {
    const char *program; /* its id; NULL while nothing was chosen */
    plie_level level;
    int minutes; /* 0: as written; -1 while nothing was chosen */
    bool low_impact;
    bool cardio_first;
    plie_part_length warmup, stretch;
} plie_last_choice;

/* Change numbers, switches and choices in place (a number outside its limits is not written, so
 * that its default comes back); texts and lists by the functions below. Everything lives as long as
 * the settings. */
typedef struct {
    int volume_percent; /* of everything; 0 to 100, as the three below */
    int beeps_percent;
    int voice_percent;
    int music_percent;
    bool voice;
    bool self_paced;
    bool full_screen;
    int scale_percent;
    plie_theme_choice theme;
    bool reduced_motion;
    bool mirror_figure; /* it moves as a person sees themselves in a mirror */
    int prepare_s;
    int transition_s;         /* twice as long where one gets down to the floor or up */
    const char *music_folder; /* an absolute path; NULL: no music */
    double weight_kg;
    bool weight_in_lb; /* how it is shown */
    int weekly_goal_min;
    plie_week_start week_start;
    plie_health health;
    plie_last_choice last;
    plie_tastes tastes;               /* shows the two lists */
    plie_form forms[PLIE_FORM_LIMIT]; /* the oldest first */
    const char *avoided[PLIE_AVOIDED_LIMIT];
    plie_arena *arena;
} plie_settings;

/* The defaults. The caller owns the settings. */
plie_settings *plie_settings_new(void);
void plie_settings_free(plie_settings *settings);

/* Reads a settings file; file is its name in the findings. Each key at fault is an error there and
 * keeps its default, and so does each entry of a list; an answer about health that cannot be read
 * is taken strictly where others tell of an operation. NULL, with an error, where nothing can be
 * used: where the text is no JSON object, or a newer Plie has written it. */
plie_settings *plie_settings_read(const char *file, const char *bytes, size_t length,
                                  plie_diagnostics *findings);

/* The same for who has read the settings before: what is at fault now is as it was in before. */
plie_settings *plie_settings_read_again(const char *file, const char *bytes, size_t length,
                                        const plie_settings *before, plie_diagnostics *findings);

/* Whether a newer Plie has written it. */
bool plie_settings_are_newer(const char *bytes, size_t length);

/* Whether what these findings say concerns the answers to the health questions. */
bool plie_settings_health_is_at_fault(const plie_diagnostics *findings);

/* The whole file, which plie_settings_read reads back as the same settings; ends with a line feed.
 */
void plie_settings_write(const plie_settings *settings, plie_text *text);

/* A copy with an arena of its own. */
plie_settings *plie_settings_copy(const plie_settings *settings);

/* For files that several write: brings into settings what differs in there (as the file is now),
 * but keeps what was changed in settings since they were as in seen. Lists by their entries, the
 * last choice as one. */
void plie_settings_merge(plie_settings *settings, const plie_settings *seen,
                         const plie_settings *there);

/* What the settings add to every plan: lengths of prepare and transition, and the tastes, which
 * belong to the settings. */
void plie_settings_add_to(const plie_settings *settings, plie_choices *choices);

/* The weekday that a week begins with, as base/calendar.h counts: 0 is Monday. */
int plie_settings_first_weekday(const plie_settings *settings);

/* "dark", "light", "contrast": as themes are named everywhere. */
const char *plie_theme_choice_id(plie_theme_choice theme);

/* NULL or "" is no music. False, with the folder as it was, for what a settings file cannot hold: a
 * path that is not absolute, too long, not UTF-8, or with control characters. */
bool plie_settings_set_music_folder(plie_settings *settings, const char *folder);

/* An id that a settings file cannot hold is not remembered. */
void plie_settings_set_last_program(plie_settings *settings, const char *id);

/* From now on `to` is done where a program names `original`, and nothing else changes; where the
 * two are the same, the original is done again. What is no exercise id is ignored. */
void plie_settings_set_form(plie_settings *settings, const char *original, const char *to);

/* Whether an exercise is never to be done. Switching it on does nothing beyond the limit or for
 * what is no exercise id, and returns false then. */
bool plie_settings_avoids(const plie_settings *settings, const char *exercise);
bool plie_settings_set_avoided(plie_settings *settings, const char *exercise, bool avoided);

#endif
