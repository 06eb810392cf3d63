/* The libraries that are needed only once there is something to hear: they are loaded then, since
 * with all that they bring along they would take a third of the time in which the window opens.
 *
 * Loaded once for the life of the process. Each function may be called from one thread at a time.
 */
#ifndef PLIE_AUDIO_LATE_H
#define PLIE_AUDIO_LATE_H

#include <SDL.h>
#include <SDL_mixer.h>
#include <flite/flite.h>
#include <setjmp.h>

/* Of SDL_mixer, under the names and with the meaning that they have there. */
typedef struct {
    int(SDLCALL *open_audio_device)(int frequency, Uint16 format, int channels, int chunksize,
                                    const char *device, int allowed_changes);
    void(SDLCALL *close_audio)(void);
    void(SDLCALL *set_post_mix)(void(SDLCALL *mix_func)(void *udata, Uint8 *stream, int len),
                                void *arg);
    Mix_Music *(SDLCALL *load_music)(const char *file);
    void(SDLCALL *free_music)(Mix_Music *music);
    int(SDLCALL *play_music)(Mix_Music *music, int loops);
    int(SDLCALL *halt_music)(void);
    void(SDLCALL *pause_music)(void);
    void(SDLCALL *resume_music)(void);
    int(SDLCALL *set_music_position)(double position);
    double(SDLCALL *get_music_position)(Mix_Music *music);
    void(SDLCALL *hook_music_finished)(void(SDLCALL *music_finished)(void));
} plie_mixer_library;

/* NULL where it cannot be loaded; SDL_GetError says why. */
const plie_mixer_library *plie_late_mixer(void);

/* Of Flite and its voice slt. */
typedef struct {
    int (*init)(void);
    cst_voice *(*register_slt)(const char *voice_folder);
    cst_wave *(*text_to_wave)(const char *text, cst_voice *voice);
    void (*delete_wave)(cst_wave *wave);
    jmp_buf **error_jump; /* cst_errjmp */
} plie_flite_library;

/* NULL where it cannot be loaded. */
const plie_flite_library *plie_late_flite(void);

#endif
