#include "screens/settings.h"

#define CONTROL 64.0F /* units high */
#define NARROW_CONTROL 56.0F
#define PATH_LINES 4

/* Draws nothing, and notes no click, where only the height is asked for. */
typedef struct {
    plie_page *page;
    const plie_settings_row *row;
    int index;
    plie_control_state state;
} control;

static bool is_drawn(const control *it) {
    return it->index >= 0;
}

static void add_hit(const control *it, plie_box box, int place) {
    plie_hits_add(&it->page->hits, box, PLIE_ACTION_CHOOSE, PLIE_ROW_HIT(it->index, place));
}

int plie_slider_stops(const plie_settings_row *row) {
    return (row->high - row->low + row->step - 1) / row->step + 1;
}

int plie_slider_value(const plie_settings_row *row, int stop) {
    return SDL_min(row->low + stop * row->step, row->high);
}

/* The line reaches as far as the knob does at either end. */
static void draw_track(const control *it, plie_box track) {
    const plie_theme *theme = it->page->theme;
    const plie_settings_row *row = it->row;
    float part = (float)(row->value - row->low) / (float)(row->high - row->low);
    float x = track.x + track.w * SDL_clamp(part, 0.0F, 1.0F), y = track.y + track.h / 2;
    float line = plie_px(it->page, 14), knob = plie_px(it->page, 20);
    plie_box all = {track.x - knob, y - line / 2, track.w + 2 * knob, line};
    plie_draw_box(it->page->canvas, all, line / 2, theme->raised);
    plie_draw_outline(it->page->canvas, all, line / 2, SDL_max(plie_px(it->page, 2), 1.0F),
                      plie_faint(theme->dim, 0.6F));
    all.w = x - all.x;
    if (all.w > line)
        plie_draw_box(it->page->canvas, all, line / 2, theme->accent);
    plie_draw_disc(it->page->canvas, x, y, knob, theme->text);
    plie_draw_disc(it->page->canvas, x, y, knob - SDL_max(plie_px(it->page, 5), 1.0F),
                   theme->accent);
}

static void draw_number(const control *it, plie_box box) {
    char text[32];
    SDL_snprintf(text, sizeof text, "%d%s", it->row->value, it->row->unit);
    plie_part_line(it->page,
                   plie_page_font(PLIE_BOLD, plie_px(it->page, 36), it->page->theme->text), box,
                   PLIE_ALIGN_RIGHT, plie_px(it->page, 24), text);
}

static void draw_slider(const control *it, plie_box rest) {
    int stops = plie_slider_stops(it->row);
    float knob = plie_px(it->page, 20), cell = (rest.w - 2 * knob) / (float)(stops - 1);
    plie_box track = {rest.x + knob, rest.y, rest.w - 2 * knob, rest.h};
    draw_track(it, track);
    for (int stop = 0; stop < stops; stop++) {
        float middle = track.x + cell * (float)stop;
        float left = SDL_max(middle - cell / 2, rest.x);
        float right = SDL_min(middle + cell / 2, rest.x + rest.w);
        plie_hits_add_stop(&it->page->hits, (plie_box){left, rest.y, right - left, rest.h},
                           PLIE_ACTION_CHOOSE, PLIE_ROW_HIT(it->index, stop));
    }
}

static float slider(const control *it, plie_box box) {
    box.h = plie_px(it->page, CONTROL);
    if (!is_drawn(it))
        return box.h;
    plie_box rest = box;
    draw_number(it, plie_cut_right(&rest, plie_px(it->page, 116), plie_px(it->page, 30)));
    draw_slider(it, rest);
    return box.h;
}

static void draw_day_button(const control *it, plie_box box, const char *sign, int place) {
    plie_pill pill = {.text = sign, .on_panel = true};
    plie_part_pill(it->page, box, &pill);
    add_hit(it, box, place);
}

/* The day between its two buttons, and below them all days that it can be. */
static float date(const control *it, plie_box box) {
    plie_page *page = it->page;
    float line = plie_px(page, CONTROL), gap = plie_px(page, 8), button = plie_px(page, 84);
    box.h = 2 * line + gap;
    if (!is_drawn(it))
        return box.h;
    plie_box top = {box.x, box.y, box.w, line};
    draw_day_button(it, plie_cut_left(&top, button, gap), "\u2212", PLIE_ROW_LESS);
    draw_day_button(it, plie_cut_right(&top, button, gap), "+", PLIE_ROW_MORE);
    plie_part_line(page, plie_page_font(PLIE_BOLD, plie_px(page, 36), page->theme->text), top,
                   PLIE_ALIGN_CENTER, plie_px(page, 24), it->row->text);
    draw_slider(it, (plie_box){box.x, box.y + line + gap, box.w, line});
    return box.h;
}

/* On and off are told apart by the knob's place and the word, not by colour alone. */
static float toggle(const control *it, plie_box box) {
    plie_page *page = it->page;
    box.h = plie_px(page, CONTROL);
    if (!is_drawn(it))
        return box.h;
    bool on = it->row->value != 0;
    float height = plie_px(page, 56), knob = height / 2 - plie_px(page, 8);
    plie_box all = box;
    plie_box track = plie_cut_right(&box, plie_px(page, 104), plie_px(page, 22));
    track.y += (track.h - height) / 2;
    track.h = height;
    plie_draw_box(page->canvas, track, height / 2, on ? page->theme->accent : page->theme->raised);
    plie_draw_outline(page->canvas, track, height / 2, SDL_max(plie_px(page, 3), 1.0F),
                      on ? page->theme->accent : page->theme->dim);
    float x = on ? track.x + track.w - height / 2 : track.x + height / 2;
    plie_draw_disc(page->canvas, x, track.y + height / 2, knob,
                   on ? page->theme->on_accent : page->theme->dim);
    plie_part_line(page, plie_page_font(PLIE_BOLD, plie_px(page, 36), page->theme->text), box,
                   PLIE_ALIGN_RIGHT, plie_px(page, 24), on ? "On" : "Off");
    add_hit(it, all, PLIE_ROW_PRESSED);
    return all.h;
}

/* A choice that waits has no colour to show that the row is at it, and a ring only in focus. */
static plie_pill choice_pill(const control *it, size_t i) {
    const plie_settings_row *row = it->row;
    bool waits = row->last_waits && i + 1 == row->choice_count;
    bool at = row->choices[i].value == row->value;
    return (plie_pill){.text = row->choices[i].text,
                       .chosen = at && !waits,
                       .focused = at && waits && it->state.focused,
                       .disabled = waits,
                       .on_panel = true};
}

#define CHOICE_GAP 14.0F

static float choice_height(const control *it) {
    return plie_px(it->page, it->row->narrow ? NARROW_CONTROL : CONTROL);
}

static float choice_width(const control *it, size_t i) {
    plie_pill pill = choice_pill(it, i);
    return plie_part_pill_width(it->page, &pill, choice_height(it));
}

static void draw_choice(const control *it, plie_box box, size_t i) {
    plie_pill pill = choice_pill(it, i);
    if (!is_drawn(it))
        return;
    plie_part_pill(it->page, box, &pill);
    add_hit(it, box, (int)i);
}

/* All in one line; they share what room is left. */
static float choices_in_line(const control *it, plie_box box, float spare) {
    box.h = choice_height(it);
    for (size_t i = 0; i < it->row->choice_count; i++) {
        float width = choice_width(it, i) + spare / (float)it->row->choice_count;
        draw_choice(it, plie_cut_left(&box, width, plie_px(it->page, CHOICE_GAP)), i);
    }
    return box.h;
}

/* In columns of one width, the lines as even as can be. */
static float choices_in_columns(const control *it, plie_box box, float widest) {
    float height = choice_height(it), gap = plie_px(it->page, CHOICE_GAP);
    size_t count = it->row->choice_count;
    size_t fit = (size_t)SDL_max((box.w + gap) / (widest + gap), 1.0F);
    size_t lines = (count + fit - 1) / fit, columns = (count + lines - 1) / lines;
    float width = (box.w - gap * (float)(columns - 1)) / (float)columns;
    for (size_t i = 0; i < count; i++) {
        size_t line = i / columns;
        plie_box place = {box.x + (width + gap) * (float)(i % columns),
                          box.y + (height + gap) * (float)line, width, height};
        draw_choice(it, place, i);
    }
    return height * (float)lines + gap * (float)(lines - 1);
}

static float choice(const control *it, plie_box box) {
    float all = -plie_px(it->page, CHOICE_GAP), widest = 0;
    for (size_t i = 0; i < it->row->choice_count; i++) {
        float width = choice_width(it, i);
        all += width + plie_px(it->page, CHOICE_GAP);
        widest = SDL_max(widest, width);
    }
    return all <= box.w ? choices_in_line(it, box, box.w - all)
                        : choices_in_columns(it, box, widest);
}

static plie_font path_font(const control *it, bool dim) {
    const plie_theme *theme = it->page->theme;
    return plie_page_font(PLIE_MEDIUM, plie_px(it->page, 34), dim ? theme->dim : theme->text);
}

static float path_height(const control *it, float width, const char *text) {
    plie_box room = {0, 0, width, plie_px(it->page, 600)};
    return plie_measure_paragraph(it->page->canvas, path_font(it, false), room, PATH_LINES,
                                  plie_px(it->page, 26), text, NULL);
}

static void draw_path(const control *it, plie_box box, const char *text, bool dim) {
    float height = path_height(it, box.w, text);
    plie_box place = {box.x, box.y + (box.h - height) / 2, box.w, plie_px(it->page, 600)};
    plie_draw_paragraph(it->page->canvas, path_font(it, dim), place, PLIE_ALIGN_LEFT, PATH_LINES,
                        plie_px(it->page, 26), text, NULL);
}

static float reading(const control *it, plie_box box) {
    box.h = SDL_max(path_height(it, box.w, it->row->text), plie_px(it->page, CONTROL));
    if (is_drawn(it))
        draw_path(it, box, it->row->text, true);
    return box.h;
}

/* Leaves out so much of a long text's start that its end fits before the cursor. */
static const char *end_that_fits(const control *it, plie_font font, float width, const char *text) {
    float all = plie_text_width(it->page->canvas, font, text);
    while (all > width && *text) {
        size_t length = SDL_strlen(text);
        size_t skip = (size_t)((float)length * (1 - width / all)) / 2 + 1;
        text += SDL_min(skip, length);
        while (((unsigned char)*text & 0xC0U) == 0x80U)
            text++;
        all = plie_text_width(it->page->canvas, font, text);
    }
    return text;
}

static void draw_typed(const control *it, plie_box box) {
    plie_font font = path_font(it, false);
    float cursor = SDL_max(plie_px(it->page, 4), 2.0F);
    const char *text = end_that_fits(it, font, box.w - 3 * cursor, it->row->text);
    float width = plie_part_line(it->page, font, box, PLIE_ALIGN_LEFT, font.size_px, text);
    plie_box mark = {box.x + width + cursor, box.y + box.h * 0.2F, cursor, box.h * 0.6F};
    plie_draw_box(it->page->canvas, mark, 0, it->page->theme->accent);
}

static float field(const control *it, plie_box box) {
    plie_page *page = it->page;
    float pad = plie_px(page, 22), width = box.w - 2 * pad;
    float least = plie_px(page, CONTROL + 8);
    const char *text = *it->row->text ? it->row->text : "None";
    box.h = it->state.typing ? least : SDL_max(path_height(it, width, text) + pad, least);
    if (!is_drawn(it))
        return box.h;
    SDL_Color edge = it->state.typing ? page->theme->accent : plie_faint(page->theme->dim, 0.6F);
    plie_draw_box(page->canvas, box, plie_px(page, 18), page->theme->background);
    plie_draw_outline(page->canvas, box, plie_px(page, 18), SDL_max(plie_px(page, 3), 1.0F), edge);
    plie_box inside = {box.x + pad, box.y, width, box.h};
    if (it->state.typing)
        draw_typed(it, inside);
    else
        draw_path(it, inside, text, !*it->row->text);
    add_hit(it, box, PLIE_ROW_PRESSED);
    return box.h;
}

static float button(const control *it, plie_box box) {
    box.h = plie_px(it->page, CONTROL);
    if (!is_drawn(it))
        return box.h;
    plie_pill pill = {.text = it->row->button, .on_panel = true};
    float width = SDL_min(plie_part_pill_width(it->page, &pill, box.h), box.w);
    plie_box place = plie_cut_right(&box, width, 0);
    plie_part_pill(it->page, place, &pill);
    add_hit(it, place, PLIE_ROW_BUTTON);
    return place.h;
}

/* The field, and the button that clears it: beside it, or below where there is no room. */
static float folder(const control *it, plie_box box) {
    if (!it->row->button)
        return field(it, box);
    float gap = plie_px(it->page, 16);
    if (box.w >= plie_px(it->page, 560)) {
        plie_box side = plie_cut_right(&box, plie_px(it->page, 150), gap);
        box.h = field(it, box);
        side.y += (box.h - plie_px(it->page, CONTROL)) / 2;
        button(it, side);
        return box.h;
    }
    float height = field(it, box) + gap;
    box.y += height;
    return height + button(it, box);
}

float plie_settings_control(plie_page *page, plie_box box, const plie_settings_row *row, int index,
                            plie_control_state state) {
    static float (*const kinds[])(const control *, plie_box) = {
        [PLIE_ROW_SLIDER] = slider, [PLIE_ROW_SWITCH] = toggle, [PLIE_ROW_CHOICE] = choice,
        [PLIE_ROW_FOLDER] = folder, [PLIE_ROW_TEXT] = reading,  [PLIE_ROW_ITEM] = button,
        [PLIE_ROW_DATE] = date};
    const control it = {page, row, index, state};
    return kinds[row->kind](&it, box);
}
