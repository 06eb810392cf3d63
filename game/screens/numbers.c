#include "screens/numbers.h"

#include <SDL.h>

#define MINUTE_MS 60000

int plie_rounded_minutes(int64_t ms) {
    return SDL_max((int)((ms + MINUTE_MS / 2) / MINUTE_MS), 1);
}

void plie_minutes_text(char *text, size_t size, int minutes) {
    if (minutes <= 90)
        SDL_snprintf(text, size, "%d min", minutes);
    else if (minutes % 60 == 0)
        SDL_snprintf(text, size, "%d h", minutes / 60);
    else
        SDL_snprintf(text, size, "%d h %d min", minutes / 60, minutes % 60);
}

void plie_length_text(char *text, size_t size, int64_t ms) {
    int64_t seconds = (ms + 500) / 1000;
    if (seconds < 60)
        SDL_snprintf(text, size, "%d s", (int)SDL_max(seconds, 1));
    else
        plie_minutes_text(text, size, plie_rounded_minutes(ms));
}

void plie_time_text(char *text, size_t size, int seconds) {
    if (seconds < 3600)
        SDL_snprintf(text, size, "%d:%02d", seconds / 60, seconds % 60);
    else
        SDL_snprintf(text, size, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

void plie_duration_text(char *text, size_t size, int seconds) {
    if (seconds < 60)
        SDL_snprintf(text, size, "%d s", seconds);
    else if (seconds % 60 == 0)
        SDL_snprintf(text, size, "%d min", seconds / 60);
    else
        SDL_snprintf(text, size, "%d:%02d min", seconds / 60, seconds % 60);
}

int plie_rounded_kcal(double kcal) {
    return (int)(kcal / 5 + 0.5) * 5;
}
