#include "session_keeping.h"

#include "history/stored_plan.h"
#include "past_choices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define ID_BYTES (PLIE_SESSION_ID_LENGTH / 2)
#define MOST_CHANGED_AT_ONCE 2

/* An interval of the session's plan. */
typedef struct {
    bool begun;
    int64_t start_ms;
    const plie_exercise *exercise; /* as in the plan that was handed over; likewise self_paced */
    bool self_paced;
} followed_interval;

struct plie_keeping {
    plie_arena *arena;
    plie_keeper *keeper;
    const plie_session *session; /* NULL once it is over */
    char id[PLIE_SESSION_ID_LENGTH + 1];
    plie_session_record record;
    plie_session_record before; /* what an earlier part of the session had done */
    int first_index;            /* of the intervals of this part */
    followed_interval *followed;
    plie_interval_record *news; /* intervals until they have been handed over, by index */
    size_t news_count;
    plie_program program; /* of the session, with its file's full path */
    plie_text plan;       /* until it has been handed over */
    int generation;       /* of the session's schedule, when the plan was last compared */
    int interval;         /* the last one seen */
    int kept_interval;    /* the one at hand when it was last kept; -1: none */
    int64_t run_start_ms; /* UTC: of this part of the session */
    int64_t kept_ms;
};

/* Where the system gives no random bytes, the time and the process must do. */
static void random_bytes(unsigned char *bytes, size_t count) {
    FILE *source = fopen("/dev/urandom", "rb");
    size_t got = source == NULL ? 0 : fread(bytes, 1, count, source);
    if (source != NULL)
        (void)fclose(source);
    if (got == count)
        return;
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_REALTIME, &now);
    struct {
        struct timespec now;
        pid_t process;
    } seed;
    memset(&seed, 0, sizeof seed);
    seed.now = now;
    seed.process = getpid();
    for (size_t i = 0; i < count; i += sizeof(uint64_t)) {
        uint64_t hash = plie_content_hash(&seed, sizeof seed);
        memcpy(bytes + i, &hash, count - i < sizeof hash ? count - i : sizeof hash);
        seed.process++;
    }
}

void plie_session_id_make(char id[PLIE_SESSION_ID_LENGTH + 1]) {
    unsigned char bytes[ID_BYTES];
    random_bytes(bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        (void)snprintf(id + 2 * i, 3, "%02x", bytes[i]);
}

/* Rotating segments start at the same circuit when taken modulo their number, so the least number
 * that does so for all is kept. */
static int wrapped_circuit(const plie_program *program, int circuit) {
    const int length = plie_rotation_length(program);
    return length > 0 ? circuit % length : 0;
}

static plie_session_record record_of(plie_keeping *keeping, const plie_kept_about *about) {
    const plie_choices *choices = &about->choices;
    plie_plan_totals planned = plie_plan_sum(about->plan, about->weight_kg);
    return (plie_session_record){
        .id = keeping->id,
        .start = about->start,
        .program = plie_arena_strdup(keeping->arena, about->program_id),
        .name = plie_arena_strdup(keeping->arena, about->plan->program),
        .content = about->program->content,
        .level = choices->level,
        .minutes = choices->minutes,
        .circuit = wrapped_circuit(about->program, choices->circuit),
        .raised = choices->raised,
        .cardio_first = choices->cardio_first,
        .low_impact = choices->low_impact,
        .self_paced = choices->self_paced,
        .warmup = choices->warmup,
        .stretch = choices->stretch,
        .planned_ms = about->plan->total_ms,
        .planned_work_ms = planned.work_ms,
        .planned_reps = planned.reps,
    };
}

/* Sounds and pictures lie beside the program's file, wherever one goes on from. */
static plie_program lasting_program(plie_arena *arena, const plie_program *program) {
    plie_program lasting = *program;
    char *file = realpath(program->file, NULL);
    if (file != NULL)
        lasting.file = plie_arena_strdup(arena, file);
    free(file);
    return lasting;
}

static bool follow_forms(plie_keeping *keeping, const plie_plan *plan) {
    bool changed = false;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        followed_interval *known = &keeping->followed[i];
        changed |=
            known->exercise != interval->exercise || known->self_paced != interval->self_paced;
        known->exercise = interval->exercise;
        known->self_paced = interval->self_paced;
    }
    return changed;
}

static void write_plan(plie_keeping *keeping, const plie_plan *plan) {
    plie_text_clear(&keeping->plan);
    plie_stored_plan_write(&keeping->plan, plan, &keeping->program);
}

/* Whatever is changed in a plan makes its schedule void, so it need not be compared each time. */
static void write_changed_plan(plie_keeping *keeping, const plie_plan *plan) {
    int generation = plie_session_schedule_generation(keeping->session);
    if (generation != keeping->generation && follow_forms(keeping, plan))
        write_plan(keeping, plan);
    keeping->generation = generation;
}

static plie_keeping *new_keeping(plie_keeper *keeper, const plie_kept_about *about,
                                 const plie_session *session, size_t earlier) {
    plie_arena *arena = plie_arena_new();
    plie_keeping *keeping = PLIE_NEW(arena, plie_keeping);
    size_t count = about->plan->interval_count;
    *keeping = (plie_keeping){.arena = arena,
                              .keeper = keeper,
                              .session = session,
                              .program = lasting_program(arena, about->program),
                              .generation = plie_session_schedule_generation(session),
                              .interval = -1,
                              .kept_interval = -1,
                              .run_start_ms = about->start.utc_ms,
                              .kept_ms = -1};
    keeping->followed = PLIE_NEW_ARRAY(arena, count + 1, followed_interval);
    keeping->news = PLIE_NEW_ARRAY(arena, earlier + MOST_CHANGED_AT_ONCE, plie_interval_record);
    const plie_plan *plan = plie_session_look(session).plan;
    (void)follow_forms(keeping, plan);
    write_plan(keeping, plan);
    return keeping;
}

plie_keeping *plie_keeping_begin(plie_keeper *keeper, const plie_kept_about *about,
                                 const plie_session *session) {
    plie_keeping *keeping = new_keeping(keeper, about, session, 0);
    plie_session_id_make(keeping->id);
    keeping->record = record_of(keeping, about);
    plie_keeping_follow(keeping);
    return keeping;
}

static void copy_record(plie_keeping *keeping, const plie_session_record *record) {
    strncpy(keeping->id, record->id, PLIE_SESSION_ID_LENGTH);
    keeping->record = *record;
    keeping->record.id = keeping->id;
    keeping->record.program = plie_arena_strdup(keeping->arena, record->program);
    keeping->record.name = plie_arena_strdup(keeping->arena, record->name);
    keeping->before = keeping->record;
}

/* They are handed over once more: where the history cannot be used, all of the session is set down.
 */
static void add_earlier(plie_keeping *keeping, const plie_interval_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        keeping->news[keeping->news_count++] = list->records[i];
        if (list->records[i].index >= keeping->first_index)
            keeping->first_index = list->records[i].index + 1;
    }
}

plie_keeping *plie_keeping_resume(plie_keeper *keeper, const plie_kept_about *about,
                                  const plie_session_record *record,
                                  const plie_interval_list *intervals,
                                  const plie_session *session) {
    plie_keeping *keeping = new_keeping(keeper, about, session, intervals->count);
    copy_record(keeping, record);
    add_earlier(keeping, intervals);
    plie_keeping_follow(keeping);
    return keeping;
}

static int reps_done(const plie_interval *interval, int64_t done_ms) {
    int most = plie_interval_rep_count(interval);
    if (done_ms >= interval->duration_ms)
        return most;
    int done = 0;
    while (done < most && plie_interval_rep_ms(interval, done + 1) <= done_ms)
        done++;
    return done;
}

static plie_interval_record interval_record(const plie_keeping *keeping, const plie_plan *plan,
                                            int index) {
    const plie_interval *interval = &plan->intervals[index];
    bool works = interval->kind == PLIE_WORK;
    return (plie_interval_record){
        .index = keeping->first_index + index,
        .kind = interval->kind,
        .exercise = works ? interval->exercise->id : NULL,
        .name = works ? interval->name : NULL,
        .side = interval->side,
        .round = interval->round,
        .set = interval->set,
        .reps = works ? reps_done(interval, plie_session_done_ms(keeping->session, index)) : 0,
        .start_ms = keeping->before.active_ms + keeping->followed[index].start_ms,
        .done_ms = plie_session_spent_ms(keeping->session, index),
    };
}

static void gather_interval(plie_keeping *keeping, const plie_plan *plan, int index) {
    keeping->news[keeping->news_count++] = interval_record(keeping, plan, index);
}

/* An interval changes only while it is at hand. */
static void gather_intervals(plie_keeping *keeping, const plie_session_view *view) {
    const int before = keeping->kept_interval, now = view->interval;
    if (before >= 0 && before < now)
        gather_interval(keeping, view->plan, before);
    gather_interval(keeping, view->plan, now);
    if (before > now)
        gather_interval(keeping, view->plan, before);
    keeping->kept_interval = now;
}

static void gather_totals(plie_keeping *keeping, const plie_session_view *view) {
    keeping->record.end_ms = keeping->run_start_ms + view->session_ms;
    keeping->record.active_ms = keeping->before.active_ms + view->session_ms;
    keeping->record.work_ms = keeping->before.work_ms + view->totals.work_ms;
    keeping->record.reps = keeping->before.reps + view->totals.reps;
    keeping->record.kcal = keeping->before.kcal + view->totals.kcal;
}

static void hand_over(plie_keeping *keeping, const plie_session_view *view, bool over) {
    plie_progress progress = {
        .record = &keeping->record,
        .intervals = keeping->news,
        .interval_count = keeping->news_count,
        .over = over,
        .plan = keeping->plan.length > 0 ? keeping->plan.data : NULL,
        .interval = view ? view->interval : 0,
        .elapsed_ms = view ? view->interval_elapsed_ms : 0,
    };
    plie_keeper_keep(keeping->keeper, &progress);
    plie_text_free(&keeping->plan);
    keeping->news_count = 0;
}

static void keep(plie_keeping *keeping, const plie_session_view *view, bool over) {
    gather_intervals(keeping, view);
    gather_totals(keeping, view);
    write_changed_plan(keeping, view->plan);
    hand_over(keeping, view, over);
    keeping->kept_ms = view->session_ms;
}

static void begin_interval(followed_interval *followed, const plie_session_view *view) {
    if (followed->begun)
        return;
    followed->begun = true;
    followed->start_ms = view->session_ms - view->interval_elapsed_ms;
}

void plie_keeping_follow(plie_keeping *keeping) {
    if (keeping->session == NULL)
        return;
    plie_session_view view = plie_session_look(keeping->session);
    bool moved_on = view.interval != keeping->interval;
    begin_interval(&keeping->followed[view.interval], &view);
    keeping->interval = view.interval;
    if (view.state == PLIE_SESSION_CLOSING && !keeping->record.completed) {
        keeping->record.completed = true;
        keep(keeping, &view, true);
    } else if (view.state != PLIE_SESSION_CLOSING && view.state != PLIE_SESSION_FINISHED &&
               (moved_on || view.session_ms >= keeping->kept_ms + PLIE_KEEP_EVERY_MS)) {
        keep(keeping, &view, false);
    }
}

int64_t plie_keeping_wait_ms(const plie_keeping *keeping) {
    if (keeping->session == NULL || keeping->record.completed)
        return INT64_MAX;
    plie_session_view view = plie_session_look(keeping->session);
    int64_t due_ms = keeping->kept_ms + PLIE_KEEP_EVERY_MS;
    if (view.state != PLIE_SESSION_RUNNING)
        return INT64_MAX;
    return due_ms > view.session_ms ? due_ms - view.session_ms : 0;
}

void plie_keeping_end(plie_keeping *keeping, bool over, bool completed) {
    if (keeping->session == NULL)
        return;
    plie_session_view view = plie_session_look(keeping->session);
    bool told = keeping->record.completed; /* before the closing line, whose time does not count */
    keeping->record.completed = completed;
    if (!told)
        keep(keeping, &view, over || completed);
    keeping->session = NULL;
}

void plie_keeping_set_effort(plie_keeping *keeping, int effort) {
    keeping->record.effort = effort;
    if (keeping->session == NULL || keeping->record.completed)
        hand_over(keeping, NULL, true);
}

const plie_session_record *plie_keeping_record(const plie_keeping *keeping) {
    return &keeping->record;
}

void plie_keeping_free(plie_keeping *keeping) {
    if (keeping == NULL)
        return;
    plie_text_free(&keeping->plan);
    plie_arena_free(keeping->arena);
}
