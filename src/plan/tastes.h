/* What a person's tastes and low impact make of an exercise, for the files of plan/ alone. The form
 * that was taken to comes first, then what is never wanted gives way, then what is too hard on the
 * joints. */
#ifndef PLIE_PLAN_TASTES_H
#define PLIE_PLAN_TASTES_H

#include "plan/cue_map.h"
#include "plan/plan.h"

/* Made for one plan; the choices must outlive it. */
typedef struct {
    const plie_tastes *tastes; /* or NULL */
    bool low_impact;
    plie_cue_map by_id; /* of an id: AVOIDED, and above that bit 1 + the index of its form */
} plie_taste_rules;

plie_taste_rules plie_taste_rules_begin(const plie_choices *choices);
void plie_taste_rules_end(plie_taste_rules *rules);

typedef enum {
    PLIE_RESOLVED_DONE,
    PLIE_RESOLVED_NO_LOW_IMPACT,
    PLIE_RESOLVED_AVOIDED
} plie_outcome;

typedef struct {
    plie_outcome outcome;
    const plie_exercise *exercise;   /* to be done; where none is, the one that is left out */
    const plie_exercise *instead_of; /* what the tastes put it in the place of, else NULL */
    const char *reason;              /* of that: static, or NULL */
} plie_resolved;

extern const char plie_reason_form[];
extern const char plie_reason_avoided[];

/* Equal exercises have equal outcomes. */
plie_resolved plie_resolve_exercise(const plie_taste_rules *rules, const plie_exercise *written);

#endif
