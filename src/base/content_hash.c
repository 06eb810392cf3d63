#include "base/text.h"

#define FNV_START UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)

uint64_t plie_content_hash(const void *bytes, size_t length) {
    const unsigned char *at = bytes;
    uint64_t hash = FNV_START;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ at[i]) * FNV_PRIME;
    return hash == 0 ? 1 : hash;
}
