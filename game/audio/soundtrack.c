#include "audio/soundtrack.h"
#include <stdlib.h>
#include <string.h>

#define SOUNDING_LIMIT 64
#define AHEAD_LINES 16
#define TAIL_FRAMES (PLIE_SOUND_RATE_HZ / 2)

typedef struct {
    int64_t frame;
    const plie_cue *cue;
} timed_cue;

struct plie_soundtrack {
    plie_arena *arena;
    plie_voice *voice;
    const plie_tones *tones;
    plie_cue_sheet *sheet;
    timed_cue *cues; /* by frame */
    size_t cue_count;
    size_t next_cue;
    int64_t frame_count;
    int64_t next_frame;
    plie_placed_sound sounding[SOUNDING_LIMIT];
    plie_spoken *spoken[SOUNDING_LIMIT]; /* NULL for a tone */
    size_t sounding_count;
};

int64_t plie_cue_frame(const plie_cue *cue, const plie_plan *plan) {
    return plie_cue_plan_ms(cue, plan) * PLIE_SOUND_FRAMES_PER_MS;
}

static int by_frame(const void *a, const void *b) {
    const timed_cue *left = a;
    const timed_cue *right = b;
    if (left->frame != right->frame)
        return left->frame < right->frame ? -1 : 1;
    return left->cue < right->cue ? -1 : left->cue > right->cue;
}

static void time_cues(plie_soundtrack *track, const plie_plan *plan) {
    const plie_cue_sheet *sheet = track->sheet;
    track->cues = PLIE_NEW_ARRAY(track->arena, sheet->count, timed_cue);
    track->cue_count = sheet->count;
    int64_t end_ms = plan->total_ms;
    for (size_t i = 0; i < sheet->count; i++) {
        const plie_cue *cue = &sheet->cues[i];
        track->cues[i] = (timed_cue){plie_cue_frame(cue, plan), cue};
        int64_t cue_end_ms = plie_cue_plan_ms(cue, plan) + cue->duration_ms;
        end_ms = cue_end_ms > end_ms ? cue_end_ms : end_ms;
    }
    qsort(track->cues, track->cue_count, sizeof *track->cues, by_frame);
    track->frame_count = end_ms * PLIE_SOUND_FRAMES_PER_MS + TAIL_FRAMES;
}

static plie_cue_sheet *make_sheet(const plie_plan *plan, plie_voice *voice) {
    plie_line_lengths *lengths = plie_line_lengths_new();
    if (voice != NULL)
        plie_voice_add_lengths(voice, lengths);
    plie_cue_sheet *sheet = plie_cue_sheet_make(plan, lengths);
    plie_line_lengths_free(lengths);
    return sheet;
}

plie_soundtrack *plie_soundtrack_new(const plie_plan *plan, plie_voice *voice,
                                     const plie_tones *tones) {
    plie_arena *arena = plie_arena_new();
    plie_soundtrack *track = PLIE_NEW(arena, plie_soundtrack);
    track->arena = arena;
    track->voice = voice;
    track->tones = tones;
    track->sheet = make_sheet(plan, voice);
    time_cues(track, plan);
    return track;
}

static void drop(plie_soundtrack *track, size_t index) {
    if (track->spoken[index] != NULL)
        plie_voice_release(track->voice, track->spoken[index]);
    track->sounding_count--;
    track->sounding[index] = track->sounding[track->sounding_count];
    track->spoken[index] = track->spoken[track->sounding_count];
}

void plie_soundtrack_free(plie_soundtrack *track) {
    if (track == NULL)
        return;
    while (track->sounding_count > 0)
        drop(track, track->sounding_count - 1);
    plie_cue_sheet_free(track->sheet);
    plie_arena_free(track->arena);
}

int64_t plie_soundtrack_frame_count(const plie_soundtrack *track) {
    return track->frame_count;
}

static void want_next_lines(plie_soundtrack *track) {
    plie_line lines[AHEAD_LINES];
    size_t count = 0;
    for (size_t i = track->next_cue; i < track->cue_count && count < AHEAD_LINES; i++) {
        const plie_cue *cue = track->cues[i].cue;
        if (cue->kind == PLIE_CUE_SAY)
            lines[count++] = (plie_line){cue->text, cue->clip};
    }
    plie_voice_want(track->voice, lines, count);
}

static void add(plie_soundtrack *track, const timed_cue *timed, plie_sound sound,
                plie_spoken *spoken) {
    track->sounding[track->sounding_count] =
        (plie_placed_sound){timed->frame, sound, 1.0F, INT64_MAX};
    track->spoken[track->sounding_count] = spoken;
    track->sounding_count++;
}

static void begin_cue(plie_soundtrack *track, const timed_cue *timed) {
    const plie_cue *cue = timed->cue;
    if (track->sounding_count == SOUNDING_LIMIT)
        return;
    if (cue->kind == PLIE_CUE_BEEP) {
        add(track, timed, track->tones->sounds[cue->tone], NULL);
        return;
    }
    if (track->voice == NULL)
        return;
    want_next_lines(track);
    plie_spoken *spoken = NULL;
    plie_line line = {cue->text, cue->clip};
    if (plie_voice_wait(track->voice, line, &spoken) == PLIE_LINE_READY)
        add(track, timed, *plie_spoken_sound(spoken), spoken);
    else if (plie_voice_is_synthetic(track->voice))
        add(track, timed, track->tones->sounds[PLIE_TONE_TICK], NULL);
}

static void drop_what_is_over(plie_soundtrack *track) {
    size_t i = 0;
    while (i < track->sounding_count) {
        const plie_placed_sound *placed = &track->sounding[i];
        if (placed->frame + plie_sound_frame_count(&placed->sound) <= track->next_frame)
            drop(track, i);
        else
            i++;
    }
}

void plie_soundtrack_pull(plie_soundtrack *track, int16_t *stereo, size_t frame_count) {
    int64_t end = track->next_frame + (int64_t)frame_count;
    while (track->next_cue < track->cue_count && track->cues[track->next_cue].frame < end)
        begin_cue(track, &track->cues[track->next_cue++]);
    memset(stereo, 0, frame_count * 2 * sizeof *stereo);
    plie_mixdown(track->sounding, track->sounding_count, track->next_frame, stereo, frame_count);
    track->next_frame = end;
    drop_what_is_over(track);
}
