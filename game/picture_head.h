/* The beginning of a picture file: what kind it is and how large the picture, before anything is
 * decoded or reserved for it. */
#ifndef PLIE_PICTURE_HEAD_H
#define PLIE_PICTURE_HEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { PLIE_PICTURE_PNG, PLIE_PICTURE_JPEG, PLIE_PICTURE_WEBP } plie_picture_kind;

typedef struct {
    plie_picture_kind kind;
    uint32_t width, height; /* as stored */
    int turn;               /* how a camera was held, as Exif counts: 1 (upright) to 8 */
} plie_picture_head;

/* False for bytes that are no PNG, JPEG or WebP file, or end before they tell the size. */
bool plie_picture_head_read(const uint8_t *bytes, size_t length, plie_picture_head *head);

#endif
