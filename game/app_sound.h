/* All that is heard in a session, opened when it is first needed: the app goes on without it. */
#ifndef PLIE_APP_SOUND_H
#define PLIE_APP_SOUND_H

#include "cli/paths.h"
#include "session/session.h"
#include "settings/settings.h"
#include <SDL.h>

typedef struct plie_app_sound plie_app_sound;

/* Opens nothing yet. The caller owns it; paths must outlive it. */
plie_app_sound *plie_app_sound_new(const plie_paths *paths);
void plie_app_sound_free(plie_app_sound *sound);

/* Opens the device, if it is not open, and reads the tones, the first time. */
void plie_app_sound_open(plie_app_sound *sound);

/* A session begins to be heard; program is its program, for recorded lines, and must outlive it.
 * Voice and music are as the settings say, which plie_app_sound_set_volumes brings, before this or
 * while it lasts; without may_speak no voice is started. */
void plie_app_sound_begin(plie_app_sound *sound, const plie_program *program, bool may_speak);

/* Nothing of the session sounds from here on. */
void plie_app_sound_end(plie_app_sound *sound);

/* A pass of the loop, after the session was advanced and before it is polled. */
void plie_app_sound_update(plie_app_sound *sound, plie_session *session, int64_t now_ms);

/* When the next update is needed; INT64_MAX while none is. */
int64_t plie_app_sound_next_wake_ms(const plie_app_sound *sound);

/* True if the device came or went. */
bool plie_app_sound_handle_event(plie_app_sound *sound, const SDL_Event *event);

/* The device's frame of a beep, or -1. */
int64_t plie_app_sound_frame(const plie_app_sound *sound, int64_t cue);

/* The volumes, whether the voice speaks, and the folder of the music. Copies what it needs. */
void plie_app_sound_set_volumes(plie_app_sound *sound, const plie_settings *settings, bool mute);

/* A plain sentence on what cannot be heard, or can be heard again, told once; NULL if there is
 * none. Lives until the next call. */
const char *plie_app_sound_take_problem(plie_app_sound *sound);

#endif
