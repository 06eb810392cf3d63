#include "screens/workout_parts.h"

#define DOT " \u00b7 "
#define LINE_LIMIT 3
#define TEXT_SIZE 640

/* The parts of a text, and where they are broken into lines. */
typedef struct {
    char text[TEXT_SIZE];
    const char *lines[LINE_LIMIT];
    int line_count;
    float widest;
} dotted;

/* Takes the parts as long as they fit one line, at least one; the dot after them becomes an end.
 * Returns what follows, or NULL. */
static char *take_line(plie_page *page, plie_font font, float width, char *from, dotted *out) {
    char *end = NULL;
    for (char *dot = SDL_strstr(from, DOT);; dot = SDL_strstr(dot + 1, DOT)) {
        if (dot)
            *dot = '\0';
        float used = plie_text_width(page->canvas, font, from);
        if (dot)
            *dot = ' ';
        if (used > width && end)
            break;
        end = dot;
        out->widest = SDL_max(out->widest, used);
        if (!dot)
            return NULL;
        if (used > width)
            break;
    }
    *end = '\0';
    return end + sizeof DOT - 1;
}

/* False where it takes more lines or a wider one. */
static bool break_lines(plie_page *page, plie_font font, float width, int max_lines,
                        const char *text, dotted *out) {
    *out = (dotted){.line_count = 0};
    SDL_utf8strlcpy(out->text, text, sizeof out->text);
    char *at = out->text;
    while (at && out->line_count < SDL_min(max_lines, LINE_LIMIT)) {
        out->lines[out->line_count++] = at;
        at = take_line(page, font, width, at, out);
    }
    return !at && out->widest <= width;
}

float plie_workout_dotted(plie_page *page, plie_font font, plie_box box, plie_align align,
                          int max_lines, float smallest_px, const char *text, bool drawn) {
    dotted lines;
    while (!break_lines(page, font, box.w, max_lines, text, &lines) && font.size_px > smallest_px)
        font.size_px = SDL_max(font.size_px * 0.97F, smallest_px);
    float height = font.size_px * 1.25F;
    for (int i = 0; drawn && i < lines.line_count; i++)
        plie_part_line(page, font, (plie_box){box.x, box.y + height * (float)i, box.w, height},
                       align, smallest_px, lines.lines[i]);
    return height * (float)lines.line_count;
}
