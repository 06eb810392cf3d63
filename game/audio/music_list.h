/* The music files of a folder and the order in which they are played: shuffled, none again before
 * all were played. Knows no player; one thread at a time. */
#ifndef PLIE_AUDIO_MUSIC_LIST_H
#define PLIE_AUDIO_MUSIC_LIST_H

#include "base/text.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PLIE_MUSIC_LIMIT 5000 /* files of a folder; more are not looked for */

typedef struct plie_music_list plie_music_list;

/* Reads the folder and the folders in it (no deeper): files that end in ogg, mp3, flac or wav,
 * nothing hidden. A
 * folder that cannot be read is an empty list, and a plain sentence in problem tells why, as it
 * does where there is no music. The same seed and files give the same order. The caller owns the
 * list. */
plie_music_list *plie_music_list_read(const char *folder, uint64_t seed, plie_text *problem);
void plie_music_list_free(plie_music_list *list);

size_t plie_music_list_count(const plie_music_list *list);

/* The next file to play, which lives as long as the list; shuffles again after the last one, never
 * so that a file follows itself. NULL once none is left that can be played. */
const char *plie_music_list_next(plie_music_list *list);

/* The file that will be played so many files later in this round; NULL beyond its end. */
const char *plie_music_list_peek(const plie_music_list *list, size_t later);

/* The file cannot be played, and is not given again. */
void plie_music_list_mark_broken(plie_music_list *list, const char *path);

/* Too many cannot be played: there is no next one, and plie_music_list_tell_broken says so. */
void plie_music_list_give_up(plie_music_list *list);

bool plie_music_list_is_broken(const plie_music_list *list, const char *path);

/* A sentence that names the broken files of which none told yet; false if there is none. */
bool plie_music_list_tell_broken(plie_music_list *list, plie_text *sentence);

#endif
