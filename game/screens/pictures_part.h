/* The pictures that an exercise brings along. */
#ifndef PLIE_SCREENS_PICTURES_PART_H
#define PLIE_SCREENS_PICTURES_PART_H

#include "draw/image.h"
#include "screens/page.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PLIE_PICTURE_TURN_MS 2000

/* One picture as large as the box lets it; of several one after the other, each for its
 * turn of elapsed_ms. still (where nothing may move): the first ones side by side, at most 3.
 * Nothing for none. */
void plie_part_pictures(plie_page *page, plie_box box, const plie_image *const *images,
                        size_t count, int64_t elapsed_ms, bool still);

#endif
