#include "screens/exercise_picture.h"
#include "screens/icons.h"
#include "screens/pictures_part.h"
#include "screens/workout_parts.h"
#include "screens/workout_text.h"

#define CUE_LIMIT 3
#define ROW_LIMIT (CUE_LIMIT + 3)
#define ROW_LINES 4
#define CUE_TURN_MS 7000
#define TURN_LARGEST 125 /* percent of what can be read from afar */
#define THINGS_LINES 2

/* What the panel shows about one exercise. */
typedef struct {
    const plie_exercise *exercise;
    const char *note;
    SDL_Color color;
    const char *heading; /* before the position, or NULL */
    bool coming;         /* not yet done: how to get into it counts most */
} panel_subject;

typedef enum { ROW_SETUP, ROW_CUE, ROW_NOTE, ROW_BREATH, ROW_MISTAKE } row_kind;

typedef struct {
    row_kind kind;
    const char *text;
} panel_row;

typedef struct {
    panel_row rows[ROW_LIMIT];
    size_t count;
    float text_px, gap_px, bullet_px, indent_px;
    bool tight; /* no cue is larger than the others */
} panel_rows;

static panel_subject subject_in(const plie_workout *workout) {
    const plie_interval *interval = &workout->view.plan->intervals[workout->view.interval];
    panel_subject subject = {.heading = NULL};
    const plie_interval *work = interval;
    if (interval->kind != PLIE_WORK) {
        work = plie_coming_work(workout->view.plan, workout->view.interval);
        subject.heading = "Next up";
        subject.coming = true;
    }
    if (work) {
        subject.exercise = work->exercise;
        subject.note = work->source ? work->source->note : NULL;
    }
    return subject;
}

static panel_subject subject_of(const plie_page *page, const plie_workout *workout) {
    panel_subject subject = subject_in(workout);
    subject.color = plie_theme_phase(page->theme, plie_workout_interval(workout)->kind);
    return subject;
}

static void add_row(panel_rows *list, row_kind kind, const char *text) {
    if (text && *text && list->count < ROW_LIMIT)
        list->rows[list->count++] = (panel_row){kind, text};
}

/* Of the cues the last one says how to set up. Most important first: what does not fit is left out
 * from the end. */
static panel_rows rows_of(const panel_subject *subject) {
    const plie_exercise *exercise = subject->exercise;
    panel_rows list = {.count = 0};
    size_t cues = exercise->cues.count;
    bool setup = subject->coming && cues > 0;
    if (setup)
        add_row(&list, ROW_SETUP, exercise->cues.items[--cues]);
    for (size_t i = 0; i < cues && i < CUE_LIMIT - (setup ? 1 : 0); i++)
        add_row(&list, ROW_CUE, exercise->cues.items[i]);
    add_row(&list, ROW_NOTE, subject->note);
    add_row(&list, ROW_BREATH, exercise->breathing);
    add_row(&list, ROW_MISTAKE, exercise->mistake);
    return list;
}

static plie_font row_font(const plie_page *page, const panel_rows *list, row_kind kind) {
    float small = SDL_max(list->text_px * 0.84F, SDL_min(list->text_px, page->layout.vital_px));
    switch (kind) {
    case ROW_SETUP:
        return plie_page_font(PLIE_BOLD, list->text_px * (list->tight ? 1.0F : 1.18F),
                              page->theme->text);
    case ROW_CUE:
        return plie_page_font(PLIE_SEMIBOLD, list->text_px, page->theme->text);
    case ROW_NOTE:
    case ROW_BREATH:
    case ROW_MISTAKE:
        break;
    }
    return plie_page_font(PLIE_MEDIUM, small, page->theme->text);
}

static plie_box row_text_box(const panel_rows *list, plie_box box, float y) {
    float indent = list->indent_px;
    return (plie_box){box.x + indent, y, box.w - indent, list->text_px * 1.5F * ROW_LINES};
}

static void row_text(char *text, size_t size, const panel_row *row) {
    if (row->kind != ROW_MISTAKE) {
        SDL_strlcpy(text, row->text, size);
        return;
    }
    char mistake[PLIE_LINE_SIZE];
    plie_uncapitalised(mistake, sizeof mistake, row->text);
    SDL_snprintf(text, size, "Avoid %s", mistake);
}

/* The row that says the same as the caption, or SIZE_MAX. */
static size_t said_row(const panel_rows *list, const plie_workout *workout) {
    char said[PLIE_LINE_SIZE], told[PLIE_LINE_SIZE], text[PLIE_LINE_SIZE];
    if (!workout->view.caption)
        return SIZE_MAX;
    plie_sentence(said, sizeof said, workout->view.caption);
    for (size_t i = 0; i < list->count; i++) {
        row_text(text, sizeof text, &list->rows[i]);
        plie_sentence(told, sizeof told, text);
        if (SDL_strcmp(said, told) == 0)
            return i;
    }
    return SIZE_MAX;
}

bool plie_workout_cue_is_said(const plie_workout *workout) {
    if (!workout->view.caption || !plie_workout_shows(workout) || workout->toast ||
        workout->overlay != PLIE_NO_OVERLAY)
        return false;
    panel_subject subject = subject_in(workout);
    if (!subject.exercise)
        return false;
    panel_rows list = rows_of(&subject);
    return said_row(&list, workout) != SIZE_MAX;
}

/* A word that would stand alone in a line may make it a little smaller, but no smaller than what
 * can be read from afar. */
static float row_smallest(const plie_page *page, plie_font font) {
    return SDL_max(font.size_px * 0.9F, SDL_min(font.size_px, page->layout.vital_px));
}

static float row_height(plie_page *page, const panel_rows *list, const panel_row *row,
                        plie_box box) {
    char text[PLIE_LINE_SIZE];
    row_text(text, sizeof text, row);
    plie_font font = row_font(page, list, row->kind);
    float height = plie_measure_paragraph(page->canvas, font, row_text_box(list, box, box.y),
                                          ROW_LINES, row_smallest(page, font), text, NULL);
    return SDL_max(height, list->bullet_px);
}

static float rows_height(plie_page *page, const panel_rows *list, plie_box box) {
    float height = 0;
    for (size_t i = 0; i < list->count; i++)
        height += row_height(page, list, &list->rows[i], box) + (i > 0 ? list->gap_px : 0);
    return height;
}

#define USUAL_UNITS 62
#define LEAST_UNITS 31
#define STEP_UNITS 3
#define MOST_UNITS (USUAL_UNITS + 7 * STEP_UNITS)

static void set_sizes(const plie_page *page, panel_rows *list, float units, float least_px) {
    list->text_px = SDL_max(plie_px(page, units), least_px);
    list->bullet_px = list->text_px * 1.12F;
    list->indent_px = list->bullet_px * (page->layout.upright ? 1.0F : 1.4F);
    list->gap_px = plie_px(page, SDL_max(units * 0.6F - 8, 8.0F));
}

/* Room that is left goes between the rows, as far as that looks well. */
static void spread_rows(plie_page *page, panel_rows *list, plie_box box) {
    float spare = box.h - rows_height(page, list, box);
    list->gap_px += SDL_min(spare / (float)SDL_max(list->count, 1), plie_px(page, 26));
}

/* Steps that are the same at every scale: a larger one never leads to smaller cues. */
static bool fit_large(plie_page *page, panel_rows *list, plie_box box) {
    float most = USUAL_UNITS * page->layout.scale + 0.5F * STEP_UNITS;
    list->tight = false;
    for (int units = MOST_UNITS; units >= LEAST_UNITS; units -= STEP_UNITS) {
        if ((float)units > most)
            continue;
        set_sizes(page, list, (float)units, page->layout.vital_px);
        if (rows_height(page, list, box) <= box.h) {
            spread_rows(page, list, box);
            return true;
        }
    }
    return false;
}

static void set_tight(const plie_page *page, panel_rows *list, float part) {
    list->tight = true;
    set_sizes(page, list, 0, page->layout.vital_px * part);
}

/* Keeps the first row, and of the others those that still fit. */
static void leave_out(plie_page *page, panel_rows *list, plie_box box) {
    size_t all = list->count;
    list->count = 0;
    for (size_t i = 0; i < all; i++) {
        list->rows[list->count++] = list->rows[i];
        if (list->count > 1 && rows_height(page, list, box) > box.h)
            list->count--;
    }
}

/* The largest sizes at which all fits; then fewer rows, which may be larger again. Only a single
 * cue becomes smaller than what can be read from afar. */
static void fit_rows(plie_page *page, panel_rows *list, plie_box box) {
    if (fit_large(page, list, box))
        return;
    set_tight(page, list, 1);
    leave_out(page, list, box);
    for (int percent = 97; percent > 48 && rows_height(page, list, box) > box.h; percent -= 3)
        set_tight(page, list, (float)percent / 100);
    if (list->text_px >= page->layout.vital_px && !fit_large(page, list, box)) {
        set_tight(page, list, 1);
        spread_rows(page, list, box);
    }
}

static void draw_bullet(plie_page *page, const panel_row *row, plie_box box, SDL_Color color) {
    plie_canvas *canvas = page->canvas;
    if (row->kind == ROW_SETUP || row->kind == ROW_CUE) {
        float radius = box.w * (row->kind == ROW_SETUP ? 0.28F : 0.2F);
        plie_draw_disc(canvas, box.x + box.w / 2, box.y + box.h / 2, radius, color);
        return;
    }
    plie_icon icon = row->kind == ROW_BREATH    ? PLIE_ICON_BREATH
                     : row->kind == ROW_MISTAKE ? PLIE_ICON_WARNING
                                                : PLIE_ICON_CHECK;
    SDL_Color ink = row->kind == ROW_MISTAKE ? page->theme->warning : page->theme->dim;
    plie_draw_icon(canvas, icon, plie_inset(box, box.w * 0.12F), ink, page->theme->panel);
}

/* Rows that would reach below the box are covered by something else, and not drawn. */
static void draw_rows(plie_page *page, const panel_rows *list, plie_box box, SDL_Color color) {
    float y = box.y;
    for (size_t i = 0; i < list->count; i++) {
        const panel_row *row = &list->rows[i];
        char text[PLIE_LINE_SIZE];
        row_text(text, sizeof text, row);
        float height = row_height(page, list, row, box);
        if (y + height > box.y + box.h + 1)
            return;
        plie_font font = row_font(page, list, row->kind);
        plie_box area = row_text_box(list, box, y);
        float smallest = row_smallest(page, font);
        float used = plie_measure_paragraph(page->canvas, font, area, ROW_LINES, smallest, text,
                                            &font.size_px);
        area.y += (height - used) / 2;
        plie_draw_paragraph(page->canvas, font, area, PLIE_ALIGN_LEFT, ROW_LINES, smallest, text,
                            NULL);
        float first_line = plie_line_height(page->canvas, font);
        plie_box bullet = {box.x, area.y + (first_line - list->bullet_px) / 2, list->bullet_px,
                           list->bullet_px};
        draw_bullet(page, row, bullet, color);
        y += height + list->gap_px;
    }
}

static void join(char *text, size_t size, const plie_texts *texts) {
    *text = '\0';
    for (size_t i = 0; i < texts->count; i++) {
        if (i > 0)
            SDL_strlcat(text, ", ", size);
        SDL_strlcat(text, texts->items[i], size);
    }
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 'a' + 'A');
}

/* The pictogram, how one stands or lies, and what is needed. */
static void draw_head(plie_page *page, plie_box box, const panel_subject *subject) {
    plie_box tile = plie_cut_left(&box, box.h, plie_px(page, 30));
    plie_draw_box(page->canvas, tile, plie_px(page, 28), page->theme->background);
    plie_draw_position(page->canvas, subject->exercise->position, plie_inset(tile, tile.w * 0.13F),
                       subject->color, plie_faint(page->theme->dim, 0.6F));
    char text[PLIE_LINE_SIZE];
    const char *position = plie_position_name(subject->exercise->position);
    float size = SDL_max(plie_px(page, 52), page->layout.vital_px);
    plie_font font = plie_page_font(PLIE_BOLD, size, subject->color);
    SDL_snprintf(text, sizeof text, "%s \u00b7 %s", subject->heading ? subject->heading : "",
                 position);
    if (!subject->heading || plie_text_width(page->canvas, font, text) > box.w)
        SDL_strlcpy(text, position, sizeof text);
    plie_box first = plie_cut_top(&box, box.h * 0.52F, 0);
    plie_part_line(page, font, first, PLIE_ALIGN_LEFT, size * 0.5F, text);
    const plie_texts *equipment = &subject->exercise->equipment;
    join(text, sizeof text, equipment->count > 0 ? equipment : &subject->exercise->muscles);
    float small = SDL_max(plie_px(page, 42), page->layout.vital_px);
    plie_font fine = plie_page_font(PLIE_MEDIUM, small, page->theme->dim);
    if (plie_text_width(page->canvas, fine, text) <= box.w / 0.7F) {
        plie_part_line(page, fine, box, PLIE_ALIGN_LEFT, small * 0.7F, text);
        return;
    }
    fine.size_px = small * 0.7F;
    plie_draw_paragraph(page->canvas, fine, box, PLIE_ALIGN_LEFT, 2, small * 0.42F, text, NULL);
}

/* For an exercise about which nothing is said: the pictogram, as large as fits, and its name. */
static void draw_figure(plie_page *page, plie_box box, const panel_subject *subject) {
    float size = plie_vital_px(page, 52);
    if (box.h > size * 4) {
        plie_font font = plie_page_font(PLIE_BOLD, size, subject->color);
        plie_part_line(page, font, plie_cut_bottom(&box, size * 1.3F, plie_px(page, 12)),
                       PLIE_ALIGN_CENTER, size * 0.5F,
                       plie_position_name(subject->exercise->position));
    }
    float side = SDL_min(box.w, box.h);
    plie_box square = {box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
    plie_draw_position(page->canvas, subject->exercise->position, square, subject->color,
                       plie_faint(page->theme->dim, 0.6F));
}

/* One cue at a time, so that it can be large; the next one some seconds later. */
static void keep_one_row(panel_rows *list, const plie_workout *workout) {
    size_t turn = (size_t)(workout->view.interval_elapsed_ms / CUE_TURN_MS);
    if (plie_workout_cue_is_said(workout))
        turn = said_row(list, workout);
    if (list->count > 1)
        list->rows[0] = list->rows[turn % list->count];
    list->count = SDL_min(list->count, 1);
}

/* What comes next is told over its figure, and what it needs. Returns the height used. */
static float draw_heading(plie_page *page, plie_box box, const panel_subject *subject) {
    if (!subject->heading)
        return 0;
    char text[PLIE_LINE_SIZE], things[PLIE_LINE_SIZE];
    join(things, sizeof things, &subject->exercise->equipment);
    SDL_snprintf(text, sizeof text, *things ? "%s \u00b7 %s" : "%s", subject->heading, things);
    plie_font font = plie_page_font(PLIE_BOLD, plie_vital_px(page, 46), subject->color);
    if (plie_text_width(page->canvas, font, text) > box.w)
        font.size_px = page->layout.vital_px;
    bool broken = plie_text_width(page->canvas, font, text) > box.w;
    float line = plie_line_height(page->canvas, font), used = line;
    plie_part_line(page, font, (plie_box){box.x, box.y, box.w, line}, PLIE_ALIGN_LEFT,
                   font.size_px * 0.5F, broken ? subject->heading : text);
    plie_box second = {box.x, box.y + line, box.w, line};
    if (broken && *things)
        used += plie_draw_paragraph(page->canvas, font, second, PLIE_ALIGN_LEFT, THINGS_LINES,
                                    font.size_px * 0.4F, things, NULL);
    return used + plie_px(page, 10);
}

static bool all_in_one_line(plie_page *page, panel_rows *list, plie_box box, float text_px) {
    set_sizes(page, list, 0, text_px);
    plie_font font = row_font(page, list, ROW_CUE);
    for (size_t i = 0; i < list->count; i++)
        if (row_height(page, list, &list->rows[i], box) >
            SDL_max(plie_line_height(page->canvas, font), list->bullet_px) + 1)
            return false;
    return true;
}

/* One size for all the cues that take turns, so that the figure keeps its place: in one line each
 * where that is possible, else what can be read from afar. Returns the height of the highest. */
static float fit_turns(plie_page *page, panel_rows *list, plie_box box) {
    float vital = page->layout.vital_px;
    list->tight = true;
    for (int percent = TURN_LARGEST; percent >= 100; percent -= 5)
        if (all_in_one_line(page, list, box, vital * (float)percent / 100))
            break;
    float highest = 0;
    for (size_t i = 0; i < list->count; i++)
        highest = SDL_max(highest, row_height(page, list, &list->rows[i], box));
    return SDL_min(highest, box.h);
}

/* On the foot of the box; so the room above it is the figure's. */
static void draw_turn(plie_page *page, panel_rows *list, plie_box box, const plie_workout *workout,
                      SDL_Color color) {
    keep_one_row(list, workout);
    float height = rows_height(page, list, box);
    if (height > box.h + 1)
        fit_rows(page, list, box);
    else
        box = plie_cut_bottom(&box, height, 0);
    if (plie_workout_cue_is_said(workout)) {
        plie_box ground = plie_inset(box, -plie_px(page, 8));
        plie_draw_box(page->canvas, ground, plie_px(page, 16), page->theme->raised);
    }
    draw_rows(page, list, box, color);
}

/* Its shadow may reach further than the figure: as far as the panel does at its sides. */
static void draw_shown(plie_page *page, plie_box box, const plie_workout *workout) {
    if (workout->picture_count > 0) {
        plie_part_pictures(page, box, workout->pictures, workout->picture_count,
                           workout->view.interval_elapsed_ms, workout->reduced_motion);
        return;
    }
    float margin = plie_px(page, 20);
    plie_box seen = {box.x - margin, box.y - 1, box.w + 2 * margin, box.h + margin / 2};
    plie_draw_within(page->canvas, &seen);
    if (workout->reduced_motion)
        plie_part_figure_stills(page, box, &workout->figure);
    else
        plie_draw_figure(page->canvas, page->theme, box, &workout->figure);
    plie_draw_within(page->canvas, NULL);
}

/* The figure, and one cue below it. What covers the foot for a moment hides the cue, and moves the
 * figure only where it would cover much of it. */
static void draw_shown_and_cue(plie_page *page, plie_box box, float seen_h,
                               const plie_workout *workout, const panel_subject *subject) {
    plie_box whole = box;
    panel_rows list = rows_of(subject);
    plie_cut_top(&box, draw_heading(page, box, subject), 0);
    plie_box most = box;
    most.h = SDL_min(page->layout.vital_px * 3.0F, box.h * 0.4F);
    float row = list.count > 0 ? fit_turns(page, &list, most) : 0;
    if (row > 0 && (box.h > row * 2.5F || plie_workout_cue_is_said(workout))) {
        plie_box cue = plie_cut_bottom(&box, row, plie_px(page, 16));
        if (seen_h >= whole.h)
            draw_turn(page, &list, cue, workout, subject->color);
    }
    float seen = whole.y + seen_h - box.y;
    if (seen < box.h * 0.85F)
        box.h = seen;
    if (box.h >= page->layout.vital_px)
        draw_shown(page, box, workout);
}

void plie_workout_draw_figure(plie_page *page, plie_box box, const plie_workout *workout) {
    panel_subject subject = subject_of(page, workout);
    plie_part_panel(page, box, plie_px(page, 40));
    box = plie_inset(box, plie_px(page, 20));
    plie_cut_top(&box, draw_heading(page, box, &subject), 0);
    if (box.h >= page->layout.vital_px)
        draw_shown(page, box, workout);
}

void plie_workout_draw_cue(plie_page *page, plie_box box, const plie_workout *workout) {
    panel_subject subject = subject_of(page, workout);
    panel_rows list = rows_of(&subject);
    if (list.count == 0)
        return;
    fit_turns(page, &list, box);
    draw_turn(page, &list, box, workout, subject.color);
}

void plie_workout_draw_panel(plie_page *page, plie_box box, const plie_workout *workout,
                             float covered_px) {
    panel_subject subject = subject_of(page, workout);
    bool slim = page->layout.upright || plie_workout_shows(workout);
    plie_box inside = plie_inset(box, plie_px(page, slim ? 20 : 40));
    if (inside.h < page->layout.vital_px)
        return;
    plie_part_panel(page, box, plie_px(page, 40));
    if (!subject.exercise)
        return;
    panel_rows list = rows_of(&subject);
    float seen_h = inside.h;
    if (covered_px > 0)
        seen_h = box.y + box.h - covered_px - plie_px(page, 16) - inside.y;
    if (plie_workout_shows(workout)) {
        draw_shown_and_cue(page, inside, seen_h, workout, &subject);
        return;
    }
    if (list.count == 0) {
        inside.h = seen_h;
        if (inside.h >= page->layout.vital_px)
            draw_figure(page, inside, &subject);
        return;
    }
    float head = SDL_max(plie_px(page, 116), page->layout.vital_px * 2.4F);
    if (inside.h > head * 2.4F && seen_h > head) {
        draw_head(page, plie_cut_top(&inside, head, plie_px(page, 28)), &subject);
        seen_h -= head + plie_px(page, 28);
    }
    fit_rows(page, &list, inside);
    inside.h = seen_h;
    draw_rows(page, &list, inside, subject.color);
}
