/* The screen of settings, and of the health questions: rows in groups, each with what it is called
 * and a control. What the rows stand for is settings_rows.h's and health_rows.h's. */
#ifndef PLIE_SCREENS_SETTINGS_H
#define PLIE_SCREENS_SETTINGS_H

#include "screens/page.h"

typedef enum {
    PLIE_ROW_SLIDER,
    PLIE_ROW_SWITCH,
    PLIE_ROW_CHOICE,
    PLIE_ROW_FOLDER, /* a path that is typed */
    PLIE_ROW_TEXT,   /* to be read only */
    PLIE_ROW_ITEM,   /* of a list, with a button */
    PLIE_ROW_DATE    /* a slider of days, and a button for one day on either side */
} plie_row_kind;

typedef struct {
    int value;
    const char *text;
} plie_row_choice;

typedef struct {
    const char *heading; /* of the group that begins with this row; "" for a gap; or NULL */
    const char *label;
    const char *becomes;             /* shown after the label and an arrow, or NULL */
    bool label_is_id, becomes_is_id; /* of an exercise without a name: shown as words */
    const char *help;                /* or NULL */
    bool help_warns;
    plie_row_kind kind;
    int value;           /* a switch: 0 or 1 */
    int low, high, step; /* of a slider */
    const char *unit;    /* of a slider: " %" */
    bool narrow;         /* a choice between short words */
    bool asks;           /* a question that is answered by yes or no, with a key of its own too */
    const plie_row_choice *choices;
    size_t choice_count;
    bool last_waits;    /* its last choice cannot be taken yet, and is grey */
    const char *text;   /* of a folder, a text or a date; "" where there is none */
    const char *button; /* of an item; of a folder where it can be cleared; or NULL */
    const void *source; /* what it stands for */
} plie_settings_row;

#define PLIE_SETTINGS_ROW_LIMIT 160

typedef struct {
    const char *title;      /* NULL: these are the settings */
    bool tight;             /* rows stand closer, so that more of them are in sight */
    const char *intro;      /* what is said below the title, or NULL */
    const char *notice;     /* what is the matter with the settings' file, or NULL */
    plie_at place;          /* whose keys are told; 0: those of the settings */
    const char *no_to_open; /* what the key does that says no to all open questions, or NULL */
    plie_settings_row rows[PLIE_SETTINGS_ROW_LIMIT];
    size_t count;
    size_t focus;
    bool typing; /* into the row in focus */
    bool reveal; /* the row in focus has to come into sight; drawing does it */
    plie_scroll scroll;
    float bottoms_px[PLIE_SETTINGS_ROW_LIMIT]; /* where rows end in the content, as last drawn */
} plie_settings_screen;

/* The argument of PLIE_ACTION_CHOOSE on this screen: a row and a place in it. The places are a
 * slider's stops and a choice's choices, counted from 0, and these: */
enum {
    PLIE_ROW_ITSELF = 0xFF,
    PLIE_ROW_PRESSED = 0xFE, /* a switch, the field of a folder */
    PLIE_ROW_BUTTON = 0xFD,
    PLIE_ROW_LESS = 0xFC, /* a date: the day before, and the next */
    PLIE_ROW_MORE = 0xFB
};
#define PLIE_ROW_HIT(row, place) ((int)(row)*0x100 + (int)(place))
#define PLIE_ROW_HIT_ROW(argument) ((size_t)(argument) / 0x100)
#define PLIE_ROW_HIT_PLACE(argument) ((argument) % 0x100)

/* How many values a slider has, and which is which; the last one is always its high end. */
int plie_slider_stops(const plie_settings_row *row);
int plie_slider_value(const plie_settings_row *row, int stop);

void plie_settings_draw(plie_page *page, plie_settings_screen *screen);

/* The row that a page key leads to: so many rows on as are in sight at once; or by one, for a
 * remote, which has no other keys to reach each row. */
int64_t plie_settings_page_of(const plie_settings_screen *screen, int direction, bool by_one);

/* Parts of it, in a file of their own: a row's control in a box of its width, of the row in focus
 * or one that is typed into. Returns its height, and draws only if index is not negative. */
typedef struct {
    bool focused, typing;
} plie_control_state;
float plie_settings_control(plie_page *page, plie_box box, const plie_settings_row *row, int index,
                            plie_control_state state);

#endif
