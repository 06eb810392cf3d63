#include "settings_file.h"

#include "cli/files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SIZE_LIMIT ((size_t)256 << 10)
#define SET_ASIDE_LIMIT 999
#define MOST_FAULTS_TOLD 3

static const char *file_of(plie_arena *arena, const plie_paths *paths) {
    return plie_path_join(arena, paths->data, "settings.json");
}

/* A link that leads nowhere is there: what it was meant for may come back. */
static bool is_missing(const char *path) {
    struct stat status;
    return lstat(path, &status) != 0 && errno == ENOENT;
}

typedef enum {
    FINE,
    FAULTY_IN_PARTS, /* the rest is used */
    USELESS,
    NEWER /* than this Plie */
} file_state;

/* The file as it is now. */
typedef struct {
    const char *path;
    const char *bytes; /* NULL where there is none that can be read */
    size_t length;
    file_state state;
    bool forbidden;          /* it cannot be opened, and may hold what nobody has seen */
    plie_settings *settings; /* NULL where it holds none that can be used */
    plie_diagnostics *findings;
    plie_text error; /* why it cannot be opened */
} settings_file;

static file_state state_of(const settings_file *file) {
    if (file->settings == NULL)
        return file->bytes != NULL && plie_settings_are_newer(file->bytes, file->length) ? NEWER
                                                                                         : USELESS;
    return plie_diagnostics_first(file->findings, PLIE_ERROR) == NULL ? FINE : FAULTY_IN_PARTS;
}

/* What is at fault is as it was in before, which may be NULL. A file that is not there is fine. */
static settings_file look_at(plie_arena *arena, const plie_paths *paths,
                             const plie_settings *before) {
    settings_file file = {.path = file_of(arena, paths), .findings = plie_diagnostics_new()};
    if (is_missing(file.path))
        return file;
    file.bytes = plie_file_read(arena, file.path, SIZE_LIMIT, &file.length, &file.error);
    file.forbidden = file.bytes == NULL && file.length <= SIZE_LIMIT;
    if (file.bytes != NULL && before != NULL)
        file.settings =
            plie_settings_read_again(file.path, file.bytes, file.length, before, file.findings);
    else if (file.bytes != NULL)
        file.settings = plie_settings_read(file.path, file.bytes, file.length, file.findings);
    file.state = state_of(&file);
    return file;
}

static void look_away(settings_file *file) {
    plie_text_free(&file->error);
    plie_diagnostics_free(file->findings);
    plie_settings_free(file->settings);
}

/* Short: it must fit over a workout. */
static const char *sentence_about(const settings_file *file) {
    if (file->state == NEWER)
        return "Your settings and health answers are from a newer Plie and cannot be read; the "
               "usual settings are used";
    if (file->state == USELESS)
        return "Your settings and your answers to the health questions could not be read; the "
               "usual settings are used";
    if (plie_settings_health_is_at_fault(file->findings))
        return "Some of your settings and health answers could not be read; the usual settings "
               "are used there";
    return "Some of your settings could not be read; the usual ones are used there";
}

static void add_fault(plie_text *text, plie_arena *arena, const plie_diagnostic *fault) {
    if (fault->place.line > 0)
        plie_text_addf(text, "line %d, column %d: ", fault->place.line, fault->place.column);
    if (fault->pointer[0] != '\0')
        plie_text_addf(text, "%s ", plie_text_printable(arena, fault->pointer));
    plie_text_add(text, fault->message);
}

/* For who edits the file by hand; on the screen it would say nothing to most. */
static void add_faults(plie_text *text, plie_arena *arena, const plie_diagnostics *findings) {
    const size_t count = plie_diagnostics_count(findings);
    for (size_t i = 0; i < count && i < MOST_FAULTS_TOLD; i++) {
        plie_text_add(text, i == 0 ? "" : "; ");
        add_fault(text, arena, plie_diagnostics_at(findings, i));
    }
    if (count > MOST_FAULTS_TOLD)
        plie_text_addf(text, "; and %zu more", count - MOST_FAULTS_TOLD);
}

static void tell(plie_arena *arena, const settings_file *file, plie_text *complaint,
                 plie_text *notice) {
    const char *sentence = sentence_about(file);
    plie_text_addf(complaint, "%s: ", sentence);
    plie_text_add(notice, sentence);
    if (file->forbidden) {
        plie_text_add(complaint, plie_text_string(&file->error));
        plie_text_addf(notice, ": %s", plie_text_string(&file->error));
    } else {
        plie_text_addf(complaint, "%s: ", plie_text_printable(arena, file->path));
        if (file->bytes == NULL)
            plie_text_add(complaint, "it is larger than 256 KiB");
        add_faults(complaint, arena, file->findings);
    }
    plie_text_add(notice, ".");
}

plie_settings *plie_settings_load_to_show(const plie_paths *paths, plie_text *complaint,
                                          plie_text *notice) {
    plie_arena *arena = plie_arena_new();
    settings_file file = look_at(arena, paths, NULL);
    if (file.state != FINE)
        tell(arena, &file, complaint, notice);
    plie_settings *settings = file.settings;
    file.settings = NULL;
    look_away(&file);
    plie_arena_free(arena);
    return settings != NULL ? settings : plie_settings_new();
}

plie_settings *plie_settings_load(const plie_paths *paths, plie_text *complaint) {
    plie_text notice = {0};
    plie_settings *settings = plie_settings_load_to_show(paths, complaint, &notice);
    plie_text_free(&notice);
    return settings;
}

/* The file itself, where settings.json is a link to it. */
static const char *real_path(plie_arena *arena, const char *path) {
    char *real = realpath(path, NULL);
    const char *copy = real == NULL ? path : plie_arena_strdup(arena, real);
    free(real);
    return copy;
}

/* Where it is gone, or nothing in it can be used, what was set holds whole. */
static void write_merged(plie_text *text, const plie_settings *settings, const plie_settings *seen,
                         const settings_file *file) {
    plie_settings *merged = plie_settings_copy(settings);
    if (file->settings != NULL)
        plie_settings_merge(merged, seen, file->settings);
    plie_settings_write(merged, text);
    plie_settings_free(merged);
}

static bool is_in_file(const settings_file *file, const plie_text *text) {
    return file->bytes != NULL && file->length == text->length &&
           memcmp(file->bytes, text->data, text->length) == 0;
}

/* A second name for the file, or, where a file system has none, a copy: in either case the file
 * itself stays until the new one takes its place. */
static bool keep_as(const settings_file *file, const char *real, const char *aside) {
    if (link(real, aside) == 0)
        return true;
    if (errno == EEXIST || file->bytes == NULL ||
        !plie_file_write(aside, file->bytes, file->length, false, NULL))
        return false;
    (void)chmod(aside, S_IRUSR | S_IWUSR);
    return true;
}

/* The name of what is kept, which nothing had before, or NULL where it cannot be. */
static const char *set_aside(plie_arena *arena, const plie_paths *paths, const settings_file *file,
                             const char *real) {
    for (int number = 1; number <= SET_ASIDE_LIMIT; number++) {
        const char *name = plie_arena_printf(arena, "settings.damaged-%d.json", number);
        const char *path = plie_path_join(arena, paths->data, name);
        if (!is_missing(path))
            continue;
        if (keep_as(file, real, path))
            return name;
        if (errno != EEXIST)
            return NULL;
    }
    return NULL;
}

static bool replace(plie_arena *arena, const plie_paths *paths, const settings_file *file,
                    const plie_text *text, plie_text *why) {
    const char *path = real_path(arena, file->path);
    const bool saved = plie_folder_make(paths->data, why) &&
                       plie_file_write(path, text->data, text->length, true, why);
    if (saved && file->bytes == NULL)
        (void)chmod(path, S_IRUSR | S_IWUSR); /* there are answers about health in it */
    return saved;
}

static bool replace_damaged(plie_arena *arena, const plie_paths *paths, const settings_file *file,
                            const plie_text *text, plie_text *said) {
    const char *folder = plie_text_printable(arena, paths->data);
    const char *name = set_aside(arena, paths, file, real_path(arena, file->path));
    if (name == NULL) {
        plie_text_addf(said, "the old file, which is damaged, cannot be set aside in %s", folder);
        return false;
    }
    if (!replace(arena, paths, file, text, said)) {
        (void)unlink(plie_path_join(arena, paths->data, name));
        return false;
    }
    plie_text_addf(said, "Your old settings could not be read in full; they are kept as %s in %s.",
                   name, folder);
    return true;
}

static bool save(plie_arena *arena, const plie_paths *paths, const settings_file *file,
                 const plie_text *text, plie_text *said) {
    if (file->forbidden) {
        plie_text_add(said, plie_text_string(&file->error));
        return false;
    }
    if (file->state == NEWER) {
        plie_text_addf(said, "a newer Plie has written %s, and this one leaves it as it is",
                       plie_text_printable(arena, file->path));
        return false;
    }
    if (is_in_file(file, text))
        return true;
    return file->state == FINE ? replace(arena, paths, file, text, said)
                               : replace_damaged(arena, paths, file, text, said);
}

bool plie_settings_save(const plie_paths *paths, const plie_settings *settings,
                        const plie_settings *seen, plie_text *notice) {
    plie_arena *arena = plie_arena_new();
    plie_text text = {0}, said = {0};
    settings_file file = look_at(arena, paths, seen);
    write_merged(&text, settings, seen, &file);
    const bool saved = save(arena, paths, &file, &text, &said);
    if (saved)
        plie_text_add(notice, plie_text_string(&said));
    else
        plie_text_addf(notice, "The settings were not saved: %s.", plie_text_string(&said));
    plie_text_free(&said);
    plie_text_free(&text);
    look_away(&file);
    plie_arena_free(arena);
    return saved;
}
