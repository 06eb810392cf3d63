/* Exact cue sheets of small plans. Each line is said in a second. */
#include "plan_built.h"

#include "plan/cue_text.h"

static plie_step step_with_words = {.exercises = {&squat, &squat, &squat},
                                    .say = "Touch the chair."};
static plie_step step_with_clip = {.exercises = {&squat, &squat, &squat}, .clip = "sounds/cue.wav"};
static plie_exercise long_named = {
    .id = "long", .name = "Very slow and deep squat to the lowest chair", .tempo_ms = 4000};

static plie_exercise ends_in_preposition = {
    .id = "band", .name = "Inner thigh strengthening with a band", .tempo_ms = 4000};
static plie_exercise with_comma = {
    .id = "plie", .name = "Plie squat, one heel raised to the sky", .tempo_ms = 4000};

typedef struct {
    const char *what;
    const char *language;
    plie_interval intervals[BUILT_LIMIT];
    int shown; /* the interval whose cues are compared */
    const char *expected;
} cue_case;

#define REPS(exercise_of, count, tempo)                                                            \
    .kind = PLIE_WORK, .exercise = &(exercise_of), .reps = (count), .tempo_ms = (tempo),           \
    .duration_ms = (int64_t)(count) * (tempo)
#define TIMED(exercise_of, time)                                                                   \
    .kind = PLIE_WORK, .exercise = &(exercise_of), .duration_ms = (time)
#define BREAK(kind_of, time) .kind = (kind_of), .duration_ms = (time)

static const cue_case cases[] = {
    {"prepare names the first exercise",
     NULL,
     {{BREAK(PLIE_PREPARE, 10000)}, {TIMED(march, 30000)}},
     0,
     "1000 Get ready. First: march in place.|7000 count|8000 count|9000 count|"},
    {"a transition names the segment and then the exercise",
     NULL,
     {{TIMED(march, 9000)}, {BREAK(PLIE_TRANSITION, 10000)}, {REPS(squat, 15, 4000)}},
     1,
     "1000 Standing.|2100 Next: deep squat, fifteen reps.|7000 count|8000 count|9000 count|"},
    {"a rest says the next exercise and its dose",
     NULL,
     {{TIMED(march, 9000)}, {BREAK(PLIE_REST, 15000)}, {REPS(squat, 15, 4000), .side = PLIE_RIGHT}},
     1,
     "1000 Rest.|3000 Next: deep squat, right leg, fifteen reps.|12000 count|13000 count|"
     "14000 count|"},
    {"a rest of 20 s has a set-up cue in the middle",
     NULL,
     {{TIMED(march, 9000)}, {BREAK(PLIE_REST, 20000)}, {TIMED(squat, 90000)}},
     1,
     "1000 Rest.|3000 Next: deep squat, ninety seconds.|10000 Stand tall.|17000 count|"
     "18000 count|19000 count|"},
    {"a rest of 30 s says the next exercise again",
     NULL,
     {{TIMED(march, 9000)}, {BREAK(PLIE_REST, 30000)}, {REPS(squat, 1, 4000), .side = PLIE_BOTH}},
     1,
     "1000 Rest.|3000 Next: deep squat, one rep each leg.|15000 Stand tall.|"
     "22000 Next: deep squat, one rep each leg.|27000 count|28000 count|29000 count|"},
    {"a round rest says which round is done",
     NULL,
     {{TIMED(march, 9000)},
      {BREAK(PLIE_ROUND_REST, 15000), .round = 1, .rounds = 3},
      {TIMED(march, 120000)}},
     1,
     "1000 Round one done.|3000 Next: march in place, two minutes.|12000 count|13000 count|"
     "14000 count|"},
    {"a round rest announces the last round",
     NULL,
     {{TIMED(march, 9000)},
      {BREAK(PLIE_ROUND_REST, 15000), .round = 2, .rounds = 3},
      {TIMED(march, 150000)}},
     1,
     "1000 Last round.|3000 Next: march in place, two minutes thirty.|12000 count|13000 count|"
     "14000 count|"},
    {"a switch says so",
     NULL,
     {{TIMED(squat, 9000), .side = PLIE_RIGHT},
      {BREAK(PLIE_SWITCH, 6000)},
      {TIMED(squat, 9000), .side = PLIE_LEFT}},
     1,
     "700 Switch sides.|3000 count|4000 count|5000 count|"},
    {"long timed work: form, half, ten seconds, counts, end",
     NULL,
     {{TIMED(squat, 40000)}, {BREAK(PLIE_REST, 15000)}, {TIMED(march, 9000)}},
     0,
     "0 go|5000 Knees follow toes.|20000 Halfway.|30000 Ten seconds.|37000 count|38000 count|"
     "39000 count|40000 end|"},
    {"one millisecond below the limits: no half, no ten seconds",
     NULL,
     {{TIMED(squat, 29999)}, {BREAK(PLIE_REST, 15000)}, {TIMED(march, 9000)}},
     0,
     "0 go|5000 Knees follow toes.|26999 count|27999 count|28999 count|29999 end|"},
    {"work followed by work at once: the next exercise 8 s before, and no end",
     NULL,
     {{TIMED(squat, 20000)}, {TIMED(march, 9000)}},
     0,
     "0 go|5000 Knees follow toes.|12000 Next: march in place, nine seconds.|17000 count|"
     "18000 count|19000 count|"},
    {"a rest too short for the next exercise: said in the work before it",
     NULL,
     {{TIMED(squat, 20000)}, {BREAK(PLIE_REST, 5000)}, {TIMED(march, 9000)}},
     0,
     "0 go|5000 Knees follow toes.|12000 Next: march in place, nine seconds.|17000 count|"
     "18000 count|19000 count|20000 end|"},
    {"and the short rest has its counts",
     NULL,
     {{TIMED(squat, 20000)}, {BREAK(PLIE_REST, 2500)}, {TIMED(march, 9000)}},
     1,
     "500 count|1500 count|"},
    {"paced reps: a tick at each bottom, the last five counted, the last 3 s left to the ticks",
     NULL,
     {{REPS(squat, 7, 2000)}, {BREAK(PLIE_REST, 15000)}, {TIMED(march, 9000)}},
     0,
     "0 go|1000 tick|3000 tick|5000 tick|5000 Five.|5600 Knees follow toes.|7000 tick|7000 "
     "Four.|9000 tick|9000 Three.|"
     "11000 tick|13000 tick|14000 end|"},
    {"reps too quick to be counted aloud, with work at once behind them",
     NULL,
     {{REPS(march, 10, 700)}, {TIMED(march, 9000)}},
     0,
     "0 go|350 tick|700 Next: march in place, nine seconds.|1050 tick|1750 tick|2450 tick|"
     "3150 tick|3850 tick|4000 count|4550 tick|5000 count|5250 tick|5950 tick|6000 count|"
     "6650 tick|"},
    {"several holds: a tick where each ends and where the next begins",
     NULL,
     {{.kind = PLIE_WORK, .exercise = &march, .reps = 2, .hold_ms = 10000, .duration_ms = 22000},
      {BREAK(PLIE_REST, 15000)},
      {TIMED(march, 9000)}},
     0,
     "0 go|10000 tick|12000 tick|19000 count|20000 count|21000 count|22000 end|"},
    {"alternate in an odd last round: a switch instead of the half",
     NULL,
     {{TIMED(march, 30000), .side = PLIE_ALTERNATE},
      {BREAK(PLIE_REST, 15000)},
      {TIMED(march, 9000)}},
     0,
     "0 go|15000 Switch sides.|27000 count|28000 count|29000 count|30000 end|"},
    {"self-paced: no ticks and no counts, the next exercise said 8 s in",
     NULL,
     {{REPS(march, 30, 1000), .self_paced = true}, {TIMED(march, 9000)}},
     0,
     "0 go|8000 Next: march in place, nine seconds.|"},
    {"the trainer's words in place of a form cue",
     NULL,
     {{TIMED(squat, 20000), .source = &step_with_words},
      {BREAK(PLIE_REST, 15000)},
      {TIMED(march, 9000)}},
     0,
     "0 go|5000 Touch the chair.|17000 count|18000 count|19000 count|20000 end|"},
    {"but not with another exercise than they were written for",
     NULL,
     {{TIMED(march, 20000), .source = &step_with_words},
      {BREAK(PLIE_REST, 15000)},
      {TIMED(march, 9000)}},
     0,
     "0 go|17000 count|18000 count|19000 count|20000 end|"},
    {"the end: finish, and the closing line after the tone",
     NULL,
     {{TIMED(march, 9000)}},
     0,
     "0 go|6000 count|7000 count|8000 count|9000 end|9000 finish|9900 Well done. Workout "
     "complete.|"},
    {"another language: beeps only",
     "uk",
     {{TIMED(squat, 40000)}, {BREAK(PLIE_REST, 15000)}, {TIMED(march, 9000)}},
     0,
     "0 go|37000 count|38000 count|39000 count|40000 end|"},
    {"another language with a clip: the clip is played",
     "uk",
     {{TIMED(squat, 40000), .source = &step_with_clip},
      {BREAK(PLIE_REST, 15000)},
      {TIMED(march, 9000)}},
     0,
     "0 go|5000 Deep squat.|37000 count|38000 count|39000 count|40000 end|"},
    {"British English is English",
     "en-GB",
     {{TIMED(march, 9000)}},
     0,
     "0 go|6000 count|7000 count|8000 count|9000 end|9000 finish|9900 Well done. Workout "
     "complete.|"},
    {"a name of too many words is cut, the side never",
     NULL,
     {{TIMED(march, 9000)},
      {BREAK(PLIE_REST, 15000)},
      {REPS(long_named, 15, 4000), .side = PLIE_ALTERNATE}},
     1,
     "1000 Rest.|3000 Next: very slow and deep squat, right leg first.|12000 count|"
     "13000 count|14000 count|"},
    {"a shortened name does not end in the air",
     NULL,
     {{BREAK(PLIE_PREPARE, 10000)}, {REPS(ends_in_preposition, 10, 4000), .side = PLIE_BOTH}},
     0,
     "1000 First: inner thigh strengthening, each leg.|7000 count|8000 count|9000 count|"},
    {"a shortened name stops at its comma",
     NULL,
     {{BREAK(PLIE_PREPARE, 10000)}, {REPS(with_comma, 10, 4000), .side = PLIE_BOTH}},
     0,
     "1000 Get ready. First: plie squat, each leg.|7000 count|8000 count|9000 count|"},
    {"one second is one second",
     NULL,
     {{TIMED(march, 9000)},
      {BREAK(PLIE_REST, 15000)},
      {.kind = PLIE_WORK, .exercise = &march, .reps = 2, .hold_ms = 1000, .duration_ms = 4000}},
     1,
     "1000 Rest.|3000 Next: march in place, two times one second.|12000 count|13000 count|"
     "14000 count|"},
    {"and so is one minute",
     NULL,
     {{TIMED(march, 9000)}, {BREAK(PLIE_REST, 15000)}, {TIMED(march, 60000)}},
     1,
     "1000 Rest.|3000 Next: march in place, one minute.|12000 count|13000 count|14000 count|"},
    {"and before the first exercise too",
     NULL,
     {{BREAK(PLIE_PREPARE, 10000)}, {TIMED(long_named, 9000), .side = PLIE_LEFT}},
     0,
     "1000 First: very slow and deep squat, left leg.|7000 count|8000 count|9000 count|"},
};

static void print_cues(plie_text *text, const plie_cue_sheet *sheet, const plie_plan *plan,
                       int interval) {
    for (size_t i = sheet->first_of[interval]; i < sheet->first_of[interval + 1]; i++) {
        const plie_cue *cue = &sheet->cues[i];
        const int64_t offset = plie_cue_plan_ms(cue, plan) - plan->intervals[interval].start_ms;
        plie_text_addf(text, "%lld %s|", (long long)offset,
                       cue->kind == PLIE_CUE_SAY ? cue->text : plie_tone_id(cue->tone));
    }
}

static void sheets_hold_exactly_what_the_table_asks_for(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        built_plan built;
        build(&built, cases[i].intervals, count_intervals(cases[i].intervals));
        built.plan.language = cases[i].language;
        plie_line_lengths *lengths = round_lengths(&built.plan);
        plie_line_lengths_set(lengths, "Deep squat.", 1000);
        plie_line_lengths_set(lengths, "sounds/cue.wav", 1000);
        plie_cue_sheet *sheet = plie_cue_sheet_make(&built.plan, lengths);
        plie_text text = {0};
        print_cues(&text, sheet, &built.plan, cases[i].shown);
        if (strcmp(plie_text_string(&text), cases[i].expected) != 0)
            fail_msg("%s:\n  got      %s\n  expected %s", cases[i].what, plie_text_string(&text),
                     cases[i].expected);
        plie_text_free(&text);
        plie_cue_sheet_free(sheet);
        plie_line_lengths_free(lengths);
    }
}

static const char *said_in(const plie_cue_sheet *sheet, int interval, const char *start) {
    for (size_t i = sheet->first_of[interval]; i < sheet->first_of[interval + 1]; i++)
        if (sheet->cues[i].kind == PLIE_CUE_SAY &&
            strncmp(sheet->cues[i].text, start, strlen(start)) == 0)
            return sheet->cues[i].text;
    return NULL;
}

static void a_line_that_does_not_fit_is_shortened_and_then_dropped(void **state) {
    (void)state;
    static const struct {
        int full_ms, short_ms, bare_ms;
        const char *said;
    } lengths_of[] = {
        {4900, 1000, 1000, "Next: deep squat, left leg, two reps."},
        {8901, 4900, 1000, "Next: deep squat, left leg."},
        {8901, 8901, 4900, "Deep squat, left leg."},
        {20000, 20000, 20000, NULL},
    };
    const plie_interval intervals[] = {
        {TIMED(march, 9000)}, {BREAK(PLIE_REST, 15000)}, {REPS(squat, 2, 4000), .side = PLIE_LEFT}};
    for (size_t i = 0; i < sizeof lengths_of / sizeof lengths_of[0]; i++) {
        built_plan built;
        build(&built, intervals, 3);
        plie_line_lengths *lengths = round_lengths(&built.plan);
        plie_line_lengths_set(lengths, "Next: deep squat, left leg, two reps.",
                              lengths_of[i].full_ms);
        plie_line_lengths_set(lengths, "Next: deep squat, left leg.", lengths_of[i].short_ms);
        plie_line_lengths_set(lengths, "Deep squat, left leg.", lengths_of[i].bare_ms);
        plie_cue_sheet *sheet = plie_cue_sheet_make(&built.plan, lengths);
        const char *wanted = lengths_of[i].said;
        if (wanted != NULL)
            assert_string_equal(said_in(sheet, 1, wanted), wanted);
        assert_int_equal(sheet->dropped, wanted == NULL ? 1 : 0);
        plie_cue_sheet_free(sheet);
        plie_line_lengths_free(lengths);
    }
}

static void a_segment_is_named_in_at_most_three_words(void **state) {
    (void)state;
    static const struct {
        const char *name;
        int length_ms; /* of the spoken name */
        const char *said;
    } rows[] = {
        {"Floor work", 1000, "Floor work."},
        {"Legs, hips, core", 1000, "Legs, hips, core."},
        {"Everything on the floor that we like", 1000, "Standing."},
        {"Donaudampfschifffahrtsgesellschaft", 9000, "Standing."},
    };
    const plie_interval intervals[] = {
        {TIMED(march, 9000)}, {BREAK(PLIE_TRANSITION, 10000)}, {REPS(squat, 15, 4000)}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        built_plan built;
        build(&built, intervals, 3);
        built.segment.name = rows[i].name;
        plie_line_lengths *lengths = round_lengths(&built.plan);
        plie_line_lengths_set(lengths, "Standing.", 1000);
        plie_line_lengths_set(lengths, "Donaudampfschifffahrtsgesellschaft.", rows[i].length_ms);
        plie_cue_sheet *sheet = plie_cue_sheet_make(&built.plan, lengths);
        const char *next_up = "Next: deep squat, fifteen reps.";
        assert_string_equal(said_in(sheet, 1, rows[i].said), rows[i].said);
        assert_string_equal(said_in(sheet, 1, next_up), next_up);
        plie_cue_sheet_free(sheet);
        plie_line_lengths_free(lengths);
    }
}

static void a_shortened_name_keeps_a_word(void **state) {
    (void)state;
    static const struct {
        const char *name, *said;
    } rows[] = {
        {"With", "Get ready. First: with."},
        {"To the and of with a or for", "First: to the and of with a."},
        {", , , , , , , , ,", "Get ready. First: ."},
        {"Squat with a ball between the knees", "Get ready. First: squat with a ball."},
        {"Deep - and then even deeper still", "First: deep - and then even deeper."},
        {"Step up", "Get ready. First: step up."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        plie_arena *arena = plie_arena_new();
        const plie_exercise exercise = {.id = "e", .name = rows[i].name};
        const plie_interval work = {TIMED(exercise, 9000)};
        const plie_line_forms line = plie_cue_first(arena, &work);
        assert_string_equal(line.forms[0], rows[i].said);
        plie_arena_free(arena);
    }
}

static void form_cues_take_turns(void **state) {
    (void)state;
    const plie_interval intervals[] = {{TIMED(squat, 20000)},
                                       {BREAK(PLIE_REST, 20000)},
                                       {TIMED(squat, 20000)},
                                       {BREAK(PLIE_REST, 20000)},
                                       {TIMED(squat, 20000)}};
    built_plan built;
    build(&built, intervals, 5);
    plie_cue_sheet *sheet = plie_cue_sheet_make(&built.plan, NULL);
    assert_non_null(said_in(sheet, 0, "Knees follow toes."));
    assert_non_null(said_in(sheet, 2, "Stand tall."));
    assert_non_null(said_in(sheet, 4, "Knees follow toes.")); /* the third cue is too long */
    plie_cue_sheet_free(sheet);
}

static void estimates_are_not_shorter_than_the_voice(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int spoken_ms; /* by Flite's slt, trimmed below 100 of 32768 */
    } spoken[] = {
        {"Halfway.", 740},
        {"Ten seconds.", 1130},
        {"Five.", 461},
        {"Three.", 552},
        {"Floor.", 579},
        {"Standing.", 729},
        {"Next: side lunge, right leg, fifteen reps.", 3308},
        {"Get ready. First: march in place.", 2462},
        {"Next: mountain climber, left leg, sixty-five seconds.", 4191},
        {"Next: burpee, both legs.", 2295},
        {"Next: TRX row, each leg, 25 reps.", 3641},
        {"WWW", 1812},
        {"1234567890", 5356},
        {"Twelfths", 2048},
        {"$100", 1261},
        {"a", 214},
    };
    for (size_t i = 0; i < sizeof spoken / sizeof spoken[0]; i++)
        assert_in_range(plie_line_estimate_ms(spoken[i].text), spoken[i].spoken_ms, 20000);
    assert_true(plie_line_estimate_ms("") >= 0);
}

static void lengths_that_were_set_win_over_estimates(void **state) {
    (void)state;
    plie_line_lengths *lengths = plie_line_lengths_new();
    plie_line_lengths_set(lengths, "Rest.", 321);
    plie_line_lengths_set(lengths, "Rest.", 322);
    plie_line_lengths *copy = plie_line_lengths_copy(lengths);
    plie_line_lengths_free(lengths);
    assert_int_equal(plie_line_length_ms(copy, "Rest."), 322);
    assert_int_equal(plie_line_length_ms(copy, "One."), plie_line_estimate_ms("One."));
    assert_int_equal(plie_line_length_ms(NULL, "Rest."), plie_line_estimate_ms("Rest."));
    plie_line_lengths_free(copy);
}

static void tones_are_short_and_named(void **state) {
    (void)state;
    static const char *const ids[] = {"count", "go", "end", "tick", "finish"};
    for (int tone = 0; tone < PLIE_TONE_COUNT_OF; tone++) {
        assert_string_equal(plie_tone_id((plie_tone)tone), ids[tone]);
        assert_in_range(plie_tone_ms((plie_tone)tone), 1, 800);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sheets_hold_exactly_what_the_table_asks_for),
        cmocka_unit_test(a_line_that_does_not_fit_is_shortened_and_then_dropped),
        cmocka_unit_test(a_segment_is_named_in_at_most_three_words),
        cmocka_unit_test(a_shortened_name_keeps_a_word),
        cmocka_unit_test(form_cues_take_turns),
        cmocka_unit_test(estimates_are_not_shorter_than_the_voice),
        cmocka_unit_test(lengths_that_were_set_win_over_estimates),
        cmocka_unit_test(tones_are_short_and_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
