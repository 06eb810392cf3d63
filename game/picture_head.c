#include "picture_head.h"

#include <string.h>

#define EXIF_ORIENTATION 0x0112

static uint32_t big_endian(const uint8_t *bytes, int count) {
    uint32_t value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return value;
}

static uint32_t little_endian(const uint8_t *bytes, int count) {
    uint32_t value = 0;
    for (int i = count - 1; i >= 0; i--)
        value = value << 8 | bytes[i];
    return value;
}

static bool read_png(const uint8_t *bytes, size_t length, plie_picture_head *head) {
    if (length < 24 || memcmp(bytes, "\x89PNG\r\n\x1A\n", 8) != 0 ||
        memcmp(bytes + 12, "IHDR", 4) != 0)
        return false;
    *head = (plie_picture_head){PLIE_PICTURE_PNG, big_endian(bytes + 16, 4),
                                big_endian(bytes + 20, 4), 1};
    return true;
}

/* Exif: a TIFF header, then entries of 12 bytes each in the order of bytes that it names. */
static int turn_in(const uint8_t *bytes, size_t length, int otherwise) {
    if (length < 16 || memcmp(bytes, "Exif\0\0", 6) != 0)
        return otherwise;
    const uint8_t *tiff = bytes + 6;
    size_t room = length - 6;
    uint32_t (*number)(const uint8_t *, int) = tiff[0] == 'I' ? little_endian : big_endian;
    size_t at = number(tiff + 4, 4);
    if (at > room - 2)
        return otherwise;
    size_t entries = number(tiff + at, 2);
    for (at += 2; entries > 0 && at + 12 <= room; entries--, at += 12)
        if (number(tiff + at, 2) == EXIF_ORIENTATION) {
            uint32_t turn = number(tiff + at + 8, 2);
            return turn >= 1 && turn <= 8 ? (int)turn : otherwise;
        }
    return otherwise;
}

/* Start of frame; C4, C8 and CC among them mean other things. */
static bool tells_the_size(uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* Segments follow each other: a marker, then, mostly, a length that counts itself. */
static bool read_jpeg(const uint8_t *bytes, size_t length, plie_picture_head *head) {
    if (length < 3 || memcmp(bytes, "\xFF\xD8\xFF", 3) != 0)
        return false;
    size_t at = 2;
    int turn = 1;
    while (at + 9 <= length && bytes[at] == 0xFF) {
        uint8_t marker = bytes[at + 1];
        if (tells_the_size(marker)) {
            *head = (plie_picture_head){PLIE_PICTURE_JPEG, big_endian(bytes + at + 7, 2),
                                        big_endian(bytes + at + 5, 2), turn};
            return true;
        }
        if (marker == 0xE1)
            turn = turn_in(bytes + at + 4, length - at - 4, turn);
        if (marker == 0xFF)
            at += 1; /* a filling byte */
        else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8))
            at += 2;
        else
            at += 2 + (size_t)big_endian(bytes + at + 2, 2);
    }
    return false;
}

static bool read_webp(const uint8_t *bytes, size_t length, plie_picture_head *head) {
    if (length < 30 || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WEBP", 4) != 0)
        return false;
    head->kind = PLIE_PICTURE_WEBP;
    head->turn = 1;
    if (memcmp(bytes + 12, "VP8X", 4) == 0) {
        head->width = 1 + little_endian(bytes + 24, 3);
        head->height = 1 + little_endian(bytes + 27, 3);
    } else if (memcmp(bytes + 12, "VP8L", 4) == 0) {
        uint32_t sides = little_endian(bytes + 21, 4);
        head->width = 1 + (sides & 0x3FFFU);
        head->height = 1 + (sides >> 14 & 0x3FFFU);
    } else if (memcmp(bytes + 12, "VP8 ", 4) == 0) {
        head->width = little_endian(bytes + 26, 2) & 0x3FFFU;
        head->height = little_endian(bytes + 28, 2) & 0x3FFFU;
    } else {
        return false;
    }
    return true;
}

bool plie_picture_head_read(const uint8_t *bytes, size_t length, plie_picture_head *head) {
    return read_png(bytes, length, head) || read_jpeg(bytes, length, head) ||
           read_webp(bytes, length, head);
}
