#include "screens/settings.h"

#include "screens/workout_text.h"

#define TEXT_SIZE 1024
#define LABEL_LINES 4
#define HELP_LINES 8

/* How rows are set in the width that there is; all in pixels. */
typedef struct {
    float x, width;   /* of the panels */
    float side, rise; /* between a panel's edge and what is in it */
    float gap;
    bool stacked; /* wide controls stand below their labels */
} columns;

typedef struct {
    plie_box all, text, control;
} row_places;

/* The whole content, from its top. */
typedef struct {
    columns set;
    float tops[PLIE_SETTINGS_ROW_LIMIT], heights[PLIE_SETTINGS_ROW_LIMIT];
    float height;
} content;

static bool is_low(const plie_page *page) {
    return (float)page->layout.height_px < plie_px(page, 700);
}

/* Where controls stand below their labels, closer rows would run into each other. */
static float rise_of(const plie_page *page, bool tight) {
    return plie_px(page, is_low(page) || tight ? 10 : 16);
}

static columns columns_of(const plie_page *page, bool tight) {
    plie_box inside = plie_layout_wide_inside(&page->layout);
    columns set = {.side = plie_px(page, 32), .gap = plie_px(page, 40)};
    set.width = SDL_min(inside.w, plie_px(page, 1776));
    set.x = inside.x + (inside.w - set.width) / 2;
    set.stacked = set.width < plie_px(page, 1240);
    set.rise = rise_of(page, tight && !set.stacked);
    return set;
}

static float paragraph(plie_page *page, plie_font font, plie_box box, int lines, const char *text,
                       bool draw) {
    float smallest = plie_px(page, 26);
    box.h = plie_px(page, 2000);
    if (draw)
        return plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, lines, smallest, text,
                                   NULL);
    return plie_measure_paragraph(page->canvas, font, box, lines, smallest, text, NULL);
}

/* "side-lunge" as "Side lunge". */
static void add_name(char text[TEXT_SIZE], const char *name, bool is_id) {
    size_t from = SDL_strlen(text);
    SDL_snprintf(text + from, TEXT_SIZE - from, "%s", name);
    if (!is_id)
        return;
    text[from] = (char)SDL_toupper((unsigned char)text[from]);
    for (char *at = text + from; *at; at++)
        if (*at == '-')
            *at = ' ';
}

/* The label, and the help below it. Returns their height. */
static float row_texts(plie_page *page, plie_box box, const plie_settings_row *row, bool draw) {
    const plie_theme *theme = page->theme;
    char label[TEXT_SIZE] = "";
    add_name(label, row->label, row->label_is_id);
    if (row->becomes) {
        SDL_strlcat(label, " \u2192 ", sizeof label);
        add_name(label, row->becomes, row->becomes_is_id);
    }
    plie_font large = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 38), theme->text);
    float height = paragraph(page, large, box, LABEL_LINES, label, draw);
    if (!row->help)
        return height;
    plie_font small = plie_page_font(PLIE_MEDIUM, plie_px(page, 29),
                                     row->help_warns ? theme->warning : theme->dim);
    height += plie_px(page, 4);
    box.y += height;
    return height + paragraph(page, small, box, HELP_LINES, row->help, draw);
}

static float button_width(plie_page *page, const plie_settings_row *row, float most) {
    plie_pill pill = {.text = row->button};
    return SDL_min(plie_part_pill_width(page, &pill, plie_px(page, 64)), most);
}

/* How wide a control is beside its label; nothing where there is nothing to show. */
static float control_width(plie_page *page, const columns *set, const plie_settings_row *row) {
    float inside = set->width - 2 * set->side;
    float usual = SDL_min(plie_px(page, 700), inside * 0.5F);
    switch (row->kind) {
    case PLIE_ROW_SWITCH:
        return plie_px(page, 200);
    case PLIE_ROW_ITEM:
        return button_width(page, row, inside * 0.45F);
    case PLIE_ROW_SLIDER:
        return usual;
    case PLIE_ROW_CHOICE:
        if (row->narrow)
            return SDL_min(plie_px(page, row->choice_count > 2 ? 560 : 330), inside);
        return set->stacked ? inside : usual;
    case PLIE_ROW_TEXT:
        return !*row->text ? 0 : set->stacked ? inside : usual;
    default:
        return set->stacked ? inside : usual;
    }
}

static bool is_small(const plie_settings_row *row) {
    return row->kind == PLIE_ROW_SWITCH || row->kind == PLIE_ROW_ITEM;
}

static plie_control_state state_of(const plie_settings_screen *screen, size_t index) {
    bool focused = index == screen->focus;
    return (plie_control_state){.focused = focused, .typing = focused && screen->typing};
}

static row_places place_row(plie_page *page, const columns *set, const plie_settings_screen *screen,
                            size_t index, float y) {
    const plie_settings_row *row = &screen->rows[index];
    float inside = set->width - 2 * set->side, width = control_width(page, set, row);
    plie_box text = {set->x + set->side, y + set->rise, inside, 0};
    bool beside = inside - width - set->gap >= plie_px(page, 320);
    if (beside && width > 0)
        text.w -= width + set->gap;
    if (!beside && !is_small(row))
        width = inside;
    text.h = row_texts(page, text, row, false);
    plie_box box = {text.x + (beside ? inside - width : 0), text.y, width, 0};
    if (width > 0)
        box.h = plie_settings_control(page, box, row, -1, state_of(screen, index));
    float height = SDL_max(text.h, box.h);
    if (beside) {
        text.y += (height - text.h) / 2;
        box.y += (height - box.h) / 2;
    } else {
        box.y += text.h + plie_px(page, 12);
        height = box.y + box.h - text.y;
    }
    plie_box all = {set->x, y, set->width, height + 2 * set->rise};
    return (row_places){all, text, box};
}

/* An empty one only keeps groups apart. */
static float heading_height(const plie_page *page, const char *heading) {
    if (!*heading)
        return plie_px(page, 16);
    return plie_px(page, is_low(page) ? 64 : 84);
}

/* A small sheet keeps its room for the rows. */
static float title_size(const plie_page *page) {
    float least = (float)SDL_min(page->layout.width_px, page->layout.height_px);
    return plie_px(page, 72) * SDL_clamp(least / plie_px(page, 900), 0.65F, 1.0F);
}

/* Below the title. Returns their height with the gap above them. */
static float draw_words(plie_page *page, const columns *set, float y, SDL_Color ink,
                        const char *words, bool draw) {
    float gap = plie_px(page, is_low(page) ? 8 : 16);
    plie_box box = {set->x, y + gap, set->width, 0};
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 34), ink);
    return gap + paragraph(page, font, box, 16, words, draw);
}

static float draw_title(plie_page *page, const columns *set, const plie_settings_screen *screen,
                        float y, bool draw) {
    float size = title_size(page);
    plie_box title = {set->x, y, set->width, size * 1.15F};
    if (draw)
        plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, size, page->theme->text), title,
                       PLIE_ALIGN_LEFT, plie_px(page, 40),
                       screen->title ? screen->title : "Settings");
    float height = title.h;
    if (screen->intro)
        height += draw_words(page, set, y + height, page->theme->dim, screen->intro, draw);
    if (screen->notice && *screen->notice)
        height += draw_words(page, set, y + height, page->theme->warning, screen->notice, draw);
    return height;
}

static void set_content(plie_page *page, const plie_settings_screen *screen, content *all) {
    all->set = columns_of(page, screen->tight);
    float y =
        plie_layout_narrow_margin(&page->layout) + draw_title(page, &all->set, screen, 0, false);
    for (size_t i = 0; i < screen->count; i++) {
        if (screen->rows[i].heading)
            y += heading_height(page, screen->rows[i].heading);
        all->tops[i] = y;
        all->heights[i] = place_row(page, &all->set, screen, i, 0).all.h;
        y += all->heights[i];
    }
    all->height = y + plie_px(page, 16);
}

static size_t group_end(const plie_settings_screen *screen, size_t first) {
    size_t end = first + 1;
    while (end < screen->count && !screen->rows[end].heading)
        end++;
    return end;
}

static void draw_group_ground(plie_page *page, const content *all, float y, const char *heading,
                              size_t first, size_t end) {
    const columns *set = &all->set;
    float top = all->tops[first] + y, bottom = all->tops[end - 1] + all->heights[end - 1] + y;
    plie_box head = {set->x + plie_px(page, 8), top - plie_px(page, is_low(page) ? 54 : 62),
                     set->width, plie_px(page, 52)};
    if (*heading)
        plie_part_line(page, plie_page_font(PLIE_BOLD, plie_px(page, 34), page->theme->dim), head,
                       PLIE_ALIGN_LEFT, plie_px(page, 24), heading);
    plie_part_panel(page, (plie_box){set->x, top, set->width, bottom - top}, plie_px(page, 32));
    float line = SDL_max(plie_px(page, 2), 1.0F);
    for (size_t i = first + 1; i < end; i++) {
        plie_box between = {set->x + set->side, all->tops[i] + y - line / 2,
                            set->width - 2 * set->side, line};
        plie_draw_box(page->canvas, between, 0, plie_faint(page->theme->edge, 0.8F));
    }
}

static void draw_row(plie_page *page, const content *all, const plie_settings_screen *screen,
                     float y, size_t index) {
    const plie_settings_row *row = &screen->rows[index];
    row_places places = place_row(page, &all->set, screen, index, all->tops[index] + y);
    plie_hits_add(&page->hits, places.all, PLIE_ACTION_CHOOSE,
                  PLIE_ROW_HIT(index, PLIE_ROW_ITSELF));
    row_texts(page, places.text, row, true);
    if (places.control.w > 0)
        plie_settings_control(page, places.control, row, (int)index, state_of(screen, index));
    if (index == screen->focus)
        plie_draw_outline(page->canvas, plie_inset(places.all, plie_px(page, 4)), plie_px(page, 28),
                          SDL_max(plie_px(page, 5), 2.0F), page->theme->accent);
}

static void draw_rows(plie_page *page, const content *all, const plie_settings_screen *screen,
                      plie_box room) {
    float y = room.y - screen->scroll.offset_px;
    draw_title(page, &all->set, screen, y + plie_layout_narrow_margin(&page->layout), true);
    for (size_t first = 0; first < screen->count;) {
        size_t end = group_end(screen, first);
        draw_group_ground(page, all, y, screen->rows[first].heading, first, end);
        for (size_t i = first; i < end; i++)
            if (all->tops[i] + all->heights[i] + y > room.y && all->tops[i] + y < room.y + room.h)
                draw_row(page, all, screen, y, i);
        first = end;
    }
}

/* The first row comes with all that is above it, and the first of a group with its heading. */
static void bring_focus_into_sight(const plie_page *page, const content *all,
                                   plie_settings_screen *screen) {
    size_t i = screen->focus;
    float top = all->tops[i] - plie_px(page, 24), bottom = all->tops[i] + all->heights[i];
    if (screen->rows[i].heading)
        top -= heading_height(page, screen->rows[i].heading);
    if (i == 0)
        top = 0;
    if (i + 1 == screen->count)
        bottom = all->height;
    if (bottom - top > screen->scroll.room_px)
        top = bottom - screen->scroll.room_px;
    plie_scroll_show(&screen->scroll, SDL_min(top, all->tops[i]), bottom);
    screen->reveal = false;
}

static void settle(const plie_page *page, const content *all, plie_settings_screen *screen,
                   float room_px) {
    plie_scroll *scroll = &screen->scroll;
    bool changed = scroll->content_px != all->height || scroll->room_px != room_px;
    plie_scroll_settle(scroll, all->height, room_px);
    if (screen->count > 0 && (screen->reveal || changed))
        bring_focus_into_sight(page, all, screen);
    for (size_t i = 0; i < screen->count; i++)
        screen->bottoms_px[i] = all->tops[i] + all->heights[i];
}

int64_t plie_settings_page_of(const plie_settings_screen *screen, int direction, bool by_one) {
    int64_t row = (int64_t)screen->focus, last = (int64_t)screen->count - 1;
    if (by_one)
        return row + direction;
    float from = screen->bottoms_px[row], room = screen->scroll.room_px;
    int64_t to = SDL_clamp(row + direction, 0, last);
    while (to > 0 && to < last &&
           SDL_fabsf(screen->bottoms_px[to + direction] - from) < room * 0.9F)
        to += direction;
    return to;
}

/* What Enter does to a row; NULL: it changes it. */
static const char *ok_hint(char *text, size_t size, const plie_settings_row *row) {
    switch (row->kind) {
    case PLIE_ROW_SWITCH:
        return row->value ? "switch off" : "switch on";
    case PLIE_ROW_FOLDER:
        return "type a path";
    case PLIE_ROW_ITEM:
        plie_uncapitalised(text, size, row->button ? row->button : "");
        return *text ? text : NULL;
    default:
        return NULL;
    }
}

static void draw_typing_hints(plie_page *page, plie_box box) {
    static const plie_hint hints[] = {{PLIE_ACTION_OK, "keep"}, {PLIE_ACTION_BACK, "as before"}};
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_SEARCH, hints, SDL_arraysize(hints));
}

/* Only keys that do something to the row in focus, or to the whole. */
static void draw_hints(plie_page *page, plie_box box, const plie_settings_screen *screen) {
    char told[64];
    plie_hint hints[6];
    size_t count = 0;
    const plie_settings_row *row =
        screen->focus < screen->count ? &screen->rows[screen->focus] : NULL;
    if (row && row->kind != PLIE_ROW_TEXT)
        hints[count++] = (plie_hint){PLIE_ACTION_OK, ok_hint(told, sizeof told, row)};
    if (row && row->asks) {
        hints[count++] = (plie_hint){PLIE_ACTION_YES, NULL};
        hints[count++] = (plie_hint){PLIE_ACTION_NO, NULL};
    }
    if (row && row->kind == PLIE_ROW_DATE && page->device == PLIE_BY_KEYBOARD)
        hints[count++] = (plie_hint){PLIE_ACTION_PAGE_UP, NULL};
    if (screen->no_to_open)
        hints[count++] = (plie_hint){PLIE_ACTION_NO_TO_ALL, screen->no_to_open};
    hints[count++] = (plie_hint){PLIE_ACTION_BACK, "back"};
    hints[count++] = (plie_hint){PLIE_ACTION_UP, NULL};
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, screen->place ? screen->place : PLIE_AT_SETTINGS,
                    hints, count);
}

void plie_settings_draw(plie_page *page, plie_settings_screen *screen) {
    content all;
    set_content(page, screen, &all);
    plie_box room = plie_layout_wide_inside(&page->layout);
    room.x = all.set.x;
    room.w = all.set.width;
    plie_box hints = plie_cut_bottom(&room, plie_px(page, 44),
                                     plie_px(page, is_low(page) || screen->tight ? 14 : 24));
    room.h = SDL_max(room.y + room.h, 1);
    room.y = 0;
    settle(page, &all, screen, room.h);
    plie_part_within(page, &room);
    draw_rows(page, &all, screen, room);
    plie_part_within(page, NULL);
    float beside = plie_layout_narrow_margin(&page->layout) * 0.45F;
    plie_box bar = {room.x, beside, room.w + beside, room.h - beside};
    plie_part_scroll_bar(page, bar, &screen->scroll);
    if (screen->typing)
        draw_typing_hints(page, hints);
    else
        draw_hints(page, hints, screen);
}
