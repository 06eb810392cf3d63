#include "draw/reading_order.h"

#include "base/text.h"
#include <fribidi.h>
#include <string.h>

#define LIBRARY_FILE "libfribidi.so.0" /* the binary interface of the headers above */
#define CHARACTER_LIMIT 1024

/* Under the names and with the meaning that they have in FriBidi. */
typedef struct {
    void (*get_bidi_types)(const FriBidiChar *text, const FriBidiStrIndex length,
                           FriBidiCharType *types);
    void (*get_bracket_types)(const FriBidiChar *text, const FriBidiStrIndex length,
                              const FriBidiCharType *types, FriBidiBracketType *brackets);
    FriBidiLevel (*get_par_embedding_levels_ex)(const FriBidiCharType *types,
                                                const FriBidiBracketType *brackets,
                                                const FriBidiStrIndex length, FriBidiParType *base,
                                                FriBidiLevel *levels);
    FriBidiParType (*get_par_direction)(const FriBidiCharType *types, const FriBidiStrIndex length);
} fribidi_library;

typedef struct {
    FriBidiChar text[CHARACTER_LIMIT];
    FriBidiCharType types[CHARACTER_LIMIT];
    FriBidiStrIndex length;
} typed_text;

/* A pointer to a function cannot be assigned from one to an object in ISO C; both are addresses in
 * any system that loads libraries by name. */
static bool find(void *library, const char *name, void *pointer, size_t size) {
    void *address = library != NULL ? SDL_LoadFunction(library, name) : NULL;
    if (address == NULL || size != sizeof address)
        return false;
    memcpy(pointer, &address, size);
    return true;
}

#define FIND(library, name, field) find((library), (name), &(field), sizeof(field))

static bool load(fribidi_library *fribidi) {
    void *library = SDL_LoadObject(LIBRARY_FILE);
    return FIND(library, "fribidi_get_bidi_types", fribidi->get_bidi_types) &&
           FIND(library, "fribidi_get_bracket_types", fribidi->get_bracket_types) &&
           FIND(library, "fribidi_get_par_embedding_levels_ex",
                fribidi->get_par_embedding_levels_ex) &&
           FIND(library, "fribidi_get_par_direction", fribidi->get_par_direction);
}

/* NULL where it cannot be loaded. Loaded once for the life of the process. */
static const fribidi_library *fribidi_loaded(void) {
    static fribidi_library fribidi;
    static bool tried, loaded;
    if (!tried)
        loaded = load(&fribidi);
    tried = true;
    return loaded ? &fribidi : NULL;
}

bool plie_is_reading_mark(uint32_t character) {
    return character == 0x200E || character == 0x200F || character == 0x061C;
}

/* The blocks of scripts that are read from right to left. */
static bool may_read_leftward(uint32_t character) {
    return (character >= 0x0590 && character <= 0x08FF) || character == 0x200F ||
           (character >= 0xFB1D && character <= 0xFDFF) ||
           (character >= 0xFE70 && character <= 0xFEFE) ||
           (character >= 0x10800 && character <= 0x10FFF) ||
           (character >= 0x1E800 && character <= 0x1EFFF);
}

static bool has_leftward(const char *text) {
    for (uint32_t at = plie_utf8_next(&text); at != 0; at = plie_utf8_next(&text))
        if (may_read_leftward(at))
            return true;
    return false;
}

/* False if there is nothing to order, or nothing to do it with. */
static bool find_types(const char *text, typed_text *typed) {
    const fribidi_library *fribidi = has_leftward(text) ? fribidi_loaded() : NULL;
    if (fribidi == NULL)
        return false;
    typed->length = 0;
    while (*text != '\0' && typed->length < CHARACTER_LIMIT)
        typed->text[typed->length++] = plie_utf8_next(&text);
    fribidi->get_bidi_types(typed->text, typed->length, typed->types);
    return true;
}

plie_reading plie_reading_of(const char *text) {
    typed_text typed;
    if (!find_types(text, &typed))
        return PLIE_READS_RIGHTWARD;
    FriBidiParType base = fribidi_loaded()->get_par_direction(typed.types, typed.length);
    return FRIBIDI_IS_RTL(base) ? PLIE_READS_LEFTWARD : PLIE_READS_BOTH_WAYS;
}

void plie_reading_levels(const char *text, Uint8 *levels, size_t count) {
    memset(levels, 0, count);
    typed_text typed;
    if (!find_types(text, &typed))
        return;
    FriBidiBracketType brackets[CHARACTER_LIMIT];
    FriBidiLevel found[CHARACTER_LIMIT];
    FriBidiParType base = FRIBIDI_PAR_ON;
    const fribidi_library *fribidi = fribidi_loaded();
    fribidi->get_bracket_types(typed.text, typed.length, typed.types, brackets);
    if (fribidi->get_par_embedding_levels_ex(typed.types, brackets, typed.length, &base, found) ==
        0)
        return;
    size_t length = SDL_min((size_t)typed.length, count);
    for (size_t i = 0; i < length; i++)
        levels[i] = (Uint8)found[i];
    for (size_t i = length; i > 0 && typed.text[i - 1] == ' '; i--)
        levels[i - 1] = FRIBIDI_IS_RTL(base) ? 1 : 0;
}
