#include "draw/image.h"

#include <math.h>
#include <stdbool.h>

static uint64_t new_id(void) {
    static uint64_t last;
    return ++last;
}

void plie_image_free(plie_image *image) {
    if (image == NULL)
        return;
    SDL_free(image->pixels);
    SDL_free(image);
}

size_t plie_image_bytes(const plie_image *image) {
    return (size_t)image->width * (size_t)image->height * sizeof *image->pixels;
}

void plie_image_fit(const plie_image *image, float room_w, float room_h, int *width, int *height) {
    float scale = fminf(room_w / (float)image->width, room_h / (float)image->height);
    float fit_w = roundf((float)image->width * scale);
    float fit_h = roundf((float)image->height * scale);
    *width = (int)SDL_clamp(fit_w, 1.0F, fmaxf(floorf(room_w), 1.0F));
    *height = (int)SDL_clamp(fit_h, 1.0F, fmaxf(floorf(room_h), 1.0F));
}

static bool multiply_by_opacity(plie_image *image, SDL_Surface *surface) {
    int pitch = image->width * 4;
    if (SDL_MUSTLOCK(surface) && SDL_LockSurface(surface) != 0)
        return false;
    bool copied =
        SDL_PremultiplyAlpha(image->width, image->height, SDL_PIXELFORMAT_ARGB8888, surface->pixels,
                             surface->pitch, SDL_PIXELFORMAT_ARGB8888, image->pixels, pitch) == 0;
    if (SDL_MUSTLOCK(surface))
        SDL_UnlockSurface(surface);
    return copied;
}

static bool shrink(plie_image *image, int longest_px) {
    if (image->width <= longest_px && image->height <= longest_px)
        return true;
    int width, height;
    plie_image_fit(image, (float)longest_px, (float)longest_px, &width, &height);
    Uint32 *pixels = plie_image_scaled(image->pixels, image->width, image->height, width, height);
    if (pixels == NULL)
        return false;
    SDL_free(image->pixels);
    image->pixels = pixels;
    image->width = width;
    image->height = height;
    return true;
}

/* Where the turned image's pixel at x, y was. width and height are those of before. */
static size_t source_of(int turn, int x, int y, int width, int height) {
    int from_x = turn >= 5 ? y : x, from_y = turn >= 5 ? x : y;
    if (turn == 2 || turn == 3 || turn == 7 || turn == 8)
        from_x = width - 1 - from_x;
    if (turn == 3 || turn == 4 || turn == 6 || turn == 7)
        from_y = height - 1 - from_y;
    return (size_t)from_y * (size_t)width + (size_t)from_x;
}

bool plie_image_turn(plie_image *image, int turn) {
    if (turn < 2 || turn > 8)
        return true;
    Uint32 *pixels = SDL_malloc(plie_image_bytes(image));
    if (pixels == NULL)
        return false;
    int width = turn >= 5 ? image->height : image->width;
    int height = turn >= 5 ? image->width : image->height;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            pixels[(size_t)y * (size_t)width + (size_t)x] =
                image->pixels[source_of(turn, x, y, image->width, image->height)];
    SDL_free(image->pixels);
    image->pixels = pixels;
    image->width = width;
    image->height = height;
    return true;
}

plie_image *plie_image_new(SDL_Surface *surface, int longest_px) {
    if (surface->w < 1 || surface->h < 1) {
        SDL_SetError("it has no pixels");
        return NULL;
    }
    SDL_Surface *plain = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_ARGB8888, 0);
    plie_image *image = plain != NULL ? SDL_calloc(1, sizeof *image) : NULL;
    if (image != NULL) {
        image->id = new_id();
        image->width = plain->w;
        image->height = plain->h;
        image->pixels = SDL_malloc(plie_image_bytes(image));
    }
    bool made = image != NULL && image->pixels != NULL && multiply_by_opacity(image, plain) &&
                shrink(image, longest_px);
    SDL_FreeSurface(plain);
    if (made)
        return image;
    plie_image_free(image);
    SDL_SetError("out of memory");
    return NULL;
}
