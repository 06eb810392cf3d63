#include "screens/history_parts.h"
#include "screens/history_words.h"
#include "screens/readable.h"

#define WIDTH 1180.0F
#define BUTTON 88.0F
#define FITS 8                                    /* sizes that are tried */
#define BELOW_WORDS (32 + BUTTON + 24 + 44 + 112) /* in units: answers, keys and insets */

static void ask_of_one(char *title, size_t title_size, char *text, size_t size,
                       const plie_page *page, const plie_history_screen *screen) {
    const plie_session_record *record = plie_history_focused(screen);
    char day[64], amount[64];
    *title = *text = '\0';
    if (!record)
        return;
    SDL_strlcpy(title,
                plie_session_counts(record) ? "Delete this session?" : "Delete this short try?",
                title_size);
    plie_long_day_words(day, sizeof day, plie_day_of_moment(record->start));
    plie_session_amount(amount, sizeof amount, record);
    SDL_snprintf(text, size, "%s: %s, %s. It cannot be brought back.", day,
                 plie_part_readable(page, record->name, record->program), amount);
}

static void ask_of_all(char *title, size_t title_size, char *text, size_t size,
                       const plie_history_screen *screen) {
    unsigned all = (unsigned)screen->list.count;
    unsigned count = (unsigned)plie_sessions_counted(&screen->list), tries = all - count;
    if (all == 1)
        SDL_snprintf(title, title_size, "Delete the only %s?", tries ? "short try" : "session");
    else if (tries == 0)
        SDL_snprintf(title, title_size, "Delete all %u sessions?", count);
    else if (count == 0)
        SDL_snprintf(title, title_size, "Delete all %u short tries?", tries);
    else
        SDL_snprintf(title, title_size, "Delete %u session%s and %u short %s?", count,
                     count == 1 ? "" : "s", tries, tries == 1 ? "try" : "tries");
    SDL_strlcpy(text,
                "Your whole history goes: every week, every session, and what the advice is made "
                "from. It cannot be brought back.",
                size);
}

static void draw_button(plie_page *page, plie_box box, const char *text, bool focused,
                        plie_history_pressed pressed) {
    bool deletes = pressed == PLIE_HISTORY_YES;
    plie_pill pill = {.text = text,
                      .chosen = focused,
                      .focused = focused,
                      .warns = deletes,
                      .on_panel = !deletes};
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

/* What is asked, in the size at which the dialog holds it. */
typedef struct {
    char title[64], text[PLIE_HISTORY_TEXT_SIZE];
    float part;   /* of the usual sizes */
    float height; /* of the dialog, in units */
} asked;

static float words(plie_page *page, plie_box box, const asked *what, bool draw) {
    const plie_theme *theme = page->theme;
    float top = box.y;
    box.y += plie_history_text(page, box, PLIE_EXTRABOLD, 60 * what->part, theme->text, 3,
                               what->title, draw);
    box.y += plie_px(page, 24 * what->part);
    box.y += plie_history_text(page, box, PLIE_MEDIUM, 36 * what->part, theme->dim, 10, what->text,
                               draw);
    return box.y - top;
}

static void fit(plie_page *page, asked *what) {
    const plie_layout *layout = &page->layout;
    float room = ((float)layout->height_px - layout->margin_px) / layout->unit;
    float wide = SDL_min(plie_px(page, WIDTH), (float)layout->width_px - layout->margin_px);
    plie_box measure = {0, 0, wide - plie_px(page, 112), 0};
    for (int smaller = 0; smaller < FITS; smaller++) {
        what->part = 1 - 0.08F * (float)smaller;
        what->height = words(page, measure, what, false) / layout->unit + BELOW_WORDS;
        if (what->height <= room)
            return;
    }
}

void plie_history_draw_question(plie_page *page, const plie_history_screen *screen) {
    static const plie_hint hints[] = {
        {PLIE_ACTION_OK, NULL}, {PLIE_ACTION_BACK, "keep"}, {PLIE_ACTION_LEFT, NULL}};
    asked what;
    if (screen->question == PLIE_HISTORY_ASKS_ALL)
        ask_of_all(what.title, sizeof what.title, what.text, sizeof what.text, screen);
    else
        ask_of_one(what.title, sizeof what.title, what.text, sizeof what.text, page, screen);
    fit(page, &what);
    page->hits.count = 0;
    plie_box inside = plie_part_dialog(page, WIDTH, what.height);
    plie_box keys = plie_cut_bottom(&inside, plie_px(page, 44), plie_px(page, 24));
    draw_answers(page, plie_cut_bottom(&inside, plie_px(page, BUTTON), plie_px(page, 32)), screen);
    words(page, inside, &what, true);
    plie_part_hints(page, keys, PLIE_ALIGN_LEFT, PLIE_AT_QUESTION, hints, SDL_arraysize(hints));
}
