#include "figure/pose_read.h"

#define DEGREES .type = PLIE_FIELD_DECIMAL, .low = -360, .high = 360, .unit = " degrees"
#define BEND .type = PLIE_FIELD_DECIMAL, .low = 0, .high = 170, .unit = " degrees"
#define PLACE_LIMIT_M 3.0
#define DEGREE_LIMIT 360.0

#define BODY(number) (offsetof(plie_pose, body) + sizeof(double) * (number))
#define LEG(number) (offsetof(plie_leg_pose, numbers) + sizeof(double) * (number))
#define ARM(number) (offsetof(plie_arm_pose, numbers) + sizeof(double) * (number))

enum { AT, LEAN, TILT, TURN, PELVIS_FIELDS };
static const plie_field pelvis_fields[PELVIS_FIELDS] = {
    [AT] = {.key = "at"},
    [LEAN] = {.key = "lean", .offset = BODY(PLIE_PELVIS_LEAN), DEGREES},
    [TILT] = {.key = "tilt", .offset = BODY(PLIE_PELVIS_TILT), DEGREES},
    [TURN] = {.key = "turn", .offset = BODY(PLIE_PELVIS_TURN), DEGREES},
};
static const plie_shape pelvis_shape = {"an object", pelvis_fields, PELVIS_FIELDS};

static const plie_field spine_fields[] = {
    {.key = "bend", .offset = BODY(PLIE_SPINE_BEND), DEGREES},
    {.key = "side", .offset = BODY(PLIE_SPINE_SIDE), DEGREES},
    {.key = "twist", .offset = BODY(PLIE_SPINE_TWIST), DEGREES},
};
static const plie_shape spine_shape = {"an object", spine_fields, 3};

static const plie_field head_fields[] = {
    {.key = "nod", .offset = BODY(PLIE_HEAD_NOD), DEGREES},
    {.key = "side", .offset = BODY(PLIE_HEAD_SIDE), DEGREES},
    {.key = "turn", .offset = BODY(PLIE_HEAD_TURN), DEGREES},
};
static const plie_shape head_shape = {"an object", head_fields, 3};

enum { HIP, KNEE, ANKLE, FOOT, TOES, HEEL, ROLL, KNEE_OUT, LEG_FIELDS };
static const plie_field leg_fields[LEG_FIELDS] = {
    [HIP] = {.key = "hip"},
    [KNEE] = {.key = "knee", .offset = LEG(PLIE_KNEE), BEND},
    [ANKLE] = {.key = "ankle", .offset = LEG(PLIE_ANKLE), DEGREES},
    [FOOT] = {.key = "foot"},
    [TOES] = {.key = "toes", .offset = LEG(PLIE_FOOT_TOES), DEGREES},
    [HEEL] = {.key = "heel", .offset = LEG(PLIE_FOOT_HEEL), DEGREES},
    [ROLL] = {.key = "roll", .offset = LEG(PLIE_FOOT_ROLL), DEGREES},
    [KNEE_OUT] = {.key = "knee_out", .offset = LEG(PLIE_KNEE_OUT), DEGREES},
};
static const plie_shape leg_shape = {"an object", leg_fields, LEG_FIELDS};

static const char *const grounds[] = {"room",  "pelvis",      "chest", "head",
                                      "thigh", "other_thigh", "shin",  NULL};
enum { SHOULDER, ELBOW, WRIST, HAND, ON, FINGERS, ELBOW_TO, ARM_FIELDS };
static const plie_field arm_fields[ARM_FIELDS] = {
    [SHOULDER] = {.key = "shoulder"},
    [ELBOW] = {.key = "elbow", .offset = ARM(PLIE_ELBOW), BEND},
    [WRIST] = {.key = "wrist", .offset = ARM(PLIE_WRIST), DEGREES},
    [HAND] = {.key = "hand"},
    [ON] = {.key = "on",
            .type = PLIE_FIELD_CHOICE,
            .offset = offsetof(plie_arm_pose, ground),
            .choices = grounds,
            .first_choice = PLIE_ON_ROOM},
    [FINGERS] = {.key = "fingers"},
    [ELBOW_TO] = {.key = "elbow_to"},
};
static const plie_shape arm_shape = {"an object", arm_fields, ARM_FIELDS};

static const char *const anchors[] = {"pelvis", "neck", "chest", NULL};
enum {
    ANCHOR,
    PELVIS,
    SPINE,
    HEAD,
    HOP,
    LEGS,
    RIGHT_LEG,
    LEFT_LEG,
    ARMS,
    RIGHT_ARM,
    LEFT_ARM,
    POSE_FIELDS
};
static const plie_field pose_fields[POSE_FIELDS] = {
    [ANCHOR] = {.key = "anchor",
                .type = PLIE_FIELD_CHOICE,
                .offset = offsetof(plie_pose, anchor),
                .choices = anchors,
                .first_choice = PLIE_ANCHOR_PELVIS},
    [PELVIS] = {.key = "pelvis"},
    [SPINE] = {.key = "spine"},
    [HEAD] = {.key = "head"},
    [HOP] = {.key = "hop",
             .type = PLIE_FIELD_DECIMAL,
             .offset = BODY(PLIE_HOP),
             .low = 0,
             .high = 1,
             .unit = " m"},
    [LEGS] = {.key = "legs"},
    [RIGHT_LEG] = {.key = "right_leg"},
    [LEFT_LEG] = {.key = "left_leg"},
    [ARMS] = {.key = "arms"},
    [RIGHT_ARM] = {.key = "right_arm"},
    [LEFT_ARM] = {.key = "left_arm"},
};
static const plie_shape pose_shape = {"an object", pose_fields, POSE_FIELDS};

bool plie_read_numbers(plie_reader *reader, const plie_node *node, double *numbers, size_t least,
                       size_t most, double limit) {
    size_t count = cJSON_IsArray(node->item) ? plie_child_count(node) : 0;
    if (count < least || count > most) {
        if (least == most)
            plie_find(reader, node, PLIE_ERROR, "must be a list of %d numbers", (int)most);
        else
            plie_find(reader, node, PLIE_ERROR, "must be a list of %d or %d numbers", (int)least,
                      (int)most);
        return false;
    }
    size_t i = 0;
    bool fine = true;
    for (plie_node item = plie_first(reader, node); item.item != NULL; plie_next(reader, &item)) {
        double value = cJSON_IsNumber(item.item) ? item.item->valuedouble : limit * 2;
        if (!(value >= -limit && value <= limit)) {
            plie_find(reader, &item, PLIE_ERROR, "must be a number from %g to %g", -limit, limit);
            fine = false;
            continue;
        }
        numbers[i++] = value;
    }
    return fine;
}

/* x of a place is to the right; in what both sides share it is outward. */
static void mirror_x(double *x, const plie_node *node, plie_body_side side, bool shared) {
    if (node->item != NULL && shared && side == PLIE_LEFT_SIDE)
        *x = -*x;
}

static void read_leg(plie_reader *reader, const plie_node *node, plie_leg_pose *leg,
                     plie_body_side side, bool shared) {
    plie_seen seen;
    if (!plie_read_object(reader, node, &leg_shape, leg, &seen))
        return;
    const plie_node *at = seen.nodes;
    bool angles = at[HIP].item != NULL || at[KNEE].item != NULL || at[ANKLE].item != NULL;
    if (angles && at[FOOT].item != NULL)
        plie_find(reader, node, PLIE_ERROR,
                  "has \"foot\" beside angles; a leg goes by one or the other");
    if (angles)
        leg->placed = false;
    if (at[HIP].item != NULL)
        plie_read_numbers(reader, &at[HIP], &leg->numbers[PLIE_HIP_FLEX], 3, 3, DEGREE_LIMIT);
    if (at[FOOT].item == NULL)
        return;
    leg->placed = true;
    leg->numbers[PLIE_FOOT_Z] = 0;
    plie_read_numbers(reader, &at[FOOT], &leg->numbers[PLIE_FOOT_X], 2, 3, PLACE_LIMIT_M);
    mirror_x(&leg->numbers[PLIE_FOOT_X], &at[FOOT], side, shared);
}

static void read_direction(plie_reader *reader, const plie_node *node, double *numbers,
                           plie_body_side side, bool shared) {
    if (node->item == NULL)
        return;
    plie_read_numbers(reader, node, numbers, 3, 3, PLACE_LIMIT_M);
    mirror_x(numbers, node, side, shared);
}

static void read_arm(plie_reader *reader, const plie_node *node, plie_arm_pose *arm,
                     plie_body_side side, bool shared) {
    plie_seen seen;
    if (!plie_read_object(reader, node, &arm_shape, arm, &seen))
        return;
    const plie_node *at = seen.nodes;
    bool angles = at[SHOULDER].item != NULL || at[ELBOW].item != NULL || at[WRIST].item != NULL;
    if (angles && at[HAND].item != NULL)
        plie_find(reader, node, PLIE_ERROR,
                  "has \"hand\" beside angles; an arm goes by one or the other");
    if (angles)
        arm->placed = false;
    if (at[SHOULDER].item != NULL)
        plie_read_numbers(reader, &at[SHOULDER], &arm->numbers[PLIE_SHOULDER_FLEX], 3, 3,
                          DEGREE_LIMIT);
    arm->placed |= at[HAND].item != NULL;
    read_direction(reader, &at[HAND], &arm->numbers[PLIE_HAND_X], side, shared);
    read_direction(reader, &at[FINGERS], &arm->numbers[PLIE_FINGERS_X], side, shared);
    read_direction(reader, &at[ELBOW_TO], &arm->numbers[PLIE_ELBOW_X], side, shared);
}

static void read_limbs(plie_reader *reader, const plie_node *seen, plie_pose *pose) {
    size_t errors = plie_diagnostics_count_of(reader->findings, PLIE_ERROR);
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        /* What both sides share is at fault only once. */
        if (plie_diagnostics_count_of(reader->findings, PLIE_ERROR) > errors)
            break;
        if (seen[LEGS].item != NULL)
            read_leg(reader, &seen[LEGS], &pose->legs[side], (plie_body_side)side, true);
        if (seen[ARMS].item != NULL)
            read_arm(reader, &seen[ARMS], &pose->arms[side], (plie_body_side)side, true);
    }
    if (seen[RIGHT_LEG].item != NULL)
        read_leg(reader, &seen[RIGHT_LEG], &pose->legs[0], PLIE_RIGHT_SIDE, false);
    if (seen[LEFT_LEG].item != NULL)
        read_leg(reader, &seen[LEFT_LEG], &pose->legs[1], PLIE_LEFT_SIDE, false);
    if (seen[RIGHT_ARM].item != NULL)
        read_arm(reader, &seen[RIGHT_ARM], &pose->arms[0], PLIE_RIGHT_SIDE, false);
    if (seen[LEFT_ARM].item != NULL)
        read_arm(reader, &seen[LEFT_ARM], &pose->arms[1], PLIE_LEFT_SIDE, false);
}

static void read_pelvis(plie_reader *reader, const plie_node *node, plie_pose *pose) {
    plie_seen seen;
    if (!plie_read_object(reader, node, &pelvis_shape, pose, &seen) || seen.nodes[AT].item == NULL)
        return;
    const plie_node *at = &seen.nodes[AT];
    pose->grounded = plie_child_count(at) == 2;
    pose->body[PLIE_AT_Z] = 0;
    plie_read_numbers(reader, at, &pose->body[PLIE_AT_X], 2, 3, PLACE_LIMIT_M);
}

void plie_read_pose(plie_reader *reader, const plie_node *node, plie_pose *pose) {
    plie_seen seen, inner;
    if (!plie_read_object(reader, node, &pose_shape, pose, &seen))
        return;
    if (seen.nodes[PELVIS].item != NULL)
        read_pelvis(reader, &seen.nodes[PELVIS], pose);
    if (seen.nodes[SPINE].item != NULL)
        plie_read_object(reader, &seen.nodes[SPINE], &spine_shape, pose, &inner);
    if (seen.nodes[HEAD].item != NULL)
        plie_read_object(reader, &seen.nodes[HEAD], &head_shape, pose, &inner);
    read_limbs(reader, seen.nodes, pose);
}
