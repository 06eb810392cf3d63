/* Hashes that tell drawing calls and texts apart; not for anything that an attacker could gain by.
 */
#ifndef PLIE_DRAW_HASH_H
#define PLIE_DRAW_HASH_H

#include <stddef.h>
#include <stdint.h>

#define PLIE_HASH_START 0x9E3779B97F4A7C15ULL

uint64_t plie_hash_word(uint64_t hash, uint32_t word);
uint64_t plie_hash_floats(uint64_t hash, const float *values, size_t count);
uint64_t plie_hash_bytes(uint64_t hash, const void *bytes, size_t count);
uint64_t plie_hash_string(uint64_t hash, const char *text);

#endif
