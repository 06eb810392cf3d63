/* What a person asked for on the command line, checked. */
#ifndef PLIE_CLI_OPTIONS_H
#define PLIE_CLI_OPTIONS_H

#include "base/text.h"
#include "plan/plan.h"

/* Exit statuses of plie. A program with errors is 1, by --strict one with warnings too; a failure
 * is one of the machine (disk, device). */
enum { PLIE_EXIT_FINE = 0, PLIE_EXIT_FINDINGS = 1, PLIE_EXIT_USAGE = 2, PLIE_EXIT_FAILURE = 3 };

typedef enum {
    PLIE_TASK_WINDOW, /* no command: home, or the details of the program */
    PLIE_TASK_LIST,
    PLIE_TASK_CHECK,
    PLIE_TASK_PLAN,
    PLIE_TASK_START,
    PLIE_TASK_HISTORY,
    PLIE_TASK_EXPORT,
    PLIE_TASK_FIGURES,
    PLIE_TASK_NEW
} plie_task;
#define PLIE_TASK_COUNT 9

/* Of --screen, for a screenshot without a workout. */
typedef enum {
    PLIE_SCREEN_HOME,
    PLIE_SCREEN_DETAILS,
    PLIE_SCREEN_SETTINGS,
    PLIE_SCREEN_PAUSE, /* of a workout that has begun; this and the list are for tests */
    PLIE_SCREEN_LIST,
    PLIE_SCREEN_FINISH,
    PLIE_SCREEN_HEALTH,
    PLIE_SCREEN_HISTORY,
    PLIE_SCREEN_SESSION, /* the newest, in full; this and the next one are for tests */
    PLIE_SCREEN_PROGRESS
} plie_screen_name;

typedef struct {
    int year, month, day, hour, minute;
} plie_date_time;

/* Texts point into the arguments of main; absent ones are NULL. */
typedef struct { /* NOLINT(clang-analyzer-optin.performance.Padding): grouped to be read */
    plie_task task;
    bool help;    /* print the help of the task (or all of it) and stop */
    bool version; /* print the version and stop */
    bool general; /* no command was given: the help is that of plie as a whole */

    const char *program;      /* PROGRAM: a path or the name of an installed one; NULL: resume */
    const char *const *files; /* of check: FILE|DIR...; of new: FILE */
    size_t file_count;

    /* has_circuit and so on tell whether the person gave it. circuit counts from 0 here, and is 0
     * where it was not given; minutes 0 is as written. */
    plie_choices choices;
    bool has_level, has_minutes, has_circuit;

    const char *data_dir; /* --data; see paths.h for where data is without it */
    bool json;
    bool strict;

    bool csv;                /* of history, as the next two */
    const char *tcx_folder;  /* --tcx */
    const char *import_file; /* --import; "-" for standard input */

    bool mute;
    bool no_voice;
    bool exit_when_done;
    const char *events_file;
    bool resume;        /* go on with the newest session that was cut off, instead of a program */
    bool cautions_read; /* by the person: they are not told, and do not stop */
    bool headless;
    double speed; /* of --headless; 1 by default */
    bool speed_max;

    const char *out;
    bool no_names; /* of a sheet of figures */

    const char *screenshot; /* a PNG file to write instead of showing a window */
    bool has_at;
    int64_t at_ms; /* --at, from the start of the plan */
    plie_screen_name screen;
    const char *shown_program; /* --program: what the screen shows */
    int width, height;         /* --size; 0 is the default size */
    const char *theme;
    bool has_date;
    plie_date_time date; /* --date: what the screens take as now */
} plie_options;

/* Reads the arguments after the program's name. False after wrong usage: error then holds a
 * sentence or two for the person, without "plie:" before it. arena owns what options points to
 * besides the arguments. */
bool plie_options_read(plie_arena *arena, int argument_count, char *const *arguments,
                       plie_options *options, plie_text *error);

#endif
