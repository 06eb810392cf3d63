/* Any bytes, as an exported history: a finding and nothing imported, or sessions that are exported
 * and read again as the same. */
#include "history/exchange.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds, const char *what) {
    if (holds)
        return;
    (void)fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

static bool import(plie_history *history, const char *bytes, size_t length) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_import_counts counts;
    const bool fine =
        plie_history_import_json(history, "history.json", bytes, length, &counts, findings);
    require(fine == (plie_diagnostics_count_of(findings, PLIE_ERROR) == 0), "sessions or an error");
    require(fine || counts.added + counts.known == 0, "nothing is imported after an error");
    plie_diagnostics_free(findings);
    return fine;
}

/* Also as CSV and TCX, which any session can be written as. */
static size_t export_all(plie_history *history, plie_text *json) {
    plie_arena *arena = plie_arena_new();
    plie_session_list list;
    plie_text other = {0};
    require(plie_history_sessions(history, arena, 0, 0, &list), "sessions are read");
    plie_text_add(json, PLIE_HISTORY_JSON_BEGIN);
    for (size_t i = 0; i < list.count; i++) {
        plie_interval_list intervals;
        require(plie_history_intervals(history, arena, list.records[i].id, &intervals),
                "intervals are read");
        plie_text_add(json, i > 0 ? PLIE_HISTORY_JSON_BETWEEN : "");
        plie_session_write_json(json, &list.records[i], &intervals);
        plie_session_write_csv(&other, &list.records[i]);
        plie_session_write_tcx(&other, &list.records[i], &intervals);
        require(strchr(plie_session_tcx_name(arena, &list.records[i]), '/') == NULL, "a safe name");
    }
    plie_text_add(json, PLIE_HISTORY_JSON_END);
    plie_text_free(&other);
    plie_arena_free(arena);
    return list.count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    plie_history *first = plie_history_open_memory();
    plie_history *second = plie_history_open_memory();
    plie_text json = {0}, again = {0};
    const bool fine = import(first, (const char *)data, size);
    const size_t count = export_all(first, &json);
    require(fine || count == 0, "all or nothing");
    require(import(second, json.data, json.length), "what is exported is imported");
    (void)export_all(second, &again);
    require(strcmp(plie_text_string(&json), plie_text_string(&again)) == 0,
            "it is exported as the same");
    plie_text_free(&json);
    plie_text_free(&again);
    plie_history_close(first);
    plie_history_close(second);
    return 0;
}
