/* Memory that is freed in one call: a program, a plan or a list of diagnostics owns one arena, and
 * everything it points to lives there.
 *
 * Every size that reaches an arena is bounded by the limits of the formats, so an allocation does
 * not fail in practice; when the system has no memory left at all, the process ends by abort().
 * No function here returns NULL. An arena belongs to one thread at a time. */
#ifndef PLIE_BASE_ARENA_H
#define PLIE_BASE_ARENA_H

#include <stddef.h>

typedef struct plie_arena plie_arena;

/* The caller owns the arena and frees it with plie_arena_free. */
plie_arena *plie_arena_new(void);

/* Frees the arena and all that was allocated in it. NULL is allowed. */
void plie_arena_free(plie_arena *arena);

/* Zeroed memory for count items of size bytes, aligned for any type. */
void *plie_arena_alloc(plie_arena *arena, size_t count, size_t size);

/* A copy of text[0..length), with a NUL after it. */
char *plie_arena_copy(plie_arena *arena, const char *text, size_t length);

/* A copy of a NUL-terminated string. */
char *plie_arena_strdup(plie_arena *arena, const char *text);

/* printf into the arena. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
char *
plie_arena_printf(plie_arena *arena, const char *format, ...);

/* Bytes that the arena holds from the system. */
size_t plie_arena_size(const plie_arena *arena);

#define PLIE_NEW(arena, type) ((type *)plie_arena_alloc((arena), 1, sizeof(type)))
#define PLIE_NEW_ARRAY(arena, count, type)                                                         \
    ((type *)plie_arena_alloc((arena), (count), sizeof(type)))

#endif
