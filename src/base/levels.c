#include "base/levels.h"

#include <string.h>

static const struct {
    const char *id;
    const char *name;
} levels[PLIE_LEVEL_COUNT] = {
    [PLIE_BEGINNER] = {"beginner", "Beginner"},
    [PLIE_INTERMEDIATE] = {"intermediate", "Intermediate"},
    [PLIE_ADVANCED] = {"advanced", "Advanced"},
};

const char *plie_level_id(plie_level level) {
    return levels[level].id;
}

const char *plie_level_name(plie_level level) {
    return levels[level].name;
}

bool plie_level_from_id(const char *id, plie_level *level) {
    for (int i = 0; i < PLIE_LEVEL_COUNT; i++) {
        if (strcmp(levels[i].id, id) == 0) {
            *level = (plie_level)i;
            return true;
        }
    }
    return false;
}
