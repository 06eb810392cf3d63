#include "settings_file.h"

#include "cli/files.h"
#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SIZE_LIMIT ((size_t)256 << 10)
#define SET_ASIDE_LIMIT 99

static const char *file_of(plie_arena *arena, const plie_paths *paths) {
    return plie_path_join(arena, paths->data, "settings.json");
}

/* A link that leads nowhere is there: what it was meant for may come back. */
static bool is_missing(const char *path) {
    struct stat status;
    return lstat(path, &status) != 0 && errno == ENOENT;
}

static const char *aside_name(plie_arena *arena, int number) {
    return plie_arena_printf(arena, "settings.damaged-%d.json", number);
}

/* Gives the file another name that nothing has. Where a file system has no links, a rename must
 * do. */
static bool move_without_overwriting(const char *path, const char *target) {
    if (link(path, target) == 0)
        return unlink(path) == 0;
    struct stat status;
    if (errno == EEXIST || lstat(target, &status) == 0)
        return false;
    return rename(path, target) == 0;
}

static bool is_older(const struct timespec *a, const struct timespec *b) {
    return a->tv_sec < b->tv_sec || (a->tv_sec == b->tv_sec && a->tv_nsec < b->tv_nsec);
}

static const char *oldest_aside(plie_arena *arena, const plie_paths *paths) {
    const char *oldest = aside_name(arena, 1);
    struct timespec oldest_time = {0};
    for (int number = 1; number <= SET_ASIDE_LIMIT; number++) {
        const char *name = aside_name(arena, number);
        struct stat status;
        if (lstat(plie_path_join(arena, paths->data, name), &status) != 0)
            continue;
        if (number == 1 || is_older(&status.st_mtim, &oldest_time)) {
            oldest = name;
            oldest_time = status.st_mtim;
        }
    }
    return oldest;
}

/* The file's new name, or NULL where it has to stay. */
static const char *set_aside(plie_arena *arena, const plie_paths *paths, const char *path) {
    for (int number = 1; number <= SET_ASIDE_LIMIT; number++) {
        const char *name = aside_name(arena, number);
        if (move_without_overwriting(path, plie_path_join(arena, paths->data, name)))
            return name;
    }
    const char *name = oldest_aside(arena, paths);
    return rename(path, plie_path_join(arena, paths->data, name)) == 0 ? name : NULL;
}

/* For who edits the file by hand; on the screen it would say nothing to most. */
static void tell_fault(plie_arena *arena, const char *path, const plie_diagnostic *fault) {
    plie_text where = {0};
    if (fault->place.line > 0)
        plie_text_addf(&where, "line %d, column %d: ", fault->place.line, fault->place.column);
    if (fault->pointer[0] != '\0')
        plie_text_addf(&where, "%s ", plie_text_printable(arena, fault->pointer));
    plie_complain("%s: %s%s", plie_text_printable(arena, path), plie_text_string(&where),
                  fault->message);
    plie_text_free(&where);
}

static void give_up_damaged(const plie_paths *paths, const char *path, const plie_diagnostic *fault,
                            plie_text *notice) {
    plie_arena *arena = plie_arena_new();
    const char *name = set_aside(arena, paths, path);
    const char *folder = plie_text_printable(arena, paths->data);
    tell_fault(arena, path, fault);
    plie_text_add(notice, "Your settings could not be read; the usual ones are used. ");
    if (name != NULL)
        plie_text_addf(notice, "The old file is %s in %s.", name, folder);
    else
        plie_text_addf(notice, "The old file could not be set aside in %s.", folder);
    plie_arena_free(arena);
}

static void add_file_fault(plie_diagnostics *findings, const char *path, const char *why) {
    plie_diagnostics_add(findings, PLIE_ERROR, path, (plie_place){0, 0}, "", "%s", why);
}

static plie_settings *load(plie_arena *arena, const plie_paths *paths, const char *path,
                           plie_diagnostics *findings, plie_text *notice) {
    plie_text error = {0};
    size_t length;
    plie_settings *settings = NULL;
    const char *bytes = plie_file_read(arena, path, SIZE_LIMIT, &length, &error);
    if (bytes != NULL)
        settings = plie_settings_read(path, bytes, length, findings);
    else if (length > SIZE_LIMIT)
        add_file_fault(findings, path, "it is larger than 256 KiB");
    else
        plie_text_addf(notice, "Your settings could not be read; the usual ones are used: %s.",
                       plie_text_string(&error));
    const plie_diagnostic *fault = plie_diagnostics_first(findings, PLIE_ERROR);
    if (fault != NULL)
        give_up_damaged(paths, path, fault, notice);
    plie_text_free(&error);
    return settings;
}

plie_settings *plie_settings_load(const plie_paths *paths, plie_text *notice) {
    plie_arena *arena = plie_arena_new();
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_text said = {0};
    const char *path = file_of(arena, paths);
    plie_settings *settings = NULL;
    if (!is_missing(path))
        settings = load(arena, paths, path, findings, &said);
    if (notice != NULL)
        plie_text_add(notice, plie_text_string(&said));
    plie_text_free(&said);
    plie_diagnostics_free(findings);
    plie_arena_free(arena);
    return settings != NULL ? settings : plie_settings_new();
}

/* The file itself, where settings.json is a link to it. */
static const char *real_path(plie_arena *arena, const char *path) {
    char *real = realpath(path, NULL);
    const char *copy = real == NULL ? path : plie_arena_strdup(arena, real);
    free(real);
    return copy;
}

/* The file as it is before it is replaced. */
typedef struct {
    const char *path;
    const char *bytes; /* NULL where there is none that can be read */
    size_t length;
    bool forbidden; /* it cannot be opened, and may hold what nobody has seen */
} old_file;

static old_file look_at(plie_arena *arena, const char *path, plie_text *error) {
    old_file file = {.path = path};
    if (is_missing(path))
        return file;
    file.bytes = plie_file_read(arena, path, SIZE_LIMIT, &file.length, error);
    file.forbidden = file.bytes == NULL && file.length <= SIZE_LIMIT;
    return file;
}

static plie_settings *read_old(const old_file *file) {
    if (file->bytes == NULL)
        return NULL;
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *there = plie_settings_read(file->path, file->bytes, file->length, findings);
    plie_diagnostics_free(findings);
    return there;
}

static void write_merged(plie_text *text, const plie_settings *settings, const plie_settings *seen,
                         const old_file *file) {
    plie_settings *merged = plie_settings_copy(settings);
    plie_settings *there = read_old(file);
    if (there != NULL)
        plie_settings_merge(merged, seen, there);
    plie_settings_write(merged, text);
    plie_settings_free(there);
    plie_settings_free(merged);
}

static bool is_in_file(const old_file *file, const plie_text *text) {
    return file->bytes != NULL && file->length == text->length &&
           memcmp(file->bytes, text->data, text->length) == 0;
}

static bool replace(plie_arena *arena, const plie_paths *paths, const old_file *file,
                    const plie_text *text, plie_text *why) {
    if (file->forbidden)
        return false;
    if (is_in_file(file, text))
        return true;
    plie_text_clear(why);
    const char *path = real_path(arena, file->path);
    const bool saved = plie_folder_make(paths->data, why) &&
                       plie_file_write(path, text->data, text->length, true, why);
    if (saved && file->bytes == NULL)
        (void)chmod(path, S_IRUSR | S_IWUSR); /* there are answers about health in it */
    return saved;
}

bool plie_settings_save(const plie_paths *paths, const plie_settings *settings,
                        const plie_settings *seen, plie_text *error) {
    plie_arena *arena = plie_arena_new();
    plie_text text = {0}, why = {0};
    const old_file file = look_at(arena, file_of(arena, paths), &why);
    write_merged(&text, settings, seen, &file);
    const bool saved = replace(arena, paths, &file, &text, &why);
    if (!saved)
        plie_text_addf(error, "The settings were not saved: %s.", plie_text_string(&why));
    plie_text_free(&why);
    plie_text_free(&text);
    plie_arena_free(arena);
    return saved;
}
