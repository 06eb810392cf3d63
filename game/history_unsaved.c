#include "history_unsaved.h"

#include "cli/files.h"
#include "cli/paths.h"
#include "history/exchange.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER "unsaved"
#define SIZE_LIMIT ((size_t)16 << 20)
#define FILES_AT_ONCE ((size_t)50) /* nobody else can write the history meanwhile */

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

/* Some files at a time become one transaction: who does a session at this moment may store more of
 * it at any time, but not between a look at what is known and what is stored upon it. */
typedef struct {
    plie_history *history;
    plie_arena *arena;
    plie_session_record *known; /* read when first needed */
    size_t known_count;
} intake;

typedef struct {
    const char *path;
    struct stat facts;
    bool stored;
} unsaved_file;

static bool says_more(const plie_session_record *record, const plie_session_record *than) {
    if (record->active_ms != than->active_ms)
        return record->active_ms > than->active_ms;
    return (record->completed && !than->completed) ||
           (record->effort != 0 && record->effort != than->effort);
}

static plie_session_record *find_listed(const intake *into, const char *id) {
    for (size_t i = 0; i < into->known_count; i++)
        if (strcmp(into->known[i].id, id) == 0)
            return &into->known[i];
    return NULL;
}

/* One that was added since the list was read is in a new list. */
static plie_session_record *find_known(intake *into, const char *id) {
    plie_session_record *listed = find_listed(into, id);
    plie_session_list list;
    if (listed != NULL || !plie_history_sessions(into->history, into->arena, 0, 0, &list))
        return listed;
    into->known = PLIE_NEW_ARRAY(into->arena, list.count + 1, plie_session_record);
    into->known_count = list.count;
    for (size_t i = 0; i < list.count; i++)
        into->known[i] = list.records[i];
    return find_listed(into, id);
}

static void note(plie_session_record *known, const plie_session_record *record) {
    known->active_ms = record->active_ms;
    known->completed = record->completed;
    known->effort = record->effort != 0 ? record->effort : known->effort;
}

static bool store_if_it_says_more(intake *into, const plie_session_record *record,
                                  const plie_interval_list *intervals) {
    plie_session_record *known = find_known(into, record->id);
    const plie_progress progress = {.record = record,
                                    .intervals = intervals->records,
                                    .interval_count = intervals->count,
                                    .over = true};
    if (known == NULL)
        return false;
    if (!says_more(record, known))
        return true;
    if (!plie_history_store(into->history, &progress))
        return false;
    note(known, record);
    return true;
}

/* Mostly the history knows nothing of it. */
static bool store_one(intake *into, plie_arena *arena, plie_history *read,
                      const plie_session_record *record) {
    plie_interval_list intervals;
    bool added;
    return plie_history_intervals(read, arena, record->id, &intervals) &&
           plie_history_import(into->history, record, intervals.records, intervals.count, &added) &&
           (added || store_if_it_says_more(into, record, &intervals));
}

static bool store_each(intake *into, plie_arena *arena, plie_history *read) {
    plie_session_list list;
    if (!plie_history_sessions(read, arena, 0, 0, &list))
        return false;
    for (size_t i = 0; i < list.count; i++)
        if (!store_one(into, arena, read, &list.records[i]))
            return false;
    return true;
}

/* What is read goes through a history in memory first, which knows what a session is. */
static bool take_in_file(intake *into, unsaved_file *file) {
    if (stat(file->path, &file->facts) != 0)
        return false;
    plie_arena *arena = plie_arena_new();
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_history *read = plie_history_open_memory();
    plie_import_counts counts;
    size_t length;
    const char *bytes = plie_file_read(arena, file->path, SIZE_LIMIT, &length, NULL);
    const bool stored =
        read != NULL && bytes != NULL &&
        plie_history_import_json(read, file->path, bytes, length, &counts, findings) &&
        store_each(into, arena, read);
    plie_history_close(read);
    plie_diagnostics_free(findings);
    plie_arena_free(arena);
    return stored;
}

/* Whoever does the session may have set down more of it meanwhile, in a new file. */
static void remove_unless_replaced(const unsaved_file *file) {
    const struct stat *read = &file->facts;
    struct stat now;
    if (stat(file->path, &now) == 0 && now.st_ino == read->st_ino && now.st_dev == read->st_dev &&
        now.st_size == read->st_size && now.st_mtim.tv_sec == read->st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == read->st_mtim.tv_nsec)
        (void)unlink(file->path);
}

static bool take_in_files(plie_history *history, unsaved_file *files, size_t count) {
    if (!plie_history_import_begin(history))
        return false;
    intake into = {.history = history, .arena = plie_arena_new()};
    for (size_t i = 0; i < count; i++)
        files[i].stored = take_in_file(&into, &files[i]);
    const bool kept = plie_history_import_end(history, true);
    for (size_t i = 0; kept && i < count; i++)
        if (files[i].stored)
            remove_unless_replaced(&files[i]);
    plie_arena_free(into.arena);
    return kept;
}

void plie_unsaved_take_in(const char *folder, plie_history *history) {
    plie_arena *arena = plie_arena_new();
    const char **names;
    const size_t count = list_unsaved(arena, folder, &names);
    unsaved_file *files = PLIE_NEW_ARRAY(arena, count + 1, unsaved_file);
    for (size_t i = 0; i < count; i++)
        files[i].path = plie_arena_printf(arena, "%s/%s/%s", folder, FOLDER, names[i]);
    size_t first = 0;
    while (first < count) {
        const size_t some = count - first < FILES_AT_ONCE ? count - first : FILES_AT_ONCE;
        first = take_in_files(history, &files[first], some) ? first + some : count;
    }
    plie_arena_free(arena);
}
