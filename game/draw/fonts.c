#include "draw/fonts.h"

#include "draw/fallback.h"
#include <stdio.h>

#define SHAPE_SIZE 1000
#define FILE_LIMIT ((size_t)32 << 20)

/* The whole file is kept in memory (270 kB): SDL_ttf would read it in small pieces, glyph by glyph.
 */
typedef struct {
    void *file;
    TTF_Font *font;
    int size_px;
} face;

struct plie_fonts {
    char *folder;
    face faces[PLIE_WEIGHT_COUNT];
    plie_face_shape shapes[PLIE_WEIGHT_COUNT];
    plie_fallback *fallback;
    char problem[160];
    const char *letters_problem;
};

static const char *const WEIGHT_NAMES[PLIE_WEIGHT_COUNT] = {"Medium", "SemiBold", "Bold",
                                                            "ExtraBold"};

static void path_of(const plie_fonts *fonts, plie_weight weight, char *path, size_t size) {
    (void)SDL_snprintf(path, size, "%s/Inter-%s.otf", fonts->folder, WEIGHT_NAMES[weight]);
}

static bool open_weight(const plie_fonts *fonts, plie_weight weight, face *slot) {
    char path[4096];
    size_t size = 0;
    path_of(fonts, weight, path, sizeof path);
    slot->file = SDL_LoadFile(path, &size);
    if (slot->file == NULL || size > FILE_LIMIT)
        return false;
    slot->font = TTF_OpenFontRW(SDL_RWFromConstMem(slot->file, (int)size), 1, SHAPE_SIZE);
    return slot->font != NULL;
}

static void close_face(face *slot) {
    if (slot->font != NULL)
        TTF_CloseFont(slot->font);
    SDL_free(slot->file);
    *slot = (face){0};
}

static bool try_weight(const plie_fonts *fonts, int weight, face *slot) {
    if (weight < 0 || weight >= PLIE_WEIGHT_COUNT)
        return false;
    if (open_weight(fonts, (plie_weight)weight, slot))
        return true;
    close_face(slot);
    return false;
}

static void note_problem(plie_fonts *fonts, plie_weight missing) {
    if (fonts->problem[0] == '\0')
        (void)SDL_snprintf(fonts->problem, sizeof fonts->problem,
                           "The font Inter %s cannot be opened, so another one stands in for it.",
                           WEIGHT_NAMES[missing]);
}

/* The weight itself, the nearest other one, or any font at all. */
static bool open_nearest(plie_fonts *fonts, plie_weight weight, face *slot) {
    if (try_weight(fonts, (int)weight, slot))
        return true;
    note_problem(fonts, weight);
    for (int step = 1; step < PLIE_WEIGHT_COUNT; step++)
        if (try_weight(fonts, (int)weight + step, slot) ||
            try_weight(fonts, (int)weight - step, slot))
            return true;
    slot->font = plie_fallback_open_any(fonts->fallback, weight, SHAPE_SIZE);
    return slot->font != NULL;
}

static plie_face_shape shape_of(TTF_Font *font) {
    int cap = 0;
    if (TTF_GlyphMetrics32(font, 'H', NULL, NULL, NULL, &cap, NULL) != 0 || cap <= 0)
        cap = SHAPE_SIZE * 7 / 10;
    return (plie_face_shape){(float)TTF_FontAscent(font) / SHAPE_SIZE,
                             (float)TTF_FontHeight(font) / SHAPE_SIZE, (float)cap / SHAPE_SIZE};
}

static bool load(plie_fonts *fonts, plie_weight weight) {
    face *slot = &fonts->faces[weight];
    if (slot->font != NULL)
        return true;
    if (!open_nearest(fonts, weight, slot))
        return false;
    slot->size_px = SHAPE_SIZE;
    TTF_SetFontHinting(slot->font, TTF_HINTING_LIGHT_SUBPIXEL);
    fonts->shapes[weight] = shape_of(slot->font);
    return true;
}

static void look_for_files(plie_fonts *fonts) {
    for (int weight = 0; weight < PLIE_WEIGHT_COUNT; weight++) {
        char path[4096];
        path_of(fonts, (plie_weight)weight, path, sizeof path);
        SDL_RWops *file = SDL_RWFromFile(path, "rb");
        if (file == NULL)
            note_problem(fonts, (plie_weight)weight);
        else
            SDL_RWclose(file);
    }
}

plie_fonts *plie_fonts_new(const char *folder) {
    plie_fonts *fonts = SDL_calloc(1, sizeof *fonts);
    if (fonts == NULL)
        return NULL;
    fonts->folder = SDL_strdup(folder != NULL ? folder : "");
    fonts->fallback = plie_fallback_new();
    if (fonts->folder != NULL)
        look_for_files(fonts);
    if (fonts->folder == NULL || fonts->fallback == NULL || !load(fonts, PLIE_SEMIBOLD)) {
        plie_fonts_free(fonts);
        return NULL;
    }
    return fonts;
}

void plie_fonts_free(plie_fonts *fonts) {
    if (fonts == NULL)
        return;
    for (int weight = 0; weight < PLIE_WEIGHT_COUNT; weight++)
        close_face(&fonts->faces[weight]);
    plie_fallback_free(fonts->fallback);
    SDL_free(fonts->folder);
    SDL_free(fonts);
}

const char *plie_fonts_problem(const plie_fonts *fonts) {
    return fonts->problem[0] != '\0' ? fonts->problem : fonts->letters_problem;
}

/* The semi-bold face is open as long as the fonts live. */
static plie_weight loaded_weight(plie_fonts *fonts, plie_weight weight) {
    return load(fonts, weight) ? weight : PLIE_SEMIBOLD;
}

TTF_Font *plie_fonts_face(plie_fonts *fonts, plie_face_key key) {
    face *slot = &fonts->faces[loaded_weight(fonts, key.weight)];
    if (slot->size_px != key.size_px && TTF_SetFontSize(slot->font, key.size_px) == 0)
        slot->size_px = key.size_px;
    return slot->font;
}

/* Symbols, emoji and what belongs to nobody: their lack makes no word unreadable. */
static bool is_letter(uint32_t character) {
    return (character < 0x2000 || character > 0x2BFF) &&
           (character < 0xD800 || character > 0xF8FF) && character < 0x31350 &&
           (character < 0x1F000 || character > 0x1FFFF) && character != 0xFFFD;
}

/* Chinese, Japanese and Korean. */
static bool is_east_asian(uint32_t character) {
    return (character >= 0x1100 && character <= 0x11FF) ||
           (character >= 0x2E80 && character <= 0x9FFF) ||
           (character >= 0xA960 && character <= 0xD7FF) ||
           (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0xFF00 && character <= 0xFFEF) || character >= 0x20000;
}

static void note_missing_letter(plie_fonts *fonts, uint32_t character) {
    if (fonts->letters_problem != NULL || !is_letter(character))
        return;
    fonts->letters_problem =
        is_east_asian(character)
            ? "Some letters show as boxes: no font here has them. Debian's fonts-noto-cjk does."
            : "Some letters show as boxes: no font here has them. Debian's fonts-noto-core does.";
}

/* NULL if no font has the character. */
static TTF_Font *face_with(plie_fonts *fonts, plie_face_key key, uint32_t character) {
    TTF_Font *font = plie_fonts_face(fonts, key);
    if (character < 0x80 || TTF_GlyphIsProvided32(font, character))
        return font;
    return plie_fallback_face(fonts->fallback, key, character);
}

TTF_Font *plie_fonts_face_for(plie_fonts *fonts, plie_face_key key, uint32_t character) {
    TTF_Font *font = face_with(fonts, key, character);
    if (font != NULL)
        return font;
    note_missing_letter(fonts, character);
    return plie_fonts_face(fonts, key);
}

bool plie_fonts_have(plie_fonts *fonts, plie_face_key key, uint32_t character) {
    return face_with(fonts, key, character) != NULL;
}

plie_face_shape plie_fonts_shape(plie_fonts *fonts, plie_weight weight) {
    return fonts->shapes[loaded_weight(fonts, weight)];
}
