#include "cli/commands.h"

#include "cli/opened.h"
#include "cli/output.h"
#include "cli/plan_json.h"
#include "cli/plan_text.h"

int plie_plan_run(const plie_options *options) {
    plie_opened opened;
    int status = plie_opened_open(&opened, options);
    if (status == PLIE_EXIT_FINE) {
        plie_text out = {0};
        if (options->json) {
            plie_json_writer writer = plie_json_writer_on(&out);
            plie_plan_write(&writer, opened.plan, opened.entry->id);
            plie_text_add(&out, "\n");
        } else {
            plie_plan_add_table(&out, opened.plan, plie_output_looks());
        }
        status = plie_print(&out);
        plie_text_free(&out);
    }
    plie_opened_close(&opened);
    return status;
}
