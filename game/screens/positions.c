#include "screens/icons.h"

/* A pictogram is a head and some limbs in a box of 100 by 100, the floor at 94. */
typedef struct {
    float x0, y0, x1, y1, width;
} limb;

#define LIMB_LIMIT 6

typedef struct {
    float head_x, head_y;
    limb limbs[LIMB_LIMIT];
} pictogram;

static const pictogram pictograms[] = {
    [PLIE_STANDING] = {50,
                       14,
                       {{50, 34, 50, 54, 17},
                        {45, 58, 38, 88, 10},
                        {55, 58, 62, 88, 10},
                        {43, 32, 30, 54, 8},
                        {57, 32, 70, 54, 8}}},
    [PLIE_KNEELING] = {46,
                       16,
                       {{46, 36, 46, 54, 17},
                        {48, 62, 72, 62, 10},
                        {72, 62, 72, 88, 10},
                        {44, 62, 40, 86, 10},
                        {40, 88, 16, 88, 10},
                        {48, 36, 64, 54, 8}}},
    [PLIE_PLANK] = {88, 38, {{70, 50, 48, 60, 17}, {44, 62, 10, 84, 10}, {72, 52, 74, 87, 8}}},
    [PLIE_SEATED] =
        {38,
         24,
         {{38, 44, 38, 72, 17}, {40, 82, 70, 84, 11}, {70, 84, 92, 86, 9}, {40, 46, 60, 66, 8}}},
    [PLIE_SIDE_LYING] =
        {12,
         58,
         {{30, 70, 50, 76, 17}, {54, 80, 92, 86, 10}, {54, 74, 88, 50, 10}, {26, 72, 20, 88, 8}}},
    [PLIE_SUPINE] =
        {11,
         78,
         {{31, 80, 52, 80, 17}, {56, 78, 70, 50, 10}, {70, 50, 82, 86, 10}, {32, 88, 54, 89, 7}}},
    [PLIE_PRONE] =
        {11,
         70,
         {{31, 80, 52, 82, 17}, {56, 82, 92, 68, 10}, {56, 86, 92, 88, 8}, {28, 86, 12, 89, 7}}},
};

void plie_draw_position(plie_canvas *canvas, plie_position position, plie_box box, SDL_Color ink,
                        SDL_Color floor) {
    const pictogram *figure = &pictograms[position];
    float scale = box.w / 100;
    plie_draw_line(canvas, box.x + 6 * scale, box.y + 96 * scale, box.x + 94 * scale,
                   box.y + 96 * scale, 4 * scale, floor);
    for (size_t i = 0; i < LIMB_LIMIT && figure->limbs[i].width > 0; i++) {
        const limb *l = &figure->limbs[i];
        plie_draw_line(canvas, box.x + l->x0 * scale, box.y + l->y0 * scale, box.x + l->x1 * scale,
                       box.y + l->y1 * scale, l->width * scale, ink);
    }
    plie_draw_disc(canvas, box.x + figure->head_x * scale, box.y + figure->head_y * scale,
                   10.5F * scale, ink);
}
