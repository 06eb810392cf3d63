#include "cli/paths.h"

#include "cli/files.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

char *plie_path_join(plie_arena *arena, const char *folder, const char *name) {
    const size_t length = strlen(folder);
    const bool ends_in_slash = length > 0 && folder[length - 1] == '/';
    return plie_arena_printf(arena, ends_in_slash ? "%s%s" : "%s/%s", folder, name);
}

static const char *environment(const char *name) {
    const char *value = getenv(name);
    return value != NULL && value[0] != '\0' ? value : NULL;
}

/* So that a message tells where it is, whoever reads it where. */
static const char *absolute(plie_arena *arena, const char *path) {
    char *real = path[0] == '\0' ? NULL : realpath(path, NULL);
    char *here = real == NULL && path[0] != '\0' && path[0] != '/' ? realpath(".", NULL) : NULL;
    const char *found = real != NULL   ? plie_arena_strdup(arena, real)
                        : here != NULL ? plie_path_join(arena, here, path)
                                       : path;
    free(real);
    free(here);
    return found;
}

/* The XDG rules ignore a path that is not absolute. */
static const char *default_data_folder(plie_arena *arena) {
    const char *xdg = environment("XDG_DATA_HOME");
    if (xdg != NULL && xdg[0] == '/')
        return plie_path_join(arena, xdg, "plie");
    const char *home = environment("HOME");
    return plie_path_join(arena, home != NULL ? home : ".", ".local/share/plie");
}

static const char *find_share_folder(plie_arena *arena) {
    const char *given = environment("PLIE_SHARE");
    if (given != NULL)
        return given;
    char *base = SDL_GetBasePath();
    const char *beside = plie_arena_strdup(arena, base != NULL ? base : "./");
    SDL_free(base);
    const char *installed = plie_path_join(arena, beside, "../share/plie");
    return plie_is_folder(installed) ? installed : plie_path_join(arena, beside, "share/plie");
}

plie_paths plie_paths_find(plie_arena *arena, const char *data_dir) {
    const char *data = data_dir != NULL ? absolute(arena, data_dir) : default_data_folder(arena);
    const char *share = find_share_folder(arena);
    return (plie_paths){
        .data = data,
        .programs = plie_path_join(arena, data, "programs"),
        .share = share,
        .shipped = plie_path_join(arena, share, "programs"),
        .sounds = plie_path_join(arena, share, "sounds"),
        .fonts = plie_path_join(arena, share, "fonts"),
        .figures = plie_path_join(arena, share, "figures"),
    };
}

const char *plie_folder_of(plie_arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return ".";
    return slash == path ? "/" : plie_arena_copy(arena, path, (size_t)(slash - path));
}
