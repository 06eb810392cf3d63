#include "draw/canvas.h"

#include <SDL_image.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

static bool write_png(SDL_Surface *surface, const char *path) {
    SDL_Surface *opaque = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_RGB24, 0);
    if (opaque == NULL)
        return false;
    bool written = IMG_SavePNG(opaque, path) == 0;
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
