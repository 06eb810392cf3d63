#include "settings/settings.h"

plie_settings *plie_settings_new(void) {
    plie_arena *arena = plie_arena_new();
    plie_settings *settings = PLIE_NEW(arena, plie_settings);
    *settings = (plie_settings){
        .volume_percent = 100,
        .beeps_percent = 100,
        .voice_percent = 100,
        .music_percent = 50,
        .voice = true,
        .scale_percent = 100,
        .prepare_s = PLIE_PREPARE_S,
        .transition_s = PLIE_TRANSITION_S,
        .last = {.minutes = -1},
        .arena = arena,
    };
    return settings;
}

void plie_settings_free(plie_settings *settings) {
    if (settings != NULL)
        plie_arena_free(settings->arena);
}

void plie_settings_add_to(const plie_settings *settings, plie_choices *choices) {
    choices->prepare_s = settings->prepare_s;
    choices->transition_s = settings->transition_s;
    choices->tastes = &settings->tastes;
}

const char *plie_theme_choice_id(plie_theme_choice theme) {
    static const char *const ids[] = {[PLIE_THEME_DARK] = "dark",
                                      [PLIE_THEME_LIGHT] = "light",
                                      [PLIE_THEME_CONTRAST] = "contrast"};
    return ids[theme];
}
