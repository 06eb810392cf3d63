#include "screens/home_parts.h"
#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/strip.h"

#define INSET 28.0F
#define NAME 38.0F
#define SMALL_NAME 28.0F
#define SMALLEST_NAME 20.0F
#define SUMMARY 27.0F
#define SUMMARY_LINE 34.0F
#define PICTURE 108.0F      /* at least this high */
#define LOW_CARD 226.0F     /* inside: in a lower one there is no room for a picture */
#define FIGURE 150.0F       /* of a picture with a figure beside the minutes */
#define LEAST_FIGURE 106.0F /* the same where an offer takes room */
#define FIGURE_ABOVE 330.0F /* of one with the figure below them */
#define FIGURE_WIDTH 110.0F
#define FIGURE_TEXTS 122.0F /* a name and two lines */
#define PILL 50.0F          /* of the way to the details */
#define LOW_PILL 42.0F      /* where there is little room */

static plie_font name_font(const plie_page *page, float size_px) {
    return plie_page_font(PLIE_BOLD, size_px, page->theme->text);
}

/* So that it stands in two lines, if it can at all. */
static float size_for(plie_page *page, float width, const char *name) {
    plie_box box = {0, 0, width, plie_px(page, 2000)};
    float size = 0;
    plie_measure_paragraph(page->canvas, name_font(page, plie_px(page, NAME)), box, 2,
                           plie_px(page, SMALLEST_NAME), name, &size);
    return size;
}

float plie_home_name_px(plie_page *page, float card_width, const plie_home *home) {
    float common = plie_px(page, NAME), small = plie_px(page, SMALL_NAME);
    for (size_t i = 0; i < home->card_count; i++) {
        float size = size_for(page, card_width - 2 * plie_px(page, INSET), home->cards[i].name);
        if (size >= small)
            common = SDL_min(common, size);
    }
    return common;
}

/* Draws, or only measures, what stands in the box's height. */
static float write_name(plie_page *page, plie_box box, const plie_home_card *card, float name_px,
                        bool drawn) {
    int lines = SDL_max((int)(box.h / (plie_px(page, SMALLEST_NAME) * 1.2F)), 1);
    lines = SDL_min(lines, 8);
    float smallest = plie_px(page, SMALLEST_NAME);
    plie_font font = name_font(page, name_px);
    return drawn
               ? plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, lines, smallest,
                                     card->name, NULL)
               : plie_measure_paragraph(page->canvas, font, box, lines, smallest, card->name, NULL);
}

static int summary_lines(const plie_page *page, float height, const plie_home_card *card) {
    int most = card->broken ? 5 : 3;
    return card->summary ? SDL_min((int)(height / plie_px(page, SUMMARY_LINE)), most) : 0;
}

static float write_summary(plie_page *page, plie_box box, const plie_home_card *card, int lines,
                           bool drawn) {
    if (lines < 1)
        return 0;
    SDL_Color color = card->broken ? page->theme->warning : page->theme->dim;
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, SUMMARY), color);
    float smallest = plie_px(page, 23);
    box.h = plie_px(page, SUMMARY_LINE) * (float)lines + 1;
    return drawn ? plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, lines, smallest,
                                       card->summary, NULL)
                 : plie_measure_paragraph(page->canvas, font, box, lines, smallest, card->summary,
                                          NULL);
}

float plie_home_summary_px(plie_page *page, float card_width, const plie_home *home) {
    float highest = 0;
    plie_box box = {0, 0, card_width - 2 * plie_px(page, INSET), 0};
    for (size_t i = 0; i < home->card_count; i++) {
        int lines = summary_lines(page, plie_px(page, 2000), &home->cards[i]);
        float used = write_summary(page, box, &home->cards[i], lines, false);
        highest = SDL_max(highest, used);
    }
    return highest;
}

static const char *origin_text(const plie_home_card *card) {
    return card->origin == PLIE_HOME_OWN_FOR_SHIPPED ? "yours, instead of Plie\u2019s" : "yours";
}

/* Returns its width; nothing where there is no room for it. */
static float draw_origin(plie_page *page, plie_box box, const plie_home_card *card) {
    float height = plie_px(page, 34);
    const char *text = origin_text(card);
    if (plie_part_chip_width(page, height, text) > box.w)
        text = "yours";
    if (plie_part_chip_width(page, height, text) > box.w)
        return 0;
    return plie_part_chip(page, box.x, box.y, height, text, page->theme->text, page->theme->raised);
}

static float draw_minutes(plie_page *page, plie_box box, const plie_plan *plan) {
    char minutes[16];
    int all = plie_rounded_minutes(plan->total_ms);
    bool is_short = plan->total_ms < 59500;
    if (is_short)
        SDL_snprintf(minutes, sizeof minutes, "%d", (int)((plan->total_ms + 500) / 1000));
    else if (all <= 90)
        SDL_snprintf(minutes, sizeof minutes, "%d", all);
    else
        SDL_snprintf(minutes, sizeof minutes, "%d:%02d", all / 60, all % 60);
    plie_font font = plie_page_font(PLIE_EXTRABOLD, plie_px(page, 72), page->theme->text);
    float baseline = box.y + plie_cap_height(page->canvas, font);
    float width = plie_draw_text(page->canvas, font, box.x, baseline, PLIE_ALIGN_LEFT, minutes);
    plie_font unit = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 32), page->theme->dim);
    float gap = plie_px(page, 10);
    return width + gap +
           plie_draw_text(page->canvas, unit, box.x + width + gap, baseline, PLIE_ALIGN_LEFT,
                          is_short    ? "s"
                          : all <= 90 ? "min"
                                      : "h");
}

static float details_width(plie_page *page, const char *text, float height) {
    plie_pill pill = {.text = text};
    return plie_part_pill_width(page, &pill, height);
}

static const char *details_text(const plie_home_card *card) {
    return card->broken ? "All errors" : "Details";
}

/* The way to everything that is known of the selected program. */
static void draw_details_pill(plie_page *page, plie_box line, const plie_home_card *card) {
    plie_pill pill = {.text = details_text(card), .on_panel = true};
    plie_box box = plie_cut_right(&line, details_width(page, pill.text, line.h), 0);
    plie_part_pill(page, box, &pill);
    plie_hits_add(&page->hits, plie_inset(box, -plie_px(page, 8)), PLIE_ACTION_DETAILS, 0);
}

static void draw_picture(plie_page *page, plie_box box, const plie_home_card *card, bool selected) {
    if (card->broken || !card->plan) {
        float size = SDL_min(box.h * 0.8F, plie_px(page, 110));
        plie_box icon = {box.x, box.y, size, size};
        plie_draw_icon(page->canvas, PLIE_ICON_WARNING, icon, page->theme->warning,
                       page->theme->panel);
        return;
    }
    draw_minutes(page, box, card->plan);
    float above = SDL_min(plie_px(page, 66), box.h * 0.7F);
    float height = SDL_min(box.h - above, plie_px(page, 200));
    plie_box skyline = {box.x, box.y + box.h - height, box.w, height};
    plie_part_skyline(page, skyline, card->plan, selected ? 1.0F : 0.72F);
}

static void draw_picture_and_way(plie_page *page, plie_box box, const plie_home_card *card,
                                 bool selected) {
    draw_picture(page, box, card, selected);
    plie_box first = {box.x, box.y, box.w, plie_px(page, PILL)};
    if (selected)
        draw_details_pill(page, first, card);
}

/* Minutes, whose it is, the skyline if there is room for it, and the way to the details. */
static void draw_low_line(plie_page *page, plie_box line, const plie_home_card *card,
                          bool selected) {
    float gap = plie_px(page, 20);
    if (selected) {
        draw_details_pill(page, line, card);
        plie_cut_right(&line, details_width(page, details_text(card), line.h), gap);
    }
    if (card->plan) {
        char minutes[24];
        plie_length_text(minutes, sizeof minutes, card->plan->total_ms);
        plie_font font = plie_page_font(PLIE_BOLD, plie_px(page, 34), page->theme->text);
        float width = plie_part_line(page, font, line, PLIE_ALIGN_LEFT, 1, minutes);
        plie_cut_left(&line, width, gap);
    }
    if (card->origin != PLIE_HOME_SHIPPED) {
        plie_box chip = {line.x, line.y + plie_px(page, 4), line.w, line.h};
        plie_cut_left(&line, draw_origin(page, chip, card), gap);
    }
    if (card->plan && line.w > plie_px(page, 110))
        plie_part_skyline(page, line, card->plan, selected ? 1.0F : 0.72F);
}

/* Where there is no room for a picture. */
static void draw_low_card(plie_page *page, plie_box inside, const plie_home_card *card,
                          const plie_home_card_look *look) {
    plie_box last = plie_cut_bottom(&inside, plie_px(page, LOW_PILL), plie_px(page, 4));
    draw_low_line(page, last, card, look->selected);
    float used = write_name(page, inside, card, look->name_px, true);
    plie_cut_top(&inside, used, plie_px(page, 2));
    write_summary(page, inside, card, summary_lines(page, inside.h + 1, card), true);
}

static void draw_figure(plie_page *page, plie_box box, const plie_home_card *card) {
    if (card->picture)
        plie_draw_image(page->canvas, card->picture, box);
    else
        plie_draw_figure(page->canvas, page->theme, box, &card->figure);
}

/* Below the minutes: the way to the details, whose it is, and the skyline in what is left. */
static void draw_beside_figure(plie_page *page, plie_box box, const plie_home_card *card,
                               bool selected) {
    float gap = plie_px(page, 8);
    if (selected) {
        plie_box line = plie_cut_top(&box, plie_px(page, LOW_PILL), gap);
        line.w = SDL_min(line.w, details_width(page, details_text(card), line.h));
        draw_details_pill(page, line, card);
    }
    if (card->origin == PLIE_HOME_OWN)
        draw_origin(page, plie_cut_top(&box, plie_px(page, 34), gap), card);
    if (box.h < plie_px(page, 18))
        return;
    float height = SDL_min(box.h, plie_px(page, 100));
    plie_box skyline = {box.x, box.y + box.h - height, box.w, height};
    plie_part_skyline(page, skyline, card->plan, selected ? 1.0F : 0.72F);
}

/* The figure at the right of the minutes, or in a high picture between them and the skyline. */
static void draw_figure_picture(plie_page *page, plie_box box, const plie_home_card *card,
                                bool selected) {
    float gap = plie_px(page, 12);
    float width = draw_minutes(page, box, card->plan);
    plie_box head = {box.x, box.y, box.w, plie_px(page, PILL)};
    bool beside = box.h < plie_px(page, FIGURE_ABOVE);
    if (card->origin == PLIE_HOME_OWN_FOR_SHIPPED || (card->origin == PLIE_HOME_OWN && !beside))
        draw_origin(page, plie_cut_bottom(&box, plie_px(page, 34), gap), card);
    if (beside) {
        float room = SDL_max(box.w - width - gap, plie_px(page, FIGURE_WIDTH));
        plie_box figure = plie_cut_right(&box, SDL_min(room, box.h * 1.4F), gap);
        plie_cut_top(&box, head.h, gap);
        draw_beside_figure(page, box, card, selected);
        draw_figure(page, card->picture ? figure : plie_inset(figure, -gap), card);
        return;
    }
    plie_cut_top(&box, head.h, gap);
    if (selected)
        draw_details_pill(page, head, card);
    plie_box skyline = plie_cut_bottom(&box, SDL_min(box.h * 0.25F, plie_px(page, 120)), gap);
    plie_part_skyline(page, skyline, card->plan, selected ? 1.0F : 0.72F);
    draw_figure(page, box, card);
}

static bool has_figure(plie_page *page, plie_box inside, const plie_home_card *card) {
    if ((!card->figure.figure && !card->picture) || card->broken || !card->plan)
        return false;
    return inside.h >= plie_px(page, LEAST_FIGURE + FIGURE_TEXTS) && inside.w >= plie_px(page, 300);
}

static void draw_high_card(plie_page *page, plie_box inside, const plie_home_card *card,
                           const plie_home_card_look *look) {
    bool figure = has_figure(page, inside, card);
    bool own = card->origin != PLIE_HOME_SHIPPED && !figure;
    float gap = plie_px(page, 4), chip = own ? plie_px(page, 42) : 0;
    float picture = plie_px(page, PICTURE) + chip;
    if (figure)
        picture = SDL_min(plie_px(page, FIGURE), inside.h - plie_px(page, FIGURE_TEXTS));
    plie_box texts = {inside.x, inside.y, inside.w, inside.h - picture};
    float name = write_name(page, texts, card, look->name_px, false);
    int lines = summary_lines(page, texts.h - name - gap, card);
    float summary = write_summary(page, texts, card, lines, false);
    float room = texts.h - name - gap;
    if (figure)
        room = SDL_min(room, plie_px(page, SUMMARY_LINE) * (float)SDL_max(lines, 1));
    float common = SDL_min(look->summary_px, room);
    summary = SDL_max(summary, common);
    texts = plie_cut_bottom(&inside, name + gap + summary, plie_px(page, own ? 8 : 16));
    if (own) {
        plie_box line = plie_cut_bottom(&inside, plie_px(page, 34), plie_px(page, 12));
        draw_origin(page, line, card);
    }
    if (figure)
        draw_figure_picture(page, inside, card, look->selected);
    else
        draw_picture_and_way(page, inside, card, look->selected);
    plie_box name_box = plie_cut_top(&texts, name, gap);
    name_box.h += 1;
    write_name(page, name_box, card, look->name_px, true);
    write_summary(page, texts, card, lines, true);
}

void plie_home_draw_card(plie_page *page, plie_box box, const plie_home_card *card,
                         const plie_home_card_look *look) {
    float radius = plie_px(page, 36);
    plie_draw_box(page->canvas, box, radius, page->theme->panel);
    plie_draw_outline(page->canvas, box, radius, plie_px(page, look->selected ? 6.0F : 2.0F),
                      look->selected ? page->theme->accent : page->theme->edge);
    if (look->focused)
        plie_part_focus(page, box, radius);
    plie_box inside = plie_inset(box, plie_px(page, INSET));
    if (inside.h < plie_px(page, LOW_CARD))
        draw_low_card(page, plie_inset(inside, -plie_px(page, 6)), card, look);
    else
        draw_high_card(page, inside, card, look);
}
