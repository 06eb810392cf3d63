#include "base/text.h"
#include "screens/home_parts.h"

#define TEXT_SIZE 1024
#define CHIP_LIMIT 24
#define LISTED_LIMIT 96 /* more are not told here; all are in the details */
#define NAMED_LIMIT 6
#define LONG_NAME 48 /* characters: a card may not hold all of it */
#define CHIP 42.0F

/* Chips behind their label, in as many lines as they take; returns the height. */
static float place_chips(const plie_home_pass *pass, plie_box box, float first_x,
                         plie_texts texts) {
    plie_page *page = pass->page;
    float height = plie_px(page, CHIP), gap = plie_px(page, 10), x = first_x, y = box.y;
    size_t count = SDL_min(texts.count, CHIP_LIMIT);
    for (size_t i = 0; i < count; i++) {
        float width = SDL_min(plie_part_chip_width(page, height, texts.items[i]), box.w);
        if (x > box.x && x + width > box.x + box.w) {
            x = box.x;
            y += height + gap;
        }
        plie_box chip = {x, y, width, height};
        if (pass->drawn) {
            plie_draw_box(page->canvas, chip, height / 2, page->theme->panel);
            plie_box inside = {x + height * 0.4F, y, width - height * 0.8F, height};
            plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, height * 0.56F, page->theme->text),
                           inside, PLIE_ALIGN_CENTER, height * 0.4F, texts.items[i]);
        }
        x += width + gap;
    }
    return y + height - box.y;
}

static float add_equipment(const plie_home_pass *pass, plie_box box) {
    plie_page *page = pass->page;
    plie_texts equipment = pass->home->equipment;
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 28), page->theme->dim);
    const char *label = equipment.count > 0 ? "Have ready" : "No equipment needed";
    plie_box line = {box.x, box.y, box.w, plie_px(page, CHIP)};
    float width = SDL_min(plie_text_width(page->canvas, font, label), box.w);
    if (pass->drawn)
        plie_part_line(page, font, line, PLIE_ALIGN_LEFT, plie_px(page, 20), label);
    return place_chips(pass, box, box.x + width + plie_px(page, 18), equipment);
}

static bool is_done(const plie_plan *plan, const plie_exercise *exercise) {
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].exercise == exercise)
            return true;
    return false;
}

static bool is_told_before(const plie_plan *plan, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (plan->left_out[i].exercise == plan->left_out[index].exercise)
            return true;
    return false;
}

static void add_item(char *text, size_t size, const char *item, bool first) {
    if (!first)
        SDL_strlcat(text, " \u00b7 ", size);
    SDL_strlcat(text, item, size);
}

static bool is_for(const plie_left_out *left_out, const char *reason) {
    return SDL_strcmp(left_out->reason, reason) == 0;
}

static bool is_left_out(const plie_plan *plan, size_t index, const char *reason) {
    return is_for(&plan->left_out[index], reason) && !is_told_before(plan, index) &&
           !is_done(plan, plan->left_out[index].exercise);
}

/* The exercises that are not done at all for this reason, each once: "A · B and 3 more (to fit 20
 * minutes)". */
static void add_left_out(char *text, size_t size, const plie_plan *plan, size_t from) {
    const char *reason = plan->left_out[from].reason;
    size_t count = SDL_min(plan->left_out_count, LISTED_LIMIT), told = 0;
    char end[128];
    for (size_t i = from; i < count; i++) {
        if (!is_left_out(plan, i, reason))
            continue;
        if (told == 0)
            SDL_strlcat(text, *text ? "; " : "Without ", size);
        if (told < NAMED_LIMIT)
            add_item(text, size, plan->left_out[i].exercise->name, told == 0);
        told++;
    }
    if (told > NAMED_LIMIT)
        SDL_snprintf(end, sizeof end, " and %d more (%s)", (int)(told - NAMED_LIMIT), reason);
    else
        SDL_snprintf(end, sizeof end, " (%s)", reason);
    if (told > 0)
        SDL_strlcat(text, end, size);
}

static void left_out_text(char *text, size_t size, const plie_plan *plan) {
    size_t count = SDL_min(plan->left_out_count, LISTED_LIMIT);
    *text = '\0';
    for (size_t i = 0; i < count; i++) {
        size_t before = 0;
        while (before < i && !is_for(&plan->left_out[before], plan->left_out[i].reason))
            before++;
        if (before == i)
            add_left_out(text, size, plan, i);
    }
}

static bool is_replaced_before(const plie_plan *plan, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (plan->replaced[i].from == plan->replaced[index].from &&
            plan->replaced[i].to == plan->replaced[index].to)
            return true;
    return false;
}

/* "Side lunge instead of Curtsy lunge (as last time)". */
static void replaced_text(char *text, size_t size, const plie_plan *plan) {
    *text = '\0';
    size_t count = SDL_min(plan->replaced_count, LISTED_LIMIT);
    for (size_t i = 0; i < count; i++) {
        const plie_replaced *replaced = &plan->replaced[i];
        if (is_replaced_before(plan, i))
            continue;
        char item[TEXT_SIZE];
        SDL_snprintf(item, sizeof item, "%s instead of %s (%s)", replaced->to->name,
                     replaced->from->name, replaced->reason);
        add_item(text, size, item, *text == '\0');
    }
}

static float add_line(const plie_home_pass *pass, plie_box *box, SDL_Color color,
                      const char *text) {
    if (!text || !*text)
        return 0;
    float gap = plie_px(pass->page, 8);
    plie_cut_top(box, 0, gap);
    float used = plie_home_text(pass, *box, color, 26, 3, text);
    plie_cut_top(box, used, 0);
    return used + gap;
}

/* The plan's note without what is said beside the options already: that warm-up and stretch are as
 * the person chose. */
static void note_text(char *text, size_t size, const char *note) {
    *text = '\0';
    while (note && *note) {
        const char *end = SDL_strstr(note, ". ");
        size_t length = end ? (size_t)(end - note) + 2 : SDL_strlen(note);
        const char *chosen = SDL_strstr(note, ", as you chose");
        size_t used = SDL_strlen(text);
        if (!(chosen && chosen < note + length) && used + length < size)
            SDL_strlcpy(text + used, note, length + 1);
        note += length;
    }
}

static void add_note(char *text, size_t size, const char *note) {
    size_t used = SDL_strlen(text);
    while (used > 0 && text[used - 1] == ' ')
        text[--used] = '\0';
    if (*text && *note)
        SDL_strlcat(text, text[used - 1] == '.' ? " " : ". ", size);
    SDL_strlcat(text, note, size);
}

/* The notes as one paragraph. */
static float add_tight_notes(const plie_home_pass *pass, plie_box box) {
    char all[3 * TEXT_SIZE], text[TEXT_SIZE];
    const plie_plan *plan = pass->home->plan;
    note_text(all, TEXT_SIZE, plan->note);
    replaced_text(text, sizeof text, plan);
    add_note(all, sizeof all, text);
    left_out_text(text, sizeof text, plan);
    add_note(all, sizeof all, text);
    if (!*all)
        return 0;
    float gap = plie_px(pass->page, 6);
    plie_cut_top(&box, 0, gap);
    return gap + plie_home_text(pass, box, pass->page->theme->dim, 26, 5, all);
}

static float add_notes(const plie_home_pass *pass, plie_box box) {
    const plie_theme *theme = pass->page->theme;
    const plie_plan *plan = pass->home->plan;
    char text[TEXT_SIZE];
    note_text(text, sizeof text, plan->note);
    float used = add_line(pass, &box, theme->text, text);
    replaced_text(text, sizeof text, plan);
    used += add_line(pass, &box, theme->dim, text);
    left_out_text(text, sizeof text, plan);
    return used + add_line(pass, &box, theme->dim, text);
}

float plie_home_details(plie_home_pass *pass, plie_box box) {
    const plie_plan *plan = pass->home->plan;
    const plie_theme *theme = pass->page->theme;
    if (!plan)
        return 0;
    float used = 0;
    if (plie_utf8_length(plan->program) > LONG_NAME)
        used =
            plie_home_text(pass, box, theme->text, 28, 8, plan->program) + plie_px(pass->page, 8);
    plie_cut_top(&box, used, 0);
    float equipment = add_equipment(pass, box);
    plie_cut_top(&box, equipment, 0);
    used += equipment;
    return used + (pass->tight ? add_tight_notes(pass, box) : add_notes(pass, box));
}
