/* Events of a session as JSON Lines (DESIGN.md, "Fixed"). */
#ifndef PLIE_CLI_EVENT_WRITER_H
#define PLIE_CLI_EVENT_WRITER_H

#include "audio/device.h"
#include "base/text.h"
#include "session/session.h"

/* Appends the event's line, line feed included, to out. plan is the session's own
 * (plie_session_look), program_id what the person named. frame is the device's frame at which a
 * beep's first sample is played, or PLIE_NO_FRAME. */
void plie_event_write(plie_text *out, const plie_event *event, const plie_plan *plan,
                      const char *program_id, int64_t frame);

#endif
