#include "screens/home_parts.h"

#define PILL 48.0F
#define PAD 5.0F       /* above and below the buttons */
#define TEXT_PAD 14.0F /* the same of texts that are higher */
#define SIDE_PAD 24.0F
#define GAP 16.0F
#define TEXT 30.0F
#define LEAST_BESIDE 520.0F /* units of text beside the buttons */
#define PILL_LIMIT 2
#define LABEL_SIZE 64
#define TEXT_SIZE 2560

typedef struct {
    plie_action action;
    char text[LABEL_SIZE];
    float width;
} offer_pill;

typedef struct {
    offer_pill pills[PILL_LIMIT];
    size_t count;
    float width; /* of all, with the gaps before each */
} pill_row;

/* What is offered to be gone on with can be taken like advice, where there is no key of its own. */
static bool find_key(const plie_page *page, plie_action action, plie_key_label *label) {
    return plie_key_label_for(page->device, action, PLIE_AT_HOME, label) ||
           (action == PLIE_ACTION_RESUME &&
            plie_key_label_for(page->device, PLIE_ACTION_TAKE, PLIE_AT_HOME, label));
}

/* "More reps (A)": with the key of the device in use, if it has one for this. */
static void add_pill(const plie_home_pass *pass, pill_row *row, plie_action action,
                     const char *text) {
    plie_page *page = pass->page;
    offer_pill *pill = &row->pills[row->count++];
    plie_key_label label = {0};
    bool has_key = find_key(page, action, &label);
    pill->action = action;
    if (has_key && label.label)
        SDL_snprintf(pill->text, sizeof pill->text, "%s (%s)", text, label.label);
    else
        SDL_strlcpy(pill->text, text, sizeof pill->text);
    const plie_pill measured = {.text = pill->text};
    pill->width = plie_part_pill_width(page, &measured, plie_px(page, PILL));
    row->width += pill->width + plie_px(page, GAP);
}

static pill_row pills_of(const plie_home_pass *pass) {
    pill_row row = {0};
    if (pass->home->offers_resume) {
        if (!pass->home->goes_on)
            add_pill(pass, &row, PLIE_ACTION_RESUME, "Go on");
        add_pill(pass, &row, PLIE_ACTION_LET_BE, "Keep as it is");
    } else if (pass->home->offers_advice) {
        add_pill(pass, &row, PLIE_ACTION_TAKE, pass->home->deed);
    } else if (pass->home->offers_undo) {
        add_pill(pass, &row, PLIE_ACTION_TAKE, "Undo");
    }
    return row;
}

/* One below the other where they do not fit into a line. */
static bool is_stacked(const plie_page *page, const pill_row *row, float width) {
    return row->count > 1 && row->width - plie_px(page, GAP) > width;
}

static float pills_height(const plie_page *page, const pill_row *row, float width) {
    float lines = is_stacked(page, row, width) ? (float)row->count : 1;
    return lines * plie_px(page, PILL) + (lines - 1) * plie_px(page, GAP);
}

static void draw_pills(const plie_home_pass *pass, plie_box box, const pill_row *row) {
    plie_page *page = pass->page;
    bool stacked = is_stacked(page, row, box.w);
    for (size_t i = 0; i < row->count; i++) {
        plie_box line = stacked ? plie_cut_top(&box, plie_px(page, PILL), plie_px(page, GAP)) : box;
        plie_box place =
            plie_cut_left(&line, SDL_min(row->pills[i].width, line.w), plie_px(page, GAP));
        if (!stacked)
            box = line;
        const plie_pill pill = {
            .text = row->pills[i].text, .chosen = pass->home->offers_advice, .on_panel = true};
        plie_part_pill(page, place, &pill);
        plie_hits_add(&page->hits, place, row->pills[i].action, 0);
    }
}

/* With where a session goes on, unless the big button, which is as wide as the page, says so. */
static void offer_text(const plie_home_pass *pass, float width, char *text) {
    const plie_home *home = pass->home;
    plie_box button = {0, 0, width, plie_home_start_height(pass->page)};
    SDL_strlcpy(text, home->offer, TEXT_SIZE);
    if (!home->left_place || plie_home_start_names_place(pass->page, button, home))
        return;
    SDL_strlcat(text, " Next: ", TEXT_SIZE);
    SDL_strlcat(text, home->left_place, TEXT_SIZE);
    SDL_strlcat(text, ".", TEXT_SIZE);
}

static float text_height(const plie_home_pass *pass, plie_box box, const char *text) {
    plie_home_pass measuring = *pass;
    measuring.drawn = false;
    return plie_home_text(&measuring, box, pass->page->theme->text, TEXT, 8, text);
}

/* A panel with its buttons on the right, or below the text where that would be narrow. */
static float add_panel(const plie_home_pass *pass, plie_box box, const pill_row *row) {
    plie_page *page = pass->page;
    float pad = plie_px(page, PAD), side = plie_px(page, SIDE_PAD);
    plie_box inside = {box.x + side, box.y + pad, box.w - 2 * side, 0};
    float pill = pills_height(page, row, inside.w);
    plie_box text = inside;
    char said[TEXT_SIZE];
    offer_text(pass, box.w, said);
    bool beside = inside.w - row->width >= plie_px(page, LEAST_BESIDE);
    if (beside)
        text.w -= row->width;
    float height = text_height(pass, text, said);
    if (!beside || height > pill)
        pad = plie_px(page, TEXT_PAD);
    text.y = box.y + pad;
    box.h = 2 * pad + (beside ? SDL_max(height, pill) : height + pad + pill);
    if (!pass->drawn)
        return box.h;
    plie_part_panel(page, box, plie_px(page, 28));
    plie_box pills = {inside.x, box.y + box.h - pad - pill, inside.w, pill};
    if (beside) {
        pills.x = text.x + text.w + plie_px(page, GAP);
        pills.y = box.y + (box.h - pill) / 2;
        text.y = box.y + (box.h - height) / 2;
    }
    plie_home_text(pass, text, page->theme->text, TEXT, 8, said);
    draw_pills(pass, pills, row);
    return box.h;
}

float plie_home_offer(plie_home_pass *pass, plie_box box) {
    if (!pass->home->offer && pass->home->said &&
        !plie_home_says_beside(pass->page, box.w, pass->home))
        return plie_home_text(pass, box, pass->page->theme->dim, 28, 4, pass->home->said);
    if (!pass->home->offer)
        return 0;
    const pill_row row = pills_of(pass);
    if (row.count > 0)
        return add_panel(pass, box, &row);
    return plie_home_text(pass, box, pass->page->theme->text, TEXT, 8, pass->home->offer);
}
