#include "history/history_store.h"
#include <errno.h>
#include <string.h>

plie_store_state plie_history_state(const plie_history *history) {
    return history->state;
}

const char *plie_history_why(const plie_history *history) {
    return plie_text_string(&history->why);
}

bool plie_store_fail_as(plie_history *history, plie_store_state state, const char *why) {
    history->state = state;
    if (state == PLIE_STORE_DAMAGED)
        history->damaged = true;
    plie_text_clear(&history->why);
    plie_text_add(&history->why, why);
    return false;
}

bool plie_store_fail_newer(plie_history *history) {
    return plie_store_fail_as(history, PLIE_STORE_NEWER,
                              "The history was written by a newer Plie. It is left as it is.");
}

bool plie_store_folder_writable(const plie_history *history) {
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    if (history->path == NULL || vfs == NULL)
        return true;
    const char *slash = strrchr(history->path, '/');
    plie_text folder = {0};
    plie_text_add_bytes(&folder, slash == NULL ? "." : history->path,
                        slash == NULL || slash == history->path ? 1
                                                                : (size_t)(slash - history->path));
    int there = 0;
    int writable = 1;
    (void)vfs->xAccess(vfs, folder.data, SQLITE_ACCESS_EXISTS, &there);
    (void)vfs->xAccess(vfs, folder.data, SQLITE_ACCESS_READWRITE, &writable);
    plie_text_free(&folder);
    return there == 0 || writable != 0;
}

static bool means_no_room(int system_error) {
    switch (system_error) {
#ifdef ENOSPC
    case ENOSPC:
#endif
#ifdef EDQUOT
    case EDQUOT:
#endif
#ifdef EFBIG
    case EFBIG:
#endif
        return true;
    default:
        return false;
    }
}

/* A quota or a limit of file size ends room just as a full disk does. SQLite does not take down
 * what the system said of a commit that failed; errno, cleared when the call began, still has it.
 */
static bool no_room(const plie_history *history) {
    return means_no_room(errno) || means_no_room(sqlite3_system_errno(history->database));
}

static plie_store_state state_of_code(const plie_history *history, int code) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return PLIE_STORE_LOCKED;
    case SQLITE_FULL:
        return PLIE_STORE_FULL;
    case SQLITE_IOERR:
        return no_room(history) ? PLIE_STORE_FULL : PLIE_STORE_FAILED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return PLIE_STORE_READ_ONLY;
    case SQLITE_CANTOPEN:
        return plie_store_folder_writable(history) ? PLIE_STORE_FAILED : PLIE_STORE_READ_ONLY;
    case SQLITE_ERROR: /* of fixed SQL: a table or column is not as our version made it */
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_TOOBIG:
        return PLIE_STORE_DAMAGED;
    default:
        return PLIE_STORE_FAILED;
    }
}

static const char *sentence(plie_store_state state, int code) {
    if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
        return "The history was cut off while it was being written, and neither its file nor its "
               "folder can be written to set that right.";
    if ((code & 0xff) == SQLITE_NOTADB)
        return "The file is not Plie's history. It is left as it is.";
    switch (state) {
    case PLIE_STORE_DAMAGED:
        return "The history file is damaged. It is left as it is.";
    case PLIE_STORE_LOCKED:
        return "Another program is holding the history file.";
    case PLIE_STORE_FULL:
        return "There is no room left on the disk for the history.";
    case PLIE_STORE_READ_ONLY:
        return "The history cannot be written: its file or its folder is read-only.";
    case PLIE_STORE_FINE:
    case PLIE_STORE_NEWER:
    case PLIE_STORE_FAILED:
        break;
    }
    return NULL;
}

static bool is_folder(const plie_history *history, int code) {
    return (code & 0xff) == SQLITE_CANTOPEN && sqlite3_system_errno(history->database) == EISDIR;
}

bool plie_store_fail(plie_history *history, int code) {
    if (is_folder(history, code))
        return plie_store_fail_as(history, PLIE_STORE_FAILED,
                                  "A folder stands in the place of the history file.");
    if (code == SQLITE_READONLY_DBMOVED)
        return plie_store_fail_as(history, PLIE_STORE_FAILED,
                                  "The history file was moved or deleted while it was in use.");
    plie_store_state state = state_of_code(history, code);
    const char *why = sentence(state, code);
    if (why != NULL)
        return plie_store_fail_as(history, state, why);
    (void)plie_store_fail_as(history, state, "The history file cannot be used: ");
    plie_text_addf(&history->why, "%s.", sqlite3_errstr(code));
    return false;
}
