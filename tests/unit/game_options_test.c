#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/options.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define MOST_WORDS 16

typedef struct {
    plie_arena *arena;
    plie_options options;
    plie_text error;
} reading;

static int set_up(void **state) {
    static reading read;
    read = (reading){.arena = plie_arena_new()};
    *state = &read;
    return 0;
}

static int tear_down(void **state) {
    reading *read = *state;
    plie_arena_free(read->arena);
    plie_text_free(&read->error);
    return 0;
}

/* Splits the line at its spaces and reads it. */
static bool parse(reading *read, const char *line) {
    char **words = PLIE_NEW_ARRAY(read->arena, MOST_WORDS, char *);
    int count = 0;
    while (*line != '\0') {
        const size_t length = strcspn(line, " ");
        words[count++] = plie_arena_copy(read->arena, line, length);
        line += length;
        line += strspn(line, " ");
    }
    plie_text_clear(&read->error);
    return plie_options_read(read->arena, count, words, &read->options, &read->error);
}

static void commands_take_their_arguments(void **state) {
    static const struct {
        const char *line;
        plie_task task;
        const char *program;
        size_t files;
    } rows[] = {
        {"", PLIE_TASK_WINDOW, NULL, 0},
        {"inner-thigh", PLIE_TASK_WINDOW, "inner-thigh", 1},
        {"list", PLIE_TASK_LIST, NULL, 0},
        {"--json list", PLIE_TASK_LIST, NULL, 0},
        {"check a.json b c.json", PLIE_TASK_CHECK, NULL, 3},
        {"plan x", PLIE_TASK_PLAN, "x", 1},
        {"--level advanced plan --minutes=5 x", PLIE_TASK_PLAN, "x", 1},
        {"start x --headless", PLIE_TASK_START, "x", 1},
        {"start --resume", PLIE_TASK_START, NULL, 0},
        {"history", PLIE_TASK_HISTORY, NULL, 0},
        {"export x --out a.wav", PLIE_TASK_EXPORT, "x", 1},
        {"new a.json", PLIE_TASK_NEW, NULL, 1},
        {"plan -- --odd", PLIE_TASK_PLAN, "--odd", 1},
        {"plan -", PLIE_TASK_PLAN, "-", 1},
        {"plan list", PLIE_TASK_PLAN, "list", 1},
    };
    reading *read = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_true(parse(read, rows[i].line));
        assert_int_equal(read->options.task, rows[i].task);
        assert_int_equal(read->options.file_count, rows[i].files);
        if (rows[i].program == NULL)
            assert_null(read->options.program);
        else
            assert_string_equal(read->options.program, rows[i].program);
    }
}

static void choices_are_read(void **state) {
    reading *read = *state;
    assert_true(parse(read, "plan x"));
    assert_int_equal(read->options.choices.level, PLIE_BEGINNER);
    assert_int_equal(read->options.choices.minutes, 0);
    assert_false(read->options.has_level || read->options.has_minutes ||
                 read->options.has_circuit || read->options.choices.low_impact);
    assert_true(parse(read, "plan --minutes 480 --circuit=3 x --level intermediate --low-impact "
                            "--cardio-first --self-paced --minutes 30"));
    const plie_choices *choices = &read->options.choices;
    assert_int_equal(choices->level, PLIE_INTERMEDIATE);
    assert_int_equal(choices->minutes, 30);
    assert_int_equal(choices->circuit, 2);
    assert_true(choices->low_impact && choices->cardio_first && choices->self_paced);
    assert_true(read->options.has_level && read->options.has_minutes && read->options.has_circuit);
}

static void lengths_of_warm_up_and_stretch_are_read(void **state) {
    static const struct {
        const char *line;
        plie_part_length warmup, stretch;
    } rows[] = {
        {"plan x", PLIE_PART_FULL, PLIE_PART_FULL},
        {"plan x --warm-up short", PLIE_PART_SHORT, PLIE_PART_FULL},
        {"start x --stretch=none", PLIE_PART_FULL, PLIE_PART_SKIPPED},
        {"export x --out a.wav --warm-up none --stretch short", PLIE_PART_SKIPPED, PLIE_PART_SHORT},
        {"x --warm-up none --warm-up full --stretch short", PLIE_PART_FULL, PLIE_PART_SHORT},
    };
    reading *read = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_true(parse(read, rows[i].line));
        assert_int_equal(read->options.choices.warmup, rows[i].warmup);
        assert_int_equal(read->options.choices.stretch, rows[i].stretch);
    }
}

static void options_of_start_are_read(void **state) {
    reading *read = *state;
    const plie_options *options = &read->options;
    assert_true(parse(read, "start x --mute --no-voice --exit-when-done --events e --data d"));
    assert_true(options->mute && options->no_voice && options->exit_when_done);
    assert_string_equal(options->events_file, "e");
    assert_string_equal(options->data_dir, "d");
    assert_true(parse(read, "start x --headless --speed 2.5"));
    assert_true(options->speed > 2.499 && options->speed < 2.501 && !options->speed_max);
    assert_true(parse(read, "start x --speed 60"));
    assert_true(options->speed > 59 && options->speed < 61);
    assert_true(parse(read, "start x --headless --speed=max"));
    assert_true(options->speed_max);
    assert_true(parse(read, "start x --screenshot a.PNG --at 90.05 --size 1280x720"));
    assert_int_equal(options->at_ms, 90050);
    assert_int_equal(options->width, 1280);
    assert_int_equal(options->height, 720);
}

static void a_resume_needs_no_program(void **state) {
    reading *read = *state;
    const plie_options *options = &read->options;
    assert_true(parse(read, "start x"));
    assert_false(options->resume);
    assert_true(parse(read, "--resume start --headless --speed max --events e --data d"));
    assert_true(options->resume && options->headless && options->speed_max);
    assert_null(options->program);
}

static void forms_of_the_history_are_read(void **state) {
    reading *read = *state;
    const plie_options *options = &read->options;
    assert_true(parse(read, "history"));
    assert_false(options->json || options->csv);
    assert_null(options->tcx_folder);
    assert_null(options->import_file);
    assert_true(parse(read, "history --csv"));
    assert_true(options->csv);
    assert_true(parse(read, "history --json --data d"));
    assert_true(options->json);
    assert_true(parse(read, "history --tcx out/dir"));
    assert_string_equal(options->tcx_folder, "out/dir");
    assert_true(parse(read, "history --import -"));
    assert_string_equal(options->import_file, "-");
    assert_true(parse(read, "history --import=a.json"));
    assert_string_equal(options->import_file, "a.json");
}

static void pictures_of_screens_are_read(void **state) {
    reading *read = *state;
    const plie_options *options = &read->options;
    assert_true(parse(read, "--screenshot a.png --screen finish --program x --theme light "
                            "--date 2028-02-29T23:59"));
    assert_int_equal(options->screen, PLIE_SCREEN_FINISH);
    assert_string_equal(options->shown_program, "x");
    assert_string_equal(options->theme, "light");
    assert_true(options->has_date);
    assert_int_equal(options->date.day, 29);
    assert_int_equal(options->date.minute, 59);
}

static void help_and_version_need_nothing_else(void **state) {
    static const struct {
        const char *line;
        bool general;
        plie_task task;
    } rows[] = {{"--help", true, PLIE_TASK_WINDOW},
                {"-h", true, PLIE_TASK_WINDOW},
                {"plan --help", false, PLIE_TASK_PLAN},
                {"--help check", false, PLIE_TASK_CHECK}};
    reading *read = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_true(parse(read, rows[i].line));
        assert_true(read->options.help);
        assert_int_equal(read->options.general, rows[i].general);
        assert_int_equal(read->options.task, rows[i].task);
    }
    assert_true(parse(read, "export --version"));
    assert_true(read->options.version);
}

static void wrong_usage_is_explained(void **state) {
    static const struct {
        const char *line, *part;
    } rows[] = {
        {"plan", "needs the name or path of a program"},
        {"check", "needs the path of a file"},
        {"plan a b", "\"b\" is one argument too many"},
        {"list x", "too many"},
        {"chekc a b", "did you mean check?"},
        {"frob a b", "no command \"frob\""},
        {"plan x --minuts 3", "did you mean --minutes?"},
        {"plan x --frobnicate", "no option \"--frobnicate\""},
        {"plan x -m", "no option \"-m\""},
        {"plan x --=3", "no option"},
        {"plan x --minutes", "--minutes needs a value"},
        {"plan x --minutes=", "--minutes needs a value"},
        {"plan x --minutes --json", "--minutes needs a value"},
        {"plan x --json=yes", "takes no value"},
        {"plan x --minutes 0", "from 1 to 480"},
        {"plan x --minutes 481", "from 1 to 480"},
        {"plan x --minutes -5", "from 1 to 480"},
        {"plan x --minutes 5x", "from 1 to 480"},
        {"plan x --minutes 5.0", "from 1 to 480"},
        {"plan x --minutes +5", "from 1 to 480"},
        {"plan x --minutes 99999999999999999999", "from 1 to 480"},
        {"plan x --circuit 0", "from 1"},
        {"plan x --level expert", "beginner, intermediate or advanced"},
        {"plan x --level advancd", "did you mean advanced?"},
        {"plan x --warm-up half", "--warm-up takes full, short or none, not \"half\""},
        {"plan x --stretch 0", "--stretch takes full, short or none"},
        {"plan x --stretch", "--stretch needs a value"},
        {"list --warm-up none", "does not take --warm-up"},
        {"start x --headless --speed 0", "over 0"},
        {"start x --headless --speed fast", "over 0"},
        {"start x --headless --speed 1e3", "over 0"},
        {"start x --speed max", "--speed max needs --headless"},
        {"start x --at 5", "--at needs --screenshot"},
        {"start x --screenshot a.png --at -1", "seconds"},
        {"start x --screenshot a.jpg", ".png"},
        {"start x --headless --screenshot a.png", "do not go together"},
        {"start x --screenshot a.png --size 1280", "WIDTHxHEIGHT"},
        {"start x --screenshot a.png --size 0x0", "WIDTHxHEIGHT"},
        {"start x --screenshot a.png --size 1280x720x2", "WIDTHxHEIGHT"},
        {"--screenshot a.png --screen hom", "home, details, settings, history, health or finish"},
        {"--screen home", "--screen needs --screenshot"},
        {"--screenshot a.png --date 2026-02-29T10:00", "2026-05-31T18:05"},
        {"--screenshot a.png --date 2026-13-01T10:00", "2026-05-31T18:05"},
        {"--screenshot a.png --date 2026-12-01T24:00", "2026-05-31T18:05"},
        {"--screenshot a.png --date 2026-12-01", "2026-05-31T18:05"},
        {"export x", "--out"},
        {"export x --out a.mp3", ".wav"},
        {"export x --out .wav", ".wav"},
        {"start x --resume", "--resume goes on with the workout that was cut off"},
        {"start --resume --level advanced", "--resume and --level do not go together"},
        {"start --resume --minutes 5", "--resume and --minutes do not go together"},
        {"start --resume --low-impact", "--resume and --low-impact do not go together"},
        {"start --resume --screenshot a.png", "--resume and --screenshot do not go together"},
        {"plan x --resume", "does not take --resume; these do: plie start"},
        {"start", "needs the name or path of a program, or --resume"},
        {"plan --resume", "does not take --resume; these do: plie start"},
        {"history x", "too many"},
        {"history --json --csv", "--json and --csv do not go together"},
        {"history --tcx a --import b", "--tcx and --import do not go together"},
        {"history --import a --json", "--json and --import do not go together"},
        {"history --tcx", "--tcx needs a value"},
        {"history --strict", "does not take --strict"},
        {"list --csv", "does not take --csv; these do: plie history"},
        {"hisotry a b", "did you mean history?"},
        {"list --strict", "does not take --strict; these do: plie check"},
        {"check a --minutes 5", "does not take --minutes"},
        {"plan x --level \x1b[31m", "\"\xef\xbf\xbd[31m\""},
    };
    reading *read = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_false(parse(read, rows[i].line));
        if (strstr(plie_text_string(&read->error), rows[i].part) == NULL)
            fail_msg("\"%s\": %s", rows[i].line, plie_text_string(&read->error));
    }
}

int main(void) {
#define WITH_READING(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        WITH_READING(commands_take_their_arguments),
        WITH_READING(choices_are_read),
        WITH_READING(lengths_of_warm_up_and_stretch_are_read),
        WITH_READING(options_of_start_are_read),
        WITH_READING(a_resume_needs_no_program),
        WITH_READING(forms_of_the_history_are_read),
        WITH_READING(pictures_of_screens_are_read),
        WITH_READING(help_and_version_need_nothing_else),
        WITH_READING(wrong_usage_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
