#include "settings_rows.h"

#include "health_rows.h"

#define FIELD(name, type)                                                                          \
    static int get_##name(const plie_settings *settings) {                                         \
        return (int)settings->name;                                                                \
    }                                                                                              \
    static void set_##name(plie_settings *settings, int value) {                                   \
        settings->name = (type)value;                                                              \
    }
#define ACCESS(name) get_##name, set_##name

FIELD(volume_percent, int)
FIELD(beeps_percent, int)
FIELD(voice_percent, int)
FIELD(music_percent, int)
FIELD(voice, bool)
FIELD(self_paced, bool)
FIELD(prepare_s, int)
FIELD(transition_s, int)
FIELD(theme, plie_theme_choice)
FIELD(scale_percent, int)
FIELD(reduced_motion, bool)
FIELD(mirror_figure, bool)
FIELD(full_screen, bool)
FIELD(weight_in_lb, bool)
FIELD(weekly_goal_min, int)
FIELD(week_start, plie_week_start)

#define LEAST_LB 66 /* PLIE_LEAST_WEIGHT_KG and PLIE_MOST_WEIGHT_KG, as even numbers */
#define MOST_LB 550

static int get_weight(const plie_settings *settings) {
    double unit_kg = settings->weight_in_lb ? PLIE_KG_OF_LB : 1;
    return (int)SDL_floor(settings->weight_kg / unit_kg + 0.5);
}

static void set_weight(plie_settings *settings, int value) {
    double kg = settings->weight_in_lb ? value * PLIE_KG_OF_LB : value;
    settings->weight_kg = SDL_clamp(kg, PLIE_LEAST_WEIGHT_KG, PLIE_MOST_WEIGHT_KG);
}

static const plie_row_choice pacings[] = {{0, "Paced"}, {1, "At my own pace"}};
static const plie_row_choice weight_units[] = {{0, "kg"}, {1, "lb"}};
static const plie_row_choice week_starts[] = {{PLIE_WEEK_FROM_MONDAY, "Monday"},
                                              {PLIE_WEEK_FROM_SATURDAY, "Saturday"},
                                              {PLIE_WEEK_FROM_SUNDAY, "Sunday"}};
static const plie_row_choice themes[] = {
    {PLIE_THEME_DARK, "Dark"}, {PLIE_THEME_LIGHT, "Light"}, {PLIE_THEME_CONTRAST, "High contrast"}};
static const plie_row_choice scales[] = {{75, "75 %"},   {100, "100 %"}, {125, "125 %"},
                                         {150, "150 %"}, {175, "175 %"}, {200, "200 %"}};

#define PERCENT .kind = PLIE_ROW_SLIDER, .low = 0, .high = 100, .step = 10, .unit = " %"
#define GAP                                                                                        \
    .kind = PLIE_ROW_SLIDER, .low = PLIE_SHORTEST_GAP_S, .high = PLIE_LONGEST_GAP_S, .step = 5,    \
    .unit = " s"
#define CHOICE(list) .kind = PLIE_ROW_CHOICE, .choices = (list), .choice_count = SDL_arraysize(list)

static const plie_setting all_settings[] = {
    {{PERCENT, .heading = "Sound", .label = "Overall volume"}, ACCESS(volume_percent)},
    {{PERCENT, .label = "Beeps"}, ACCESS(beeps_percent)},
    {{PERCENT, .label = "Voice"}, ACCESS(voice_percent)},
    {{PERCENT, .label = "Music"}, ACCESS(music_percent)},
    {{.kind = PLIE_ROW_SWITCH,
      .label = "Spoken instructions",
      .help = "The voice says what comes next. What it would say is always shown too."},
     ACCESS(voice)},
    {{.kind = PLIE_ROW_FOLDER, .label = "Music folder", .text = ""}, NULL, NULL},
    {{CHOICE(pacings), .heading = "Workout", .label = "Repetitions",
      .help = "Paced: Plie counts them. At my own pace: Plie waits until you press Enter."},
     ACCESS(self_paced)},
    {{GAP, .label = "Get ready", .help = "Before the first exercise, from the next workout on."},
     ACCESS(prepare_s)},
    {{GAP, .label = "Time to change places",
      .help = "Between the parts, from the next workout on; twice as long to the floor and back."},
     ACCESS(transition_s)},
    {{.kind = PLIE_ROW_SLIDER,
      .low = PLIE_LEAST_WEIGHT_KG,
      .high = PLIE_MOST_WEIGHT_KG,
      .step = 1,
      .unit = " kg",
      .heading = "You",
      .label = "Weight",
      .help = "For the estimate of the energy that a workout takes."},
     get_weight,
     set_weight},
    {{CHOICE(weight_units), .label = "Weight in"}, ACCESS(weight_in_lb)},
    {{.kind = PLIE_ROW_SLIDER,
      .low = PLIE_LEAST_GOAL_MIN,
      .high = PLIE_MOST_GOAL_MIN,
      .step = 10,
      .unit = " min",
      .label = "Goal for a week",
      .help = "About an hour, in two or three sessions, is what the scheme asks for."},
     ACCESS(weekly_goal_min)},
    {{CHOICE(week_starts), .label = "A week begins on"}, ACCESS(week_start)},
    {{CHOICE(themes), .heading = "Screen", .label = "Colours"}, ACCESS(theme)},
    {{CHOICE(scales), .label = "Size of text and buttons"}, ACCESS(scale_percent)},
    {{.kind = PLIE_ROW_SWITCH,
      .label = "Reduced motion",
      .help = "No flashing: a still frame shows a change, and less moves."},
     ACCESS(reduced_motion)},
    {{.kind = PLIE_ROW_SWITCH,
      .label = "Mirror the figure",
      .help = "It moves as in a mirror: your right is on the right side of the screen."},
     ACCESS(mirror_figure)},
    {{.kind = PLIE_ROW_SWITCH, .label = "Full screen"}, ACCESS(full_screen)},
};

static const plie_settings_row no_avoided = {
    .heading = "Exercises you never want",
    .kind = PLIE_ROW_TEXT,
    .label = "None",
    .help = "To leave one out of every workout, press X on it in the details of a program.",
    .text = ""};
static const plie_settings_row no_forms = {
    .heading = "Easier and harder forms",
    .kind = PLIE_ROW_TEXT,
    .label = "None",
    .help = "When you choose an easier or harder form (E, H), it is kept here.",
    .text = ""};

/* Every list but an empty one is longer than its row of "None" by one at most. */
_Static_assert(SDL_arraysize(all_settings) + PLIE_AVOIDED_LIMIT + PLIE_FORM_LIMIT + 3 <=
                   PLIE_SETTINGS_ROW_LIMIT,
               "the screen has room for all rows");

static const char *name_of(const plie_settings_about *about, const char *id, bool *is_id) {
    const plie_exercise *exercise = about->library ? plie_library_find(about->library, id) : NULL;
    *is_id = exercise == NULL;
    return exercise ? exercise->name : id;
}

/* Sources of rows that are no setting. */
static const char leads_to_health, clears_health;

static plie_settings_row *add(plie_settings_screen *screen, plie_settings_row row) {
    screen->rows[screen->count] = row;
    return &screen->rows[screen->count++];
}

static void say_what_music(plie_settings_about *about, plie_settings_row *row) {
    const plie_music_look *look = &about->music;
    const char *what = look->files == 1 ? "music file" : "music files";
    row->help = about->music_hint;
    row->help_warns = *row->text && look->files == 0;
    if (!*row->text)
        SDL_strlcpy(about->music_hint, "The path of a folder of ogg, mp3, flac or wav files.",
                    sizeof about->music_hint);
    else if (!look->exists)
        SDL_strlcpy(about->music_hint, "There is no such folder.", sizeof about->music_hint);
    else if (*look->problem)
        SDL_strlcpy(about->music_hint, look->problem, sizeof about->music_hint);
    else if (look->files == 0)
        SDL_strlcpy(about->music_hint,
                    "There is no music in this folder: no ogg, mp3, flac or wav file.",
                    sizeof about->music_hint);
    else
        SDL_snprintf(about->music_hint, sizeof about->music_hint, "%d %s%s", look->files, what,
                     look->more ? ", or more." : ".");
}

static void fill_folder(plie_settings_row *row, const plie_settings *settings,
                        plie_settings_about *about) {
    row->text = settings->music_folder ? settings->music_folder : "";
    row->button = *row->text && !about->typed ? "Clear" : NULL;
    if (about->typed)
        row->text = about->typed;
    say_what_music(about, row);
}

bool plie_settings_row_is_theme(const plie_settings_row *row) {
    return row->kind == PLIE_ROW_CHOICE && row->choices == themes;
}

static void show_in_lb(plie_settings_row *row) {
    row->low = LEAST_LB;
    row->high = MOST_LB;
    row->step = 2;
    row->unit = " lb";
}

static void add_settings(plie_settings_screen *screen, const plie_settings *settings,
                         plie_settings_about *about) {
    for (size_t i = 0; i < SDL_arraysize(all_settings); i++) {
        plie_settings_row *row = add(screen, all_settings[i].row);
        row->source = &all_settings[i];
        if (row->kind == PLIE_ROW_FOLDER)
            fill_folder(row, settings, about);
        else if (plie_settings_row_is_theme(row))
            row->value = (int)about->theme;
        else
            row->value = all_settings[i].get(settings);
        if (all_settings[i].get == get_weight && settings->weight_in_lb)
            show_in_lb(row);
    }
    if (about->muted) {
        screen->rows[0].help = "The sound is off; M switches it on.";
        screen->rows[0].help_warns = true;
    }
}

static void add_health(plie_settings_screen *screen, const plie_settings *settings,
                       plie_settings_about *about) {
    static const char *const buttons[] = {[PLIE_HEALTH_NOT_ASKED] = "Answer",
                                          [PLIE_HEALTH_SKIPPED] = "Answer",
                                          [PLIE_HEALTH_ANSWERED] = "Change"};
    const plie_health *health = &settings->health;
    plie_health_state_text(about->health_hint, sizeof about->health_hint, health, about->today);
    add(screen, (plie_settings_row){.heading = "Your health",
                                    .kind = PLIE_ROW_ITEM,
                                    .label = "Health questions",
                                    .help = about->health_hint,
                                    .button = buttons[health->state],
                                    .source = &leads_to_health});
    if (health->state != PLIE_HEALTH_NOT_ASKED)
        add(screen, (plie_settings_row){.kind = PLIE_ROW_ITEM,
                                        .label = "Forget the answers",
                                        .help = "They are asked for again before the next workout.",
                                        .button = "Clear",
                                        .source = &clears_health});
}

bool plie_settings_row_is_health(const plie_settings_row *row) {
    return row->source == &leads_to_health;
}

bool plie_settings_row_forgets_health(const plie_settings_row *row) {
    return row->source == &clears_health;
}

static void add_avoided(plie_settings_screen *screen, const plie_tastes *tastes,
                        const plie_settings_about *about) {
    if (tastes->avoided_count == 0)
        add(screen, no_avoided);
    for (size_t i = 0; i < tastes->avoided_count; i++) {
        const char *id = tastes->avoided[i];
        plie_settings_row *row =
            add(screen, (plie_settings_row){.heading = i == 0 ? no_avoided.heading : NULL,
                                            .kind = PLIE_ROW_ITEM,
                                            .button = "Take back",
                                            .source = id});
        row->label = name_of(about, id, &row->label_is_id);
    }
}

static void add_forms(plie_settings_screen *screen, const plie_tastes *tastes,
                      const plie_settings_about *about) {
    if (tastes->form_count == 0)
        add(screen, no_forms);
    for (size_t i = 0; i < tastes->form_count; i++) {
        const plie_form *form = &tastes->forms[i];
        plie_settings_row *row =
            add(screen, (plie_settings_row){.heading = i == 0 ? no_forms.heading : NULL,
                                            .kind = PLIE_ROW_ITEM,
                                            .button = "Forget",
                                            .source = form->from});
        row->label = name_of(about, form->from, &row->label_is_id);
        row->becomes = name_of(about, form->to, &row->becomes_is_id);
    }
}

/* The row that forgets the answers is gone once they are: the one above it takes its place. */
static void focus_health(plie_settings_screen *screen) {
    if (plie_settings_row_forgets_health(&screen->rows[screen->focus]))
        return;
    for (size_t i = 0; i < screen->count; i++)
        if (plie_settings_row_is_health(&screen->rows[i]))
            screen->focus = i;
}

void plie_settings_rows(plie_settings_screen *screen, const plie_settings *settings,
                        plie_settings_about *about) {
    const void *source = screen->focus < screen->count ? screen->rows[screen->focus].source : NULL;
    screen->count = 0;
    add_settings(screen, settings, about);
    add_health(screen, settings, about);
    add_avoided(screen, &settings->tastes, about);
    add_forms(screen, &settings->tastes, about);
    add(screen,
        (plie_settings_row){.heading = "Your data",
                            .kind = PLIE_ROW_TEXT,
                            .label = "Folder",
                            .help = "Settings, your history and your own programs are kept there.",
                            .text = about->data_folder});
    screen->focus = SDL_min(screen->focus, screen->count - 1);
    if (source == &clears_health)
        focus_health(screen);
}

static bool put(plie_settings *settings, const plie_settings_row *row, int value) {
    const plie_setting *what = row->source;
    if (value == row->value)
        return false;
    what->set(settings, value);
    return true;
}

/* The next whole step from a value that may lie between two. */
static int stepped(const plie_settings_row *row, int direction) {
    int steps = (row->value - row->low) / row->step;
    bool between = row->low + steps * row->step != row->value;
    steps += direction > 0 || !between ? direction : 0;
    return SDL_clamp(row->low + steps * row->step, row->low, row->high);
}

/* The last choice that is not above the value. */
static int place_of_choice(const plie_settings_row *row) {
    int at = 0;
    for (size_t i = 0; i < row->choice_count; i++)
        if (row->choices[i].value <= row->value)
            at = (int)i;
    return at;
}

static int chosen_next(const plie_settings_row *row, int direction) {
    int count = (int)row->choice_count, at = place_of_choice(row);
    bool between = row->choices[at].value != row->value;
    int next = between && direction < 0 ? at : at + direction;
    return row->choices[(next + count) % count].value;
}

bool plie_settings_row_step(plie_settings *settings, const plie_settings_row *row, int direction) {
    switch (row->kind) {
    case PLIE_ROW_SLIDER:
    case PLIE_ROW_DATE:
        return put(settings, row, stepped(row, direction));
    case PLIE_ROW_SWITCH:
        return put(settings, row, direction > 0);
    case PLIE_ROW_CHOICE:
        return put(settings, row, chosen_next(row, direction));
    default:
        return false;
    }
}

static bool take_away(plie_settings *settings, const plie_settings_row *row) {
    const char *id = row->source;
    if (plie_settings_row_is_health(row) || plie_settings_row_forgets_health(row))
        return false;
    if (row->becomes)
        plie_settings_set_form(settings, id, id);
    else
        (void)plie_settings_set_avoided(settings, id, false);
    return true;
}

bool plie_settings_row_press(plie_settings *settings, const plie_settings_row *row) {
    switch (row->kind) {
    case PLIE_ROW_SLIDER:
        return put(settings, row, row->value >= row->high ? row->low : stepped(row, 1));
    case PLIE_ROW_DATE:
        return put(settings, row, row->value <= row->low ? row->high : stepped(row, -1));
    case PLIE_ROW_SWITCH:
        return put(settings, row, !row->value);
    case PLIE_ROW_CHOICE:
        return put(settings, row, chosen_next(row, 1));
    case PLIE_ROW_ITEM:
        return take_away(settings, row);
    default:
        return false;
    }
}

bool plie_settings_row_click(plie_settings *settings, const plie_settings_row *row, int place) {
    if (place == PLIE_ROW_BUTTON && row->kind == PLIE_ROW_FOLDER)
        return plie_settings_set_music_folder(settings, NULL);
    if (place == PLIE_ROW_BUTTON || place == PLIE_ROW_PRESSED)
        return plie_settings_row_press(settings, row);
    if (place == PLIE_ROW_LESS || place == PLIE_ROW_MORE)
        return plie_settings_row_step(settings, row, place == PLIE_ROW_LESS ? -1 : 1);
    bool has_stops = row->kind == PLIE_ROW_SLIDER || row->kind == PLIE_ROW_DATE;
    if (has_stops && place < plie_slider_stops(row))
        return put(settings, row, plie_slider_value(row, place));
    if (row->kind == PLIE_ROW_CHOICE && place < (int)row->choice_count)
        return put(settings, row, row->choices[place].value);
    return false;
}
