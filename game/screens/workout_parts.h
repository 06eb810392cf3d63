/* The parts of the workout screen, in files of their own. Only workout*.c include this. */
#ifndef PLIE_SCREENS_WORKOUT_PARTS_H
#define PLIE_SCREENS_WORKOUT_PARTS_H

#include "screens/workout.h"

/* Whether a figure or pictures show how it is done. */
bool plie_workout_shows(const plie_workout *workout);

const plie_interval *plie_workout_interval(const plie_workout *workout);

/* The colour of the phase at hand. */
SDL_Color plie_workout_color(const plie_page *page, const plie_workout *workout);

/* Units in pixels, but no less than what can be read from afar. */
float plie_vital_px(const plie_page *page, float units);

/* Units in pixels of what is small beside the workout itself: it can be made smaller, and does not
 * grow at its cost. */
float plie_minor_px(const plie_page *page, float units);

/* Whether a mouse or a finger is in use. */
bool plie_is_pointed_at(const plie_page *page);

/* A text of parts with dots between them, in lines that are broken at dots alone, from the box's
 * top. It shrinks to smallest_px; then the last parts go. Returns the height used. */
float plie_workout_dotted(plie_page *page, plie_font font, plie_box box, plie_align align,
                          int max_lines, float smallest_px, const char *text, bool drawn);

/* The program, the place in it, the time that is left, and the sound where it is off or can be
 * reached. */
float plie_workout_header_height(plie_page *page, float width, const plie_workout *workout);
void plie_workout_draw_header(plie_page *page, plie_box box, const plie_workout *workout);

/* The exercise and its dose, or what this pause is and what comes. Returns the height used. */
float plie_workout_draw_title(plie_page *page, plie_box box, const plie_workout *workout);

/* The button of self-paced work; nothing for other work. Cuts its room off the box's foot. */
void plie_workout_draw_done(plie_page *page, plie_box *box, const plie_workout *workout);

/* Ring and number. */
void plie_workout_draw_ring(plie_page *page, plie_box box, const plie_workout *workout);

/* Whether what is being said is a cue that the panel shows beside the figure: there it is marked,
 * and needs no caption. */
bool plie_workout_cue_is_said(const plie_workout *workout);

/* What to mind in the exercise. covered_px of the panel's foot will be drawn over; they are no more
 * than the panel's height. */
void plie_workout_draw_panel(plie_page *page, plie_box box, const plie_workout *workout,
                             float covered_px);

/* The same in two boxes, for a workout with a figure: what it shows, and the cue whose turn it is,
 * on the foot of its box. */
void plie_workout_draw_figure(plie_page *page, plie_box box, const plie_workout *workout);
void plie_workout_draw_cue(plie_page *page, plie_box box, const plie_workout *workout);

/* "Next" and what comes, in one line or two. */
float plie_workout_next_height(plie_page *page, float width, const plie_workout *workout);
void plie_workout_draw_next(plie_page *page, plie_box box, const plie_workout *workout);

/* The strip of segments, and below it the keys. In a wide window what is being said stands over
 * them, as subtitles do. */
float plie_workout_strip_height(const plie_page *page);
float plie_workout_hints_height(const plie_page *page);
void plie_workout_draw_foot(plie_page *page, plie_box box, const plie_workout *workout);

/* Where the line that is being said stands, upwards from the box's foot, if there is one; else an
 * empty box there. */
plie_box plie_workout_caption_box(plie_page *page, plie_box foot, const plie_workout *workout);
void plie_workout_draw_caption(plie_page *page, plie_box foot, const plie_workout *workout);
/* What a caption needs: two lines. */
float plie_workout_caption_height(const plie_page *page);

/* A short message, upwards from the box's foot; its box is empty where there is none. */
plie_box plie_workout_toast_box(plie_page *page, plie_box within, const plie_workout *workout);
void plie_workout_draw_toast(plie_page *page, plie_box box, const plie_workout *workout);

/* Buttons for quieter, mute and louder, side by side, each as high as the box; from its right end.
 * Returns the width used. */
float plie_workout_draw_volume_buttons(plie_page *page, plie_box box, const plie_workout *workout);
/* "Volume", a bar that is as full as it is loud, and the percents. */
void plie_workout_draw_volume_bar(plie_page *page, plie_box box, const plie_workout *workout,
                                  SDL_Color ink, SDL_Color track);

/* The dialog of a pause, or a question. */
void plie_workout_draw_overlay(plie_page *page, const plie_workout *workout);

#endif
