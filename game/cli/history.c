#include "cli/commands.h"

#include "cli/columns.h"
#include "cli/files.h"
#include "cli/history_out.h"
#include "cli/output.h"
#include "history/advice.h"
#include "history_keeper.h"
#include "history_unsaved.h"

#include <math.h>
#include <string.h>
#include <sys/stat.h>

static const char *when_text(plie_arena *arena, plie_moment moment) {
    const plie_date date = plie_date_of_day(plie_day_of_moment(moment));
    const int minute = plie_minute_of_moment(moment);
    return plie_arena_printf(arena, "%04d-%02d-%02d %02d:%02d", date.year, date.month, date.day,
                             minute / 60, minute % 60);
}

static const char *number_text(plie_arena *arena, int number) {
    return number == 0 ? "" : plie_arena_printf(arena, "%d", number);
}

static void add_session(plie_table *table, plie_arena *arena, const plie_session_record *record) {
    const char *effort = plie_effort_name(record->effort);
    const char *const cells[] = {
        when_text(arena, record->start),
        record->name,
        plie_level_id(record->level),
        number_text(arena, record->minutes),
        plie_clock_text(arena, record->active_ms, false),
        number_text(arena, record->reps),
        number_text(arena, (int)lround(record->kcal)),
        effort == NULL ? "" : effort,
        record->completed ? "done" : "partial",
    };
    plie_table_add_row(table, cells, record->completed ? PLIE_STYLE_BOLD : PLIE_STYLE_PLAIN);
}

static void add_sum(plie_text *out, const plie_session_list *list) {
    int64_t active_ms = 0;
    for (size_t i = 0; i < list->count; i++)
        active_ms += list->records[i].active_ms;
    plie_arena *arena = plie_arena_new();
    plie_text_addf(out, "\n%zu session%s, %s in all\n", list->count, list->count == 1 ? "" : "s",
                   plie_clock_text(arena, active_ms, false));
    plie_arena_free(arena);
}

static void add_table(plie_text *out, const plie_session_list *list) {
    static const plie_column columns[] = {
        {.heading = "Start"},
        {.heading = "Program"},
        {.heading = "Level"},
        {.heading = "Minutes", .label = "minutes ", .right = true},
        {.heading = "Active", .label = "active ", .right = true},
        {.heading = "Reps", .label = "reps ", .right = true},
        {.heading = "kcal", .label = "kcal ", .right = true},
        {.heading = "How hard"},
        {.heading = "Done"}};
    plie_arena *arena = plie_arena_new();
    plie_table *table = plie_table_new(arena, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < list->count; i++)
        add_session(table, arena, &list->records[i]);
    plie_text lines = {0};
    plie_table_write(table, plie_output_looks(), &lines);
    plie_text_add(out, plie_text_string(&lines) + strspn(plie_text_string(&lines), "\n"));
    plie_text_free(&lines);
    add_sum(out, list);
    plie_arena_free(arena);
}

static int print_table(const plie_session_list *list) {
    plie_text out = {0};
    if (list->count == 0)
        plie_text_add(&out, "There is no session yet. \"plie start inner-thigh\" begins one.\n");
    else
        add_table(&out, list);
    const int status = plie_print(&out);
    plie_text_free(&out);
    return status;
}

int plie_complain_about_history(const char *folder, const char *why) {
    plie_text sentence = {0};
    plie_history_add_place(&sentence, folder, why);
    plie_complain("%s", plie_text_string(&sentence));
    plie_text_free(&sentence);
    return PLIE_EXIT_FAILURE;
}

static int hand_out(const plie_options *options, const char *folder, plie_history *history) {
    plie_arena *arena = plie_arena_new();
    plie_session_list list;
    int status;
    if (!plie_history_sessions(history, arena, 0, 0, &list))
        status = plie_complain_about_history(folder, plie_history_why(history));
    else if (options->json)
        status = plie_history_print_json(history, folder, &list);
    else if (options->csv)
        status = plie_history_print_csv(&list);
    else if (options->tcx_folder != NULL)
        status = plie_history_write_tcx(history, folder, &list, options->tcx_folder);
    else
        status = print_table(&list);
    plie_arena_free(arena);
    return status;
}

/* What could not be stored at its time may be by now; if not, it goes on waiting. */
static void take_in_unsaved(plie_arena *arena, const char *folder) {
    plie_store_state state;
    if (!plie_is_folder(plie_path_join(arena, folder, "unsaved")))
        return;
    plie_history *history = plie_history_open(plie_history_path(arena, folder), &state, NULL);
    if (history != NULL)
        plie_unsaved_take_in(folder, history);
    plie_history_close(history);
}

static void tell_of_waiting(const char *folder) {
    size_t waiting = plie_unsaved_count(folder);
    plie_arena *arena = plie_arena_new();
    if (waiting > 0)
        plie_complain("%zu session%s wait%s in %s/unsaved until the history can take %s", waiting,
                      waiting == 1 ? "" : "s", waiting == 1 ? "s" : "",
                      plie_text_printable(arena, folder), waiting == 1 ? "it" : "them");
    plie_arena_free(arena);
}

/* A link that leads nowhere is no empty history. */
static bool leads_nowhere(const char *path) {
    struct stat facts;
    return lstat(path, &facts) == 0 && stat(path, &facts) != 0;
}

static int read_out(const plie_options *options, plie_arena *arena, const char *folder) {
    plie_store_state state;
    plie_text why = {0};
    const char *path = plie_history_path(arena, folder);
    plie_history *history = NULL;
    int status;
    if (leads_nowhere(path))
        plie_text_add(&why, "The history file is a link that leads nowhere.");
    else
        history = plie_history_open_to_read(path, &state, &why);
    status = history == NULL ? plie_complain_about_history(folder, plie_text_string(&why))
                             : hand_out(options, folder, history);
    plie_history_close(history);
    plie_text_free(&why);
    return status;
}

int plie_history_run(const plie_options *options) {
    plie_arena *arena = plie_arena_new();
    const plie_paths paths = plie_paths_find(arena, options->data_dir);
    int status;
    take_in_unsaved(arena, paths.data);
    if (options->import_file != NULL)
        status = plie_history_take_in(options->import_file, paths.data);
    else
        status = read_out(options, arena, paths.data);
    tell_of_waiting(paths.data);
    plie_arena_free(arena);
    return status;
}
