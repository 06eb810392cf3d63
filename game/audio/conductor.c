#include "audio/conductor.h"
#include <stdlib.h>
#include <string.h>

#define LOOK_MS 2000      /* to find the next wake-up */
#define WAKE_EARLY_MS 350 /* before a cue is due */
#define SOON_MS 180000    /* lines of this time are spoken before all others */
#define SOON_EVERY_MS 15000
#define LOOK_CUES 64
#define SOON_CUES 512
#define HANDED_CUES 128

typedef struct {
    bool known;
    bool placed;
    int64_t cue;
    int64_t due_ms;
} handed_cue;

struct plie_conductor {
    plie_device *device;
    plie_voice *voice;
    const plie_tones *tones;
    bool started;
    int generation;
    int interval; /* these two tell whether a command went elsewhere */
    int64_t interval_elapsed_ms;
    int device_changes;
    size_t lengths_used; /* lines whose lengths the session knows */
    int64_t next_soon_ms;
    int64_t next_wake_ms;
    handed_cue handed[HANDED_CUES]; /* a ring */
    size_t next_handed;
    plie_scheduled_cue cues[SOON_CUES];
    plie_line lines[SOON_CUES];
};

plie_conductor *plie_conductor_new(plie_device *device, plie_voice *voice,
                                   const plie_tones *tones) {
    plie_conductor *conductor = calloc(1, sizeof *conductor);
    if (conductor == NULL)
        abort();
    conductor->device = device;
    conductor->voice = voice;
    conductor->tones = tones;
    conductor->next_wake_ms = INT64_MAX;
    plie_device_hush(device);
    return conductor;
}

static void release_retired(plie_conductor *conductor) {
    void *owner = NULL;
    while (plie_device_poll_retired(conductor->device, &owner))
        plie_voice_release(conductor->voice, owner);
}

void plie_conductor_free(plie_conductor *conductor) {
    if (conductor == NULL)
        return;
    plie_device_drain(conductor->device);
    release_retired(conductor);
    free(conductor);
}

static const handed_cue *find_handed(const plie_conductor *conductor, int64_t cue) {
    for (size_t i = 1; i <= HANDED_CUES; i++) {
        size_t at = (conductor->next_handed + HANDED_CUES - i) % HANDED_CUES;
        const handed_cue *handed = &conductor->handed[at];
        if (handed->known && handed->cue == cue)
            return handed;
    }
    return NULL;
}

static void mark_handed(plie_conductor *conductor, const plie_scheduled_cue *cue, int64_t frame) {
    conductor->handed[conductor->next_handed] =
        (handed_cue){true, frame != PLIE_NO_FRAME, cue->cue, cue->due_ms};
    conductor->next_handed = (conductor->next_handed + 1) % HANDED_CUES;
}

static void hand_over_tone(plie_conductor *conductor, const plie_scheduled_cue *cue,
                           plie_tone tone) {
    int64_t frame = PLIE_NO_FRAME;
    if (conductor->tones != NULL)
        frame = plie_device_place(conductor->device, cue->cue, cue->due_ms,
                                  conductor->tones->sounds[tone], PLIE_LOUDNESS_BEEPS, 0, NULL);
    mark_handed(conductor, cue, frame);
}

static void hand_over_spoken(plie_conductor *conductor, const plie_scheduled_cue *cue,
                             plie_spoken *spoken) {
    /* Only a recording that was not measured in time can be longer than its cue. */
    int limit_ms = plie_spoken_is_recorded(spoken) ? cue->duration_ms : 0;
    int64_t frame =
        plie_device_place(conductor->device, cue->cue, cue->due_ms, *plie_spoken_sound(spoken),
                          PLIE_LOUDNESS_VOICE, limit_ms, spoken);
    if (frame == PLIE_NO_FRAME)
        plie_voice_release(conductor->voice, spoken);
    mark_handed(conductor, cue, frame);
}

static void hand_over_line(plie_conductor *conductor, const plie_scheduled_cue *cue) {
    if (conductor->voice == NULL)
        return;
    plie_line line = {cue->text, cue->clip};
    plie_spoken *spoken = NULL;
    switch (plie_voice_hold(conductor->voice, line, &spoken)) {
    case PLIE_LINE_READY:
        hand_over_spoken(conductor, cue, spoken);
        break;
    case PLIE_LINE_CANNOT:
        if (plie_voice_is_synthetic(conductor->voice))
            hand_over_tone(conductor, cue, PLIE_TONE_TICK);
        else
            mark_handed(conductor, cue, PLIE_NO_FRAME);
        break;
    case PLIE_LINE_WAITING:
        break;
    }
}

static void hand_over(plie_conductor *conductor, const plie_scheduled_cue *cue) {
    if (cue->kind == PLIE_CUE_BEEP)
        hand_over_tone(conductor, cue, cue->tone);
    else
        hand_over_line(conductor, cue);
}

/* Cues that a command made void may come again under their number; those that have sounded do
 * not. */
static void take_back(plie_conductor *conductor, bool all, int64_t now_ms) {
    if (all)
        plie_device_hush(conductor->device);
    else
        plie_device_take_back(conductor->device, now_ms);
    for (int i = 0; i < HANDED_CUES; i++) {
        if (conductor->handed[i].due_ms > now_ms)
            conductor->handed[i].known = false;
    }
}

/* More rest, or another form of the exercise, lets a line that is being said go on. */
static bool went_elsewhere(const plie_conductor *conductor, const plie_session_view *view) {
    return view->state == PLIE_SESSION_PAUSED || view->state == PLIE_SESSION_FINISHED ||
           view->interval != conductor->interval ||
           view->interval_elapsed_ms < conductor->interval_elapsed_ms;
}

static void start(plie_conductor *conductor, const plie_session *session, int64_t now_ms) {
    if (conductor->started)
        return;
    conductor->started = true;
    conductor->next_soon_ms = now_ms;
    conductor->device_changes = plie_device_look(conductor->device).changes;
    conductor->generation = plie_session_schedule_generation(session);
    if (conductor->voice != NULL)
        plie_voice_want_plan(conductor->voice, plie_session_look(session).plan);
}

static void follow_session(plie_conductor *conductor, const plie_session *session, int64_t now_ms) {
    plie_session_view view = plie_session_look(session);
    int generation = plie_session_schedule_generation(session);
    int changes = plie_device_look(conductor->device).changes;
    if (generation != conductor->generation || changes != conductor->device_changes) {
        take_back(conductor, went_elsewhere(conductor, &view), now_ms);
        conductor->next_soon_ms = now_ms;
    }
    conductor->generation = generation;
    conductor->device_changes = changes;
    conductor->interval = view.interval;
    conductor->interval_elapsed_ms = view.interval_elapsed_ms;
}

static void want_soon(plie_conductor *conductor, const plie_session *session, int64_t now_ms) {
    if (conductor->voice == NULL || now_ms < conductor->next_soon_ms)
        return;
    conductor->next_soon_ms = now_ms + SOON_EVERY_MS;
    size_t found = plie_session_upcoming(session, now_ms + SOON_MS, conductor->cues, SOON_CUES);
    size_t count = 0;
    for (size_t i = 0; i < found; i++) {
        const plie_scheduled_cue *cue = &conductor->cues[i];
        if (cue->kind == PLIE_CUE_SAY)
            conductor->lines[count++] = (plie_line){cue->text, cue->clip};
    }
    plie_voice_want(conductor->voice, conductor->lines, count);
}

static void use_lengths(plie_conductor *conductor, plie_session *session) {
    if (conductor->voice == NULL)
        return;
    plie_voice_progress progress = plie_voice_look(conductor->voice);
    if (progress.measured < progress.wanted || progress.measured == conductor->lengths_used)
        return;
    conductor->lengths_used = progress.measured;
    plie_line_lengths *lengths = plie_line_lengths_new();
    plie_voice_add_lengths(conductor->voice, lengths);
    plie_session_use_lengths(session, lengths);
    plie_line_lengths_free(lengths);
}

static void hand_over_what_is_near(plie_conductor *conductor, const plie_session *session,
                                   int64_t now_ms) {
    size_t found = plie_session_upcoming(session, now_ms + LOOK_MS, conductor->cues, LOOK_CUES);
    conductor->next_wake_ms =
        plie_session_next_wake_ms(session) == INT64_MAX ? INT64_MAX : now_ms + LOOK_MS / 2;
    for (size_t i = 0; i < found; i++) {
        const plie_scheduled_cue *cue = &conductor->cues[i];
        if (cue->due_ms > now_ms + PLIE_CONDUCTOR_AHEAD_MS) {
            if (cue->due_ms - WAKE_EARLY_MS < conductor->next_wake_ms)
                conductor->next_wake_ms = cue->due_ms - WAKE_EARLY_MS;
            return;
        }
        if (find_handed(conductor, cue->cue) == NULL)
            hand_over(conductor, cue);
    }
}

void plie_conductor_update(plie_conductor *conductor, plie_session *session, int64_t now_ms) {
    plie_device_update(conductor->device);
    release_retired(conductor);
    start(conductor, session, now_ms);
    want_soon(conductor, session, now_ms);
    use_lengths(conductor, session);
    follow_session(conductor, session, now_ms); /* after the lengths, which change the schedule */
    hand_over_what_is_near(conductor, session, now_ms);
}

int64_t plie_conductor_next_wake_ms(const plie_conductor *conductor) {
    return conductor->next_wake_ms;
}

int64_t plie_conductor_frame(const plie_conductor *conductor, int64_t cue) {
    const handed_cue *handed = find_handed(conductor, cue);
    if (handed == NULL || !handed->placed)
        return PLIE_NO_FRAME;
    return plie_device_frame_of(conductor->device, cue);
}
