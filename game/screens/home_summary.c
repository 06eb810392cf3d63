#include "screens/home_parts.h"

#define TEXT_SIZE 256

static void add(char text[TEXT_SIZE], const char *item) {
    if (*text)
        SDL_strlcat(text, " \u00b7 ", TEXT_SIZE);
    SDL_strlcat(text, item, TEXT_SIZE);
}

/* A part before or after that is not as usual. */
static void add_length(char text[TEXT_SIZE], const char *what, plie_part_length length) {
    char item[48];
    if (length == PLIE_PART_FULL)
        return;
    SDL_snprintf(item, sizeof item, "%s %s", length == PLIE_PART_SHORT ? "short" : "no", what);
    add(text, item);
}

static void add_minutes(char text[TEXT_SIZE], const plie_home *home) {
    char item[32];
    int minutes = home->minutes_at < home->minutes_count ? home->minutes[home->minutes_at] : 0;
    if (minutes == 0)
        SDL_strlcpy(item, "as written", sizeof item);
    else
        SDL_snprintf(item, sizeof item, "%d min", minutes);
    add(text, item);
}

static void summary_text(char text[TEXT_SIZE], const plie_home *home) {
    static const char *const names[] = {[PLIE_HOME_LOW_IMPACT] = "low impact",
                                        [PLIE_HOME_CARDIO_FIRST] = "cardio first",
                                        [PLIE_HOME_SELF_PACED] = "my own pace"};
    *text = '\0';
    add(text, plie_level_name(home->level));
    add_minutes(text, home);
    for (int i = 0; i < PLIE_HOME_WARMUP; i++)
        if (home->options[i])
            add(text, names[i]);
    if (home->has_warmup)
        add_length(text, "warm-up", home->warmup);
    if (home->has_stretch)
        add_length(text, "stretch", home->stretch);
}

static void draw_arrow(plie_page *page, plie_box box) {
    float x = box.x + box.w / 2, y = box.y + box.h / 2, size = box.w * 0.3F;
    float line = SDL_max(plie_px(page, 5), 1.5F);
    SDL_Color color = page->theme->text;
    plie_draw_line(page->canvas, x - size, y - size * 0.5F, x, y + size * 0.5F, line, color);
    plie_draw_line(page->canvas, x, y + size * 0.5F, x + size, y - size * 0.5F, line, color);
}

void plie_home_draw_summary(plie_page *page, plie_box box, const plie_home *home) {
    const plie_theme *theme = page->theme;
    char text[TEXT_SIZE];
    summary_text(text, home);
    plie_draw_box(page->canvas, box, box.h / 2, theme->panel);
    plie_draw_outline(page->canvas, box, box.h / 2, plie_px(page, 2), theme->edge);
    plie_hits_add(&page->hits, box, PLIE_ACTION_CHOOSE,
                  PLIE_HOME_CHOICE(PLIE_HOME_LEVEL, home->level));
    plie_box inside = {box.x + box.h * 0.5F, box.y, box.w - box.h, box.h};
    draw_arrow(page, plie_cut_right(&inside, box.h * 0.6F, box.h * 0.2F));
    plie_font change = plie_page_font(PLIE_MEDIUM, plie_px(page, 28), theme->dim);
    plie_font chosen = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 30), theme->text);
    float wanted = plie_text_width(page->canvas, chosen, text);
    float width = plie_text_width(page->canvas, change, "change");
    if (inside.w - width - box.h * 0.4F >= wanted * 0.8F)
        plie_part_line(page, change, plie_cut_right(&inside, width + 1, box.h * 0.4F),
                       PLIE_ALIGN_RIGHT, plie_px(page, 22), "change");
    plie_part_line(page, chosen, inside, PLIE_ALIGN_LEFT, plie_px(page, 22), text);
}
