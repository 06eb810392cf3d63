#include "app_sound.h"

#include "app_clock.h"
#include "audio/conductor.h"
#include "audio/music.h"

struct plie_app_sound {
    const plie_paths *paths;
    plie_arena *arena;
    plie_device *device;
    plie_voice *voice;
    plie_tones *tones;
    plie_conductor *conductor;
    plie_music *music;
    const char *music_folder;
    bool music_is_on; /* its volume is not 0 */
    const plie_program *program;
    bool voice_is_on; /* as the settings say */
    bool may_speak;   /* in this session */
    bool wants_voice; /* and has none yet */
    plie_diagnostics *problems;
    size_t problems_told;
    plie_text music_problem;
    bool opened;
    bool told_of_device;
    int losses_told;
    int64_t updated_ms;
};

plie_app_sound *plie_app_sound_new(const plie_paths *paths) {
    plie_arena *arena = plie_arena_new();
    plie_app_sound *sound = PLIE_NEW(arena, plie_app_sound);
    sound->arena = arena;
    sound->paths = paths;
    sound->device = plie_device_new(plie_app_now_ns);
    sound->problems = plie_diagnostics_new();
    return sound;
}

void plie_app_sound_free(plie_app_sound *sound) {
    if (!sound)
        return;
    plie_app_sound_end(sound);
    plie_device_free(sound->device);
    if (sound->tones)
        plie_tones_free(sound->tones);
    plie_diagnostics_free(sound->problems);
    plie_text_free(&sound->music_problem);
    plie_arena_free(sound->arena);
}

void plie_app_sound_open(plie_app_sound *sound) {
    plie_device_open(sound->device);
    if (sound->opened)
        return;
    sound->opened = true;
    const char *own = plie_path_join(sound->arena, sound->paths->data, "sounds");
    sound->tones = plie_tones_load(own, sound->paths->sounds, sound->problems);
}

static void start_voice(plie_app_sound *sound, const plie_program *program) {
    plie_voice_sources sources = {
        .program_folder = plie_folder_of(sound->arena, program->file),
        .own_sounds = plie_path_join(sound->arena, sound->paths->data, "sounds"),
        .shipped_sounds = sound->paths->sounds,
        .language = program->language,
    };
    sound->voice = plie_voice_start(&sources);
    if (!sound->voice)
        plie_diagnostics_add(sound->problems, PLIE_WARNING, "", (plie_place){0, 0}, "",
                             "The voice could not be started; what it says is shown");
}

/* Without a device the voice would only cost memory. */
static void begin_to_conduct(plie_app_sound *sound) {
    if (sound->wants_voice && plie_device_is_open(sound->device)) {
        sound->wants_voice = false;
        start_voice(sound, sound->program);
    }
    sound->conductor = plie_conductor_new(sound->device, sound->voice, sound->tones);
}

void plie_app_sound_begin(plie_app_sound *sound, const plie_program *program, bool may_speak) {
    plie_app_sound_open(sound);
    plie_app_sound_end(sound);
    sound->program = program;
    sound->may_speak = may_speak;
    sound->wants_voice = may_speak && sound->voice_is_on;
    begin_to_conduct(sound);
    sound->music = plie_music_new(sound->device, (uint64_t)plie_app_now_ns());
    plie_music_set_folder(sound->music, sound->music_folder);
}

void plie_app_sound_end(plie_app_sound *sound) {
    if (sound->music)
        plie_music_hush(sound->music);
    plie_conductor_free(sound->conductor);
    sound->conductor = NULL;
    plie_music_free(sound->music);
    sound->music = NULL;
    plie_voice_stop(sound->voice);
    sound->voice = NULL;
}

/* The first device came only now, or the voice was switched on. */
static void catch_up_with_voice(plie_app_sound *sound) {
    if (!sound->wants_voice || !plie_device_is_open(sound->device))
        return;
    plie_conductor_free(sound->conductor);
    begin_to_conduct(sound);
}

static plie_music_mood mood_of(const plie_app_sound *sound, const plie_session *session) {
    switch (plie_session_look(session).state) {
    case PLIE_SESSION_RUNNING:
        return sound->music_is_on ? PLIE_MUSIC_PLAYS : PLIE_MUSIC_PAUSED;
    case PLIE_SESSION_CLOSING:
        return PLIE_MUSIC_ENDS;
    case PLIE_SESSION_PAUSED:
    case PLIE_SESSION_FINISHED:
        break;
    }
    return PLIE_MUSIC_PAUSED;
}

void plie_app_sound_update(plie_app_sound *sound, plie_session *session, int64_t now_ms) {
    sound->updated_ms = now_ms;
    if (!sound->conductor)
        return;
    catch_up_with_voice(sound);
    plie_conductor_update(sound->conductor, session, now_ms);
    plie_music_update(sound->music, mood_of(sound, session));
    if (sound->voice)
        plie_voice_take_problems(sound->voice, sound->problems);
}

int64_t plie_app_sound_next_wake_ms(const plie_app_sound *sound) {
    if (!sound->conductor)
        return INT64_MAX;
    int64_t wake_ms = plie_conductor_next_wake_ms(sound->conductor);
    int64_t music_in_ms = plie_music_next_wake_in_ms(sound->music);
    if (music_in_ms == INT64_MAX)
        return wake_ms;
    return SDL_min(wake_ms, sound->updated_ms + music_in_ms);
}

bool plie_app_sound_handle_event(plie_app_sound *sound, const SDL_Event *event) {
    return sound->opened && plie_device_handle_event(sound->device, event);
}

int64_t plie_app_sound_frame(const plie_app_sound *sound, int64_t cue) {
    return sound->conductor ? plie_conductor_frame(sound->conductor, cue) : PLIE_NO_FRAME;
}

/* Switched on in the middle of a session, it begins to speak there. */
static void keep_voice(plie_app_sound *sound, bool on) {
    bool starts = on && !sound->voice_is_on && sound->conductor;
    sound->voice_is_on = on;
    if (starts && sound->may_speak && !sound->voice)
        sound->wants_voice = true;
    else if (!on)
        sound->wants_voice = false;
}

static void keep_folder(plie_app_sound *sound, const char *folder) {
    const char *old = sound->music_folder ? sound->music_folder : "";
    if (SDL_strcmp(old, folder ? folder : "") == 0)
        return;
    sound->music_folder = folder ? plie_arena_strdup(sound->arena, folder) : NULL;
}

void plie_app_sound_set_volumes(plie_app_sound *sound, const plie_settings *settings, bool mute) {
    double all = settings->volume_percent / 100.0;
    plie_device_set_volume(sound->device, PLIE_LOUDNESS_BEEPS,
                           all * settings->beeps_percent / 100.0);
    plie_device_set_volume(sound->device, PLIE_LOUDNESS_VOICE,
                           settings->voice ? all * settings->voice_percent / 100.0 : 0.0);
    plie_device_set_volume(sound->device, PLIE_LOUDNESS_MUSIC,
                           all * settings->music_percent / 100.0);
    plie_device_set_mute(sound->device, mute);
    sound->music_is_on = settings->volume_percent > 0 && settings->music_percent > 0;
    keep_voice(sound, settings->voice);
    keep_folder(sound, settings->music_folder);
    if (sound->music)
        plie_music_set_folder(sound->music, sound->music_folder);
}

/* What is lost again at once is not said to be back. */
static const char *take_device_problem(plie_app_sound *sound) {
    plie_device_facts facts = plie_device_look(sound->device);
    const char *problem = plie_device_problem(sound->device);
    bool told = sound->told_of_device;
    if (problem ? told : facts.frames < PLIE_SOUND_RATE_HZ)
        return NULL;
    bool lost = facts.losses != sound->losses_told;
    sound->told_of_device = problem != NULL;
    sound->losses_told = facts.losses;
    if (problem)
        return problem;
    if (told)
        return facts.losses > 0 ? "Sound is back." : "There is a sound device now.";
    return lost ? "The sound device is gone; another one plays now." : NULL;
}

const char *plie_app_sound_take_problem(plie_app_sound *sound) {
    if (!sound->opened)
        return NULL;
    const char *problem = take_device_problem(sound);
    if (problem)
        return problem;
    if (sound->music && plie_music_take_problem(sound->music, &sound->music_problem))
        return plie_text_string(&sound->music_problem);
    size_t count = plie_diagnostics_count(sound->problems), first = sound->problems_told;
    if (first >= count)
        return NULL;
    sound->problems_told = count;
    if (count - first == 1)
        return plie_diagnostics_at(sound->problems, first)->message;
    return plie_arena_printf(sound->arena, "%d sounds cannot be played; their files are missing",
                             (int)(count - first));
}
