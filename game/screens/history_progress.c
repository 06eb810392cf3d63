#include "screens/history_parts.h"
#include "screens/history_plot.h"
#include "screens/readable.h"

#define WIDEST 2480.0F
#define VALUES 130.0F /* units beside the points, for the values */
#define SIDE 14.0F

static const char *plural(size_t count) {
    return count == 1 ? "" : "s";
}

#define HEAD_TEXTS 3

/* From the longest to the shortest. */
static void write_heads(char heads[HEAD_TEXTS][160], const plie_history_plot *p) {
    const char *what = p->screen->minutes ? "Minutes" : "Reps";
    const char *period = plie_period_name(p->period);
    unsigned all = (unsigned)p->count, done = (unsigned)(p->count - p->stopped);
    char left_out[64] = "";
    if (!p->averaged) {
        SDL_snprintf(heads[0], sizeof heads[0], "%s a session \u00b7 %u session%s", what, all,
                     plural(p->count));
        SDL_snprintf(heads[1], sizeof heads[1], "%u session%s", all, plural(p->count));
        SDL_strlcpy(heads[2], heads[1], sizeof heads[2]);
        return;
    }
    if (p->stopped > 0)
        SDL_snprintf(left_out, sizeof left_out, ", without %u stopped early", (unsigned)p->stopped);
    SDL_snprintf(heads[0], sizeof heads[0],
                 "%s a session, average of each %s \u00b7 %u session%s%s", what, period, done,
                 plural(done), left_out);
    SDL_snprintf(heads[1], sizeof heads[1], "Average of each %s \u00b7 %u done to the end", period,
                 done);
    SDL_snprintf(heads[2], sizeof heads[2], "Average of each %s", period);
}

/* In a narrow window what the values are is told by the buttons alone. */
static void draw_panel_head(const plie_history_plot *p, plie_box head) {
    char heads[HEAD_TEXTS][160];
    int fits = 0;
    write_heads(heads, p);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(p->page, 34), p->page->theme->dim);
    while (fits < HEAD_TEXTS - 1 && plie_text_width(p->page->canvas, font, heads[fits]) > head.w)
        fits++;
    plie_part_line(p->page, font, head, PLIE_ALIGN_LEFT, font.size_px * 0.6F, heads[fits]);
}

static void draw_what_is_missing(plie_page *page, plie_box *inside, const plie_history_plot *p) {
    size_t done = p->count - p->stopped;
    const char *text = p->count == 0 ? "The line comes with sessions of a minute of work and more."
                       : done == 0   ? "The line comes with sessions that are done to the end."
                                     : "The line comes with your second session.";
    if (done > 1 || (done == 1 && p->stopped > 0))
        return;
    float height =
        plie_history_text(page, *inside, PLIE_MEDIUM, 30, page->theme->text, 3, text, true);
    plie_cut_top(inside, height, plie_px(page, 12));
}

static void draw_panel(plie_page *page, plie_box box, const plie_history_screen *screen,
                       const plie_session_record *program) {
    bool low = plie_history_is_low(page), tight = low || box.w < plie_px(page, 600);
    plie_part_panel(page, box, plie_px(page, 40));
    plie_box inside = plie_inset(box, plie_px(page, tight ? 24 : 44));
    plie_history_plot p = {.page = page, .screen = screen, .points = screen->points};
    p.count =
        plie_program_progress(&screen->list, program->program, screen->points, screen->list.count);
    if (p.count > 0)
        plie_history_plot_fill(&p, inside.w - plie_px(page, VALUES + SIDE));
    draw_what_is_missing(page, &inside, &p);
    if (p.count == 0)
        return;
    if (!low)
        draw_panel_head(&p, plie_cut_top(&inside, plie_px(page, 44), plie_px(page, 12)));
    else if (p.averaged)
        draw_panel_head(&p, plie_cut_top(&inside, plie_px(page, 36), plie_px(page, 4)));
    float legend = plie_history_plot_legend(&p, inside, true);
    plie_cut_top(&inside, legend, plie_px(page, tight ? 16 : 44));
    plie_box dates = plie_cut_bottom(&inside, plie_px(page, 40), plie_px(page, tight ? 6 : 14));
    plie_cut_left(&inside, plie_px(page, VALUES), 0);
    inside.w -= plie_px(page, SIDE);
    p.box = inside;
    plie_history_plot_draw(&p, dates);
}

/* Shortens the line. */
static void draw_choices(plie_page *page, plie_box *line, const plie_history_screen *screen) {
    const plie_pill pills[] = {
        {.text = "Minutes", .chosen = screen->minutes},
        {.text = "Reps", .chosen = !screen->minutes},
    };
    plie_history_pill(page, line, &pills[0], PLIE_HISTORY_MINUTES);
    plie_history_pill(page, line, &pills[1], PLIE_HISTORY_REPS);
}

static void draw_place(plie_page *page, plie_box line, const plie_history_screen *screen) {
    char of[32] = "Progress";
    if (screen->program_count > 1)
        SDL_snprintf(of, sizeof of, "Program %u of %u", (unsigned)screen->program + 1,
                     (unsigned)screen->program_count);
    plie_history_line(page, line, PLIE_SEMIBOLD, 34, page->theme->dim, PLIE_ALIGN_LEFT, of);
}

/* Whether the name has room beside the choices, where a low window has none below. */
static bool is_beside(plie_page *page, plie_box line, float size, const char *name) {
    plie_font font = plie_page_font(PLIE_EXTRABOLD, plie_px(page, size), page->theme->text);
    return plie_history_is_low(page) && plie_text_width(page->canvas, font, name) <= line.w;
}

/* In a narrow window reps and minutes stand below. */
static float draw_head(plie_page *page, plie_box box, const plie_history_screen *screen,
                       const plie_session_record *program) {
    float top = box.y, size = plie_history_title_size(page) * 0.8F;
    bool narrow = box.w < plie_px(page, 800);
    const char *name = plie_part_readable(page, program->name, program->program);
    plie_box line = plie_cut_top(&box, plie_px(page, 64), plie_px(page, 6));
    if (screen->program_count > 1)
        line = plie_history_arrows(page, line, screen, PLIE_HISTORY_PROGRAM_BACK,
                                   PLIE_HISTORY_PROGRAM_ON);
    if (!narrow)
        draw_choices(page, &line, screen);
    if (is_beside(page, line, size, name)) {
        plie_history_line(page, line, PLIE_EXTRABOLD, size, page->theme->text, PLIE_ALIGN_LEFT,
                          name);
    } else {
        draw_place(page, line, screen);
        box.y +=
            plie_history_text(page, box, PLIE_EXTRABOLD, size, page->theme->text, 4, name, true);
    }
    if (!narrow)
        return box.y - top;
    box.y += plie_px(page, 14);
    plie_box below = plie_cut_top(&box, plie_px(page, 58), 0);
    draw_choices(page, &below, screen);
    return box.y - top;
}

static void draw_hints(plie_page *page, plie_box keys, const plie_history_screen *screen) {
    bool narrow = keys.w < plie_px(page, 1000);
    const plie_hint hints[] = {{PLIE_ACTION_OK, narrow ? "switch" : "reps or minutes"},
                               {PLIE_ACTION_BACK, NULL},
                               {PLIE_ACTION_UP, narrow ? "program" : "other program"}};
    size_t count = SDL_arraysize(hints) - (screen->program_count > 1 ? 0 : 1);
    plie_part_hints(page, keys, PLIE_ALIGN_LEFT, PLIE_AT_HISTORY, hints, count);
}

void plie_history_draw_progress(plie_page *page, plie_history_screen *screen) {
    plie_box inside = plie_layout_wide_inside(&page->layout);
    float width = SDL_min(inside.w, plie_px(page, WIDEST));
    inside.x += (inside.w - width) / 2;
    inside.w = width;
    plie_box keys = plie_cut_bottom(&inside, plie_px(page, 44),
                                    plie_px(page, plie_history_is_low(page) ? 14 : 24));
    if (screen->program < screen->program_count) {
        const plie_session_record *program = screen->programs[screen->program];
        plie_cut_top(&inside, draw_head(page, inside, screen, program),
                     plie_px(page, plie_history_is_low(page) ? 10 : 24));
        draw_panel(page, inside, screen, program);
    }
    draw_hints(page, keys, screen);
}
