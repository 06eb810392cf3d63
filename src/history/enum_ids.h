/* Enums as texts, as stored plans and exports write them: by value, NULL after the last. Private to
 * history/. */
#ifndef PLIE_HISTORY_ENUM_IDS_H
#define PLIE_HISTORY_ENUM_IDS_H

#include "plan/plan.h"

extern const char *const plie_stored_levels[];
extern const char *const plie_stored_part_lengths[];
extern const char *const plie_stored_segment_kinds[];
extern const char *const plie_stored_interval_kinds[];
extern const char *const plie_stored_sides[]; /* "none" for PLIE_NO_SIDE */
extern const char *const plie_stored_positions[];
extern const char *const plie_stored_impacts[];
extern const char *const plie_stored_doses[];

#endif
