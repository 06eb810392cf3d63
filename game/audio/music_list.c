#include "audio/music_list.h"
#include "base/arena.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define ENTRY_LIMIT 100000 /* of all that is looked at */
#define FOLDER_LIMIT 1000
#define NAMED_LIMIT 4
#define LONGEST_NAME 40 /* characters */

typedef struct {
    const char *path;
    bool broken;
    bool told;
} music_file;

struct plie_music_list {
    plie_arena *arena;
    const char *folder;
    music_file files[PLIE_MUSIC_LIMIT]; /* by name */
    size_t order[PLIE_MUSIC_LIMIT];
    size_t count;
    size_t found; /* with those that are too many */
    bool given_up;
    size_t order_count; /* without those that were broken when the round began */
    size_t next;        /* in the order */
    size_t entries;
    const char *folders[FOLDER_LIMIT];
    size_t folder_count;
    uint64_t random;
};

static bool is_music(const char *name) {
    static const char *const endings[] = {".ogg", ".mp3", ".flac", ".wav"};
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot != NULL && i < sizeof endings / sizeof *endings; i++) {
        if (strcasecmp(dot, endings[i]) == 0)
            return true;
    }
    return false;
}

static bool is_folder(const char *path) {
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

static bool is_file(const char *path) {
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISREG(facts.st_mode);
}

static void take_music(plie_music_list *list, const char *folder, const char *name) {
    if (list->count == PLIE_MUSIC_LIMIT) {
        list->found++;
        return;
    }
    const char *path = plie_arena_printf(list->arena, "%s/%s", folder, name);
    if (!is_file(path))
        return;
    list->files[list->count++].path = path;
    list->found++;
}

static void take_entry(plie_music_list *list, const char *folder, const char *name, bool deeper) {
    if (name[0] == '.')
        return;
    if (is_music(name)) {
        take_music(list, folder, name);
        return;
    }
    if (!deeper || list->folder_count == FOLDER_LIMIT)
        return;
    const char *path = plie_arena_printf(list->arena, "%s/%s", folder, name);
    if (is_folder(path))
        list->folders[list->folder_count++] = path;
}

static bool read_folder(plie_music_list *list, const char *folder, bool deeper) {
    DIR *opened = opendir(folder);
    if (opened == NULL)
        return false;
    const struct dirent *entry = NULL;
    while (list->entries < ENTRY_LIMIT && (entry = readdir(opened)) != NULL) {
        list->entries++;
        take_entry(list, folder, entry->d_name, deeper);
    }
    closedir(opened);
    return true;
}

/* SplitMix64: the order is to be different each time, not to be beyond guessing. */
static uint64_t random_number(plie_music_list *list) {
    list->random += 0x9E3779B97F4A7C15U;
    uint64_t mixed = list->random;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31);
}

static void swap(plie_music_list *list, size_t a, size_t b) {
    size_t kept = list->order[a];
    list->order[a] = list->order[b];
    list->order[b] = kept;
}

static void begin_round(plie_music_list *list) {
    if (list->given_up)
        return;
    size_t last = list->order_count > 0 ? list->order[list->order_count - 1] : SIZE_MAX;
    list->order_count = 0;
    list->next = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (!list->files[i].broken)
            list->order[list->order_count++] = i;
    }
    for (size_t i = list->order_count; i > 1; i--)
        swap(list, i - 1, (size_t)(random_number(list) % i));
    if (list->order_count > 1 && list->order[0] == last)
        swap(list, 0, 1 + (size_t)(random_number(list) % (list->order_count - 1)));
}

static int compare(const void *a, const void *b) {
    return strcmp(((const music_file *)a)->path, ((const music_file *)b)->path);
}

static void explain_empty(const plie_music_list *list, int failure, plie_text *problem) {
    const char *folder = plie_text_printable(list->arena, list->folder);
    struct stat facts;
    if (failure == ENOTDIR && stat(list->folder, &facts) == 0)
        plie_text_addf(problem, "The music folder %s is no folder: there is no music.", folder);
    else if (failure == ENOENT || failure == ENOTDIR)
        plie_text_addf(problem, "The music folder %s is gone: there is no music.", folder);
    else if (failure != 0)
        plie_text_addf(problem, "The music folder %s cannot be read: %s.", folder,
                       strerror(failure));
    else
        plie_text_addf(problem, "The music folder %s holds no ogg, mp3, flac or wav file.", folder);
}

plie_music_list *plie_music_list_read(const char *folder, uint64_t seed, plie_text *problem) {
    plie_arena *arena = plie_arena_new();
    plie_music_list *list = PLIE_NEW(arena, plie_music_list);
    list->arena = arena;
    list->folder = plie_arena_strdup(arena, folder);
    list->random = seed;
    int failure = read_folder(list, list->folder, true) ? 0 : errno;
    for (size_t i = 0; i < list->folder_count; i++)
        read_folder(list, list->folders[i], false);
    qsort(list->files, list->count, sizeof *list->files, compare);
    begin_round(list);
    if (list->count == 0)
        explain_empty(list, failure, problem);
    return list;
}

void plie_music_list_free(plie_music_list *list) {
    if (list != NULL)
        plie_arena_free(list->arena);
}

size_t plie_music_list_count(const plie_music_list *list) {
    return list->count;
}

/* The next of this round that is not broken. */
static const char *next_of_round(plie_music_list *list) {
    while (list->next < list->order_count) {
        const music_file *file = &list->files[list->order[list->next++]];
        if (!file->broken)
            return file->path;
    }
    return NULL;
}

const char *plie_music_list_next(plie_music_list *list) {
    const char *path = next_of_round(list);
    if (path != NULL)
        return path;
    begin_round(list);
    return next_of_round(list);
}

const char *plie_music_list_peek(const plie_music_list *list, size_t later) {
    if (later >= list->order_count - list->next)
        return NULL;
    return list->files[list->order[list->next + later]].path;
}

static music_file *find_file(const plie_music_list *list, const char *path) {
    music_file wanted = {.path = path};
    return bsearch(&wanted, list->files, list->count, sizeof *list->files, compare);
}

void plie_music_list_mark_broken(plie_music_list *list, const char *path) {
    music_file *file = find_file(list, path);
    if (file != NULL)
        file->broken = true;
}

void plie_music_list_give_up(plie_music_list *list) {
    list->given_up = true;
    list->order_count = 0;
    list->next = 0;
}

bool plie_music_list_is_broken(const plie_music_list *list, const char *path) {
    const music_file *file = find_file(list, path);
    return file != NULL && file->broken;
}

static size_t count_untold(const plie_music_list *list) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->files[i].broken && !list->files[i].told;
    return count;
}

static void add_name(plie_arena *arena, plie_text *sentence, const char *path) {
    const char *name = plie_text_printable(arena, strrchr(path, '/') + 1);
    const char *end = name;
    for (int i = 0; i < LONGEST_NAME && *end != '\0'; i++)
        plie_utf8_next(&end);
    plie_text_add_bytes(sentence, name, (size_t)(end - name));
    if (*end != '\0')
        plie_text_add(sentence, "\u2026");
}

static void add_names(plie_music_list *list, plie_text *sentence, size_t count) {
    size_t named = 0;
    for (size_t i = 0; i < list->count; i++) {
        music_file *file = &list->files[i];
        if (!file->broken || file->told)
            continue;
        file->told = true;
        if (named > 0 && named < NAMED_LIMIT)
            plie_text_add(sentence, ", ");
        if (named < NAMED_LIMIT)
            add_name(list->arena, sentence, file->path);
        named++;
    }
    if (count > NAMED_LIMIT)
        plie_text_addf(sentence, " and %zu more", count - NAMED_LIMIT);
}

bool plie_music_list_tell_broken(plie_music_list *list, plie_text *sentence) {
    size_t count = count_untold(list);
    if (count == 0)
        return false;
    if (list->given_up)
        plie_text_addf(sentence, "The first %zu of %zu music files cannot be played: ", count,
                       list->found);
    else if (count == 1)
        plie_text_add(sentence, "1 music file cannot be played: ");
    else if (count == list->count)
        plie_text_addf(sentence, "None of the %zu music files can be played: ", count);
    else
        plie_text_addf(sentence, "%zu music files cannot be played: ", count);
    add_names(list, sentence, count);
    return true;
}
