/* Records text: lines, digits and paragraphs. */
#include "draw/picture.h"

#include <math.h>

#define SIZE_LIMIT 2000.0F
#define READING_SIZE                                                                               \
    1000                /* that of paragraphs: another one would make the font forget its glyphs */
#define DIGIT_GAP 0.03F /* of the size, between two of the widest digits */

static plie_face_key key_of(plie_font font) {
    float size = font.size_px >= 1.0F ? fminf(font.size_px, SIZE_LIMIT) : 1.0F;
    plie_weight weight = SDL_clamp(font.weight, PLIE_MEDIUM, PLIE_EXTRABOLD);
    return (plie_face_key){weight, (int)(size + 0.5F)};
}

static float left_edge(float x, plie_align align, float width) {
    switch (align) {
    case PLIE_ALIGN_CENTER:
        return x - width / 2;
    case PLIE_ALIGN_RIGHT:
        return x - width;
    case PLIE_ALIGN_LEFT:
        break;
    }
    return x;
}

/* Text stands on whole pixels, which keeps it sharp. */
static void put_line(plie_canvas *canvas, const plie_line *line, float x, float baseline_y,
                     SDL_Color color) {
    if (line->mask.alpha == NULL || !(fabsf(x) < 1e6F && fabsf(baseline_y) < 1e6F))
        return;
    int left = (int)floorf(x + 0.5F) + line->mask.left;
    int top = (int)floorf(baseline_y + 0.5F) + line->mask.top;
    SDL_Rect bounds =
        plie_picture_pixels(canvas, (float)left, (float)top, (float)(left + line->mask.width),
                            (float)(top + line->mask.height));
    uint64_t hash = plie_hash_word(line->hash, (uint32_t)left);
    hash = plie_hash_word(hash, (uint32_t)top);
    plie_command *command = plie_picture_add(canvas, PLIE_COMMAND_TEXT, color, bounds, hash);
    if (command == NULL)
        return;
    command->as.text.mask = &line->mask;
    command->as.text.x = left;
    command->as.text.y = top;
}

static float draw_line(plie_canvas *canvas, plie_face_key key, SDL_Color color, float x,
                       float baseline_y, plie_align align, const char *text) {
    const plie_line *line = plie_line_cache_get(canvas->lines, key, text, true);
    if (line == NULL)
        return 0;
    float width = (float)line->advance;
    put_line(canvas, line, left_edge(x, align, width), baseline_y, color);
    return width;
}

float plie_draw_text(plie_canvas *canvas, plie_font font, float x, float baseline_y,
                     plie_align align, const char *text) {
    return draw_line(canvas, key_of(font), font.color, x, baseline_y, align, text);
}

float plie_text_width(plie_canvas *canvas, plie_font font, const char *text) {
    const plie_line *line = plie_line_cache_get(canvas->lines, key_of(font), text, false);
    return line != NULL ? (float)line->advance : 0;
}

bool plie_text_can_be_read(plie_canvas *canvas, const char *text) {
    const plie_face_key key = {PLIE_SEMIBOLD, READING_SIZE};
    const plie_line *line = plie_line_cache_get(canvas->lines, key, text, false);
    return line == NULL || line->can_be_read;
}

static int advance_of(plie_canvas *canvas, plie_face_key key, char character) {
    const char text[] = {character, '\0'};
    const plie_line *line = plie_line_cache_get(canvas->lines, key, text, false);
    return line != NULL ? line->advance : 0;
}

/* What there is to see of a character, without the room at its sides. */
static int ink_width(plie_canvas *canvas, plie_face_key key, char character) {
    const char text[] = {character, '\0'};
    const plie_line *line = plie_line_cache_get(canvas->lines, key, text, true);
    return line != NULL ? line->mask.width : 0;
}

/* As narrow as the widest digit allows without touching its like. */
static int digit_cell(plie_canvas *canvas, plie_face_key key) {
    int widest = 0;
    for (const char *digit = "0123456789"; *digit != '\0'; digit++)
        widest = SDL_max(widest, ink_width(canvas, key, *digit));
    return widest + SDL_max((int)((float)key.size_px * DIGIT_GAP + 0.5F), 1);
}

static bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

static int cell_of(plie_canvas *canvas, plie_face_key key, int digit_width, char character) {
    return is_digit(character) ? digit_width : advance_of(canvas, key, character);
}

static int digits_advance(plie_canvas *canvas, plie_face_key key, const char *text) {
    int cell = digit_cell(canvas, key), width = 0;
    for (int i = 0; i < PLIE_LINE_BYTES && text[i] != '\0'; i++)
        width += cell_of(canvas, key, cell, text[i]);
    return width;
}

/* A colon between digits stands at half their height, not on the baseline. */
static float lift_of(plie_canvas *canvas, const plie_line *line, plie_face_key key,
                     char character) {
    if (character != ':')
        return 0;
    float middle = (float)line->mask.top + (float)line->mask.height / 2;
    float cap = plie_fonts_shape(canvas->fonts, key.weight).cap * (float)key.size_px;
    return floorf(-cap / 2 - middle + 0.5F);
}

float plie_draw_digits(plie_canvas *canvas, plie_font font, float x, float baseline_y,
                       plie_align align, const char *text) {
    plie_face_key key = key_of(font);
    int cell = digit_cell(canvas, key);
    int width = digits_advance(canvas, key, text);
    float pen = floorf(left_edge(x, align, (float)width) + 0.5F);
    for (int i = 0; i < PLIE_LINE_BYTES && text[i] != '\0'; i++) {
        const char one[] = {text[i], '\0'};
        const plie_line *line = plie_line_cache_get(canvas->lines, key, one, true);
        if (line == NULL)
            continue;
        int room = cell_of(canvas, key, cell, text[i]);
        float margin = is_digit(text[i])
                           ? floorf((float)(room - line->mask.width) / 2) - (float)line->mask.left
                           : 0;
        put_line(canvas, line, pen + margin, baseline_y + lift_of(canvas, line, key, text[i]),
                 font.color);
        pen += (float)room;
    }
    return (float)width;
}

float plie_digits_width(plie_canvas *canvas, plie_font font, const char *text) {
    return (float)digits_advance(canvas, key_of(font), text);
}

static const plie_paragraph *paragraph_of(plie_canvas *canvas, plie_font font, plie_box box,
                                          int max_lines, float min_size_px, const char *text) {
    int size = key_of(font).size_px;
    font.size_px = min_size_px;
    plie_face_key smallest = key_of(font);
    plie_paragraph_wish wish = {.weight = smallest.weight,
                                .width = box.w,
                                .height = box.h,
                                .max_lines = max_lines,
                                .size_px = size,
                                .min_size_px = SDL_min(smallest.size_px, size)};
    return plie_paragraphs_get(canvas->paragraphs, &wish, text);
}

static float paragraph_height(plie_canvas *canvas, plie_weight weight,
                              const plie_paragraph *paragraph, float *size_px) {
    if (size_px != NULL)
        *size_px = (float)paragraph->size_px;
    return plie_fonts_shape(canvas->fonts, weight).line * (float)paragraph->size_px *
           (float)paragraph->line_count;
}

float plie_draw_paragraph(plie_canvas *canvas, plie_font font, plie_box box, plie_align align,
                          int max_lines, float min_size_px, const char *text, float *size_px) {
    const plie_paragraph *paragraph = paragraph_of(canvas, font, box, max_lines, min_size_px, text);
    if (paragraph == NULL)
        return 0;
    plie_face_key key = {key_of(font).weight, paragraph->size_px};
    plie_face_shape shape = plie_fonts_shape(canvas->fonts, key.weight);
    float x = align == PLIE_ALIGN_LEFT     ? box.x
              : align == PLIE_ALIGN_CENTER ? box.x + box.w / 2
                                           : box.x + box.w;
    float size = (float)paragraph->size_px;
    for (int i = 0; i < paragraph->line_count; i++)
        draw_line(canvas, key, font.color, x,
                  box.y + shape.ascent * size + (float)i * shape.line * size, align,
                  paragraph->lines[i]);
    return paragraph_height(canvas, key.weight, paragraph, size_px);
}

float plie_measure_paragraph(plie_canvas *canvas, plie_font font, plie_box box, int max_lines,
                             float min_size_px, const char *text, float *size_px) {
    const plie_paragraph *paragraph = paragraph_of(canvas, font, box, max_lines, min_size_px, text);
    return paragraph != NULL ? paragraph_height(canvas, key_of(font).weight, paragraph, size_px)
                             : 0;
}

float plie_cap_height(plie_canvas *canvas, plie_font font) {
    plie_face_key key = key_of(font);
    return plie_fonts_shape(canvas->fonts, key.weight).cap * (float)key.size_px;
}

float plie_line_height(plie_canvas *canvas, plie_font font) {
    plie_face_key key = key_of(font);
    return plie_fonts_shape(canvas->fonts, key.weight).line * (float)key.size_px;
}
