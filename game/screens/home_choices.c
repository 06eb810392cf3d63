#include "screens/home_parts.h"

#define PILL_LIMIT (PLIE_HOME_MINUTES_LIMIT + PLIE_HOME_OPTION_COUNT)

/* A row of pills as wide as their texts, in as many lines as they take. */
typedef struct {
    plie_home_row row;
    float height; /* of a pill, in units */
    plie_pill pills[PILL_LIMIT];
    int indexes[PILL_LIMIT]; /* in their row */
    size_t count;
    float end; /* where they end, once they are placed: at the edge, if they take several lines */
} pill_row;

static void add_pill(pill_row *row, plie_pill pill, int index) {
    if (row->count == PILL_LIMIT)
        return;
    row->pills[row->count] = pill;
    row->indexes[row->count++] = index;
}

static void place_pill(plie_home_pass *pass, const pill_row *row, plie_box pill, size_t i) {
    if (row->pills[i].focused)
        pass->focus = pill;
    if (!pass->drawn)
        return;
    plie_part_pill(pass->page, pill, &row->pills[i]);
    plie_hits_add(&pass->page->hits, pill, PLIE_ACTION_CHOOSE,
                  PLIE_HOME_CHOICE(row->row, row->indexes[i]));
}

static float place_pills(plie_home_pass *pass, plie_box box, pill_row *row) {
    float gap = plie_px(pass->page, 16), height = plie_px(pass->page, row->height);
    float x = box.x, y = box.y;
    for (size_t i = 0; i < row->count; i++) {
        float width = plie_part_pill_width(pass->page, &row->pills[i], height);
        width = SDL_min(SDL_max(width, height * 1.3F), box.w);
        if (x > box.x && x + width > box.x + box.w) {
            x = box.x;
            y += height + gap * 0.75F;
        }
        place_pill(pass, row, (plie_box){x, y, width, height}, i);
        x += width + gap;
    }
    row->end = y > box.y ? box.x + box.w : x - gap;
    return y + height - box.y;
}

/* What is in focus is only understood with its label. */
static void show_label(plie_home_pass *pass, plie_home_row row, float top) {
    if (pass->home->row != row)
        return;
    pass->focus.h += pass->focus.y - top;
    pass->focus.y = top;
}

static float add_label(const plie_home_pass *pass, plie_box *box, const char *text) {
    plie_page *page = pass->page;
    float height = plie_px(page, 34), gap = plie_px(page, 10);
    plie_box label = plie_cut_top(box, height, gap);
    if (pass->drawn)
        plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, plie_px(page, 30), page->theme->dim),
                       label, PLIE_ALIGN_LEFT, plie_px(page, 20), text);
    return height + gap;
}

float plie_home_level(plie_home_pass *pass, plie_box box) {
    pill_row row = {.row = PLIE_HOME_LEVEL, .height = 70};
    for (int i = 0; i < PLIE_LEVEL_COUNT; i++) {
        bool chosen = pass->home->level == (plie_level)i;
        add_pill(&row,
                 (plie_pill){.text = plie_level_name((plie_level)i),
                             .chosen = chosen,
                             .focused = chosen && pass->home->row == PLIE_HOME_LEVEL},
                 i);
    }
    float top = box.y, label = add_label(pass, &box, "Level");
    float used = label + place_pills(pass, box, &row);
    show_label(pass, PLIE_HOME_LEVEL, top);
    return used;
}

float plie_home_minutes(plie_home_pass *pass, plie_box box) {
    const plie_home *home = pass->home;
    pill_row row = {.row = PLIE_HOME_MINUTES, .height = 70};
    char numbers[PLIE_HOME_MINUTES_LIMIT][16];
    for (size_t i = 0; i < home->minutes_count; i++) {
        SDL_snprintf(numbers[i], sizeof numbers[i], "%d", home->minutes[i]);
        bool chosen = home->minutes_at == i;
        add_pill(&row,
                 (plie_pill){.text = home->minutes[i] == 0 ? "As written" : numbers[i],
                             .chosen = chosen,
                             .focused = chosen && home->row == PLIE_HOME_MINUTES},
                 (int)i);
    }
    float top = box.y, used = add_label(pass, &box, "Minutes");
    float pills = place_pills(pass, box, &row);
    show_label(pass, PLIE_HOME_MINUTES, top);
    used += pills;
    if (!home->minutes_notice)
        return used;
    float gap = plie_px(pass->page, 10);
    plie_cut_top(&box, pills, gap);
    return used + gap +
           plie_home_text(pass, box, pass->page->theme->warning, 26, 3, home->minutes_notice);
}

static const char *part_text(const plie_home *home, plie_home_option option) {
    static const char *const texts[][3] = {
        {[PLIE_PART_FULL] = "Warm-up: full",
         [PLIE_PART_SHORT] = "Warm-up: short",
         [PLIE_PART_SKIPPED] = "Warm-up: none"},
        {[PLIE_PART_FULL] = "Stretch: full",
         [PLIE_PART_SHORT] = "Stretch: short",
         [PLIE_PART_SKIPPED] = "Stretch: none"},
    };
    return option == PLIE_HOME_WARMUP ? texts[0][home->warmup] : texts[1][home->stretch];
}

static plie_pill option_pill(const plie_home *home, plie_home_option option) {
    static const char *const names[] = {[PLIE_HOME_LOW_IMPACT] = "Low impact",
                                        [PLIE_HOME_CARDIO_FIRST] = "Cardio first",
                                        [PLIE_HOME_SELF_PACED] = "My own pace"};
    bool switches = option < PLIE_HOME_WARMUP;
    return (plie_pill){.text = switches ? names[option] : part_text(home, option),
                       .has_mark = switches,
                       .chosen = switches && home->options[option],
                       .focused = home->row == PLIE_HOME_OPTIONS && home->option == option};
}

/* Why low impact has to be on or no workout is allowed, and what one takes on by doing less before
 * and after. */
static void warning_text(char *text, size_t size, const plie_home *home) {
    static const char *const warmup[] = {
        [PLIE_PART_FULL] = "",
        [PLIE_PART_SHORT] = "Short warm-up: take the first exercises gently.",
        [PLIE_PART_SKIPPED] = "No warm-up: start gently; muscles and joints are cold."};
    static const char *const stretch[] = {
        [PLIE_PART_FULL] = "",
        [PLIE_PART_SHORT] = "Short stretch: walk about until your breath is calm.",
        [PLIE_PART_SKIPPED] = "No stretch: do not stop at once; walk until your breath is calm."};
    const char *first = home->has_warmup ? warmup[home->warmup] : "";
    const char *second = home->has_stretch ? stretch[home->stretch] : "";
    const char *reason = home->health_reason ? home->health_reason : "";
    bool any = *first || *second;
    SDL_snprintf(text, size, "%s%s%s%s%s", reason, *reason && any ? " " : "", first,
                 *first && *second ? " " : "", second);
}

bool plie_home_offers(const plie_home *home, plie_home_option option) {
    if (option == PLIE_HOME_WARMUP)
        return home->has_warmup;
    return option != PLIE_HOME_STRETCH || home->has_stretch;
}

/* Beside the pills, where it takes no height that pictures could have. */
static bool say_beside(plie_home_pass *pass, plie_box box, float from, const char *text) {
    plie_page *page = pass->page;
    const SDL_Color color = page->theme->warning;
    plie_home_pass measuring = *pass;
    measuring.drawn = false;
    float gap = plie_px(page, 28);
    plie_box room = {from + gap, box.y, box.x + box.w - from - gap, box.h};
    if (room.w < plie_px(page, 380))
        return false;
    float height = plie_home_text(&measuring, room, color, 26, 8, text);
    if (height > box.h * 1.1F)
        return false;
    room.y += (box.h - height) / 2;
    plie_home_text(pass, room, color, 26, 8, text);
    return true;
}

float plie_home_option_pills(plie_home_pass *pass, plie_box box) {
    pill_row row = {.row = PLIE_HOME_OPTIONS, .height = 62};
    for (int i = 0; i < PLIE_HOME_OPTION_COUNT; i++)
        if (plie_home_offers(pass->home, (plie_home_option)i))
            add_pill(&row, option_pill(pass->home, (plie_home_option)i), i);
    float used = place_pills(pass, box, &row);
    char warning[448];
    warning_text(warning, sizeof warning, pass->home);
    box.h = used;
    if (!*warning || say_beside(pass, box, row.end, warning))
        return used;
    float gap = plie_px(pass->page, 10);
    plie_cut_top(&box, used, gap);
    return used + gap + plie_home_text(pass, box, pass->page->theme->warning, 26, 8, warning);
}
