/* The file of the settings, DATA/settings.json: read once, replaced whole. Main thread only. */
#ifndef PLIE_SETTINGS_FILE_H
#define PLIE_SETTINGS_FILE_H

#include "cli/paths.h"
#include "settings/settings.h"

/* The settings of the file; the defaults where there is none. A file that holds an error is set
 * aside as DATA/settings.damaged-N.json; one that cannot be opened is left alone. Both are told,
 * with what is wrong first, in notice (as a sentence or two; may be NULL). The caller owns the
 * settings, which are never NULL. */
plie_settings *plie_settings_load(const plie_paths *paths, plie_text *notice);

/* Brings what was changed in settings since they were as in seen into the file, which another
 * window may have written since; where there is no such file, it holds settings. Makes its folder.
 * A file that cannot be opened is not replaced. False with a sentence in error. */
bool plie_settings_save(const plie_paths *paths, const plie_settings *settings,
                        const plie_settings *seen, plie_text *error);

#endif
