/* Where Plie finds what it reads and keeps what it writes. */
#ifndef PLIE_CLI_PATHS_H
#define PLIE_CLI_PATHS_H

#include "base/arena.h"

/* Folders, without a slash at the end; they need not exist. */
typedef struct {
    const char *data;     /* --data (made absolute), $XDG_DATA_HOME/plie or ~/.local/share/plie */
    const char *programs; /* the person's own: data/programs */
    const char *share;    /* $PLIE_SHARE, else ../share/plie or share/plie beside the executable */
    const char *shipped;  /* share/programs */
    const char *sounds;   /* share/sounds */
    const char *fonts;    /* share/fonts */
    const char *figures;  /* share/figures */
} plie_paths;

/* data_dir is the argument of --data, or NULL. The texts live in the arena. */
plie_paths plie_paths_find(plie_arena *arena, const char *data_dir);

/* The folder of a file, "." for a bare name; in the arena or static. */
const char *plie_folder_of(plie_arena *arena, const char *path);

/* "folder/name" in the arena. */
char *plie_path_join(plie_arena *arena, const char *folder, const char *name);

#endif
