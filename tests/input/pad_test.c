/* A game pad that is plugged in, pulled out in mid-session and plugged in again leads through a
 * workout; so does a plain joystick. */
#include "story.h"

static SDL_Joystick *pad;
static SDL_JoystickID id;
static SDL_atomic_t presses, releases; /* that came into SDL's queue */
static int awaited;

static bool can_plug_in(void) {
    return SDL_WasInit(SDL_INIT_JOYSTICK) != 0;
}

static bool is_taken_up(void) {
    pad = SDL_JoystickFromInstanceID(id);
    return pad != NULL;
}

static bool is_put_away(void) {
    return SDL_JoystickFromInstanceID(id) == NULL;
}

static bool is_pressed(void) {
    return SDL_AtomicGet(&presses) >= awaited;
}

static bool is_released(void) {
    return SDL_AtomicGet(&releases) >= awaited;
}

static int SDLCALL count(void *data, SDL_Event *event) {
    (void)data;
    if (event->type == SDL_JOYBUTTONDOWN)
        SDL_AtomicAdd(&presses, 1);
    if (event->type == SDL_JOYBUTTONUP)
        SDL_AtomicAdd(&releases, 1);
    return 0;
}

static void plug_in(SDL_JoystickType type) {
    story_wait_until(can_plug_in, "the app listens to pads");
    int device = SDL_JoystickAttachVirtual(type, 6, 15, 0);
    story_check(device >= 0, "a virtual pad");
    id = SDL_JoystickGetDeviceInstanceID(device);
    story_wait_until(is_taken_up, "the pad is taken up");
}

static void pull_out(void) {
    for (int i = 0; i < SDL_NumJoysticks(); i++)
        if (SDL_JoystickGetDeviceInstanceID(i) == id)
            SDL_JoystickDetachVirtual(i);
    story_wait_until(is_put_away, "the pad is put away");
}

/* A button has to be held until the app has read it. */
static void press(int button) {
    awaited = SDL_AtomicGet(&presses) + 1;
    SDL_JoystickSetVirtualButton(pad, button, 1);
    story_wait_until(is_pressed, "the button is pressed");
    awaited = SDL_AtomicGet(&releases) + 1;
    SDL_JoystickSetVirtualButton(pad, button, 0);
    story_wait_until(is_released, "the button is let go");
}

static void lead_by_pad(void) {
    plug_in(SDL_JOYSTICK_TYPE_GAMECONTROLLER);
    SDL_AddEventWatch(count, NULL);
    press(SDL_CONTROLLER_BUTTON_A);
    story_wait_for("\"event\":\"started\"");
    story_wait_for("\"kind\":\"prepare\"");
    press(SDL_CONTROLLER_BUTTON_RIGHTSHOULDER);
    story_wait_for("\"kind\":\"work\"");
    press(SDL_CONTROLLER_BUTTON_A);
    story_wait_for("\"event\":\"paused\"");
    press(SDL_CONTROLLER_BUTTON_A);
    story_wait_for("\"event\":\"resumed\"");
    SDL_JoystickSetVirtualAxis(pad, SDL_CONTROLLER_AXIS_LEFTX, 32767);
    story_wait_for("\"event\":\"skipped\"");
    pull_out();
    story_check(!story_has("\"event\":\"paused\""), "the session goes on without the pad");
    plug_in(SDL_JOYSTICK_TYPE_GAMECONTROLLER);
    press(SDL_CONTROLLER_BUTTON_START);
    story_wait_for("\"event\":\"paused\"");
    pull_out();
    plug_in(SDL_JOYSTICK_TYPE_UNKNOWN);
    press(0);
    story_wait_for("\"event\":\"resumed\"");
    press(1);
    story_wait_for("\"event\":\"paused\"");
    SDL_JoystickSetVirtualAxis(pad, 0, 32767);
    press(2);
    press(0);
    story_wait_for("\"completed\":false");
}

int main(void) {
    static const char *const arguments[] = {"long", "--mute", "--no-voice", NULL};
    return story_run(lead_by_pad, arguments);
}
