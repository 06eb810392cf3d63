/* A picture at a quarter of its size, each of its pixels the mean of sixteen: what a golden picture
 * of figures needs, and little to store. Usage: shrink FROM.png TO.png */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>

#define FACTOR 4U
#define CHANNELS 3U

static unsigned mean(const png_byte *corner, size_t row_bytes) {
    unsigned sum = FACTOR * FACTOR / 2;
    for (size_t y = 0; y < FACTOR; y++)
        for (size_t x = 0; x < FACTOR; x++)
            sum += corner[y * row_bytes + x * CHANNELS];
    return sum / (FACTOR * FACTOR);
}

static void shrink(const png_byte *from, png_byte *to, const png_image *size) {
    const size_t from_row = (size_t)size->width * FACTOR * CHANNELS;
    const size_t to_row = (size_t)size->width * CHANNELS;
    for (size_t y = 0; y < size->height; y++)
        for (size_t i = 0; i < to_row; i++) {
            const size_t pixel = i / CHANNELS, channel = i % CHANNELS;
            const png_byte *corner =
                from + y * FACTOR * from_row + pixel * FACTOR * CHANNELS + channel;
            to[y * to_row + i] = (png_byte)mean(corner, from_row);
        }
}

static int shrink_file(png_image *large, const char *to) {
    png_byte *pixels = malloc(PNG_IMAGE_SIZE(*large));
    png_image small = {.version = PNG_IMAGE_VERSION,
                       .width = large->width / FACTOR,
                       .height = large->height / FACTOR,
                       .format = PNG_FORMAT_RGB};
    png_byte *fewer = malloc(PNG_IMAGE_SIZE(small));
    const int done =
        pixels != NULL && fewer != NULL && png_image_finish_read(large, NULL, pixels, 0, NULL);
    if (done)
        shrink(pixels, fewer, &small);
    const int written = done && png_image_write_to_file(&small, to, 0, fewer, 0, NULL);
    if (!written)
        (void)fprintf(stderr, "%s: %s%s\n", to, large->message, small.message);
    free(fewer);
    free(pixels);
    return written;
}

int main(int argc, char **argv) {
    png_image large = {.version = PNG_IMAGE_VERSION};
    if (argc != 3)
        return 2;
    if (!png_image_begin_read_from_file(&large, argv[1])) {
        (void)fprintf(stderr, "%s: %s\n", argv[1], large.message);
        return 1;
    }
    large.format = PNG_FORMAT_RGB;
    return shrink_file(&large, argv[2]) ? 0 : 1;
}
