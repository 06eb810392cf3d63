#include "app_names.h"

#include "app_internal.h"
#include "screens/readable.h"

/* Most names are in letters that every font has, and need no look. */
static bool is_plain(const char *name) {
    while (*name >= ' ' && *name <= '~')
        name++;
    return *name == '\0';
}

void plie_app_make_readable(plie_app *app, plie_plan *plan, const char *instead) {
    if (!plan)
        return;
    plan->program = plie_part_readable(&app->page, plan->program, instead);
    for (size_t i = 0; i < plan->interval_count; i++) {
        plie_interval *interval = &plan->intervals[i];
        if (interval->exercise && !is_plain(interval->name))
            interval->name = plie_part_readable(&app->page, interval->name, interval->exercise->id);
    }
}
