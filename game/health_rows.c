#include "health_rows.h"

#include "settings_rows.h"

#define DAYS_OF_WEEK 7
/* A little more than the three months of the question. */
#define EARLIEST_DAYS_AGO 98

#define ANSWER(name, theme)                                                                        \
    static int get_##name(const plie_settings *settings) {                                         \
        return settings->health.yes[theme];                                                        \
    }                                                                                              \
    static void set_##name(plie_settings *settings, int value) {                                   \
        settings->health.yes[theme] = value != 0;                                                  \
    }
#define ACCESS(name) get_##name, set_##name

ANSWER(heart, PLIE_HEALTH_HEART)
ANSWER(chest_pain, PLIE_HEALTH_CHEST_PAIN)
ANSWER(dizziness, PLIE_HEALTH_DIZZINESS)
ANSWER(joints, PLIE_HEALTH_JOINTS)
ANSWER(pregnancy, PLIE_HEALTH_PREGNANCY)
ANSWER(operation, PLIE_HEALTH_OPERATION)
ANSWER(veins, PLIE_HEALTH_VEINS)
ANSWER(supervision, PLIE_HEALTH_SUPERVISION)

static int get_kind(const plie_settings *settings) {
    return (int)settings->health.operation;
}

static void set_kind(plie_settings *settings, int value) {
    settings->health.operation = (plie_operation)value;
}

static int get_agrees(const plie_settings *settings) {
    return settings->health.doctor_agrees;
}

static void set_agrees(plie_settings *settings, int value) {
    settings->health.doctor_agrees = value != 0;
}

static int get_day(const plie_settings *settings) {
    const plie_date *operated = &settings->health.operated;
    return operated->year == 0 ? 0 : plie_day_of_date(*operated);
}

static void set_day(plie_settings *settings, int value) {
    settings->health.operated = plie_date_of_day(value);
}

static const plie_row_choice no_or_yes[] = {{0, "No"}, {1, "Yes"}};
static const plie_row_choice kinds[] = {{PLIE_OPERATION_THIGH, "Thigh lift"},
                                        {PLIE_OPERATION_CALF, "Calf"},
                                        {PLIE_OPERATION_OTHER, "Other"}};

#define CHOICE(list) .kind = PLIE_ROW_CHOICE, .choices = (list), .choice_count = SDL_arraysize(list)
#define QUESTION                                                                                   \
    { CHOICE(no_or_yes), .narrow = true, .asks = true }

/* In the order of the themes. */
static const plie_setting questions[PLIE_HEALTH_THEMES] = {
    [PLIE_HEALTH_HEART] = {QUESTION, ACCESS(heart)},
    [PLIE_HEALTH_CHEST_PAIN] = {QUESTION, ACCESS(chest_pain)},
    [PLIE_HEALTH_DIZZINESS] = {QUESTION, ACCESS(dizziness)},
    [PLIE_HEALTH_JOINTS] = {QUESTION, ACCESS(joints)},
    [PLIE_HEALTH_PREGNANCY] = {QUESTION, ACCESS(pregnancy)},
    [PLIE_HEALTH_OPERATION] = {QUESTION, ACCESS(operation)},
    [PLIE_HEALTH_VEINS] = {QUESTION, ACCESS(veins)},
    [PLIE_HEALTH_SUPERVISION] = {QUESTION, ACCESS(supervision)},
};
static const plie_setting kind = {{CHOICE(kinds), .label = "What kind of operation was it?"},
                                  ACCESS(kind)};
static const plie_setting day = {
    {.kind = PLIE_ROW_DATE, .label = "When was it?", .step = 1, .unit = ""}, ACCESS(day)};
static const plie_setting agrees = {{CHOICE(no_or_yes),
                                     .label = "Does your doctor agree that you train again?",
                                     .narrow = true, .asks = true},
                                    ACCESS(agrees)};

#define AGREES_BIT (UINT32_C(1) << PLIE_HEALTH_THEMES)

static const plie_row_choice skip_or_go_on[] = {{PLIE_ENDING_SKIP, "Skip"},
                                                {PLIE_ENDING_GO_ON, "Go on"}};
static const plie_row_choice skip_or_done[] = {{PLIE_ENDING_SKIP, "Skip"},
                                               {PLIE_ENDING_GO_ON, "Done"}};
#define OPEN(no, end)                                                                              \
    {                                                                                              \
        {PLIE_ENDING_SKIP, "Skip"}, {PLIE_ENDING_NO_TO_ALL, no}, {                                 \
            PLIE_ENDING_GO_ON, end                                                                 \
        }                                                                                          \
    }
static const plie_row_choice none_go_on[] = OPEN("No to all", "Go on");
static const plie_row_choice none_done[] = OPEN("No to all", "Done");
static const plie_row_choice some_go_on[] = OPEN("No to the rest", "Go on");
static const plie_row_choice some_done[] = OPEN("No to the rest", "Done");

/* The source of the last row, which is no answer. */
static const char ends_questions;

static uint32_t bit_of(const plie_settings_row *row) {
    for (int theme = 0; theme < PLIE_HEALTH_THEMES; theme++)
        if (row->source == &questions[theme])
            return UINT32_C(1) << theme;
    return row->source == &agrees ? AGREES_BIT : 0;
}

static plie_settings_row *add(plie_settings_screen *screen, const plie_settings *settings,
                              const plie_setting *setting) {
    plie_settings_row *row = &screen->rows[screen->count++];
    *row = setting->row;
    row->source = setting;
    row->value = setting->get(settings);
    return row;
}

/* One that is still to be answered has none of its choices. */
static plie_settings_row *add_question(plie_settings_screen *screen, const plie_settings *settings,
                                       const plie_health_about *about,
                                       const plie_setting *setting) {
    plie_settings_row *row = add(screen, settings, setting);
    if (!(about->told & bit_of(row)))
        row->value = -1;
    return row;
}

/* One that is not told yet starts from today. */
static void add_day(plie_settings_screen *screen, const plie_settings *settings,
                    plie_health_about *about) {
    plie_settings_row *row = add(screen, settings, &day);
    bool told = settings->health.operated.year != 0;
    if (!told)
        row->value = about->today;
    row->high = SDL_max(about->today, row->value);
    row->low = SDL_min(about->today - EARLIEST_DAYS_AGO, row->value);
    SDL_strlcpy(about->date, "Not told yet", sizeof about->date);
    SDL_strlcpy(about->ago, "Choose the day.", sizeof about->ago);
    if (told) {
        plie_day_text(about->date, sizeof about->date, row->value);
        plie_days_ago_text(about->ago, sizeof about->ago, about->today - row->value);
    }
    row->text = about->date;
    row->help = about->ago;
}

static void add_operation(plie_settings_screen *screen, const plie_settings *settings,
                          plie_health_about *about) {
    add(screen, settings, &kind);
    add_day(screen, settings, about);
    add_question(screen, settings, about, &agrees);
}

static bool has_open_theme(const plie_health_about *about) {
    return (about->told | AGREES_BIT) != PLIE_HEALTH_ALL_TOLD;
}

static bool has_told_theme(const plie_health_about *about) {
    return (about->told & ~AGREES_BIT) != 0;
}

static const plie_row_choice *open_endings(const plie_health_about *about) {
    if (has_told_theme(about))
        return about->starts ? some_go_on : some_done;
    return about->starts ? none_go_on : none_done;
}

static void add_ending(plie_settings_screen *screen, const plie_settings *settings,
                       plie_health_about *about) {
    plie_settings_row ending = {
        .kind = PLIE_ROW_CHOICE, .heading = "", .label = about->left, .source = &ends_questions};
    int left = plie_health_left(&settings->health, about);
    if (has_open_theme(about)) {
        ending.choices = open_endings(about);
        ending.choice_count = SDL_arraysize(none_go_on);
        screen->no_to_open = has_told_theme(about) ? "no to the rest" : "no to all";
    } else {
        ending.choices = about->starts ? skip_or_go_on : skip_or_done;
        ending.choice_count = SDL_arraysize(skip_or_go_on);
        if (about->ending == PLIE_ENDING_NO_TO_ALL)
            about->ending = PLIE_ENDING_GO_ON;
    }
    SDL_strlcpy(about->left, "All answered", sizeof about->left);
    if (left > 0)
        SDL_snprintf(about->left, sizeof about->left, "%d still to answer", left);
    ending.value = (int)about->ending;
    ending.last_waits = left > 0;
    ending.narrow = true;
    screen->rows[screen->count++] = ending;
}

void plie_health_rows(plie_settings_screen *screen, const plie_settings *settings,
                      plie_health_about *about) {
    screen->count = 0;
    screen->no_to_open = NULL;
    for (int theme = 0; theme < PLIE_HEALTH_THEMES; theme++) {
        plie_settings_row *row = add_question(screen, settings, about, &questions[theme]);
        row->label = plie_health_question((plie_health_theme)theme);
        row->heading = theme == 0 ? "" : NULL;
        if (theme == PLIE_HEALTH_OPERATION && row->value == 1)
            add_operation(screen, settings, about);
    }
    add_ending(screen, settings, about);
    screen->focus = SDL_min(screen->focus, screen->count - 1);
}

bool plie_health_row_is_question(const plie_settings_row *row) {
    return row->asks;
}

bool plie_health_row_is_open(const plie_settings *settings, const plie_settings_row *row) {
    if (row->source == &day)
        return settings->health.operated.year == 0;
    return (row->source == &kind && row->value == PLIE_OPERATION_UNTOLD) ||
           (plie_health_row_is_question(row) && row->value < 0);
}

bool plie_health_row_is_ending(const plie_settings_row *row) {
    return row->source == &ends_questions;
}

bool plie_health_ending_at(const plie_settings_row *row, int place, plie_health_ending *ending) {
    if (place < 0 || place >= (int)row->choice_count)
        return false;
    *ending = (plie_health_ending)row->choices[place].value;
    return true;
}

static bool note(plie_health_about *about, const plie_settings_row *row, bool changed) {
    if (changed)
        about->told |= bit_of(row);
    return changed;
}

/* From none of them to the first or the last. */
static bool choose_first_or_last(plie_settings *settings, plie_health_about *about,
                                 const plie_settings_row *row, bool last) {
    int place = last ? (int)row->choice_count - 1 : 0;
    return plie_health_row_click(settings, about, row, place);
}

static bool tell_today(plie_settings *settings, const plie_health_about *about) {
    set_day(settings, about->today);
    return true;
}

bool plie_health_row_step(plie_settings *settings, plie_health_about *about,
                          const plie_settings_row *row, int direction) {
    bool open = plie_health_row_is_open(settings, row);
    if (plie_health_row_is_question(row))
        return choose_first_or_last(settings, about, row, direction > 0);
    if (open && row->kind == PLIE_ROW_CHOICE)
        return choose_first_or_last(settings, about, row, direction < 0);
    return plie_settings_row_step(settings, row, direction) ||
           (open && tell_today(settings, about));
}

bool plie_health_row_press(plie_settings *settings, plie_health_about *about,
                           const plie_settings_row *row) {
    if (plie_health_row_is_question(row))
        return choose_first_or_last(settings, about, row, row->value != 1);
    if (!plie_health_row_is_open(settings, row))
        return plie_settings_row_press(settings, row);
    if (row->kind == PLIE_ROW_CHOICE)
        return choose_first_or_last(settings, about, row, false);
    return tell_today(settings, about);
}

bool plie_health_row_click(plie_settings *settings, plie_health_about *about,
                           const plie_settings_row *row, int place) {
    bool open_day = row->kind == PLIE_ROW_DATE && plie_health_row_is_open(settings, row);
    bool changed = plie_settings_row_click(settings, row, place);
    if (!changed && open_day && place != PLIE_ROW_ITSELF)
        changed = tell_today(settings, about);
    return note(about, row, changed);
}

bool plie_health_row_step_week(plie_settings *settings, const plie_settings_row *row,
                               int direction) {
    if (row->source != &day)
        return false;
    int to = SDL_clamp(row->value + direction * DAYS_OF_WEEK, row->low, row->high);
    if (to == row->value)
        return false;
    set_day(settings, to);
    return true;
}

void plie_health_no_to_all(plie_settings *settings, plie_health_about *about) {
    for (int theme = 0; theme < PLIE_HEALTH_THEMES; theme++)
        if (!(about->told & (UINT32_C(1) << theme)))
            settings->health.yes[theme] = false;
    about->told |= PLIE_HEALTH_ALL_TOLD & ~AGREES_BIT;
    about->ending = PLIE_ENDING_GO_ON;
}

int plie_health_left(const plie_health *health, const plie_health_about *about) {
    int left = 0;
    for (int theme = 0; theme < PLIE_HEALTH_THEMES; theme++)
        left += !(about->told & (UINT32_C(1) << theme));
    if (!health->yes[PLIE_HEALTH_OPERATION])
        return left;
    return left + (health->operation == PLIE_OPERATION_UNTOLD) + (health->operated.year == 0) +
           !(about->told & AGREES_BIT);
}

void plie_health_settle(plie_health *health, plie_health_about *about) {
    if (health->yes[PLIE_HEALTH_OPERATION])
        return;
    health->operation = PLIE_OPERATION_UNTOLD;
    health->operated = (plie_date){0};
    health->doctor_agrees = false;
    about->told &= ~AGREES_BIT;
}

void plie_day_text(char *text, size_t size, int32_t day_number) {
    plie_date date = plie_date_of_day(day_number);
    SDL_snprintf(text, size, "%d %s %d", date.day, plie_month_name(date.month), date.year);
}

void plie_no_workout_text(char *text, size_t size, const plie_health_verdict *verdict) {
    const plie_date *until = &verdict->until;
    if (until->year == 0)
        SDL_strlcpy(text, "No workout today", size);
    else
        SDL_snprintf(text, size, "No workout before %d %s", until->day,
                     plie_month_name(until->month));
}

static void count_text(char *text, size_t size, int count, const char *what) {
    SDL_snprintf(text, size, "%d %s%s", count, what, count == 1 ? "" : "s");
}

void plie_days_ago_text(char *text, size_t size, int days) {
    char weeks[24], rest[24];
    count_text(weeks, sizeof weeks, days / DAYS_OF_WEEK, "week");
    count_text(rest, sizeof rest, days % DAYS_OF_WEEK, "day");
    if (days < 0)
        SDL_strlcpy(text, "to come", size);
    else if (days < 2)
        SDL_strlcpy(text, days == 0 ? "today" : "yesterday", size);
    else if (days < DAYS_OF_WEEK)
        SDL_snprintf(text, size, "%s ago", rest);
    else if (days % DAYS_OF_WEEK == 0)
        SDL_snprintf(text, size, "%s ago", weeks);
    else
        SDL_snprintf(text, size, "%s and %s ago", weeks, rest);
}

static void ruling_text(char *text, size_t size, const plie_health *health, int32_t today) {
    plie_arena *arena = plie_arena_new();
    plie_health_verdict verdict = plie_health_judge(arena, health, today);
    char until[PLIE_HEALTH_DATE_SIZE] = "";
    if (verdict.until.year)
        plie_day_text(until, sizeof until, plie_day_of_date(verdict.until));
    if (verdict.ruling == PLIE_HEALTH_FREE)
        SDL_strlcpy(text, "Answered.", size);
    else if (verdict.ruling == PLIE_HEALTH_ASK_DOCTOR)
        SDL_strlcpy(text, "Answered: ask a doctor before you train.", size);
    else if (verdict.ruling == PLIE_HEALTH_LOW_IMPACT)
        SDL_snprintf(text, size, "Answered: low impact only, until %s.", until);
    else if (*until)
        SDL_snprintf(text, size, "Answered: no workout before %s.", until);
    else
        SDL_snprintf(text, size, "Answered: no workout, as %s.", verdict.brief);
    plie_arena_free(arena);
}

void plie_health_state_text(char *text, size_t size, const plie_health *health, int32_t today) {
    char ruling[160] = "Not asked yet: they come before your first workout.";
    if (health->state == PLIE_HEALTH_SKIPPED)
        SDL_strlcpy(ruling, "Skipped.", sizeof ruling);
    else if (health->state == PLIE_HEALTH_ANSWERED)
        ruling_text(ruling, sizeof ruling, health, today);
    SDL_snprintf(text, size, "%s The answers stay on this machine.", ruling);
}
