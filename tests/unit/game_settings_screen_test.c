#include "draw_stage.h"

#include "settings_rows.h"

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {480, 640},
                               {1080, 1920}, {640, 480},  {3840, 2160}};
static const int scales[] = {75, 100, 150, 200};
static const char *const themes[] = {"dark", "light", "contrast"};
#define COUNT(list) (sizeof(list) / sizeof *(list))

static plie_page page;
static plie_settings_screen screen;
static plie_settings_about about;
static plie_settings *settings;

static int open_page(void **state) {
    if (start(state) != 0)
        return -1;
    page.canvas = new_canvas();
    settings = plie_settings_new();
    return 0;
}

static int close_page(void **state) {
    plie_settings_free(settings);
    plie_canvas_free(page.canvas);
    return stop(state);
}

static void draw_at(const int size[2], int scale, const char *theme) {
    page.theme = plie_theme_named(theme);
    page.layout = plie_layout_for(size[0], size[1], scale);
    page.hits.count = 0;
    plie_canvas_begin(page.canvas, size[0], size[1], page.theme->background);
    plie_settings_draw(&page, &screen);
}

static void fill_with_long_texts(void) {
    about = (plie_settings_about){.data_folder = "/home/somebody/a rather long path/to/plie",
                                  .muted = true};
    plie_settings_set_avoided(settings, "an-exercise-with-a-name-that-is-longer-than-most", true);
    plie_settings_set_form(settings, "an-exercise-with-a-name-that-is-longer-than-most-too",
                           "another-with-a-name-that-is-hardly-shorter");
    assert_true(plie_settings_set_music_folder(settings, "/home/somebody/Music/of all kinds/2026"));
    screen = (plie_settings_screen){.notice = "The settings file cannot be used."};
    plie_settings_rows(&screen, settings, &about);
}

static bool overlap(plie_box a, plie_box b) {
    const float hair = 0.01F;
    return a.x + hair < b.x + b.w && b.x + hair < a.x + a.w && a.y + hair < b.y + b.h &&
           b.y + hair < a.y + a.h;
}

static bool is_row(const plie_hit *hit) {
    return hit->action == PLIE_ACTION_CHOOSE &&
           PLIE_ROW_HIT_PLACE(hit->argument) == PLIE_ROW_ITSELF;
}

static void assert_inside_window(const plie_hit *hit) {
    assert_true(hit->box.x >= 0 && hit->box.y >= 0);
    assert_true(hit->box.x + hit->box.w <= (float)page.layout.width_px);
    assert_true(hit->box.y + hit->box.h <= (float)page.layout.height_px);
}

/* Rows lie beside each other, and so do controls; hints lie below all rows. */
static void assert_apart(const plie_hit *a, const plie_hit *b) {
    if (is_row(a) == is_row(b) || a->action != b->action)
        assert_false(overlap(a->box, b->box));
}

static void assert_boxes_are_sound(void) {
    assert_in_range(page.hits.count, 1, PLIE_HIT_LIMIT - 1);
    for (size_t i = 0; i < page.hits.count; i++) {
        assert_inside_window(&page.hits.items[i]);
        for (size_t j = i + 1; j < page.hits.count; j++)
            assert_apart(&page.hits.items[i], &page.hits.items[j]);
    }
}

static const plie_hit *hit_of(size_t row, int place) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == PLIE_ACTION_CHOOSE &&
            page.hits.items[i].argument == PLIE_ROW_HIT(row, place))
            return &page.hits.items[i];
    return NULL;
}

static bool can_be_clicked(size_t row, int place) {
    const plie_hit *hit = hit_of(row, place);
    return hit && plie_hits_at(&page.hits, hit->box.x + hit->box.w / 2,
                               hit->box.y + hit->box.h / 2) == hit;
}

/* As large as its neighbours of the same kind, so not half out of sight. */
static void assert_all_of_the_row_is_in_sight(size_t row) {
    const plie_hit *hit = hit_of(row, PLIE_ROW_ITSELF);
    assert_non_null(hit);
    float top = row == 0 ? 0 : screen.bottoms_px[row - 1];
    assert_true(hit->box.h > 0 && hit->box.h <= screen.bottoms_px[row] - top + 0.01F);
    assert_true(screen.bottoms_px[row] <= screen.scroll.offset_px + screen.scroll.room_px + 0.01F);
}

static void assert_the_control_can_be_clicked(size_t index) {
    const plie_settings_row *row = &screen.rows[index];
    switch (row->kind) {
    case PLIE_ROW_DATE: /* its days are many, and some are narrow */
        assert_true(can_be_clicked(index, PLIE_ROW_LESS));
        assert_true(can_be_clicked(index, PLIE_ROW_MORE));
        break;
    case PLIE_ROW_SLIDER:
        for (int stop = 0; stop < plie_slider_stops(row); stop++)
            assert_true(can_be_clicked(index, stop));
        break;
    case PLIE_ROW_CHOICE:
        for (size_t i = 0; i < row->choice_count; i++)
            assert_true(can_be_clicked(index, (int)i));
        break;
    case PLIE_ROW_SWITCH:
        assert_true(can_be_clicked(index, PLIE_ROW_PRESSED));
        break;
    case PLIE_ROW_FOLDER:
        assert_true(can_be_clicked(index, PLIE_ROW_PRESSED));
        assert_true(can_be_clicked(index, PLIE_ROW_BUTTON));
        break;
    case PLIE_ROW_ITEM:
        assert_true(can_be_clicked(index, PLIE_ROW_BUTTON));
        break;
    case PLIE_ROW_TEXT:
        break;
    }
}

static void walk_all_rows(const int size[2], int scale, const char *theme) {
    screen.scroll = (plie_scroll){0};
    for (size_t row = 0; row < screen.count; row++) {
        screen.focus = row;
        screen.reveal = true;
        draw_at(size, scale, theme);
        assert_false(screen.reveal);
        assert_boxes_are_sound();
        assert_all_of_the_row_is_in_sight(row);
        assert_the_control_can_be_clicked(row);
    }
}

static void every_row_comes_into_sight_and_can_be_clicked_anywhere(void **state) {
    (void)state;
    fill_with_long_texts();
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++)
            walk_all_rows(sizes[size], scales[scale], "dark");
}

static bool tells_of_enter(void) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == PLIE_ACTION_OK)
            return true;
    return false;
}

static void enter_is_told_only_of_what_it_changes(void **state) {
    (void)state;
    fill_with_long_texts();
    for (size_t row = 0; row < screen.count; row++) {
        screen.focus = row;
        screen.reveal = true;
        draw_at(sizes[0], 100, "dark");
        assert_int_equal(tells_of_enter(), screen.rows[row].kind != PLIE_ROW_TEXT);
    }
}

static void all_themes_set_the_rows_alike(void **state) {
    (void)state;
    fill_with_long_texts();
    for (size_t theme = 0; theme < COUNT(themes); theme++)
        for (size_t size = 0; size < COUNT(sizes); size++)
            walk_all_rows(sizes[size], 200, themes[theme]);
}

/* What does not fit becomes smaller before it is cut. */
static bool fits(const char *text, float size_units, float width_units, int lines) {
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(&page, size_units), page.theme->text);
    plie_box room = {0, 0, plie_px(&page, width_units), plie_px(&page, 4000)};
    float size = 0;
    plie_measure_paragraph(page.canvas, font, room, lines, 4, text, &size);
    return size >= font.size_px - 1;
}

static void each_help_fits_without_becoming_small(void **state) {
    (void)state;
    fill_with_long_texts();
    draw_at(sizes[2], 200, "dark");
    for (size_t i = 0; i < screen.count; i++)
        if (screen.rows[i].help)
            assert_true(fits(screen.rows[i].help, 29, 372, 8));
}

static void a_wheel_moves_no_further_than_the_rows_go(void **state) {
    (void)state;
    fill_with_long_texts();
    draw_at(sizes[1], 100, "dark");
    assert_true(screen.scroll.content_px > screen.scroll.room_px);
    screen.scroll.offset_px = 1e6F;
    draw_at(sizes[1], 100, "dark");
    assert_true(screen.scroll.offset_px == screen.scroll.content_px - screen.scroll.room_px);
    assert_non_null(hit_of(screen.count - 1, PLIE_ROW_ITSELF));
    assert_null(hit_of(0, PLIE_ROW_ITSELF));
}

static void the_row_in_focus_stays_in_sight_when_all_becomes_larger(void **state) {
    (void)state;
    fill_with_long_texts();
    screen.focus = 10;
    screen.reveal = true;
    draw_at(sizes[0], 75, "dark");
    draw_at(sizes[2], 200, "dark");
    assert_all_of_the_row_is_in_sight(10);
}

static const plie_hit *stop_of(size_t row, int stop) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].argument == PLIE_ROW_HIT(row, stop))
            return &page.hits.items[i];
    fail_msg("row %zu has no stop %d in sight", row, stop);
    return NULL;
}

/* Row 0 is the overall volume, from 0 to 100 in steps of 10. */
static void a_slider_follows_a_pointer_that_is_held(void **state) {
    (void)state;
    fill_with_long_texts();
    draw_at(sizes[0], 100, "dark");
    const plie_hit pressed = *stop_of(0, 4);
    assert_true(pressed.drags);
    const struct {
        float x;
        int stop;
    } cases[] = {{pressed.box.x + pressed.box.w / 2, 4},
                 {stop_of(0, 7)->box.x + 1, 7},
                 {stop_of(0, 1)->box.x + 1, 1},
                 {-500, 0},
                 {5000, 10}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const plie_hit *to = plie_hits_along(&page.hits, &pressed, cases[i].x);
        assert_non_null(to);
        assert_int_equal(to->argument, PLIE_ROW_HIT(0, cases[i].stop));
    }
    screen.count = 0;
    draw_at(sizes[0], 100, "dark");
    assert_null(plie_hits_along(&page.hits, &pressed, 0));
}

static void only_sliders_are_dragged(void **state) {
    (void)state;
    fill_with_long_texts();
    for (size_t row = 0; row < screen.count; row++) {
        screen.focus = row;
        screen.reveal = true;
        draw_at(sizes[0], 100, "dark");
        for (size_t i = 0; i < page.hits.count; i++) {
            const plie_hit *hit = &page.hits.items[i];
            size_t of = PLIE_ROW_HIT_ROW(hit->argument);
            bool slides = hit->action == PLIE_ACTION_CHOOSE && of < screen.count &&
                          screen.rows[of].kind == PLIE_ROW_SLIDER &&
                          PLIE_ROW_HIT_PLACE(hit->argument) != PLIE_ROW_ITSELF;
            assert_int_equal(hit->drags, slides);
        }
    }
}

static void a_way_back_can_be_clicked_everywhere(void **state) {
    (void)state;
    fill_with_long_texts();
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++) {
            draw_at(sizes[size], scales[scale], "dark");
            bool found = false;
            for (size_t i = 0; i < page.hits.count; i++)
                found = found || page.hits.items[i].action == PLIE_ACTION_BACK;
            assert_true(found);
        }
}

static void paths_of_any_kind_are_survived_while_typed(void **state) {
    (void)state;
    static char endless[1000];
    memset(endless, 'W', sizeof endless - 1);
    static const char *const texts[] = {"", endless, "\xFF\xFE", "/\xE2\x80", "/\xC3\xA9"};
    fill_with_long_texts();
    screen.focus = 5;
    assert_int_equal(screen.rows[5].kind, PLIE_ROW_FOLDER);
    for (size_t i = 0; i < COUNT(texts); i++)
        for (size_t size = 0; size < COUNT(sizes); size++) {
            about.typed = texts[i];
            screen.typing = screen.reveal = true;
            plie_settings_rows(&screen, settings, &about);
            draw_at(sizes[size], 200, "dark");
            assert_boxes_are_sound();
            assert_true(can_be_clicked(5, PLIE_ROW_PRESSED));
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_comes_into_sight_and_can_be_clicked_anywhere),
        cmocka_unit_test(enter_is_told_only_of_what_it_changes),
        cmocka_unit_test(all_themes_set_the_rows_alike),
        cmocka_unit_test(each_help_fits_without_becoming_small),
        cmocka_unit_test(a_wheel_moves_no_further_than_the_rows_go),
        cmocka_unit_test(the_row_in_focus_stays_in_sight_when_all_becomes_larger),
        cmocka_unit_test(a_slider_follows_a_pointer_that_is_held),
        cmocka_unit_test(only_sliders_are_dragged),
        cmocka_unit_test(a_way_back_can_be_clicked_everywhere),
        cmocka_unit_test(paths_of_any_kind_are_survived_while_typed),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
