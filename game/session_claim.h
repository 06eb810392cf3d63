/* Which sessions are being done right now: a lock on one byte of a file for each, which the system
 * lets go of when the program ends, however it ends. So a session that was cut off can be told from
 * one that runs in another window. One thread. */
#ifndef PLIE_SESSION_CLAIM_H
#define PLIE_SESSION_CLAIM_H

#include <stdbool.h>

typedef struct {
    int file; /* -1: none could be opened, and nothing is claimed */
} plie_claims;

/* path is the file of the locks, made where there is none; one program opens it once. */
plie_claims plie_claims_open(const char *path);
void plie_claims_close(plie_claims *claims);

/* Claims the session of this id for this program; false if another one has it, or where locks do
 * not work. */
bool plie_claims_take(const plie_claims *claims, const char *id);
void plie_claims_let_go(const plie_claims *claims, const char *id);

/* Whether another program is at this session. */
bool plie_claims_taken_elsewhere(const plie_claims *claims, const char *id);

#endif
