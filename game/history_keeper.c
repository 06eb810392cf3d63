#include "history_keeper.h"

#include "cli/files.h"
#include "cli/paths.h"
#include "history_unsaved.h"
#include "kept_session.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_NAME "history.sqlite"
/* At most: with the time between two keeps, no more than 5 s are lost. */
#define SET_DOWN_EVERY_MS 1000

typedef struct kept {
    plie_kept_session *session;
    bool is_set_down; /* as it is now */
    bool has_file;    /* of this keeper's, unless somebody took it in */
    Uint64 set_down_at;
    struct kept *next;
} kept;

struct plie_keeper {
    plie_arena *arena;
    const char *folder;
    SDL_mutex *mutex;
    SDL_cond *changed;
    SDL_Thread *worker;
    kept *sessions; /* the oldest first */
    bool storing;
    bool stopping;
    bool failing;
    char trouble[1024];
    plie_history *history; /* the worker's own */
};

char *plie_history_path(plie_arena *arena, const char *folder) {
    return plie_path_join(arena, folder, FILE_NAME);
}

#define WAITS "workouts are kept in the folder \"unsaved\" beside it"

/* Around the path. What waits in the folder is taken in when the history can be opened. */
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
                         ": make some before Plie ends, or what was done since may be lost."},
    [PLIE_STORE_READ_ONLY] = {"Your history cannot be written: ",
                              " or its folder is read-only. Allow it to be written before Plie "
                              "ends, or what was done since may be lost."},
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

static kept *find(const plie_keeper *keeper, const char *id) {
    kept *one = keeper->sessions;
    while (one != NULL && strcmp(plie_kept_session_id(one->session), id) != 0)
        one = one->next;
    return one;
}

static kept *first_with_news(const plie_keeper *keeper) {
    kept *one = keeper->sessions;
    while (one != NULL && !plie_kept_session_has_news(one->session))
        one = one->next;
    return one;
}

static void free_kept(kept *one) {
    plie_kept_session_free(one->session);
    SDL_free(one);
}

static bool is_needed(const plie_keeper *keeper, const kept *one) {
    return keeper->storing || plie_kept_session_has_news(one->session) ||
           !plie_kept_session_is_over(one->session);
}

/* Those that are over and stored make room. */
static kept *add_session(plie_keeper *keeper, const char *id) {
    kept **place = &keeper->sessions;
    while (*place != NULL) {
        kept *one = *place;
        if (is_needed(keeper, one)) {
            place = &one->next;
        } else {
            *place = one->next;
            free_kept(one);
        }
    }
    *place = SDL_calloc(1, sizeof **place);
    if (*place == NULL)
        abort();
    (*place)->session = plie_kept_session_new(id);
    return *place;
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

static bool store_progress(plie_keeper *keeper, const plie_progress *progress) {
    if (!open_history(keeper))
        return false;
    if (plie_history_store(keeper->history, progress)) {
        tell_trouble(keeper, PLIE_STORE_FINE, "");
        return true;
    }
    tell_trouble(keeper, plie_history_state(keeper->history), plie_history_why(keeper->history));
    plie_history_close(keeper->history);
    keeper->history = NULL;
    return false;
}

/* This and the two after it are called and left with the mutex locked, and let go of it while the
 * disk is at work. */
static bool store(plie_keeper *keeper, kept *one) {
    plie_arena *arena = plie_arena_new();
    const plie_progress news = plie_kept_session_take_news(one->session, arena);
    const bool has_file = one->has_file;
    keeper->storing = true;
    SDL_UnlockMutex(keeper->mutex);
    const bool stored = store_progress(keeper, &news);
    if (stored && has_file)
        plie_unsaved_remove(keeper->folder, news.record->id);
    SDL_LockMutex(keeper->mutex);
    keeper->storing = false;
    keeper->failing = !stored;
    one->has_file = has_file && !stored;
    if (!stored)
        plie_kept_session_renew(one->session);
    SDL_CondBroadcast(keeper->changed);
    plie_arena_free(arena);
    return stored;
}

static bool set_down(plie_keeper *keeper, kept *one, plie_text *why) {
    plie_arena *arena = plie_arena_new();
    const plie_progress all = plie_kept_session_all(one->session, arena);
    one->is_set_down = true;
    keeper->storing = true;
    SDL_UnlockMutex(keeper->mutex);
    const bool done = plie_unsaved_set_down(keeper->folder, &all, why);
    SDL_LockMutex(keeper->mutex);
    keeper->storing = false;
    one->is_set_down = one->is_set_down && done;
    one->has_file = one->has_file || done;
    one->set_down_at = SDL_GetTicks64();
    plie_arena_free(arena);
    return done;
}

/* What cannot be stored is lost at a kill, unless it is there. Returns how soon there is more to be
 * set down, at most PLIE_KEEP_AGAIN_MS. */
static Uint32 set_down_news(plie_keeper *keeper) {
    Uint32 wait_ms = PLIE_KEEP_AGAIN_MS;
    for (kept *one = keeper->sessions; one != NULL; one = one->next) {
        if (!plie_kept_session_has_news(one->session) || one->is_set_down)
            continue;
        const Uint64 since_ms = SDL_GetTicks64() - one->set_down_at;
        if (one->set_down_at == 0 || since_ms >= SET_DOWN_EVERY_MS)
            (void)set_down(keeper, one, NULL);
        else
            wait_ms = SDL_min(wait_ms, (Uint32)(SET_DOWN_EVERY_MS - since_ms));
    }
    return wait_ms;
}

static void work(plie_keeper *keeper, kept *one) {
    if (keeper->failing)
        (void)set_down_news(keeper);
    if (store(keeper, one))
        return;
    const Uint32 wait_ms = set_down_news(keeper);
    if (!keeper->stopping)
        (void)SDL_CondWaitTimeout(keeper->changed, keeper->mutex, wait_ms);
}

static int run_worker(void *user) {
    plie_keeper *keeper = user;
    SDL_LockMutex(keeper->mutex);
    while (!keeper->stopping) {
        kept *one = first_with_news(keeper);
        if (one != NULL)
            work(keeper, one);
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
    SDL_LockMutex(keeper->mutex);
    kept *one = find(keeper, progress->record->id);
    if (one == NULL)
        one = add_session(keeper, progress->record->id);
    plie_kept_session_add(one->session, progress);
    one->is_set_down = false;
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
    return first_with_news(keeper) == NULL && !keeper->storing;
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

static bool set_down_for_good(plie_keeper *keeper, kept *one, plie_text *why) {
    plie_text failure = {0};
    const bool done = set_down(keeper, one, &failure);
    if (why != NULL && why->length == 0) {
        plie_text_add(why, keeper->trouble);
        if (done)
            plie_text_add(why, " This workout waits in \"unsaved\" now.");
        else
            plie_text_addf(why, " This workout is lost: %s.", plie_text_string(&failure));
    }
    plie_text_free(&failure);
    return done;
}

static bool settle_the_rest(plie_keeper *keeper, plie_text *why) {
    bool fine = true;
    SDL_LockMutex(keeper->mutex);
    for (kept *one = keeper->sessions; one != NULL; one = one->next)
        if (plie_kept_session_has_news(one->session))
            fine = (store(keeper, one) || set_down_for_good(keeper, one, why)) && fine;
    SDL_UnlockMutex(keeper->mutex);
    return fine;
}

bool plie_keeper_free(plie_keeper *keeper, plie_text *why) {
    if (keeper == NULL)
        return true;
    SDL_LockMutex(keeper->mutex);
    keeper->stopping = true;
    SDL_CondBroadcast(keeper->changed);
    SDL_UnlockMutex(keeper->mutex);
    SDL_WaitThread(keeper->worker, NULL);
    const bool fine = settle_the_rest(keeper, why);
    while (keeper->sessions != NULL) {
        kept *one = keeper->sessions;
        keeper->sessions = one->next;
        free_kept(one);
    }
    plie_history_close(keeper->history);
    SDL_DestroyCond(keeper->changed);
    SDL_DestroyMutex(keeper->mutex);
    plie_arena_free(keeper->arena);
    return fine;
}
