#include "screens/icons.h"
#include "screens/strip.h"
#include "screens/workout_parts.h"
#include "screens/workout_text.h"

#define CAPTION_SMALLEST 0.72F
#define CAPTION_LINES 3
#define LEAST_HINTS_PX 24.0F /* below it their words cannot be read even at a desk */
#define TOAST_LINES 3

static int64_t done_of_plan(const plie_workout *workout) {
    const plie_interval *interval = plie_workout_interval(workout);
    int64_t duration = SDL_max(workout->view.interval_duration_ms, 1);
    int64_t elapsed = SDL_min(workout->view.interval_elapsed_ms, duration);
    return interval->start_ms + interval->duration_ms * elapsed / duration;
}

float plie_workout_strip_height(const plie_page *page) {
    return plie_px(page, 57);
}

/* Buttons are higher than keys; in a wide window the margin below has room for them. */
static float hint_height(const plie_page *page) {
    if (!plie_is_pointed_at(page))
        return SDL_max(plie_minor_px(page, 40), LEAST_HINTS_PX);
    float units = !page->layout.upright ? 40.0F : page->device == PLIE_BY_TOUCH ? 72.0F : 56.0F;
    return SDL_max(plie_px(page, units), LEAST_HINTS_PX);
}

/* In a wide window there is a caption's line of it. */
float plie_workout_hints_height(const plie_page *page) {
    float height = hint_height(page) + plie_px(page, 14);
    return page->layout.upright ? height : SDL_max(height, page->layout.vital_px * 1.45F);
}

static void draw_strip(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_strip strip = {
        .plan = workout->view.plan,
        .done_ms = done_of_plan(workout),
        .current = plie_workout_interval(workout)->segment,
        .bar_px = plie_px(page, 16),
        .label_px = plie_minor_px(page, 27),
    };
    plie_part_strip(page, box, &strip);
    if (plie_is_pointed_at(page))
        plie_hits_add(&page->hits, box, PLIE_ACTION_LIST, 0);
}

/* Most important first: what does not fit is left out from the end. */
static size_t collect_hints(const plie_page *page, const plie_workout *workout, plie_hint *hints) {
    const plie_session_view *view = &workout->view;
    bool work = plie_workout_interval(workout)->kind == PLIE_WORK;
    size_t count = 0;
    hints[count++] = (plie_hint){PLIE_ACTION_PAUSE, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_BACK, NULL};
    if (work && plie_workout_interval(workout)->self_paced)
        hints[count++] = (plie_hint){PLIE_ACTION_DONE, NULL};
    if (!work)
        hints[count++] = (plie_hint){PLIE_ACTION_MORE_REST, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_NEXT, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_PREVIOUS, NULL};
    if (!plie_is_pointed_at(page))
        hints[count++] = (plie_hint){PLIE_ACTION_LOUDER, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_MUTE, workout->muted ? "sound on" : NULL};
    if (view->can_easier)
        hints[count++] = (plie_hint){PLIE_ACTION_EASIER, NULL};
    if (view->can_harder)
        hints[count++] = (plie_hint){PLIE_ACTION_HARDER, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_LIST, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_FULL_SCREEN, NULL};
    return count;
}

static void draw_hints(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_hint hints[12];
    size_t count = collect_hints(page, workout, hints);
    float height = SDL_min(hint_height(page), box.h);
    box.y += box.h - height;
    box.h = height;
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_WORK, hints, count);
}

/* A line of speech, measured; it stands on the foot of its room. */
typedef struct {
    plie_font font;
    plie_box ground, icon, text;
} caption_layout;

static float caption_pad(const plie_page *page) {
    return page->layout.vital_px * 0.1F;
}

/* Two lines, or three where lines are short. */
static float caption_text_height(const plie_page *page) {
    bool slim = (float)page->layout.width_px < page->layout.vital_px * 16;
    return page->layout.vital_px * (slim ? 3.9F : 2.65F);
}

float plie_workout_caption_height(const plie_page *page) {
    return page->layout.vital_px * 2.65F + 2 * caption_pad(page);
}

static const char *caption_of(const plie_workout *workout) {
    if (workout->overlay != PLIE_NO_OVERLAY || plie_workout_cue_is_said(workout))
        return NULL;
    return workout->view.caption;
}

static caption_layout lay_out_caption(plie_page *page, plie_box foot, const char *caption) {
    float size = page->layout.vital_px, pad = caption_pad(page), icon = size * 0.9F;
    float smallest = size * CAPTION_SMALLEST, side = size * 0.5F, lead = side + icon + size * 0.3F;
    caption_layout out = {.font = plie_page_font(PLIE_SEMIBOLD, size, page->theme->text)};
    out.text = (plie_box){foot.x + lead, 0, foot.w - lead - side,
                          SDL_min(caption_text_height(page), foot.h - 2 * pad)};
    float height = plie_measure_paragraph(page->canvas, out.font, out.text, CAPTION_LINES, smallest,
                                          caption, &out.font.size_px);
    float width = plie_text_width(page->canvas, out.font, caption);
    out.text.h = height * 1.02F;
    float ground = SDL_max(height + 2 * pad, size + 2 * pad);
    out.ground = (plie_box){foot.x, foot.y + foot.h - ground, foot.w, ground};
    if (width < out.text.w)
        out.ground.w = lead + SDL_ceilf(width) + side;
    out.text.y = out.ground.y + (ground - height) / 2;
    out.icon = (plie_box){foot.x + side, out.ground.y + (ground - icon) / 2, icon, icon};
    return out;
}

plie_box plie_workout_caption_box(plie_page *page, plie_box foot, const plie_workout *workout) {
    const char *caption = caption_of(workout);
    if (!caption)
        return (plie_box){foot.x, foot.y + foot.h, 0, 0};
    return lay_out_caption(page, foot, caption).ground;
}

static void draw_laid_out(plie_page *page, const caption_layout *layout,
                          const plie_workout *workout) {
    float radius = SDL_min(layout->ground.h / 2, page->layout.vital_px * 0.6F);
    plie_draw_box(page->canvas, layout->ground, radius, page->theme->raised);
    plie_draw_icon(page->canvas, workout->muted ? PLIE_ICON_MUTED : PLIE_ICON_SPEAKER, layout->icon,
                   plie_workout_color(page, workout), page->theme->raised);
    plie_draw_paragraph(page->canvas, layout->font, layout->text, PLIE_ALIGN_LEFT, CAPTION_LINES,
                        layout->font.size_px, caption_of(workout), NULL);
}

void plie_workout_draw_caption(plie_page *page, plie_box foot, const plie_workout *workout) {
    caption_layout layout = lay_out_caption(page, foot, caption_of(workout));
    draw_laid_out(page, &layout, workout);
}

void plie_workout_draw_foot(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_box strip = {box.x, box.y, box.w, plie_workout_strip_height(page)};
    plie_box hints = {box.x, strip.y + strip.h, box.w, box.h - strip.h};
    float ceiling = box.y + box.h;
    if (caption_of(workout) && !page->layout.upright) {
        ceiling = plie_workout_caption_box(page, box, workout).y;
        plie_workout_draw_caption(page, box, workout);
    }
    if (strip.y + strip.h <= ceiling + 1)
        draw_strip(page, strip, workout);
    if (hints.h > 1 && hints.y + hints.h <= ceiling + 1)
        draw_hints(page, hints, workout);
}

static float toast_size(const plie_page *page) {
    return plie_vital_px(page, 42);
}

static plie_box toast_text_box(const plie_page *page, plie_box box) {
    float pad = toast_size(page) * 0.55F;
    return (plie_box){box.x + pad, box.y, box.w - 2 * pad, toast_size(page) * 3.8F};
}

plie_box plie_workout_toast_box(plie_page *page, plie_box within, const plie_workout *workout) {
    plie_box none = {within.x, within.y + within.h, 0, 0};
    if (!workout->toast || workout->overlay != PLIE_NO_OVERLAY)
        return none;
    float size = toast_size(page), pad = size * 0.15F;
    plie_font font = plie_page_font(PLIE_SEMIBOLD, size, page->theme->background);
    plie_box text = toast_text_box(page, within);
    plie_box box = {within.x, 0, within.w, size * 1.3F};
    if (workout->volume_told)
        box.w = SDL_min(box.w, size * 14);
    else {
        float used = plie_measure_paragraph(page->canvas, font, text, TOAST_LINES,
                                            page->layout.vital_px * 0.72F, workout->toast, NULL);
        float width = plie_text_width(page->canvas, font, workout->toast);
        box.h = SDL_max(box.h, used + 2 * pad);
        box.w = SDL_min(box.w, SDL_ceilf(width) + 2 + within.w - text.w);
    }
    box.y = within.y + within.h - box.h;
    return box;
}

static void draw_volume_toast(plie_page *page, plie_box box, const plie_workout *workout) {
    const plie_theme *theme = page->theme;
    float icon = box.h * 0.66F;
    plie_cut_left(&box, box.h * 0.5F, 0);
    plie_box speaker = plie_cut_left(&box, icon, box.h * 0.3F);
    speaker.y += (box.h - icon) / 2;
    speaker.h = icon;
    plie_draw_icon(page->canvas, workout->muted ? PLIE_ICON_MUTED : PLIE_ICON_SPEAKER, speaker,
                   theme->background, theme->text);
    plie_cut_right(&box, box.h * 0.5F, 0);
    plie_workout_draw_volume_bar(page, box, workout, theme->background,
                                 plie_faint(theme->background, 0.3F));
}

void plie_workout_draw_toast(plie_page *page, plie_box box, const plie_workout *workout) {
    float size = toast_size(page);
    plie_draw_box(page->canvas, box, SDL_min(box.h / 2, size * 0.65F), page->theme->text);
    if (workout->volume_told) {
        draw_volume_toast(page, box, workout);
        return;
    }
    plie_font font = plie_page_font(PLIE_SEMIBOLD, size, page->theme->background);
    plie_box text = toast_text_box(page, box);
    float smallest = page->layout.vital_px * 0.72F;
    float used = plie_measure_paragraph(page->canvas, font, text, TOAST_LINES, smallest,
                                        workout->toast, NULL);
    text.y += (box.h - used) / 2;
    plie_draw_paragraph(page->canvas, font, text, PLIE_ALIGN_LEFT, TOAST_LINES, smallest,
                        workout->toast, NULL);
}
