/* Text that is read from right to left, and text that no font has. */
#include "draw_stage.h"

#include "draw/paragraph.h"
#include "draw/reading_order.h"
#include "draw/runs.h"

#define ALEF "\xD7\x90"
#define BET "\xD7\x91"
#define GIMEL "\xD7\x92"
#define SALAM "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85"
#define UNASSIGNED "\xCD\xB8\xCD\xB9"

static const plie_face_key face_key = {PLIE_SEMIBOLD, 40};

typedef struct {
    plie_fonts *fonts;
} letters;

static int open_letters(void **state) {
    letters *opened = calloc(1, sizeof *opened);
    assert_int_equal(TTF_Init(), 0);
    opened->fonts = plie_fonts_new(fonts_folder);
    assert_non_null(opened->fonts);
    *state = opened;
    return 0;
}

static int close_letters(void **state) {
    letters *opened = *state;
    plie_fonts_free(opened->fonts);
    TTF_Quit();
    free(opened);
    return 0;
}

static bool has(const letters *opened, uint32_t character) {
    return plie_fonts_have(opened->fonts, face_key, character);
}

static void levels_follow_the_direction_of_the_letters(void **state) {
    (void)state;
    static const struct {
        const char *text, *levels;
        plie_reading reading;
    } rows[] = {
        {"", "", PLIE_READS_RIGHTWARD},
        {"abc 12", "000000", PLIE_READS_RIGHTWARD},
        {"pli\xC3\xA9", "0000", PLIE_READS_RIGHTWARD},
        {ALEF BET, "11", PLIE_READS_LEFTWARD},
        {"ab " ALEF BET " cd", "00011000", PLIE_READS_BOTH_WAYS},
        {ALEF " ab " BET, "112211", PLIE_READS_LEFTWARD},
        {ALEF " 12", "1122", PLIE_READS_LEFTWARD},
        {ALEF " (ab)", "111221", PLIE_READS_LEFTWARD},
        {PLIE_LEFTWARD_MARK "ab.", "1221", PLIE_READS_LEFTWARD},
        {PLIE_RIGHTWARD_MARK ALEF ".", "010", PLIE_READS_BOTH_WAYS},
        {"ab " ALEF " ", "00010", PLIE_READS_BOTH_WAYS},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Uint8 levels[32];
        plie_reading_levels(rows[i].text, levels, sizeof levels);
        for (size_t at = 0; rows[i].levels[at] != '\0'; at++)
            if (levels[at] != rows[i].levels[at] - '0')
                fail_msg("\"%s\": level %d at %zu", rows[i].text, levels[at], at);
        assert_int_equal(plie_reading_of(rows[i].text), rows[i].reading);
    }
}

#define SIGHT_BYTES 256

/* The text as it stands from left to right, with a bar between the runs. */
static void sight_of(const letters *opened, const char *text, char *out) {
    plie_run runs[PLIE_RUN_LIMIT];
    int count = plie_runs_of(opened->fonts, face_key, text, runs);
    size_t used = 0;
    for (int i = 0; i < count; i++) {
        char part[PLIE_LINE_BYTES];
        plie_run_text(text, &runs[i], part);
        used += SDL_strlcpy(out + used, part, SIGHT_BYTES - used);
        used += SDL_strlcpy(out + used, runs[i].level % 2 != 0 ? "<" : ">", SIGHT_BYTES - used);
    }
    out[used] = '\0';
}

static void runs_stand_from_left_to_right(void **state) {
    const letters *opened = *state;
    static const struct {
        const char *text, *sight;
    } rows[] = {
        {"", ""},
        {"squat", "squat>"},
        {ALEF BET, ALEF BET "<"},
        {"ab " ALEF BET " " GIMEL " cd", "ab >" ALEF BET " " GIMEL "< cd>"},
        {PLIE_LEFTWARD_MARK "ab", "ab>"},
    };
    if (!has(opened, 0x5D0))
        skip();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char sight[SIGHT_BYTES];
        sight_of(opened, rows[i].text, sight);
        assert_string_equal(sight, rows[i].sight);
    }
    char sight[SIGHT_BYTES];
    sight_of(opened, ALEF " ab " BET, sight);
    assert_true(strstr(sight, BET) < strstr(sight, "ab"));
    assert_true(strstr(sight, "ab") < strstr(sight, ALEF));
}

static int columns_with_ink(const plie_mask *mask, int from, int to) {
    int inked = 0;
    for (int x = from; x < to; x++)
        for (int y = 0; y < mask->height; y++)
            if (mask->alpha[y * mask->width + x] > 64) {
                inked++;
                break;
            }
    return inked;
}

/* Vav is a thin letter, shin a broad one. */
static void the_first_letter_stands_on_the_right(void **state) {
    const letters *opened = *state;
    if (!has(opened, 0x5D5) || !has(opened, 0x5E9))
        skip();
    plie_mask line = plie_line_mask(opened->fonts, face_key, "\xD7\xA9\xD7\x95\xD7\x95\xD7\x95");
    plie_mask broad = plie_line_mask(opened->fonts, face_key, "\xD7\xA9");
    int right = columns_with_ink(&line, line.width - broad.width, line.width);
    int left = columns_with_ink(&line, 0, broad.width);
    assert_in_range(right, broad.width - 1, broad.width);
    assert_true(left < right - 2);
    SDL_free(line.alpha);
    SDL_free(broad.alpha);
}

static void arabic_letters_join(void **state) {
    const letters *opened = *state;
    if (!has(opened, 0x633) || !has(opened, 0x644) || !has(opened, 0x627) || !has(opened, 0x645))
        skip();
    static const char *const alone[] = {"\xD8\xB3", "\xD9\x84", "\xD8\xA7", "\xD9\x85"};
    int sum = 0;
    for (size_t i = 0; i < 4; i++)
        sum += plie_line_advance(opened->fonts, face_key, alone[i]);
    int joined = plie_line_advance(opened->fonts, face_key, SALAM);
    assert_in_range(joined, 20, sum - 10);
    assert_in_range(plie_line_advance(opened->fonts, face_key, "ab " SALAM " cd"), joined + 60,
                    joined + 200);
}

static void lines_are_wrapped_before_they_are_turned(void **state) {
    const letters *opened = *state;
    if (!has(opened, 0x5D0))
        skip();
    plie_paragraphs *paragraphs = plie_paragraphs_new(opened->fonts);
    plie_paragraph_wish wish = {PLIE_SEMIBOLD, 120, 400, 4, 40, 40};
    const plie_paragraph *paragraph =
        plie_paragraphs_get(paragraphs, &wish, ALEF ALEF ALEF " abcd " BET BET BET);
    assert_int_equal(paragraph->line_count, 3);
    assert_string_equal(paragraph->lines[0], PLIE_LEFTWARD_MARK ALEF ALEF ALEF);
    assert_string_equal(paragraph->lines[1], PLIE_LEFTWARD_MARK "abcd");
    assert_string_equal(paragraph->lines[2], PLIE_LEFTWARD_MARK BET BET BET);
    paragraph = plie_paragraphs_get(paragraphs, &wish, "abcd " BET BET BET);
    assert_string_equal(paragraph->lines[1], PLIE_RIGHTWARD_MARK BET BET BET);
    paragraph = plie_paragraphs_get(paragraphs, &wish, "abcd efgh");
    assert_string_equal(paragraph->lines[1], "efgh");
    plie_paragraphs_free(paragraphs);
}

static void joiners_stay_where_letters_join(void **state) {
    (void)state;
    static const struct {
        const char *text, *clean;
    } rows[] = {
        {"\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB4", "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB4"},
        {"a\xE2\x80\x8C"
         "b",
         "ab"},
        {"\xE2\x80\xAE" /* NOLINT(misc-misleading-bidirectional) */
         "a",
         "\xEF\xBF\xBD"
         "a"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char clean[PLIE_LINE_BYTES];
        plie_line_clean(rows[i].text, clean);
        assert_string_equal(clean, rows[i].clean);
    }
}

static void any_text_comes_to_an_end(void **state) {
    const letters *opened = *state;
    char mixed[4000];
    size_t length = 0;
    while (length + 8 < sizeof mixed) {
        memcpy(&mixed[length], ALEF "a ", 4);
        length += 4;
    }
    mixed[length] = '\0';
    const char *const texts[] = {mixed,
                                 PLIE_LEFTWARD_MARK PLIE_LEFTWARD_MARK,
                                 PLIE_RIGHTWARD_MARK,
                                 "\xD6\xB0\xD6\xB0",
                                 ALEF "((((((((" BET "a]]]]",
                                 "\xD8\x9C",
                                 SALAM "\xE2\x80\x8D\xE2\x80\x8D"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char clean[PLIE_LINE_BYTES];
        plie_line_clean(texts[i], clean);
        plie_mask mask = plie_line_mask(opened->fonts, face_key, clean);
        assert_true(plie_line_advance(opened->fonts, face_key, clean) >= 0);
        assert_true(plie_line_fit(opened->fonts, face_key, clean, 100) <= strlen(clean));
        SDL_free(mask.alpha);
    }
}

static void text_of_unknown_letters_cannot_be_read(void **state) {
    test_stage *stage = *state;
    static const struct {
        const char *text;
        bool can_be_read;
    } rows[] = {
        {"", true},
        {"Squats", true},
        {"pli\xC3\xA9", true},
        {UNASSIGNED, false},
        {UNASSIGNED " " UNASSIGNED "  a", false},
        {"ab" UNASSIGNED, true},
        {"Squats " UNASSIGNED, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(plie_text_can_be_read(stage->canvas, rows[i].text), rows[i].can_be_read);
}

static void a_font_to_install_is_named_once_letters_are_missing(void **state) {
    test_stage *stage = *state;
    assert_null(plie_canvas_font_problem(stage->canvas));
    plie_draw_text(begin(stage), FONT, 5, 60, PLIE_ALIGN_LEFT, "Squats \xEF\xBF\xBD\x01");
    assert_null(plie_canvas_font_problem(stage->canvas));
    plie_draw_text(begin(stage), FONT, 5, 60, PLIE_ALIGN_LEFT, UNASSIGNED);
    const char *problem = plie_canvas_font_problem(stage->canvas);
    assert_non_null(problem);
    assert_non_null(strstr(problem, "fonts-noto-core"));
}

#define LETTERED(test) cmocka_unit_test_setup_teardown(test, open_letters, close_letters)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_follow_the_direction_of_the_letters),
        LETTERED(runs_stand_from_left_to_right),
        LETTERED(the_first_letter_stands_on_the_right),
        LETTERED(arabic_letters_join),
        LETTERED(lines_are_wrapped_before_they_are_turned),
        cmocka_unit_test(joiners_stay_where_letters_join),
        LETTERED(any_text_comes_to_an_end),
        STAGED(text_of_unknown_letters_cannot_be_read),
        STAGED(a_font_to_install_is_named_once_letters_are_missing),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
