#include "figure/figure_inks.h"

#include <string.h>

#define RGB(hex)                                                                                   \
    { ((hex) >> 16) & 0xFF, ((hex) >> 8) & 0xFF, (hex)&0xFF, 0xFF }

static const struct {
    const char *theme;
    plie_figure_inks inks;
} table[] = {
    {"dark",
     {
         .skin = RGB(0xF2BE96),
         .top = RGB(0x4B8DF0),
         .tights = RGB(0x55628A),
         .shoes = RGB(0xF4F6FB),
         .hair = RGB(0x6B3F2A),
         .eyes = RGB(0x2B1B14),
         .works = RGB(0xFF5D87),
         .shade = RGB(0x0A0E18),
         .mat = RGB(0x34456C),
         .wood = RGB(0xA98562),
         .soft = RGB(0xE7D9B4),
         .band = RGB(0xFFD166),
         .shadow = RGB(0x05070C),
     }},
    {"light",
     {
         .skin = RGB(0xE7AE84),
         .top = RGB(0x2F6FDB),
         .tights = RGB(0x4A5676),
         .shoes = RGB(0x263149),
         .hair = RGB(0x5A3322),
         .eyes = RGB(0x24150F),
         .works = RGB(0xE0336B),
         .shade = RGB(0x20263A),
         .mat = RGB(0xD3DCEC),
         .wood = RGB(0xA57B50),
         .soft = RGB(0xD9C78F),
         .band = RGB(0xE09B00),
         .shadow = RGB(0x8A93A8),
     }},
    {"contrast",
     {
         .skin = RGB(0xFFD9B8),
         .top = RGB(0x5CC8FF),
         .tights = RGB(0xA8A8A8),
         .shoes = RGB(0xFFFFFF),
         .hair = RGB(0x9A6A4A),
         .eyes = RGB(0x000000),
         .works = RGB(0xFF3D7F),
         .shade = RGB(0x000000),
         .mat = RGB(0x303030),
         .wood = RGB(0xD8B080),
         .soft = RGB(0xFFF0C0),
         .band = RGB(0xFFD500),
         .shadow = RGB(0x2A2A2A),
     }},
};

const plie_figure_inks *plie_figure_inks_for(const plie_theme *theme) {
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].theme, theme->name) == 0)
            return &table[i].inks;
    return &table[0].inks;
}

static Uint8 between(Uint8 from, Uint8 to, double part) {
    return (Uint8)(from + (to - from) * part + 0.5);
}

SDL_Color plie_mixed(SDL_Color color, SDL_Color with, double part) {
    return (SDL_Color){between(color.r, with.r, part), between(color.g, with.g, part),
                       between(color.b, with.b, part), color.a};
}
