#include "draw/canvas.h"

#include "cli/files.h"

#include <errno.h>
#include <png.h>

/* By libpng itself: SDL2_image would load eight libraries more at every start, for this alone. */
static void *encode(SDL_Surface *surface, png_alloc_size_t *length) {
    SDL_Surface *opaque = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_RGB24, 0);
    if (opaque == NULL)
        return NULL;
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)opaque->w,
                       .height = (png_uint_32)opaque->h,
                       .format = PNG_FORMAT_RGB};
    *length = PNG_IMAGE_PNG_SIZE_MAX(image);
    void *bytes = SDL_malloc(*length);
    if (bytes != NULL &&
        !png_image_write_to_memory(&image, bytes, length, 0, opaque->pixels, opaque->pitch, NULL)) {
        SDL_free(bytes);
        bytes = NULL;
        (void)SDL_SetError("the picture cannot be made: %s", image.message);
    }
    SDL_FreeSurface(opaque);
    return bytes;
}

bool plie_save_png(SDL_Surface *surface, const char *path) {
    png_alloc_size_t length = 0;
    void *bytes = encode(surface, &length);
    if (bytes == NULL) {
        errno = ENOMEM;
        return false;
    }
    plie_text error = {0};
    bool saved = plie_file_write(path, bytes, length, true, &error);
    int failure = errno;
    if (!saved)
        (void)SDL_SetError("%s", plie_text_string(&error));
    plie_text_free(&error);
    SDL_free(bytes);
    errno = failure;
    return saved;
}
