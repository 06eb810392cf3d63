#include "keys.h"

#define IN_SESSION (PLIE_AT_WORK | PLIE_AT_WAIT | PLIE_AT_PAUSE)
#define IN_LISTS                                                                                   \
    (PLIE_AT_DETAILS | PLIE_AT_SETTINGS | PLIE_AT_LIST | PLIE_AT_HISTORY | PLIE_AT_HEALTH)
#define IN_DIALOGS (PLIE_AT_QUESTION | PLIE_AT_FINISH | PLIE_AT_MESSAGE)
#define IN_MENUS (PLIE_AT_HOME | IN_DIALOGS | IN_LISTS)
#define EVERYWHERE (IN_SESSION | IN_MENUS)
#define ENTER SDLK_RETURN, SDLK_KP_ENTER, SDLK_SELECT

/* In the order of the README. A row without a label is not shown; one without names is told by
 * another's help. */
static const plie_key keyboard[] = {
    {PLIE_AT_HOME,
     PLIE_ACTION_OK,
     {ENTER},
     "Enter",
     "start",
     "Enter",
     "start; when a workout waits for you: done"},
    {PLIE_AT_WORK | PLIE_AT_WAIT, PLIE_ACTION_DONE, {ENTER}, "Enter", "done", NULL, NULL},
    {PLIE_AT_PAUSE, PLIE_ACTION_PAUSE, {ENTER}, "Enter", NULL, NULL, NULL},
    {IN_DIALOGS, PLIE_ACTION_OK, {ENTER, SDLK_SPACE}, "Enter", "choose", NULL, NULL},
    {PLIE_AT_DETAILS, PLIE_ACTION_OK, {ENTER}, "Enter", "start from here", NULL, NULL},
    {PLIE_AT_LIST, PLIE_ACTION_OK, {ENTER}, "Enter", "go there", NULL, NULL},
    {PLIE_AT_SETTINGS, PLIE_ACTION_OK, {ENTER, SDLK_SPACE}, "Enter", "change", NULL, NULL},
    {PLIE_AT_HEALTH, PLIE_ACTION_OK, {ENTER, SDLK_SPACE}, "Enter", "choose", NULL, NULL},
    {PLIE_AT_HISTORY, PLIE_ACTION_OK, {ENTER, SDLK_SPACE}, "Enter", "open", NULL, NULL},
    {PLIE_AT_SEARCH, PLIE_ACTION_OK, {ENTER}, "Enter", "choose", NULL, NULL},
    {PLIE_AT_HOME | PLIE_AT_FINISH | IN_LISTS,
     PLIE_ACTION_UP,
     {SDLK_UP},
     "Arrows",
     "choose",
     "Arrows",
     "choose, in menus"},
    {PLIE_AT_HOME | PLIE_AT_FINISH | IN_LISTS,
     PLIE_ACTION_DOWN,
     {SDLK_DOWN, SDLK_TAB},
     "Down",
     NULL,
     NULL,
     NULL},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | PLIE_AT_FINISH | IN_LISTS,
     PLIE_ACTION_LEFT,
     {SDLK_LEFT},
     "Left",
     NULL,
     NULL,
     NULL},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | PLIE_AT_FINISH | IN_LISTS,
     PLIE_ACTION_RIGHT,
     {SDLK_RIGHT},
     "Right",
     NULL,
     NULL,
     NULL},
    {PLIE_AT_MESSAGE, PLIE_ACTION_UP, {SDLK_UP}, "Arrows", "scroll", NULL, NULL},
    {PLIE_AT_MESSAGE, PLIE_ACTION_DOWN, {SDLK_DOWN}, "Arrows", NULL, NULL, NULL},
    {PLIE_AT_SEARCH, PLIE_ACTION_UP, {SDLK_UP}, "Arrows", NULL, NULL, NULL},
    {PLIE_AT_SEARCH, PLIE_ACTION_DOWN, {SDLK_DOWN, SDLK_TAB}, "Arrows", NULL, NULL, NULL},
    {PLIE_AT_QUESTION, PLIE_ACTION_LEFT, {SDLK_LEFT, SDLK_UP}, "Arrows", "move", NULL, NULL},
    {PLIE_AT_QUESTION,
     PLIE_ACTION_RIGHT,
     {SDLK_RIGHT, SDLK_DOWN, SDLK_TAB},
     "Arrows",
     NULL,
     NULL,
     NULL},
    {IN_SESSION,
     PLIE_ACTION_PAUSE,
     {SDLK_SPACE, SDLK_p, SDLK_PAUSE},
     "Space",
     "pause",
     "Space, P",
     "pause, and go on; in menus Space switches an option"},
    {PLIE_AT_HOME, PLIE_ACTION_SWITCH, {SDLK_SPACE}, "Space", "on or off", NULL, NULL},
    {PLIE_AT_DETAILS | PLIE_AT_LIST,
     PLIE_ACTION_SWITCH,
     {SDLK_SPACE},
     "Space",
     "show exercise",
     NULL,
     NULL},
    {IN_SESSION,
     PLIE_ACTION_NEXT,
     {SDLK_RIGHT, SDLK_n},
     "Right",
     "next",
     "Right, N",
     "the next exercise or rest"},
    {IN_SESSION,
     PLIE_ACTION_PREVIOUS,
     {SDLK_LEFT, SDLK_BACKSPACE},
     "Left",
     "back",
     "Left, Backspace",
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
     "Up/Down",
     "volume",
     "Up, Down",
     "volume, in a workout"},
    {IN_SESSION, PLIE_ACTION_QUIETER, {SDLK_DOWN, SDLK_VOLUMEDOWN}, "Down", NULL, NULL, NULL},
    {IN_SESSION,
     PLIE_ACTION_LIST,
     {SDLK_l},
     "L",
     "list",
     "L",
     "the list of all exercises, to look at one or to go there"},
    {PLIE_AT_HOME,
     PLIE_ACTION_DETAILS,
     {SDLK_d},
     "D",
     "details",
     "D",
     "all of a program, second by second"},
    {PLIE_AT_HOME,
     PLIE_ACTION_SEARCH,
     {SDLK_SLASH, SDLK_KP_DIVIDE},
     "/",
     "search",
     "/, Ctrl+F",
     "search programs; Esc shows all again"},
    {PLIE_AT_HOME | PLIE_AT_PAUSE,
     PLIE_ACTION_SETTINGS,
     {SDLK_s},
     "S",
     "settings",
     "S",
     "settings, at home and in a pause"},
    {PLIE_AT_HOME, PLIE_ACTION_HISTORY, {SDLK_w}, "W", "your weeks", "W", "your weeks, at home"},
    {PLIE_AT_HISTORY,
     PLIE_ACTION_PROGRESS,
     {SDLK_p},
     "P",
     "progress",
     "P",
     "a program over time, in your weeks"},
    {PLIE_AT_HISTORY,
     PLIE_ACTION_DELETE,
     {SDLK_DELETE, SDLK_BACKSPACE},
     "Del",
     "delete",
     "Del",
     "delete a session (asks first), in your weeks"},
    {PLIE_AT_HOME,
     PLIE_ACTION_TAKE,
     {SDLK_a},
     "A",
     "take the advice",
     "A",
     "take the advice that home gives"},
    {PLIE_AT_HOME,
     PLIE_ACTION_RESUME,
     {SDLK_r},
     "R",
     "go on",
     "R",
     "go on with the workout that was cut off; X lets it be"},
    {PLIE_AT_HOME, PLIE_ACTION_LET_BE, {SDLK_x}, "X", "let it be", NULL, NULL},
    {PLIE_AT_FINISH,
     PLIE_ACTION_EFFORT_1,
     {SDLK_1, SDLK_KP_1},
     "1",
     NULL,
     "1 to 9, 0",
     "how hard it was, at the end; 0 is 10"},
    {PLIE_AT_FINISH, PLIE_ACTION_EFFORT_2, {SDLK_2, SDLK_KP_2}, "2", NULL, NULL, NULL},
    {PLIE_AT_FINISH, PLIE_ACTION_EFFORT_3, {SDLK_3, SDLK_KP_3}, "3", NULL, NULL, NULL},
    {PLIE_AT_FINISH, PLIE_ACTION_EFFORT_4, {SDLK_4, SDLK_KP_4}, "4", NULL, NULL, NULL},
    {PLIE_AT_FINISH, PLIE_ACTION_EFFORT_5, {SDLK_5, SDLK_KP_5}, "5", NULL, NULL, NULL},
    {PLIE_AT_FINISH, PLIE_ACTION_EFFORT_6, {SDLK_6, SDLK_KP_6}, "6", NULL, NULL, NULL},
    {PLIE_AT_FINISH, PLIE_ACTION_EFFORT_7, {SDLK_7, SDLK_KP_7}, "7", NULL, NULL, NULL},
    {PLIE_AT_FINISH, PLIE_ACTION_EFFORT_8, {SDLK_8, SDLK_KP_8}, "8", NULL, NULL, NULL},
    {PLIE_AT_FINISH, PLIE_ACTION_EFFORT_9, {SDLK_9, SDLK_KP_9}, "9", NULL, NULL, NULL},
    {PLIE_AT_FINISH, PLIE_ACTION_EFFORT_10, {SDLK_0, SDLK_KP_0}, "0", NULL, NULL, NULL},
    {PLIE_AT_DETAILS | PLIE_AT_LIST,
     PLIE_ACTION_AVOID,
     {SDLK_x},
     "X",
     "leave out always",
     "X",
     "never this exercise, or again; in the list of a plan"},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | IN_LISTS | PLIE_AT_MESSAGE,
     PLIE_ACTION_FIRST,
     {SDLK_HOME},
     "Home",
     NULL,
     "Home, End",
     "the first and the last, in menus"},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | IN_LISTS | PLIE_AT_MESSAGE,
     PLIE_ACTION_LAST,
     {SDLK_END},
     "End",
     NULL,
     NULL,
     NULL},
    {EVERYWHERE,
     PLIE_ACTION_MUTE,
     {SDLK_m, SDLK_AUDIOMUTE, SDLK_MUTE},
     "M",
     "mute",
     "M",
     "sound off and on"},
    {PLIE_AT_SEARCH, PLIE_ACTION_MUTE, {SDLK_AUDIOMUTE, SDLK_MUTE}, NULL, NULL, NULL, NULL},
    {EVERYWHERE,
     PLIE_ACTION_FULL_SCREEN,
     {SDLK_f, SDLK_F11},
     "F",
     "full screen",
     "F, F11",
     "full screen and back"},
    {PLIE_AT_SEARCH, PLIE_ACTION_FULL_SCREEN, {SDLK_F11}, "F11", "full screen", NULL, NULL},
    {IN_SESSION,
     PLIE_ACTION_BACK,
     {SDLK_ESCAPE, SDLK_AC_BACK},
     "Esc",
     "stop",
     "Esc",
     "stop (asks first), back"},
    {IN_MENUS, PLIE_ACTION_BACK, {SDLK_ESCAPE, SDLK_AC_BACK}, "Esc", "back", NULL, NULL},
    {PLIE_AT_SEARCH,
     PLIE_ACTION_BACK,
     {SDLK_ESCAPE, SDLK_AC_BACK},
     "Esc",
     "all programs",
     NULL,
     NULL},
    {PLIE_AT_SEARCH, PLIE_ACTION_ERASE, {SDLK_BACKSPACE}, "Backspace", NULL, NULL, NULL},
    {PLIE_AT_QUESTION, PLIE_ACTION_STOP, {SDLK_s}, "S", "stop", NULL, NULL},
    {PLIE_AT_HEALTH,
     PLIE_ACTION_YES,
     {SDLK_y},
     "Y",
     "yes",
     "Y, N",
     "yes and no, in the health questions"},
    {PLIE_AT_HEALTH, PLIE_ACTION_NO, {SDLK_n}, "N", "no", NULL, NULL},
    {EVERYWHERE, PLIE_ACTION_QUIT, {SDLK_q}, "Q", "quit", "Q, Ctrl+Q", "quit"},
    {IN_SESSION,
     PLIE_ACTION_PAUSE,
     {SDLK_AUDIOPLAY},
     NULL,
     NULL,
     "Play, Next, Previous, Stop",
     "media keys: pause, next, back, stop (asks first)"},
    {IN_SESSION, PLIE_ACTION_NEXT, {SDLK_AUDIONEXT}, NULL, NULL, NULL, NULL},
    {IN_SESSION, PLIE_ACTION_PREVIOUS, {SDLK_AUDIOPREV}, NULL, NULL, NULL, NULL},
    {IN_SESSION, PLIE_ACTION_BACK, {SDLK_AUDIOSTOP}, NULL, NULL, NULL, NULL},
};

/* Its black-screen key sends "." or "b", the one that starts a show F5 and Esc in turns. */
#define BLACK_SCREEN SDLK_PERIOD, SDLK_KP_PERIOD, SDLK_b

static const plie_key remote[] = {
    {PLIE_AT_WAIT, PLIE_ACTION_DONE, {SDLK_PAGEDOWN}, "\u25b6", "done", NULL, NULL},
    {PLIE_AT_WORK | PLIE_AT_PAUSE,
     PLIE_ACTION_NEXT,
     {SDLK_PAGEDOWN},
     "\u25b6",
     "next",
     "Page Down",
     "next; done, when a workout waits for you"},
    {IN_SESSION,
     PLIE_ACTION_PREVIOUS,
     {SDLK_PAGEUP},
     "\u25c0",
     "back",
     "Page Up",
     "from the start again, or the one before"},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | IN_LISTS | PLIE_AT_MESSAGE,
     PLIE_ACTION_PAGE_DOWN,
     {SDLK_PAGEDOWN},
     "\u25b6",
     NULL,
     "Page Up, Page Down",
     "in menus: another program, or a screenful"},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | IN_LISTS | PLIE_AT_MESSAGE,
     PLIE_ACTION_PAGE_UP,
     {SDLK_PAGEUP},
     "\u25c0",
     NULL,
     NULL,
     NULL},
    {PLIE_AT_QUESTION | PLIE_AT_FINISH,
     PLIE_ACTION_LEFT,
     {SDLK_PAGEUP},
     "\u25c0 \u25b6",
     "move",
     NULL,
     NULL},
    {PLIE_AT_QUESTION | PLIE_AT_FINISH,
     PLIE_ACTION_RIGHT,
     {SDLK_PAGEDOWN},
     "\u25c0 \u25b6",
     NULL,
     NULL,
     NULL},
    {IN_SESSION,
     PLIE_ACTION_PAUSE,
     {BLACK_SCREEN, SDLK_F5},
     "\u25a0",
     "pause",
     "Black screen (. or B)",
     "pause, and go on; in questions: choose"},
    {IN_DIALOGS, PLIE_ACTION_OK, {BLACK_SCREEN, SDLK_F5}, "\u25a0", NULL, NULL, NULL},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | IN_LISTS,
     PLIE_ACTION_OK,
     {SDLK_F5},
     "F5",
     NULL,
     "Start (F5)",
     "start, or choose; in a workout: pause"},
};

static const plie_key pad[] = {
    {PLIE_AT_WORK | PLIE_AT_PAUSE,
     PLIE_ACTION_PAUSE,
     {PLIE_PAD_A, PLIE_PAD_START},
     "A",
     NULL,
     "A, Start",
     "pause, and go on; done, when a workout waits for you; in menus: choose"},
    {PLIE_AT_WAIT, PLIE_ACTION_DONE, {PLIE_PAD_A}, "A", NULL, NULL, NULL},
    {PLIE_AT_WAIT, PLIE_ACTION_PAUSE, {PLIE_PAD_START}, "Start", NULL, NULL, NULL},
    {IN_MENUS | PLIE_AT_SEARCH,
     PLIE_ACTION_OK,
     {PLIE_PAD_A, PLIE_PAD_START},
     "A",
     NULL,
     NULL,
     NULL},
    {EVERYWHERE | PLIE_AT_SEARCH,
     PLIE_ACTION_BACK,
     {PLIE_PAD_B},
     "B",
     NULL,
     "B",
     "stop (asks first), back"},
    {IN_SESSION,
     PLIE_ACTION_EASIER,
     {PLIE_PAD_X},
     "X",
     NULL,
     "X",
     "an easier form from here on; in menus: on or off, a look, or progress"},
    {PLIE_AT_HOME | PLIE_AT_DETAILS | PLIE_AT_LIST,
     PLIE_ACTION_SWITCH,
     {PLIE_PAD_X},
     "X",
     NULL,
     NULL,
     NULL},
    {IN_SESSION,
     PLIE_ACTION_LIST,
     {PLIE_PAD_Y},
     "Y",
     NULL,
     "Y",
     "the list of all exercises; at home: settings; in lists: never this exercise, or delete"},
    {PLIE_AT_HOME, PLIE_ACTION_SETTINGS, {PLIE_PAD_Y}, "Y", NULL, NULL, NULL},
    {PLIE_AT_DETAILS | PLIE_AT_LIST, PLIE_ACTION_AVOID, {PLIE_PAD_Y}, "Y", NULL, NULL, NULL},
    {PLIE_AT_HISTORY, PLIE_ACTION_PROGRESS, {PLIE_PAD_X}, "X", NULL, NULL, NULL},
    {PLIE_AT_HISTORY, PLIE_ACTION_DELETE, {PLIE_PAD_Y}, "Y", NULL, NULL, NULL},
    {PLIE_AT_HOME,
     PLIE_ACTION_HISTORY,
     {PLIE_PAD_STICK},
     "Stick",
     NULL,
     "a stick, pressed",
     "your weeks, at home"},
    {IN_SESSION,
     PLIE_ACTION_NEXT,
     {PLIE_PAD_RB, PLIE_PAD_RIGHT},
     "RB",
     NULL,
     "RB, right",
     "the next exercise or rest"},
    {IN_SESSION,
     PLIE_ACTION_PREVIOUS,
     {PLIE_PAD_LB, PLIE_PAD_LEFT},
     "LB",
     NULL,
     "LB, left",
     "from the start again, or the one before"},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | IN_LISTS | PLIE_AT_MESSAGE,
     PLIE_ACTION_PAGE_UP,
     {PLIE_PAD_LB},
     "LB",
     NULL,
     "LB, RB",
     "in menus: another program, or a screenful"},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | IN_LISTS | PLIE_AT_MESSAGE,
     PLIE_ACTION_PAGE_DOWN,
     {PLIE_PAD_RB},
     "RB",
     NULL,
     NULL,
     NULL},
    {IN_SESSION,
     PLIE_ACTION_MORE_REST,
     {PLIE_PAD_LT},
     "LT",
     NULL,
     "LT",
     "ten seconds more rest; at home: let be what was cut off"},
    {PLIE_AT_HOME, PLIE_ACTION_LET_BE, {PLIE_PAD_LT}, "LT", NULL, NULL, NULL},
    {IN_SESSION,
     PLIE_ACTION_HARDER,
     {PLIE_PAD_RT},
     "RT",
     NULL,
     "RT",
     "a harder form from here on; at home: take what is offered"},
    {PLIE_AT_HOME, PLIE_ACTION_TAKE, {PLIE_PAD_RT}, "RT", NULL, NULL, NULL},
    {IN_SESSION,
     PLIE_ACTION_LOUDER,
     {PLIE_PAD_UP},
     "D-pad",
     NULL,
     "up, down",
     "volume, in a workout"},
    {IN_SESSION, PLIE_ACTION_QUIETER, {PLIE_PAD_DOWN}, "D-pad", NULL, NULL, NULL},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | IN_LISTS | PLIE_AT_FINISH | PLIE_AT_MESSAGE,
     PLIE_ACTION_UP,
     {PLIE_PAD_UP},
     "D-pad",
     NULL,
     "D-pad, stick",
     "choose, in menus"},
    {PLIE_AT_HOME | PLIE_AT_SEARCH | IN_LISTS | PLIE_AT_FINISH | PLIE_AT_MESSAGE,
     PLIE_ACTION_DOWN,
     {PLIE_PAD_DOWN},
     "D-pad",
     NULL,
     NULL,
     NULL},
    {PLIE_AT_HOME | PLIE_AT_FINISH | IN_LISTS,
     PLIE_ACTION_LEFT,
     {PLIE_PAD_LEFT},
     "D-pad",
     NULL,
     NULL,
     NULL},
    {PLIE_AT_HOME | PLIE_AT_FINISH | IN_LISTS,
     PLIE_ACTION_RIGHT,
     {PLIE_PAD_RIGHT},
     "D-pad",
     NULL,
     NULL,
     NULL},
    {PLIE_AT_QUESTION, PLIE_ACTION_LEFT, {PLIE_PAD_LEFT, PLIE_PAD_UP}, "D-pad", NULL, NULL, NULL},
    {PLIE_AT_QUESTION,
     PLIE_ACTION_RIGHT,
     {PLIE_PAD_RIGHT, PLIE_PAD_DOWN},
     "D-pad",
     NULL,
     NULL,
     NULL},
    {PLIE_AT_HOME,
     PLIE_ACTION_DETAILS,
     {PLIE_PAD_VIEW},
     "View",
     NULL,
     "View (Back)",
     "sound off and on; at home: all of a program"},
    {EVERYWHERE & ~PLIE_AT_HOME, PLIE_ACTION_MUTE, {PLIE_PAD_VIEW}, "View", NULL, NULL, NULL},
};

static const plie_key chords[] = {
    {EVERYWHERE | PLIE_AT_SEARCH, PLIE_ACTION_QUIT, {SDLK_q}, NULL, NULL, NULL, NULL},
    {PLIE_AT_HOME, PLIE_ACTION_SEARCH, {SDLK_f}, NULL, NULL, NULL, NULL},
};

typedef struct {
    const plie_key *rows;
    size_t count;
} key_table;

static key_table table_of(plie_device_kind device) {
    switch (device) {
    case PLIE_BY_KEYBOARD:
        return (key_table){keyboard, SDL_arraysize(keyboard)};
    case PLIE_BY_REMOTE:
        return (key_table){remote, SDL_arraysize(remote)};
    case PLIE_BY_PAD:
        return (key_table){pad, SDL_arraysize(pad)};
    default:
        return (key_table){NULL, 0};
    }
}

size_t plie_key_count_of(plie_device_kind device) {
    return table_of(device).count;
}

const plie_key *plie_key_of(plie_device_kind device, size_t index) {
    return table_of(device).rows + index;
}

static bool has_key(const plie_key *row, int key) {
    for (size_t i = 0; i < PLIE_KEYS_PER_ACTION && row->keys[i] != 0; i++)
        if (row->keys[i] == key)
            return true;
    return false;
}

static plie_action action_in(key_table table, int key, plie_at place) {
    for (size_t i = 0; i < table.count; i++)
        if ((table.rows[i].places & place) && has_key(&table.rows[i], key))
            return table.rows[i].action;
    return PLIE_ACTION_NONE;
}

plie_action plie_key_action(SDL_Keycode key, plie_at place) {
    plie_action action = action_in(table_of(PLIE_BY_KEYBOARD), key, place);
    return action != PLIE_ACTION_NONE ? action : action_in(table_of(PLIE_BY_REMOTE), key, place);
}

plie_action plie_chord_action(SDL_Keycode key, plie_at place) {
    return action_in((key_table){chords, SDL_arraysize(chords)}, key, place);
}

plie_action plie_pad_action(plie_pad_button button, plie_at place) {
    return action_in(table_of(PLIE_BY_PAD), button, place);
}

static const plie_key *labelled_row(plie_device_kind device, plie_action action, plie_at place) {
    key_table table = table_of(device);
    for (size_t i = 0; i < table.count; i++)
        if ((table.rows[i].places & place) && table.rows[i].action == action && table.rows[i].label)
            return table.rows + i;
    return NULL;
}

const plie_key *plie_key_for(plie_action action, plie_at place) {
    key_table table = table_of(PLIE_BY_KEYBOARD);
    for (size_t i = 0; i < table.count; i++)
        if ((table.rows[i].places & place) && table.rows[i].action == action && table.rows[i].hint)
            return table.rows + i;
    return NULL;
}

static bool only_moves(plie_action action) {
    return action == PLIE_ACTION_UP || action == PLIE_ACTION_DOWN || action == PLIE_ACTION_LEFT ||
           action == PLIE_ACTION_RIGHT;
}

bool plie_key_label_for(plie_device_kind device, plie_action action, plie_at place,
                        plie_key_label *out) {
    const plie_key *usual = plie_key_for(action, place);
    if (!usual)
        return false;
    *out = (plie_key_label){NULL, usual->hint, false};
    if (device == PLIE_BY_MOUSE || device == PLIE_BY_TOUCH)
        return !only_moves(action);
    const plie_key *row = device == PLIE_BY_KEYBOARD ? usual : labelled_row(device, action, place);
    if (!row)
        return false;
    out->label = row->label;
    out->is_badge = device == PLIE_BY_PAD && row->label[1] == '\0';
    return true;
}

static bool is_of_keyboards_and_remotes(SDL_Keycode key) {
    static const SDL_Keycode keys[] = {ENTER, SDLK_ESCAPE, SDLK_TAB, SDLK_b};
    for (size_t i = 0; i < SDL_arraysize(keys); i++)
        if (keys[i] == key)
            return true;
    return false;
}

/* These are on headphones and on walls: they tell nothing of what is in the hand. */
static bool is_of_any_device(SDL_Keycode key) {
    static const SDL_Keycode keys[] = {SDLK_AUDIOPLAY, SDLK_AUDIONEXT,  SDLK_AUDIOPREV,
                                       SDLK_AUDIOSTOP, SDLK_AUDIOMUTE,  SDLK_MUTE,
                                       SDLK_VOLUMEUP,  SDLK_VOLUMEDOWN, SDLK_SELECT};
    for (size_t i = 0; i < SDL_arraysize(keys); i++)
        if (keys[i] == key)
            return true;
    return false;
}

plie_device_kind plie_key_device(SDL_Keycode key, plie_at place, plie_device_kind last) {
    if (is_of_any_device(key))
        return last;
    if (is_of_keyboards_and_remotes(key))
        return last == PLIE_BY_REMOTE ? PLIE_BY_REMOTE : PLIE_BY_KEYBOARD;
    bool is_page = key == SDLK_PAGEUP || key == SDLK_PAGEDOWN;
    if (is_page && last == PLIE_BY_KEYBOARD && (place & (IN_LISTS | PLIE_AT_SEARCH)))
        return PLIE_BY_KEYBOARD;
    bool of_remote = is_page || key == SDLK_PERIOD || key == SDLK_KP_PERIOD || key == SDLK_F5;
    return of_remote ? PLIE_BY_REMOTE : PLIE_BY_KEYBOARD;
}

bool plie_action_repeats(plie_action action) {
    switch (action) {
    case PLIE_ACTION_UP:
    case PLIE_ACTION_DOWN:
    case PLIE_ACTION_LEFT:
    case PLIE_ACTION_RIGHT:
    case PLIE_ACTION_PAGE_UP:
    case PLIE_ACTION_PAGE_DOWN:
    case PLIE_ACTION_LOUDER:
    case PLIE_ACTION_QUIETER:
    case PLIE_ACTION_ERASE:
        return true;
    default:
        return false;
    }
}
