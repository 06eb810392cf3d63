#include "draw/fallback.h"

#include <fontconfig/fontconfig.h>

#define FACE_LIMIT 4
#define ANSWER_LIMIT 512

typedef struct {
    char *path;
    long index;
    plie_weight weight;
    TTF_Font *font;
    int size_px;
    unsigned last_use;
} system_face;

/* What fontconfig said about a character. */
typedef struct {
    uint32_t character;
    plie_weight weight;
    int face; /* -1: no font has it */
} answer;

struct plie_fallback {
    FcConfig *config;
    bool asked;
    system_face faces[FACE_LIMIT];
    unsigned uses;
    answer answers[ANSWER_LIMIT];
    size_t answer_count;
};

plie_fallback *plie_fallback_new(void) {
    return SDL_calloc(1, sizeof(plie_fallback));
}

static void close_face(system_face *face) {
    if (face->font != NULL)
        TTF_CloseFont(face->font);
    SDL_free(face->path);
    *face = (system_face){0};
}

void plie_fallback_free(plie_fallback *fallback) {
    if (fallback == NULL)
        return;
    for (int i = 0; i < FACE_LIMIT; i++)
        close_face(&fallback->faces[i]);
    if (fallback->config != NULL)
        FcConfigDestroy(fallback->config);
    if (fallback->asked)
        FcFini();
    SDL_free(fallback);
}

static FcConfig *config_of(plie_fallback *fallback) {
    if (!fallback->asked)
        fallback->config = FcInitLoadConfigAndFonts();
    fallback->asked = true;
    return fallback->config;
}

static FcPattern *wish_for(plie_weight weight, uint32_t character) {
    static const int weights[PLIE_WEIGHT_COUNT] = {FC_WEIGHT_MEDIUM, FC_WEIGHT_DEMIBOLD,
                                                   FC_WEIGHT_BOLD, FC_WEIGHT_EXTRABOLD};
    FcPattern *wish = FcPatternCreate();
    FcCharSet *characters = FcCharSetCreate();
    if (wish != NULL && characters != NULL) {
        if (character != 0 && FcCharSetAddChar(characters, character))
            FcPatternAddCharSet(wish, FC_CHARSET, characters);
        FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)"sans-serif");
        FcPatternAddInteger(wish, FC_WEIGHT, weights[weight]);
        FcPatternAddBool(wish, FC_SCALABLE, FcTrue);
        FcPatternAddBool(wish, FC_COLOR, FcFalse);
    }
    if (characters != NULL)
        FcCharSetDestroy(characters);
    return wish;
}

/* NULL if no font can be opened or, unless character is 0, has the character. */
static FcPattern *best_match(plie_fallback *fallback, plie_weight weight, uint32_t character) {
    FcConfig *config = config_of(fallback);
    FcPattern *wish = config != NULL ? wish_for(weight, character) : NULL;
    if (wish == NULL)
        return NULL;
    FcResult result = FcResultNoMatch;
    FcPattern *match = NULL;
    FcCharSet *characters = NULL;
    if (FcConfigSubstitute(config, wish, FcMatchPattern)) {
        FcDefaultSubstitute(wish);
        match = FcFontMatch(config, wish, &result);
    }
    FcPatternDestroy(wish);
    bool good = match != NULL;
    if (good && character != 0)
        good = FcPatternGetCharSet(match, FC_CHARSET, 0, &characters) == FcResultMatch &&
               FcCharSetHasChar(characters, character);
    if (match != NULL && !good) {
        FcPatternDestroy(match);
        match = NULL;
    }
    return match;
}

static bool file_of(const FcPattern *match, const char **path, long *index) {
    FcChar8 *file = NULL;
    int number = 0;
    if (FcPatternGetString(match, FC_FILE, 0, &file) != FcResultMatch)
        return false;
    if (FcPatternGetInteger(match, FC_INDEX, 0, &number) != FcResultMatch)
        number = 0;
    *path = (const char *)file;
    *index = number & 0xFFFF; /* above stands the instance of a variable font */
    return true;
}

TTF_Font *plie_fallback_open_any(plie_fallback *fallback, plie_weight weight, int size_px) {
    FcPattern *match = best_match(fallback, weight, 0);
    const char *path = NULL;
    long index = 0;
    TTF_Font *font = NULL;
    if (match != NULL && file_of(match, &path, &index))
        font = TTF_OpenFontIndex(path, size_px, index);
    else
        (void)SDL_SetError("No font could be found");
    if (match != NULL)
        FcPatternDestroy(match);
    return font;
}

/* Forgets the answers that name the face, too. */
static int free_slot(plie_fallback *fallback) {
    int oldest = 0;
    for (int i = 1; i < FACE_LIMIT; i++)
        if (fallback->faces[i].last_use < fallback->faces[oldest].last_use)
            oldest = i;
    close_face(&fallback->faces[oldest]);
    size_t kept = 0;
    for (size_t i = 0; i < fallback->answer_count; i++)
        if (fallback->answers[i].face != oldest)
            fallback->answers[kept++] = fallback->answers[i];
    fallback->answer_count = kept;
    return oldest;
}

static int open_face(plie_fallback *fallback, const char *path, long index, plie_face_key key) {
    for (int i = 0; i < FACE_LIMIT; i++)
        if (fallback->faces[i].path != NULL && fallback->faces[i].index == index &&
            SDL_strcmp(fallback->faces[i].path, path) == 0)
            return i;
    TTF_Font *font = TTF_OpenFontIndex(path, key.size_px, index);
    if (font == NULL)
        return -1;
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    int slot = free_slot(fallback);
    fallback->faces[slot] =
        (system_face){SDL_strdup(path), index, key.weight, font, key.size_px, fallback->uses};
    return slot;
}

/* A script is drawn by one font, and fontconfig is not asked for each of its letters. */
static int open_face_with(const plie_fallback *fallback, plie_weight weight, uint32_t character) {
    for (int i = 0; i < FACE_LIMIT; i++) {
        const system_face *face = &fallback->faces[i];
        if (face->font != NULL && face->weight == weight &&
            TTF_GlyphIsProvided32(face->font, character))
            return i;
    }
    return -1;
}

/* A look through all fonts is far cheaper than the search for the best one. */
static bool any_font_has(plie_fallback *fallback, uint32_t character) {
    FcConfig *config = config_of(fallback);
    const FcFontSet *fonts = config != NULL ? FcConfigGetFonts(config, FcSetSystem) : NULL;
    for (int i = 0; fonts != NULL && i < fonts->nfont; i++) {
        FcCharSet *characters = NULL;
        if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch &&
            FcCharSetHasChar(characters, character))
            return true;
    }
    return false;
}

static int ask(plie_fallback *fallback, plie_face_key key, uint32_t character) {
    int open = open_face_with(fallback, key.weight, character);
    if (open >= 0 || !any_font_has(fallback, character))
        return open;
    FcPattern *match = best_match(fallback, key.weight, character);
    const char *path = NULL;
    long index = 0;
    int face = -1;
    if (match != NULL && file_of(match, &path, &index))
        face = open_face(fallback, path, index, key);
    if (match != NULL)
        FcPatternDestroy(match);
    if (face >= 0 && !TTF_GlyphIsProvided32(fallback->faces[face].font, character))
        face = -1;
    return face;
}

static int face_for(plie_fallback *fallback, plie_face_key key, uint32_t character) {
    for (size_t i = 0; i < fallback->answer_count; i++)
        if (fallback->answers[i].character == character &&
            fallback->answers[i].weight == key.weight)
            return fallback->answers[i].face;
    int face = ask(fallback, key, character);
    if (fallback->answer_count == ANSWER_LIMIT)
        fallback->answer_count = 0;
    fallback->answers[fallback->answer_count++] = (answer){character, key.weight, face};
    return face;
}

TTF_Font *plie_fallback_face(plie_fallback *fallback, plie_face_key key, uint32_t character) {
    int index = face_for(fallback, key, character);
    if (index < 0)
        return NULL;
    system_face *face = &fallback->faces[index];
    face->last_use = ++fallback->uses;
    if (face->size_px != key.size_px && TTF_SetFontSize(face->font, key.size_px) == 0)
        face->size_px = key.size_px;
    return face->font;
}
