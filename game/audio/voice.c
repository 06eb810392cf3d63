#include "audio/voice.h"
#include "audio/late.h"
#include "audio/line_store.h"
#include "audio/sound_file.h"
#include "audio/speaker.h"
#include <SDL.h>
#include <stdlib.h>
#include <string.h>

struct plie_voice {
    plie_arena *arena;
    plie_voice_sources sources;
    _Atomic bool synthetic; /* the worker finds out whether there is one */
    SDL_Thread *worker;
    SDL_mutex *mutex; /* guards all below */
    SDL_cond *changed;
    plie_line_store *store;
    plie_diagnostics *problems;
    const plie_spoken *awaited; /* its samples are kept, whatever the budget says */
    bool stopping;
};

typedef struct {
    int16_t *samples;
    int32_t count;
    int rate_hz;
    bool recorded;
} take;

static const char *copy_or_null(plie_arena *arena, const char *text) {
    return text == NULL ? NULL : plie_arena_strdup(arena, text);
}

static bool is_english(const char *language) {
    if (language == NULL)
        return true;
    return SDL_strncasecmp(language, "en", 2) == 0 && (language[2] == '\0' || language[2] == '-');
}

static bool keep_sound(const plie_sound *sound, take *taken) {
    size_t size = (size_t)sound->sample_count * sizeof *taken->samples;
    taken->samples = malloc(size);
    if (taken->samples == NULL)
        return false;
    memcpy(taken->samples, sound->samples, size);
    taken->count = sound->sample_count;
    taken->rate_hz = sound->rate_hz;
    taken->recorded = true;
    return true;
}

static bool is_tone_name(const char *slug) {
    for (int tone = 0; tone < PLIE_TONE_COUNT_OF; tone++) {
        if (strcmp(slug, plie_tone_id((plie_tone)tone)) == 0)
            return true;
    }
    return false;
}

static bool read_named_recording(plie_arena *scratch, const char *folder, const char *subfolder,
                                 const char *slug, plie_sound *sound, plie_diagnostics *problems) {
    if (folder == NULL)
        return false;
    const char *path = plie_arena_printf(scratch, "%s%s/%s.wav", folder, subfolder, slug);
    return plie_sound_file_read(scratch, path, sound, problems) == PLIE_SOUND_READ;
}

static bool read_clip(plie_arena *scratch, const plie_voice_sources *sources, const char *clip,
                      plie_sound *sound, plie_diagnostics *problems) {
    if (clip == NULL || sources->program_folder == NULL)
        return false;
    plie_sound_file_result result =
        plie_sound_clip_read(scratch, sources->program_folder, clip, sound, problems);
    if (result == PLIE_SOUND_MISSING)
        plie_diagnostics_add(problems, PLIE_ERROR, clip, (plie_place){0, 0}, "",
                             "The clip %s is missing.", clip);
    return result == PLIE_SOUND_READ;
}

static bool read_recording(const plie_voice_sources *sources, plie_line line, take *taken,
                           plie_diagnostics *problems) {
    plie_arena *scratch = plie_arena_new();
    plie_sound sound;
    bool found = read_clip(scratch, sources, line.clip, &sound, problems);
    char slug[PLIE_SLUG_SIZE];
    if (!found && plie_speech_slug(line.text, slug) && !is_tone_name(slug)) {
        found = read_named_recording(scratch, sources->own_sounds, "", slug, &sound, problems) ||
                read_named_recording(scratch, sources->shipped_sounds, "/voice", slug, &sound,
                                     problems);
    }
    bool kept = found && keep_sound(&sound, taken);
    plie_arena_free(scratch);
    return kept;
}

static bool speak(const char *text, take *taken, plie_diagnostics *problems) {
    char speech[PLIE_SPEECH_SIZE];
    taken->rate_hz = PLIE_VOICE_RATE_HZ;
    taken->recorded = false;
    if (plie_speech_text(text, speech) && plie_speak(speech, &taken->samples, &taken->count))
        return true;
    plie_diagnostics_add(problems, PLIE_WARNING, "voice", (plie_place){0, 0}, "",
                         "The voice cannot say \"%s\"; it is only shown.", text);
    return false;
}

static void move_problems(plie_diagnostics *from, plie_diagnostics *to) {
    for (size_t i = 0; i < plie_diagnostics_count(from); i++) {
        const plie_diagnostic *problem = plie_diagnostics_at(from, i);
        plie_diagnostics_add(to, problem->severity, problem->file, problem->place, problem->pointer,
                             "%s", problem->message);
    }
    plie_diagnostics_clear(from);
}

static void look_for_the_voice(plie_voice *voice, plie_diagnostics *problems) {
    if (!voice->synthetic || plie_late_flite() != NULL)
        return;
    voice->synthetic = false;
    plie_diagnostics_add(problems, PLIE_WARNING, "voice", (plie_place){0, 0}, "",
                         "The voice, Flite, cannot be loaded: lines are only shown.");
}

/* Called without the mutex: this is what takes time. */
static bool make_take(plie_voice *voice, plie_line line, take *taken, plie_diagnostics *problems) {
    if (read_recording(&voice->sources, line, taken, problems))
        return true;
    look_for_the_voice(voice, problems);
    return voice->synthetic && speak(line.text, taken, problems);
}

static void work_on(plie_voice *voice, plie_spoken *spoken, plie_diagnostics *problems) {
    plie_line line = spoken->line;
    SDL_UnlockMutex(voice->mutex);
    take taken;
    bool made = make_take(voice, line, &taken, problems);
    SDL_LockMutex(voice->mutex);
    move_problems(problems, voice->problems);
    if (made) {
        spoken->recorded = taken.recorded;
        plie_line_store_put(voice->store, spoken, taken.samples, taken.count, taken.rate_hz,
                            spoken == voice->awaited);
    } else {
        plie_line_store_put_cannot(voice->store, spoken);
    }
    SDL_CondBroadcast(voice->changed);
}

static int SDLCALL run_worker(void *user) {
    plie_voice *voice = user;
    SDL_SetThreadPriority(SDL_THREAD_PRIORITY_LOW);
    plie_diagnostics *problems = plie_diagnostics_new();
    SDL_LockMutex(voice->mutex);
    while (!voice->stopping) {
        plie_spoken *spoken = plie_line_store_next(voice->store);
        if (spoken == NULL)
            SDL_CondWait(voice->changed, voice->mutex);
        else
            work_on(voice, spoken, problems);
    }
    SDL_UnlockMutex(voice->mutex);
    plie_diagnostics_free(problems);
    return 0;
}

static void free_voice(plie_voice *voice) {
    SDL_DestroyCond(voice->changed);
    SDL_DestroyMutex(voice->mutex);
    plie_line_store_free(voice->store);
    plie_diagnostics_free(voice->problems);
    plie_arena_free(voice->arena);
}

plie_voice *plie_voice_start(const plie_voice_sources *sources) {
    plie_arena *arena = plie_arena_new();
    plie_voice *voice = PLIE_NEW(arena, plie_voice);
    voice->arena = arena;
    voice->sources.program_folder = copy_or_null(arena, sources->program_folder);
    voice->sources.own_sounds = copy_or_null(arena, sources->own_sounds);
    voice->sources.shipped_sounds = copy_or_null(arena, sources->shipped_sounds);
    voice->synthetic = is_english(sources->language);
    voice->store = plie_line_store_new(sources->budget == 0 ? PLIE_VOICE_BUDGET : sources->budget);
    voice->problems = plie_diagnostics_new();
    voice->mutex = SDL_CreateMutex();
    voice->changed = SDL_CreateCond();
    if (voice->mutex != NULL && voice->changed != NULL)
        voice->worker = SDL_CreateThread(run_worker, "voice", voice);
    if (voice->worker == NULL) {
        free_voice(voice);
        return NULL;
    }
    return voice;
}

void plie_voice_stop(plie_voice *voice) {
    if (voice == NULL)
        return;
    SDL_LockMutex(voice->mutex);
    voice->stopping = true;
    SDL_CondBroadcast(voice->changed);
    SDL_UnlockMutex(voice->mutex);
    SDL_WaitThread(voice->worker, NULL);
    free_voice(voice);
}

void plie_voice_want(plie_voice *voice, const plie_line *lines, size_t count) {
    SDL_LockMutex(voice->mutex);
    plie_line_store_want(voice->store, lines, count);
    SDL_CondBroadcast(voice->changed);
    SDL_UnlockMutex(voice->mutex);
}

/* Clips stand only in the cues of a sheet; with no lengths known it may leave some out, which are
 * then wanted when they come near. */
void plie_voice_want_plan(plie_voice *voice, const plie_plan *plan) {
    plie_arena *scratch = plie_arena_new();
    plie_texts texts = plie_cue_sheet_lines(scratch, plan);
    plie_cue_sheet *sheet = plie_cue_sheet_make(plan, NULL);
    plie_line *lines = PLIE_NEW_ARRAY(scratch, texts.count + sheet->count, plie_line);
    size_t count = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        if (sheet->cues[i].kind == PLIE_CUE_SAY && sheet->cues[i].clip != NULL)
            lines[count++] = (plie_line){sheet->cues[i].text, sheet->cues[i].clip};
    }
    for (size_t i = 0; i < texts.count; i++)
        lines[count++] = (plie_line){texts.items[i], NULL};
    plie_voice_want(voice, lines, count);
    plie_cue_sheet_free(sheet);
    plie_arena_free(scratch);
}

static plie_line_state hold_if_ready(plie_spoken *spoken, plie_spoken **held) {
    if (spoken == NULL)
        return PLIE_LINE_WAITING;
    if (spoken->cannot)
        return PLIE_LINE_CANNOT;
    if (spoken->samples == NULL)
        return PLIE_LINE_WAITING;
    spoken->holds++;
    *held = spoken;
    return PLIE_LINE_READY;
}

plie_line_state plie_voice_hold(plie_voice *voice, plie_line line, plie_spoken **spoken) {
    SDL_LockMutex(voice->mutex);
    plie_line_state state = hold_if_ready(plie_line_store_find(voice->store, line), spoken);
    SDL_UnlockMutex(voice->mutex);
    return state;
}

plie_line_state plie_voice_wait(plie_voice *voice, plie_line line, plie_spoken **spoken) {
    SDL_LockMutex(voice->mutex);
    plie_line_store_want(voice->store, &line, 1);
    plie_spoken *found = plie_line_store_find(voice->store, line);
    voice->awaited = found;
    SDL_CondBroadcast(voice->changed);
    while (found->pending)
        SDL_CondWait(voice->changed, voice->mutex);
    voice->awaited = NULL;
    plie_line_state state = hold_if_ready(found, spoken);
    SDL_UnlockMutex(voice->mutex);
    return state;
}

void plie_voice_release(plie_voice *voice, plie_spoken *spoken) {
    SDL_LockMutex(voice->mutex);
    spoken->holds--;
    SDL_UnlockMutex(voice->mutex);
}

bool plie_voice_is_synthetic(const plie_voice *voice) {
    return voice->synthetic;
}

const plie_sound *plie_spoken_sound(const plie_spoken *spoken) {
    return &spoken->sound;
}

bool plie_spoken_is_recorded(const plie_spoken *spoken) {
    return spoken->recorded;
}

plie_voice_progress plie_voice_look(plie_voice *voice) {
    SDL_LockMutex(voice->mutex);
    plie_voice_progress progress = plie_line_store_look(voice->store);
    SDL_UnlockMutex(voice->mutex);
    return progress;
}

void plie_voice_wait_measured(plie_voice *voice, size_t count) {
    SDL_LockMutex(voice->mutex);
    plie_voice_progress progress = plie_line_store_look(voice->store);
    while (progress.measured < progress.wanted && progress.measured < count) {
        SDL_CondWait(voice->changed, voice->mutex);
        progress = plie_line_store_look(voice->store);
    }
    SDL_UnlockMutex(voice->mutex);
}

void plie_voice_add_lengths(plie_voice *voice, plie_line_lengths *lengths) {
    SDL_LockMutex(voice->mutex);
    plie_line_store_add_lengths(voice->store, lengths);
    SDL_UnlockMutex(voice->mutex);
}

void plie_voice_take_problems(plie_voice *voice, plie_diagnostics *problems) {
    SDL_LockMutex(voice->mutex);
    move_problems(voice->problems, problems);
    SDL_UnlockMutex(voice->mutex);
}

size_t plie_voice_memory(plie_voice *voice) {
    SDL_LockMutex(voice->mutex);
    size_t memory = plie_line_store_memory(voice->store);
    SDL_UnlockMutex(voice->mutex);
    return memory;
}
