#include "program_file.h"

#include "base/json_text.h"
#include "base/text.h"
#include "cli/files.h"
#include "cli/paths.h"
#include "figure/figure_store.h"
#include "pictures.h"
#include "plan/plan_check.h"

#include <string.h>

#define WHOLE_FILE ((plie_place){0, 0})
#define FILE_START ((plie_place){1, 1})

/* The bytes of a file to read, NULL after a finding; *opened is false if that is all there is to
 * say about it. */
static char *read_bytes(plie_arena *arena, const char *path, size_t *length, bool *opened,
                        plie_diagnostics *findings) {
    plie_text why = {0};
    char *bytes = plie_file_read(arena, path, PLIE_JSON_SIZE_LIMIT, length, &why);
    *opened = bytes != NULL || *length > PLIE_JSON_SIZE_LIMIT;
    if (bytes == NULL && *opened)
        plie_diagnostics_add(findings, PLIE_ERROR, path, FILE_START, "",
                             "the file is larger than 1 MiB, which is the most that is read");
    else if (bytes == NULL)
        plie_diagnostics_add(findings, PLIE_ERROR, path, WHOLE_FILE, "", "%s",
                             plie_text_string(&why));
    plie_text_free(&why);
    return bytes;
}

static void check_named_files(const plie_program *program, plie_diagnostics *findings) {
    const char *folder = plie_folder_of(program->arena, program->file);
    for (size_t i = 0; i < program->file_count; i++) {
        const plie_named_file *named = &program->files[i];
        if (!plie_file_is_inside(folder, named->path))
            plie_diagnostics_add(findings, PLIE_ERROR, program->file, named->place, named->pointer,
                                 "there is no file \"%s\" inside the program's folder",
                                 named->path);
    }
}

typedef plie_program *program_reader(const char *file, const char *bytes, size_t length,
                                     const plie_library *library, plie_diagnostics *findings);

/* Reads by plie_program_read or plie_program_check; a program with an error of its files is freed.
 */
static plie_program *read_program(program_reader *read, const char *path, const char *bytes,
                                  size_t length, const plie_library *library,
                                  plie_diagnostics *findings) {
    plie_program *program = read(path, bytes, length, library, findings);
    if (program == NULL)
        return NULL;
    const size_t errors = plie_diagnostics_count_of(findings, PLIE_ERROR);
    check_named_files(program, findings);
    if (plie_diagnostics_count_of(findings, PLIE_ERROR) == errors)
        return program;
    plie_program_free(program);
    return NULL;
}

plie_program *plie_program_file_read(const char *path, const plie_library *library,
                                     plie_diagnostics *findings) {
    plie_arena *arena = plie_arena_new();
    plie_program *program = NULL;
    size_t length;
    bool opened;
    const char *bytes = read_bytes(arena, path, &length, &opened, findings);
    if (bytes != NULL && plie_is_figure(bytes, length))
        plie_diagnostics_add(findings, PLIE_ERROR, path, FILE_START, "",
                             "this is a figure, not a program; with a name that ends in "
                             ".figure.json it is not taken for one");
    else if (bytes != NULL)
        program = read_program(plie_program_read, path, bytes, length, library, findings);
    plie_diagnostics_sort(findings);
    plie_arena_free(arena);
    return program;
}

/* The store reads the file again, with all that it is like; what is wrong in other files is said of
 * them. */
static void check_figure(const char *path, const char *folder, plie_diagnostics *findings) {
    plie_figures *figures = plie_figures_new(folder);
    plie_diagnostics *all = plie_diagnostics_new();
    plie_figures_file(figures, path, all);
    for (size_t i = 0; i < plie_diagnostics_count(all); i++) {
        const plie_diagnostic *found = plie_diagnostics_at(all, i);
        if (strcmp(found->file, path) == 0)
            plie_diagnostics_add(findings, found->severity, path, found->place, found->pointer,
                                 "%s", found->message);
    }
    plie_diagnostics_free(all);
    plie_figures_free(figures);
}

static bool is_at(const plie_named_file *named, const char *key) {
    const char *found = strstr(named->pointer, key);
    return strncmp(named->pointer, "/exercises/", 11) == 0 && found != NULL;
}

static void check_picture(plie_pictures *pictures, const plie_program *program,
                          const plie_named_file *named, plie_diagnostics *findings) {
    const char *folder = plie_folder_of(program->arena, program->file);
    const char *path = plie_path_join(program->arena, folder, named->path);
    plie_text why = {0};
    if (!plie_pictures_can_show(pictures, path, &why))
        plie_diagnostics_add(findings, PLIE_WARNING, program->file, named->place, named->pointer,
                             "%s", plie_text_string(&why));
    plie_text_free(&why);
}

/* Without them a workout can be done all the same. */
static void check_what_is_shown(const plie_program *program, const char *figures,
                                plie_diagnostics *findings) {
    const char *folder = plie_folder_of(program->arena, program->file);
    plie_pictures *pictures = plie_pictures_new();
    for (size_t i = 0; i < program->file_count; i++) {
        const plie_named_file *named = &program->files[i];
        if (is_at(named, "/pictures/"))
            check_picture(pictures, program, named, findings);
        else if (is_at(named, "/figure"))
            check_figure(plie_path_join(program->arena, folder, named->path), figures, findings);
    }
    plie_pictures_free(pictures);
}

static void check_bytes(const char *path, const char *bytes, size_t length,
                        const plie_library *library, const char *figures,
                        plie_diagnostics *findings) {
    if (plie_is_figure(bytes, length)) {
        check_figure(path, figures, findings);
        return;
    }
    if (plie_is_base_poses(bytes, length)) {
        plie_base_poses_free(plie_base_poses_read(path, bytes, length, findings));
        return;
    }
    if (plie_is_library(bytes, length)) {
        plie_library_check(path, bytes, length, findings);
        return;
    }
    plie_program *program =
        read_program(plie_program_check, path, bytes, length, library, findings);
    if (program != NULL) {
        plie_plan_check(program, findings);
        check_what_is_shown(program, figures, findings);
    }
    plie_program_free(program);
}

bool plie_program_file_check(const char *path, const plie_library *library, const char *figures,
                             plie_diagnostics *findings) {
    plie_arena *arena = plie_arena_new();
    size_t length;
    bool opened;
    const char *bytes = read_bytes(arena, path, &length, &opened, findings);
    if (bytes != NULL)
        check_bytes(path, bytes, length, library, figures, findings);
    plie_diagnostics_sort(findings);
    plie_arena_free(arena);
    return opened;
}

plie_library *plie_library_file_read(const char *path, plie_diagnostics *findings) {
    plie_arena *arena = plie_arena_new();
    plie_library *library = NULL;
    size_t length;
    bool opened;
    const char *bytes = read_bytes(arena, path, &length, &opened, findings);
    if (bytes != NULL)
        library = plie_library_read(path, bytes, length, findings);
    plie_diagnostics_sort(findings);
    plie_arena_free(arena);
    return library;
}
