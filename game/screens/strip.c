#include "screens/strip.h"

#define RESTING_MET 1.3F
#define HARD_MET 7.5F

static int64_t clamped(int64_t value, int64_t low, int64_t high) {
    return value < low ? low : value > high ? high : value;
}

static float linear(Uint8 channel) {
    float value = (float)channel / 255;
    return value <= 0.03928F ? value / 12.92F : SDL_powf((value + 0.055F) / 1.055F, 2.4F);
}

static float luminance(SDL_Color color) {
    return 0.2126F * linear(color.r) + 0.7152F * linear(color.g) + 0.0722F * linear(color.b);
}

static Uint8 mixed_channel(Uint8 over, Uint8 under, float opacity) {
    return (Uint8)((float)over * opacity + (float)under * (1 - opacity) + 0.5F);
}

static float contrast(SDL_Color color, SDL_Color ground, float opacity) {
    SDL_Color mixed = {mixed_channel(color.r, ground.r, opacity),
                       mixed_channel(color.g, ground.g, opacity),
                       mixed_channel(color.b, ground.b, opacity), 0xFF};
    float a = luminance(mixed) + 0.05F, b = luminance(ground) + 0.05F;
    return a > b ? a / b : b / a;
}

/* As faint as can still be told from the background: a contrast of 3:1. */
static SDL_Color color_to_come(const plie_theme *theme, SDL_Color color) {
    float opacity = 0.3F;
    while (opacity < 1 && contrast(color, theme->background, opacity) < 3.1F)
        opacity += 0.02F;
    return plie_faint(color, opacity);
}

static bool leads(const plie_interval *interval) {
    return interval->kind == PLIE_PREPARE || interval->kind == PLIE_TRANSITION;
}

/* What is to come is narrower than what is done. */
static void draw_segment(plie_page *page, plie_box bar, const plie_plan_segment *segment,
                         int64_t done_ms) {
    SDL_Color color = plie_theme_segment(page->theme, segment->kind);
    plie_box narrow = {bar.x, bar.y + bar.h * 0.22F, bar.w, bar.h * 0.56F};
    plie_draw_box(page->canvas, narrow, narrow.h / 2, color_to_come(page->theme, color));
    int64_t inside = clamped(done_ms - segment->start_ms, 0, segment->duration_ms);
    if (segment->duration_ms <= 0 || inside <= 0)
        return;
    plie_box done = bar;
    done.w = SDL_max(bar.h, SDL_roundf(bar.w * (float)inside / (float)segment->duration_ms));
    plie_draw_box(page->canvas, done, bar.h / 2, color);
}

static void draw_done(plie_page *page, plie_box bar, const plie_plan_segment *segment,
                      int64_t from_ms, int64_t to_ms) {
    float scale = bar.w / (float)SDL_max(segment->duration_ms, 1);
    float from = SDL_roundf((float)(from_ms - segment->start_ms) * scale);
    float to = SDL_roundf((float)(to_ms - segment->start_ms) * scale);
    plie_box done = {bar.x + from, bar.y, SDL_min(to, bar.w) - from, bar.h};
    if (done.w >= 1)
        plie_draw_box(page->canvas, done, SDL_min(bar.h, done.w) / 2,
                      plie_theme_segment(page->theme, segment->kind));
}

/* Intervals that were done one after the other are one bright piece. */
static void draw_done_pieces(plie_page *page, const plie_strip *strip, const plie_box *bars) {
    const plie_plan *plan = strip->plan;
    int64_t from_ms = 0, to_ms = 0;
    int segment = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        if (strip->done_of[i] <= 0 || leads(interval))
            continue;
        if (interval->start_ms != to_ms || interval->segment != segment) {
            draw_done(page, bars[segment], &plan->segments[segment], from_ms, to_ms);
            from_ms = interval->start_ms;
            segment = interval->segment;
        }
        to_ms = interval->start_ms + strip->done_of[i];
    }
    draw_done(page, bars[segment], &plan->segments[segment], from_ms, to_ms);
}

/* Where a name stands below its bar: in its middle, but inside the strip. */
static plie_box name_box(plie_page *page, plie_box bar, plie_box all, plie_font font,
                         const char *name) {
    float width = SDL_min(plie_text_width(page->canvas, font, name), all.w);
    float x = bar.x + (bar.w - width) / 2;
    x = SDL_clamp(x, all.x, all.x + all.w - width);
    return (plie_box){x, bar.y + bar.h, width, font.size_px * 1.35F};
}

static bool apart(plie_box a, plie_box b, float gap) {
    return a.x + a.w + gap <= b.x || b.x + b.w + gap <= a.x;
}

/* The name of the segment at hand stands there at any length; the others where they fit. */
static void draw_names(plie_page *page, plie_box all, const plie_strip *strip,
                       const plie_box *bars) {
    const plie_plan *plan = strip->plan;
    plie_box taken = {all.x, 0, 0, 0};
    bool has_current = strip->current >= 0 && (size_t)strip->current < plan->segment_count;
    if (has_current) {
        const char *name = plan->segments[strip->current].name;
        plie_font font = plie_page_font(PLIE_BOLD, strip->label_px, page->theme->text);
        taken = name_box(page, bars[strip->current], all, font, name);
        plie_part_line(page, font, taken, PLIE_ALIGN_LEFT, font.size_px * 0.8F, name);
    }
    plie_font font = plie_page_font(PLIE_MEDIUM, strip->label_px, page->theme->dim);
    for (size_t i = 0; i < plan->segment_count; i++) {
        const char *name = plan->segments[i].name;
        if ((int)i == strip->current || plie_text_width(page->canvas, font, name) > bars[i].w)
            continue;
        plie_box box = name_box(page, bars[i], all, font, name);
        if (!has_current || apart(box, taken, strip->label_px * 0.4F))
            plie_part_line(page, font, box, PLIE_ALIGN_CENTER, font.size_px, name);
    }
}

static int64_t strip_ms(const plie_plan *plan) {
    int64_t sum = 0;
    for (size_t i = 0; i < plan->segment_count; i++)
        sum += plan->segments[i].duration_ms;
    return SDL_max(sum, 1);
}

/* Cut off the box. */
static void draw_before(plie_page *page, plie_box *box, const plie_strip *strip) {
    static const char name[] = "Before";
    if (strip->before_ms <= 0)
        return;
    double part = (double)strip->before_ms / (double)(strip->before_ms + strip_ms(strip->plan));
    float width = SDL_max(strip->bar_px, box->w * (float)part);
    plie_box bar = plie_cut_left(box, width, plie_px(page, 6));
    bar.h = strip->bar_px;
    plie_draw_box(page->canvas, bar, bar.h / 2, page->theme->dim);
    plie_font font = plie_page_font(PLIE_MEDIUM, strip->label_px, page->theme->dim);
    if (strip->label_px > 0 && plie_text_width(page->canvas, font, name) <= bar.w)
        plie_part_line(page, font, name_box(page, bar, bar, font, name), PLIE_ALIGN_CENTER,
                       font.size_px, name);
}

void plie_part_strip(plie_page *page, plie_box box, const plie_strip *strip) {
    const plie_plan *plan = strip->plan;
    plie_box bars[PLIE_SEGMENT_LIMIT];
    if (plan->segment_count == 0 || plan->segment_count > PLIE_SEGMENT_LIMIT)
        return;
    draw_before(page, &box, strip);
    float gap = SDL_min(plie_px(page, 6), box.w / (4 * (float)plan->segment_count));
    float least = strip->bar_px;
    float shared = box.w - (gap + least) * (float)plan->segment_count + gap, x = box.x;
    int64_t total = strip_ms(plan);
    for (size_t i = 0; i < plan->segment_count; i++) {
        float part = (float)plan->segments[i].duration_ms / (float)total;
        bars[i] = (plie_box){x, box.y, least + SDL_max(shared, 0.0F) * part, strip->bar_px};
        draw_segment(page, bars[i], &plan->segments[i], strip->done_ms);
        x += bars[i].w + gap;
    }
    if (strip->done_of)
        draw_done_pieces(page, strip, bars);
    if (strip->label_px > 0)
        draw_names(page, box, strip, bars);
}

static float met_of(const plie_interval *interval) {
    return interval->exercise ? (float)interval->exercise->met : RESTING_MET;
}

/* How hard the time from from_ms to to_ms is on average; *segment is what most of it belongs to. */
static float effort_between(const plie_plan *plan, int64_t from_ms, int64_t to_ms, size_t *at,
                            int *segment) {
    double sum = 0;
    int64_t longest = 0;
    while (*at + 1 < plan->interval_count && plan->intervals[*at + 1].start_ms <= from_ms)
        (*at)++;
    for (size_t i = *at; i < plan->interval_count && plan->intervals[i].start_ms < to_ms; i++) {
        const plie_interval *interval = &plan->intervals[i];
        int64_t start = SDL_max(interval->start_ms, from_ms);
        int64_t end = SDL_min(interval->start_ms + interval->duration_ms, to_ms);
        sum += (double)met_of(interval) * (double)(end - start);
        if (end - start > longest) {
            longest = end - start;
            *segment = interval->segment;
        }
    }
    return to_ms > from_ms ? (float)(sum / (double)(to_ms - from_ms)) : RESTING_MET;
}

void plie_part_skyline(plie_page *page, plie_box box, const plie_plan *plan, float opacity) {
    float pitch = SDL_max(plie_px(page, 13), box.w / 48);
    int count = SDL_max((int)(box.w / pitch), 1);
    float width = box.w / (float)count * 0.62F;
    size_t at = 0;
    for (int i = 0; i < count; i++) {
        int segment = 0;
        float met = effort_between(plan, plan->total_ms * i / count,
                                   plan->total_ms * (i + 1) / count, &at, &segment);
        float level = SDL_clamp((met - RESTING_MET) / (HARD_MET - RESTING_MET), 0.0F, 1.0F);
        float height = width + (box.h - width) * SDL_powf(level, 0.75F);
        plie_box bar = {box.x + box.w * (float)i / (float)count, box.y + box.h - height, width,
                        height};
        plie_segment_kind kind = plan->segments[segment].kind;
        plie_draw_box(page->canvas, bar, width / 2,
                      plie_faint(plie_theme_segment(page->theme, kind), opacity));
    }
}
