/* A session as a TCX file. With the name of a folder, writes the samples into it instead, for
 * tests/schema/tcx_test.py. */
#include "history_exchange.h"

#include <math.h>

static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<TrainingCenterDatabase "
                           "xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\">\n"
                           "  <Activities>\n"
                           "    <Activity Sport=\"Other\">\n"
                           "      <Id>2026-05-14T16:05:12.000Z</Id>\n";

static void a_lap_is_a_stretch_of_work_with_its_rest(void **state) {
    (void)state;
    plie_text text = {0}, expected = {0};
    plie_text_add(&expected, head);
    plie_text_add(&expected,
                  "      <Lap StartTime=\"2026-05-14T16:05:12.000Z\">\n"
                  "        <TotalTimeSeconds>70.000</TotalTimeSeconds>\n"
                  "        <DistanceMeters>0</DistanceMeters>\n"
                  "        <Calories>7</Calories>\n"
                  "        <Intensity>Active</Intensity>\n"
                  "        <TriggerMethod>Manual</TriggerMethod>\n"
                  "        <Track>\n"
                  "          <Trackpoint><Time>2026-05-14T16:05:12.000Z</Time></Trackpoint>\n"
                  "          <Trackpoint><Time>2026-05-14T16:06:22.000Z</Time></Trackpoint>\n"
                  "        </Track>\n"
                  "        <Notes>Pli\xc3\xa9 squat, right, 15 times</Notes>\n"
                  "      </Lap>\n"
                  "      <Lap StartTime=\"2026-05-14T16:06:22.000Z\">\n"
                  "        <TotalTimeSeconds>48.500</TotalTimeSeconds>\n"
                  "        <DistanceMeters>0</DistanceMeters>\n"
                  "        <Calories>5</Calories>\n"
                  "        <Intensity>Active</Intensity>\n"
                  "        <TriggerMethod>Manual</TriggerMethod>\n"
                  "        <Track>\n"
                  "          <Trackpoint><Time>2026-05-14T16:06:22.000Z</Time></Trackpoint>\n"
                  "          <Trackpoint><Time>2026-05-14T16:07:10.500Z</Time></Trackpoint>\n"
                  "        </Track>\n"
                  "        <Notes>March &lt;\"&amp;'&gt;</Notes>\n"
                  "      </Lap>\n"
                  "      <Notes>Inner thigh, intermediate, 33 reps, effort 6 of 10</Notes>\n"
                  "    </Activity>\n"
                  "  </Activities>\n"
                  "</TrainingCenterDatabase>\n");
    plie_session_write_tcx(&text, &full_record, &full_list);
    assert_string_equal(plie_text_string(&text), plie_text_string(&expected));
    plie_text_free(&text);
    plie_text_free(&expected);
}

/* Work done out of its order, some of it not at all, and times that no session has. */
static const plie_interval_record odd_intervals[] = {
    {.index = 0, .kind = PLIE_PREPARE, .done_ms = 10000},
    {.index = 1, .kind = PLIE_WORK, .name = "Later", .start_ms = 90000, .done_ms = 5000},
    {.index = 2, .kind = PLIE_WORK, .name = "Sooner", .start_ms = 20000, .done_ms = 900000},
    {.index = 3, .kind = PLIE_WORK, .name = "Skipped", .start_ms = 30000},
    {.index = 4, .kind = PLIE_WORK, .exercise = "x", .start_ms = 90000, .done_ms = 1},
    {.index = 5, .kind = PLIE_WORK, .name = "Beyond", .start_ms = 118500, .done_ms = 1000},
    {.index = 6, .kind = PLIE_WORK, .start_ms = INT64_MAX, .done_ms = INT64_MAX},
    {.index = 7, .kind = PLIE_WORK, .start_ms = INT64_MIN, .done_ms = 77},
};
static const plie_interval_list odd_list = {odd_intervals,
                                            sizeof odd_intervals / sizeof odd_intervals[0]};
static const plie_interval_list no_intervals = {NULL, 0};

typedef struct {
    plie_session_record record;
    const plie_interval_list *intervals;
} sample;
#define SAMPLE_COUNT 7

static sample sample_at(int index) {
    sample made = {full_record, &full_list};
    plie_session_record *record = &made.record;
    switch (index) {
    case 0:
        break;
    case 1:
        record->name =
            "Bad \x01\x0b\x1f\x7f names \xff \xef\xbf\xbf \xe2\x80\x8f ]]> <&> \"quoted\"";
        record->program = "/home/someone/My Program \xc3\xa9\xff.json";
        break;
    case 2:
        made.intervals = &no_intervals;
        record->effort = record->reps = 0;
        record->completed = false;
        break;
    case 3:
        made.intervals = &odd_list;
        record->kcal = 0.4;
        break;
    case 4:
        made.intervals = &no_intervals;
        record->active_ms = 0;
        record->kcal = 1e6;
        break;
    case 5:
        record->start = (plie_moment){INT64_C(253402214399999), -720};
        record->active_ms = 604800000;
        record->kcal = 1.0 / 3.0;
        break;
    default:
        record->start = (plie_moment){-1, 840};
        record->program = "../../..";
        record->kcal = (double)INFINITY;
        break;
    }
    return made;
}

static void a_session_without_intervals_is_work_all_the_same(void **state) {
    (void)state;
    const plie_interval_list none = {NULL, 0};
    plie_session_record record = full_record;
    plie_text text = {0};
    plie_session_write_tcx(&text, &record, &none);
    assert_non_null(strstr(plie_text_string(&text), "<Intensity>Active</Intensity>"));
    plie_text_clear(&text);
    record.work_ms = 0;
    plie_session_write_tcx(&text, &record, &none);
    assert_non_null(strstr(plie_text_string(&text), "<Intensity>Resting</Intensity>"));
    plie_text_free(&text);
}

static void a_name_is_safe_in_every_file_system(void **state) {
    (void)state;
    static const struct {
        const char *program, *name;
    } names[] = {
        {"inner-thigh", "2026-05-14-1805-inner-thigh-3f9a2c11.tcx"},
        {"/home/a/My Set.json", "2026-05-14-1805-my-set-3f9a2c11.tcx"},
        {"C:\\x\\..\\con", "2026-05-14-1805-c-x-con-3f9a2c11.tcx"},
        {"../../..", "2026-05-14-1805-workout-3f9a2c11.tcx"},
        {"\xd0\x91\xd0\xb5\xd0\xb4\xd1\x80\xd0\xb0", "2026-05-14-1805-workout-3f9a2c11.tcx"},
        {"", "2026-05-14-1805-workout-3f9a2c11.tcx"},
        {".json", "2026-05-14-1805-json-3f9a2c11.tcx"},
        {"a--b\n\x1b[31m", "2026-05-14-1805-a-b-31m-3f9a2c11.tcx"},
        {"0123456789012345678901234567890123456789012345678901234567890123456789",
         "2026-05-14-1805-012345678901234567890123456789012345678901234567-3f9a2c11.tcx"},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        plie_arena *arena = plie_arena_new();
        plie_session_record record = full_record;
        record.program = names[i].program;
        assert_string_equal(plie_session_tcx_name(arena, &record), names[i].name);
        plie_arena_free(arena);
    }
}

static void calories_add_up_to_those_of_the_session(void **state) {
    (void)state;
    enum { LAPS = 37 };
    plie_interval_record works[LAPS];
    for (int i = 0; i < LAPS; i++)
        works[i] = (plie_interval_record){.index = i,
                                          .kind = PLIE_WORK,
                                          .start_ms = i * INT64_C(3000),
                                          .done_ms = 100 + i * 61 % 2900};
    for (int kcal = 0; kcal < 300; kcal += 7) {
        plie_session_record record = full_record;
        record.kcal = kcal + kcal % 10 / 10.0;
        plie_text text = {0};
        plie_session_write_tcx(&text, &record, &(plie_interval_list){works, LAPS});
        long sum = 0;
        int laps = 0;
        for (const char *at = strstr(text.data, "<Calories>"); at != NULL;
             at = strstr(at + 1, "<Calories>"), laps++)
            sum += strtol(at + strlen("<Calories>"), NULL, 10);
        assert_int_equal(laps, LAPS);
        assert_int_equal(sum, (long)(record.kcal + 0.5));
        plie_text_free(&text);
    }
}

static int write_samples(const char *folder) {
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        const sample made = sample_at(i);
        plie_arena *arena = plie_arena_new();
        plie_text text = {0};
        plie_session_write_tcx(&text, &made.record, made.intervals);
        const char *path = plie_arena_printf(arena, "%s/%d-%s", folder, i,
                                             plie_session_tcx_name(arena, &made.record));
        FILE *file = fopen(path, "wb");
        const bool fine = file != NULL && fwrite(text.data, 1, text.length, file) == text.length;
        if (file == NULL || fclose(file) != 0 || !fine)
            return 1;
        plie_text_free(&text);
        plie_arena_free(arena);
    }
    return 0;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lap_is_a_stretch_of_work_with_its_rest),
        cmocka_unit_test(a_session_without_intervals_is_work_all_the_same),
        cmocka_unit_test(a_name_is_safe_in_every_file_system),
        cmocka_unit_test(calories_add_up_to_those_of_the_session),
    };
    if (argc > 1)
        return write_samples(argv[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
