/* What every screen is given to draw with, and the small parts that screens are made of. A screen
 * is a pure function of its model and its page: it keeps nothing between two pictures. */
#ifndef PLIE_SCREENS_PAGE_H
#define PLIE_SCREENS_PAGE_H

#include "draw/canvas.h"
#include "draw/theme.h"
#include "screens/hits.h"
#include "screens/layout.h"

typedef struct {
    plie_canvas *canvas;
    const plie_theme *theme;
    plie_layout layout;
    plie_hits hits;
    plie_device_kind device; /* the one last used: its keys are shown */
} plie_page;

/* From here to the next call nothing is drawn or can be clicked outside of the box; NULL ends it.
 */
void plie_part_within(plie_page *page, const plie_box *box);

/* A list that is longer than its room: how far it was moved up, and how far it can be. Screens that
 * scroll keep one in their model; drawing limits offset_px and fills in the rest. */
typedef struct {
    float offset_px;
    float content_px, room_px; /* as last drawn */
} plie_scroll;

/* Limits the offset to what there is. */
void plie_scroll_settle(plie_scroll *scroll, float content_px, float room_px);

/* Moves the list just so far that from top_px to bottom_px (in the content) is in sight. */
void plie_scroll_show(plie_scroll *scroll, float top_px, float bottom_px);

/* A thin bar at the box's right edge that tells where in the list one is; nothing where all of it
 * is in sight. */
void plie_part_scroll_bar(plie_page *page, plie_box box, const plie_scroll *scroll);

/* Units in pixels. */
float plie_px(const plie_page *page, float units);

plie_font plie_page_font(plie_weight weight, float size_px, SDL_Color color);

/* The same colour, seen through. */
SDL_Color plie_faint(SDL_Color color, float opacity);

/* One line in the middle of the box's height; it shrinks to smallest_px, then ends in an ellipsis.
 * Returns its width. */
float plie_part_line(plie_page *page, plie_font font, plie_box box, plie_align align,
                     float smallest_px, const char *text);

/* A ground for what belongs together. */
void plie_part_panel(plie_page *page, plie_box box, float radius_px);

/* A button with round ends. */
typedef struct {
    const char *text;
    bool chosen;
    bool focused;
    bool disabled;
    bool has_mark; /* a mark in front that tells on from off */
    bool warns;    /* what it does cannot be taken back */
    bool on_panel; /* it lies on a panel, not on the background */
} plie_pill;
void plie_part_pill(plie_page *page, plie_box box, const plie_pill *pill);
/* How wide a pill of this height has to be for its text. */
float plie_part_pill_width(plie_page *page, const plie_pill *pill, float height);

/* A ring around a box that has the focus. */
void plie_part_focus(plie_page *page, plie_box box, float radius_px);

/* A small label on a ground of its own; returns its width. */
float plie_part_chip(plie_page *page, float x, float y, float height, const char *text,
                     SDL_Color ink, SDL_Color ground);
float plie_part_chip_width(plie_page *page, float height, const char *text);

/* Keys and what they do, in one line, as far as they fit; each can be clicked. */
typedef struct {
    plie_action action;
    const char *hint; /* instead of the table's; NULL: the table's */
} plie_hint;
void plie_part_hints(plie_page *page, plie_box box, plie_align align, plie_at place,
                     const plie_hint *hints, size_t count);

/* The whole window behind a veil, and a panel in its middle. Returns the panel's inside. */
plie_box plie_part_dialog(plie_page *page, float width_units, float height_units);

#endif
