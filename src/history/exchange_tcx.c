#include "history/enum_ids.h"
#include "history/exchange.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NAME_BYTES 48          /* of a program in a file's name */
#define MOST_CALORIES 65535    /* of a lap, as the schema has it */
#define WORK_TO_REST 3         /* energy of work against that of rest, to share it out by time */
#define LAST_TCX_MS 4294967295 /* of times, far beyond any session */

#define DAY_MS (INT64_C(24) * 3600 * 1000)

/* A stretch of work with the pauses after it; the first has the way to it, too. */
typedef struct {
    int64_t start_ms, end_ms; /* session time */
    int64_t work_ms;
    const plie_interval_record *work; /* NULL where there is none at all */
} lap;

typedef struct {
    plie_arena *arena;
    lap *items;
    size_t count;
} lap_list;

static int64_t bounded(int64_t time_ms) {
    return time_ms < 0 ? 0 : time_ms > LAST_TCX_MS ? LAST_TCX_MS : time_ms;
}

static int compare_starts(const void *left, const void *right) {
    const lap *a = left;
    const lap *b = right;
    if (a->start_ms != b->start_ms)
        return a->start_ms < b->start_ms ? -1 : 1;
    return a->work->index - b->work->index;
}

/* A session's time is cut at the start of each work that was really done; who went back and forth
 * did it in the order of time. */
static lap_list laps_of(plie_arena *arena, const plie_session_record *record,
                        const plie_interval_list *intervals) {
    lap_list list = {.arena = arena, .items = PLIE_NEW_ARRAY(arena, intervals->count + 1, lap)};
    const int64_t end_ms = bounded(record->active_ms);
    for (size_t i = 0; i < intervals->count; i++) {
        const plie_interval_record *work = &intervals->records[i];
        const int64_t start_ms = bounded(work->start_ms);
        if (work->kind != PLIE_WORK || work->done_ms <= 0 || start_ms >= end_ms)
            continue;
        list.items[list.count++] =
            (lap){.start_ms = start_ms, .work_ms = bounded(work->done_ms), .work = work};
    }
    if (list.count == 0)
        list.count = 1;
    else
        qsort(list.items, list.count, sizeof *list.items, compare_starts);
    list.items[0].start_ms = 0;
    for (size_t i = 0; i < list.count; i++) {
        lap *at = &list.items[i];
        at->end_ms = i + 1 < list.count ? list.items[i + 1].start_ms : end_ms;
        if (at->work_ms > at->end_ms - at->start_ms)
            at->work_ms = at->end_ms - at->start_ms;
    }
    return list;
}

static double weight_of(const lap *at) {
    return (double)(at->end_ms - at->start_ms) + (WORK_TO_REST - 1) * (double)at->work_ms;
}

static bool is_xml(uint32_t character) {
    return character == '\t' || character == '\n' ||
           (character >= 0x20 && character != 0x7f && !(character >= 0x80 && character <= 0x9f) &&
            character != 0xfffe && character != 0xffff);
}

/* Character data of XML 1.0: what it may not hold is left out. */
static void add_escaped(plie_text *text, const char *string) {
    while (*string != '\0') {
        const char *start = string;
        const uint32_t character = plie_utf8_next(&string);
        if (!is_xml(character))
            continue;
        if (character == '&')
            plie_text_add(text, "&amp;");
        else if (character == '<')
            plie_text_add(text, "&lt;");
        else if (character == '>')
            plie_text_add(text, "&gt;");
        else if (character == 0xfffd)
            plie_text_add(text, "\xef\xbf\xbd");
        else
            plie_text_add_bytes(text, start, (size_t)(string - start));
    }
}

/* "2026-11-21T17:05:12.345Z", no later than the calendar goes. */
static const char *utc_text(plie_arena *arena, plie_moment start, int64_t session_ms) {
    const int64_t last_ms = plie_day_of_date((plie_date){PLIE_LAST_YEAR, 12, 31}) * DAY_MS;
    const int64_t due_ms = start.utc_ms + session_ms;
    const plie_moment moment = {due_ms < last_ms ? due_ms : last_ms, 0};
    const int64_t fraction = ((moment.utc_ms % 1000) + 1000) % 1000;
    const plie_moment whole = {moment.utc_ms - fraction, 0};
    char *text = plie_moment_utc_text(arena, whole);
    text[strcspn(text, "Z")] = '\0';
    return plie_arena_printf(arena, "%s.%03dZ", text, (int)fraction);
}

static void add_trackpoint(plie_text *text, const char *time) {
    plie_text_addf(text, "          <Trackpoint><Time>%s</Time></Trackpoint>\n", time);
}

static void add_lap_notes(plie_text *text, const plie_interval_record *work) {
    if (work == NULL || (work->name == NULL && work->exercise == NULL))
        return;
    plie_text_add(text, "        <Notes>");
    add_escaped(text, work->name != NULL ? work->name : work->exercise);
    if (work->side == PLIE_RIGHT || work->side == PLIE_LEFT)
        plie_text_addf(text, ", %s", plie_stored_sides[work->side]);
    if (work->reps == 1)
        plie_text_add(text, ", once");
    else if (work->reps > 1)
        plie_text_addf(text, ", %d times", work->reps);
    plie_text_add(text, "</Notes>\n");
}

/* Of a session whose intervals nobody knows, the whole is one lap. */
static bool is_active(const plie_session_record *record, const lap *at) {
    const bool whole = at->start_ms == 0 && at->end_ms == bounded(record->active_ms);
    return at->work != NULL || (whole && record->work_ms > 0);
}

static void add_lap(plie_text *text, plie_arena *arena, const plie_session_record *record,
                    const lap *at, int64_t calories) {
    const char *start = utc_text(arena, record->start, at->start_ms);
    const int64_t length_ms = at->end_ms - at->start_ms;
    plie_text_addf(text, "      <Lap StartTime=\"%s\">\n", start);
    plie_text_addf(text, "        <TotalTimeSeconds>%lld.%03lld</TotalTimeSeconds>\n",
                   (long long)length_ms / 1000, (long long)length_ms % 1000);
    plie_text_add(text, "        <DistanceMeters>0</DistanceMeters>\n");
    plie_text_addf(text, "        <Calories>%lld</Calories>\n", (long long)calories);
    plie_text_addf(text, "        <Intensity>%s</Intensity>\n",
                   is_active(record, at) ? "Active" : "Resting");
    plie_text_add(text, "        <TriggerMethod>Manual</TriggerMethod>\n        <Track>\n");
    add_trackpoint(text, start);
    add_trackpoint(text, utc_text(arena, record->start, at->end_ms));
    plie_text_add(text, "        </Track>\n");
    add_lap_notes(text, at->work);
    plie_text_add(text, "      </Lap>\n");
}

/* Whole calories that add up to those of the session. */
static void add_laps(plie_text *text, const plie_session_record *record, const lap_list *laps) {
    const double kcal = isfinite(record->kcal) && record->kcal > 0 ? record->kcal : 0;
    double all = 0, so_far = 0;
    int64_t given = 0;
    for (size_t i = 0; i < laps->count; i++)
        all += weight_of(&laps->items[i]);
    for (size_t i = 0; i < laps->count; i++) {
        const bool last = i + 1 == laps->count;
        so_far += weight_of(&laps->items[i]);
        const int64_t due = llround(last ? kcal : kcal * so_far / all);
        const int64_t calories = due - given < MOST_CALORIES ? due - given : MOST_CALORIES;
        given += calories;
        add_lap(text, laps->arena, record, &laps->items[i], calories);
    }
}

static void add_notes(plie_text *text, const plie_session_record *record) {
    plie_text_add(text, "      <Notes>");
    add_escaped(text, record->name);
    plie_text_addf(text, ", %s", plie_stored_levels[record->level]);
    if (record->reps > 0)
        plie_text_addf(text, ", %d reps", record->reps);
    if (record->effort > 0)
        plie_text_addf(text, ", effort %d of %d", record->effort, PLIE_HARDEST);
    plie_text_add(text, record->completed ? "" : ", not finished");
    plie_text_add(text, "</Notes>\n");
}

void plie_session_write_tcx(plie_text *text, const plie_session_record *record,
                            const plie_interval_list *intervals) {
    plie_arena *arena = plie_arena_new();
    const lap_list laps = laps_of(arena, record, intervals);
    plie_text_add(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<TrainingCenterDatabase xmlns="
                        "\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\">\n"
                        "  <Activities>\n"
                        "    <Activity Sport=\"Other\">\n");
    plie_text_addf(text, "      <Id>%s</Id>\n", utc_text(arena, record->start, 0));
    add_laps(text, record, &laps);
    add_notes(text, record);
    plie_text_add(text, "    </Activity>\n"
                        "  </Activities>\n"
                        "</TrainingCenterDatabase>\n");
    plie_arena_free(arena);
}

/* What comes after the last slash, without ".json"; letters, digits and single hyphens. */
static char *safe_name(plie_arena *arena, const char *program) {
    char *name = plie_arena_alloc(arena, NAME_BYTES + 1, 1);
    const char *base = strrchr(program, '/');
    base = base == NULL ? program : base + 1;
    const size_t length = strlen(base);
    const bool has_suffix = length > 5 && strcmp(base + length - 5, ".json") == 0;
    size_t at = 0;
    for (size_t i = 0; i < length - (has_suffix ? 5 : 0) && at < NAME_BYTES; i++) {
        const char c = base[i];
        const char small = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        const bool plain = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (plain)
            name[at++] = small;
        else if (at > 0 && name[at - 1] != '-')
            name[at++] = '-';
    }
    while (at > 0 && name[at - 1] == '-')
        name[--at] = '\0';
    return at > 0 ? name : plie_arena_strdup(arena, "workout");
}

char *plie_session_tcx_name(plie_arena *arena, const plie_session_record *record) {
    const plie_date date = plie_date_of_day(plie_day_of_moment(record->start));
    const int minute = plie_minute_of_moment(record->start);
    return plie_arena_printf(arena, "%s-%02d%02d-%s-%.8s.tcx", plie_date_text(arena, date),
                             minute / 60, minute % 60, safe_name(arena, record->program),
                             record->id);
}
