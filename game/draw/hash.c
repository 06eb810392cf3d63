#include "draw/hash.h"

#include <string.h>

uint64_t plie_hash_word(uint64_t hash, uint32_t word) {
    hash = (hash ^ word) * 0xFF51AFD7ED558CCDULL;
    return hash ^ (hash >> 32);
}

uint64_t plie_hash_floats(uint64_t hash, const float *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, &values[i], sizeof bits);
        hash = plie_hash_word(hash, bits);
    }
    return hash;
}

uint64_t plie_hash_bytes(uint64_t hash, const void *bytes, size_t count) {
    const unsigned char *at = bytes;
    uint32_t word;
    for (; count >= sizeof word; count -= sizeof word, at += sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = plie_hash_word(hash, word);
    }
    for (; count > 0; count--, at++)
        hash = plie_hash_word(hash, *at);
    return hash;
}

uint64_t plie_hash_string(uint64_t hash, const char *text) {
    for (; *text != '\0'; text++)
        hash = plie_hash_word(hash, (unsigned char)*text);
    return hash;
}
