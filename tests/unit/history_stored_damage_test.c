/* What is read as a stored plan may be anything: it is refused with a sentence, or it is a plan
 * with which a session runs to its end. */
#include "history_stored_plan.h"

#define WEIGHT_KG 70.0

static char *stored_text;
static size_t stored_length;

static int store_one(void **state) {
    read_shipped(state);
    const plie_choices choices = {.minutes = 15, .level = PLIE_INTERMEDIATE};
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(programs[0], &choices, findings);
    plie_text text = {0};
    plie_stored_plan_write(&text, plan, programs[0]);
    stored_text = text.data;
    stored_length = text.length;
    plie_plan_free(plan);
    plie_diagnostics_free(findings);
    return 0;
}

static int free_one(void **state) {
    free(stored_text);
    return free_shipped(state);
}

static void run_to_the_end(const plie_plan *plan) {
    plie_session *session = plie_session_start(plan, NULL, WEIGHT_KG, 0, 0);
    plie_event event = {0};
    plie_session_set_virtual_time(session, true);
    int64_t now = 0;
    for (int i = 0; event.kind != PLIE_EVENT_FINISHED && i < 100000; i++) {
        plie_session_command(session, i % 2 == 0 ? PLIE_COMMAND_EASIER : PLIE_COMMAND_HARDER, 0,
                             now);
        plie_session_command(session, PLIE_COMMAND_DONE, 0, now);
        now += 600000;
        plie_session_advance(session, now);
        while (plie_session_poll(session, &event))
            continue;
    }
    assert_int_equal(event.kind, PLIE_EVENT_FINISHED);
    plie_session_free(session);
}

/* Returns whether it was read. */
static bool read_anything(const char *bytes, size_t length) {
    plie_stored_plan stored = {NULL, NULL};
    plie_text why = {0};
    const bool fine = plie_stored_plan_read(bytes, length, &stored, &why);
    assert_int_equal(fine, stored.plan != NULL && stored.program != NULL);
    assert_int_equal(fine, why.length == 0);
    if (fine) {
        run_to_the_end(stored.plan);
        plie_plan *rest = plie_plan_from(stored.plan, (int)stored.plan->interval_count / 2);
        plie_plan_free(rest);
    }
    plie_text_free(&why);
    free_stored(&stored);
    return fine;
}

static void a_text_that_was_cut_off_is_refused(void **state) {
    (void)state;
    for (size_t length = 0; length < stored_length; length += 1 + length / 40) {
        char *cut = malloc(length + 1);
        assert_non_null(cut);
        memcpy(cut, stored_text, length);
        assert_false(read_anything(cut, length));
        free(cut);
    }
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void flipped_bytes_never_crash(void **state) {
    (void)state;
    uint32_t seed = 7;
    int refused = 0;
    for (int i = 0; i < 600; i++) {
        unsigned char *bytes = malloc(stored_length);
        assert_non_null(bytes);
        memcpy(bytes, stored_text, stored_length);
        for (uint32_t flips = 1 + next_random(&seed) % 3; flips > 0; flips--)
            bytes[next_random(&seed) % stored_length] ^=
                (unsigned char)(1U << next_random(&seed) % 8);
        refused += !read_anything((const char *)bytes, stored_length);
        free(bytes);
    }
    assert_in_range(refused, 1, 600);
}

/* Every number, one after the other, becomes another. */
static void other_numbers_never_crash(void **state) {
    (void)state;
    static const char *const numbers[] = {"-1",         "0",     "1",      "7",    "99999",
                                          "2147483648", "1e300", "-1e300", "0.5",  "null",
                                          "\"x\"",      "[]",    "1e-5",   "60001"};
    size_t which = 0;
    int refused = 0;
    for (const char *at = stored_text; *at != '\0'; at++) {
        const size_t digits = strspn(at, "0123456789");
        if (digits == 0 || at[-1] == '.' || (which++ % 5 != 0 && at > stored_text + 600)) {
            at += digits > 0 ? digits - 1 : 0;
            continue;
        }
        plie_text text = {0};
        plie_text_add_bytes(&text, stored_text, (size_t)(at - stored_text));
        plie_text_add(&text, numbers[which % (sizeof numbers / sizeof numbers[0])]);
        plie_text_add(&text, at + digits);
        refused += !read_anything(text.data, text.length);
        plie_text_free(&text);
        at += digits - 1;
    }
    assert_true(refused > 100);
}

static void replace_once(plie_text *text, const char *from, const char *to) {
    const char *at = strstr(stored_text, from);
    assert_non_null(at);
    plie_text_add_bytes(text, stored_text, (size_t)(at - stored_text));
    plie_text_add(text, to);
    plie_text_add(text, at + strlen(from));
}

static void what_no_writer_writes_is_refused_with_its_place(void **state) {
    (void)state;
    static const struct {
        const char *from, *to, *why;
    } faults[] = {
        {"{\"format\":1", "{\"format\":2", "/format must be from 1 to 1"},
        {"{\"format\":1", "{\"format\":1,\"format\":1", "/format"},
        {"\"level\":\"intermediate\"", "\"level\":\"expert\"", "/choices/level is \"expert\""},
        {"\"minutes\":15", "\"minutes\":481", "/choices/minutes must be from 0 to 480"},
        {"[\"prepare\",0,", "[\"prepare\",1,", "/intervals do not go together"},
        {"[\"prepare\",0,", "[\"prepare\",32,", "/intervals do not go together"},
        {"[\"prepare\",", "[\"work\",", "/intervals/0 is an impossible interval"},
        {"[\"prepare\",", "[\"pre\",", "/intervals/0/0"},
        {"\"Get ready\"]", "\"Get ready\",1]", "/intervals/0/18 is one item too many"},
        {",\"Get ready\"]", "]", "/intervals/0 has too few items"},
        {"\"id\":\"", "\"id\":\"../", "/exercises/0/id"},
        {"\"easier\":", "\"easier\":5000, \"comment\":", "/exercises/"},
        {"\"left_out\":", "\"left\":", "unknown key \"left\""},
        {"\"steps\":[{\"exercises\":[", "\"steps\":[{\"exercises\":[0.5,",
         "/steps/0/exercises/0 must be a whole number"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        plie_text text = {0}, why = {0};
        plie_stored_plan stored;
        replace_once(&text, faults[i].from, faults[i].to);
        assert_false(plie_stored_plan_read(text.data, text.length, &stored, &why));
        assert_null(stored.plan);
        if (strstr(plie_text_string(&why), faults[i].why) == NULL)
            fail_msg("%s\n  is not about %s", plie_text_string(&why), faults[i].why);
        assert_false(plie_stored_plan_read(text.data, text.length, &stored, NULL));
        plie_text_free(&text);
        plie_text_free(&why);
    }
}

static void a_file_outside_the_programs_folder_is_refused(void **state) {
    (void)state;
    static const char *const paths[] = {"../a.png", "/etc/a.png", "C:a.png", "a\\\\b.png", ""};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        plie_text text = {0}, member = {0};
        plie_text_addf(&member, "\"pictures\":[\"%s\"],\"id\":", paths[i]);
        replace_once(&text, "\"id\":", plie_text_string(&member));
        assert_false(read_anything(text.data, text.length));
        plie_text_free(&text);
        plie_text_free(&member);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_that_was_cut_off_is_refused),
        cmocka_unit_test(flipped_bytes_never_crash),
        cmocka_unit_test(other_numbers_never_crash),
        cmocka_unit_test(what_no_writer_writes_is_refused_with_its_place),
        cmocka_unit_test(a_file_outside_the_programs_folder_is_refused),
    };
    return cmocka_run_group_tests(tests, store_one, free_one);
}
