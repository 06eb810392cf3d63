/* How the history file is laid out, version by version. Only for the store and its tests. */
#ifndef PLIE_HISTORY_HISTORY_MIGRATIONS_H
#define PLIE_HISTORY_HISTORY_MIGRATIONS_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#define PLIE_STORE_APPLICATION_ID INT64_C(0x506c6965) /* "Plie" */
#define PLIE_STORE_VERSION 4

/* What a file says of itself. */
typedef struct {
    int64_t application_id;
    int64_t version;
    int64_t pages; /* 0: an empty file */
} plie_store_identity;

/* Returns an SQLite result code, like the function below. */
int plie_store_identify(sqlite3 *database, plie_store_identity *identity);

/* Brings an empty database, or one of an older version, to a version from 1 to PLIE_STORE_VERSION,
 * in one transaction. Nothing is done where it is there already. */
int plie_store_migrate(sqlite3 *database, int version);

#endif
