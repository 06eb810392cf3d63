/* What can be set, as rows of the settings screen: one table, in which a new setting is a few
 * lines. Main thread only. */
#ifndef PLIE_SETTINGS_ROWS_H
#define PLIE_SETTINGS_ROWS_H

#include "music_folder.h"
#include "program/exercise.h"
#include "screens/settings.h"
#include "settings/settings.h"

#define PLIE_FOLDER_HINT_SIZE 160
#define PLIE_HEALTH_HINT_SIZE 320

/* One setting: its row, and how it is read and written. A row's source is its setting. */
typedef struct {
    plie_settings_row row;
    int (*get)(const plie_settings *settings);
    void (*set)(plie_settings *settings, int value);
} plie_setting;

/* What the rows tell beside the settings. */
typedef struct {
    const plie_library *library; /* names the exercises; NULL: they are shown by their ids */
    const char *data_folder;
    bool muted;
    plie_theme_choice theme; /* in force: it need not be the one that is set */
    const char *typed;       /* instead of the music folder, while it is typed; else NULL */
    plie_music_look music;
    char music_hint[PLIE_FOLDER_HINT_SIZE];
    int32_t today;
    char health_hint[PLIE_HEALTH_HINT_SIZE];
} plie_settings_about;

/* Makes the screen's rows. Their texts live as long as settings and about do unchanged; so do the
 * rows. The hints of about are written. */
void plie_settings_rows(plie_settings_screen *screen, const plie_settings *settings,
                        plie_settings_about *about);

/* Each changes what a row stands for, and returns false where there is nothing to change. */

/* One step up or down: a slider stops at its ends, a choice goes around, a switch goes on or off.
 */
bool plie_settings_row_step(plie_settings *settings, const plie_settings_row *row, int direction);

/* On to the next: a slider and a choice go around, a switch changes, an item is taken away. */
bool plie_settings_row_press(plie_settings *settings, const plie_settings_row *row);

/* Whether it is the row of the colours. */
bool plie_settings_row_is_theme(const plie_settings_row *row);

/* Whether it is the row that leads to the health questions, or the one that forgets the answers:
 * neither changes anything here. */
bool plie_settings_row_is_health(const plie_settings_row *row);
bool plie_settings_row_forgets_health(const plie_settings_row *row);

/* A click on a place of the row (PLIE_ROW_HIT_PLACE). */
bool plie_settings_row_click(plie_settings *settings, const plie_settings_row *row, int place);

#endif
