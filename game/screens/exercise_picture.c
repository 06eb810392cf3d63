#include "screens/exercise_picture.h"

#include "figure/figure_view.h"
#include "screens/icons.h"
#include "screens/pictures_part.h"

#define NARROWEST 0.5F /* others are as small as need be */
#define WIDEST 2.0F

/* Of the room that all of its movement takes, where neither side of a box is in its way. */
static float figure_shape(const plie_figure_shown *shown) {
    const plie_box high = {0, 0, 1, 1000}, wide = {0, 0, 1000, 1};
    double by_width =
        plie_camera_for(shown->figure, shown->left, shown->changes, high).pixels_per_metre;
    double by_height =
        plie_camera_for(shown->figure, shown->left, shown->changes, wide).pixels_per_metre;
    return SDL_clamp((float)(by_height / by_width), NARROWEST, WIDEST);
}

/* Still, both ends of its movement have to be seen. */
static bool shows_two(const plie_exercise_shown *shown) {
    return shown->still && shown->figure.figure->key_count > 1;
}

float plie_exercise_picture_shape(const plie_exercise_card *card) {
    const plie_exercise_shown *shown = card->shown;
    if (shown && shown->picture_count > 0) {
        float shape = (float)shown->pictures[0]->width / (float)shown->pictures[0]->height;
        return SDL_clamp(shape, NARROWEST, WIDEST);
    }
    if (!shown || !shown->figure.figure)
        return 1;
    return figure_shape(&shown->figure) * (shows_two(shown) ? 2.0F : 1.0F);
}

/* Of a frame that is a little higher than wide, so much that two who stand are beside each other.
 */
static plie_box frame_of_two(plie_box box, float shape) {
    float height = box.w * 0.99F;
    bool beside = box.w / 2 / shape > box.h / 2;
    if (box.h < box.w || !beside || shape > 1)
        return box;
    return (plie_box){box.x, box.y + (box.h - height) / 2, box.w, height};
}

/* The numbers stand beside the figures, where nothing moves into them. */
void plie_part_figure_ends(plie_page *page, plie_box box, const plie_figure_shown *shown) {
    static const char *const numbers[] = {"1", "2"};
    if (shown->figure->key_count < 2) {
        plie_draw_figure(page->canvas, page->theme, box, shown);
        return;
    }
    bool beside = box.w > box.h;
    float size = SDL_min(box.w, box.h) * 0.08F;
    plie_box strip = beside ? plie_cut_top(&box, size, 0) : plie_cut_left(&box, size, 0);
    plie_draw_figure_ends(page->canvas, page->theme, box, shown);
    plie_font font = plie_page_font(PLIE_BOLD, size, page->theme->text);
    for (int i = 0; i < 2; i++) {
        plie_box place = {strip.x + (beside ? strip.w / 2 * (float)i : 0),
                          strip.y + (beside ? 0 : strip.h / 2 * (float)i), size, size};
        plie_part_line(page, font, place, PLIE_ALIGN_LEFT, size * 0.6F, numbers[i]);
    }
}

static void draw_figure(plie_page *page, plie_box box, const plie_exercise_shown *shown) {
    box = plie_inset(box, SDL_min(box.w, box.h) * 0.04F);
    if (shows_two(shown))
        plie_part_figure_ends(page, frame_of_two(box, figure_shape(&shown->figure)),
                              &shown->figure);
    else
        plie_draw_figure(page->canvas, page->theme, box, &shown->figure);
}

static void draw_sign(plie_page *page, plie_box box, const plie_exercise_card *card) {
    float size = SDL_min(box.w, box.h) * 0.86F;
    plie_box sign = {box.x + (box.w - size) / 2, box.y + (box.h - size) / 2, size, size};
    plie_draw_position(page->canvas, card->exercise->position, sign, card->color,
                       plie_faint(page->theme->dim, 0.6F));
}

void plie_part_exercise_picture(plie_page *page, plie_box box, const plie_exercise_card *card) {
    const plie_exercise_shown *shown = card->shown;
    plie_draw_box(page->canvas, box, plie_px(page, 28), page->theme->background);
    if (shown && shown->picture_count > 0)
        plie_part_pictures(page, plie_inset(box, plie_px(page, 14)), shown->pictures,
                           shown->picture_count, shown->elapsed_ms, shown->still);
    else if (shown && shown->figure.figure)
        draw_figure(page, box, shown);
    else
        draw_sign(page, box, card);
}
