#include "draw_stage.h"

#include "screens/message.h"

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {480, 640},
                               {1080, 1920}, {640, 480},  {3840, 2160}};
static const int scales[] = {75, 100, 150, 200};
#define COUNT(list) (sizeof(list) / sizeof *(list))
#define LONG_FINDING                                                                               \
    "Line 12, column 30: there is no exercise \"plie-sqat\"; did you mean \"plie-squat\"? It is "  \
    "one of the library, or of the program's own."

static plie_page page;

static int open_page(void **state) {
    if (start(state) != 0)
        return -1;
    page.canvas = new_canvas();
    page.theme = plie_theme_named("dark");
    return 0;
}

static int close_page(void **state) {
    plie_canvas_free(page.canvas);
    return stop(state);
}

static void draw_at(plie_message *message, const int size[2], int scale) {
    page.layout = plie_layout_for(size[0], size[1], scale);
    page.hits.count = 0;
    plie_canvas_begin(page.canvas, size[0], size[1], page.theme->background);
    plie_message_draw(&page, message);
}

static const plie_hit *hit_of(plie_action action) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == action)
            return &page.hits.items[i];
    return NULL;
}

static plie_message with_findings(size_t count) {
    plie_message message = {.title = "This program has errors",
                            .text = "It has many. Mend them, then open it again.",
                            .line_count = count,
                            .ok_hint = "home"};
    for (size_t i = 0; i < count; i++)
        message.lines[i] = LONG_FINDING;
    return message;
}

static void the_way_on_stays_in_sight_however_much_is_said(void **state) {
    (void)state;
    static const size_t counts[] = {0, 1, PLIE_MESSAGE_LINE_LIMIT};
    for (size_t count = 0; count < COUNT(counts); count++)
        for (size_t size = 0; size < COUNT(sizes); size++)
            for (size_t scale = 0; scale < COUNT(scales); scale++) {
                plie_message message = with_findings(counts[count]);
                draw_at(&message, sizes[size], scales[scale]);
                const plie_hit *hit = hit_of(PLIE_ACTION_OK);
                assert_non_null(hit);
                assert_true(hit->box.x >= 0 && hit->box.y >= message.scroll.room_px);
                assert_true(hit->box.x + hit->box.w <= (float)sizes[size][0]);
                assert_true(hit->box.y + hit->box.h <= (float)sizes[size][1]);
            }
}

static void all_findings_can_be_scrolled_to(void **state) {
    (void)state;
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++) {
            plie_message message = with_findings(PLIE_MESSAGE_LINE_LIMIT);
            draw_at(&message, sizes[size], scales[scale]);
            plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(&page, 36), page.theme->text);
            float lines = plie_line_height(page.canvas, font) * PLIE_MESSAGE_LINE_LIMIT;
            assert_true(message.scroll.content_px > lines);
            message.scroll.offset_px = 1e6F;
            draw_at(&message, sizes[size], scales[scale]);
            float end = message.scroll.content_px - message.scroll.offset_px;
            assert_true(end <= message.scroll.room_px + 0.01F);
        }
}

static void what_can_be_scrolled_says_so(void **state) {
    (void)state;
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++) {
            plie_message message = with_findings(PLIE_MESSAGE_LINE_LIMIT);
            draw_at(&message, sizes[size], scales[scale]);
            draw_at(&message, sizes[size], scales[scale]);
            assert_non_null(hit_of(PLIE_ACTION_UP));
            message = with_findings(0);
            draw_at(&message, sizes[size], scales[scale]);
            assert_null(hit_of(PLIE_ACTION_UP));
        }
}

static void what_is_short_need_not_be_scrolled(void **state) {
    (void)state;
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++) {
            plie_message message = {.title = "There is no such program",
                                    .text = "Did you mean \"inner-thigh\"?"};
            draw_at(&message, sizes[size], scales[scale]);
            assert_true(message.scroll.content_px <= message.scroll.room_px);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_way_on_stays_in_sight_however_much_is_said),
        cmocka_unit_test(all_findings_can_be_scrolled_to),
        cmocka_unit_test(what_can_be_scrolled_says_so),
        cmocka_unit_test(what_is_short_need_not_be_scrolled),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
