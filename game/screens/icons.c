#include "screens/icons.h"

/* Draws in a box of 100 by 100. */
typedef struct {
    plie_canvas *canvas;
    plie_box box;
    SDL_Color ink;
} pen;

static float at_x(const pen *p, float x) {
    return p->box.x + p->box.w * x / 100;
}

static float at_y(const pen *p, float y) {
    return p->box.y + p->box.h * y / 100;
}

static float sized(const pen *p, float size) {
    return p->box.w * size / 100;
}

static void line(const pen *p, float x0, float y0, float x1, float y1, float width) {
    plie_draw_line(p->canvas, at_x(p, x0), at_y(p, y0), at_x(p, x1), at_y(p, y1), sized(p, width),
                   p->ink);
}

static void disc(const pen *p, float x, float y, float radius) {
    plie_draw_disc(p->canvas, at_x(p, x), at_y(p, y), sized(p, radius), p->ink);
}

static void ring(const pen *p, float radius, float width, float from, float to) {
    plie_draw_ring(p->canvas, at_x(p, 50), at_y(p, 50), sized(p, radius), sized(p, width), from, to,
                   p->ink);
}

static void box(const pen *p, float x, float y, float w, float h, float radius) {
    plie_draw_box(p->canvas, (plie_box){at_x(p, x), at_y(p, y), sized(p, w), sized(p, h)},
                  sized(p, radius), p->ink);
}

static void triangle(const pen *p, float x0, float y0, float x1, float y1, float x2, float y2) {
    SDL_FPoint points[3] = {
        {at_x(p, x0), at_y(p, y0)}, {at_x(p, x1), at_y(p, y1)}, {at_x(p, x2), at_y(p, y2)}};
    plie_draw_polygon(p->canvas, points, 3, p->ink);
}

static void dumbbell(const pen *p) {
    line(p, 30, 50, 70, 50, 11);
    box(p, 18, 22, 15, 56, 6);
    box(p, 67, 22, 15, 56, 6);
    box(p, 4, 34, 11, 32, 5);
    box(p, 85, 34, 11, 32, 5);
}

static void hourglass(const pen *p) {
    line(p, 22, 10, 78, 10, 12);
    line(p, 22, 90, 78, 90, 12);
    triangle(p, 24, 16, 76, 16, 50, 54);
    triangle(p, 50, 46, 76, 84, 24, 84);
}

static void repeat(const pen *p) {
    ring(p, 36, 13, 0.09F, 0.86F);
    triangle(p, 22, 4, 56, 14, 28, 38);
}

static void opposite_arrows(const pen *p) {
    line(p, 10, 30, 72, 30, 12);
    triangle(p, 66, 8, 96, 30, 66, 52);
    line(p, 28, 72, 90, 72, 12);
    triangle(p, 34, 50, 4, 72, 34, 94);
}

static void arrow(const pen *p) {
    line(p, 10, 50, 62, 50, 15);
    triangle(p, 52, 16, 94, 50, 52, 84);
}

static void stopwatch(const pen *p) {
    plie_draw_ring(p->canvas, at_x(p, 50), at_y(p, 57), sized(p, 33), sized(p, 11), 0, 1, p->ink);
    line(p, 40, 8, 60, 8, 11);
    line(p, 50, 8, 50, 22, 9);
    line(p, 50, 57, 63, 44, 9);
}

static void check(const pen *p) {
    line(p, 12, 54, 38, 80, 15);
    line(p, 38, 80, 88, 22, 15);
}

static void warning(const pen *p, SDL_Color ground) {
    triangle(p, 50, 6, 97, 90, 3, 90);
    pen hole = *p;
    hole.ink = ground;
    line(&hole, 50, 38, 50, 60, 10);
    disc(&hole, 50, 76, 6);
}

static void speaker(const pen *p, bool muted) {
    box(p, 6, 34, 26, 32, 4);
    triangle(p, 20, 50, 50, 12, 50, 88);
    if (muted) {
        line(p, 66, 36, 92, 64, 9);
        line(p, 92, 36, 66, 64, 9);
        return;
    }
    plie_draw_ring(p->canvas, at_x(p, 50), at_y(p, 50), sized(p, 20), sized(p, 9), 0.12F, 0.38F,
                   p->ink);
    plie_draw_ring(p->canvas, at_x(p, 50), at_y(p, 50), sized(p, 40), sized(p, 9), 0.13F, 0.37F,
                   p->ink);
}

/* Three streams of air. */
static void breath(const pen *p) {
    line(p, 8, 32, 62, 32, 10);
    plie_draw_ring(p->canvas, at_x(p, 62), at_y(p, 20), sized(p, 12), sized(p, 10), 0.75F, 1,
                   p->ink);
    plie_draw_ring(p->canvas, at_x(p, 62), at_y(p, 20), sized(p, 12), sized(p, 10), 0, 0.5F,
                   p->ink);
    line(p, 8, 52, 82, 52, 10);
    line(p, 8, 72, 56, 72, 10);
    plie_draw_ring(p->canvas, at_x(p, 56), at_y(p, 83), sized(p, 11), sized(p, 10), 0, 0.6F,
                   p->ink);
}

static void clock_face(const pen *p) {
    ring(p, 40, 11, 0, 1);
    line(p, 50, 50, 50, 28, 10);
    line(p, 50, 50, 66, 58, 10);
}

static void flame(const pen *p, SDL_Color ground) {
    disc(p, 50, 64, 30);
    triangle(p, 22, 58, 52, 2, 78, 54);
    pen hole = *p;
    hole.ink = ground;
    disc(&hole, 50, 74, 13);
    triangle(&hole, 38, 70, 52, 46, 62, 70);
}

static void pause_bars(const pen *p) {
    box(p, 18, 10, 22, 80, 7);
    box(p, 60, 10, 22, 80, 7);
}

void plie_draw_icon(plie_canvas *canvas, plie_icon icon, plie_box area, SDL_Color ink,
                    SDL_Color ground) {
    pen p = {canvas, area, ink};
    switch (icon) {
    case PLIE_ICON_WORK:
        dumbbell(&p);
        break;
    case PLIE_ICON_REST:
        hourglass(&p);
        break;
    case PLIE_ICON_ROUND_REST:
    case PLIE_ICON_REPEAT:
        repeat(&p);
        break;
    case PLIE_ICON_SWITCH:
        opposite_arrows(&p);
        break;
    case PLIE_ICON_TRANSITION:
        arrow(&p);
        break;
    case PLIE_ICON_PREPARE:
        stopwatch(&p);
        break;
    case PLIE_ICON_PLAY:
        triangle(&p, 20, 8, 92, 50, 20, 92);
        break;
    case PLIE_ICON_PAUSE:
        pause_bars(&p);
        break;
    case PLIE_ICON_CHECK:
        check(&p);
        break;
    case PLIE_ICON_WARNING:
        warning(&p, ground);
        break;
    case PLIE_ICON_SPEAKER:
    case PLIE_ICON_MUTED:
        speaker(&p, icon == PLIE_ICON_MUTED);
        break;
    case PLIE_ICON_BREATH:
        breath(&p);
        break;
    case PLIE_ICON_CLOCK:
        clock_face(&p);
        break;
    case PLIE_ICON_FLAME:
        flame(&p, ground);
        break;
    }
}

plie_icon plie_interval_icon(plie_interval_kind kind) {
    static const plie_icon icons[] = {
        [PLIE_PREPARE] = PLIE_ICON_PREPARE, [PLIE_WORK] = PLIE_ICON_WORK,
        [PLIE_REST] = PLIE_ICON_REST,       [PLIE_ROUND_REST] = PLIE_ICON_ROUND_REST,
        [PLIE_SWITCH] = PLIE_ICON_SWITCH,   [PLIE_TRANSITION] = PLIE_ICON_TRANSITION,
    };
    return icons[kind];
}
