/* What a person can ask for, and the keys for it: one table for each thing with keys (keyboard,
 * presenter's remote, game pad), from which the window reads them and draws its hints, and to which
 * the README and the manual page are held. */
#ifndef PLIE_KEYS_H
#define PLIE_KEYS_H

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum {
    PLIE_ACTION_NONE,
    PLIE_ACTION_UP,
    PLIE_ACTION_DOWN,
    PLIE_ACTION_LEFT,
    PLIE_ACTION_RIGHT,
    PLIE_ACTION_OK,
    PLIE_ACTION_SWITCH, /* the thing in focus, on or off */
    PLIE_ACTION_BACK,
    PLIE_ACTION_STOP,  /* the answer to the question whether to stop */
    PLIE_ACTION_PAUSE, /* or go on */
    PLIE_ACTION_NEXT,
    PLIE_ACTION_PREVIOUS,
    PLIE_ACTION_MORE_REST,
    PLIE_ACTION_DONE,
    PLIE_ACTION_EASIER,
    PLIE_ACTION_HARDER,
    PLIE_ACTION_MUTE,
    PLIE_ACTION_LOUDER,
    PLIE_ACTION_QUIETER,
    PLIE_ACTION_FULL_SCREEN,
    PLIE_ACTION_PAGE_UP, /* a screenful */
    PLIE_ACTION_PAGE_DOWN,
    PLIE_ACTION_FIRST,
    PLIE_ACTION_LAST,
    PLIE_ACTION_DETAILS,
    PLIE_ACTION_SETTINGS,
    PLIE_ACTION_HISTORY,
    PLIE_ACTION_PROGRESS, /* of a program over time */
    PLIE_ACTION_DELETE,   /* the session in focus; asks first */
    PLIE_ACTION_SEARCH,
    PLIE_ACTION_ERASE,    /* the last letter typed */
    PLIE_ACTION_LIST,     /* of all intervals, in a session */
    PLIE_ACTION_AVOID,    /* never this exercise; or again */
    PLIE_ACTION_TAKE,     /* what home offers */
    PLIE_ACTION_RESUME,   /* the workout that was cut off */
    PLIE_ACTION_LET_BE,   /* that workout is not gone on with */
    PLIE_ACTION_EFFORT_1, /* how hard a workout was; the others follow in their order */
    PLIE_ACTION_EFFORT_2,
    PLIE_ACTION_EFFORT_3,
    PLIE_ACTION_EFFORT_4,
    PLIE_ACTION_EFFORT_5,
    PLIE_ACTION_EFFORT_6,
    PLIE_ACTION_EFFORT_7,
    PLIE_ACTION_EFFORT_8,
    PLIE_ACTION_EFFORT_9,
    PLIE_ACTION_EFFORT_10,
    PLIE_ACTION_YES, /* answers to the question in focus */
    PLIE_ACTION_NO,
    PLIE_ACTION_NO_TO_ALL, /* to all questions that are still open */
    PLIE_ACTION_QUIT,
    PLIE_ACTION_POINT, /* a click or a touch at x, y */
    PLIE_ACTION_CHOOSE /* the thing on the screen that the argument names */
} plie_action;

/* Where a key is pressed; bits, so that a key may count at several places. */
typedef enum {
    PLIE_AT_HOME = 1,
    PLIE_AT_WORK = 2,     /* a session that runs */
    PLIE_AT_PAUSE = 4,    /* a session that is paused */
    PLIE_AT_QUESTION = 8, /* a question over a session */
    PLIE_AT_FINISH = 16,
    PLIE_AT_MESSAGE = 32,
    PLIE_AT_SEARCH = 64, /* text is being typed on the home screen */
    PLIE_AT_DETAILS = 128,
    PLIE_AT_SETTINGS = 256,
    PLIE_AT_LIST = 512,  /* all intervals of a session, and a look at each exercise */
    PLIE_AT_WAIT = 1024, /* a session whose work waits until it is done; never a screen's own */
    PLIE_AT_HISTORY = 2048,
    PLIE_AT_HEALTH = 4096 /* the health questions, and what is said before a workout */
} plie_at;

/* What a person holds in the hand. */
typedef enum {
    PLIE_BY_KEYBOARD,
    PLIE_BY_MOUSE,
    PLIE_BY_TOUCH,
    PLIE_BY_PAD,
    PLIE_BY_REMOTE /* a presenter's: it has page keys and little else */
} plie_device_kind;

#define PLIE_KEYS_PER_ACTION 5

/* The buttons of a pad, by their place on most: A is the lowest of the four. The stick counts as
 * the directions. */
typedef enum {
    PLIE_PAD_NONE,
    PLIE_PAD_A,
    PLIE_PAD_B,
    PLIE_PAD_X,
    PLIE_PAD_Y,
    PLIE_PAD_LB,
    PLIE_PAD_RB,
    PLIE_PAD_LT,
    PLIE_PAD_RT,
    PLIE_PAD_VIEW,
    PLIE_PAD_START,
    PLIE_PAD_STICK, /* either of them, pressed */
    PLIE_PAD_UP,
    PLIE_PAD_DOWN,
    PLIE_PAD_LEFT,
    PLIE_PAD_RIGHT
} plie_pad_button;

typedef struct {
    unsigned places; /* bits of plie_at */
    plie_action action;
    int keys[PLIE_KEYS_PER_ACTION]; /* SDL_Keycode, or plie_pad_button; 0 after the last */
    const char *label;              /* the key to show: "Space" */
    const char *hint;               /* what it does, in a word or two; NULL: not shown */
    const char *names;              /* all its keys: "Space, P"; NULL: told by another */
    const char *help;               /* what it does, as a clause */
} plie_key;

/* The table of PLIE_BY_KEYBOARD, PLIE_BY_REMOTE or PLIE_BY_PAD (none for the others); index <
 * plie_key_count_of(). Static. */
size_t plie_key_count_of(plie_device_kind device);
const plie_key *plie_key_of(plie_device_kind device, size_t index);

/* The action of a key (the keyboard's or a remote's) at a place, or PLIE_ACTION_NONE. */
plie_action plie_key_action(SDL_Keycode key, plie_at place);

/* The same with Ctrl held. */
plie_action plie_chord_action(SDL_Keycode key, plie_at place);

/* The same of a pad's button. */
plie_action plie_pad_action(plie_pad_button button, plie_at place);

/* The keyboard's row to show for an action at a place, or NULL. */
const plie_key *plie_key_for(plie_action action, plie_at place);

/* What to show for an action where a device is in use. */
typedef struct {
    const char *label; /* of the key or button; NULL: the words alone, to click or to tap */
    const char *hint;
    bool is_badge; /* one letter in a ring, as on a pad */
} plie_key_label;

/* False if the device has nothing for it. */
bool plie_key_label_for(plie_device_kind device, plie_action action, plie_at place,
                        plie_key_label *out);

/* Which device a key speaks of, as a remote is a keyboard to the system; last is the one used
 * before, which stays where a key may be of either. */
plie_device_kind plie_key_device(SDL_Keycode key, plie_at place, plie_device_kind last);

/* True for actions that a held key repeats. */
bool plie_action_repeats(plie_action action);

#endif
