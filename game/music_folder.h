/* What a folder of music holds, as far as one look tells. */
#ifndef PLIE_MUSIC_FOLDER_H
#define PLIE_MUSIC_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#define PLIE_MUSIC_PROBLEM_SIZE 96

typedef struct {
    bool exists;
    char problem[PLIE_MUSIC_PROBLEM_SIZE]; /* why it cannot be read, in a plain sentence; else "" */
    int files;                             /* that would be played, by their names */
    bool more;                             /* there may be more */
} plie_music_look;

/* Reads the names in the folder, within the limits of audio/music_list.h. "" and NULL do not exist.
 * Main thread. */
plie_music_look plie_music_folder_look(const char *folder);

/* The absolute path that a person means by what they typed: "~" and a path without a slash in front
 * are of their home folder, and spaces around it do not count. Writes at most size bytes; "" for
 * nothing typed, and where it does not fit. */
void plie_music_folder_meant(char *path, size_t size, const char *typed);

#endif
