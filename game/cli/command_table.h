/* The one table of commands and options: parsing, help, the man page's test and the tests of the
 * command line all stand on it. */
#ifndef PLIE_CLI_COMMAND_TABLE_H
#define PLIE_CLI_COMMAND_TABLE_H

#include "cli/options.h"

typedef enum {
    PLIE_OPTION_LEVEL,
    PLIE_OPTION_MINUTES,
    PLIE_OPTION_CIRCUIT,
    PLIE_OPTION_CARDIO_FIRST,
    PLIE_OPTION_LOW_IMPACT,
    PLIE_OPTION_SELF_PACED,
    PLIE_OPTION_WARM_UP,
    PLIE_OPTION_STRETCH,
    PLIE_OPTION_MUTE,
    PLIE_OPTION_NO_VOICE,
    PLIE_OPTION_EXIT_WHEN_DONE,
    PLIE_OPTION_EVENTS,
    PLIE_OPTION_RESUME,
    PLIE_OPTION_CAUTIONS_READ,
    PLIE_OPTION_HEADLESS,
    PLIE_OPTION_SPEED,
    PLIE_OPTION_OUT,
    PLIE_OPTION_NO_NAMES,
    PLIE_OPTION_STRICT,
    PLIE_OPTION_JSON,
    PLIE_OPTION_CSV,
    PLIE_OPTION_TCX,
    PLIE_OPTION_IMPORT,
    PLIE_OPTION_SCREENSHOT,
    PLIE_OPTION_AT,
    PLIE_OPTION_SCREEN,
    PLIE_OPTION_PROGRAM,
    PLIE_OPTION_SIZE,
    PLIE_OPTION_THEME,
    PLIE_OPTION_DATE,
    PLIE_OPTION_DATA,
    PLIE_OPTION_HELP,
    PLIE_OPTION_VERSION
} plie_option_id;
#define PLIE_OPTION_COUNT 33

typedef struct {
    const char *name;     /* without the two dashes */
    const char *argument; /* as help names it; NULL for an option without one */
    unsigned tasks;       /* bit 1 << task: which commands take it */
    const char *help;     /* one line or two of help */
} plie_option_row;

typedef struct {
    const char *name;     /* NULL for plie without a command */
    const char *argument; /* as help names it, or NULL */
    size_t fewest, most;  /* arguments */
    const char *summary;  /* one line, without a full stop */
    const char *details;  /* the help's paragraph */
} plie_command_row;

extern const plie_option_row plie_option_table[PLIE_OPTION_COUNT];
extern const plie_command_row plie_command_table[PLIE_TASK_COUNT];

/* "plie" or "plie plan". */
const char *plie_command_title(plie_arena *arena, plie_task task);

/* The command that was likely meant, NULL if none is near. */
const char *plie_command_nearest(const char *word);

/* The help of plie as a whole, and of one command. */
void plie_help_general(plie_text *out);
void plie_help_command(plie_text *out, plie_task task);

#endif
