#include "draw/canvas.h"

#include <errno.h>
#include <png.h>
#include <stdio.h>
#include <string.h>

/* By libpng itself: SDL2_image would load eight libraries more at every start, for this alone. */
static bool write_png(SDL_Surface *surface, const char *path) {
    SDL_Surface *opaque = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_RGB24, 0);
    if (opaque == NULL)
        return false;
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)opaque->w,
                       .height = (png_uint_32)opaque->h,
                       .format = PNG_FORMAT_RGB};
    bool written =
        png_image_write_to_file(&image, path, 0, opaque->pixels, opaque->pitch, NULL) != 0;
    if (!written)
        (void)SDL_SetError("%s: %s", path, image.message);
    SDL_FreeSurface(opaque);
    return written;
}

bool plie_save_png(SDL_Surface *surface, const char *path) {
    static const char ending[] = ".part";
    size_t room = strlen(path) + sizeof ending;
    char *part = SDL_malloc(room);
    if (part == NULL)
        return false;
    (void)SDL_snprintf(part, room, "%s%s", path, ending);
    bool saved = write_png(surface, part);
    if (saved && rename(part, path) != 0) {
        (void)SDL_SetError("%s: %s", path, strerror(errno));
        saved = false;
    }
    if (!saved)
        (void)remove(part);
    SDL_free(part);
    return saved;
}
