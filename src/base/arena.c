#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK_SIZE ((size_t)4096)
#define LARGEST_BLOCK_SIZE ((size_t)256 * 1024)

typedef struct block {
    struct block *previous;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
} block;

struct plie_arena {
    block *newest;
    size_t next_size;
    size_t held;
};

static void *allocate(size_t size) {
    void *memory = calloc(1, size);
    if (memory == NULL)
        abort();
    return memory;
}

plie_arena *plie_arena_new(void) {
    plie_arena *arena = allocate(sizeof *arena);
    arena->next_size = FIRST_BLOCK_SIZE;
    arena->held = sizeof *arena;
    return arena;
}

void plie_arena_free(plie_arena *arena) {
    if (arena == NULL)
        return;
    for (block *each = arena->newest; each != NULL;) {
        block *previous = each->previous;
        free(each);
        each = previous;
    }
    free(arena);
}

static block *add_block(plie_arena *arena, size_t size) {
    if (size > SIZE_MAX - sizeof(block))
        abort();
    block *added = allocate(sizeof(block) + size);
    added->size = size;
    arena->held += sizeof(block) + size;
    return added;
}

/* A large item gets a block of its own below the newest one, whose room is not lost. */
static void *allocate_large(plie_arena *arena, size_t size) {
    block *large = add_block(arena, size);
    large->used = size;
    if (arena->newest == NULL) {
        arena->newest = large;
    } else {
        large->previous = arena->newest->previous;
        arena->newest->previous = large;
    }
    return large->bytes;
}

static void *allocate_small(plie_arena *arena, size_t size) {
    if (arena->newest == NULL || arena->newest->size - arena->newest->used < size) {
        block *added = add_block(arena, arena->next_size);
        added->previous = arena->newest;
        arena->newest = added;
        if (arena->next_size < LARGEST_BLOCK_SIZE)
            arena->next_size *= 2;
    }
    void *memory = arena->newest->bytes + arena->newest->used;
    arena->newest->used += size;
    return memory;
}

void *plie_arena_alloc(plie_arena *arena, size_t count, size_t size) {
    const size_t alignment = alignof(max_align_t);
    if (size != 0 && count > (SIZE_MAX - alignment) / size)
        abort();
    size_t total = (count * size + alignment - 1) / alignment * alignment;
    if (total == 0)
        total = alignment;
    return total > arena->next_size / 4 ? allocate_large(arena, total)
                                        : allocate_small(arena, total);
}

char *plie_arena_copy(plie_arena *arena, const char *text, size_t length) {
    if (length == SIZE_MAX)
        abort();
    char *copy = plie_arena_alloc(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, text, length);
    return copy;
}

char *plie_arena_strdup(plie_arena *arena, const char *text) {
    return plie_arena_copy(arena, text, strlen(text));
}

char *plie_arena_printf(plie_arena *arena, const char *format, ...) {
    va_list arguments;
    va_list again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        abort();
    char *text = plie_arena_alloc(arena, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t plie_arena_size(const plie_arena *arena) {
    return arena->held;
}
