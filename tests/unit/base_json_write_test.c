#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json_write.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

static void commas_stand_between_members_and_items(void **state) {
    (void)state;
    plie_text text = {0};
    plie_json_writer writer = plie_json_writer_on(&text);
    plie_json_open_object(&writer);
    plie_json_member_string(&writer, "name", "V-opens \"wide\"");
    plie_json_member_null(&writer, "note");
    plie_json_member_string(&writer, "side", NULL);
    plie_json_key(&writer, "items");
    plie_json_open_array(&writer);
    plie_json_int(&writer, -3);
    plie_json_open_object(&writer);
    plie_json_close_object(&writer);
    plie_json_open_array(&writer);
    plie_json_close_array(&writer);
    plie_json_bool(&writer, true);
    plie_json_null(&writer);
    plie_json_string(&writer, "x");
    plie_json_double(&writer, 0.5);
    plie_json_close_array(&writer);
    plie_json_member_int(&writer, "most", INT64_MAX);
    plie_json_member_bool(&writer, "done", false);
    plie_json_member_double(&writer, "kcal", 118.4);
    plie_json_close_object(&writer);
    assert_string_equal(plie_text_string(&text),
                        "{\"name\":\"V-opens \\\"wide\\\"\",\"note\":null,\"side\":null,"
                        "\"items\":[-3,{},[],true,null,\"x\",0.5],\"most\":9223372036854775807,"
                        "\"done\":false,\"kcal\":118.4}");
    plie_text_free(&text);
}

static void lines_hold_one_key_or_item_each(void **state) {
    (void)state;
    plie_text text = {0};
    plie_json_writer writer = plie_json_line_writer_on(&text);
    plie_json_open_object(&writer);
    plie_json_member_int(&writer, "format", 1);
    plie_json_key(&writer, "none");
    plie_json_open_object(&writer);
    plie_json_close_object(&writer);
    plie_json_key(&writer, "items");
    plie_json_open_array(&writer);
    plie_json_string(&writer, "x");
    plie_json_open_array(&writer);
    plie_json_close_array(&writer);
    plie_json_open_object(&writer);
    plie_json_member_null(&writer, "a");
    plie_json_close_object(&writer);
    plie_json_close_array(&writer);
    plie_json_close_object(&writer);
    assert_string_equal(plie_text_string(&text), "{\n"
                                                 "  \"format\": 1,\n"
                                                 "  \"none\": {},\n"
                                                 "  \"items\": [\n"
                                                 "    \"x\",\n"
                                                 "    [],\n"
                                                 "    {\n"
                                                 "      \"a\": null\n"
                                                 "    }\n"
                                                 "  ]\n"
                                                 "}");
    plie_text_free(&text);
}

static void numbers_are_short_and_read_back(void **state) {
    static const struct {
        double number;
        const char *text; /* NULL: only reads back */
    } rows[] = {
        {0, "0"},
        {1, "1"},
        {0.1, "0.1"},
        {-2.5, "-2.5"},
        {1e21, "1e+21"},
        {1.0 / 3, NULL},
        {0.1 + 0.2, NULL},
        {DBL_MAX, NULL},
        {DBL_MIN, NULL},
        {(double)NAN, "null"},
        {(double)INFINITY, "null"},
        {-(double)INFINITY, "null"},
        {123456.789, "123456.789"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        plie_text text = {0};
        plie_json_writer writer = plie_json_writer_on(&text);
        plie_json_double(&writer, rows[i].number);
        if (rows[i].text != NULL)
            assert_string_equal(plie_text_string(&text), rows[i].text);
        else
            assert_true(!(strtod(plie_text_string(&text), NULL) < rows[i].number) &&
                        !(strtod(plie_text_string(&text), NULL) > rows[i].number));
        plie_text_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(commas_stand_between_members_and_items),
                                       cmocka_unit_test(lines_hold_one_key_or_item_each),
                                       cmocka_unit_test(numbers_are_short_and_read_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
