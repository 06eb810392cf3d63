#include "settings/health.h"

#define DAYS_OF_WEEK 7

typedef struct {
    const char *key;
    const char *question;
} health_theme;

static const health_theme themes[PLIE_HEALTH_THEMES] = {
    [PLIE_HEALTH_HEART] = {"heart", "Do you have a heart condition, or high blood pressure?"},
    [PLIE_HEALTH_CHEST_PAIN] = {"chest_pain", "Does your chest ever hurt, at rest or when you "
                                              "make an effort?"},
    [PLIE_HEALTH_DIZZINESS] = {"dizziness", "Do you get dizzy, or have you fainted in the last "
                                            "year?"},
    [PLIE_HEALTH_JOINTS] = {"joints", "Could exercise make a bone, joint or back problem of yours "
                                      "worse?"},
    [PLIE_HEALTH_PREGNANCY] = {"pregnancy", "Are you pregnant, or have you given birth in the last "
                                            "six months?"},
    [PLIE_HEALTH_OPERATION] = {"operation", "Have you had an operation in the last three months?"},
    [PLIE_HEALTH_VEINS] = {"veins", "Do you have varicose veins that hurt or swell?"},
    [PLIE_HEALTH_SUPERVISION] = {"supervision", "Has a doctor told you to exercise only under "
                                                "supervision?"},
};

const char *plie_health_question(plie_health_theme theme) {
    return themes[theme].question;
}

const char *plie_health_key(plie_health_theme theme) {
    return themes[theme].key;
}

const char *plie_operation_id(plie_operation operation) {
    static const char *const ids[] = {"untold", "thigh", "calf", "other"};
    return ids[operation];
}

const char *plie_operation_name(plie_operation operation) {
    static const char *const names[] = {"an operation", "a thigh lift", "surgery of the calf",
                                        "your operation"};
    return names[operation];
}

/* The documents speak of thigh lifts; what is only carried over from there is said to be. */
static const char *origin_of(plie_operation operation) {
    static const char *const origins[] = {
        " Those are the dates for a thigh lift; your doctor may have told you others.", "",
        " Those are the dates for a thigh lift; for the calf they are taken to be the same.",
        " Those are the dates for a thigh lift; your doctor may have told you others."};
    return origins[operation];
}

static bool has_other_yes(const plie_health *health) {
    for (int theme = 0; theme < PLIE_HEALTH_THEMES; theme++)
        if (theme != PLIE_HEALTH_OPERATION && health->yes[theme])
            return true;
    return false;
}

static const char *beside(const plie_health *health) {
    return has_other_yes(health) ? " You answered yes to another question too: ask a doctor." : "";
}

static char *day_text(plie_arena *arena, int32_t day) {
    plie_date date = plie_date_of_day(day);
    return plie_arena_printf(arena, "%d %s %d", date.day, plie_month_name(date.month), date.year);
}

/* Of the first weeks, what is possible within them. */
static const char *light_movement(plie_arena *arena, int32_t operated, int32_t today) {
    int32_t from = operated + PLIE_NO_LIGHT_WEEKS * DAYS_OF_WEEK;
    if (today >= from)
        return plie_arena_printf(arena,
                                 "From %d weeks on light movement is possible, such as walking: "
                                 "leave it at that for now.",
                                 PLIE_NO_LIGHT_WEEKS);
    return plie_arena_printf(arena,
                             "Light movement, such as walking, begins %d weeks after it, on %s; "
                             "before that do only what your doctor allows.",
                             PLIE_NO_LIGHT_WEEKS, day_text(arena, from));
}

static plie_health_verdict stopped(plie_arena *arena, const plie_health *health, int32_t operated,
                                   int32_t today) {
    int32_t until = operated + PLIE_NO_WORKOUT_WEEKS * DAYS_OF_WEEK;
    return (plie_health_verdict){
        .ruling = PLIE_HEALTH_STOP,
        .until = plie_date_of_day(until),
        .brief = plie_arena_printf(arena, "%d weeks after your operation", PLIE_NO_WORKOUT_WEEKS),
        .reason = plie_arena_printf(
            arena,
            "After %s there is no workout in the first %d weeks: wounds and tissue need about that "
            "long to heal. %s From %s on low impact is possible, if your doctor agrees.%s%s",
            plie_operation_name(health->operation), PLIE_NO_WORKOUT_WEEKS,
            light_movement(arena, operated, today), day_text(arena, until),
            origin_of(health->operation), beside(health))};
}

static plie_health_verdict undated(plie_arena *arena, const plie_health *health) {
    return (plie_health_verdict){
        .ruling = PLIE_HEALTH_STOP,
        .brief = "the date of your operation is missing",
        .reason = plie_arena_printf(
            arena,
            "After %s there is no workout in the first %d weeks: wounds and tissue need about that "
            "long to heal. Its date is missing: change your answers and tell it.%s%s",
            plie_operation_name(health->operation), PLIE_NO_WORKOUT_WEEKS,
            origin_of(health->operation), beside(health))};
}

/* Only a wrong date or a wrong clock leads there, and then nobody knows how long ago it was. */
static plie_health_verdict ahead(plie_arena *arena, const plie_health *health, int32_t operated) {
    return (plie_health_verdict){
        .ruling = PLIE_HEALTH_STOP,
        .brief = "the date of your operation lies ahead",
        .reason = plie_arena_printf(
            arena,
            "After %s there is no workout in the first %d weeks, and its date, %s, lies "
            "ahead. Check it in your answers, and the clock of this machine.%s",
            plie_operation_name(health->operation), PLIE_NO_WORKOUT_WEEKS,
            day_text(arena, operated), beside(health))};
}

static plie_health_verdict gentle(plie_arena *arena, const plie_health *health, int32_t operated) {
    int32_t until = operated + PLIE_LOW_IMPACT_WEEKS * DAYS_OF_WEEK;
    const char *agreed = health->doctor_agrees ? "" : " Ask your doctor before you begin.";
    return (plie_health_verdict){
        .ruling = PLIE_HEALTH_LOW_IMPACT,
        .needs_word = !health->doctor_agrees,
        .until = plie_date_of_day(until),
        .brief = plie_arena_printf(arena, "%d weeks after your operation", PLIE_LOW_IMPACT_WEEKS),
        .reason = plie_arena_printf(
            arena,
            "From week %d to week %d after %s it is low impact only, on your doctor's word: until "
            "%s.%s%s%s",
            PLIE_NO_WORKOUT_WEEKS, PLIE_LOW_IMPACT_WEEKS, plie_operation_name(health->operation),
            day_text(arena, until), agreed, origin_of(health->operation), beside(health))};
}

static bool judge_operation(plie_arena *arena, const plie_health *health, int32_t today,
                            plie_health_verdict *verdict) {
    if (!health->yes[PLIE_HEALTH_OPERATION])
        return false;
    int32_t operated = plie_day_of_date(health->operated);
    if (health->operated.year == 0)
        *verdict = undated(arena, health);
    else if (today < operated)
        *verdict = ahead(arena, health, operated);
    else if (today < operated + PLIE_NO_WORKOUT_WEEKS * DAYS_OF_WEEK)
        *verdict = stopped(arena, health, operated, today);
    else if (today < operated + PLIE_LOW_IMPACT_WEEKS * DAYS_OF_WEEK)
        *verdict = gentle(arena, health, operated);
    else
        return false;
    return true;
}

plie_health_verdict plie_health_judge(plie_arena *arena, const plie_health *health, int32_t today) {
    plie_health_verdict verdict = {.ruling = PLIE_HEALTH_FREE};
    if (health->state != PLIE_HEALTH_ANSWERED || judge_operation(arena, health, today, &verdict))
        return verdict;
    if (has_other_yes(health))
        verdict = (plie_health_verdict){
            .ruling = PLIE_HEALTH_ASK_DOCTOR,
            .brief = "you answered yes to a health question",
            .reason = "You answered yes to a health question: ask a doctor before you train. The "
                      "low-impact form is kinder to heart and joints."};
    return verdict;
}
