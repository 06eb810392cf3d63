#include "cli/cautions.h"

#include "app_clock.h"
#include "cli/output.h"

static int32_t today(const plie_options *options) {
    const plie_date_time now = options->has_date ? options->date : plie_app_wall_time();
    return plie_day_of_date((plie_date){now.year, now.month, now.day});
}

static void tell_of_program(const plie_program *program) {
    for (size_t i = 0; i < program->cautions.count; i++)
        plie_complain("caution: %s", program->cautions.items[i]);
}

static int refuse(const plie_health_verdict *verdict) {
    plie_complain("no workout today. %s", verdict->reason);
    plie_complain("the answers to the health questions can be changed in the settings; "
                  "--i-have-read-the-cautions starts it nevertheless");
    return PLIE_EXIT_USAGE;
}

int plie_cautions_tell(const plie_options *options, const plie_health *health,
                       const plie_program *program, plie_choices *choices) {
    if (options->cautions_read)
        return PLIE_EXIT_FINE;
    int status = PLIE_EXIT_FINE;
    plie_arena *scratch = plie_arena_new();
    const plie_health_verdict verdict = plie_health_judge(scratch, health, today(options));
    if (verdict.ruling == PLIE_HEALTH_STOP) {
        status = refuse(&verdict);
    } else {
        if (verdict.ruling == PLIE_HEALTH_ASK_DOCTOR)
            plie_complain("ask a doctor first. %s", verdict.reason);
        if (verdict.ruling == PLIE_HEALTH_LOW_IMPACT)
            plie_complain("low impact for now. %s", verdict.reason);
        if (verdict.ruling == PLIE_HEALTH_LOW_IMPACT && choices != NULL)
            choices->low_impact = true;
        if (program != NULL)
            tell_of_program(program);
    }
    plie_arena_free(scratch);
    return status;
}
