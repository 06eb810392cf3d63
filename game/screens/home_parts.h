/* The parts of the home screen, from top to bottom. Each takes as much height as it needs and
 * returns it; the page is measured first, then drawn. Only home*.c include this. */
#ifndef PLIE_SCREENS_HOME_PARTS_H
#define PLIE_SCREENS_HOME_PARTS_H

#include "screens/home.h"

enum {
    PLIE_HOME_CARDS_END,
    PLIE_HOME_LEVEL_END,
    PLIE_HOME_MINUTES_END,
    PLIE_HOME_OPTIONS_END,
    PLIE_HOME_DETAILS_END,
    PLIE_HOME_END_COUNT
};

typedef struct {
    plie_page *page;
    const plie_home *home;
    bool drawn;                      /* false: only measured */
    bool tight;                      /* notes stand closer, so that all fits into the window */
    plie_box focus;                  /* of the row in focus, where it stands */
    float cards_height;              /* 0: the least */
    float ends[PLIE_HOME_END_COUNT]; /* how far down the parts go */
} plie_home_pass;

/* The sheet is so low that everything has to be. */
bool plie_home_is_low(const plie_layout *layout);

/* So small that only what is chosen from counts. */
bool plie_home_is_tiny(const plie_layout *layout);

/* There are more programs than cards in sight, or one is searching already. */
bool plie_home_has_search(const plie_page *page, const plie_home *home);

/* What is only said has room in the line of the date, in a sheet of this width. */
bool plie_home_says_beside(plie_page *page, float width, const plie_home *home);

/* Each is given the box's place and width; its height does not count. */
float plie_home_head(plie_home_pass *pass, plie_box box);
float plie_home_offer(plie_home_pass *pass, plie_box box);
float plie_home_cards(plie_home_pass *pass, plie_box box);
float plie_home_level(plie_home_pass *pass, plie_box box);
float plie_home_minutes(plie_home_pass *pass, plie_box box);
float plie_home_option_pills(plie_home_pass *pass, plie_box box);
float plie_home_details(plie_home_pass *pass, plie_box box);

/* What is chosen in one line, and the way to change it: for where the choices are out of sight. */
void plie_home_draw_summary(plie_page *page, plie_box box, const plie_home *home);

/* "5-8 of 37", or what a search is at. */
void plie_home_count_text(char *text, size_t size, const plie_home *home);

/* A wrapped text of at most so many lines, in units of size. */
float plie_home_text(const plie_home_pass *pass, plie_box box, SDL_Color color, float size,
                     int lines, const char *text);

/* A program as a card. */
typedef struct {
    bool selected;
    bool focused;
    float name_px;
    float summary_px; /* the height kept free for summaries, so that names stand in one line */
} plie_home_card_look;
void plie_home_draw_card(plie_page *page, plie_box box, const plie_home_card *card,
                         const plie_home_card_look *look);

/* The size at which the names of all cards of a width are written; longer ones shrink more. */
float plie_home_name_px(plie_page *page, float card_width, const plie_home *home);

/* How high the longest of the summaries is. */
float plie_home_summary_px(plie_page *page, float card_width, const plie_home *home);

/* The button that starts, which fills its box. */
void plie_home_draw_start(plie_page *page, plie_box box, const plie_home *home);

/* Whether it says in such a box where a session that was cut off goes on. */
bool plie_home_start_names_place(plie_page *page, plie_box box, const plie_home *home);

/* Its height on this page. */
float plie_home_start_height(const plie_page *page);

#endif
