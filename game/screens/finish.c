#include "screens/finish.h"

#include "screens/finish_parts.h"

#define LOW 700.0F
#define TILE 92.0F
#define TIGHT_TILE 78.0F
#define HIGHEST_TILE 150.0F
#define CELL 112.0F
#define LEAST_CELL 80.0F
#define LEAST_WIDE_CELL 46.0F
#define FLAT_CELL 116.0F     /* with room for words in two lines */
#define WIDE_FLAT_CELL 96.0F /* where but two stand side by side */
#define TIGHT_WIDE_CELL 58.0F
#define HIGHEST_CELL 150.0F
#define AFAR 0.0415F      /* of the window's height: what can be read from 3 m */
#define LAST_RESORT 0.75F /* share of it where nothing else is left to give way */
#define LEAST_AFAR 30.0F
#define MOST_AFAR 46.0F
#define GAP 28.0F
#define TIGHT_GAP 13.0F
#define WIDEST_GAP 64.0F

typedef float part(plie_finish_pass *pass, plie_box box);

/* What is asked and advised is to be read from afar; the numbers come after it. */
static part *const order[] = {plie_finish_head,   plie_finish_trouble, plie_finish_question,
                              plie_finish_advice, plie_finish_name,    plie_finish_sums,
                              plie_finish_strip};
#define UP_TO_QUESTION 3
#define UP_TO_ADVICE 4

/* So many parts from the top of the box down; returns how high they are together. */
static float stack_some(plie_finish_pass *pass, plie_box box, float gap, size_t count) {
    float top = box.y;
    for (size_t i = 0; i < count; i++) {
        float used = order[i](pass, box);
        box.y += used > 0 ? used + gap : 0;
    }
    return box.y - gap - top;
}

static float stack(plie_finish_pass *pass, plie_box box, float gap) {
    return stack_some(pass, box, gap, SDL_arraysize(order));
}

static bool is_low(const plie_page *page) {
    return plie_layout_wide_inside(&page->layout).h < plie_px(page, LOW);
}

static float afar(const plie_page *page) {
    float share = (float)page->layout.height_px * AFAR;
    return SDL_clamp(share, plie_px(page, LEAST_AFAR), plie_px(page, MOST_AFAR));
}

static void set_sizes(plie_finish_pass *pass, bool tight) {
    const plie_page *page = pass->page;
    float cell = CELL;
    pass->tight = tight;
    pass->afar_px = afar(page);
    pass->tile_px = plie_px(page, tight ? TIGHT_TILE : TILE);
    pass->flat = plie_finish_effort_is_flat(&page->layout);
    if (pass->flat && plie_finish_effort_columns(&page->layout) > 2)
        cell = FLAT_CELL;
    else if (pass->flat)
        cell = tight ? TIGHT_WIDE_CELL : WIDE_FLAT_CELL;
    pass->cell_px = plie_px(page, cell);
}

/* What can be higher takes a share of what is to spare; returns what is left of it. */
static float grow(float *size, float highest, int lines, float spare) {
    float more = SDL_min(highest - *size, spare / (float)SDL_max(lines, 1));
    if (more <= 0)
        return spare;
    *size += more;
    return spare - more * (float)lines;
}

/* All else is to be looked for below. Returns the gap. */
static float fit_question(plie_finish_pass *pass, plie_box box) {
    const plie_page *page = pass->page;
    float gap = plie_px(page, TIGHT_GAP);
    pass->compact = true;
    pass->cell_px = plie_px(page, pass->flat ? LEAST_WIDE_CELL : LEAST_CELL);
    float spare = box.h - 1 - stack_some(pass, box, gap, UP_TO_QUESTION);
    if (spare < 0) {
        pass->afar_px *= LAST_RESORT;
        spare = box.h - 1 - stack_some(pass, box, gap, UP_TO_QUESTION);
    }
    if (spare > 0)
        (void)grow(&pass->cell_px, plie_px(page, HIGHEST_CELL),
                   plie_finish_effort_lines(&page->layout), spare);
    return gap;
}

/* Sizes at which all fits, if that can be; then what is to spare is shared out. Returns the gap. */
static float fit(plie_finish_pass *pass, plie_box box) {
    plie_page *page = pass->page;
    float gap = plie_px(page, GAP);
    set_sizes(pass, false);
    float spare = box.h - stack(pass, box, gap);
    if (spare < 0) {
        gap = plie_px(page, TIGHT_GAP);
        set_sizes(pass, true);
        spare = box.h - stack(pass, box, gap);
    }
    if (pass->finish->asks && stack_some(pass, box, gap, UP_TO_ADVICE) > box.h)
        return fit_question(pass, box);
    spare -= 1; /* for what rounding adds */
    if (spare <= 0)
        return gap;
    int answers = pass->finish->asks ? plie_finish_effort_lines(&page->layout) : 0;
    if (answers > 0)
        spare =
            grow(&pass->cell_px, plie_px(page, HIGHEST_CELL), answers, spare * 0.7F) + spare * 0.3F;
    spare = grow(&pass->tile_px, plie_px(page, HIGHEST_TILE), plie_finish_tile_lines(pass, box.w),
                 spare * 0.5F) +
            spare * 0.5F;
    (void)grow(&gap, plie_px(page, WIDEST_GAP), (int)SDL_arraysize(order) - 1, spare);
    return gap;
}

static void follow_focus(const plie_finish_pass *pass, plie_scroll *scroll) {
    const plie_finish *finish = pass->finish;
    if (!finish->follow)
        return;
    bool at_question = finish->asks && (finish->focus == PLIE_FINISH_NOTHING ||
                                        finish->focus >= PLIE_FINISH_CHOICE_COUNT);
    float edge = plie_px(pass->page, 12);
    if (at_question)
        plie_scroll_show(scroll, pass->focus.y - edge, pass->focus.y + pass->focus.h + edge);
    else
        plie_scroll_show(scroll, scroll->content_px - scroll->room_px, scroll->content_px);
}

static void draw_content(plie_page *page, plie_box box, const plie_finish *finish) {
    plie_finish_pass pass = {.page = page, .finish = finish};
    plie_scroll own = {0}, *scroll = finish->scroll ? finish->scroll : &own;
    plie_box from_top = {box.x, 0, box.w, box.h};
    float gap = fit(&pass, from_top);
    plie_scroll_settle(scroll, stack(&pass, from_top, gap), box.h);
    follow_focus(&pass, scroll);
    plie_box moved = {box.x, box.y - scroll->offset_px, box.w, box.h};
    bool scrolls = scroll->content_px > scroll->room_px;
    float ring = plie_px(page, 10);
    plie_box window = {0, box.y - ring, (float)page->layout.width_px, box.h + 2 * ring};
    if (scrolls)
        plie_part_within(page, &window);
    pass.drawn = true;
    stack(&pass, moved, gap);
    plie_part_within(page, NULL);
    plie_box bar = {box.x, box.y, box.w + page->layout.margin_px * 0.5F, box.h};
    plie_part_scroll_bar(page, bar, scroll);
}

static void draw_choices(plie_page *page, plie_box box, const plie_finish *finish) {
    static const char *const names[] = {[PLIE_FINISH_AGAIN] = "Again", [PLIE_FINISH_HOME] = "Home"};
    float gap = plie_px(page, 32), again = (box.w - gap) / 2;
    if (finish->rests)
        again = SDL_clamp(box.w * 0.25F, SDL_min(plie_px(page, 250), again), again);
    for (int i = 0; i < PLIE_FINISH_CHOICE_COUNT; i++) {
        plie_box place = i == PLIE_FINISH_AGAIN ? plie_cut_left(&box, again, gap) : box;
        bool focused = i == finish->focus;
        bool stressed = focused || (finish->rests && i == PLIE_FINISH_HOME);
        plie_pill pill = {.text = names[i], .chosen = stressed, .focused = focused};
        plie_part_pill(page, place, &pill);
        plie_hits_add(&page->hits, place, PLIE_ACTION_CHOOSE, i);
    }
}

/* Who points presses what is meant: there the focus tells nothing, and needs no button. */
static bool has_focus(const plie_page *page) {
    return page->device != PLIE_BY_MOUSE && page->device != PLIE_BY_TOUCH;
}

static const char *what_ok_does(const plie_finish *finish) {
    if (finish->focus == PLIE_FINISH_NOTHING)
        return "on to Home";
    if (finish->focus == PLIE_FINISH_AGAIN)
        return "again";
    return finish->focus == PLIE_FINISH_HOME ? "home" : "answer";
}

void plie_finish_draw(plie_page *page, const plie_finish *finish) {
    plie_box box = plie_layout_wide_inside(&page->layout);
    bool low = is_low(page);
    plie_box hints =
        plie_cut_bottom(&box, plie_px(page, low ? 34 : 40), plie_px(page, low ? 12 : 22));
    const plie_hint keys[] = {{PLIE_ACTION_UP, "move"},
                              {PLIE_ACTION_OK, what_ok_does(finish)},
                              {PLIE_ACTION_BACK, "home"},
                              {PLIE_ACTION_QUIT, NULL}};
    size_t first = has_focus(page) ? 0 : 2;
    plie_part_hints(page, hints, PLIE_ALIGN_LEFT, PLIE_AT_FINISH, keys + first,
                    SDL_arraysize(keys) - first);
    draw_choices(page,
                 plie_cut_bottom(&box, plie_px(page, low ? 66 : 88), plie_px(page, low ? 16 : 30)),
                 finish);
    draw_content(page, box, finish);
}
