#include "going_on.h"

#include "history_unsaved.h"
#include "past_choices.h"

#include <string.h>

static plie_taking_up fail(plie_taking_up how, plie_text *why, const char *sentence) {
    plie_text_add(why, sentence);
    return how;
}

/* Further than the history knows of it: what waits in the folder is stored first. */
static plie_taking_up read_records(plie_going_on *session, plie_history *history,
                                   const char *folder, const char *id, plie_text *why) {
    plie_unfinished_list list;
    const plie_unfinished *found = NULL;
    if (!plie_history_unfinished(history, session->arena, &list))
        return fail(PLIE_HISTORY_FAILED, why, plie_history_why(history));
    for (size_t i = 0; i < list.count && found == NULL; i++)
        if (strcmp(list.items[i].record.id, id) == 0)
            found = &list.items[i];
    if (found == NULL || plie_unsaved_holds(folder, id))
        return fail(PLIE_GONE_ON_WITH, why, "It was gone on with in another window.");
    session->unfinished = *found;
    if (!plie_history_intervals(history, session->arena, id, &session->intervals))
        return fail(PLIE_HISTORY_FAILED, why, plie_history_why(history));
    return PLIE_TAKEN_UP;
}

static plie_taking_up read_plan(plie_going_on *session, plie_history *history, const char *id,
                                plie_text *why) {
    plie_arena *arena = plie_arena_new();
    const char *text = NULL;
    plie_taking_up how = PLIE_TAKEN_UP;
    if (!plie_history_plan(history, arena, id, &text))
        how = fail(PLIE_HISTORY_FAILED, why, plie_history_why(history));
    else if (text == NULL)
        how = fail(PLIE_PLAN_UNREADABLE, why, "Its plan is not there.");
    else if (!plie_stored_plan_read(text, strlen(text), &session->stored, why))
        how = PLIE_PLAN_UNREADABLE;
    plie_arena_free(arena);
    return how;
}

static plie_taking_up read_all(plie_going_on *session, plie_history *history, const char *folder,
                               const char *id, plie_text *why) {
    plie_taking_up how = read_records(session, history, folder, id, why);
    if (how == PLIE_TAKEN_UP)
        how = read_plan(session, history, id, why);
    if (how != PLIE_TAKEN_UP)
        return how;
    session->rest =
        plie_plan_from(session->stored.plan,
                       plie_interval_to_go_on_with(session->stored.plan, &session->unfinished));
    return session->rest != NULL ? PLIE_TAKEN_UP
                                 : fail(PLIE_NOTHING_LEFT, why, "Nothing of it is left to do.");
}

/* Where locks do not work at all, nobody can tell of another window. */
plie_taking_up plie_going_on_take(plie_going_on *session, plie_history *history,
                                  const plie_claims *claims, const char *folder, const char *id,
                                  plie_text *why) {
    *session = (plie_going_on){0};
    if (!plie_claims_take(claims, id) && plie_claims_taken_elsewhere(claims, id))
        return fail(PLIE_DONE_ELSEWHERE, why, "It is being done in another window.");
    session->arena = plie_arena_new();
    plie_taking_up how = read_all(session, history, folder, id, why);
    if (how != PLIE_TAKEN_UP) {
        plie_going_on_free(session);
        plie_claims_let_go(claims, id);
    }
    return how;
}

void plie_going_on_free(plie_going_on *session) {
    plie_plan_free(session->rest);
    plie_plan_free(session->stored.plan);
    plie_program_free(session->stored.program);
    plie_arena_free(session->arena);
    *session = (plie_going_on){0};
}
