#include "app_sound.h"

#include "app_clock.h"
#include "audio/conductor.h"

struct plie_app_sound {
    const plie_paths *paths;
    plie_arena *arena;
    plie_device *device;
    plie_voice *voice;
    plie_tones *tones;
    plie_conductor *conductor;
    plie_diagnostics *problems;
    size_t problems_told;
    bool opened;
    bool told_of_device;
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
    plie_arena_free(sound->arena);
}

void plie_app_sound_open(plie_app_sound *sound) {
    if (sound->opened)
        return;
    sound->opened = true;
    plie_device_open(sound->device);
    const char *own = plie_path_join(sound->arena, sound->paths->data, "sounds");
    sound->tones = plie_tones_load(own, sound->paths->sounds, sound->problems);
}

static const char *folder_of(plie_arena *arena, const char *file) {
    const char *slash = SDL_strrchr(file, '/');
    return slash ? plie_arena_copy(arena, file, (size_t)(slash - file)) : ".";
}

static void start_voice(plie_app_sound *sound, const plie_program *program) {
    plie_voice_sources sources = {
        .program_folder = folder_of(sound->arena, program->file),
        .own_sounds = plie_path_join(sound->arena, sound->paths->data, "sounds"),
        .shipped_sounds = sound->paths->sounds,
        .language = program->language,
    };
    sound->voice = plie_voice_start(&sources);
    if (!sound->voice)
        plie_diagnostics_add(sound->problems, PLIE_WARNING, "", (plie_place){0, 0}, "",
                             "The voice could not be started; what it says is shown");
}

void plie_app_sound_begin(plie_app_sound *sound, const plie_program *program, bool with_voice) {
    plie_app_sound_open(sound);
    plie_app_sound_end(sound);
    if (with_voice && plie_device_is_open(sound->device))
        start_voice(sound, program);
    sound->conductor = plie_conductor_new(sound->device, sound->voice, sound->tones);
}

void plie_app_sound_end(plie_app_sound *sound) {
    plie_conductor_free(sound->conductor);
    sound->conductor = NULL;
    plie_voice_stop(sound->voice);
    sound->voice = NULL;
}

void plie_app_sound_update(plie_app_sound *sound, plie_session *session, int64_t now_ms) {
    if (sound->conductor)
        plie_conductor_update(sound->conductor, session, now_ms);
    if (sound->voice)
        plie_voice_take_problems(sound->voice, sound->problems);
}

int64_t plie_app_sound_next_wake_ms(const plie_app_sound *sound) {
    return sound->conductor ? plie_conductor_next_wake_ms(sound->conductor) : INT64_MAX;
}

bool plie_app_sound_handle_event(plie_app_sound *sound, const SDL_Event *event) {
    if (!sound->opened || !plie_device_handle_event(sound->device, event))
        return false;
    sound->told_of_device = false;
    return true;
}

int64_t plie_app_sound_frame(const plie_app_sound *sound, int64_t cue) {
    return sound->conductor ? plie_conductor_frame(sound->conductor, cue) : PLIE_NO_FRAME;
}

void plie_app_sound_set_volumes(plie_app_sound *sound, const plie_settings *settings, bool mute) {
    double all = settings->volume_percent / 100.0;
    plie_device_set_volume(sound->device, PLIE_LOUDNESS_BEEPS,
                           all * settings->beeps_percent / 100.0);
    plie_device_set_volume(sound->device, PLIE_LOUDNESS_VOICE,
                           all * settings->voice_percent / 100.0);
    plie_device_set_mute(sound->device, mute);
}

const char *plie_app_sound_take_problem(plie_app_sound *sound) {
    if (!sound->opened)
        return NULL;
    const char *problem = plie_device_problem(sound->device);
    if (problem && !sound->told_of_device) {
        sound->told_of_device = true;
        return problem;
    }
    size_t count = plie_diagnostics_count(sound->problems), first = sound->problems_told;
    if (first >= count)
        return NULL;
    sound->problems_told = count;
    if (count - first == 1)
        return plie_diagnostics_at(sound->problems, first)->message;
    return plie_arena_printf(sound->arena, "%d sounds cannot be played; their files are missing",
                             (int)(count - first));
}
