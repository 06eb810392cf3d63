#include "music_folder.h"

#include <SDL.h>
#include <dirent.h>

#define NAME_LIMIT 5000

static bool is_music(const char *name) {
    static const char *const endings[] = {".ogg", ".mp3", ".flac", ".wav"};
    size_t length = SDL_strlen(name);
    for (size_t i = 0; i < SDL_arraysize(endings) && name[0] != '.'; i++) {
        size_t ending = SDL_strlen(endings[i]);
        if (length > ending && SDL_strcasecmp(name + length - ending, endings[i]) == 0)
            return true;
    }
    return false;
}

plie_music_look plie_music_folder_look(const char *folder) {
    plie_music_look look = {0};
    DIR *opened = folder && *folder ? opendir(folder) : NULL;
    if (!opened)
        return look;
    look.exists = true;
    const struct dirent *entry = readdir(opened);
    for (int names = 0; entry && names < NAME_LIMIT; names++) {
        look.files += is_music(entry->d_name);
        entry = readdir(opened);
    }
    look.more = entry != NULL;
    closedir(opened);
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
