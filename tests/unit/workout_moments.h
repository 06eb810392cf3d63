/* Moments of a session, as the workout screen is asked to show them: every kind of interval, with
 * what can lie over it, in short, usual and long words. */
#ifndef PLIE_TEST_WORKOUT_MOMENTS_H
#define PLIE_TEST_WORKOUT_MOMENTS_H

#include "plan_built.h"

#include "screens/workout.h"

/* The words of a program. */
typedef struct {
    const char *name;
    const char *program;
    const char *exercise, *other_exercise;
    const char *segments[5];
    const char *cues[3];
    const char *mistake, *breathing;
    const char *muscles[2];
    const char *equipment[2];
    const char *caption;
} words_used;

static const words_used words[] = {
    {"short",
     "A",
     "V",
     "T",
     {"A", "B", "C", "D", "E"},
     {"Up", "In", "On"},
     "jerks",
     "Out",
     {"legs", "hips"},
     {"mat", "chair"},
     "Rest."},
    {"usual",
     "Inner thigh",
     "Plie squat, one heel raised",
     "Side lunge",
     {"Warm-up", "Standing", "Cardio", "Floor", "Stretch"},
     {"Chest up, knees follow the toes", "Weight in the middle of the feet",
      "Feet wide, toes turned out"},
     "Knees falling in on the way up",
     "Breathe out as you rise",
     {"inner thigh", "glutes"},
     {"chair", "mat"},
     "Next: side lunge, right leg, fifteen reps."},
    {"long",
     "Inner thigh and hips for people who sit all day, in three parts, with a chair",
     "Deep plie squat with both heels raised and the arms held overhead, slow",
     "Side-lying leg lift with a circle at the top, both ways, toes pointed",
     {"Warm-up on the spot, joints first", "Standing work with a chair for balance",
      "Cardio without a single jump", "Floor work on the side and the back",
      "A long stretch of all that has worked"},
     {"Keep the chest up while the knees follow the line of the toes all the way",
      "Push the floor away with the whole foot and keep the weight in the middle",
      "Stand with the feet wider than the hips and turn the toes out a little"},
     "Letting the knees fall in on the way up, or leaning far forward from the hips",
     "Breathe in on the way down and out through the mouth as you rise again",
     {"inner thigh and hip flexors", "glutes and the small of the back"},
     {"a chair that does not slide", "a mat or a folded blanket"},
     "Next: side-lying leg lift with circle, both ways, right leg, twenty reps."},
};
#define WORDS_COUNT (sizeof words / sizeof *words)

typedef struct {
    const char *name;
    int interval;
    int elapsed_percent;
    plie_overlay overlay;
    bool captioned, muted, volume_told, pointed, toasted, near_end, flashing;
} moment_shown;

enum {
    AT_PREPARE,
    AT_REPS,
    AT_REST,
    AT_TIMED,
    AT_ROUND_REST,
    AT_HOLDS,
    AT_SWITCH,
    AT_SELF_PACED,
    AT_TRANSITION,
    AT_LAST,
    INTERVALS_SHOWN
};

static const moment_shown moments[] = {
    {.name = "prepare", .interval = AT_PREPARE},
    {.name = "reps", .interval = AT_REPS},
    {.name = "reps-caption", .interval = AT_REPS, .captioned = true},
    {.name = "reps-toast", .interval = AT_REPS, .toasted = true, .captioned = true},
    {.name = "reps-pointer", .interval = AT_REPS, .pointed = true, .muted = true},
    {.name = "rest", .interval = AT_REST},
    {.name = "rest-caption", .interval = AT_REST, .captioned = true},
    {.name = "rest-toast", .interval = AT_REST, .toasted = true},
    {.name = "rest-volume", .interval = AT_REST, .volume_told = true, .pointed = true},
    {.name = "rest-end", .interval = AT_REST, .near_end = true, .captioned = true},
    {.name = "timed", .interval = AT_TIMED},
    {.name = "timed-volume", .interval = AT_TIMED, .volume_told = true, .muted = true},
    {.name = "timed-end", .interval = AT_TIMED, .near_end = true, .flashing = true},
    {.name = "round-rest", .interval = AT_ROUND_REST},
    {.name = "holds", .interval = AT_HOLDS},
    {.name = "switch", .interval = AT_SWITCH},
    {.name = "self-paced", .interval = AT_SELF_PACED},
    {.name = "self-paced-toast", .interval = AT_SELF_PACED, .toasted = true, .pointed = true},
    {.name = "transition", .interval = AT_TRANSITION, .muted = true},
    {.name = "last", .interval = AT_LAST},
    {.name = "paused-work", .interval = AT_REPS, .overlay = PLIE_PAUSE_OVERLAY},
    {.name = "paused-rest", .interval = AT_REST, .overlay = PLIE_PAUSE_OVERLAY, .muted = true},
    {.name = "paused-toast", .interval = AT_HOLDS, .overlay = PLIE_PAUSE_OVERLAY, .toasted = true},
    {.name = "question", .interval = AT_HOLDS, .overlay = PLIE_STOP_QUESTION},
    {.name = "quit-question", .interval = AT_REST, .overlay = PLIE_QUIT_QUESTION},
};
#define MOMENT_COUNT (sizeof moments / sizeof *moments)

/* A plan in the words given, and the exercises in it. */
typedef struct {
    built_plan built;
    plie_exercise exercises[2];
    plie_plan_segment segments[5];
    const words_used *words;
    const plie_figure *figure; /* or NULL: none is shown */
    bool reduced_motion;
} built_workout;

static inline void build_workout(built_workout *workout, const words_used *used) {
    *workout = (built_workout){.words = used};
    const plie_exercise common = {.mistake = used->mistake,
                                  .breathing = used->breathing,
                                  .cues = {used->cues, 3},
                                  .muscles = {used->muscles, 2},
                                  .tempo_ms = 4000,
                                  .met = 4};
    workout->exercises[0] = workout->exercises[1] = common;
    plie_exercise *one = &workout->exercises[0], *other = &workout->exercises[1];
    one->name = used->exercise;
    other->name = used->other_exercise;
    other->equipment = (plie_texts){used->equipment, 2};
    other->position = PLIE_SIDE_LYING;
    const plie_interval shown[INTERVALS_SHOWN] = {
        [AT_PREPARE] = {.kind = PLIE_PREPARE, .duration_ms = 10000, .name = "Get ready"},
        [AT_REPS] = {.kind = PLIE_WORK,
                     .exercise = one,
                     .side = PLIE_RIGHT,
                     .reps = 20,
                     .tempo_ms = 4000,
                     .duration_ms = 80000},
        [AT_REST] = {.kind = PLIE_REST, .duration_ms = 30000},
        [AT_TIMED] = {.kind = PLIE_WORK,
                      .exercise = other,
                      .side = PLIE_ALTERNATE,
                      .duration_ms = 95000},
        [AT_ROUND_REST] = {.kind = PLIE_ROUND_REST, .duration_ms = 60000, .name = "Round one done"},
        [AT_HOLDS] = {.kind = PLIE_WORK,
                      .exercise = other,
                      .side = PLIE_RIGHT,
                      .reps = 3,
                      .hold_ms = 8000,
                      .duration_ms = 28000},
        [AT_SWITCH] = {.kind = PLIE_SWITCH, .duration_ms = 6000, .name = "Switch sides"},
        [AT_SELF_PACED] = {.kind = PLIE_WORK,
                           .exercise = one,
                           .side = PLIE_LEFT,
                           .reps = 15,
                           .self_paced = true,
                           .duration_ms = 60000},
        [AT_TRANSITION] = {.kind = PLIE_TRANSITION,
                           .duration_ms = 20000,
                           .name = used->segments[2],
                           .segment = 2},
        [AT_LAST] = {.kind = PLIE_WORK,
                     .exercise = one,
                     .side = PLIE_BOTH,
                     .segment = 2,
                     .reps = 12,
                     .tempo_ms = 3000,
                     .duration_ms = 72000},
    };
    build(&workout->built, shown, INTERVALS_SHOWN);
    for (int i = 1; i < INTERVALS_SHOWN; i++) {
        plie_interval *at = &workout->built.intervals[i];
        at->segment = i < AT_TRANSITION ? 1 : 2;
        at->round = i > AT_ROUND_REST ? 2 : 1;
        at->rounds = 2;
        at->step = i % 6 + 1;
        at->steps = 6;
    }
    for (int i = 0; i < 5; i++)
        workout->segments[i] = (plie_plan_segment){.kind = (plie_segment_kind)i,
                                                   .name = used->segments[i],
                                                   .start_ms = (int64_t)i * 100000,
                                                   .duration_ms = i == 1 ? 300000 : 100000};
    workout->built.plan.program = used->program;
    workout->built.plan.segments = workout->segments;
    workout->built.plan.segment_count = 5;
}

static inline plie_workout workout_of(const built_workout *workout, const moment_shown *moment) {
    const plie_interval *at = &workout->built.intervals[moment->interval];
    int64_t elapsed = moment->near_end ? at->duration_ms - 2100 : at->duration_ms * 3 / 10;
    plie_workout shown = {.view = {.state = moment->overlay == PLIE_NO_OVERLAY
                                                ? PLIE_SESSION_RUNNING
                                                : PLIE_SESSION_PAUSED,
                                   .plan = &workout->built.plan,
                                   .interval = moment->interval,
                                   .interval_elapsed_ms = elapsed,
                                   .interval_left_ms = at->duration_ms - elapsed,
                                   .interval_duration_ms = at->duration_ms,
                                   .plan_left_ms = 3960000 - at->start_ms,
                                   .can_easier = true,
                                   .can_harder = true},
                          .overlay = moment->overlay,
                          .muted = moment->muted,
                          .volume_percent = 80,
                          .volume_told = moment->volume_told,
                          .flash = moment->flashing ? 1 : 0,
                          .reduced_motion = workout->reduced_motion,
                          .figure = {.figure = workout->figure, .part = 0.3}};
    if (moment->captioned)
        shown.view.caption = workout->words->caption;
    if (moment->toasted)
        shown.toast = "Easier from here on: chair plie squat. Kept for next time.";
    if (moment->volume_told)
        shown.toast = "Volume 80 %";
    return shown;
}

#endif
