/* Files as Plie reads and writes them: whole, bounded, and never half-written. */
#ifndef PLIE_CLI_FILES_H
#define PLIE_CLI_FILES_H

#include "base/arena.h"
#include "base/text.h"
#include <stdbool.h>
#include <stddef.h>

/* The whole of a regular file of at most limit bytes, with a NUL after it, in the arena. NULL
 * after a failure, with why in error (which may be NULL) as a sentence that names the file. */
char *plie_file_read(plie_arena *arena, const char *path, size_t limit, size_t *length,
                     plie_text *error);

/* Writes a file so that readers see it whole or not at all, and that it is on the disk when this
 * returns. With overwrite false an existing file is left alone, which is a failure. */
bool plie_file_write(const char *path, const void *bytes, size_t length, bool overwrite,
                     plie_text *error);

/* Whether folder/relative is a regular file whose real path, links followed, is inside the
 * folder. */
bool plie_file_is_inside(const char *folder, const char *relative);

bool plie_is_folder(const char *path);

#endif
