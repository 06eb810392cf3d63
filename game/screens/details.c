#include "screens/details.h"

#include "screens/icons.h"
#include "screens/no_start.h"
#include "screens/numbers.h"

#define SMALL_SHEET 1000.0F /* units: in a lower one the list and the card take turns */
#define WIDE_SHEET 1300.0F
#define FLAT_SHEET 800.0F /* units: wide enough for a foot with the start in it */
#define BARE_SHEET 600.0F /* units: in a lower one a look at an exercise takes all room */
#define WIDE_SHEET_HEIGHT 780.0F
#define NARROW 1600.0F
#define EDGE 40.0F /* above and below, as at home */
#define LOW_EDGE 24.0F
#define NAME_SIZE 60.0F
#define NAME_LEAST 0.6F /* of its size */
#define NAME_LINES 3
#define NAME_PART 0.33F /* of the width, beside the levels */
#define TALL_COLUMN 1000.0F
#define SMALL_HINTS 640.0F  /* units: hints in less room are smaller, so that more of them fit */
#define TABLE_TEXT_PX 11.5F /* a table with smaller texts makes way for a line of three */
#define TEXT_SIZE 160

static float sheet_width(const plie_page *page) {
    return (float)page->layout.width_px / page->layout.unit;
}

static float sheet_height(const plie_page *page) {
    return (float)page->layout.height_px / page->layout.unit;
}

static bool is_wide(const plie_page *page) {
    return sheet_width(page) >= WIDE_SHEET && sheet_height(page) >= WIDE_SHEET_HEIGHT;
}

static bool is_small(const plie_page *page) {
    return !is_wide(page) && sheet_height(page) < SMALL_SHEET;
}

plie_box plie_list_inside(const plie_page *page) {
    plie_box box = plie_layout_inside(&page->layout);
    float edge = plie_px(page, sheet_height(page) < SMALL_SHEET ? LOW_EDGE : EDGE);
    box.y = edge;
    box.h = (float)page->layout.height_px - 2 * edge;
    return box;
}

plie_list_places plie_list_places_of(const plie_page *page, plie_box box, bool looking) {
    plie_list_places places = {.list = box, .card = box, .shows_list = true, .shows_card = true};
    if (is_wide(page)) {
        places.beside = true;
        bool narrow = box.w < plie_px(page, NARROW);
        float width = box.w * (narrow ? 0.45F : 0.41F);
        places.card = plie_cut_right(&places.list, width, plie_px(page, 36));
    } else if (is_small(page) || looking) {
        places.shows_list = !looking;
        places.shows_card = looking;
    } else {
        bool tall = box.h > plie_px(page, TALL_COLUMN);
        float height = SDL_min(box.h * 0.44F, plie_px(page, tall ? 520 : 420));
        places.card = plie_cut_bottom(&places.list, height, plie_px(page, 18));
    }
    return places;
}

void plie_list_draw_card(plie_page *page, plie_box box, const plie_list_look *look) {
    const plie_timeline_row *row = plie_timeline_focused(look->timeline);
    const plie_plan *plan = look->timeline->plan;
    plie_exercise_card card = {
        .exercise = row->exercise,
        .work = row->kind == PLIE_TIMELINE_WORK ? &plan->intervals[row->interval] : NULL,
        .remark = row->text,
        .avoided = plie_is_avoided(look->tastes, row->exercise),
        .color = plie_theme_segment(page->theme, plan->segments[row->segment].kind),
        .shown = look->shown,
        .more = look->more,
    };
    plie_part_exercise_card(page, box, &card);
}

void plie_list_draw_title(plie_page *page, plie_box box, const char *name) {
    float size = SDL_min(plie_px(page, NAME_SIZE), box.h * 0.8F);
    plie_font font = plie_page_font(PLIE_EXTRABOLD, size, page->theme->text);
    float height =
        plie_measure_paragraph(page->canvas, font, box, NAME_LINES, size * NAME_LEAST, name, NULL);
    box.y += SDL_max((box.h - height) / 2, 0);
    plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, NAME_LINES, size * NAME_LEAST,
                        name, NULL);
}

float plie_list_title_units(plie_page *page, float width_px, const char *name) {
    plie_font font = plie_page_font(PLIE_EXTRABOLD, plie_px(page, NAME_SIZE), page->theme->text);
    bool one_line = plie_text_width(page->canvas, font, name) * NAME_LEAST < width_px;
    return one_line ? NAME_SIZE * 1.2F : NAME_SIZE * NAME_LEAST * 2.6F;
}

/* In two lines at the smallest size. */
static bool name_fits(plie_page *page, float width_px, const char *name) {
    plie_font font =
        plie_page_font(PLIE_EXTRABOLD, plie_px(page, NAME_SIZE * NAME_LEAST), page->theme->text);
    return plie_text_width(page->canvas, font, name) < width_px * 1.7F;
}

static void draw_title(plie_page *page, plie_box box, const plie_details *details) {
    plie_list_draw_title(page, box, details->name);
}

/* How long it takes, and when it would end where there is room. */
static void start_text(plie_page *page, plie_font least, float width, const plie_details *details,
                       char *text) {
    char minutes[32];
    int64_t total_ms = details->levels[details->level].total_ms;
    plie_minutes_text(minutes, sizeof minutes, plie_rounded_minutes(total_ms));
    SDL_snprintf(text, TEXT_SIZE, "Start \u00b7 %s \u00b7 ends at %s", minutes, details->ends_at);
    if (plie_text_width(page->canvas, least, text) > width)
        SDL_snprintf(text, TEXT_SIZE, "Start \u00b7 %s", minutes);
}

/* As at home: the triangle beside the words. */
static void draw_start(plie_page *page, plie_box box, const plie_details *details) {
    const plie_theme *theme = page->theme;
    plie_hits_add(&page->hits, box, PLIE_ACTION_CHOOSE, PLIE_DETAILS_START);
    if (details->no_start) {
        plie_part_no_start(page, box, details->no_start);
        return;
    }
    plie_draw_box(page->canvas, box, box.h / 2, theme->accent);
    float icon = box.h * 0.42F, room = icon * 1.6F, side = box.h * 0.32F;
    plie_font font = plie_page_font(PLIE_EXTRABOLD, box.h * 0.44F, theme->on_accent);
    plie_font least = plie_page_font(PLIE_EXTRABOLD, box.h * 0.32F, theme->on_accent);
    plie_box words = {box.x + side + room, box.y, box.w - 2 * side - room, box.h};
    char text[TEXT_SIZE];
    start_text(page, least, words.w, details, text);
    if (plie_text_width(page->canvas, font, text) < words.w - room)
        words = (plie_box){box.x + room / 2, box.y, box.w - room / 2, box.h};
    float width = plie_part_line(page, font, words, PLIE_ALIGN_CENTER, least.size_px * 0.7F, text);
    float x = words.x + (words.w - width) / 2 - room;
    plie_box play = {x, box.y + (box.h - icon) / 2, icon, icon};
    plie_draw_icon(page->canvas, PLIE_ICON_PLAY, play, theme->on_accent, theme->accent);
}

plie_hint plie_list_look_hint(const plie_page *page, plie_box box, bool looking) {
    bool narrow = box.w < plie_px(page, 700);
    return (plie_hint){PLIE_ACTION_SWITCH, looking ? "list" : narrow ? "exercise" : NULL};
}

plie_box plie_list_hints_box(const plie_page *page, plie_box box) {
    if (box.w > plie_px(page, SMALL_HINTS))
        return box;
    float height = SDL_min(box.h, plie_px(page, 28));
    return (plie_box){box.x, box.y + (box.h - height) / 2, box.w, height};
}

static void draw_hints(plie_page *page, plie_box box, const plie_details *details) {
    plie_hint hints[8];
    size_t count = 0;
    bool narrow = box.w < plie_px(page, 700);
    box = plie_list_hints_box(page, box);
    if (details->timeline) {
        hints[count++] = (plie_hint){PLIE_ACTION_OK, narrow ? "from here" : NULL};
        if (!is_wide(page))
            hints[count++] = plie_list_look_hint(page, box, details->looking);
        else if (details->looking)
            hints[count++] = (plie_hint){PLIE_ACTION_SWITCH, "levels"};
        bool avoided =
            plie_is_avoided(details->tastes, plie_timeline_focused(details->timeline)->exercise);
        hints[count++] = (plie_hint){PLIE_ACTION_BACK, "home"};
        hints[count++] = (plie_hint){PLIE_ACTION_AVOID, avoided ? "do it again" : NULL};
        hints[count++] = (plie_hint){PLIE_ACTION_UP, "list, level"};
    } else {
        hints[count++] = (plie_hint){PLIE_ACTION_UP, "level"};
        hints[count++] = (plie_hint){PLIE_ACTION_BACK, "home"};
    }
    hints[count++] = (plie_hint){PLIE_ACTION_QUIT, NULL};
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_DETAILS, hints, count);
}

/* What just happened stands where the keys are told. */
static void draw_foot(plie_page *page, plie_box box, const plie_details *details) {
    if (!details->notice) {
        draw_hints(page, box, details);
        return;
    }
    plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, box.h * 0.74F, page->theme->warning), box,
                   PLIE_ALIGN_LEFT, box.h * 0.4F, details->notice);
}

static void draw_problem(plie_page *page, plie_box box, const plie_details *details) {
    plie_part_panel(page, box, plie_px(page, 32));
    plie_box inside = plie_inset(box, plie_px(page, 32));
    plie_box icon =
        plie_cut_top(&inside, SDL_min(plie_px(page, 72), inside.h * 0.3F), plie_px(page, 20));
    icon.w = icon.h;
    plie_draw_icon(page->canvas, PLIE_ICON_WARNING, icon, page->theme->warning, page->theme->panel);
    plie_draw_paragraph(page->canvas,
                        plie_page_font(PLIE_MEDIUM, plie_px(page, 36), page->theme->text), inside,
                        PLIE_ALIGN_LEFT, 12, plie_px(page, 20), details->problem, NULL);
}

static void draw_list(plie_page *page, plie_box box, const plie_details *details) {
    if (!details->timeline) {
        draw_problem(page, box, details);
        return;
    }
    plie_timeline_marks marks = {.current = -1, .tastes = details->tastes};
    plie_part_timeline(page, box, details->timeline, &marks);
}

static void draw_card(plie_page *page, plie_box box, const plie_details *details) {
    const plie_list_look look = {.timeline = details->timeline,
                                 .tastes = details->tastes,
                                 .shown = &details->shown,
                                 .more = details->looking ? 0 : PLIE_AT_DETAILS};
    if (details->timeline)
        plie_list_draw_card(page, box, &look);
}

/* A look gives the levels' room to the exercise. */
static void draw_wide(plie_page *page, plie_box box, const plie_details *details) {
    plie_box foot = plie_cut_bottom(&box, plie_px(page, 84), plie_px(page, 18));
    plie_list_places places = plie_list_places_of(page, box, false);
    plie_box start = {places.card.x, foot.y, places.card.w, foot.h};
    draw_title(page, plie_cut_top(&places.list, plie_px(page, 96), plie_px(page, 8)), details);
    draw_list(page, places.list, details);
    if (!details->looking || !details->timeline) {
        float table = SDL_min(plie_px(page, PLIE_LEVEL_TABLE_HEIGHT), places.card.h * 0.36F);
        plie_box levels = plie_cut_top(&places.card, table, plie_px(page, 16));
        plie_details_draw_levels(page, levels, details);
    }
    if (details->timeline)
        draw_start(page, start, details);
    draw_card(page, places.card, details);
    foot.w = places.list.w;
    foot.y += (foot.h - plie_px(page, 42)) / 2;
    foot.h = plie_px(page, 42);
    draw_foot(page, foot, details);
}

static void draw_list_or_card(plie_page *page, plie_box box, const plie_details *details) {
    plie_list_places places = plie_list_places_of(page, box, details->looking);
    if (places.shows_list)
        draw_list(page, places.list, details);
    if (places.shows_card)
        draw_card(page, places.card, details);
}

static void draw_column(plie_page *page, plie_box box, const plie_details *details) {
    draw_foot(page, plie_cut_bottom(&box, plie_px(page, 42), plie_px(page, 18)), details);
    draw_title(page, plie_cut_top(&box, plie_px(page, 98), plie_px(page, 10)), details);
    bool table = plie_px(page, PLIE_LEVEL_TABLE_TEXT) >= TABLE_TEXT_PX;
    float levels = table ? PLIE_LEVEL_TABLE_HEIGHT : PLIE_LEVEL_LINE_HEIGHT + 20;
    plie_details_draw_levels(page, plie_cut_top(&box, plie_px(page, levels), plie_px(page, 18)),
                             details);
    if (details->timeline)
        draw_start(page, plie_cut_bottom(&box, plie_px(page, 92), plie_px(page, 18)), details);
    draw_list_or_card(page, box, details);
}

bool plie_list_is_bare(const plie_page *page, bool looking) {
    return looking && sheet_height(page) < BARE_SHEET;
}

/* A look takes the levels' room too, where they are above each other. */
static void draw_small_head(plie_page *page, plie_box *box, const plie_details *details,
                            bool beside) {
    float gap = plie_px(page, 10);
    bool leveled = beside || !details->looking || !details->timeline;
    float row = beside ? 10.0F : sheet_width(page) >= FLAT_SHEET ? 98.0F : 68.0F;
    float height = (leveled ? PLIE_LEVEL_LINE_HEIGHT : 0) + row;
    plie_box levels = plie_cut_top(box, plie_px(page, height), gap);
    plie_box title = beside ? plie_cut_left(&levels, levels.w * NAME_PART, gap)
                            : plie_cut_top(&levels, plie_px(page, row - 4), plie_px(page, 4));
    draw_title(page, title, details);
    if (leveled)
        plie_details_draw_levels(page, levels, details);
}

/* A short name stands beside the levels where there is room, a long one above them. */
static void draw_small(plie_page *page, plie_box box, const plie_details *details) {
    float gap = plie_px(page, 10);
    bool flat = sheet_width(page) >= FLAT_SHEET;
    bool beside = flat && name_fits(page, box.w * NAME_PART, details->name);
    plie_box foot = plie_cut_bottom(&box, plie_px(page, flat ? 54 : 36), gap);
    if (!plie_list_is_bare(page, details->timeline && details->looking))
        draw_small_head(page, &box, details, beside);
    plie_box start = flat ? plie_cut_right(&foot, foot.w * 0.42F, gap)
                          : plie_cut_bottom(&box, plie_px(page, 58), gap);
    if (details->timeline)
        draw_start(page, start, details);
    draw_foot(page, plie_inset(foot, flat ? plie_px(page, 9) : 0), details);
    draw_list_or_card(page, box, details);
}

void plie_details_draw(plie_page *page, const plie_details *details) {
    plie_box box = plie_list_inside(page);
    if (is_wide(page))
        draw_wide(page, box, details);
    else if (is_small(page))
        draw_small(page, box, details);
    else
        draw_column(page, box, details);
}
