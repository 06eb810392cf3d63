#include "screens/history_facts.h"

#include "history/advice.h"
#include "screens/history_parts.h"
#include "screens/history_words.h"
#include "screens/numbers.h"

#define FACT_LIMIT 5
#define LEAST_WIDTH 230.0F
#define HEIGHT 140.0F
#define GAP 16.0F

typedef struct {
    char value[48], label[64];
    SDL_Color color;
} fact;

typedef struct {
    fact facts[FACT_LIMIT];
    int count;
} facts;

static fact *add(facts *all, SDL_Color color) {
    fact *one = &all->facts[all->count++];
    *one = (fact){.color = color};
    return one;
}

static void add_time(facts *all, SDL_Color color, int64_t ms, int64_t planned_ms,
                     const char *what) {
    char planned[32];
    fact *one = add(all, color);
    plie_time_text(one->value, sizeof one->value, (int)(ms / 1000));
    plie_time_text(planned, sizeof planned, (int)(planned_ms / 1000));
    if (SDL_strcmp(one->value, planned) == 0 || planned_ms <= 0)
        SDL_strlcpy(one->label, what, sizeof one->label);
    else
        SDL_snprintf(one->label, sizeof one->label, "%s, of %s", what, planned);
}

static void add_reps(facts *all, SDL_Color color, const plie_session_record *record) {
    if (record->reps <= 0 && record->planned_reps <= 0)
        return;
    fact *one = add(all, color);
    SDL_snprintf(one->value, sizeof one->value, "%d", record->reps);
    if (record->reps == record->planned_reps || record->planned_reps <= 0)
        SDL_strlcpy(one->label, record->reps == 1 ? "rep" : "reps", sizeof one->label);
    else
        SDL_snprintf(one->label, sizeof one->label, "reps, of %d", record->planned_reps);
}

static void add_effort(facts *all, const plie_theme *theme, const plie_session_record *record) {
    const char *effort = plie_effort_name(record->effort);
    fact *one = add(all, plie_effort_color(theme, record->effort));
    SDL_strlcpy(one->value, effort ? effort : "Not told", sizeof one->value);
    if (effort)
        SDL_snprintf(one->label, sizeof one->label, "how hard, %d of %d", record->effort,
                     PLIE_HARDEST);
    else
        SDL_strlcpy(one->label, "how hard", sizeof one->label);
}

static void fill(facts *all, const plie_theme *theme, const plie_session_record *record) {
    add_time(all, theme->text, record->active_ms, record->planned_ms, "in all");
    add_time(all, theme->text, record->work_ms, record->planned_work_ms, "work");
    add_reps(all, theme->text, record);
    fact *energy = add(all, theme->text);
    SDL_snprintf(energy->value, sizeof energy->value, "%d", plie_rounded_kcal(record->kcal));
    SDL_strlcpy(energy->label, "kcal (about)", sizeof energy->label);
    add_effort(all, theme, record);
}

static void draw_fact(plie_page *page, plie_box box, const fact *one) {
    plie_part_panel(page, box, plie_px(page, 28));
    plie_box inside = plie_inset(box, plie_px(page, 22));
    plie_box label = plie_cut_bottom(&inside, plie_px(page, 36), 0);
    plie_history_line(page, inside, PLIE_EXTRABOLD, 52, one->color, PLIE_ALIGN_LEFT, one->value);
    plie_history_line(page, label, PLIE_MEDIUM, 28, page->theme->dim, PLIE_ALIGN_LEFT, one->label);
}

float plie_history_facts(plie_page *page, plie_box box, const plie_session_record *record,
                         bool draw) {
    facts all = {.count = 0};
    fill(&all, page->theme, record);
    float gap = plie_px(page, GAP), height = plie_px(page, HEIGHT);
    int columns = (int)((box.w + gap) / (plie_px(page, LEAST_WIDTH) + gap));
    columns = SDL_clamp(columns, 1, all.count);
    int lines = (all.count + columns - 1) / columns;
    columns = (all.count + lines - 1) / lines;
    for (int i = 0; draw && i < all.count; i++) {
        int line = i / columns, first = line * columns;
        int in_line = SDL_min(columns, all.count - first);
        float width = (box.w - gap * (float)(in_line - 1)) / (float)in_line;
        plie_box place = {box.x + (width + gap) * (float)(i - first),
                          box.y + (height + gap) * (float)line, width, height};
        draw_fact(page, place, &all.facts[i]);
    }
    return height * (float)lines + gap * (float)(lines - 1);
}
