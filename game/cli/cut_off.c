#include "cli/cut_off.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "history_keeper.h"
#include "history_unsaved.h"
#include "past_choices.h"
#include "settings_file.h"

#include <string.h>

static plie_history *open_history(const plie_cut_off *session) {
    plie_store_state state;
    plie_text why = {0};
    plie_history *history = plie_history_open_to_read(
        plie_history_path(session->arena, session->paths.data), &state, &why);
    if (history == NULL)
        (void)plie_complain_about_history(session->paths.data, plie_text_string(&why));
    plie_text_free(&why);
    return history;
}

/* What was done of it stays. */
static void give_up(const plie_cut_off *session, const char *id) {
    plie_store_state state;
    plie_history *history =
        plie_history_open(plie_history_path(session->arena, session->paths.data), &state, NULL);
    if (history != NULL)
        (void)plie_history_give_up(history, id);
    plie_history_close(history);
}

static void free_plans(plie_cut_off *session) {
    plie_plan_free(session->plan);
    plie_plan_free(session->stored.plan);
    plie_program_free(session->stored.program);
    session->plan = NULL;
    session->stored = (plie_stored_plan){0};
}

static bool read_stored(plie_cut_off *session, plie_history *history, const char *id) {
    const char *text = NULL;
    plie_text why = {0};
    const bool read = plie_history_plan(history, session->arena, id, &text) && text != NULL &&
                      plie_stored_plan_read(text, strlen(text), &session->stored, &why);
    if (!read)
        plie_complain("a workout that was cut off cannot go on: %s",
                      why.length > 0 ? plie_text_string(&why) : "its plan is not there");
    plie_text_free(&why);
    return read;
}

/* What a claimed session is now: another program may have gone on with it until a moment ago. */
static bool read_again(plie_cut_off *session, plie_history *history, const char *id) {
    plie_unfinished_list list;
    if (!plie_history_unfinished(history, session->arena, &list))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        if (strcmp(list.items[i].record.id, id) != 0)
            continue;
        session->unfinished = list.items[i];
        return plie_history_intervals(history, session->arena, id, &session->intervals);
    }
    return false;
}

static bool take(plie_cut_off *session, plie_history *history, const char *id) {
    if (!plie_claims_take(&session->claims, id) &&
        plie_claims_taken_elsewhere(&session->claims, id))
        return false;
    if (read_again(session, history, id)) {
        if (read_stored(session, history, id))
            session->plan = plie_plan_from(
                session->stored.plan,
                plie_interval_to_go_on_with(session->stored.plan, &session->unfinished));
        if (session->plan != NULL)
            return true;
        give_up(session, id);
        free_plans(session);
    }
    plie_claims_let_go(&session->claims, id);
    return false;
}

static int find(plie_cut_off *session, plie_history *history) {
    plie_unfinished_list list;
    bool elsewhere = false;
    if (!plie_history_unfinished(history, session->arena, &list))
        return plie_complain_about_history(session->paths.data, plie_history_why(history));
    for (size_t i = 0; i < list.count; i++) {
        const char *id = list.items[i].record.id;
        if (plie_unsaved_holds(session->paths.data, id))
            continue;
        elsewhere = elsewhere || plie_claims_taken_elsewhere(&session->claims, id);
        if (take(session, history, id))
            return PLIE_EXIT_FINE;
    }
    plie_complain(elsewhere ? "the workout that could go on is being done in another window"
                            : "there is no workout that was cut off");
    return PLIE_EXIT_USAGE;
}

int plie_cut_off_open(plie_cut_off *session, const plie_options *options) {
    plie_text notice = {0};
    *session = (plie_cut_off){.arena = plie_arena_new(), .claims = {-1}};
    session->paths = plie_paths_find(session->arena, options->data_dir);
    session->settings = plie_settings_load(&session->paths, &notice);
    if (notice.length > 0)
        plie_complain("%s", plie_text_string(&notice));
    plie_text_free(&notice);
    session->claims =
        plie_claims_open(plie_path_join(session->arena, session->paths.data, "history.lock"));
    plie_history *history = open_history(session);
    const int status = history == NULL ? PLIE_EXIT_FAILURE : find(session, history);
    plie_history_close(history);
    return status;
}

void plie_cut_off_close(plie_cut_off *session) {
    free_plans(session);
    plie_claims_close(&session->claims);
    plie_settings_free(session->settings);
    plie_arena_free(session->arena);
}
