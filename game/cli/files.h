/* Files as Plie reads and writes them: whole, bounded, and never half-written. */
#ifndef PLIE_CLI_FILES_H
#define PLIE_CLI_FILES_H

#include "base/arena.h"
#include "base/text.h"
#include <stdbool.h>
#include <stddef.h>

/* The whole of a regular file of at most limit bytes, with a NUL after it, in the arena. NULL
 * after a failure, with why in error (which may be NULL) as a sentence that names the file; *length
 * is then over limit if the file is too large, else 0. */
char *plie_file_read(plie_arena *arena, const char *path, size_t limit, size_t *length,
                     plie_text *error);

/* Writes a file so that readers see it whole or not at all, and that it is on the disk when this
 * returns. With overwrite false an existing file is left alone, which is a failure; with true it is
 * replaced and keeps its permissions. errno tells failures apart. */
bool plie_file_write(const char *path, const void *bytes, size_t length, bool overwrite,
                     plie_text *error);

/* Whether folder/relative is a regular file whose real path, links followed, is inside the
 * folder. */
bool plie_file_is_inside(const char *folder, const char *relative);

/* Whether path is a regular file that can be opened; if not, error (which may be NULL) says why. */
bool plie_file_can_read(const char *path, plie_text *error);

bool plie_is_folder(const char *path);

/* Makes a folder for the person alone, with the folders above it, where they are missing. */
bool plie_folder_make(const char *path, plie_text *error);

/* The names in a folder that end in suffix and do not start with a dot, sorted by their bytes, in
 * the arena. False if it cannot be opened. */
bool plie_folder_list(plie_arena *arena, const char *folder, const char *suffix,
                      const char ***names, size_t *count);

#endif
