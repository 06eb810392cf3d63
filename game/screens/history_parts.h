/* What the screen "Your weeks" is made of. Only history*.c include this. */
#ifndef PLIE_SCREENS_HISTORY_PARTS_H
#define PLIE_SCREENS_HISTORY_PARTS_H

#include "screens/history.h"

#define PLIE_HISTORY_TEXT_SIZE 1024

/* One line in a box; sizes in units. It shrinks to six tenths. */
float plie_history_line(plie_page *page, plie_box box, plie_weight weight, float size,
                        SDL_Color color, plie_align align, const char *text);

/* Text in lines; only measured unless draw. Returns its height. */
float plie_history_text(plie_page *page, plie_box box, plie_weight weight, float size,
                        SDL_Color color, int lines, const char *text, bool draw);

/* A sheet too low for large titles. */
bool plie_history_is_low(const plie_page *page);
float plie_history_title_size(const plie_page *page);

/* Lines that a text of so many bytes takes in so many pixels, told from its length alone: thousands
 * are asked for at each picture. At most most. */
int plie_history_lines_for(size_t length, float width_px, float size_px, int most);

/* The two arrows at the right of a panel's head. Returns what is left of the head. */
plie_box plie_history_arrows(plie_page *page, plie_box head, const plie_history_screen *screen,
                             plie_history_pressed back, plie_history_pressed on);

/* A pill from the right of a box, which it shortens. */
void plie_history_pill(plie_page *page, plie_box *box, const plie_pill *pill,
                       plie_history_pressed pressed);

/* A frame around a panel in focus. */
void plie_history_frame(plie_page *page, plie_box box, float radius_px);

/* The panels. */
void plie_history_draw_weeks(plie_page *page, plie_box box, plie_history_screen *screen);
void plie_history_draw_month(plie_page *page, plie_box box, const plie_history_screen *screen);

/* A row of the list. */
float plie_history_row_height(const plie_page *page, float width_px,
                              const plie_session_record *record);
void plie_history_draw_row(plie_page *page, plie_box box, const plie_history_screen *screen,
                           size_t row);

/* The other views, each with its hints, and the question above any of them. */
void plie_history_draw_session(plie_page *page, plie_history_screen *screen);
void plie_history_draw_progress(plie_page *page, plie_history_screen *screen);
void plie_history_draw_question(plie_page *page, const plie_history_screen *screen);

#endif
