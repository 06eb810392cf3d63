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

static int pictures_of(const plie_exercise_shown *shown) {
    double parts[PLIE_STILL_LIMIT];
    return shown->still ? (int)plie_figure_stills(shown->figure.figure, parts) : 1;
}

float plie_exercise_picture_shape(const plie_exercise_card *card) {
    const plie_exercise_shown *shown = card->shown;
    if (shown && shown->picture_count > 0) {
        float shape = (float)shown->pictures[0]->width / (float)shown->pictures[0]->height;
        return SDL_clamp(shape, NARROWEST, WIDEST);
    }
    if (!shown || !shown->figure.figure)
        return 1;
    return figure_shape(&shown->figure) * (pictures_of(shown) == 2 ? 2.0F : 1.0F);
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

static float lines_of(int count, int columns) {
    const int lines = (count + columns - 1) / columns;
    return (float)lines;
}

/* In how many columns pictures of this shape are largest. */
static int columns_for(plie_box box, float shape, int count) {
    int best = 1;
    float largest = 0;
    for (int columns = 1; columns <= count; columns++) {
        float height = SDL_min(box.w / (float)columns / shape, box.h / lines_of(count, columns));
        if (height > largest) {
            largest = height;
            best = columns;
        }
    }
    return best;
}

static plie_box still_box(plie_box box, int number, int columns, int count) {
    int column = number % columns, line = number / columns;
    plie_box still = {box.x, box.y, box.w / (float)columns, box.h / lines_of(count, columns)};
    still.x += still.w * (float)column;
    still.y += still.h * (float)line;
    return still;
}

/* Its number stands beside the figure, where nothing moves into it. */
static void draw_still(plie_page *page, plie_box box, const plie_figure_shown *still, int number,
                       float number_px) {
    static const char *const numbers[PLIE_STILL_LIMIT] = {"1", "2", "3", "4"};
    plie_box place =
        box.w < box.h * 1.5F ? plie_cut_top(&box, number_px, 0) : plie_cut_left(&box, number_px, 0);
    plie_font font = plie_page_font(PLIE_BOLD, number_px, page->theme->text);
    plie_draw_figure(page->canvas, page->theme, plie_inset(box, number_px * 0.35F), still);
    place.w = place.h = number_px;
    plie_part_line(page, font, place, PLIE_ALIGN_LEFT, number_px * 0.6F, numbers[number]);
}

void plie_part_figure_stills(plie_page *page, plie_box box, const plie_figure_shown *shown) {
    double parts[PLIE_STILL_LIMIT];
    int count = (int)plie_figure_stills(shown->figure, parts);
    if (count == 1) {
        plie_draw_figure(page->canvas, page->theme, box, shown);
        return;
    }
    int columns = columns_for(box, figure_shape(shown), count);
    float number_px = SDL_min(box.w, box.h) * 0.08F;
    for (int i = 0; i < count; i++) {
        plie_figure_shown still = *shown;
        still.part = parts[i];
        draw_still(page, still_box(box, i, columns, count), &still, i, number_px);
    }
}

static void draw_figure(plie_page *page, plie_box box, const plie_exercise_shown *shown) {
    box = plie_inset(box, SDL_min(box.w, box.h) * 0.04F);
    if (pictures_of(shown) == 2)
        box = frame_of_two(box, figure_shape(&shown->figure));
    if (shown->still)
        plie_part_figure_stills(page, box, &shown->figure);
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
