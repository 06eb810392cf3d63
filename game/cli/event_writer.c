#include "cli/event_writer.h"

#include "cli/plan_json.h"

#include <math.h>

static const char *event_name(plie_event_kind kind) {
    static const char *const names[] = {
        [PLIE_EVENT_STARTED] = "started", [PLIE_EVENT_INTERVAL] = "interval",
        [PLIE_EVENT_REP] = "rep",         [PLIE_EVENT_BEEP] = "beep",
        [PLIE_EVENT_SAY] = "say",         [PLIE_EVENT_PAUSED] = "paused",
        [PLIE_EVENT_RESUMED] = "resumed", [PLIE_EVENT_SKIPPED] = "skipped",
        [PLIE_EVENT_CHANGED] = "changed", [PLIE_EVENT_FINISHED] = "finished",
    };
    return names[kind];
}

static void write_beep(plie_json_writer *writer, const plie_event *event, int64_t frame) {
    plie_json_member_string(writer, "tone", plie_tone_id(event->tone));
    if (frame == PLIE_NO_FRAME)
        plie_json_member_null(writer, "frame");
    else
        plie_json_member_int(writer, "frame", frame);
}

static void write_changed(plie_json_writer *writer, const plie_event *event) {
    plie_json_member_string(writer, "exercise",
                            event->exercise == NULL ? NULL : event->exercise->id);
    plie_json_member_string(writer, "from", event->from == NULL ? NULL : event->from->id);
}

static void write_finished(plie_json_writer *writer, const plie_event *event) {
    plie_json_member_bool(writer, "completed", event->completed);
    plie_json_member_int(writer, "work_ms", event->totals.work_ms);
    plie_json_member_int(writer, "reps", event->totals.reps);
    plie_json_member_double(writer, "kcal", round(event->totals.kcal * 1000) / 1000);
}

static void write_content(plie_json_writer *writer, const plie_event *event, const plie_plan *plan,
                          const char *program_id, int64_t frame) {
    switch (event->kind) {
    case PLIE_EVENT_STARTED:
        plie_plan_write_head(writer, plan, program_id);
        break;
    case PLIE_EVENT_INTERVAL:
        plie_interval_write(writer, plan, (size_t)event->interval);
        break;
    case PLIE_EVENT_REP:
        plie_json_member_int(writer, "n", event->n);
        break;
    case PLIE_EVENT_BEEP:
        write_beep(writer, event, frame);
        break;
    case PLIE_EVENT_SAY:
        plie_json_member_string(writer, "text", event->text);
        plie_json_member_int(writer, "duration_ms", event->duration_ms);
        break;
    case PLIE_EVENT_PAUSED:
        plie_json_member_string(writer, "why", event->text);
        break;
    case PLIE_EVENT_SKIPPED:
        plie_json_member_int(writer, "interval", event->interval);
        plie_json_member_int(writer, "to", event->to);
        break;
    case PLIE_EVENT_CHANGED:
        write_changed(writer, event);
        break;
    case PLIE_EVENT_FINISHED:
        write_finished(writer, event);
        break;
    case PLIE_EVENT_RESUMED:
        break;
    }
}

void plie_event_write(plie_text *out, const plie_event *event, const plie_plan *plan,
                      const char *program_id, int64_t frame) {
    plie_json_writer writer = plie_json_writer_on(out);
    plie_json_open_object(&writer);
    plie_json_member_string(&writer, "event", event_name(event->kind));
    plie_json_member_int(&writer, "t_ms", event->t_ms);
    write_content(&writer, event, plan, program_id, frame);
    plie_json_close_object(&writer);
    plie_text_add(out, "\n");
}
