#include "screens/finish_parts.h"
#include "screens/icons.h"

#define TEXT_SIZE 1024
#define MOST 0.9   /* of the work: done well */
#define WHOLE 0.99 /* but for a moment */
#define HARDLY_ANY 0.05
#define BADGE 170.0F
#define TIGHT_BADGE 112.0F
#define TIGHT_NAME 30.0F
#define LEAST_TEXTS 520.0F /* beside the badge */

double plie_finish_share(const plie_finish *finish) {
    const plie_plan *plan = finish->plan;
    if (finish->went_on)
        return SDL_min((double)finish->done.work_ms / (double)SDL_max(finish->planned.work_ms, 1),
                       1.0);
    int64_t work_ms = 0, done_ms = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        if (plan->intervals[i].kind != PLIE_WORK)
            continue;
        work_ms += plan->intervals[i].duration_ms;
        done_ms += finish->done_ms ? finish->done_ms[i] : 0;
    }
    return (double)done_ms / (double)SDL_max(work_ms, 1);
}

static bool is_well_done(const plie_finish *finish) {
    return finish->completed && plie_finish_share(finish) >= MOST;
}

static bool is_hardly_any(const plie_finish *finish) {
    return plie_finish_share(finish) < HARDLY_ANY;
}

const char *plie_finish_title(const plie_finish *finish) {
    if (is_well_done(finish))
        return "Well done!";
    if (is_hardly_any(finish))
        return "See you soon";
    return finish->completed ? "You reached the end" : "Stopped early";
}

/* A ring as full as the work is done, with a mark or the share in it. */
static void draw_badge(plie_page *page, plie_box box, const plie_finish *finish) {
    float outer = SDL_min(box.w, box.h) / 2, width = outer * 0.16F;
    float x = box.x + box.w / 2, y = box.y + box.h / 2;
    bool well_done = is_well_done(finish);
    float part = well_done ? 1 : (float)plie_finish_share(finish);
    SDL_Color color = page->theme->accent;
    plie_draw_ring(page->canvas, x, y, outer - width / 2, width, 0, 1,
                   plie_faint(page->theme->dim, 0.35F));
    if (part > 0)
        plie_draw_ring(page->canvas, x, y, outer - width / 2, width, 0, SDL_min(part, 1.0F), color);
    if (well_done) {
        float size = outer * 0.9F;
        plie_box mark = {x - size / 2, y - size / 2, size, size};
        plie_draw_icon(page->canvas, PLIE_ICON_CHECK, mark, color, page->theme->background);
        return;
    }
    char percent[16];
    SDL_snprintf(percent, sizeof percent, "%d %%", (int)(part * 100));
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, outer * 0.46F, page->theme->text),
                   plie_inset(box, width), PLIE_ALIGN_CENTER, 4, percent);
}

/* One of the texts beside the badge. */
typedef struct {
    plie_font font;
    int lines;
    const char *text;
} head_text;

#define HEAD_TEXTS 3
#define NAME_LINES 6

/* What the ring measures, too. */
static void write_note(char note[TEXT_SIZE], const plie_finish *finish) {
    double share = plie_finish_share(finish);
    bool whole = finish->completed && share >= WHOLE;
    if (finish->caption)
        SDL_strlcpy(note, finish->caption, TEXT_SIZE);
    else if (is_hardly_any(finish))
        SDL_strlcpy(note, "That was a look at it; it is here when you want it.", TEXT_SIZE);
    else if (whole)
        SDL_strlcpy(note, "You did the whole plan.", TEXT_SIZE);
    else
        SDL_snprintf(note, TEXT_SIZE, "You did %d %% of the work, and it counts.",
                     (int)(share * 100));
    if (finish->went_on && !finish->caption)
        SDL_strlcat(note, " What came before the break counts, too.", TEXT_SIZE);
}

static void write_name(char name[TEXT_SIZE], const plie_finish *finish) {
    SDL_snprintf(name, TEXT_SIZE, "%s \u00b7 %s", finish->plan->program,
                 plie_level_name(finish->plan->choices.level));
}

static float text_height(plie_page *page, const head_text *text, float width) {
    plie_box box = {0, 0, width, plie_px(page, 600)};
    return plie_measure_paragraph(page->canvas, text->font, box, text->lines,
                                  text->font.size_px * 0.6F, text->text, NULL);
}

static float texts_height(plie_page *page, const head_text texts[HEAD_TEXTS], float width,
                          float gap) {
    float all = gap * (HEAD_TEXTS - 1);
    for (int i = 0; i < HEAD_TEXTS; i++)
        all += text_height(page, &texts[i], width);
    return all;
}

static void draw_texts(plie_page *page, plie_box box, const head_text texts[HEAD_TEXTS],
                       float gap) {
    for (int i = 0; i < HEAD_TEXTS; i++) {
        plie_box line = plie_cut_top(&box, text_height(page, &texts[i], box.w), gap);
        line.h += 1;
        plie_draw_paragraph(page->canvas, texts[i].font, line, PLIE_ALIGN_LEFT, texts[i].lines,
                            texts[i].font.size_px * 0.6F, texts[i].text, NULL);
    }
}

/* What the head tells, in one text. */
static void write_brief(char text[TEXT_SIZE], const plie_finish *finish) {
    char note[TEXT_SIZE];
    const char *title = plie_finish_title(finish);
    bool is_sentence = title[SDL_strlen(title) - 1] == '!';
    write_note(note, finish);
    SDL_snprintf(text, TEXT_SIZE, "%s%s %s", title, is_sentence ? "" : " \u00b7", note);
}

/* In the same room: how it went, and once there is advice, that. */
static float compact_head(plie_finish_pass *pass, plie_box box) {
    const plie_finish *finish = pass->finish;
    char brief[TEXT_SIZE];
    plie_font bold = plie_page_font(PLIE_BOLD, pass->afar_px, pass->page->theme->text);
    plie_font plain = plie_page_font(PLIE_SEMIBOLD, pass->afar_px, pass->page->theme->text);
    const char *advice = finish->advice ? finish->advice : finish->advice_to_come;
    write_brief(brief, finish);
    float height = plie_finish_paragraph(pass, box, bold, brief, pass->drawn && !finish->advice);
    if (!advice)
        return height;
    return SDL_max(height,
                   plie_finish_paragraph(pass, box, plain, advice, pass->drawn && finish->advice));
}

float plie_finish_name(plie_finish_pass *pass, plie_box box) {
    char name[TEXT_SIZE];
    if (!pass->compact)
        return 0;
    write_name(name, pass->finish);
    plie_font font =
        plie_page_font(PLIE_SEMIBOLD, plie_px(pass->page, TIGHT_NAME), pass->page->theme->text);
    return plie_finish_paragraph(pass, box, font, name, pass->drawn);
}

float plie_finish_head(plie_finish_pass *pass, plie_box box) {
    if (pass->compact)
        return compact_head(pass, box);
    plie_page *page = pass->page;
    const plie_theme *theme = page->theme;
    bool tight = pass->tight;
    char name[TEXT_SIZE], note[TEXT_SIZE];
    write_name(name, pass->finish);
    write_note(note, pass->finish);
    const head_text texts[HEAD_TEXTS] = {
        {plie_page_font(PLIE_EXTRABOLD, plie_px(page, tight ? 54 : 84), theme->text), 1,
         plie_finish_title(pass->finish)},
        {plie_page_font(PLIE_MEDIUM, pass->afar_px, theme->text), 3, note},
        {plie_page_font(PLIE_MEDIUM, plie_px(page, tight ? TIGHT_NAME : 38), theme->dim),
         NAME_LINES, name}};
    float badge = plie_px(page, tight ? TIGHT_BADGE : BADGE), gap = plie_px(page, tight ? 2 : 6);
    bool has_badge = box.w - badge >= plie_px(page, LEAST_TEXTS) && !is_hardly_any(pass->finish);
    plie_box beside = box;
    if (has_badge)
        plie_cut_left(&beside, badge, plie_px(page, tight ? 28 : 44));
    float height = texts_height(page, texts, beside.w, gap);
    box.h = SDL_max(height, has_badge ? badge : 0);
    if (!pass->drawn)
        return box.h;
    if (has_badge)
        draw_badge(page, (plie_box){box.x, box.y, badge, box.h}, pass->finish);
    plie_cut_top(&beside, (box.h - height) / 2, 0);
    draw_texts(page, beside, texts, gap);
    return box.h;
}
