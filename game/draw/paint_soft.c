/* In the ellipse's own coordinates it is a circle of radius 1, and the square of the distance from
 * its middle is a quadratic in a row's x: no roots but where a row enters and leaves. */
#include "draw/paint_soft.h"

#include "draw/paint_ink.h"
#include <math.h>

#define FADE 0.6F /* the part of its area in which it fades out */

/* square of the distance = (a * x + b) * x + c */
typedef struct {
    float a, b, c;
} row_distance;

static row_distance distance_in_row(const plie_soft_ellipse *ellipse, float y) {
    float dy = y - ellipse->center_y;
    float along = ellipse->along_y * dy - ellipse->along_x * ellipse->center_x;
    float across = ellipse->across_y * dy - ellipse->across_x * ellipse->center_x;
    return (row_distance){ellipse->along_x * ellipse->along_x +
                              ellipse->across_x * ellipse->across_x,
                          2 * (ellipse->along_x * along + ellipse->across_x * across),
                          along * along + across * across};
}

/* Half the length of the row's part in which the square is below a level; 0 where it is nowhere. */
static float reach_below(const row_distance *row, float middle, float level) {
    float square = middle * middle - (row->c - level) / row->a;
    return square > 0.0F ? sqrtf(square) : 0.0F;
}

/* No branch, so that pixels are painted several at a time. */
static void paint_fading(const row_distance *row, Uint32 *pixels, int begin, int end,
                         const plie_ink *ink) {
    float a = row->a, b = row->b, c = row->c;
    const plie_ink own = *ink; /* that no pixel can change */
    float solid = (float)plie_ink_share(ink, PLIE_SOLID);
    for (int i = begin; i < end; i++) {
        float x = (float)i + 0.5F;
        float part = (1.0F - ((a * x + b) * x + c)) / FADE;
        part = part > 0.0F ? part : 0.0F; /* not a number, too */
        part = part < 1.0F ? part : 1.0F;
        int share = (int)(part * part * (3.0F - 2.0F * part) * solid + 0.5F);
        plie_ink_blend(&pixels[i], &own, (unsigned)share);
    }
}

static void paint_row(const row_distance *row, Uint32 *pixels, int begin, int end,
                      const plie_ink *ink) {
    float middle = -row->b / (2 * row->a);
    float reach = reach_below(row, middle, 1.0F);
    float core = reach_below(row, middle, 1.0F - FADE);
    begin = plie_pixel_from(middle - reach, begin, end);
    end = plie_pixel_from(middle + reach, begin, end);
    int solid = plie_pixel_from(middle - core, begin, end);
    int solid_end = plie_pixel_from(middle + core, solid, end);
    paint_fading(row, pixels, begin, solid, ink);
    plie_ink_put_run(&pixels[solid], solid_end - solid, ink, PLIE_SOLID);
    paint_fading(row, pixels, solid_end, end, ink);
}

void plie_soft_ellipse_paint(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    plie_ink ink = plie_ink_of(plane, command->color);
    for (int y = clip.y; y < clip.y + clip.h; y++) {
        row_distance row = distance_in_row(&command->as.ellipse, (float)y + 0.5F);
        paint_row(&row, &plane->pixels[(size_t)y * (size_t)plane->stride], clip.x, clip.x + clip.w,
                  &ink);
    }
}
