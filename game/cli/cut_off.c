#include "cli/cut_off.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "history_keeper.h"
#include "history_unsaved.h"
#include "settings_file.h"

static plie_history *open_history(const plie_cut_off *cut_off) {
    plie_store_state state;
    plie_text why = {0};
    plie_history *history = plie_history_open_to_read(
        plie_history_path(cut_off->arena, cut_off->paths.data), &state, &why);
    if (history == NULL)
        (void)plie_complain_about_history(cut_off->paths.data, plie_text_string(&why));
    plie_text_free(&why);
    return history;
}

/* What was done of it stays. */
static void give_up(const plie_cut_off *cut_off, const char *id) {
    plie_store_state state;
    plie_history *history =
        plie_history_open(plie_history_path(cut_off->arena, cut_off->paths.data), &state, NULL);
    if (history != NULL)
        (void)plie_history_give_up(history, id);
    plie_history_close(history);
}

static plie_taking_up take(plie_cut_off *cut_off, plie_history *history, const char *id) {
    plie_text why = {0};
    const plie_taking_up how = plie_going_on_take(&cut_off->session, history, &cut_off->claims,
                                                  cut_off->paths.data, id, &why);
    if (how == PLIE_NOTHING_LEFT)
        give_up(cut_off, id);
    if (how == PLIE_PLAN_UNREADABLE)
        plie_complain("a workout that was cut off cannot go on: %s", plie_text_string(&why));
    if (how == PLIE_HISTORY_FAILED)
        (void)plie_complain_about_history(cut_off->paths.data, plie_text_string(&why));
    plie_text_free(&why);
    return how;
}

/* What was met on the way says why there is none, where it has not been said already. */
static int tell_of_none(bool elsewhere, bool told) {
    if (elsewhere)
        plie_complain("the workout that could go on is being done in another window");
    else if (!told)
        plie_complain("there is no workout that was cut off");
    return PLIE_EXIT_USAGE;
}

static int find(plie_cut_off *cut_off, plie_history *history) {
    plie_unfinished_list list;
    bool elsewhere = false, told = false;
    if (!plie_history_unfinished(history, cut_off->arena, &list))
        return plie_complain_about_history(cut_off->paths.data, plie_history_why(history));
    for (size_t i = 0; i < list.count; i++) {
        const plie_taking_up how = take(cut_off, history, list.items[i].record.id);
        if (how == PLIE_TAKEN_UP)
            return PLIE_EXIT_FINE;
        if (how == PLIE_HISTORY_FAILED)
            return PLIE_EXIT_FAILURE;
        elsewhere = elsewhere || how == PLIE_DONE_ELSEWHERE;
        told = told || how == PLIE_PLAN_UNREADABLE;
    }
    return tell_of_none(elsewhere, told);
}

int plie_cut_off_open(plie_cut_off *cut_off, const plie_options *options) {
    plie_text notice = {0};
    *cut_off = (plie_cut_off){.arena = plie_arena_new(), .claims = {-1}};
    cut_off->paths = plie_paths_find(cut_off->arena, options->data_dir);
    cut_off->settings = plie_settings_load(&cut_off->paths, &notice);
    if (notice.length > 0)
        plie_complain("%s", plie_text_string(&notice));
    plie_text_free(&notice);
    cut_off->claims =
        plie_claims_open(plie_path_join(cut_off->arena, cut_off->paths.data, "history.lock"));
    plie_history *history = open_history(cut_off);
    const int status = history == NULL ? PLIE_EXIT_FAILURE : find(cut_off, history);
    plie_history_close(history);
    return status;
}

void plie_cut_off_close(plie_cut_off *cut_off) {
    plie_going_on_free(&cut_off->session);
    plie_claims_close(&cut_off->claims);
    plie_settings_free(cut_off->settings);
    plie_arena_free(cut_off->arena);
}
