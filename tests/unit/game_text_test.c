#include "draw_stage.h"

#include "draw/fonts.h"
#include "draw/line_cache.h"
#include <math.h>

/* The first and last row in which something is drawn, -1 where nothing is. */
static void ink_rows(const test_stage *stage, int *first, int *last) {
    *first = *last = -1;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            if (brightness(stage->surface, x, y) > 64) {
                *first = *first < 0 ? y : *first;
                *last = y;
            }
}

static void text_stands_on_its_baseline(void **state) {
    test_stage *stage = *state;
    plie_font font = {PLIE_BOLD, 100, WHITE};
    plie_draw_text(begin(stage), font, 10, 150, PLIE_ALIGN_LEFT, "HE");
    end(stage);
    int first, last;
    ink_rows(stage, &first, &last);
    assert_in_range(last, 148, 150);
    assert_in_range(last - first + 1, (int)plie_cap_height(stage->canvas, font) - 1,
                    (int)plie_cap_height(stage->canvas, font) + 2);
}

static void text_is_aligned(void **state) {
    test_stage *stage = *state;
    static const struct {
        plie_align align;
        float x;
    } cases[] = {{PLIE_ALIGN_LEFT, 100}, {PLIE_ALIGN_CENTER, 150}, {PLIE_ALIGN_RIGHT, 200}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_font font = {PLIE_BOLD, 40, WHITE};
        float width = plie_text_width(stage->canvas, font, "HHH");
        assert_float_equal(
            plie_draw_text(begin(stage), font, cases[i].x, 100, cases[i].align, "HHH"), width, 0);
        end(stage);
        int left = WIDTH, right = 0;
        for (int x = 0; x < WIDTH; x++)
            if (brightness(stage->surface, x, 90) > 64) {
                left = SDL_min(left, x);
                right = x;
            }
        float start = cases[i].x - width * (float)i / 2;
        assert_true(fabsf((float)left - start) < 6);
        assert_true(fabsf((float)right - (start + width)) < 6);
    }
}

static void letters_are_kerned(void **state) {
    test_stage *stage = *state;
    plie_font font = {PLIE_MEDIUM, 100, WHITE};
    assert_true(plie_text_width(stage->canvas, font, "AV") <
                plie_text_width(stage->canvas, font, "A") +
                    plie_text_width(stage->canvas, font, "V") - 2);
}

static void digits_do_not_jitter(void **state) {
    test_stage *stage = *state;
    plie_font font = {PLIE_EXTRABOLD, 60, WHITE};
    float width = plie_digits_width(stage->canvas, font, "0:00");
    assert_float_equal(plie_digits_width(stage->canvas, font, "1:11"), width, 0);
    assert_float_equal(plie_digits_width(stage->canvas, font, "4:87"), width, 0);
    assert_true(plie_digits_width(stage->canvas, font, "11") <
                plie_digits_width(stage->canvas, font, "111"));
}

static void a_changed_digit_repaints_its_cell_only(void **state) {
    test_stage *stage = *state;
    plie_font font = {PLIE_EXTRABOLD, 60, WHITE};
    plie_draw_digits(begin(stage), font, 10, 100, PLIE_ALIGN_LEFT, "21:40");
    end(stage);
    plie_draw_digits(begin(stage), font, 10, 100, PLIE_ALIGN_LEFT, "21:39");
    end(stage);
    float start = 10 + plie_digits_width(stage->canvas, font, "21:");
    for (int i = 0; i < stage->count; i++)
        assert_true((float)stage->regions[i].x >= start - 4);
}

static void broken_text_is_drawn_with_replacements(void **state) {
    test_stage *stage = *state;
    static const struct {
        const char *given, *drawn;
    } cases[] = {{"a\xFF"
                  "b",
                  "a\xEF\xBF\xBD"
                  "b"},
                 {"a\x01"
                  "b",
                  "a\xEF\xBF\xBD"
                  "b"},
                 {"a\xE2\x80\xA8"
                  "b",
                  "a\xEF\xBF\xBD"
                  "b"},
                 {"a\xE2\x80\x8D"
                  "b",
                  "ab"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        float given = plie_text_width(stage->canvas, FONT, cases[i].given);
        assert_float_equal(given, plie_text_width(stage->canvas, FONT, cases[i].drawn), 0);
    }
}

static void other_scripts_and_long_texts_are_drawn(void **state) {
    test_stage *stage = *state;
    static char lengthy[100000];
    memset(lengthy, 'W', sizeof lengthy - 1);
    plie_font huge = {PLIE_BOLD, 600, WHITE};
    plie_canvas *canvas = begin(stage);
    plie_draw_text(canvas, FONT, 5, 60, PLIE_ALIGN_LEFT,
                   "\xE6\xB7\xB1\xE8\xB9\xB2 \xF0\x9F\x92\xAA \xD8\xB9 \xE2\x9C\x94 lunge");
    plie_draw_text(canvas, FONT, 5, 90, PLIE_ALIGN_LEFT, lengthy);
    plie_draw_text(canvas, huge, 5, 200, PLIE_ALIGN_LEFT, lengthy);
    plie_draw_paragraph(canvas, huge, (plie_box){0, 0, 300, 200}, PLIE_ALIGN_LEFT, 4, 10, lengthy,
                        NULL);
    assert_int_equal(end(stage), 1);
}

static void a_paragraph_shrinks_to_fit(void **state) {
    test_stage *stage = *state;
    plie_font font = {PLIE_BOLD, 60, WHITE};
    plie_box box = {0, 0, 300, 90};
    float size = 0;
    float height = plie_measure_paragraph(stage->canvas, font, box, 2, 12,
                                          "Plie squat, one heel raised", &size);
    assert_true(size < 60 && size > 12);
    assert_true(height <= box.h + 1);
    begin(stage);
    assert_float_equal(plie_draw_paragraph(stage->canvas, font, box, PLIE_ALIGN_LEFT, 2, 12,
                                           "Plie squat, one heel raised", NULL),
                       height, 0);
    plie_measure_paragraph(stage->canvas, font, box, 2, 12, "Lunge", &size);
    assert_float_equal(size, 60, 0);
}

static void a_paragraph_stays_in_its_box(void **state) {
    test_stage *stage = *state;
    static const char *const texts[] = {
        "Plie squat", "Supercalifragilisticexpialidocious and some more words",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z and so on and on and on", "   ",
        "two\nlines\tand a tab"};
    plie_box box = {40, 30, 150, 100};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        plie_draw_paragraph(begin(stage), (plie_font){PLIE_BOLD, 40, WHITE}, box,
                            (plie_align)(i % 3), 3, 18, texts[i], NULL);
        end(stage);
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++)
                if (brightness(stage->surface, x, y) > 0 &&
                    (x < 38 || x > 192 || y < 28 || y > 132))
                    fail_msg("\"%s\" is drawn at %d, %d", texts[i], x, y);
    }
}

static void lines_not_in_use_make_room(void **state) {
    (void)state;
    assert_int_equal(TTF_Init(), 0);
    plie_fonts *fonts = plie_fonts_new(fonts_folder);
    const size_t limit = (size_t)64 * 1024;
    plie_line_cache *cache = plie_line_cache_new(fonts, limit);
    plie_face_key key = {PLIE_BOLD, 40};
    for (int picture = 0; picture < 60; picture++) {
        plie_line_cache_next_picture(cache);
        const plie_line *first = plie_line_cache_get(cache, key, "kept", true);
        const Uint8 *alpha = first->mask.alpha;
        for (int i = 0; i < 3; i++) {
            char text[32];
            (void)snprintf(text, sizeof text, "line %d of %d", i, picture);
            assert_non_null(plie_line_cache_get(cache, key, text, true));
        }
        assert_true(plie_line_cache_size(cache) <= limit);
        assert_ptr_equal(plie_line_cache_get(cache, key, "kept", true)->mask.alpha, alpha);
    }
    plie_line_cache_free(cache);
    plie_fonts_free(fonts);
    TTF_Quit();
}

static void a_missing_font_is_replaced_and_told(void **state) {
    test_stage *stage = *state;
    assert_null(plie_canvas_font_problem(stage->canvas));
    plie_canvas *canvas = plie_canvas_new("/nonexistent");
    if (canvas == NULL) {
        assert_string_not_equal(SDL_GetError(), "");
        return;
    }
    assert_non_null(plie_canvas_font_problem(canvas));
    assert_true(plie_text_width(canvas, FONT, "Plie") > 20);
    plie_canvas_free(canvas);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        STAGED(text_stands_on_its_baseline),
        STAGED(text_is_aligned),
        STAGED(letters_are_kerned),
        STAGED(digits_do_not_jitter),
        STAGED(a_changed_digit_repaints_its_cell_only),
        STAGED(broken_text_is_drawn_with_replacements),
        STAGED(other_scripts_and_long_texts_are_drawn),
        STAGED(a_paragraph_shrinks_to_fit),
        STAGED(a_paragraph_stays_in_its_box),
        cmocka_unit_test(lines_not_in_use_make_room),
        STAGED(a_missing_font_is_replaced_and_told),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
