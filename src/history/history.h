/* The store of sessions: one SQLite file. Every change is one transaction, written through to the
 * disk, so the file is whole after a kill or a power cut; several programs may have it open at
 * once.
 *
 * A store belongs to one thread; two threads open it twice. Nothing else in the process may open
 * the file: closing it there would let go of the locks (POSIX). No call waits longer than
 * PLIE_STORE_WAIT_MS for another's lock, or as long as is said. A file that cannot be read is never
 * written to, moved or removed. */
#ifndef PLIE_HISTORY_HISTORY_H
#define PLIE_HISTORY_HISTORY_H

#include "base/text.h"
#include "history/record.h"

#define PLIE_STORE_WAIT_MS 1000

typedef enum {
    PLIE_STORE_FINE,
    PLIE_STORE_DAMAGED,   /* not a database, another program's, or broken inside */
    PLIE_STORE_NEWER,     /* written by a newer Plie */
    PLIE_STORE_LOCKED,    /* another program holds it */
    PLIE_STORE_FULL,      /* no room on the disk */
    PLIE_STORE_READ_ONLY, /* neither file nor folder can be written */
    PLIE_STORE_FAILED     /* whatever else a system may do */
} plie_store_state;

typedef struct plie_history plie_history;

/* Opens the file, makes it where there is none, and brings an older one up to the present version.
 * NULL, with the reason in state (never NULL) and a sentence for a person in why (may be NULL), if
 * that fails. The caller owns it. */
plie_history *plie_history_open(const char *path, plie_store_state *state, plie_text *why);
/* The same without a file; for tests, and for a look at what there is. */
plie_history *plie_history_open_memory(void);
/* Opens only for reading, what a read-only folder allows too. A file that is not there is an empty
 * history. */
plie_history *plie_history_open_to_read(const char *path, plie_store_state *state, plie_text *why);
/* One of the two for who cannot stand still: opening, and every call from then on, waits at most
 * wait_ms for another's lock. */
plie_history *plie_history_open_within(const char *path, bool to_read, int wait_ms,
                                       plie_store_state *state, plie_text *why);
void plie_history_set_wait(plie_history *history, int wait_ms);
void plie_history_close(plie_history *history);

/* How the last call that failed went wrong: a state, and a sentence that lives until the next call.
 * All functions below return false, and change nothing, when they fail. */
plie_store_state plie_history_state(const plie_history *history);
const char *plie_history_why(const plie_history *history);

/* How far a session has come: what can still go on is kept with it. */
typedef struct {
    /* Whole: it replaces what was stored under its id; but an effort of 0 tells nothing. */
    const plie_session_record *record;
    const plie_interval_record *intervals; /* those that are new or changed; by index */
    size_t interval_count;
    bool over;          /* nothing is left to go on with: plan and place are forgotten */
    const char *plan;   /* plie_stored_plan_write; NULL: as stored before */
    int interval;       /* the place in that plan: the interval at hand, ... */
    int64_t elapsed_ms; /* ... and how far into it */
} plie_progress;

/* Stores a session, new or known, as it is now. */
bool plie_history_store(plie_history *history, const plie_progress *progress);

/* Sessions, newest first; at most limit of them (0: all), without the first skip. The list and its
 * texts live in the arena. */
typedef struct {
    const plie_session_record *records;
    size_t count;
} plie_session_list;
bool plie_history_sessions(plie_history *history, plie_arena *arena, size_t skip, size_t limit,
                           plie_session_list *list);

/* The intervals of a session by index; an unknown id has none. */
typedef struct {
    const plie_interval_record *records;
    size_t count;
} plie_interval_list;
bool plie_history_intervals(plie_history *history, plie_arena *arena, const char *id,
                            plie_interval_list *list);

/* Sessions that can still go on, newest first, and where they stopped. */
typedef struct {
    plie_session_record record;
    int interval;
    int64_t elapsed_ms;
} plie_unfinished;
typedef struct {
    const plie_unfinished *items;
    size_t count;
} plie_unfinished_list;
bool plie_history_unfinished(plie_history *history, plie_arena *arena, plie_unfinished_list *list);

/* The plan of a session that can still go on, as it was stored; NULL in plan where there is none.
 * It lives in the arena. */
bool plie_history_plan(plie_history *history, plie_arena *arena, const char *id, const char **plan);

/* It will not be gone on with: what was done stays. */
bool plie_history_give_up(plie_history *history, const char *id);

/* Takes away one session, or all of them, for good. */
bool plie_history_delete(plie_history *history, const char *id);
bool plie_history_delete_all(plie_history *history);

/* Adds a session as another Plie stored it, with its intervals; one that is there already is left
 * as it is, and added is false then. Between begin and end all are one transaction; end with keep
 * false takes all back, and leaves state and why as they were. */
bool plie_history_import_begin(plie_history *history);
bool plie_history_import(plie_history *history, const plie_session_record *record,
                         const plie_interval_record *intervals, size_t interval_count, bool *added);
bool plie_history_import_end(plie_history *history, bool keep);

/* Grows when another program changed the file, or this store did. Waits for no lock: it may be
 * asked at every redraw. */
int64_t plie_history_generation(plie_history *history);

#endif
