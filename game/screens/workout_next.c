#include "screens/workout_parts.h"
#include "screens/workout_text.h"

#define LINE_LIMIT 3
#define SMALLEST_PERCENT 60

/* "Next", and what comes, beside the word and below it. */
typedef struct {
    char text[PLIE_LINE_SIZE];
    char lines[LINE_LIMIT][PLIE_LINE_SIZE];
    int line_count;
    float size_px, lead_px;
} next_lines;

static plie_font next_font(float size, SDL_Color color) {
    return plie_page_font(PLIE_SEMIBOLD, size, color);
}

/* The end of the words that fit: one at least. */
static const char *words_end(plie_page *page, plie_font font, const char *from, float width) {
    char line[PLIE_LINE_SIZE];
    const char *end = NULL;
    if (plie_text_width(page->canvas, font, from) <= width)
        return from + SDL_strlen(from);
    for (const char *at = from;; at++) {
        if (*at != ' ' && *at != '\0')
            continue;
        SDL_strlcpy(line, from, SDL_min((size_t)(at - from) + 1, sizeof line));
        if (end && plie_text_width(page->canvas, font, line) > width)
            return end;
        end = at;
        if (*at == '\0')
            return end;
    }
}

/* False where the text takes more lines than there are; the last one then holds all that is left.
 */
static bool break_words(plie_page *page, float width, int max_lines, next_lines *out) {
    plie_font font = next_font(out->size_px, page->theme->text);
    const char *at = out->text;
    bool fits = true;
    out->line_count = 0;
    while (*at && out->line_count < max_lines) {
        float room = out->line_count == 0 ? width - out->lead_px : width;
        const char *end = words_end(page, font, at, room);
        if (out->line_count + 1 == max_lines && *end) {
            end = at + SDL_strlen(at);
            fits = false;
        }
        char *line = out->lines[out->line_count++];
        SDL_strlcpy(line, at, SDL_min((size_t)(end - at) + 1, sizeof out->lines[0]));
        fits = fits && plie_text_width(page->canvas, font, line) <= room;
        at = end + (*end == ' ');
    }
    return fits;
}

static void set_size(plie_page *page, next_lines *out, float size) {
    out->size_px = size;
    out->lead_px = plie_text_width(page->canvas, next_font(size, page->theme->dim), "Next ");
}

/* In as many words as fit; words are left out before the text becomes smaller than what can be read
 * from afar. */
static void lay_out(plie_page *page, float width, const plie_workout *workout, next_lines *out) {
    static const struct {
        plie_next_form form;
        int lines;
    } tries[] = {{PLIE_NEXT_FULL, 1},    {PLIE_NEXT_UNTIMED, 1}, {PLIE_NEXT_FULL, 2},
                 {PLIE_NEXT_UNTIMED, 2}, {PLIE_NEXT_BRIEF, 2},   {PLIE_NEXT_BRIEF, LINE_LIMIT}};
    const plie_session_view *view = &workout->view;
    float usual = plie_vital_px(page, 46), vital = page->layout.vital_px;
    for (size_t i = 0; i < SDL_arraysize(tries); i++) {
        plie_next_text(out->text, sizeof out->text, view->plan, view->interval, tries[i].form);
        for (int step = 0; step < 2; step++) {
            set_size(page, out, step == 0 ? usual : vital);
            if (break_words(page, width, tries[i].lines, out))
                return;
        }
    }
    for (int percent = 94; percent > SMALLEST_PERCENT; percent -= 6) {
        set_size(page, out, vital * (float)percent / 100);
        if (break_words(page, width, LINE_LIMIT, out))
            return;
    }
}

static float line_height(const next_lines *next) {
    return next->size_px * 1.25F;
}

float plie_workout_next_height(plie_page *page, float width, const plie_workout *workout) {
    next_lines next;
    lay_out(page, width, workout, &next);
    return line_height(&next) * (float)SDL_max(next.line_count, 1);
}

void plie_workout_draw_next(plie_page *page, plie_box box, const plie_workout *workout) {
    next_lines next;
    lay_out(page, box.w, workout, &next);
    if (plie_is_pointed_at(page))
        plie_hits_add(&page->hits, box, PLIE_ACTION_NEXT, 0);
    float height = line_height(&next), smallest = page->layout.vital_px * SMALLEST_PERCENT / 100;
    plie_box line = {box.x, box.y, box.w, height};
    plie_part_line(page, next_font(next.size_px, page->theme->dim), line, PLIE_ALIGN_LEFT,
                   next.size_px, "Next");
    plie_cut_left(&line, next.lead_px, 0);
    plie_font font = next_font(next.size_px, page->theme->text);
    for (int i = 0; i < next.line_count; i++) {
        plie_part_line(page, font, line, PLIE_ALIGN_LEFT, smallest, next.lines[i]);
        line = (plie_box){box.x, line.y + height, box.w, height};
    }
}
