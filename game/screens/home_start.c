#include "screens/home_parts.h"
#include "screens/icons.h"
#include "screens/no_start.h"
#include "screens/numbers.h"

#define TEXT_SIZE 512

static int64_t segments_ms(const plie_plan *plan, plie_segment_kind kind) {
    int64_t sum = 0;
    for (size_t i = 0; i < plan->segment_count; i++)
        if (plan->segments[i].kind == kind)
            sum += plan->segments[i].duration_ms;
    return sum;
}

static void add_part(char *text, size_t size, int minutes, const char *what) {
    char part[48];
    if (minutes <= 0)
        return;
    SDL_snprintf(part, sizeof part, " + %d %s", minutes, what);
    SDL_strlcat(text, part, size);
}

/* "20 min + 5 warm-up + 5 stretch + 1 getting ready": parts that add up to the whole. */
static void parts_text(char *text, size_t size, const plie_plan *plan) {
    int64_t warmup_ms = segments_ms(plan, PLIE_WARMUP),
            stretch_ms = segments_ms(plan, PLIE_STRETCH);
    int warmup = warmup_ms > 0 ? plie_rounded_minutes(warmup_ms) : 0;
    int stretch = stretch_ms > 0 ? plie_rounded_minutes(stretch_ms) : 0;
    int rest = plie_rounded_minutes(plan->total_ms) - warmup - stretch;
    int main = SDL_min(plie_rounded_minutes(plan->main_ms), rest);
    *text = '\0';
    if (plan->main_ms > 0 && main > 0)
        plie_minutes_text(text, size, main);
    add_part(text, size, warmup, "warm-up");
    add_part(text, size, stretch, "stretch");
    add_part(text, size, rest - (plan->main_ms > 0 ? main : 0), "getting ready");
    if (SDL_strncmp(text, " + ", 3) == 0)
        SDL_memmove(text, text + 3, SDL_strlen(text + 3) + 1);
}

static bool fits(plie_page *page, plie_font font, float width, const char *text) {
    return plie_text_width(page->canvas, font, text) <= width;
}

static void join(char *text, const char *parts, const char *reps, const char *kcal) {
    const char *const items[] = {parts, reps, kcal};
    *text = '\0';
    for (size_t i = 0; i < SDL_arraysize(items); i++) {
        if (*text && *items[i])
            SDL_strlcat(text, " \u00b7 ", TEXT_SIZE);
        SDL_strlcat(text, items[i], TEXT_SIZE);
    }
}

/* All that is known beforehand, less by less until it fits: the parts matter most. */
static void summary_text(plie_page *page, plie_font font, float width, const plie_home *home,
                         char *text) {
    char parts[TEXT_SIZE], whole[32], reps[48] = "", kcal[48] = "";
    int rounded_kcal = plie_rounded_kcal(home->totals.kcal);
    parts_text(parts, sizeof parts, home->plan);
    plie_minutes_text(whole, sizeof whole, plie_rounded_minutes(home->plan->total_ms));
    if (SDL_strcmp(parts, whole) == 0)
        *parts = '\0';
    if (home->totals.reps > 0)
        SDL_snprintf(reps, sizeof reps, "%d rep%s", home->totals.reps,
                     home->totals.reps == 1 ? "" : "s");
    if (rounded_kcal > 0)
        SDL_snprintf(kcal, sizeof kcal, "about %d kcal", rounded_kcal);
    join(text, parts, reps, kcal);
    if (!fits(page, font, width, text))
        join(text, parts, reps, "");
    if (!fits(page, font, width, text))
        SDL_strlcpy(text, parts, TEXT_SIZE);
}

static void draw_problem(plie_page *page, plie_box box, const plie_home *home) {
    plie_draw_box(page->canvas, box, SDL_min(box.h / 2, plie_px(page, 60)), page->theme->panel);
    plie_box inside = plie_inset(box, plie_px(page, 18));
    plie_cut_left(&inside, plie_px(page, 18), 0);
    plie_box icon = plie_cut_left(&inside, plie_px(page, 60), plie_px(page, 24));
    icon.y += (icon.h - icon.w) / 2;
    icon.h = icon.w;
    plie_draw_icon(page->canvas, PLIE_ICON_WARNING, icon, page->theme->warning, page->theme->panel);
    const char *text = home->problem ? home->problem : "There is nothing to start.";
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 34), page->theme->text);
    float used =
        plie_measure_paragraph(page->canvas, font, inside, 3, plie_px(page, 22), text, NULL);
    inside.y += (inside.h - used) / 2;
    plie_draw_paragraph(page->canvas, font, inside, PLIE_ALIGN_LEFT, 3, plie_px(page, 22), text,
                        NULL);
}

static void draw_title(plie_page *page, plie_box box, const char *title) {
    const plie_theme *theme = page->theme;
    plie_font font = plie_page_font(PLIE_EXTRABOLD, box.h * 0.92F, theme->on_accent);
    float size = box.h * 0.72F, room = size * 1.7F;
    plie_box text = {box.x + room, box.y, box.w - room, box.h};
    float width = plie_text_width(page->canvas, font, title);
    if (width < box.w - 2 * room)
        text = box;
    width = plie_part_line(page, font, text, PLIE_ALIGN_CENTER, plie_px(page, 28), title);
    plie_box play = {text.x + (text.w - width) / 2 - room, box.y + (box.h - size) / 2, size, size};
    plie_draw_icon(page->canvas, PLIE_ICON_PLAY, play, theme->on_accent, theme->accent);
}

/* When it would end stands with the length, or where that is too long, below. */
static void title_text(plie_page *page, float width, const plie_home *home, char *title,
                       char *below) {
    char minutes[32];
    const char *deed = home->goes_on ? "Go on" : "Start";
    const char *left = home->goes_on ? " left" : "";
    plie_font smallest = plie_page_font(PLIE_EXTRABOLD, plie_px(page, 30), page->theme->text);
    plie_length_text(minutes, sizeof minutes, home->goes_on ? home->left_ms : home->plan->total_ms);
    SDL_snprintf(title, TEXT_SIZE, "%s \u00b7 %s%s \u00b7 ends at %s", deed, minutes, left,
                 home->ends_at);
    *below = '\0';
    if (fits(page, smallest, width, title))
        return;
    SDL_snprintf(title, TEXT_SIZE, "%s \u00b7 %s%s", deed, minutes, left);
    SDL_snprintf(below, TEXT_SIZE, "ends at %s", home->ends_at);
}

/* "Inner thigh, from Plie squat (Standing)", or where another line names the program, less. */
static void left_text(char *text, const plie_home *home, const char *place) {
    if (*text && *place)
        SDL_strlcat(text, " \u00b7 from ", TEXT_SIZE);
    else if (!*text)
        SDL_snprintf(text, TEXT_SIZE, "%s%s", home->left_name, *place ? ", from " : "");
    SDL_strlcat(text, place, TEXT_SIZE);
}

static plie_box words_of(plie_box button) {
    plie_box inside = plie_inset(button, button.h * 0.14F);
    inside.x += button.h * 0.16F;
    inside.w -= button.h * 0.32F;
    return inside;
}

/* The title, what stands below it, and whether that says where a session goes on. */
static bool go_on_texts(plie_page *page, float width, const plie_home *home, char *title,
                        char *below) {
    char ends[TEXT_SIZE];
    plie_font smallest = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 20), page->theme->on_accent);
    title_text(page, width - plie_px(page, 58), home, title, ends);
    SDL_strlcpy(below, ends, TEXT_SIZE);
    left_text(below, home, home->left_place ? home->left_place : "");
    if (!home->left_place || fits(page, smallest, width, below))
        return home->left_place != NULL;
    SDL_strlcpy(below, ends, TEXT_SIZE);
    left_text(below, home, "");
    return false;
}

bool plie_home_start_names_place(plie_page *page, plie_box box, const plie_home *home) {
    char title[TEXT_SIZE], below[TEXT_SIZE];
    return home->goes_on && go_on_texts(page, words_of(box).w, home, title, below);
}

float plie_home_start_height(const plie_page *page) {
    return plie_px(page, plie_home_is_low(&page->layout) ? 96 : 116);
}

void plie_home_draw_start(plie_page *page, plie_box box, const plie_home *home) {
    if (!home->plan && !home->goes_on) {
        draw_problem(page, box, home);
        return;
    }
    plie_hits_add(&page->hits, box, home->query ? PLIE_ACTION_CHOOSE : PLIE_ACTION_OK,
                  home->query ? PLIE_HOME_CHOICE(PLIE_HOME_ROW_COUNT, 0) : 0);
    if (home->no_start) {
        plie_part_no_start(page, box, home->no_start);
        return;
    }
    plie_draw_box(page->canvas, box, box.h / 2, page->theme->accent);
    char title[TEXT_SIZE], below[TEXT_SIZE];
    plie_box inside = words_of(box);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, box.h * 0.26F, page->theme->on_accent);
    plie_font smallest = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 23), page->theme->on_accent);
    if (home->goes_on)
        go_on_texts(page, inside.w, home, title, below);
    else
        title_text(page, inside.w - plie_px(page, 58), home, title, below);
    if (!*below)
        summary_text(page, smallest, inside.w, home, below);
    float first = inside.h * 0.56F;
    plie_box middle = {inside.x, inside.y + (inside.h - first) / 2, inside.w, first};
    draw_title(page, *below ? plie_cut_top(&inside, first, 0) : middle, title);
    plie_part_line(page, font, inside, PLIE_ALIGN_CENTER, plie_px(page, 20), below);
}
