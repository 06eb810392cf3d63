#include "app_minutes.h"

static void insert(int *minutes, size_t *count, int value) {
    size_t at = 0;
    while (at < *count && minutes[at] < value)
        at++;
    if (at < *count && minutes[at] == value)
        return;
    for (size_t i = *count; i > at; i--)
        minutes[i] = minutes[i - 1];
    minutes[at] = value;
    (*count)++;
}

size_t plie_minutes_offer(int *minutes, const plie_program *program, plie_level level, int extra) {
    static const int usual[] = {10, 15, 20, 30, 45, 60};
    size_t count = 0;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (usual[i] >= program->minutes.low && usual[i] <= program->minutes.high)
            insert(minutes, &count, usual[i]);
    if (program->levels[level].minutes > 0)
        insert(minutes, &count, program->levels[level].minutes);
    if (extra > 0)
        insert(minutes, &count, extra);
    minutes[count++] = 0;
    return count;
}

int plie_minutes_preferred(const plie_program *program, plie_level level, int wanted) {
    if (wanted < 0)
        return program->levels[level].minutes;
    if (wanted == 0)
        return 0;
    if (wanted < program->minutes.low)
        return program->minutes.low;
    return wanted > program->minutes.high ? program->minutes.high : wanted;
}
