#include "key_rows.h"

size_t plie_key_count_of(plie_device_kind device) {
    return plie_key_table_of(device).count;
}

const plie_key *plie_key_of(plie_device_kind device, size_t index) {
    return plie_key_table_of(device).rows + index;
}

static bool has_key(const plie_key *row, int key) {
    for (size_t i = 0; i < PLIE_KEYS_PER_ACTION && row->keys[i] != 0; i++)
        if (row->keys[i] == key)
            return true;
    return false;
}

static plie_action action_in(plie_key_table table, int key, plie_at place) {
    for (size_t i = 0; i < table.count; i++)
        if ((table.rows[i].places & place) && has_key(&table.rows[i], key))
            return table.rows[i].action;
    return PLIE_ACTION_NONE;
}

plie_action plie_key_action(SDL_Keycode key, plie_at place) {
    plie_action action = action_in(plie_key_table_of(PLIE_BY_KEYBOARD), key, place);
    return action != PLIE_ACTION_NONE ? action
                                      : action_in(plie_key_table_of(PLIE_BY_REMOTE), key, place);
}

plie_action plie_chord_action(SDL_Keycode key, plie_at place) {
    return action_in(plie_chord_table(), key, place);
}

plie_action plie_pad_action(plie_pad_button button, plie_at place) {
    return action_in(plie_key_table_of(PLIE_BY_PAD), button, place);
}

static const plie_key *labelled_row(plie_device_kind device, plie_action action, plie_at place) {
    plie_key_table table = plie_key_table_of(device);
    for (size_t i = 0; i < table.count; i++)
        if ((table.rows[i].places & place) && table.rows[i].action == action && table.rows[i].label)
            return table.rows + i;
    return NULL;
}

const plie_key *plie_key_for(plie_action action, plie_at place) {
    plie_key_table table = plie_key_table_of(PLIE_BY_KEYBOARD);
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
    static const SDL_Keycode keys[] = {PLIE_ENTER_KEYS, SDLK_ESCAPE, SDLK_TAB, SDLK_b};
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
    if (is_page && last == PLIE_BY_KEYBOARD && (place & (PLIE_AT_LISTS | PLIE_AT_SEARCH)))
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
