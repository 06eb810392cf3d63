#include "draw/raster.h"

#include "base/text.h"
#include "draw/reading_order.h"
#include "draw/runs.h"
#include <string.h>

#define REPLACEMENT 0xFFFDU

typedef struct {
    SDL_Surface *levels; /* 8 bits a pixel: how much the pixel is covered */
    int left, top;       /* of the surface, from the line's pen and baseline */
} run_picture;

static bool is_control(uint32_t character) {
    return character < 0x20 || (character >= 0x7F && character <= 0x9F) || character == 0x2028 ||
           character == 0x2029 || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

/* Variation selectors and the like, for which fonts have no picture. Joiners have a meaning after
 * letters that change beside each other. */
static bool is_invisible(uint32_t character, uint32_t before) {
    if (character == 0x200C || character == 0x200D)
        return plie_script_of(before) == NULL;
    return character == 0xAD || character == 0x200B ||
           (character >= 0x2060 && character <= 0x2064) ||
           (character >= 0xFE00 && character <= 0xFE0F) || character == 0xFEFF;
}

static size_t put_character(char *out, uint32_t character) {
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    size_t length = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80U | (character & 0x3FU));
        character >>= 6;
    }
    out[0] = (char)(lead[length] | character);
    return length;
}

void plie_line_clean(const char *text, char clean[PLIE_LINE_BYTES]) {
    size_t length = 0;
    uint32_t before = 0, character = 0;
    for (; *text != '\0' && length + 4 < PLIE_LINE_BYTES; before = character) {
        character = plie_utf8_next(&text);
        if (!is_invisible(character, before))
            length +=
                put_character(&clean[length], is_control(character) ? REPLACEMENT : character);
    }
    clean[length] = '\0';
}

static uint32_t first_in_sight(const plie_run *run, const char *text) {
    uint32_t found = plie_utf8_next(&text);
    for (uint32_t next = found; next != 0 && run->level % 2 != 0; next = plie_utf8_next(&text))
        found = next;
    return found;
}

/* The first glyph may reach to the left of the pen; SDL_ttf then moves the whole picture right. */
static int overhang(TTF_Font *face, const plie_run *run, const char *text) {
    int least = 0;
    if (TTF_GlyphMetrics32(face, first_in_sight(run, text), &least, NULL, NULL, NULL, NULL) != 0)
        return 0;
    return least < 0 ? -least : 0;
}

static int run_advance(TTF_Font *face, const plie_run *run, const char *text) {
    int width = 0;
    if (face == NULL || TTF_SizeUTF8(face, text, &width, NULL) != 0)
        return 0;
    return SDL_max(width - overhang(face, run, text), 0);
}

int plie_line_advance(plie_fonts *fonts, plie_face_key key, const char *clean) {
    plie_run runs[PLIE_RUN_LIMIT];
    char text[PLIE_LINE_BYTES];
    int advance = 0, count = plie_runs_of(fonts, key, clean, runs);
    for (int i = 0; i < count; i++) {
        plie_run_text(clean, &runs[i], text);
        advance += run_advance(plie_run_font(fonts, key, &runs[i]), &runs[i], text);
    }
    return advance;
}

static size_t whole_characters(const char *text, size_t length) {
    while (length > 0 && ((unsigned char)text[length] & 0xC0U) == 0x80U)
        length--;
    return length;
}

static bool prefix_fits(plie_fonts *fonts, plie_face_key key, const char *clean, size_t length,
                        int width) {
    char prefix[PLIE_LINE_BYTES];
    memcpy(prefix, clean, length);
    prefix[length] = '\0';
    return plie_line_advance(fonts, key, prefix) <= width;
}

size_t plie_line_fit(plie_fonts *fonts, plie_face_key key, const char *clean, int width) {
    size_t length = strlen(clean);
    /* No letter is narrower than an eighth of the em: spares measuring what lies far outside. */
    size_t most = (size_t)(SDL_max(width, 0) / SDL_max(key.size_px, 1) + 1) * 8 * 4;
    size_t high = whole_characters(clean, SDL_min(length, most));
    if (prefix_fits(fonts, key, clean, high, width))
        return high;
    size_t low = 0;
    while (high - low > 1) {
        size_t middle = whole_characters(clean, low + (high - low) / 2);
        if (middle <= low)
            middle = low + (high - low) / 2 + 1;
        while (middle < high && ((unsigned char)clean[middle] & 0xC0U) == 0x80U)
            middle++;
        if (middle >= high)
            break;
        if (prefix_fits(fonts, key, clean, middle, width))
            low = middle;
        else
            high = middle;
    }
    return low;
}

static run_picture picture_of_run(TTF_Font *face, const plie_run *run, const char *text, int pen) {
    const SDL_Color black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    run_picture picture = {TTF_RenderUTF8_Shaded(face, text, white, black), 0, 0};
    if (picture.levels != NULL && picture.levels->format->BytesPerPixel != 1) {
        SDL_FreeSurface(picture.levels);
        picture.levels = NULL;
    }
    picture.left = pen - overhang(face, run, text);
    picture.top = -TTF_FontAscent(face);
    return picture;
}

static const Uint8 *levels_row(const SDL_Surface *surface, int y) {
    return (const Uint8 *)surface->pixels + (size_t)y * (size_t)surface->pitch;
}

/* Widens ink by the visible part of one run. */
static void add_ink(const run_picture *picture, SDL_Rect *ink) {
    const SDL_Surface *surface = picture->levels;
    for (int y = 0; y < surface->h; y++) {
        const Uint8 *row = levels_row(surface, y);
        int begin = 0, end = surface->w;
        while (begin < end && row[begin] == 0)
            begin++;
        while (end > begin && row[end - 1] == 0)
            end--;
        if (begin == end)
            continue;
        SDL_Rect line = {picture->left + begin, picture->top + y, end - begin, 1};
        if (ink->w == 0)
            *ink = line;
        else
            SDL_UnionRect(ink, &line, ink);
    }
}

static void copy_levels(const run_picture *picture, plie_mask *mask) {
    int dx = picture->left - mask->left, dy = picture->top - mask->top;
    for (int y = SDL_max(0, -dy); y < picture->levels->h && y + dy < mask->height; y++) {
        const Uint8 *row = levels_row(picture->levels, y);
        Uint8 *out = &mask->alpha[(size_t)(y + dy) * (size_t)mask->width];
        for (int x = SDL_max(0, -dx); x < picture->levels->w && x + dx < mask->width; x++)
            out[x + dx] = SDL_max(out[x + dx], row[x]);
    }
}

static plie_mask join_pictures(const run_picture *pictures, int count) {
    SDL_Rect ink = {0, 0, 0, 0};
    for (int i = 0; i < count; i++)
        add_ink(&pictures[i], &ink);
    plie_mask mask = {ink.w, ink.h, ink.x, ink.y, NULL};
    if (ink.w > 0)
        mask.alpha = SDL_calloc((size_t)ink.w, (size_t)ink.h);
    for (int i = 0; i < count && mask.alpha != NULL; i++)
        copy_levels(&pictures[i], &mask);
    return mask;
}

plie_mask plie_line_mask(plie_fonts *fonts, plie_face_key key, const char *clean) {
    plie_run runs[PLIE_RUN_LIMIT];
    run_picture pictures[PLIE_RUN_LIMIT];
    char text[PLIE_LINE_BYTES];
    int count = 0, pen = 0, run_count = plie_runs_of(fonts, key, clean, runs);
    for (int i = 0; i < run_count; i++) {
        plie_run_text(clean, &runs[i], text);
        TTF_Font *face = plie_run_font(fonts, key, &runs[i]);
        int advance = run_advance(face, &runs[i], text);
        if (pen + advance > PLIE_LINE_WIDTH)
            break;
        if (face != NULL)
            pictures[count] = picture_of_run(face, &runs[i], text, pen);
        if (face != NULL && pictures[count].levels != NULL)
            count++;
        pen += advance;
    }
    plie_mask mask = join_pictures(pictures, count);
    for (int i = 0; i < count; i++)
        SDL_FreeSurface(pictures[i].levels);
    return mask;
}
