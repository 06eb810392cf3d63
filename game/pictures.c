#include "pictures.h"

#include "base/arena.h"
#include "base/text.h"
#include "cli/files.h"
#include "cli/paths.h"
#include "picture_head.h"
#include <SDL_image.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define LIBRARY_FILE "libSDL2_image-2.0.so.0" /* the binary interface of the headers above */
#define FILE_LIMIT ((size_t)32 << 20)
#define SIDE_LIMIT 8192U
#define SHOWN_SIDE 1440 /* PLIE_PICTURE_LIMIT squares of it fit into CACHE_BYTES */
#define CACHE_BYTES ((size_t)64 << 20)
#define ENTRY_LIMIT 256

_Static_assert((size_t)PLIE_PICTURE_LIMIT *SHOWN_SIDE *SHOWN_SIDE * 4 <= CACHE_BYTES,
               "an exercise's pictures fit into the cache");

typedef SDL_Surface *(SDLCALL *decode_function)(SDL_RWops *source);

typedef struct entry {
    char *path;
    plie_image *image;  /* NULL where it cannot be shown */
    struct entry *next; /* asked for before this one */
} entry;

struct plie_pictures {
    const char *library_file;
    bool library_tried;
    void *library;
    entry *newest;
    plie_text problem;
};

plie_pictures *plie_pictures_new_with(const char *library_file) {
    plie_pictures *pictures = SDL_calloc(1, sizeof *pictures);
    if (pictures == NULL)
        abort();
    pictures->library_file = library_file;
    return pictures;
}

plie_pictures *plie_pictures_new(void) {
    return plie_pictures_new_with(LIBRARY_FILE);
}

static void free_entry(entry *picture) {
    plie_image_free(picture->image);
    SDL_free(picture->path);
    SDL_free(picture);
}

/* The library stays loaded for the life of the process: with what it brings along, unloading is not
 * safe everywhere. */
void plie_pictures_free(plie_pictures *pictures) {
    if (pictures == NULL)
        return;
    for (entry *picture = pictures->newest, *next; picture != NULL; picture = next) {
        next = picture->next;
        free_entry(picture);
    }
    plie_text_free(&pictures->problem);
    SDL_free(pictures);
}

const char *plie_pictures_problem(const plie_pictures *pictures) {
    return pictures->problem.length > 0 ? plie_text_string(&pictures->problem) : NULL;
}

/* A pointer to a function cannot be assigned from one to an object in ISO C; both are addresses in
 * any system that loads libraries by name. */
static decode_function decoder(plie_pictures *pictures, plie_picture_kind kind) {
    static const char *const names[] = {[PLIE_PICTURE_PNG] = "IMG_LoadPNG_RW",
                                        [PLIE_PICTURE_JPEG] = "IMG_LoadJPG_RW",
                                        [PLIE_PICTURE_WEBP] = "IMG_LoadWEBP_RW"};
    if (!pictures->library_tried)
        pictures->library = SDL_LoadObject(pictures->library_file);
    pictures->library_tried = true;
    void *address =
        pictures->library != NULL ? SDL_LoadFunction(pictures->library, names[kind]) : NULL;
    decode_function decode = NULL;
    if (address != NULL && sizeof decode == sizeof address)
        memcpy(&decode, &address, sizeof decode);
    return decode;
}

static plie_image *decoded(plie_pictures *pictures, const plie_picture_head *head,
                           const char *bytes, size_t length, plie_text *why) {
    decode_function decode = decoder(pictures, head->kind);
    if (decode == NULL) {
        plie_text_add(why, "the library SDL2_image is missing");
        return NULL;
    }
    SDL_RWops *source = SDL_RWFromConstMem(bytes, (int)length);
    SDL_Surface *surface = source != NULL ? decode(source) : NULL;
    if (source != NULL)
        SDL_RWclose(source);
    plie_image *image = surface != NULL ? plie_image_new(surface, SHOWN_SIDE) : NULL;
    SDL_FreeSurface(surface);
    if (image != NULL)
        plie_image_turn(image, head->turn);
    else
        plie_text_add(why, "it is damaged");
    return image;
}

static plie_image *image_in(plie_pictures *pictures, const char *bytes, size_t length,
                            plie_text *why) {
    plie_picture_head head;
    if (!plie_picture_head_read((const uint8_t *)bytes, length, &head)) {
        plie_text_add(why, "it is no PNG, JPEG or WebP file");
        return NULL;
    }
    if (head.width > SIDE_LIMIT || head.height > SIDE_LIMIT) {
        plie_text_addf(why, "it has %" PRIu32 " x %" PRIu32 " pixels; %u x %u is the most",
                       head.width, head.height, SIDE_LIMIT, SIDE_LIMIT);
        return NULL;
    }
    return decoded(pictures, &head, bytes, length, why);
}

static plie_image *load_image(plie_pictures *pictures, const char *path, plie_text *problem) {
    plie_arena *scratch = plie_arena_new();
    plie_text why = {0};
    plie_image *image = NULL;
    size_t length = 0;
    const char *bytes = plie_file_read(scratch, path, FILE_LIMIT, &length, problem);
    if (bytes != NULL)
        image = image_in(pictures, bytes, length, &why);
    if (bytes != NULL && image == NULL)
        plie_text_addf(problem, "cannot show the picture \"%s\": %s",
                       plie_text_printable(scratch, path), plie_text_string(&why));
    plie_text_free(&why);
    plie_arena_free(scratch);
    return image;
}

static plie_image *read_image(plie_pictures *pictures, const char *path) {
    plie_text problem = {0};
    plie_image *image = load_image(pictures, path, &problem);
    if (image == NULL && pictures->problem.length == 0)
        plie_text_add(&pictures->problem, plie_text_string(&problem));
    plie_text_free(&problem);
    return image;
}

bool plie_pictures_can_show(plie_pictures *pictures, const char *path, plie_text *why) {
    plie_image *image = load_image(pictures, path, why);
    plie_image_free(image);
    return image != NULL;
}

static entry *taken_out(plie_pictures *pictures, const char *path) {
    for (entry **link = &pictures->newest; *link != NULL; link = &(*link)->next) {
        entry *picture = *link;
        if (strcmp(picture->path, path) == 0) {
            *link = picture->next;
            return picture;
        }
    }
    return NULL;
}

/* So that a picture shown in every frame costs no look at the disk. */
static bool is_known(const plie_pictures *pictures, const char *path) {
    const entry *picture = pictures->newest;
    while (picture != NULL && strcmp(picture->path, path) != 0)
        picture = picture->next;
    return picture != NULL;
}

static entry *new_entry(const char *path) {
    entry *picture = SDL_calloc(1, sizeof *picture);
    if (picture == NULL || (picture->path = SDL_strdup(path)) == NULL)
        abort();
    return picture;
}

/* The newest one stays. */
static void drop_old_ones(plie_pictures *pictures) {
    size_t count = 0, size = 0;
    entry **link = &pictures->newest;
    while (*link != NULL) {
        entry *picture = *link;
        size_t bytes = picture->image != NULL ? plie_image_bytes(picture->image) : 0;
        if (count > 0 && (count >= ENTRY_LIMIT || size + bytes > CACHE_BYTES)) {
            *link = picture->next;
            free_entry(picture);
            continue;
        }
        count++;
        size += bytes;
        link = &picture->next;
    }
}

static void add(plie_pictures *pictures, entry *picture) {
    picture->next = pictures->newest;
    pictures->newest = picture;
}

const plie_image *plie_pictures_get(plie_pictures *pictures, const char *path) {
    entry *known = taken_out(pictures, path);
    if (known != NULL) {
        add(pictures, known);
        return known->image;
    }
    entry *picture = new_entry(path);
    picture->image = read_image(pictures, path);
    add(pictures, picture);
    drop_old_ones(pictures);
    return picture->image;
}

static void refuse(plie_pictures *pictures, const char *path) {
    add(pictures, new_entry(path));
    drop_old_ones(pictures);
    plie_arena *scratch = plie_arena_new();
    if (pictures->problem.length == 0)
        plie_text_addf(&pictures->problem,
                       "cannot show the picture \"%s\": it is no file in its program's folder",
                       plie_text_printable(scratch, path));
    plie_arena_free(scratch);
}

static size_t take(plie_pictures *pictures, const plie_exercise *exercise, const char *folder,
                   const plie_image **images, size_t most) {
    size_t asked = folder != NULL ? SDL_min(exercise->pictures.count, PLIE_PICTURE_LIMIT) : 0;
    size_t count = 0;
    plie_arena *scratch = plie_arena_new();
    for (size_t i = 0; i < asked && count < most; i++) {
        const char *name = exercise->pictures.items[i];
        const char *path = plie_path_join(scratch, folder, name);
        if (!is_known(pictures, path) && !plie_file_is_inside(folder, name))
            refuse(pictures, path);
        const plie_image *image = plie_pictures_get(pictures, path);
        if (image != NULL)
            images[count++] = image;
    }
    plie_arena_free(scratch);
    return count;
}

size_t plie_pictures_of(plie_pictures *pictures, const plie_exercise *exercise, const char *folder,
                        const plie_image *images[PLIE_PICTURE_LIMIT]) {
    return take(pictures, exercise, folder, images, PLIE_PICTURE_LIMIT);
}

const plie_image *plie_pictures_first_of(plie_pictures *pictures, const plie_exercise *exercise,
                                         const char *folder) {
    const plie_image *first = NULL;
    take(pictures, exercise, folder, &first, 1);
    return first;
}
