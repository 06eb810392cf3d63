#include "app_clock.h"
#include "app_internal.h"
#include "history/stored_plan.h"
#include "screens/numbers.h"
#include "screens/readable.h"

#define DAY_MS (INT64_C(24) * 3600000)
#define WORTH_DAYS 7 /* what was cut off longer ago stays as it is */
#define MINUTE_MS INT64_C(60000)
#define LONGEST_IN_MINUTES 90 /* else in hours */

/* One that was cut off before any work has nothing to go on with. */
const plie_unfinished *plie_app_unfinished(const plie_app *app) {
    const plie_unfinished_list *list = &app->past.unfinished;
    size_t i = 0;
    while (i < list->count && list->items[i].record.work_ms == 0)
        i++;
    if (i == list->count || SDL_strcmp(list->items[i].record.id, app->home.offer.let_be) == 0)
        return NULL;
    int64_t since_ms = plie_app_moment_of(app->options).utc_ms - list->items[i].record.start.utc_ms;
    return since_ms < WORTH_DAYS * DAY_MS ? &list->items[i] : NULL;
}

bool plie_app_unfinished_is_old(const plie_app *app, const plie_unfinished *unfinished) {
    const plie_session_record *old = &unfinished->record;
    int64_t end_ms = SDL_max(old->end_ms, old->start.utc_ms);
    for (size_t i = 0; i < app->past.list.count; i++) {
        const plie_session_record *record = &app->past.list.records[i];
        if (record->start.utc_ms > end_ms && record->work_ms >= PLIE_SESSION_WORK_MS)
            return true;
    }
    return false;
}

static bool find_program(const plie_app *app, const char *past_id, size_t *program) {
    for (size_t i = 0; i < plie_catalog_count(app->catalog); i++)
        if (SDL_strcmp(plie_catalog_at(app->catalog, i)->past_id, past_id) == 0) {
            *program = i;
            return true;
        }
    return false;
}

static void select_program(plie_app *app, size_t program) {
    for (size_t i = 0; i < app->home.order_count; i++)
        if (app->home.order[i] == program)
            app->home.selected = i;
    plie_app_home_settle_minutes(app);
    plie_app_home_forget_plans(app);
}

void plie_app_resume_meet(plie_app *app) {
    plie_app_cut_off *cut_off = &app->home.offer.cut_off;
    const plie_unfinished *unfinished = plie_app_unfinished(app);
    const char *id = unfinished ? unfinished->record.id : "";
    if (SDL_strcmp(cut_off->id, id) == 0)
        return;
    SDL_strlcpy(cut_off->id, id, sizeof cut_off->id);
    cut_off->changes = -1;
    cut_off->program = plie_app_home_selected(app);
    bool is_found = unfinished && find_program(app, unfinished->record.program, &cut_off->program);
    bool is_named = app->options->program || app->options->shown_program;
    if (is_found && app->home.just_opened && !is_named &&
        !plie_app_unfinished_is_old(app, unfinished))
        select_program(app, cut_off->program);
    cut_off->choices = app->home.choices;
}

static bool are_same_choices(const plie_choices *a, const plie_choices *b) {
    return a->level == b->level && a->minutes == b->minutes && a->low_impact == b->low_impact &&
           a->cardio_first == b->cardio_first && a->self_paced == b->self_paced &&
           a->warmup == b->warmup && a->stretch == b->stretch;
}

bool plie_app_offer_goes_on(const plie_app *app) {
    const plie_app_offer *offer = &app->home.offer;
    const plie_unfinished *unfinished = plie_app_unfinished(app);
    return offer->kind == PLIE_OFFER_RESUME && unfinished && !app->home.search.on &&
           offer->cut_off.program == plie_app_home_selected(app) &&
           are_same_choices(&offer->cut_off.choices, &app->home.choices) &&
           !plie_app_unfinished_is_old(app, unfinished);
}

/* "today", "yesterday", "on Saturday". */
static void day_text(char *text, size_t size, int32_t day, int32_t today) {
    if (day >= today)
        SDL_strlcpy(text, "today", size);
    else if (day == today - 1)
        SDL_strlcpy(text, "yesterday", size);
    else
        SDL_snprintf(text, size, "on %s", plie_weekday_name(plie_weekday_of_day(day)));
}

/* "12 of 31 minutes", "34 s of 2 min". */
static void done_text(char *text, size_t size, const plie_session_record *record) {
    char done[32], planned[32];
    plie_length_text(done, sizeof done, record->active_ms);
    plie_length_text(planned, sizeof planned, record->planned_ms);
    if (record->active_ms >= MINUTE_MS && record->planned_ms <= LONGEST_IN_MINUTES * MINUTE_MS)
        SDL_snprintf(text, size, "%d of %d minutes", plie_rounded_minutes(record->active_ms),
                     plie_rounded_minutes(record->planned_ms));
    else
        SDL_snprintf(text, size, "%s of %s", done, planned);
}

static void note_place(plie_app *app, const plie_plan *rest) {
    plie_app_cut_off *cut_off = &app->home.offer.cut_off;
    size_t at = 0;
    while (at < rest->interval_count && rest->intervals[at].kind != PLIE_WORK)
        at++;
    if (at == rest->interval_count)
        return;
    const plie_interval *work = &rest->intervals[at];
    const char *segment = rest->segments[work->segment].name;
    const char *name = plie_part_readable(&app->page, work->name, "");
    if (*name && segment && *plie_part_readable(&app->page, segment, ""))
        SDL_snprintf(cut_off->place, sizeof cut_off->place, "%s (%s)", name, segment);
    else
        SDL_strlcpy(cut_off->place, name, sizeof cut_off->place);
}

/* Of the stored plan, from where it would go on; by the clock where that cannot be read. */
static void read_rest(plie_app *app, const plie_unfinished *unfinished) {
    plie_app_cut_off *cut_off = &app->home.offer.cut_off;
    plie_stored_plan stored = {0};
    plie_arena *arena = plie_arena_new();
    plie_text why = {0};
    const char *text = NULL;
    if (app->past.store &&
        plie_history_plan(app->past.store, arena, unfinished->record.id, &text) && text &&
        plie_stored_plan_read(text, SDL_strlen(text), &stored, &why)) {
        plie_plan *rest =
            plie_plan_from(stored.plan, plie_interval_to_go_on_with(stored.plan, unfinished));
        if (rest) {
            cut_off->left_ms = rest->total_ms;
            note_place(app, rest);
        }
        plie_plan_free(rest);
        plie_plan_free(stored.plan);
        plie_program_free(stored.program);
    }
    plie_text_free(&why);
    plie_arena_free(arena);
}

/* The stored plan is long: it is read once, not with every key. */
static void read_once(plie_app *app, const plie_unfinished *unfinished) {
    plie_app_cut_off *cut_off = &app->home.offer.cut_off;
    const plie_session_record *record = &unfinished->record;
    if (cut_off->changes == app->past.changes)
        return;
    cut_off->changes = app->past.changes;
    cut_off->left_ms = SDL_max(record->planned_ms - record->active_ms, 0);
    *cut_off->place = '\0';
    SDL_strlcpy(cut_off->name, plie_part_readable(&app->page, record->name, record->program),
                sizeof cut_off->name);
    read_rest(app, unfinished);
}

void plie_app_resume_offer(plie_app *app, const plie_unfinished *unfinished) {
    plie_app_offer *offer = &app->home.offer;
    const plie_session_record *record = &unfinished->record;
    char day[48], done[80];
    int minute = plie_minute_of_moment(record->start);
    day_text(day, sizeof day, plie_day_of_moment(record->start),
             plie_day_of_moment(plie_app_moment_of(app->options)));
    done_text(done, sizeof done, record);
    read_once(app, unfinished);
    offer->kind = PLIE_OFFER_RESUME;
    SDL_snprintf(offer->text, sizeof offer->text,
                 "%s, begun %s at %02d:%02d, was cut off after %s.", offer->cut_off.name, day,
                 minute / 60, minute % 60, done);
}

void plie_app_resume_fill(plie_app *app, plie_home *model) {
    plie_app_cut_off *cut_off = &app->home.offer.cut_off;
    model->offers_resume = app->home.offer.kind == PLIE_OFFER_RESUME;
    model->goes_on = plie_app_offer_goes_on(app);
    if (model->offers_resume && *cut_off->place)
        model->left_place = cut_off->place;
    if (!model->goes_on)
        return;
    plie_app_time_text(cut_off->ends_at, sizeof cut_off->ends_at, plie_app_date(app),
                       cut_off->left_ms);
    model->ends_at = cut_off->ends_at;
    model->left_name = cut_off->name;
    model->left_ms = cut_off->left_ms;
}
