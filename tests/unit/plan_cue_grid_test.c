/* The cue sheets of every shipped program, level and length: nothing is cut, nothing overlaps,
 * every beep is where it belongs and nowhere else, and hardly a line is dropped. */
#include "plan_shipped.h"

#include "base/text.h"
#include "plan/cue_sheet.h"

typedef struct {
    int plans;
    size_t lines;
    size_t dropped;
} cue_sums;

static const plie_interval *interval_of(const plie_plan *plan, const plie_cue *cue) {
    return &plan->intervals[cue->interval];
}

static bool is_beep(const plie_cue *cue, plie_tone tone) {
    return cue->kind == PLIE_CUE_BEEP && cue->tone == tone;
}

static bool must_keep_clear(const plie_cue *cue) {
    return cue->kind == PLIE_CUE_SAY || is_beep(cue, PLIE_TONE_COUNT) ||
           is_beep(cue, PLIE_TONE_GO) || is_beep(cue, PLIE_TONE_FINISH);
}

static void check_room(const plie_plan *plan, const plie_cue_sheet *sheet) {
    int64_t line_end = 0, beep_end = 0, last_moment = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        const plie_cue *cue = &sheet->cues[i];
        const int64_t moment = plie_cue_plan_ms(cue, plan), end = moment + cue->duration_ms;
        const plie_interval *interval = interval_of(plan, cue);
        assert_true(moment >= last_moment);
        last_moment = moment;
        if (!must_keep_clear(cue))
            continue;
        assert_true(moment >= line_end);
        if (cue->kind != PLIE_CUE_SAY) {
            beep_end = end;
            continue;
        }
        assert_true(moment >= beep_end);
        assert_true(moment >= interval->start_ms);
        if ((size_t)cue->interval + 1 < plan->interval_count || moment < plan->total_ms)
            assert_true(end <= interval->start_ms + interval->duration_ms);
        line_end = end;
    }
}

/* How many beeps of this tone sound at this moment of the plan. */
static int beeps_at(const plie_plan *plan, const plie_cue_sheet *sheet, size_t interval,
                    plie_tone tone, int64_t moment_ms) {
    int found = 0;
    for (size_t i = sheet->first_of[interval]; i < sheet->first_of[interval + 1]; i++)
        found +=
            is_beep(&sheet->cues[i], tone) && plie_cue_plan_ms(&sheet->cues[i], plan) == moment_ms;
    return found;
}

static int beeps_of(const plie_cue_sheet *sheet, plie_tone tone) {
    int found = 0;
    for (size_t i = 0; i < sheet->count; i++)
        found += is_beep(&sheet->cues[i], tone);
    return found;
}

static void check_counts(const plie_plan *plan, const plie_cue_sheet *sheet) {
    int expected = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        const int64_t end_ms = interval->start_ms + interval->duration_ms;
        const bool before_work =
            i + 1 < plan->interval_count && plan->intervals[i + 1].kind == PLIE_WORK;
        const bool timed = interval->kind == PLIE_WORK && plie_interval_is_timed_work(interval);
        if (interval->self_paced || !(before_work || timed))
            continue;
        for (int second = 1; second <= 3; second++)
            assert_int_equal(beeps_at(plan, sheet, i, PLIE_TONE_COUNT, end_ms - 1000LL * second),
                             1);
        expected += 3;
    }
    assert_int_equal(beeps_of(sheet, PLIE_TONE_COUNT), expected);
}

static void check_starts_and_ends(const plie_plan *plan, const plie_cue_sheet *sheet) {
    int works = 0, ends = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        const bool last = i + 1 == plan->interval_count;
        if (interval->kind != PLIE_WORK)
            continue;
        works++;
        assert_int_equal(beeps_at(plan, sheet, i, PLIE_TONE_GO, interval->start_ms), 1);
        if (!last && plan->intervals[i + 1].kind == PLIE_WORK)
            continue;
        ends++;
        assert_int_equal(
            beeps_at(plan, sheet, i, PLIE_TONE_END, interval->start_ms + interval->duration_ms), 1);
    }
    assert_int_equal(beeps_of(sheet, PLIE_TONE_GO), works);
    assert_int_equal(beeps_of(sheet, PLIE_TONE_END), ends);
    assert_int_equal(beeps_of(sheet, PLIE_TONE_FINISH), 1);
    assert_int_equal(
        beeps_at(plan, sheet, plan->interval_count - 1, PLIE_TONE_FINISH, plan->total_ms), 1);
}

static int expected_ticks(const plie_interval *interval) {
    const int count = plie_interval_rep_count(interval);
    if (interval->kind != PLIE_WORK || interval->self_paced || count == 0)
        return 0;
    return interval->hold_ms > 0 ? 2 * (count - 1) : count;
}

static void check_ticks(const plie_plan *plan, const plie_cue_sheet *sheet) {
    int expected = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        const int ticks = expected_ticks(interval);
        expected += ticks;
        for (int n = 1; interval->hold_ms == 0 && n <= ticks; n++)
            assert_int_equal(beeps_at(plan, sheet, i, PLIE_TONE_TICK,
                                      interval->start_ms + plie_interval_rep_ms(interval, n)),
                             1);
    }
    assert_int_equal(beeps_of(sheet, PLIE_TONE_TICK), expected);
}

static bool starts_with(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

static int word_limit(const plie_plan *plan, const plie_cue *cue) {
    const int64_t offset = plie_cue_plan_ms(cue, plan) - interval_of(plan, cue)->start_ms;
    if (starts_with(cue->text, "Next: "))
        return 10;
    switch (interval_of(plan, cue)->kind) {
    case PLIE_PREPARE:
        return 8;
    case PLIE_SWITCH:
        return 2;
    case PLIE_TRANSITION:
        return offset < 2000 ? 3 : 10;
    case PLIE_REST:
    case PLIE_ROUND_REST:
        return offset < 2000 ? 3 : 8;
    case PLIE_WORK:
        break;
    }
    return offset >= interval_of(plan, cue)->duration_ms ? 8 : 6;
}

static void check_words(const plie_plan *plan, const plie_cue_sheet *sheet, cue_sums *sums) {
    for (size_t i = 0; i < sheet->count; i++) {
        const plie_cue *cue = &sheet->cues[i];
        if (cue->kind != PLIE_CUE_SAY)
            continue;
        sums->lines++;
        if (plie_word_count(cue->text) > word_limit(plan, cue))
            fail_msg("too many words: %s", cue->text);
    }
}

static bool says_the_name(const plie_cue *cue, const plie_exercise *exercise) {
    const char *name = exercise->say != NULL ? exercise->say : exercise->name;
    for (const char *at = cue->text; at != NULL && *at != '\0'; at++) {
        size_t length = 0;
        while (name[length] != '\0' && (at[length] | 32) == (name[length] | 32))
            length++;
        if (name[length] == '\0')
            return true;
    }
    return false;
}

/* Nobody starts an exercise that was not named: in what comes before it, or late in the work. */
static void check_announcements(const plie_plan *plan, const plie_cue_sheet *sheet) {
    for (size_t i = 1; i < plan->interval_count; i++) {
        const plie_interval *work = &plan->intervals[i];
        if (work->kind != PLIE_WORK || plan->intervals[i - 1].kind == PLIE_SWITCH)
            continue;
        const size_t from = i > 1 && plan->intervals[i - 1].duration_ms < 8000 ? i - 2 : i - 1;
        bool named = false;
        for (size_t c = sheet->first_of[from]; c < sheet->first_of[i] && !named; c++)
            named = sheet->cues[c].kind == PLIE_CUE_SAY &&
                    says_the_name(&sheet->cues[c], work->exercise);
        if (!named)
            fail_msg("interval %zu, %s, comes unannounced", i, work->name);
    }
}

static bool has_text(plie_texts texts, const char *text) {
    for (size_t i = 0; i < texts.count; i++)
        if (strcmp(texts.items[i], text) == 0)
            return true;
    return false;
}

static void check_lines(const plie_plan *plan, const plie_cue_sheet *sheet) {
    plie_arena *arena = plie_arena_new();
    const plie_texts lines = plie_cue_sheet_lines(arena, plan);
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->cues[i].kind == PLIE_CUE_SAY && !has_text(lines, sheet->cues[i].text))
            fail_msg("not among the lines to measure: %s", sheet->cues[i].text);
    plie_arena_free(arena);
}

static void check_plan(const char *name, const plie_program *program, const plie_choices *choices,
                       cue_sums *sums) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program, choices, findings);
    fail_on_errors(findings);
    plie_diagnostics_free(findings);
    plie_cue_sheet *sheet = plie_cue_sheet_make(plan, NULL);
    check_room(plan, sheet);
    check_counts(plan, sheet);
    check_starts_and_ends(plan, sheet);
    check_ticks(plan, sheet);
    check_words(plan, sheet, sums);
    check_lines(plan, sheet);
    if (!choices->self_paced)
        check_announcements(plan, sheet);
    sums->plans++;
    sums->dropped += sheet->dropped;
    if (sheet->dropped > 0)
        printf("%s %s %d min%s: %zu dropped of %zu cues\n", name, plie_level_id(choices->level),
               choices->minutes, choices->self_paced ? " self-paced" : "", sheet->dropped,
               sheet->count);
    plie_cue_sheet_free(sheet);
    plie_plan_free(plan);
}

static void grid(bool self_paced, int gap_s, cue_sums *sums) {
    static const int minutes[] = {0, 10, 15, 20, 30, 45, 60};
    for (size_t p = 0; p < SHIPPED_COUNT; p++)
        for (plie_level level = PLIE_BEGINNER; level < PLIE_LEVEL_COUNT; level++)
            for (size_t m = 0; m < sizeof minutes / sizeof minutes[0]; m++) {
                const plie_choices choices = {.level = level,
                                              .minutes = minutes[m],
                                              .circuit = (int)m % 3,
                                              .cardio_first = m % 2 == 1,
                                              .low_impact = p == 1,
                                              .self_paced = self_paced,
                                              .warmup = (plie_part_length)(m % 3),
                                              .prepare_s = gap_s,
                                              .transition_s = gap_s};
                check_plan(shipped_programs[p], programs[p], &choices, sums);
            }
    printf("%d plans, %zu lines said, %zu dropped\n", sums->plans, sums->lines, sums->dropped);
}

static void paced_sheets_keep_every_promise(void **state) {
    (void)state;
    cue_sums sums = {0};
    grid(false, 0, &sums);
    assert_true(sums.dropped * 50 <= sums.lines);
}

static void self_paced_sheets_keep_every_promise(void **state) {
    (void)state;
    cue_sums sums = {0};
    grid(true, 0, &sums);
    assert_true(sums.dropped * 20 <= sums.lines);
}

static void short_and_long_gaps_keep_every_promise(void **state) {
    (void)state;
    static const int gaps_s[] = {5, 60};
    for (size_t i = 0; i < sizeof gaps_s / sizeof gaps_s[0]; i++) {
        cue_sums sums = {0};
        grid(false, gaps_s[i], &sums);
        assert_true(sums.dropped * 20 <= sums.lines);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paced_sheets_keep_every_promise),
        cmocka_unit_test(self_paced_sheets_keep_every_promise),
        cmocka_unit_test(short_and_long_gaps_keep_every_promise),
    };
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
