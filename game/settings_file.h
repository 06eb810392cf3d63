/* The file of the settings, DATA/settings.json: read once, replaced whole. Nothing that is in it is
 * ever lost: reading changes nothing on the disk, and what cannot be read is kept beside the new
 * file when one is saved. Main thread only. */
#ifndef PLIE_SETTINGS_FILE_H
#define PLIE_SETTINGS_FILE_H

#include "cli/paths.h"
#include "settings/settings.h"

/* The settings of the file; the defaults where there is none, for each key at fault, and for all
 * where it cannot be read: then the answers to the health questions are missing too. complaint gets
 * the line that says so and where the faults are, without a full stop, and stays empty where all is
 * well. The caller owns the settings, which are never NULL. */
plie_settings *plie_settings_load(const plie_paths *paths, plie_text *complaint);

/* The same, with a sentence for the screen in notice, which says nothing of places in the file. */
plie_settings *plie_settings_load_to_show(const plie_paths *paths, plie_text *complaint,
                                          plie_text *notice);

/* Brings what was changed in settings since they were as in seen into the file, which another
 * window may have written since; where there is no such file, it holds settings. Makes its folder.
 * A file that cannot be opened, or that a newer Plie has written, is not replaced: false, with a
 * sentence in notice. One that holds a fault is kept as DATA/settings.damaged-N.json, and notice
 * says so. */
bool plie_settings_save(const plie_paths *paths, const plie_settings *settings,
                        const plie_settings *seen, plie_text *notice);

#endif
