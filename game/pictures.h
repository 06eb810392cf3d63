/* The pictures that a person's own exercises bring along: decoded when they are first asked for,
 * and kept while there is room. Main thread only. */
#ifndef PLIE_PICTURES_H
#define PLIE_PICTURES_H

#include "base/text.h"
#include "draw/image.h"
#include "program/exercise.h"

#define PLIE_PICTURE_LIMIT 8 /* of one exercise; more are not shown */

typedef struct plie_pictures plie_pictures;

/* Reads and loads nothing yet. The caller owns the store. */
plie_pictures *plie_pictures_new(void);
/* The same with another file in SDL2_image's place. */
plie_pictures *plie_pictures_new_with(const char *library_file);
void plie_pictures_free(plie_pictures *pictures);

/* The picture in a PNG, JPEG or WebP file of at most 32 MiB and 8192 x 8192 pixels, shrunk to what
 * a screen can show. NULL, at once and ever after, where it cannot be shown; plie_pictures_problem
 * then says why. Lives until PLIE_PICTURE_LIMIT others were asked for. */
const plie_image *plie_pictures_get(plie_pictures *pictures, const char *path);

/* Those of an exercise that can be shown, in its order; returns how many. folder is its program's;
 * NULL for a shipped exercise, which has none. Files outside of the folder are not read. */
size_t plie_pictures_of(plie_pictures *pictures, const plie_exercise *exercise, const char *folder,
                        const plie_image *images[PLIE_PICTURE_LIMIT]);

/* The first of those, without a look at the rest; NULL for none. */
const plie_image *plie_pictures_first_of(plie_pictures *pictures, const plie_exercise *exercise,
                                         const char *folder);

/* Whether a file can be shown; why not, in a sentence that names it, is added to why. */
bool plie_pictures_can_show(plie_pictures *pictures, const char *path, plie_text *why);

/* Why the first picture that could not be shown cannot, in a sentence that names its file; NULL if
 * there was none. Lives as long as the store. */
const char *plie_pictures_problem(const plie_pictures *pictures);

#endif
