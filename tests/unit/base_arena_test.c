#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

static void memory_is_zeroed_and_aligned(void **state) {
    static const size_t sizes[] = {0, 1, 7, 8, 100, 4095, 4096, 70000, 3000000};
    (void)state;
    plie_arena *arena = plie_arena_new();
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        unsigned char *memory = plie_arena_alloc(arena, sizes[i], 1);
        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(memory[j], 0);
        memset(memory, 0xff, sizes[i]);
    }
    plie_arena_free(arena);
}

static void items_do_not_overlap(void **state) {
    enum { COUNT = 2000 };
    static unsigned char *items[COUNT];
    (void)state;
    plie_arena *arena = plie_arena_new();
    for (size_t i = 0; i < COUNT; i++) {
        items[i] = plie_arena_alloc(arena, i % 97 + 1, 1);
        memset(items[i], (int)(i % 251), i % 97 + 1);
    }
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t j = 0; j < i % 97 + 1; j++)
            assert_int_equal(items[i][j], i % 251);
    }
    plie_arena_free(arena);
}

static void texts_are_copied(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    char source[] = "squat";
    char *whole = plie_arena_strdup(arena, source);
    char *part = plie_arena_copy(arena, source, 2);
    source[0] = 'X';
    assert_string_equal(whole, "squat");
    assert_string_equal(part, "sq");
    assert_string_equal(plie_arena_printf(arena, "%d %s", 12, "reps"), "12 reps");
    assert_string_equal(plie_arena_copy(arena, NULL, 0), "");
    plie_arena_free(arena);
}

static void size_grows_in_line_with_use(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    for (int i = 0; i < 10000; i++)
        plie_arena_alloc(arena, 100, 1);
    assert_in_range(plie_arena_size(arena), 1000000, 2000000);
    plie_arena_free(arena);
}

static void freeing_nothing_is_allowed(void **state) {
    (void)state;
    plie_arena_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(items_do_not_overlap),
        cmocka_unit_test(texts_are_copied),
        cmocka_unit_test(size_grows_in_line_with_use),
        cmocka_unit_test(freeing_nothing_is_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
