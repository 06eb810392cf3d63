#include "audio/late.h"
#include <stdbool.h>
#include <string.h>

/* The binary interfaces for which the headers above are written. */
#define MIXER_FILE "libSDL2_mixer-2.0.so.0"
#define FLITE_FILE "libflite_cmu_us_slt.so.1" /* it brings the rest of Flite along */

/* A pointer to a function cannot be assigned from one to an object in ISO C; both are addresses in
 * any system that loads libraries by name. */
static bool find(void *library, const char *name, void *pointer, size_t size) {
    void *address = library != NULL ? SDL_LoadFunction(library, name) : NULL;
    if (address == NULL || size != sizeof address)
        return false;
    memcpy(pointer, &address, size);
    return true;
}

#define FIND(library, name, field) find((library), (name), &(field), sizeof(field))

static bool find_music(void *library, plie_mixer_library *mixer) {
    return FIND(library, "Mix_LoadMUS", mixer->load_music) &&
           FIND(library, "Mix_FreeMusic", mixer->free_music) &&
           FIND(library, "Mix_PlayMusic", mixer->play_music) &&
           FIND(library, "Mix_HaltMusic", mixer->halt_music) &&
           FIND(library, "Mix_PauseMusic", mixer->pause_music) &&
           FIND(library, "Mix_ResumeMusic", mixer->resume_music) &&
           FIND(library, "Mix_SetMusicPosition", mixer->set_music_position) &&
           FIND(library, "Mix_GetMusicPosition", mixer->get_music_position) &&
           FIND(library, "Mix_HookMusicFinished", mixer->hook_music_finished);
}

static bool load_mixer(plie_mixer_library *mixer) {
    void *library = SDL_LoadObject(MIXER_FILE);
    return FIND(library, "Mix_OpenAudioDevice", mixer->open_audio_device) &&
           FIND(library, "Mix_CloseAudio", mixer->close_audio) &&
           FIND(library, "Mix_SetPostMix", mixer->set_post_mix) && find_music(library, mixer);
}

const plie_mixer_library *plie_late_mixer(void) {
    static plie_mixer_library mixer;
    static bool loaded;
    if (!loaded)
        loaded = load_mixer(&mixer);
    return loaded ? &mixer : NULL;
}

static bool load_flite(plie_flite_library *flite) {
    void *library = SDL_LoadObject(FLITE_FILE);
    return FIND(library, "flite_init", flite->init) &&
           FIND(library, "register_cmu_us_slt", flite->register_slt) &&
           FIND(library, "flite_text_to_wave", flite->text_to_wave) &&
           FIND(library, "delete_wave", flite->delete_wave) &&
           FIND(library, "cst_errjmp", flite->error_jump);
}

const plie_flite_library *plie_late_flite(void) {
    static plie_flite_library flite;
    static bool loaded;
    if (!loaded)
        loaded = load_flite(&flite);
    return loaded ? &flite : NULL;
}
