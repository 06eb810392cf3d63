#include "history/enum_ids.h"

const char *const plie_stored_levels[] = {[PLIE_BEGINNER] = "beginner",
                                          [PLIE_INTERMEDIATE] = "intermediate",
                                          [PLIE_ADVANCED] = "advanced",
                                          [PLIE_ADVANCED + 1] = NULL};
const char *const plie_stored_part_lengths[] = {[PLIE_PART_FULL] = "full",
                                                [PLIE_PART_SHORT] = "short",
                                                [PLIE_PART_SKIPPED] = "skipped",
                                                [PLIE_PART_SKIPPED + 1] = NULL};
const char *const plie_stored_segment_kinds[] = {
    [PLIE_WARMUP] = "warmup", [PLIE_STANDING_SEGMENT] = "standing", [PLIE_CARDIO] = "cardio",
    [PLIE_FLOOR] = "floor",   [PLIE_STRETCH] = "stretch",           [PLIE_OTHER] = "other",
    [PLIE_OTHER + 1] = NULL};
const char *const plie_stored_interval_kinds[] = {
    [PLIE_PREPARE] = "prepare",       [PLIE_WORK] = "work",     [PLIE_REST] = "rest",
    [PLIE_ROUND_REST] = "round_rest", [PLIE_SWITCH] = "switch", [PLIE_TRANSITION] = "transition",
    [PLIE_TRANSITION + 1] = NULL};
const char *const plie_stored_sides[] = {
    [PLIE_NO_SIDE] = "none",    [PLIE_RIGHT] = "right", [PLIE_LEFT] = "left",
    [PLIE_EACH] = "each",       [PLIE_BOTH] = "both",   [PLIE_ALTERNATE] = "alternate",
    [PLIE_ALTERNATE + 1] = NULL};
const char *const plie_stored_positions[] = {
    [PLIE_STANDING] = "standing", [PLIE_KNEELING] = "kneeling",     [PLIE_PLANK] = "plank",
    [PLIE_SEATED] = "seated",     [PLIE_SIDE_LYING] = "side-lying", [PLIE_SUPINE] = "supine",
    [PLIE_PRONE] = "prone",       [PLIE_PRONE + 1] = NULL};
const char *const plie_stored_impacts[] = {
    [PLIE_LOW_IMPACT] = "low", [PLIE_HIGH_IMPACT] = "high", [PLIE_HIGH_IMPACT + 1] = NULL};
const char *const plie_stored_doses[] = {[PLIE_DOSE_REPS] = "reps",
                                         [PLIE_DOSE_WORK] = "work",
                                         [PLIE_DOSE_HOLD] = "hold",
                                         [PLIE_DOSE_HOLD + 1] = NULL};
