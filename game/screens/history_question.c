#include "screens/history_parts.h"
#include "screens/history_words.h"
#include "screens/readable.h"

#define WIDTH 1180.0F
#define BUTTON 92.0F

static void ask_of_one(char *title, size_t title_size, char *text, size_t size,
                       const plie_page *page, const plie_history_screen *screen) {
    const plie_session_record *record = plie_history_focused(screen);
    char day[64], amount[64];
    SDL_strlcpy(title, "Delete this session?", title_size);
    *text = '\0';
    if (!record)
        return;
    plie_long_day_words(day, sizeof day, plie_day_of_moment(record->start));
    plie_session_amount(amount, sizeof amount, record);
    SDL_snprintf(text, size, "%s: %s, %s. It cannot be brought back.", day,
                 plie_part_readable(page, record->name, record->program), amount);
}

static void ask_of_all(char *title, size_t title_size, char *text, size_t size,
                       const plie_history_screen *screen) {
    unsigned count = (unsigned)screen->list.count;
    SDL_snprintf(title, title_size,
                 count == 1 ? "Delete the only session?" : "Delete all %u sessions?", count);
    SDL_strlcpy(text,
                "Your whole history goes: every week, every session, and what the advice is made "
                "from. It cannot be brought back.",
                size);
}

static void draw_button(plie_page *page, plie_box box, const char *text, bool focused,
                        plie_history_pressed pressed) {
    plie_pill pill = {.text = text, .chosen = focused, .focused = focused, .on_panel = true};
    plie_part_pill(page, box, &pill);
    plie_hits_add(&page->hits, box, PLIE_ACTION_CHOOSE, PLIE_HISTORY_HIT(pressed, 0));
}

static void draw_answers(plie_page *page, plie_box line, const plie_history_screen *screen) {
    const char *yes = screen->question == PLIE_HISTORY_ASKS_ALL ? "Delete all" : "Delete it";
    float gap = plie_px(page, 28);
    plie_box left = plie_cut_left(&line, (line.w - gap) / 2, gap);
    draw_button(page, left, "Keep", !screen->yes, PLIE_HISTORY_NO);
    draw_button(page, line, yes, screen->yes, PLIE_HISTORY_YES);
}

void plie_history_draw_question(plie_page *page, const plie_history_screen *screen) {
    static const plie_hint hints[] = {
        {PLIE_ACTION_OK, NULL}, {PLIE_ACTION_BACK, "keep"}, {PLIE_ACTION_LEFT, NULL}};
    char title[64], text[PLIE_HISTORY_TEXT_SIZE];
    const plie_theme *theme = page->theme;
    if (screen->question == PLIE_HISTORY_ASKS_ALL)
        ask_of_all(title, sizeof title, text, sizeof text, screen);
    else
        ask_of_one(title, sizeof title, text, sizeof text, page, screen);
    float width = SDL_min(plie_px(page, WIDTH), (float)page->layout.width_px) - plie_px(page, 112) -
                  page->layout.margin_px * 0.5F;
    plie_box measure = {0, 0, width, 0};
    float heads =
        plie_history_text(page, measure, PLIE_EXTRABOLD, 60, theme->text, 2, title, false);
    float words = plie_history_text(page, measure, PLIE_MEDIUM, 36, theme->dim, 9, text, false);
    float units = (heads + words) / page->layout.unit + 24 + 36 + BUTTON + 28 + 44 + 112;
    page->hits.count = 0;
    plie_box inside = plie_part_dialog(page, WIDTH, units);
    plie_box keys = plie_cut_bottom(&inside, plie_px(page, 44), plie_px(page, 28));
    draw_answers(page, plie_cut_bottom(&inside, plie_px(page, BUTTON), plie_px(page, 36)), screen);
    inside.y += plie_history_text(page, inside, PLIE_EXTRABOLD, 60, theme->text, 2, title, true);
    inside.y += plie_px(page, 24);
    plie_history_text(page, inside, PLIE_MEDIUM, 36, theme->dim, 9, text, true);
    plie_part_hints(page, keys, PLIE_ALIGN_LEFT, PLIE_AT_QUESTION, hints, SDL_arraysize(hints));
}
