#include "session_claim.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DIGITS_OF_A_PLACE 7 /* of the id, in base 16: places that every system can lock */

plie_claims plie_claims_open(const char *path) {
    return (plie_claims){open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
}

void plie_claims_close(plie_claims *claims) {
    if (claims->file >= 0)
        close(claims->file);
    claims->file = -1;
}

static struct flock lock_of(const char *id, short type) {
    char digits[DIGITS_OF_A_PLACE + 1] = "";
    strncpy(digits, id, DIGITS_OF_A_PLACE);
    return (struct flock){.l_type = type,
                          .l_whence = SEEK_SET,
                          .l_start = (off_t)strtoul(digits, NULL, 16),
                          .l_len = 1};
}

bool plie_claims_take(const plie_claims *claims, const char *id) {
    struct flock lock = lock_of(id, F_WRLCK);
    return claims->file >= 0 && fcntl(claims->file, F_SETLK, &lock) == 0;
}

void plie_claims_let_go(const plie_claims *claims, const char *id) {
    struct flock lock = lock_of(id, F_UNLCK);
    if (claims->file >= 0)
        (void)fcntl(claims->file, F_SETLK, &lock);
}

bool plie_claims_taken_elsewhere(const plie_claims *claims, const char *id) {
    struct flock lock = lock_of(id, F_WRLCK);
    if (claims->file < 0 || fcntl(claims->file, F_GETLK, &lock) != 0)
        return false;
    return lock.l_type != F_UNLCK;
}
