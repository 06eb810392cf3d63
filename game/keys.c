#include "keys.h"

#define IN_SESSION (PLIE_AT_WORK | PLIE_AT_PAUSE)
#define IN_LISTS (PLIE_AT_DETAILS | PLIE_AT_SETTINGS | PLIE_AT_LIST)
#define IN_MENUS (PLIE_AT_HOME | PLIE_AT_QUESTION | PLIE_AT_FINISH | PLIE_AT_MESSAGE | IN_LISTS)
#define EVERYWHERE (IN_SESSION | IN_MENUS)
#define ENTER SDLK_RETURN, SDLK_KP_ENTER, SDLK_SELECT

/* In the order in which hints are shown. */
static const plie_key table[] = {
    {PLIE_AT_HOME,
     PLIE_ACTION_OK,
     {ENTER},
     "Enter",
     "start",
     "Enter",
     "start; when a workout waits for you: done"},
    {PLIE_AT_WORK, PLIE_ACTION_DONE, {ENTER}, "Enter", "done", NULL, NULL},
    {PLIE_AT_QUESTION | PLIE_AT_FINISH | PLIE_AT_MESSAGE,
     PLIE_ACTION_OK,
     {ENTER, SDLK_SPACE},
     "Enter",
     "choose",
     NULL,
     NULL},
    {PLIE_AT_PAUSE, PLIE_ACTION_PAUSE, {ENTER}, "Enter", NULL, NULL, NULL},
    {PLIE_AT_HOME | IN_LISTS,
     PLIE_ACTION_UP,
     {SDLK_UP},
     "Arrows",
     "choose",
     "Arrows",
     "choose, in menus"},
    {PLIE_AT_SEARCH, PLIE_ACTION_UP, {SDLK_UP}, "Arrows", NULL, NULL, NULL},
    {PLIE_AT_SEARCH, PLIE_ACTION_DOWN, {SDLK_DOWN, SDLK_TAB}, "Arrows", NULL, NULL, NULL},
    {PLIE_AT_SEARCH, PLIE_ACTION_OK, {ENTER}, "Enter", "choose", NULL, NULL},
    {PLIE_AT_SEARCH, PLIE_ACTION_ERASE, {SDLK_BACKSPACE}, "Backspace", NULL, NULL, NULL},
    {PLIE_AT_SEARCH, PLIE_ACTION_BACK, {SDLK_ESCAPE}, "Esc", "all programs", NULL, NULL},
    {PLIE_AT_DETAILS, PLIE_ACTION_OK, {ENTER}, "Enter", "start from here", NULL, NULL},
    {PLIE_AT_LIST, PLIE_ACTION_OK, {ENTER}, "Enter", "go there", NULL, NULL},
    {PLIE_AT_SETTINGS, PLIE_ACTION_OK, {ENTER, SDLK_SPACE}, "Enter", "change", NULL, NULL},
    {PLIE_AT_QUESTION | PLIE_AT_FINISH,
     PLIE_ACTION_LEFT,
     {SDLK_LEFT, SDLK_UP},
     "Arrows",
     "move",
     NULL,
     NULL},
    {PLIE_AT_QUESTION | PLIE_AT_FINISH,
     PLIE_ACTION_RIGHT,
     {SDLK_RIGHT, SDLK_DOWN, SDLK_TAB},
     "Arrows",
     NULL,
     NULL,
     NULL},
    {PLIE_AT_HOME | IN_LISTS, PLIE_ACTION_DOWN, {SDLK_DOWN, SDLK_TAB}, "Down", NULL, NULL, NULL},
    {PLIE_AT_HOME | IN_LISTS, PLIE_ACTION_LEFT, {SDLK_LEFT}, "Left", NULL, NULL, NULL},
    {PLIE_AT_HOME | IN_LISTS, PLIE_ACTION_RIGHT, {SDLK_RIGHT}, "Right", NULL, NULL, NULL},
    {PLIE_AT_HOME | IN_LISTS, PLIE_ACTION_PAGE_UP, {SDLK_PAGEUP}, "PgUp", NULL, NULL, NULL},
    {PLIE_AT_HOME | IN_LISTS, PLIE_ACTION_PAGE_DOWN, {SDLK_PAGEDOWN}, "PgDn", NULL, NULL, NULL},
    {PLIE_AT_HOME | IN_LISTS, PLIE_ACTION_FIRST, {SDLK_HOME}, "Home", NULL, NULL, NULL},
    {PLIE_AT_HOME | IN_LISTS, PLIE_ACTION_LAST, {SDLK_END}, "End", NULL, NULL, NULL},
    {PLIE_AT_HOME,
     PLIE_ACTION_DETAILS,
     {SDLK_d},
     "D",
     "details",
     "D",
     "all of a program, second by second"},
    {PLIE_AT_HOME, PLIE_ACTION_SEARCH, {SDLK_SLASH}, "/", "search", "/", "search programs"},
    {PLIE_AT_HOME | PLIE_AT_PAUSE,
     PLIE_ACTION_SETTINGS,
     {SDLK_s},
     "S",
     "settings",
     "S",
     "settings, at home and in a pause"},
    {PLIE_AT_DETAILS | PLIE_AT_LIST,
     PLIE_ACTION_AVOID,
     {SDLK_x},
     "X",
     "never this one",
     "X",
     "never this exercise, or again; in the list of a plan"},
    {IN_SESSION,
     PLIE_ACTION_LIST,
     {SDLK_l},
     "L",
     "list",
     "L",
     "the list of all exercises, to look at one or to go there"},
    {PLIE_AT_HOME, PLIE_ACTION_SWITCH, {SDLK_SPACE}, "Space", "on or off", NULL, NULL},
    {PLIE_AT_DETAILS | PLIE_AT_LIST, PLIE_ACTION_SWITCH, {SDLK_SPACE}, "Space", "look", NULL, NULL},
    {IN_SESSION,
     PLIE_ACTION_PAUSE,
     {SDLK_SPACE, SDLK_p, SDLK_AUDIOPLAY, SDLK_PAUSE},
     "Space",
     "pause",
     "Space, P",
     "pause, and go on; in menus Space switches an option"},
    {IN_SESSION,
     PLIE_ACTION_NEXT,
     {SDLK_RIGHT, SDLK_n, SDLK_AUDIONEXT},
     "Right",
     "next",
     "Right, N",
     "the next exercise or rest"},
    {IN_SESSION,
     PLIE_ACTION_PREVIOUS,
     {SDLK_LEFT, SDLK_b, SDLK_AUDIOPREV},
     "Left",
     "back",
     "Left, B",
     "from the start again, or the one before"},
    {IN_SESSION,
     PLIE_ACTION_MORE_REST,
     {SDLK_PLUS, SDLK_EQUALS, SDLK_KP_PLUS},
     "+",
     "10 s more",
     "+",
     "ten seconds more rest"},
    {IN_SESSION, PLIE_ACTION_EASIER, {SDLK_e}, "E", "easier", "E", "an easier form from here on"},
    {IN_SESSION, PLIE_ACTION_HARDER, {SDLK_h}, "H", "harder", "H", "a harder form from here on"},
    {IN_SESSION,
     PLIE_ACTION_LOUDER,
     {SDLK_UP, SDLK_VOLUMEUP},
     "Up",
     NULL,
     "Up, Down",
     "volume, in a workout"},
    {IN_SESSION, PLIE_ACTION_QUIETER, {SDLK_DOWN, SDLK_VOLUMEDOWN}, "Down", NULL, NULL, NULL},
    {EVERYWHERE, PLIE_ACTION_MUTE, {SDLK_m}, "M", "mute", "M", "sound off and on"},
    {EVERYWHERE,
     PLIE_ACTION_FULL_SCREEN,
     {SDLK_f, SDLK_F11},
     "F",
     "full screen",
     "F, F11",
     "full screen and back"},
    {EVERYWHERE,
     PLIE_ACTION_BACK,
     {SDLK_ESCAPE, SDLK_AC_BACK},
     "Esc",
     "stop",
     "Esc",
     "stop (asks first), back"},
    {PLIE_AT_QUESTION, PLIE_ACTION_STOP, {SDLK_s}, "S", "stop", NULL, NULL},
    {EVERYWHERE, PLIE_ACTION_QUIT, {SDLK_q}, "Q", "quit", "Q", "quit"},
};
#define TABLE_COUNT (sizeof table / sizeof *table)

size_t plie_key_count(void) {
    return TABLE_COUNT;
}

const plie_key *plie_key_at(size_t index) {
    return &table[index];
}

static bool has_key(const plie_key *row, SDL_Keycode key) {
    for (size_t i = 0; i < PLIE_KEYS_PER_ACTION && row->keys[i] != 0; i++)
        if (row->keys[i] == key)
            return true;
    return false;
}

plie_action plie_key_action(SDL_Keycode key, plie_at place) {
    for (size_t i = 0; i < TABLE_COUNT; i++)
        if ((table[i].places & place) && has_key(&table[i], key))
            return table[i].action;
    return PLIE_ACTION_NONE;
}

const plie_key *plie_key_for(plie_action action, plie_at place) {
    for (size_t i = 0; i < TABLE_COUNT; i++)
        if ((table[i].places & place) && table[i].action == action && table[i].hint)
            return &table[i];
    return NULL;
}

bool plie_action_repeats(plie_action action) {
    switch (action) {
    case PLIE_ACTION_UP:
    case PLIE_ACTION_DOWN:
    case PLIE_ACTION_LEFT:
    case PLIE_ACTION_RIGHT:
    case PLIE_ACTION_LOUDER:
    case PLIE_ACTION_QUIETER:
        return true;
    default:
        return false;
    }
}
