/* Leads one session's cues to the device: places each ahead of its time, takes back what a command
 * made void, and has the voice speak lines before they are needed. Device, voice and tones belong
 * to the caller and must outlive the conductor. Main thread
 * only. */
#ifndef PLIE_AUDIO_CONDUCTOR_H
#define PLIE_AUDIO_CONDUCTOR_H

#include "audio/device.h"
#include "audio/tones.h"
#include "audio/voice.h"
#include "session/session.h"

/* How far ahead cues are handed to the device. The caller updates at least 150 ms more often, or
 * when plie_conductor_next_wake_ms says. */
#define PLIE_CONDUCTOR_AHEAD_MS 400

typedef struct plie_conductor plie_conductor;

/* For one session; nothing placed before it sounds on. voice may be NULL: lines are captions then.
 * tones may be NULL: no beeps. */
plie_conductor *plie_conductor_new(plie_device *device, plie_voice *voice, const plie_tones *tones);

/* Takes back what has not sounded, and waits for the device to give all lines back. NULL is
 * allowed. To be called before the voice stops and the tones are freed. */
void plie_conductor_free(plie_conductor *conductor);

/* A pass of the loop, with the same session each time: after plie_session_advance and before
 * plie_session_poll. */
void plie_conductor_update(plie_conductor *conductor, plie_session *session, int64_t now_ms);

/* When the next update is needed for cues to be early enough; INT64_MAX while none is. Together
 * with plie_session_next_wake_ms it says how long the loop may sleep. */
int64_t plie_conductor_next_wake_ms(const plie_conductor *conductor);

/* For the event of a beep: the device's frame, or PLIE_NO_FRAME without a device. */
int64_t plie_conductor_frame(const plie_conductor *conductor, int64_t cue);

#endif
