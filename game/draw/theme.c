#include "draw/theme.h"

#include <string.h>

#define RGB(hex)                                                                                   \
    { ((hex) >> 16) & 0xFF, ((hex) >> 8) & 0xFF, (hex)&0xFF, 0xFF }

static const plie_theme THEMES[] = {
    {
        .name = "dark",
        .background = RGB(0x0F1420),
        .panel = RGB(0x182033),
        .raised = RGB(0x24304B),
        .edge = RGB(0x24304B),
        .text = RGB(0xF4F6FB),
        .dim = RGB(0xA3B0CA),
        .accent = RGB(0x35D49A),
        .on_accent = RGB(0x0B1119),
        .warning = RGB(0xFFB84D),
        .phases = {[PLIE_PREPARE] = RGB(0xFFB84D),
                   [PLIE_WORK] = RGB(0x35D49A),
                   [PLIE_REST] = RGB(0x6FB0FF),
                   [PLIE_ROUND_REST] = RGB(0x6FB0FF),
                   [PLIE_SWITCH] = RGB(0xB7A0FF),
                   [PLIE_TRANSITION] = RGB(0xFFB84D)},
        .segments = {[PLIE_WARMUP] = RGB(0xFFB84D),
                     [PLIE_STANDING_SEGMENT] = RGB(0x35D49A),
                     [PLIE_CARDIO] = RGB(0xFF6B81),
                     [PLIE_FLOOR] = RGB(0xA78BFA),
                     [PLIE_STRETCH] = RGB(0x5AA2FF),
                     [PLIE_OTHER] = RGB(0x93A1BD)},
    },
    {
        .name = "light",
        .background = RGB(0xF3F5FA),
        .panel = RGB(0xFFFFFF),
        .raised = RGB(0xE4E9F3),
        .edge = RGB(0xE4E9F3),
        .text = RGB(0x10182B),
        .dim = RGB(0x424D66),
        .accent = RGB(0x005A3C),
        .on_accent = RGB(0xFFFFFF),
        .warning = RGB(0x7A4300),
        .phases = {[PLIE_PREPARE] = RGB(0x7A4300),
                   [PLIE_WORK] = RGB(0x005A3C),
                   [PLIE_REST] = RGB(0x0A4A9E),
                   [PLIE_ROUND_REST] = RGB(0x0A4A9E),
                   [PLIE_SWITCH] = RGB(0x5B21B6),
                   [PLIE_TRANSITION] = RGB(0x7A4300)},
        .segments = {[PLIE_WARMUP] = RGB(0x995500),
                     [PLIE_STANDING_SEGMENT] = RGB(0x00704A),
                     [PLIE_CARDIO] = RGB(0xB0153F),
                     [PLIE_FLOOR] = RGB(0x6D35C9),
                     [PLIE_STRETCH] = RGB(0x0B57BD),
                     [PLIE_OTHER] = RGB(0x4A5670)},
    },
    {
        .name = "contrast",
        .background = RGB(0x000000),
        .panel = RGB(0x0A0A0A),
        .raised = RGB(0x262626),
        .edge = RGB(0x9A9A9A),
        .text = RGB(0xFFFFFF),
        .dim = RGB(0xE0E0E0),
        .accent = RGB(0x00FF9C),
        .on_accent = RGB(0x000000),
        .warning = RGB(0xFFD500),
        .phases = {[PLIE_PREPARE] = RGB(0xFFD500),
                   [PLIE_WORK] = RGB(0x00FF9C),
                   [PLIE_REST] = RGB(0x5CC8FF),
                   [PLIE_ROUND_REST] = RGB(0x5CC8FF),
                   [PLIE_SWITCH] = RGB(0xD3B8FF),
                   [PLIE_TRANSITION] = RGB(0xFFD500)},
        .segments = {[PLIE_WARMUP] = RGB(0xFFD500),
                     [PLIE_STANDING_SEGMENT] = RGB(0x00FF9C),
                     [PLIE_CARDIO] = RGB(0xFF9AA8),
                     [PLIE_FLOOR] = RGB(0xD3B8FF),
                     [PLIE_STRETCH] = RGB(0x5CC8FF),
                     [PLIE_OTHER] = RGB(0xE0E0E0)},
    },
};

#define THEME_COUNT (sizeof THEMES / sizeof THEMES[0])

const plie_theme *plie_theme_named(const char *name) {
    if (name == NULL)
        return &THEMES[0];
    for (size_t i = 0; i < THEME_COUNT; i++)
        if (strcmp(THEMES[i].name, name) == 0)
            return &THEMES[i];
    return NULL;
}

const plie_theme *plie_theme_at(size_t index) {
    return index < THEME_COUNT ? &THEMES[index] : NULL;
}

SDL_Color plie_theme_phase(const plie_theme *theme, plie_interval_kind kind) {
    return theme->phases[kind];
}

SDL_Color plie_theme_segment(const plie_theme *theme, plie_segment_kind kind) {
    return theme->segments[kind];
}
