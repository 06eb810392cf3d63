#include "history_unsaved.h"

#include "cli/files.h"
#include "cli/paths.h"
#include "history/exchange.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER "unsaved"
#define SIZE_LIMIT ((size_t)16 << 20)

static bool write_session(const char *path, const plie_progress *progress, plie_text *why) {
    plie_text text = {0};
    plie_interval_list intervals = {progress->intervals, progress->interval_count};
    plie_text_add(&text, PLIE_HISTORY_JSON_BEGIN);
    plie_session_write_json(&text, progress->record, &intervals);
    plie_text_add(&text, PLIE_HISTORY_JSON_END);
    bool written = plie_file_write(path, plie_text_string(&text), text.length, true, why);
    plie_text_free(&text);
    return written;
}

static const char *path_of(plie_arena *arena, const char *folder, const char *id) {
    return plie_arena_printf(arena, "%s/%s/%s.json", folder, FOLDER, id);
}

bool plie_unsaved_set_down(const char *folder, const plie_progress *progress, plie_text *why) {
    plie_arena *arena = plie_arena_new();
    bool done = plie_folder_make(plie_path_join(arena, folder, FOLDER), why) &&
                write_session(path_of(arena, folder, progress->record->id), progress, why);
    plie_arena_free(arena);
    return done;
}

void plie_unsaved_remove(const char *folder, const char *id) {
    plie_arena *arena = plie_arena_new();
    (void)unlink(path_of(arena, folder, id));
    plie_arena_free(arena);
}

bool plie_unsaved_holds(const char *folder, const char *id) {
    plie_arena *arena = plie_arena_new();
    bool holds = plie_file_can_read(path_of(arena, folder, id), NULL);
    plie_arena_free(arena);
    return holds;
}

static size_t list_unsaved(plie_arena *arena, const char *folder, const char ***names) {
    const char *unsaved = plie_path_join(arena, folder, FOLDER);
    size_t count;
    if (plie_is_folder(unsaved) && plie_folder_list(arena, unsaved, ".json", names, &count))
        return count;
    return 0;
}

size_t plie_unsaved_count(const char *folder) {
    plie_arena *arena = plie_arena_new();
    const char **names;
    size_t count = list_unsaved(arena, folder, &names);
    plie_arena_free(arena);
    return count;
}

static bool says_more(const plie_session_record *record, const plie_session_record *than) {
    if (record->active_ms != than->active_ms)
        return record->active_ms > than->active_ms;
    return (record->completed && !than->completed) ||
           (record->effort != 0 && record->effort != than->effort);
}

static bool store_if_it_says_more(plie_arena *arena, plie_history *history,
                                  const plie_session_record *record,
                                  const plie_interval_list *intervals) {
    plie_session_list list;
    if (!plie_history_sessions(history, arena, 0, 0, &list))
        return false;
    for (size_t i = 0; i < list.count; i++)
        if (strcmp(list.records[i].id, record->id) == 0 && !says_more(record, &list.records[i]))
            return true;
    const plie_progress progress = {.record = record,
                                    .intervals = intervals->records,
                                    .interval_count = intervals->count,
                                    .over = true};
    return plie_history_store(history, &progress);
}

/* Mostly the history knows nothing of it. */
static bool store_one(plie_arena *arena, plie_history *history, plie_history *read,
                      const plie_session_record *record) {
    plie_interval_list intervals;
    bool added;
    return plie_history_intervals(read, arena, record->id, &intervals) &&
           plie_history_import(history, record, intervals.records, intervals.count, &added) &&
           (added || store_if_it_says_more(arena, history, record, &intervals));
}

static bool store_each(plie_arena *arena, plie_history *history, plie_history *read) {
    plie_session_list list;
    if (!plie_history_sessions(read, arena, 0, 0, &list))
        return false;
    for (size_t i = 0; i < list.count; i++)
        if (!store_one(arena, history, read, &list.records[i]))
            return false;
    return true;
}

/* In one transaction: who does the session at this moment may store more of it at any time. */
static bool store_all(plie_arena *arena, plie_history *history, plie_history *read) {
    if (!plie_history_import_begin(history))
        return false;
    const bool stored = store_each(arena, history, read);
    return plie_history_import_end(history, stored) && stored;
}

/* Whoever does the session may have set down more of it meanwhile, in a new file. */
static void remove_unless_replaced(const char *path, const struct stat *read) {
    struct stat now;
    if (stat(path, &now) == 0 && now.st_ino == read->st_ino && now.st_dev == read->st_dev &&
        now.st_size == read->st_size && now.st_mtim.tv_sec == read->st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == read->st_mtim.tv_nsec)
        (void)unlink(path);
}

/* What is read goes through a history in memory first, which knows what a session is. */
static void take_in_file(plie_history *history, const char *path) {
    plie_arena *arena = plie_arena_new();
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_history *read = plie_history_open_memory();
    plie_import_counts counts;
    struct stat facts;
    size_t length;
    if (stat(path, &facts) == 0 && read != NULL) {
        const char *bytes = plie_file_read(arena, path, SIZE_LIMIT, &length, NULL);
        if (bytes != NULL &&
            plie_history_import_json(read, path, bytes, length, &counts, findings) &&
            store_all(arena, history, read))
            remove_unless_replaced(path, &facts);
    }
    plie_history_close(read);
    plie_diagnostics_free(findings);
    plie_arena_free(arena);
}

void plie_unsaved_take_in(const char *folder, plie_history *history) {
    plie_arena *arena = plie_arena_new();
    const char **names;
    size_t count = list_unsaved(arena, folder, &names);
    for (size_t i = 0; i < count; i++)
        take_in_file(history, plie_arena_printf(arena, "%s/%s/%s", folder, FOLDER, names[i]));
    plie_arena_free(arena);
}
