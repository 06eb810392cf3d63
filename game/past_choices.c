#include "past_choices.h"

#include "history/advice.h"

#define NEARLY_DONE_PERCENT 80 /* of the interval that was cut off: it is not done again */

int plie_rotation_length(const plie_program *program) {
    size_t most = 0;
    for (size_t i = 0; i < program->segment_count; i++)
        if (program->segments[i].pick == PLIE_PICK_ROTATE &&
            program->segments[i].circuit_count > most)
            most = program->segments[i].circuit_count;
    return most > 1 ? (int)most : 0;
}

void plie_past_add_to(const plie_session_list *list, const char *program_id,
                      const plie_program *program, bool keep_circuit, plie_choices *choices) {
    if (!keep_circuit)
        choices->circuit = plie_next_circuit(list, program_id, plie_rotation_length(program));
    choices->raised = plie_raised_now(list, program_id, choices->level);
}

int plie_interval_to_go_on_with(const plie_plan *plan, const plie_unfinished *unfinished) {
    const int last = (int)plan->interval_count - 1;
    const int at = unfinished->interval < 0      ? 0
                   : unfinished->interval > last ? last
                                                 : unfinished->interval;
    const bool nearly_done =
        unfinished->elapsed_ms >= plan->intervals[at].duration_ms * NEARLY_DONE_PERCENT / 100;
    return nearly_done && at < last ? at + 1 : at;
}
