/* What a folder of music holds, as far as one look tells. */
#ifndef PLIE_MUSIC_FOLDER_H
#define PLIE_MUSIC_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    bool exists;
    int files; /* ogg, mp3, flac and wav, by their names */
    bool more; /* there may be more: not all of the folder was read */
} plie_music_look;

/* Reads the names in the folder, some thousands at most. "" and NULL do not exist. Main thread. */
plie_music_look plie_music_folder_look(const char *folder);

/* The absolute path that a person means by what they typed: "~" and a path without a slash in front
 * are of their home folder, and spaces around it do not count. Writes at most size bytes; "" for
 * nothing typed, and where it does not fit. */
void plie_music_folder_meant(char *path, size_t size, const char *typed);

#endif
