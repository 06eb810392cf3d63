#include "history_keeper.h"

#include "cli/files.h"
#include "cli/paths.h"
#include "history_unsaved.h"

#include <SDL.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_NAME "history.sqlite"

/* A session's progress with an arena of its own. */
typedef struct kept {
    plie_arena *arena;
    plie_session_record record;
    plie_progress progress;
    struct kept *next;
} kept;

struct plie_keeper {
    plie_arena *arena;
    const char *folder;
    SDL_mutex *mutex;
    SDL_cond *changed;
    SDL_Thread *worker;
    kept *waiting; /* of each session the latest that is not stored, the oldest session first */
    bool storing;
    bool stopping;
    char trouble[1024];
    plie_history *history; /* the worker's own, as the next two */
    char stored_id[PLIE_SESSION_ID_LENGTH + 1];
    size_t stored_count; /* intervals of that session that will not change any more */
};

char *plie_history_path(plie_arena *arena, const char *folder) {
    return plie_path_join(arena, folder, FILE_NAME);
}

#define WAITS "workouts are kept in the folder \"unsaved\" beside it"

/* Around the path. What waits in memory goes to the folder when Plie ends, and there is taken in
 * when the history can be opened. */
static const struct {
    const char *before, *after;
} troubles[] = {
    [PLIE_STORE_DAMAGED] = {"Plie cannot read your history, ",
                            ": it is damaged, or not a history. Until you move it away, " WAITS
                            "."},
    [PLIE_STORE_NEWER] = {"A newer Plie has written your history, ",
                          ": use that one. Until then " WAITS "."},
    [PLIE_STORE_LOCKED] = {"Another program is holding your history, ",
                           ": close that program. Until then " WAITS "."},
    [PLIE_STORE_FULL] = {"There is no room left on the disk for your history, ",
                         ": make some before you close Plie, or what was done since may be lost."},
    [PLIE_STORE_READ_ONLY] = {"Your history cannot be written: ",
                              " or its folder is read-only. Allow it to be written before you "
                              "close Plie, or what was done since may be lost."},
};

void plie_history_add_trouble(plie_text *text, const char *folder, plie_store_state state,
                              const char *why) {
    if (state == PLIE_STORE_FINE || state == PLIE_STORE_FAILED) {
        plie_history_add_place(text, folder, why);
        plie_text_add(text, " Until that is put right, " WAITS ".");
        return;
    }
    plie_arena *arena = plie_arena_new();
    plie_text_addf(text, "%s%s%s", troubles[state].before,
                   plie_text_printable(arena, plie_history_path(arena, folder)),
                   troubles[state].after);
    plie_arena_free(arena);
}

void plie_history_add_place(plie_text *text, const char *folder, const char *why) {
    plie_arena *arena = plie_arena_new();
    plie_text_addf(text, "%s The file is %s.", why,
                   plie_text_printable(arena, plie_history_path(arena, folder)));
    plie_arena_free(arena);
}

static const char *copy(plie_arena *arena, const char *text) {
    return text == NULL ? NULL : plie_arena_strdup(arena, text);
}

static void copy_intervals(kept *one, const plie_progress *progress) {
    plie_interval_record *intervals =
        PLIE_NEW_ARRAY(one->arena, progress->interval_count + 1, plie_interval_record);
    for (size_t i = 0; i < progress->interval_count; i++) {
        intervals[i] = progress->intervals[i];
        intervals[i].exercise = copy(one->arena, intervals[i].exercise);
        intervals[i].name = copy(one->arena, intervals[i].name);
    }
    one->progress.intervals = intervals;
}

static kept *kept_of(const plie_progress *progress) {
    plie_arena *arena = plie_arena_new();
    kept *one = PLIE_NEW(arena, kept);
    *one = (kept){.arena = arena, .record = *progress->record, .progress = *progress};
    one->record.id = copy(arena, one->record.id);
    one->record.program = copy(arena, one->record.program);
    one->record.name = copy(arena, one->record.name);
    one->progress.record = &one->record;
    one->progress.plan = copy(arena, progress->plan);
    copy_intervals(one, progress);
    return one;
}

static void free_kept(kept *one) {
    if (one != NULL)
        plie_arena_free(one->arena);
}

static bool is_same_session(const kept *a, const kept *b) {
    return strcmp(a->record.id, b->record.id) == 0;
}

/* The newer one of the same session takes over what only the older one has. */
static void take_over(kept *newer, const kept *older) {
    if (newer->progress.plan == NULL && !newer->progress.over)
        newer->progress.plan = copy(newer->arena, older->progress.plan);
}

/* Where the session stands in the list, or its end. */
static kept **place_of(plie_keeper *keeper, const kept *one) {
    kept **place = &keeper->waiting;
    while (*place != NULL && !is_same_session(*place, one))
        place = &(*place)->next;
    return place;
}

static void put(plie_keeper *keeper, kept *newer) {
    kept **place = place_of(keeper, newer);
    kept *older = *place;
    newer->next = older == NULL ? NULL : older->next;
    if (older != NULL)
        take_over(newer, older);
    *place = newer;
    free_kept(older);
}

/* What could not be stored is the first in the list again, unless there is newer of it. */
static void put_back(plie_keeper *keeper, kept *one) {
    kept *newer = *place_of(keeper, one);
    if (newer != NULL) {
        take_over(newer, one);
        free_kept(one);
        return;
    }
    one->next = keeper->waiting;
    keeper->waiting = one;
}

static void tell_trouble(plie_keeper *keeper, plie_store_state state, const char *why) {
    plie_text text = {0};
    if (state != PLIE_STORE_FINE)
        plie_history_add_trouble(&text, keeper->folder, state, why);
    SDL_LockMutex(keeper->mutex);
    SDL_strlcpy(keeper->trouble, plie_text_string(&text), sizeof keeper->trouble);
    SDL_UnlockMutex(keeper->mutex);
    plie_text_free(&text);
}

/* What somebody did is their own business. */
static void take_charge(plie_keeper *keeper, plie_arena *arena) {
    (void)chmod(plie_history_path(arena, keeper->folder), 0600);
    plie_unsaved_take_in(keeper->folder, keeper->history);
}

static bool open_history(plie_keeper *keeper) {
    if (keeper->history != NULL)
        return true;
    plie_arena *arena = plie_arena_new();
    plie_store_state state;
    plie_text why = {0};
    (void)plie_folder_make(keeper->folder, NULL);
    keeper->history = plie_history_open(plie_history_path(arena, keeper->folder), &state, &why);
    if (keeper->history == NULL)
        tell_trouble(keeper, state, plie_text_string(&why));
    else
        take_charge(keeper, arena);
    plie_text_free(&why);
    plie_arena_free(arena);
    return keeper->history != NULL;
}

/* Only what may differ from what is stored; all of it where this is another session. */
static plie_progress news_of(const plie_keeper *keeper, const kept *one) {
    plie_progress news = one->progress;
    if (strcmp(keeper->stored_id, one->record.id) != 0)
        return news;
    size_t known = SDL_min(keeper->stored_count, news.interval_count);
    news.intervals += known;
    news.interval_count -= known;
    return news;
}

/* The last interval is at hand and changes still; one that is gone back to does too, and so counts
 * as the end of what is stored. */
static void remember_stored(plie_keeper *keeper, const kept *one) {
    size_t at_hand = one->progress.over ? one->progress.interval_count : 0;
    for (size_t i = 0; !one->progress.over && i < one->progress.interval_count; i++)
        if (one->progress.intervals[i].index < one->progress.interval)
            at_hand = i + 1;
    SDL_strlcpy(keeper->stored_id, one->record.id, sizeof keeper->stored_id);
    keeper->stored_count = SDL_min(at_hand, one->progress.interval_count);
}

static bool store(plie_keeper *keeper, const kept *one) {
    if (!open_history(keeper))
        return false;
    plie_progress news = news_of(keeper, one);
    if (plie_history_store(keeper->history, &news)) {
        remember_stored(keeper, one);
        tell_trouble(keeper, PLIE_STORE_FINE, "");
        return true;
    }
    tell_trouble(keeper, plie_history_state(keeper->history), plie_history_why(keeper->history));
    plie_history_close(keeper->history);
    keeper->history = NULL;
    keeper->stored_id[0] = '\0';
    return false;
}

/* Called and left with the mutex locked. */
static void store_first(plie_keeper *keeper) {
    kept *one = keeper->waiting;
    keeper->waiting = one->next;
    keeper->storing = true;
    SDL_UnlockMutex(keeper->mutex);
    bool stored = store(keeper, one);
    SDL_LockMutex(keeper->mutex);
    keeper->storing = false;
    if (stored)
        free_kept(one);
    else
        put_back(keeper, one);
    SDL_CondBroadcast(keeper->changed);
    if (!stored && !keeper->stopping)
        (void)SDL_CondWaitTimeout(keeper->changed, keeper->mutex, PLIE_KEEP_AGAIN_MS);
}

static int run_worker(void *user) {
    plie_keeper *keeper = user;
    SDL_LockMutex(keeper->mutex);
    while (!keeper->stopping) {
        if (keeper->waiting != NULL)
            store_first(keeper);
        else
            SDL_CondWait(keeper->changed, keeper->mutex);
    }
    SDL_UnlockMutex(keeper->mutex);
    return 0;
}

plie_keeper *plie_keeper_new(const char *folder) {
    plie_arena *arena = plie_arena_new();
    plie_keeper *keeper = PLIE_NEW(arena, plie_keeper);
    keeper->arena = arena;
    keeper->folder = plie_arena_strdup(arena, folder);
    keeper->mutex = SDL_CreateMutex();
    keeper->changed = SDL_CreateCond();
    if (keeper->mutex != NULL && keeper->changed != NULL)
        keeper->worker = SDL_CreateThread(run_worker, "history", keeper);
    if (keeper->worker != NULL)
        return keeper;
    SDL_DestroyCond(keeper->changed);
    SDL_DestroyMutex(keeper->mutex);
    plie_arena_free(arena);
    return NULL;
}

void plie_keeper_keep(plie_keeper *keeper, const plie_progress *progress) {
    kept *one = kept_of(progress);
    SDL_LockMutex(keeper->mutex);
    put(keeper, one);
    SDL_CondBroadcast(keeper->changed);
    SDL_UnlockMutex(keeper->mutex);
}

bool plie_keeper_trouble(plie_keeper *keeper, char *text, size_t size) {
    SDL_LockMutex(keeper->mutex);
    SDL_strlcpy(text, keeper->trouble, size);
    SDL_UnlockMutex(keeper->mutex);
    return text[0] != '\0';
}

static bool is_settled(const plie_keeper *keeper) {
    return keeper->waiting == NULL && !keeper->storing;
}

bool plie_keeper_settle(plie_keeper *keeper, int wait_ms) {
    Uint64 end = SDL_GetTicks64() + (Uint64)SDL_max(wait_ms, 0);
    SDL_LockMutex(keeper->mutex);
    while (!is_settled(keeper) && keeper->trouble[0] == '\0') {
        Uint64 now = SDL_GetTicks64();
        if (now >= end)
            break;
        (void)SDL_CondWaitTimeout(keeper->changed, keeper->mutex, (Uint32)(end - now));
    }
    bool settled = is_settled(keeper);
    SDL_UnlockMutex(keeper->mutex);
    return settled;
}

static bool set_down(plie_keeper *keeper, const kept *one, plie_text *why) {
    plie_text failure = {0};
    bool kept_there = plie_unsaved_set_down(keeper->folder, &one->progress, &failure);
    if (why != NULL && why->length == 0) {
        plie_text_add(why, keeper->trouble);
        if (kept_there)
            plie_text_add(why, " This one waits in \"unsaved\" now.");
        else
            plie_text_addf(why, " This one is lost: %s.", plie_text_string(&failure));
    }
    plie_text_free(&failure);
    return kept_there;
}

bool plie_keeper_free(plie_keeper *keeper, plie_text *why) {
    if (keeper == NULL)
        return true;
    SDL_LockMutex(keeper->mutex);
    keeper->stopping = true;
    SDL_CondBroadcast(keeper->changed);
    SDL_UnlockMutex(keeper->mutex);
    SDL_WaitThread(keeper->worker, NULL);
    bool fine = true;
    while (keeper->waiting != NULL) {
        kept *one = keeper->waiting;
        keeper->waiting = one->next;
        fine = (store(keeper, one) || set_down(keeper, one, why)) && fine;
        free_kept(one);
    }
    plie_history_close(keeper->history);
    SDL_DestroyCond(keeper->changed);
    SDL_DestroyMutex(keeper->mutex);
    plie_arena_free(keeper->arena);
    return fine;
}
