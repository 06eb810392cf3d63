#include "cli/command_table.h"

#include <string.h>

#define LINE_WIDTH 80
#define INDENT 2
#define GAP 2
#define MEANING_COLUMN 28

/* Adds words from column on, broken into lines that start there. */
static void add_wrapped(plie_text *out, const char *words, size_t column) {
    size_t at = column;
    while (*words != '\0') {
        const size_t length = strcspn(words, " ");
        if (at > column && at + 1 + length > LINE_WIDTH - 1) {
            plie_text_addf(out, "\n%*s", (int)column, "");
            at = column;
        } else if (at > column) {
            plie_text_add(out, " ");
            at++;
        }
        plie_text_add_bytes(out, words, length);
        at += length;
        words += length;
        words += strspn(words, " ");
    }
    plie_text_add(out, "\n");
}

static void add_row(plie_text *out, const char *term, const char *meaning, size_t column) {
    plie_text_addf(out, "%*s%s", INDENT, "", term);
    const size_t used = INDENT + strlen(term);
    if (used + GAP > column)
        plie_text_addf(out, "\n%*s", (int)column, "");
    else
        plie_text_addf(out, "%*s", (int)(column - used), "");
    add_wrapped(out, meaning, column);
}

static const char *option_term(plie_arena *arena, const plie_option_row *option) {
    return option->argument == NULL
               ? plie_arena_printf(arena, "--%s", option->name)
               : plie_arena_printf(arena, "--%s %s", option->name, option->argument);
}

static const char *usage(plie_arena *arena, plie_task task) {
    const plie_command_row *command = &plie_command_table[task];
    const char *title = plie_command_title(arena, task);
    if (command->argument == NULL)
        return plie_arena_printf(arena, "%s", title);
    return plie_arena_printf(arena, command->fewest == 0 ? "%s [%s]" : "%s %s", title,
                             command->argument);
}

/* Those that every command takes stand apart. */
static void add_options(plie_text *out, plie_arena *arena, plie_task task, bool of_every_command) {
    const unsigned every = (1U << PLIE_TASK_COUNT) - 1;
    for (int i = 0; i < PLIE_OPTION_COUNT; i++) {
        const plie_option_row *option = &plie_option_table[i];
        if ((option->tasks & 1U << task) != 0 && (option->tasks == every) == of_every_command)
            add_row(out, option_term(arena, option), option->help, MEANING_COLUMN);
    }
}

void plie_help_general(plie_text *out) {
    plie_arena *arena = plie_arena_new();
    plie_text_add(out, "Plie leads you through a workout at home, on the screen, by beeps and by "
                       "voice.\n\nUsage:\n");
    for (int i = 0; i < PLIE_TASK_COUNT; i++)
        add_row(out, usage(arena, (plie_task)i), plie_command_table[i].summary, MEANING_COLUMN);
    plie_text_add(out, "\nA PROGRAM is the name of one that \"plie list\" shows, or the path of a "
                       "file.\n\nOptions of plie without a command:\n");
    add_options(out, arena, PLIE_TASK_WINDOW, false);
    plie_text_add(out, "\nOptions of every command:\n");
    add_options(out, arena, PLIE_TASK_WINDOW, true);
    plie_text_add(out, "\n\"plie COMMAND --help\" tells more about a command and its options.\n");
    plie_arena_free(arena);
}

void plie_help_command(plie_text *out, plie_task task) {
    plie_arena *arena = plie_arena_new();
    plie_text_addf(out, "%s.\n\nUsage:\n  %s [OPTION...]\n\n", plie_command_table[task].summary,
                   usage(arena, task));
    add_wrapped(out, plie_command_table[task].details, 0);
    plie_text_add(out, "\nOptions:\n");
    add_options(out, arena, task, false);
    plie_text_add(out, "\nOptions of every command:\n");
    add_options(out, arena, task, true);
    plie_arena_free(arena);
}
