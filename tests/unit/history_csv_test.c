/* The history as a table for spreadsheets. */
#include "history_exchange.h"

static void a_session_is_a_line(void **state) {
    (void)state;
    plie_text text = {0};
    plie_history_write_csv_head(&text);
    plie_session_write_csv(&text, &full_record);
    assert_string_equal(
        plie_text_string(&text),
        "start,program,name,level,minutes,planned_minutes,active_minutes,work_minutes,reps,kcal,"
        "effort,completed,circuit,raised,cardio_first,low_impact,self_paced,warmup,stretch,"
        "planned_work_minutes,planned_reps,id\r\n"
        "2026-05-14T18:05:12+02:00,inner-thigh,Inner thigh,intermediate,30,2.50,1.98,1.26,33,12.3,"
        "6,yes,3,1,yes,yes,yes,short,skipped,1.50,40,3f9a2c11d0e4b5a697887766554433aa\r\n");
    plie_text_free(&text);
}

/* The cells of a line, by the rules of RFC 4180. */
static size_t count_cells(const char *line, char *third, size_t room) {
    size_t cells = 1, length = 0;
    bool quoted = false;
    third[0] = '\0';
    for (const char *c = line; *c != '\0' && (quoted || *c != '\r'); c++) {
        if (*c == '"' && quoted && c[1] == '"') {
            c++;
        } else if (*c == '"') {
            quoted = !quoted;
            continue;
        } else if (*c == ',' && !quoted) {
            cells++;
            continue;
        }
        if (cells == 3 && length + 1 < room) {
            third[length++] = *c;
            third[length] = '\0';
        }
    }
    assert_false(quoted);
    return cells;
}

static void a_name_stays_one_harmless_cell(void **state) {
    (void)state;
    static const char *const names[][2] = {
        {"Plain", "Plain"},
        {"", ""},
        {"one, two", "one, two"},
        {"say \"hi\"", "say \"hi\""},
        {"=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")"},
        {"+1", "'+1"},
        {"-1", "'-1"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"  =1", "'  =1"},
        {"\xef\xbc\x9d"
         "1",
         "'\xef\xbc\x9d"
         "1"},
        {"\tx", "\xef\xbf\xbdx"},
        {"a\r\nb", "a\xef\xbf\xbd\xef\xbf\xbd"
                   "b"},
        {"\xe2\x80\x8fturned", "\xef\xbf\xbdturned"},
        {"Pli\xc3\xa9", "Pli\xc3\xa9"},
        {" both ends ", " both ends "},
        {"a=b", "a=b"},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        plie_session_record record = full_record;
        plie_text text = {0};
        char cell[200];
        record.name = names[i][0];
        plie_session_write_csv(&text, &record);
        assert_int_equal(count_cells(plie_text_string(&text), cell, sizeof cell), 22);
        assert_string_equal(cell, names[i][1]);
        assert_ptr_equal(strchr(text.data, '\n'), text.data + text.length - 1);
        plie_text_free(&text);
    }
}

static void what_nobody_said_is_empty(void **state) {
    (void)state;
    const plie_session_record record = {.id = "=1", .start = evening, .program = "p", .name = "n"};
    plie_text text = {0};
    plie_session_write_csv(&text, &record);
    assert_string_equal(plie_text_string(&text),
                        "2026-05-14T18:05:12+02:00,p,n,beginner,,0.00,0.00,0.00,0,0.0,,no,1,0,no,"
                        "no,no,full,full,0.00,0,'=1\r\n");
    plie_text_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_is_a_line),
        cmocka_unit_test(a_name_stays_one_harmless_cell),
        cmocka_unit_test(what_nobody_said_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
