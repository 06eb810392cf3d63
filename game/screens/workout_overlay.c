#include "screens/icons.h"
#include "screens/workout_parts.h"
#include "screens/workout_text.h"

#define DIALOG_WIDTH 1180
#define DIALOG_INSET 56
#define MOST_STEPS 40              /* to a twelfth of the unit */
#define LARGEST_SCALE_UPRIGHT 1.3F /* beyond it, words of buttons would have to shrink again */

/* A dialog is laid out from top to bottom: first only measured, then drawn. */
typedef struct {
    plie_page *page;
    plie_box box; /* what is left of it */
    bool drawn;
} flow;

static void skip(flow *f, float units) {
    plie_cut_top(&f->box, plie_px(f->page, units), 0);
}

static void flow_text(flow *f, plie_font font, int lines, float smallest, const char *text) {
    plie_canvas *canvas = f->page->canvas;
    plie_box box = f->box;
    box.h = font.size_px * 1.3F * (float)lines;
    float used = plie_measure_paragraph(canvas, font, box, lines, smallest, text, NULL);
    if (f->drawn)
        plie_draw_paragraph(canvas, font, box, PLIE_ALIGN_CENTER, lines, smallest, text, NULL);
    plie_cut_top(&f->box, used, 0);
}

static void flow_dotted(flow *f, plie_font font, int lines, float smallest, const char *text) {
    float used = plie_workout_dotted(f->page, font, f->box, PLIE_ALIGN_CENTER, lines, smallest,
                                     text, f->drawn);
    plie_cut_top(&f->box, used, 0);
}

typedef struct {
    const char *text;
    plie_action action;
    int argument;
    bool focused;
} choice;

/* Side by side; two rows of two where four would be too narrow. */
static void flow_choices(flow *f, const choice *choices, int count) {
    plie_page *page = f->page;
    float height = plie_px(page, 92), gap = plie_px(page, 24);
    int columns = count > 2 && page->layout.upright ? 2 : count;
    float width = (f->box.w - gap * (float)(columns - 1)) / (float)columns;
    for (int i = 0; i < count; i++) {
        const choice *c = &choices[i];
        int column = i % columns, line = i / columns;
        plie_box box = {f->box.x + (width + gap) * (float)column,
                        f->box.y + (height + gap) * (float)line, width, height};
        if (!f->drawn)
            continue;
        plie_pill pill = {
            .text = c->text, .chosen = c->focused, .focused = c->focused, .on_panel = true};
        plie_part_pill(page, box, &pill);
        plie_hits_add(&page->hits, box, c->action, c->argument);
    }
    int rows = (count + columns - 1) / columns;
    plie_cut_top(&f->box, height * (float)rows + gap * (float)(rows - 1), 0);
}

static void flow_hints(flow *f, plie_at place, const plie_hint *hints, size_t count) {
    plie_box box = plie_cut_top(&f->box, plie_px(f->page, 42), 0);
    if (f->drawn)
        plie_part_hints(f->page, box, PLIE_ALIGN_CENTER, place, hints, count);
}

/* A message takes the place of the keys for as long as it is shown. */
static void flow_hints_or_toast(flow *f, const plie_workout *workout, plie_at place,
                                const plie_hint *hints, size_t count) {
    if (!workout->toast || workout->volume_told) {
        flow_hints(f, place, hints, count);
        return;
    }
    plie_box box = plie_cut_top(&f->box, plie_px(f->page, 42), 0);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(f->page, 38), f->page->theme->text);
    if (!f->drawn)
        return;
    if (plie_text_width(f->page->canvas, font, workout->toast) > box.w / 0.6F)
        plie_draw_paragraph(f->page->canvas, font, box, PLIE_ALIGN_CENTER, 2, font.size_px * 0.4F,
                            workout->toast, NULL);
    else
        plie_part_line(f->page, font, box, PLIE_ALIGN_CENTER, font.size_px * 0.6F, workout->toast);
}

static void flow_volume(flow *f, const plie_workout *workout) {
    plie_page *page = f->page;
    plie_box row = plie_cut_top(&f->box, plie_px(page, 68), 0);
    if (!f->drawn)
        return;
    float width = plie_workout_draw_volume_buttons(page, row, workout);
    plie_cut_right(&row, width, plie_px(page, 40));
    row.y += row.h * 0.1F;
    row.h *= 0.8F;
    plie_workout_draw_volume_bar(page, row, workout, page->theme->text,
                                 plie_faint(page->theme->dim, 0.4F));
}

static plie_font dialog_font(const plie_page *page, plie_weight weight, float units,
                             SDL_Color color) {
    return plie_page_font(weight, plie_px(page, units), color);
}

/* What waits, and what is left of it. */
static void flow_subject(flow *f, const plie_workout *workout) {
    const plie_theme *theme = f->page->theme;
    char text[PLIE_LINE_SIZE];
    plie_font name = dialog_font(f->page, PLIE_BOLD, 54, plie_workout_color(f->page, workout));
    flow_text(f, name, 2, name.size_px * 0.6F, plie_workout_interval(workout)->name);
    plie_paused_text(text, sizeof text, &workout->view);
    plie_font left = dialog_font(f->page, PLIE_SEMIBOLD, 44, theme->text);
    flow_dotted(f, left, 2, left.size_px * 0.7F, text);
    skip(f, 14);
    char next[PLIE_LINE_SIZE];
    plie_next_text(next, sizeof next, workout->view.plan, workout->view.interval, PLIE_NEXT_FULL);
    SDL_snprintf(text, sizeof text, "Next: %s", next);
    plie_font coming = dialog_font(f->page, PLIE_MEDIUM, 40, theme->dim);
    flow_text(f, coming, 3, coming.size_px * 0.7F, text);
}

static void flow_pause(flow *f, const plie_workout *workout) {
    static const choice choices[] = {{"Go on", PLIE_ACTION_PAUSE, 0, true},
                                     {"List", PLIE_ACTION_LIST, 0, false},
                                     {"Settings", PLIE_ACTION_SETTINGS, 0, false},
                                     {"Stop", PLIE_ACTION_BACK, 0, false}};
    static const plie_hint hints[] = {{PLIE_ACTION_PAUSE, "go on"}, {PLIE_ACTION_BACK, NULL},
                                      {PLIE_ACTION_LOUDER, NULL},   {PLIE_ACTION_NEXT, NULL},
                                      {PLIE_ACTION_PREVIOUS, NULL}, {PLIE_ACTION_LIST, NULL},
                                      {PLIE_ACTION_SETTINGS, NULL}};
    /* There are buttons for the others. */
    static const plie_hint pointed[] = {{PLIE_ACTION_NEXT, NULL}, {PLIE_ACTION_PREVIOUS, NULL}};
    const plie_theme *theme = f->page->theme;
    plie_font title = dialog_font(f->page, PLIE_EXTRABOLD, 76, theme->text);
    flow_text(f, title, 1, title.size_px * 0.5F, "Paused");
    if (workout->view.paused_why && SDL_strcmp(workout->view.paused_why, "you paused") != 0) {
        char why[PLIE_LINE_SIZE];
        plie_sentence(why, sizeof why, workout->view.paused_why);
        plie_font font = dialog_font(f->page, PLIE_MEDIUM, 40, theme->warning);
        flow_text(f, font, 2, font.size_px * 0.7F, why);
    }
    skip(f, 18);
    flow_subject(f, workout);
    skip(f, 30);
    flow_choices(f, choices, SDL_arraysize(choices));
    skip(f, 26);
    flow_volume(f, workout);
    skip(f, 24);
    if (plie_is_pointed_at(f->page))
        flow_hints_or_toast(f, workout, PLIE_AT_PAUSE, pointed, SDL_arraysize(pointed));
    else
        flow_hints_or_toast(f, workout, PLIE_AT_PAUSE, hints, SDL_arraysize(hints));
}

static void flow_question(flow *f, const plie_workout *workout) {
    bool quit = workout->overlay == PLIE_QUIT_QUESTION;
    const choice choices[] = {
        {"Keep going", PLIE_ACTION_CHOOSE, PLIE_ANSWER_GO_ON, workout->answer == PLIE_ANSWER_GO_ON},
        {quit ? "Quit" : "Stop", PLIE_ACTION_CHOOSE, PLIE_ANSWER_STOP,
         workout->answer == PLIE_ANSWER_STOP}};
    static const plie_hint hints[] = {
        {PLIE_ACTION_LEFT, NULL}, {PLIE_ACTION_OK, NULL}, {PLIE_ACTION_BACK, "keep going"}};
    const plie_theme *theme = f->page->theme;
    plie_font title = dialog_font(f->page, PLIE_EXTRABOLD, 76, theme->text);
    flow_text(f, title, 2, title.size_px * 0.5F, quit ? "Stop and quit?" : "Stop this workout?");
    skip(f, 10);
    plie_font text = dialog_font(f->page, PLIE_MEDIUM, 46, theme->dim);
    flow_text(f, text, 2, text.size_px * 0.7F, "What you have done so far counts.");
    skip(f, 44);
    flow_choices(f, choices, SDL_arraysize(choices));
    skip(f, 40);
    flow_hints(f, PLIE_AT_QUESTION, hints, SDL_arraysize(hints));
}

static void flow_dialog(flow *f, const plie_workout *workout) {
    if (workout->overlay == PLIE_PAUSE_OVERLAY)
        flow_pause(f, workout);
    else
        flow_question(f, workout);
}

static float dialog_height(plie_page *page, float width, const plie_workout *workout) {
    flow measuring = {.page = page, .box = {0, 0, width, 0}};
    flow_dialog(&measuring, workout);
    return measuring.box.y + 2 * plie_px(page, DIALOG_INSET);
}

/* The unit at which words can be read, or the person's own where that is larger. */
static float roomy_unit(const plie_layout *layout) {
    float roomy = (float)SDL_min(layout->height_px, layout->width_px) / 1080;
    float unit = SDL_max(layout->unit, SDL_min(layout->vital_px / 46, roomy));
    return layout->upright ? SDL_min(unit, roomy * LARGEST_SCALE_UPRIGHT) : unit;
}

/* Makes the unit as small as the dialog needs to fit; returns the dialog's height. */
static float fit_dialog(plie_page *page, const plie_workout *workout) {
    float all = (float)page->layout.width_px - page->layout.margin_px;
    float tallest = (float)page->layout.height_px - page->layout.margin_px;
    for (int step = 0;; step++) {
        float width = SDL_min(plie_px(page, DIALOG_WIDTH), all);
        float height = dialog_height(page, width - 2 * plie_px(page, DIALOG_INSET), workout);
        if (height <= tallest || step == MOST_STEPS)
            return height;
        page->layout.unit *= 0.94F;
    }
}

void plie_workout_draw_overlay(plie_page *page, const plie_workout *workout) {
    if (workout->overlay == PLIE_NO_OVERLAY)
        return;
    plie_layout layout = page->layout;
    page->layout.unit = roomy_unit(&layout);
    page->layout.margin_px = SDL_min(layout.margin_px, (float)layout.width_px * 0.04F);
    float height = fit_dialog(page, workout);
    plie_box inside = plie_part_dialog(page, DIALOG_WIDTH, height / page->layout.unit);
    flow drawing = {.page = page, .box = inside, .drawn = true};
    flow_dialog(&drawing, workout);
    page->layout = layout;
}
