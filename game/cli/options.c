#include "cli/options.h"

#include "cli/command_table.h"
#include "cli/option_values.h"

#include <string.h>

#define CIRCUIT_ARGUMENT_LIMIT 9999
#define SMALLEST_SIDE 160
#define LARGEST_SIDE 8192
#define FASTEST 1000

typedef struct {
    plie_arena *arena;
    plie_options *options;
    plie_text *error;
    uint64_t given; /* bit 1 << option */
    const char **words;
    size_t word_count;
} reading;

/* What a person typed, safe to print and not too long. */
static const char *quoted(reading *read, const char *text) {
    const char *printable = plie_text_printable(read->arena, text);
    if (plie_utf8_length(printable) <= 60)
        return plie_arena_printf(read->arena, "\"%s\"", printable);
    const char *end = printable;
    for (int i = 0; i < 57; i++)
        plie_utf8_next(&end);
    return plie_arena_printf(read->arena, "\"%.*s...\"", (int)(end - printable), printable);
}

static bool refuse(reading *read, const char *value, plie_option_id option, const char *wanted) {
    plie_text_addf(read->error, "--%s takes %s, not %s", plie_option_table[option].name, wanted,
                   quoted(read, value));
    return false;
}

static bool set_level(reading *read, const char *value) {
    static const char *const names[] = {"beginner", "intermediate", "advanced"};
    plie_options *options = read->options;
    options->has_level = plie_level_from_id(value, &options->choices.level);
    if (options->has_level)
        return true;
    refuse(read, value, PLIE_OPTION_LEVEL, "beginner, intermediate or advanced");
    const char *near = plie_nearest(value, names, PLIE_LEVEL_COUNT);
    if (near != NULL)
        plie_text_addf(read->error, "; did you mean %s?", near);
    return false;
}

static bool set_minutes(reading *read, const char *value) {
    plie_options *options = read->options;
    options->has_minutes =
        plie_value_whole(value, 1, PLIE_MINUTES_LIMIT, &options->choices.minutes);
    return options->has_minutes ||
           refuse(read, value, PLIE_OPTION_MINUTES, "a whole number from 1 to 480");
}

static bool set_circuit(reading *read, const char *value) {
    plie_options *options = read->options;
    int circuit;
    if (!plie_value_whole(value, 1, CIRCUIT_ARGUMENT_LIMIT, &circuit))
        return refuse(read, value, PLIE_OPTION_CIRCUIT, "a whole number from 1 to 9999");
    options->choices.circuit = circuit - 1;
    options->has_circuit = true;
    return true;
}

static bool set_part_length(reading *read, plie_option_id option, const char *value,
                            plie_part_length *length) {
    static const char *const names[] = {
        [PLIE_PART_FULL] = "full", [PLIE_PART_SHORT] = "short", [PLIE_PART_SKIPPED] = "none"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(value, names[i]) == 0) {
            *length = (plie_part_length)i;
            return true;
        }
    }
    return refuse(read, value, option, "full, short or none");
}

static bool set_speed(reading *read, const char *value) {
    plie_options *options = read->options;
    int64_t thousandths;
    options->speed_max = strcmp(value, "max") == 0;
    if (options->speed_max)
        return true;
    if (!plie_value_thousandths(value, 1, (int64_t)FASTEST * 1000, &thousandths))
        return refuse(read, value, PLIE_OPTION_SPEED, "\"max\" or a number over 0, up to 1000");
    options->speed = (double)thousandths / 1000;
    return true;
}

static bool set_screen(reading *read, const char *value) {
    static const char *const names[] = {
        [PLIE_SCREEN_HOME] = "home",         [PLIE_SCREEN_DETAILS] = "details",
        [PLIE_SCREEN_SETTINGS] = "settings", [PLIE_SCREEN_PAUSE] = "pause",
        [PLIE_SCREEN_LIST] = "list",         [PLIE_SCREEN_FINISH] = "finish",
        [PLIE_SCREEN_HEALTH] = "health",     [PLIE_SCREEN_HISTORY] = "history",
        [PLIE_SCREEN_SESSION] = "session",   [PLIE_SCREEN_PROGRESS] = "progress"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(value, names[i]) == 0) {
            read->options->screen = (plie_screen_name)i;
            return true;
        }
    }
    return refuse(read, value, PLIE_OPTION_SCREEN,
                  "home, details, settings, history, health or finish");
}

static bool set_at(reading *read, const char *value) {
    read->options->has_at =
        plie_value_thousandths(value, 0, 2 * (int64_t)PLIE_PLAN_LIMIT_MS, &read->options->at_ms);
    return read->options->has_at ||
           refuse(read, value, PLIE_OPTION_AT, "a number of seconds, such as 90 or 90.5");
}

static bool set_size(reading *read, const char *value) {
    plie_options *options = read->options;
    return plie_value_size(value, SMALLEST_SIDE, LARGEST_SIDE, &options->width, &options->height) ||
           refuse(read, value, PLIE_OPTION_SIZE,
                  "WIDTHxHEIGHT, each from 160 to 8192, such as 1280x720");
}

static bool set_date(reading *read, const char *value) {
    read->options->has_date = plie_value_date(value, &read->options->date);
    return read->options->has_date ||
           refuse(read, value, PLIE_OPTION_DATE, "a moment such as 2026-05-31T18:05");
}

static bool set_file(reading *read, const char *value, plie_option_id option, const char **field,
                     const char *suffix) {
    *field = value;
    return plie_value_ends_in(value, suffix) ||
           refuse(read, value, option,
                  plie_arena_printf(read->arena, "the name of a %s file", suffix));
}

static bool set_value(reading *read, plie_option_id option, const char *value) {
    plie_options *options = read->options;
    switch (option) {
    case PLIE_OPTION_LEVEL:
        return set_level(read, value);
    case PLIE_OPTION_MINUTES:
        return set_minutes(read, value);
    case PLIE_OPTION_CIRCUIT:
        return set_circuit(read, value);
    case PLIE_OPTION_WARM_UP:
        return set_part_length(read, option, value, &options->choices.warmup);
    case PLIE_OPTION_STRETCH:
        return set_part_length(read, option, value, &options->choices.stretch);
    case PLIE_OPTION_SPEED:
        return set_speed(read, value);
    case PLIE_OPTION_SCREEN:
        return set_screen(read, value);
    case PLIE_OPTION_AT:
        return set_at(read, value);
    case PLIE_OPTION_SIZE:
        return set_size(read, value);
    case PLIE_OPTION_DATE:
        return set_date(read, value);
    case PLIE_OPTION_OUT:
        options->out = value;
        return true;
    case PLIE_OPTION_SCREENSHOT:
        return set_file(read, value, option, &options->screenshot, ".png");
    case PLIE_OPTION_EVENTS:
        options->events_file = value;
        return true;
    case PLIE_OPTION_PROGRAM:
        options->shown_program = value;
        return true;
    case PLIE_OPTION_THEME:
        options->theme = value;
        return true;
    case PLIE_OPTION_TCX:
        options->tcx_folder = value;
        return true;
    case PLIE_OPTION_IMPORT:
        options->import_file = value;
        return true;
    default:
        options->data_dir = value;
        return true;
    }
}

static void set_flag(plie_options *options, plie_option_id option) {
    bool *const flags[PLIE_OPTION_COUNT] = {
        [PLIE_OPTION_CARDIO_FIRST] = &options->choices.cardio_first,
        [PLIE_OPTION_LOW_IMPACT] = &options->choices.low_impact,
        [PLIE_OPTION_SELF_PACED] = &options->choices.self_paced,
        [PLIE_OPTION_MUTE] = &options->mute,
        [PLIE_OPTION_NO_VOICE] = &options->no_voice,
        [PLIE_OPTION_EXIT_WHEN_DONE] = &options->exit_when_done,
        [PLIE_OPTION_RESUME] = &options->resume,
        [PLIE_OPTION_CAUTIONS_READ] = &options->cautions_read,
        [PLIE_OPTION_HEADLESS] = &options->headless,
        [PLIE_OPTION_NO_NAMES] = &options->no_names,
        [PLIE_OPTION_STRICT] = &options->strict,
        [PLIE_OPTION_JSON] = &options->json,
        [PLIE_OPTION_CSV] = &options->csv,
        [PLIE_OPTION_HELP] = &options->help,
        [PLIE_OPTION_VERSION] = &options->version,
    };
    if (flags[option] != NULL)
        *flags[option] = true;
}

/* The option whose name is word[0..length), -1 if there is none. */
static int find_option(const char *word, size_t length) {
    for (int i = 0; i < PLIE_OPTION_COUNT; i++) {
        const char *name = plie_option_table[i].name;
        if (strlen(name) == length && memcmp(name, word, length) == 0)
            return i;
    }
    return -1;
}

static bool refuse_unknown(reading *read, const char *argument) {
    const char *names[PLIE_OPTION_COUNT];
    for (int i = 0; i < PLIE_OPTION_COUNT; i++)
        names[i] = plie_option_table[i].name;
    const char *word = argument + strspn(argument, "-");
    word = plie_arena_copy(read->arena, word, strcspn(word, "="));
    plie_text_addf(read->error, "there is no option %s", quoted(read, argument));
    const char *near = plie_nearest(word, names, PLIE_OPTION_COUNT);
    if (near != NULL)
        plie_text_addf(read->error, "; did you mean --%s?", near);
    return false;
}

/* argument is an option; next is what follows it, or NULL. *used_next tells whether that was its
 * value. */
static bool read_option(reading *read, const char *argument, const char *next, bool *used_next) {
    *used_next = false;
    if (strcmp(argument, "-h") == 0)
        argument = "--help";
    const size_t length = strncmp(argument, "--", 2) == 0 ? strcspn(argument + 2, "=") : 0;
    const int found = find_option(argument + 2, length);
    if (length == 0 || found < 0)
        return refuse_unknown(read, argument);
    const plie_option_row *row = &plie_option_table[found];
    const char *value = argument[2 + length] == '=' ? argument + 3 + length : NULL;
    read->given |= UINT64_C(1) << found;
    if (row->argument == NULL) {
        set_flag(read->options, (plie_option_id)found);
        if (value != NULL)
            plie_text_addf(read->error, "--%s takes no value", row->name);
        return value == NULL;
    }
    if (value == NULL && next != NULL && strncmp(next, "--", 2) != 0) {
        value = next;
        *used_next = true;
    }
    if (value == NULL || *value == '\0') {
        plie_text_addf(read->error, "--%s needs a value: --%s %s", row->name, row->name,
                       row->argument);
        return false;
    }
    return set_value(read, (plie_option_id)found, value);
}

static bool read_arguments(reading *read, int count, char *const *arguments) {
    bool only_words = false;
    for (int i = 0; i < count; i++) {
        const char *argument = arguments[i];
        if (!only_words && strcmp(argument, "--") == 0) {
            only_words = true;
        } else if (!only_words && argument[0] == '-' && argument[1] != '\0') {
            bool used_next;
            if (!read_option(read, argument, i + 1 < count ? arguments[i + 1] : NULL, &used_next))
                return false;
            i += used_next;
        } else {
            read->words[read->word_count++] = argument;
        }
    }
    return true;
}

/* Takes the command off the words. */
static void take_command(reading *read) {
    plie_options *options = read->options;
    options->general = true;
    if (read->word_count == 0)
        return;
    for (int i = 0; i < PLIE_TASK_COUNT; i++) {
        const char *name = plie_command_table[i].name;
        if (name == NULL || strcmp(name, read->words[0]) != 0)
            continue;
        options->task = (plie_task)i;
        options->general = false;
        read->words++;
        read->word_count--;
        return;
    }
}

static const char *needed_words(const plie_options *options) {
    if (options->task == PLIE_TASK_START)
        return "the name or path of a program, or --resume";
    return strcmp(plie_command_table[options->task].argument, "PROGRAM") == 0
               ? "the name or path of a program"
               : "the path of a file";
}

static void refuse_words(reading *read, const char *title, const char *first_too_many) {
    const plie_options *options = read->options;
    if (options->task == PLIE_TASK_WINDOW) {
        plie_text_addf(read->error, "there is no command %s", quoted(read, read->words[0]));
        const char *near = plie_command_nearest(read->words[0]);
        if (near != NULL)
            plie_text_addf(read->error, "; did you mean %s?", near);
    } else if (options->resume) {
        plie_text_add(read->error, "--resume goes on with the workout that was cut off, and takes "
                                   "no PROGRAM");
    } else {
        plie_text_addf(read->error, "%s is one argument too many for %s",
                       quoted(read, first_too_many), title);
    }
}

static bool check_words(reading *read) {
    const plie_options *options = read->options;
    const plie_command_row *row = &plie_command_table[options->task];
    const char *title = plie_command_title(read->arena, options->task);
    const bool resumes = options->resume && options->task == PLIE_TASK_START;
    const size_t most = resumes ? 0 : row->most;
    if (read->word_count < row->fewest && !options->resume) {
        plie_text_addf(read->error, "%s needs %s", title, needed_words(options));
        return false;
    }
    if (read->word_count > most)
        refuse_words(read, title, read->words[most]);
    return read->word_count <= most;
}

static bool is_given(const reading *read, plie_option_id option) {
    return (read->given >> option & 1) != 0;
}

static bool check_taken(reading *read) {
    const unsigned task = 1U << read->options->task;
    for (int i = 0; i < PLIE_OPTION_COUNT; i++) {
        const plie_option_row *row = &plie_option_table[i];
        if (!is_given(read, (plie_option_id)i) || (row->tasks & task) != 0)
            continue;
        plie_text_addf(read->error, "%s does not take --%s; these do:",
                       plie_command_title(read->arena, read->options->task), row->name);
        const char *mark = " ";
        for (int other = 0; other < PLIE_TASK_COUNT; other++) {
            if ((row->tasks >> other & 1) == 0)
                continue;
            plie_text_addf(read->error, "%s%s", mark,
                           plie_command_title(read->arena, (plie_task)other));
            mark = ", ";
        }
        return false;
    }
    return true;
}

/* The file to write is of the command's kind. */
static bool check_out(reading *read) {
    const plie_options *options = read->options;
    if (options->task != PLIE_TASK_EXPORT && options->task != PLIE_TASK_FIGURES)
        return true;
    const char *suffix = options->task == PLIE_TASK_EXPORT ? ".wav" : ".png";
    const char *title = plie_command_title(read->arena, options->task);
    if (options->out == NULL) {
        plie_text_addf(read->error, "%s needs --out FILE%s", title, suffix);
        return false;
    }
    return plie_value_ends_in(options->out, suffix) ||
           refuse(read, options->out, PLIE_OPTION_OUT,
                  plie_arena_printf(read->arena, "the name of a %s file", suffix));
}

/* Options of which each says something else. */
static bool check_apart(reading *read) {
    static const plie_option_id pairs[][2] = {{PLIE_OPTION_HEADLESS, PLIE_OPTION_SCREENSHOT},
                                              {PLIE_OPTION_RESUME, PLIE_OPTION_SCREENSHOT},
                                              {PLIE_OPTION_RESUME, PLIE_OPTION_LEVEL},
                                              {PLIE_OPTION_RESUME, PLIE_OPTION_MINUTES},
                                              {PLIE_OPTION_RESUME, PLIE_OPTION_CIRCUIT},
                                              {PLIE_OPTION_RESUME, PLIE_OPTION_CARDIO_FIRST},
                                              {PLIE_OPTION_RESUME, PLIE_OPTION_LOW_IMPACT},
                                              {PLIE_OPTION_RESUME, PLIE_OPTION_SELF_PACED},
                                              {PLIE_OPTION_RESUME, PLIE_OPTION_WARM_UP},
                                              {PLIE_OPTION_RESUME, PLIE_OPTION_STRETCH},
                                              {PLIE_OPTION_JSON, PLIE_OPTION_CSV},
                                              {PLIE_OPTION_JSON, PLIE_OPTION_TCX},
                                              {PLIE_OPTION_JSON, PLIE_OPTION_IMPORT},
                                              {PLIE_OPTION_CSV, PLIE_OPTION_TCX},
                                              {PLIE_OPTION_CSV, PLIE_OPTION_IMPORT},
                                              {PLIE_OPTION_TCX, PLIE_OPTION_IMPORT}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (!is_given(read, pairs[i][0]) || !is_given(read, pairs[i][1]))
            continue;
        plie_text_addf(read->error, "--%s and --%s do not go together",
                       plie_option_table[pairs[i][0]].name, plie_option_table[pairs[i][1]].name);
        return false;
    }
    return true;
}

/* Options that make no sense without another one. */
static bool check_company(reading *read) {
    static const struct {
        plie_option_id option, needs;
    } rules[] = {{PLIE_OPTION_AT, PLIE_OPTION_SCREENSHOT},
                 {PLIE_OPTION_SCREEN, PLIE_OPTION_SCREENSHOT},
                 {PLIE_OPTION_PROGRAM, PLIE_OPTION_SCREENSHOT}};
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        if (!is_given(read, rules[i].option) || is_given(read, rules[i].needs))
            continue;
        plie_text_addf(read->error, "--%s needs --%s", plie_option_table[rules[i].option].name,
                       plie_option_table[rules[i].needs].name);
        return false;
    }
    if (read->options->speed_max && !read->options->headless) {
        plie_text_add(read->error, "--speed max needs --headless");
        return false;
    }
    return check_apart(read) && check_out(read);
}

static void hand_over_words(reading *read) {
    plie_options *options = read->options;
    options->files = read->words;
    options->file_count = read->word_count;
    const char *wanted = plie_command_table[options->task].argument;
    if (read->word_count > 0 && wanted != NULL && strcmp(wanted, "PROGRAM") == 0)
        options->program = read->words[0];
}

bool plie_options_read(plie_arena *arena, int argument_count, char *const *arguments,
                       plie_options *options, plie_text *error) {
    *options = (plie_options){.speed = 1};
    reading read = {.arena = arena,
                    .options = options,
                    .error = error,
                    .words = PLIE_NEW_ARRAY(arena, (size_t)argument_count, const char *)};
    const bool ok = read_arguments(&read, argument_count, arguments);
    take_command(&read);
    if (!ok)
        return false;
    if (options->help || options->version)
        return true;
    if (!check_words(&read) || !check_taken(&read) || !check_company(&read))
        return false;
    hand_over_words(&read);
    return true;
}
