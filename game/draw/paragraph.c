#include "draw/paragraph.h"

#include "draw/hash.h"
#include "draw/reading_order.h"
#include <string.h>

#define KEPT 48
#define SHRINK 0.94F
/* Lines are broken at one size for all, and scaled: setting a font to another size makes it forget
 * its glyphs. */
#define MEASURING_SIZE 1000
#define ELLIPSIS "\xE2\x80\xA6"

typedef struct {
    uint64_t hash; /* 0: free */
    char *text;
    plie_paragraph_wish wish;
    plie_paragraph paragraph;
    char *storage; /* of the lines */
    unsigned last_use;
} kept;

struct plie_paragraphs {
    plie_fonts *fonts;
    kept all[KEPT];
    unsigned uses;
};

/* Lines as stretches of the text. */
typedef struct {
    size_t begin[PLIE_PARAGRAPH_LINES], length[PLIE_PARAGRAPH_LINES];
    int count;
    bool is_cut; /* there is more text than lines */
} broken;

plie_paragraphs *plie_paragraphs_new(plie_fonts *fonts) {
    plie_paragraphs *paragraphs = SDL_calloc(1, sizeof *paragraphs);
    if (paragraphs != NULL)
        paragraphs->fonts = fonts;
    return paragraphs;
}

static void release(kept *slot) {
    SDL_free(slot->text);
    SDL_free(slot->storage);
    *slot = (kept){0};
}

void plie_paragraphs_free(plie_paragraphs *paragraphs) {
    if (paragraphs == NULL)
        return;
    for (int i = 0; i < KEPT; i++)
        release(&paragraphs->all[i]);
    SDL_free(paragraphs);
}

static size_t skip_spaces(const char *text, size_t at) {
    while (text[at] == ' ')
        at++;
    return at;
}

static size_t without_trailing_spaces(const char *text, size_t begin, size_t end) {
    while (end > begin && text[end - 1] == ' ')
        end--;
    return end;
}

static size_t first_character(const char *text) {
    size_t length = text[0] != '\0';
    while (((unsigned char)text[length] & 0xC0U) == 0x80U)
        length++;
    return length;
}

/* Where the line that begins here ends; 0 if a word would have to be broken and must not be. */
static size_t line_end(plie_fonts *fonts, plie_face_key key, const char *text, size_t begin,
                       int width, bool breaks_words) {
    size_t fits = plie_line_fit(fonts, key, &text[begin], width);
    size_t end = begin + fits;
    if (text[end] == '\0')
        return end;
    size_t space = end;
    while (space > begin && text[space] != ' ')
        space--;
    if (space > begin)
        return space;
    if (!breaks_words)
        return 0;
    return fits > 0 ? end : begin + first_character(&text[begin]);
}

/* False if the text does not fit in whole. */
static bool break_lines(plie_fonts *fonts, plie_face_key key, const char *text, int width,
                        int max_lines, bool breaks_words, broken *lines) {
    lines->count = 0;
    lines->is_cut = false;
    size_t at = skip_spaces(text, 0);
    while (text[at] != '\0') {
        if (lines->count == max_lines) {
            lines->is_cut = true;
            return false;
        }
        size_t end = line_end(fonts, key, text, at, width, breaks_words);
        if (end == 0)
            return false;
        lines->begin[lines->count] = at;
        lines->length[lines->count++] = without_trailing_spaces(text, at, end) - at;
        at = skip_spaces(text, end);
    }
    return true;
}

/* A width at a size, as it is at the measuring size; a pixel is left for rounding. */
static int measuring_width(float width, int size_px) {
    float scaled = (width - 1.0F) * MEASURING_SIZE / (float)size_px;
    return scaled > 0.0F ? (int)SDL_min(scaled, 1e6F) : 0;
}

static int lines_allowed(plie_fonts *fonts, const plie_paragraph_wish *wish, int size_px) {
    float line = plie_fonts_shape(fonts, wish->weight).line * (float)size_px;
    float room = (wish->height + 0.5F) / line;
    int lines =
        room < (float)PLIE_PARAGRAPH_LINES ? (int)SDL_max(room, 0.0F) : PLIE_PARAGRAPH_LINES;
    return SDL_clamp(SDL_min(lines, wish->max_lines), 1, PLIE_PARAGRAPH_LINES);
}

/* The largest size at which the text fits, else the smallest, with words broken. */
static int fit(plie_fonts *fonts, const plie_paragraph_wish *wish, const char *text,
               broken *lines) {
    plie_face_key key = {wish->weight, MEASURING_SIZE};
    int size = wish->size_px;
    for (;;) {
        int width = measuring_width(wish->width, size);
        int allowed = lines_allowed(fonts, wish, size);
        if (break_lines(fonts, key, text, width, allowed, false, lines))
            return size;
        if (size <= wish->min_size_px) {
            (void)break_lines(fonts, key, text, width, allowed, true, lines);
            return size;
        }
        int smaller = SDL_min((int)((float)size * SHRINK), size - 1);
        size = SDL_max(smaller, wish->min_size_px);
    }
}

static size_t length_before_ellipsis(plie_fonts *fonts, plie_face_key key, const char *text,
                                     int width) {
    int room = width - plie_line_advance(fonts, key, ELLIPSIS);
    return without_trailing_spaces(text, 0, plie_line_fit(fonts, key, text, room));
}

/* Every line is read as the whole paragraph is, whatever it begins with. */
static const char *mark_of_lines(const char *text) {
    switch (plie_reading_of(text)) {
    case PLIE_READS_LEFTWARD:
        return PLIE_LEFTWARD_MARK;
    case PLIE_READS_BOTH_WAYS:
        return PLIE_RIGHTWARD_MARK;
    case PLIE_READS_RIGHTWARD:
        break;
    }
    return "";
}

static char *add(char *out, const char *bytes, size_t length) {
    memcpy(out, bytes, length);
    return out + length;
}

static void store_lines(plie_fonts *fonts, kept *slot, const char *text, const broken *lines) {
    char *out = slot->storage;
    const char *mark = mark_of_lines(text);
    plie_face_key key = {slot->wish.weight, MEASURING_SIZE};
    int width = measuring_width(slot->wish.width, slot->paragraph.size_px);
    for (int i = 0; i < lines->count; i++) {
        bool ends_early = lines->is_cut && i == lines->count - 1;
        const char *line = &text[lines->begin[i]];
        size_t length =
            ends_early ? length_before_ellipsis(fonts, key, line, width) : lines->length[i];
        slot->paragraph.lines[i] = out;
        out = add(out, mark, strlen(mark));
        out = add(out, line, length);
        if (ends_early)
            out = add(out, ELLIPSIS, strlen(ELLIPSIS));
        *out++ = '\0';
    }
    slot->paragraph.line_count = lines->count;
}

/* White space of any kind separates words. */
static void clean_words(const char *text, char clean[PLIE_LINE_BYTES]) {
    char plain[PLIE_LINE_BYTES];
    (void)SDL_utf8strlcpy(plain, text, sizeof plain);
    for (char *at = plain; *at != '\0'; at++)
        if (*at == '\n' || *at == '\r' || *at == '\t')
            *at = ' ';
    plie_line_clean(plain, clean);
}

static bool lay_out(plie_fonts *fonts, kept *slot) {
    char clean[PLIE_LINE_BYTES];
    clean_words(slot->text, clean);
    slot->storage = SDL_malloc(strlen(clean) + sizeof ELLIPSIS +
                               PLIE_PARAGRAPH_LINES * sizeof PLIE_LEFTWARD_MARK);
    if (slot->storage == NULL)
        return false;
    broken lines;
    slot->paragraph.size_px = fit(fonts, &slot->wish, clean, &lines);
    store_lines(fonts, slot, clean, &lines);
    return true;
}

static uint64_t hash_of(const plie_paragraph_wish *wish, const char *text) {
    const float box[] = {wish->width, wish->height};
    uint64_t hash = plie_hash_floats(PLIE_HASH_START, box, 2);
    hash = plie_hash_word(hash, (uint32_t)wish->weight);
    hash = plie_hash_word(hash, (uint32_t)wish->max_lines);
    hash = plie_hash_word(hash, (uint32_t)wish->size_px);
    hash = plie_hash_word(hash, (uint32_t)wish->min_size_px);
    return plie_hash_string(hash, text) | 1U;
}

static kept *slot_of(plie_paragraphs *paragraphs, uint64_t hash, const char *text) {
    kept *oldest = &paragraphs->all[0];
    for (int i = 0; i < KEPT; i++) {
        kept *slot = &paragraphs->all[i];
        if (slot->hash == hash && strcmp(slot->text, text) == 0)
            return slot;
        if (slot->last_use < oldest->last_use)
            oldest = slot;
    }
    release(oldest);
    return oldest;
}

const plie_paragraph *plie_paragraphs_get(plie_paragraphs *paragraphs,
                                          const plie_paragraph_wish *wish, const char *text) {
    uint64_t hash = hash_of(wish, text);
    kept *slot = slot_of(paragraphs, hash, text);
    slot->last_use = ++paragraphs->uses;
    if (slot->hash == hash)
        return &slot->paragraph;
    slot->text = SDL_strdup(text);
    slot->wish = *wish;
    if (slot->text == NULL || !lay_out(paragraphs->fonts, slot)) {
        release(slot);
        return NULL;
    }
    slot->hash = hash;
    return &slot->paragraph;
}
