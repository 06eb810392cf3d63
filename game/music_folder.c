#include "music_folder.h"

#include "audio/music_list.h"
#include "base/text.h"
#include <SDL.h>
#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* False where it cannot be listed; look then says why. */
static bool can_list(const char *folder, plie_music_look *look) {
    DIR *opened = opendir(folder);
    if (opened) {
        look->exists = true;
        closedir(opened);
        return true;
    }
    int failure = errno;
    struct stat facts;
    look->exists = stat(folder, &facts) == 0 || (failure != ENOENT && failure != ENOTDIR);
    if (look->exists && failure == ENOTDIR)
        SDL_strlcpy(look->problem, "This is no folder.", sizeof look->problem);
    else if (look->exists)
        SDL_snprintf(look->problem, sizeof look->problem, "This folder cannot be read: %s.",
                     strerror(failure));
    return false;
}

plie_music_look plie_music_folder_look(const char *folder) {
    plie_music_look look = {.exists = false};
    if (!folder || !*folder || !can_list(folder, &look))
        return look;
    plie_text problem = {0};
    plie_music_list *list = plie_music_list_read(folder, 0, &problem);
    look.files = (int)plie_music_list_count(list);
    look.more = look.files == PLIE_MUSIC_LIMIT;
    plie_music_list_free(list);
    plie_text_free(&problem);
    return look;
}

static size_t without_spaces(const char **text) {
    while (**text == ' ')
        (*text)++;
    size_t length = SDL_strlen(*text);
    while (length > 0 && (*text)[length - 1] == ' ')
        length--;
    return length;
}

void plie_music_folder_meant(char *path, size_t size, const char *typed) {
    size_t length = without_spaces(&typed);
    const char *home = SDL_getenv("HOME");
    bool of_home = length > 0 && typed[0] != '/';
    if (of_home && typed[0] == '~' && (length == 1 || typed[1] == '/')) {
        typed += SDL_min(length, 2);
        length -= SDL_min(length, 2);
    }
    int needed = of_home ? SDL_snprintf(path, size, "%s/%.*s", home ? home : "", (int)length, typed)
                         : SDL_snprintf(path, size, "%.*s", (int)length, typed);
    if (needed < 0 || (size_t)needed >= size)
        path[0] = '\0';
}
