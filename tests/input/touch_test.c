/* A finger leads through a workout: it swipes and taps, and keys may be pressed meanwhile. */
#include "story.h"

static bool is_running(void) {
    return SDL_WasInit(SDL_INIT_JOYSTICK) != 0; /* begun after the first picture */
}

static void drag(float from_x, float from_y, float to_x, float to_y) {
    story_finger(SDL_FINGERDOWN, from_x, from_y);
    story_finger(SDL_FINGERMOTION, (from_x + to_x) / 2, (from_y + to_y) / 2);
    story_finger(SDL_FINGERMOTION, to_x, to_y);
    story_finger(SDL_FINGERUP, to_x, to_y);
}

static void tap(float x, float y) {
    story_finger(SDL_FINGERDOWN, x, y);
    story_finger(SDL_FINGERUP, x, y);
}

static void lead_by_finger(void) {
    story_wait_until(is_running, "the first picture is shown");
    story_wait_for("\"kind\":\"prepare\"");
    drag(0.8F, 0.4F, 0.4F, 0.42F);
    story_wait_for("\"kind\":\"work\"");
    drag(0.8F, 0.4F, 0.7F, 0.4F);
    drag(0.5F, 0.3F, 0.5F, 0.8F);
    drag(0.7F, 0.2F, 0.4F, 0.8F);
    drag(0.3F, 0.4F, 0.7F, 0.4F);
    story_wait_for("\"event\":\"skipped\"");
    story_check(!story_has("\"event\":\"skipped\""), "one swipe is one step");
    tap(0.3F, 0.4F);
    story_wait_for("\"event\":\"paused\"");
    story_key(SDLK_AUDIOPLAY);
    story_wait_for("\"event\":\"resumed\"");
    story_key(SDLK_AUDIOSTOP);
    story_wait_for("\"event\":\"paused\"");
    story_key(SDLK_s);
    story_wait_for("\"completed\":false");
}

int main(void) {
    static const char *const arguments[] = {"start", "long", "--mute", "--no-voice", NULL};
    return story_run(lead_by_finger, arguments);
}
