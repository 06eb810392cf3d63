#include "screens/icons.h"
#include "screens/workout_parts.h"
#include "screens/workout_text.h"

#define CUE_LIMIT 3
#define ROW_LIMIT (CUE_LIMIT + 3)
#define ROW_LINES 4

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
    size_t cues; /* how many of them are cues */
    float text_px, gap_px, bullet_px;
} panel_rows;

static panel_subject subject_of(const plie_page *page, const plie_workout *workout) {
    const plie_interval *interval = &workout->view.plan->intervals[workout->view.interval];
    panel_subject subject = {.color = plie_theme_phase(page->theme, interval->kind)};
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
    list.cues = list.count;
    add_row(&list, ROW_NOTE, subject->note);
    add_row(&list, ROW_BREATH, exercise->breathing);
    add_row(&list, ROW_MISTAKE, exercise->mistake);
    return list;
}

static plie_font row_font(const plie_page *page, const panel_rows *list, row_kind kind) {
    float small = SDL_max(list->text_px * 0.84F, SDL_min(list->text_px, page->layout.vital_px));
    switch (kind) {
    case ROW_SETUP:
        return plie_page_font(PLIE_BOLD, list->text_px * 1.18F, page->theme->text);
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
    float indent = list->bullet_px * 1.4F;
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

static float row_height(plie_page *page, const panel_rows *list, const panel_row *row,
                        plie_box box) {
    char text[PLIE_LINE_SIZE];
    row_text(text, sizeof text, row);
    plie_font font = row_font(page, list, row->kind);
    float height = plie_measure_paragraph(page->canvas, font, row_text_box(list, box, box.y),
                                          ROW_LINES, font.size_px * 0.9F, text, NULL);
    return SDL_max(height, list->bullet_px);
}

static float rows_height(plie_page *page, const panel_rows *list, plie_box box) {
    float height = 0;
    for (size_t i = 0; i < list->count; i++)
        height += row_height(page, list, &list->rows[i], box) + (i > 0 ? list->gap_px : 0);
    return height;
}

static void set_sizes(const plie_page *page, panel_rows *list, float scale, float least_px) {
    list->text_px = SDL_max(plie_px(page, 62) * scale, least_px);
    list->bullet_px = list->text_px * 1.12F;
    list->gap_px = plie_px(page, 38) * scale - plie_px(page, 8);
}

/* Room that is left goes between the rows, as far as that looks well. */
static void spread_rows(plie_page *page, panel_rows *list, plie_box box) {
    float spare = box.h - rows_height(page, list, box);
    list->gap_px += SDL_min(spare / (float)SDL_max(list->count, 1), plie_px(page, 26));
}

static bool fit_large(plie_page *page, panel_rows *list, plie_box box) {
    for (int percent = 100; percent > 50; percent -= 7) {
        set_sizes(page, list, (float)percent / 100, page->layout.vital_px);
        if (rows_height(page, list, box) <= box.h) {
            spread_rows(page, list, box);
            return true;
        }
    }
    return false;
}

/* The rows that are left grow into the room of those that are not. */
static void use_room(plie_page *page, panel_rows *list, plie_box box) {
    panel_rows small = *list;
    if (fit_large(page, list, box))
        return;
    for (int percent = 100; percent > 70; percent -= 3) {
        set_sizes(page, list, 0.5F, page->layout.vital_px * (float)percent / 100);
        if (rows_height(page, list, box) <= box.h)
            return;
    }
    *list = small;
}

/* The largest sizes at which all fits; then fewer rows; then smaller cues. */
static void fit_rows(plie_page *page, panel_rows *list, plie_box box) {
    if (fit_large(page, list, box))
        return;
    while (list->count > list->cues && rows_height(page, list, box) > box.h)
        list->count--;
    for (int percent = 97; percent > 67 && rows_height(page, list, box) > box.h; percent -= 3) {
        set_sizes(page, list, 0.5F, page->layout.vital_px * (float)percent / 100);
        list->gap_px = SDL_min(list->gap_px, plie_px(page, 8));
    }
    while (list->count > 1 && rows_height(page, list, box) > box.h)
        list->count--;
    for (int percent = 67; percent > 48 && rows_height(page, list, box) > box.h; percent -= 3)
        set_sizes(page, list, 0.5F, page->layout.vital_px * (float)percent / 100);
    use_room(page, list, box);
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
        float used = plie_measure_paragraph(page->canvas, font, area, ROW_LINES,
                                            font.size_px * 0.9F, text, NULL);
        area.y += (height - used) / 2;
        plie_draw_paragraph(page->canvas, font, area, PLIE_ALIGN_LEFT, ROW_LINES,
                            font.size_px * 0.9F, text, NULL);
        plie_box bullet = {box.x, y + (height - list->bullet_px) / 2, list->bullet_px,
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

void plie_workout_draw_panel(plie_page *page, plie_box box, const plie_workout *workout,
                             float covered_px) {
    panel_subject subject = subject_of(page, workout);
    plie_box inside = plie_inset(box, plie_px(page, page->layout.upright ? 34 : 40));
    if (inside.h < page->layout.vital_px)
        return;
    plie_part_panel(page, box, plie_px(page, 40));
    if (!subject.exercise)
        return;
    float head = SDL_max(plie_px(page, 116), page->layout.vital_px * 2.4F);
    if (inside.h > head * 2.4F && inside.h - covered_px > head)
        draw_head(page, plie_cut_top(&inside, head, plie_px(page, 28)), &subject);
    panel_rows list = rows_of(&subject);
    fit_rows(page, &list, inside);
    if (covered_px > 0)
        inside.h = box.y + box.h - covered_px - plie_px(page, 16) - inside.y;
    draw_rows(page, &list, inside, subject.color);
}
