#include "screens/exercise_card.h"

#include "screens/exercise_picture.h"
#include "screens/readable.h"
#include "screens/workout_text.h"

#define ITEM_LIMIT 10
#define CUE_LIMIT 3
#define VITAL_ITEMS 5 /* the cues, what to avoid, and how to breathe */
#define LARGEST 34.0F
#define CLOSE 24.0F /* units: the smallest text, */
#define LEAST_PX 12.0F
#define LAST_RESORT 18.0F /* and where there is nowhere else to read it */
#define TEXT_LINES 4
#define LABEL_SIZE 16
#define LETTER 0.5F          /* of a text's size: its usual width */
#define EASY_LETTERS 24.0F   /* in a line, at least */
#define PICTURE_BESIDE 0.42F /* of the width at most */
#define PICTURE_ABOVE 0.54F  /* of the height at most, */
#define PICTURE_SEEN 0.48F   /* at least where the texts can be read elsewhere, */
#define PICTURE_LEAST 0.32F  /* and where they cannot */
#define FLAT 1.6F            /* a card as wide as this to its height has the picture beside */
#define TEXTS_WIDTH 230.0F   /* units that texts beside a picture need, */
#define BESIDE_GAIN 1.15F    /* and how much larger it has to be there than above them */
#define MORE_HEIGHT 34.0F
#define CLOSE_WIDTH 460.0F /* units: the head of a narrower card has smaller texts */

/* A line of what there is to know, most important first. */
typedef struct {
    const char *label; /* or NULL: a cue */
    char text[PLIE_LINE_SIZE];
} card_item;

typedef struct {
    card_item items[ITEM_LIMIT];
    size_t count;
} card_items;

bool plie_is_avoided(const plie_tastes *tastes, const plie_exercise *exercise) {
    for (size_t i = 0; tastes && exercise && exercise->id && i < tastes->avoided_count; i++)
        if (SDL_strcmp(tastes->avoided[i], exercise->id) == 0)
            return true;
    return false;
}

static void add(card_items *list, const char *label, const char *text) {
    if (!text || !*text || list->count == ITEM_LIMIT)
        return;
    card_item *item = &list->items[list->count++];
    item->label = label;
    plie_sentence(item->text, sizeof item->text, text);
}

static void add_list(card_items *list, const char *label, plie_texts texts) {
    char joined[PLIE_LINE_SIZE] = "";
    for (size_t i = 0; i < texts.count; i++) {
        if (i > 0)
            SDL_strlcat(joined, ", ", sizeof joined);
        SDL_strlcat(joined, texts.items[i], sizeof joined);
    }
    add(list, label, joined);
}

static void list_items(card_items *list, const plie_exercise_card *card) {
    const plie_exercise *exercise = card->exercise;
    list->count = 0;
    for (size_t i = 0; i < exercise->cues.count && i < CUE_LIMIT; i++)
        add(list, NULL, exercise->cues.items[i]);
    if (card->work && card->work->source)
        add(list, "Note", card->work->source->note);
    add(list, "Avoid", exercise->mistake);
    add(list, "Breathing", exercise->breathing);
    add_list(list, "Have ready", exercise->equipment);
    add_list(list, "Works", exercise->muscles);
    add(list, "Easier", exercise->easier ? exercise->easier->name : NULL);
    add(list, "Harder", exercise->harder ? exercise->harder->name : NULL);
}

static float label_width(float size_px) {
    return size_px * 5.6F;
}

/* A label stands beside its text only where that leaves the text lines to be read with ease. */
static bool has_label(plie_box box, const card_item *item, float size_px) {
    return item->label && box.w - label_width(size_px) >= size_px * LETTER * EASY_LETTERS;
}

static plie_box item_box(plie_box box, const card_item *item, float size_px) {
    float indent = has_label(box, item, size_px) ? label_width(size_px) : item->label ? 0 : size_px;
    return (plie_box){box.x + indent, box.y, box.w - indent, size_px * 1.25F * TEXT_LINES};
}

/* Else the text begins with it. */
static const char *item_text(char *text, size_t size, plie_box box, const card_item *item,
                             float size_px) {
    if (!item->label || has_label(box, item, size_px))
        return item->text;
    SDL_snprintf(text, size, "%s: %s", item->label, item->text);
    return text;
}

static plie_font item_font(const plie_page *page, const card_item *item, float size_px) {
    return plie_page_font(item->label ? PLIE_MEDIUM : PLIE_SEMIBOLD, size_px, page->theme->text);
}

static float item_height(plie_page *page, plie_box box, const card_item *item, float size_px) {
    char text[PLIE_LINE_SIZE + LABEL_SIZE];
    return plie_measure_paragraph(page->canvas, item_font(page, item, size_px),
                                  item_box(box, item, size_px), TEXT_LINES, size_px * 0.8F,
                                  item_text(text, sizeof text, box, item, size_px), NULL);
}

static float item_gap(float size_px) {
    return size_px * 0.36F;
}

/* How many items there is room for, from the first on. */
static size_t items_that_fit(plie_page *page, plie_box box, const card_items *list, float size_px) {
    float height = 0;
    for (size_t i = 0; i < list->count; i++) {
        height += item_height(page, box, &list->items[i], size_px);
        if (height > box.h)
            return i;
        height += item_gap(size_px);
    }
    return list->count;
}

/* The largest size at which all fits, or the least. */
static float size_that_fits(plie_page *page, plie_box box, const card_items *list, float least) {
    float size = SDL_max(plie_px(page, LARGEST), least);
    while (size > least && items_that_fit(page, box, list, size) < list->count)
        size = SDL_max(size * 0.95F, least);
    return size;
}

static void draw_item(plie_page *page, plie_box box, const card_item *item, float size_px,
                      SDL_Color color) {
    char words[PLIE_LINE_SIZE + LABEL_SIZE];
    plie_box text = item_box(box, item, size_px);
    float line = size_px * 1.22F;
    if (has_label(box, item, size_px)) {
        plie_box label = {box.x, box.y, text.x - box.x - size_px * 0.4F, line};
        plie_part_line(page, plie_page_font(PLIE_MEDIUM, size_px, page->theme->dim), label,
                       PLIE_ALIGN_LEFT, size_px * 0.6F, item->label);
    } else if (!item->label) {
        float radius = size_px * 0.2F;
        plie_draw_disc(page->canvas, box.x + radius * 1.5F, box.y + line / 2, radius, color);
    }
    plie_draw_paragraph(page->canvas, item_font(page, item, size_px), text, PLIE_ALIGN_LEFT,
                        TEXT_LINES, size_px * 0.8F,
                        item_text(words, sizeof words, box, item, size_px), NULL);
}

static void draw_more(plie_page *page, plie_box box, const plie_exercise_card *card) {
    plie_hint hint = {PLIE_ACTION_SWITCH, "more"};
    plie_part_hints(page, plie_cut_bottom(&box, plie_px(page, MORE_HEIGHT), 0), PLIE_ALIGN_RIGHT,
                    card->more, &hint, 1);
}

static void draw_items(plie_page *page, plie_box box, const card_items *list,
                       const plie_exercise_card *card, float least) {
    float size = size_that_fits(page, box, list, least);
    plie_box place = box;
    if (items_that_fit(page, place, list, size) < list->count && card->more) {
        plie_cut_bottom(&place, plie_px(page, MORE_HEIGHT), plie_px(page, 2));
        draw_more(page, box, card);
    }
    size_t fit = items_that_fit(page, place, list, size);
    for (size_t i = 0; i < fit; i++) {
        draw_item(page, place, &list->items[i], size, card->color);
        plie_cut_top(&place, item_height(page, place, &list->items[i], size), item_gap(size));
    }
}

/* "Right leg · 20 reps", or why there is none of it. */
static void dose_text(char *text, size_t size, const plie_exercise_card *card) {
    if (!card->work) {
        SDL_strlcpy(text, card->remark ? card->remark : "", size);
        return;
    }
    char dose[PLIE_LINE_SIZE];
    const char *side = plie_side_text(card->work->side);
    plie_dose_text(dose, sizeof dose, card->work);
    SDL_snprintf(text, size, "%s%s%s", side, *side ? " \u00b7 " : "", dose);
}

static void position_text(char *text, size_t size, const plie_exercise_card *card) {
    SDL_snprintf(text, size, "%s%s", plie_position_name(card->exercise->position),
                 card->exercise->impact == PLIE_HIGH_IMPACT ? " \u00b7 high impact" : "");
}

/* The dose and how one stands: beside each other where there is room. */
static plie_box draw_dose(plie_page *page, plie_box box, const plie_exercise_card *card) {
    char dose[PLIE_LINE_SIZE], position[PLIE_LINE_SIZE];
    dose_text(dose, sizeof dose, card);
    position_text(position, sizeof position, card);
    bool close = !card->more && box.w < plie_px(page, CLOSE_WIDTH);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(page, close ? 25 : 30), card->color);
    plie_font dim = plie_page_font(PLIE_MEDIUM, plie_px(page, close ? 24 : 28), page->theme->dim);
    float width = plie_text_width(page->canvas, font, dose), gap = plie_px(page, 24);
    if (width + gap + plie_text_width(page->canvas, dim, position) <= box.w) {
        plie_box line = plie_cut_top(&box, plie_px(page, 38), plie_px(page, 10));
        plie_part_line(page, font, line, PLIE_ALIGN_LEFT, font.size_px, dose);
        plie_cut_left(&line, width, gap);
        plie_part_line(page, dim, line, PLIE_ALIGN_LEFT, dim.size_px * 0.8F, position);
        return box;
    }
    plie_box lines = {box.x, box.y, box.w, plie_px(page, 114)};
    float used = plie_draw_paragraph(page->canvas, font, lines, PLIE_ALIGN_LEFT, 3,
                                     plie_px(page, CLOSE), dose, NULL);
    plie_cut_top(&box, used, 0);
    plie_part_line(page, dim, plie_cut_top(&box, plie_px(page, 36), plie_px(page, 10)),
                   PLIE_ALIGN_LEFT, plie_px(page, CLOSE), position);
    return box;
}

static const char *name_of(const plie_page *page, const plie_exercise_card *card) {
    return plie_part_readable(page, card->exercise->name, card->exercise->id);
}

/* The name, the dose and how one stands; returns what is left of the box. */
static plie_box draw_head(plie_page *page, plie_box box, const plie_exercise_card *card) {
    bool close = !card->more && box.w < plie_px(page, CLOSE_WIDTH);
    plie_font name = plie_page_font(PLIE_BOLD, plie_px(page, close ? 34 : 42), page->theme->text);
    plie_box title = {box.x, box.y, box.w, SDL_min(plie_px(page, 200), box.h * 0.5F)};
    float used = plie_draw_paragraph(page->canvas, name, title, PLIE_ALIGN_LEFT, 6,
                                     plie_px(page, CLOSE), name_of(page, card), NULL);
    plie_cut_top(&box, used, plie_px(page, 2));
    box = draw_dose(page, box, card);
    if (card->avoided) {
        plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 26), page->theme->warning);
        plie_part_line(page, font, plie_cut_top(&box, plie_px(page, 36), plie_px(page, 8)),
                       PLIE_ALIGN_LEFT, plie_px(page, 18), "Left out always: X takes that back");
    }
    return box;
}

static float least_of(const plie_page *page, const plie_exercise_card *card) {
    if (!card->more)
        return plie_px(page, LAST_RESORT);
    float least = SDL_max(plie_px(page, CLOSE), LEAST_PX);
    return SDL_min(least, plie_px(page, LARGEST));
}

/* Roughly how high the first texts are at a size, under a picture. */
static float texts_height(plie_page *page, plie_box box, const card_items *list, size_t count,
                          float size_px) {
    float height = plie_px(page, 42 * 1.25F + 50);
    for (size_t i = 0; i < SDL_min(count, list->count); i++)
        height += item_height(page, box, &list->items[i], size_px) + item_gap(size_px);
    return height;
}

static float height_above(plie_page *page, plie_box box, const card_items *list,
                          const plie_exercise_card *card) {
    float rest =
        box.h - texts_height(page, box, list, ITEM_LIMIT, plie_px(page, CLOSE)) - plie_px(page, 16);
    float least = box.h * (card->more ? PICTURE_SEEN : PICTURE_LEAST);
    return SDL_clamp(rest, least, box.h * PICTURE_ABOVE);
}

static float width_beside(plie_box box, const plie_exercise_card *card) {
    return SDL_min(box.h * plie_exercise_picture_shape(card), box.w * PICTURE_BESIDE);
}

/* In a flat card always; in another where what is shown becomes larger so. */
static bool stands_beside(const plie_page *page, plie_box box, float above,
                          const plie_exercise_card *card) {
    float shape = plie_exercise_picture_shape(card), beside = width_beside(box, card);
    if (box.w > box.h * FLAT)
        return true;
    if (box.w - beside < plie_px(page, TEXTS_WIDTH))
        return false;
    return beside / shape > SDL_min(above, box.w / shape) * BESIDE_GAIN;
}

/* Where there is nowhere else to read them, texts of what to mind come before the picture. */
static bool has_room_for_picture(plie_page *page, plie_box box, const card_items *list) {
    float texts = texts_height(page, box, list, VITAL_ITEMS, plie_px(page, LAST_RESORT));
    return texts < box.h * (1 - PICTURE_LEAST);
}

void plie_part_exercise_card(plie_page *page, plie_box box, const plie_exercise_card *card) {
    plie_part_panel(page, box, plie_px(page, 32));
    if (!card->exercise)
        return;
    plie_box inside = plie_inset(box, plie_px(page, 22));
    plie_part_within(page, &box);
    card_items list;
    list_items(&list, card);
    float above = height_above(page, inside, &list, card);
    bool beside = stands_beside(page, inside, above, card);
    if (beside)
        plie_part_exercise_picture(
            page, plie_cut_left(&inside, width_beside(inside, card), plie_px(page, 28)), card);
    else if (card->more || has_room_for_picture(page, inside, &list))
        plie_part_exercise_picture(page, plie_cut_top(&inside, above, plie_px(page, 16)), card);
    draw_items(page, draw_head(page, inside, card), &list, card, least_of(page, card));
    plie_part_within(page, NULL);
}
