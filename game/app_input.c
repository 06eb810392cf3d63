#include "app_input.h"

#include "app_internal.h"
#include <string.h>

#define WHEEL_NOTCH_UNITS 200.0F
#define MOUSE_IN_USE_POINTS 40.0F /* a desk that shakes moves it by less */
#define PASTE_LIMIT 4096          /* what a path may have */
#define IN_SESSION (PLIE_AT_WORK | PLIE_AT_WAIT | PLIE_AT_PAUSE)

static bool waits_for_done(const plie_app *app) {
    if (!app->workout.session)
        return false;
    plie_session_view view = plie_session_look(app->workout.session);
    const plie_plan *plan = view.plan;
    bool inside = view.interval >= 0 && (size_t)view.interval < plan->interval_count;
    return inside && plan->intervals[view.interval].self_paced;
}

static plie_at place(const plie_app *app) {
    plie_at at = plie_app_screen_shown(app)->place(app);
    return at == PLIE_AT_WORK && waits_for_done(app) ? PLIE_AT_WAIT : at;
}

static float pixels_per_point(const plie_app *app) {
    int width = 0, height = 0;
    SDL_GetWindowSize(app->window, &width, &height);
    return width > 0 ? (float)app->page.layout.width_px / (float)width : 1.0F;
}

static void use(plie_app *app, plie_device_kind device) {
    app->input.mouse_travel = 0;
    app->dirty |= app->page.device != device;
    app->page.device = device;
}

static void toggle_full_screen(plie_app *app) {
    app->settings->full_screen = !app->settings->full_screen;
    plie_app_preferences_apply(app);
}

static void toggle_mute(plie_app *app) {
    app->muted = !app->muted;
    plie_app_preferences_apply(app);
    if (app->showing == PLIE_SHOWING_WORKOUT)
        plie_app_workout_toast(app, 1800, app->muted ? "Sound off" : "Sound on");
}

/* Text is taken in only while it is typed: elsewhere a key that starts it would be typed, too, and
 * input methods would open for letters that are shortcuts. */
static void follow_place(plie_app *app) {
    bool typing = place(app) == PLIE_AT_SEARCH;
    if (typing == app->input.typing)
        return;
    app->input.typing = typing;
    SDL_FlushEvent(SDL_TEXTINPUT);
    if (typing)
        SDL_StartTextInput();
    else
        SDL_StopTextInput();
}

static bool leads_to_other_characters(const SDL_Event *event) {
    SDL_Keycode key = event->key.keysym.sym;
    return key == SDLK_LSHIFT || key == SDLK_RSHIFT || key == SDLK_RALT || key == SDLK_MODE;
}

/* On many keyboards "/" is no key of its own but Shift and another: only the text tells. This is
 * called as keys are read, before the one that follows. */
static int SDLCALL take_text_with_shift(void *user, SDL_Event *event) {
    (void)user;
    if (event->type == SDL_KEYDOWN && leads_to_other_characters(event))
        SDL_EventState(SDL_TEXTINPUT, SDL_ENABLE);
    return 1;
}

static void take_no_text_without_shift(const plie_app *app, const SDL_Event *event) {
    if (event->type == SDL_KEYUP && leads_to_other_characters(event) && !app->input.typing)
        SDL_EventState(SDL_TEXTINPUT, SDL_DISABLE);
}

static void act(plie_app *app, plie_action action, int argument) {
    app->input.coast_speed = 0;
    if (action == PLIE_ACTION_FULL_SCREEN)
        toggle_full_screen(app);
    else if (action == PLIE_ACTION_MUTE)
        toggle_mute(app);
    else
        plie_app_screen_shown(app)->act(app, action, argument);
    follow_place(app);
}

static bool scroll(plie_app *app, float by_px) {
    const plie_app_screen *screen = plie_app_screen_shown(app);
    if (!screen->scroll)
        return false;
    if (by_px != 0) {
        screen->scroll(app, by_px);
        app->dirty = true;
    }
    return true;
}

static void point(plie_app *app, float x, float y) {
    const plie_hit *hit = plie_hits_at(&app->page.hits, x, y);
    app->input.dragged = hit && hit->drags ? *hit : (plie_hit){.action = PLIE_ACTION_NONE};
    if (hit)
        act(app, hit->action, hit->argument);
}

/* A slider that the mouse holds follows it, also beside its line and beyond its ends. */
static void drag(plie_app *app, float x, bool held) {
    plie_hit *dragged = &app->input.dragged;
    if (!held)
        dragged->action = PLIE_ACTION_NONE;
    if (dragged->action == PLIE_ACTION_NONE)
        return;
    const plie_hit *stop = plie_hits_along(&app->page.hits, dragged, x);
    if (!stop || stop->argument == dragged->argument)
        return;
    *dragged = *stop;
    act(app, dragged->action, dragged->argument);
}

static void type(plie_app *app, const char *text) {
    const plie_app_screen *screen = plie_app_screen_shown(app);
    if (place(app) != PLIE_AT_SEARCH || !screen->type)
        return;
    screen->type(app, text);
    app->dirty = true;
}

/* As much of the first line as fits, whole letters only. */
static void paste(plie_app *app) {
    char *text = SDL_GetClipboardText();
    char line[PASTE_LIMIT + 1];
    if (!text)
        return;
    SDL_utf8strlcpy(line, text, sizeof line);
    SDL_free(text);
    for (char *at = line; *at != '\0'; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7f) {
            *at = '\0';
            break;
        }
    size_t length = strlen(line);
    if (length > 0 && plie_utf8_valid(line, length, NULL))
        type(app, line);
}

static void take_text(plie_app *app, const char *text) {
    if (strcmp(text, "/") == 0 && place(app) == PLIE_AT_HOME) {
        use(app, PLIE_BY_KEYBOARD);
        act(app, PLIE_ACTION_SEARCH, 0);
    } else {
        type(app, text);
    }
}

static bool is_paste(const SDL_Event *event) {
    const SDL_Keysym *key = &event->key.keysym;
    return event->type == SDL_KEYDOWN && key->sym == SDLK_v && (key->mod & KMOD_CTRL) &&
           !(key->mod & (KMOD_ALT | KMOD_GUI));
}

static void press(plie_app *app, plie_pad_button button, bool again) {
    plie_action action = plie_pad_action(button, place(app));
    if (again && !plie_action_repeats(action))
        return;
    if (!again)
        use(app, PLIE_BY_PAD);
    if (action != PLIE_ACTION_NONE)
        act(app, action, 0);
}

/* Of a workout all that is no button is one: a wet finger needs no aim to pause. */
static bool is_large_button(const plie_app *app, const plie_hit *hit) {
    return !hit && (place(app) & (PLIE_AT_WORK | PLIE_AT_WAIT));
}

static plie_hit hit_under(const plie_app *app, float x, float y) {
    const plie_hit *hit = plie_hits_at(&app->page.hits, x, y);
    if (is_large_button(app, hit))
        return (plie_hit){.action = PLIE_ACTION_PAUSE};
    return hit ? *hit : (plie_hit){.action = PLIE_ACTION_NONE};
}

/* What lay there when the finger came down has to lie there still. */
static void tap(plie_app *app, float x, float y) {
    plie_hit hit = hit_under(app, x, y);
    const plie_hit *touched = &app->input.touched;
    use(app, PLIE_BY_TOUCH);
    if (hit.action != PLIE_ACTION_NONE && hit.action == touched->action &&
        hit.argument == touched->argument)
        act(app, hit.action, hit.argument);
}

static void swipe(plie_app *app, plie_action action) {
    use(app, PLIE_BY_TOUCH);
    if (!plie_app_screen_shown(app)->scroll && (place(app) & IN_SESSION))
        act(app, action, 0);
}

static void let_go(plie_app *app) {
    if (!plie_app_screen_shown(app)->scroll || app->settings->reduced_motion)
        return;
    app->input.coast_speed = app->input.touch.speed;
    app->input.coast_ms = app->now_ms;
    app->input.thrown = app->showing;
}

/* A finger that comes down on a list that coasts holds it, and means nothing else. */
static void lay_finger(plie_app *app, float x, float y) {
    bool coasting = app->input.coast_speed != 0;
    app->input.coast_speed = 0;
    app->input.touched = hit_under(app, x, y);
    if (coasting)
        app->input.touched.action = PLIE_ACTION_NONE;
}

static void follow_finger(plie_app *app, const plie_touch_step *step) {
    switch (step->kind) {
    case PLIE_TOUCH_NONE:
        break;
    case PLIE_TOUCH_DOWN:
        lay_finger(app, step->x, step->y);
        break;
    case PLIE_TOUCH_DRAG:
        use(app, PLIE_BY_TOUCH);
        scroll(app, step->by_px);
        break;
    case PLIE_TOUCH_TAP:
        tap(app, step->x, step->y);
        break;
    case PLIE_TOUCH_SWIPE_LEFT:
        swipe(app, PLIE_ACTION_NEXT);
        break;
    case PLIE_TOUCH_SWIPE_RIGHT:
        swipe(app, PLIE_ACTION_PREVIOUS);
        break;
    case PLIE_TOUCH_LET_GO:
        let_go(app);
        break;
    }
}

/* Touch pads are no screens: their places are not the window's. */
static bool is_on_the_screen(SDL_TouchID touch) {
    SDL_TouchDeviceType type = SDL_GetTouchDeviceType(touch);
    return touch != SDL_MOUSE_TOUCHID && type != SDL_TOUCH_DEVICE_INDIRECT_ABSOLUTE &&
           type != SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
}

static void handle_finger(plie_app *app, const SDL_TouchFingerEvent *event) {
    if (!is_on_the_screen(event->touchId))
        return;
    plie_touch *touch = &app->input.touch;
    float width = (float)app->page.layout.width_px;
    float x = event->x * width, y = event->y * (float)app->page.layout.height_px;
    plie_touch_step step;
    if (event->type == SDL_FINGERDOWN)
        step = plie_touch_down(touch, event->fingerId, x, y, app->now_ms);
    else if (event->type == SDL_FINGERMOTION)
        step = plie_touch_move(touch, event->fingerId, x, y, pixels_per_point(app), app->now_ms);
    else
        step = plie_touch_up(touch, event->fingerId, width, app->now_ms);
    follow_finger(app, &step);
}

static void handle_motion(plie_app *app, const SDL_MouseMotionEvent *event) {
    if (event->which == SDL_TOUCH_MOUSEID)
        return;
    app->pointer_ms = app->now_ms;
    app->input.mouse_travel += (float)(SDL_abs(event->xrel) + SDL_abs(event->yrel));
    if (app->input.mouse_travel > MOUSE_IN_USE_POINTS)
        use(app, PLIE_BY_MOUSE);
    drag(app, (float)event->x * pixels_per_point(app), (event->state & SDL_BUTTON_LMASK) != 0);
}

static void handle_keys_and_mouse(plie_app *app, const SDL_Event *event) {
    plie_input input =
        plie_input_from_event(event, place(app), app->page.device, pixels_per_point(app));
    if (input.action == PLIE_ACTION_NONE && input.wheel == 0)
        return;
    use(app, input.device);
    if (input.wheel != 0)
        scroll(app, input.wheel * WHEEL_NOTCH_UNITS * app->page.layout.unit);
    else if (input.action == PLIE_ACTION_POINT)
        point(app, input.x, input.y);
    else
        act(app, input.action, 0);
}

static void forget_what_is_held(plie_app *app) {
    plie_pads_forget_held(&app->input.pads);
    app->input.touch = (plie_touch){0};
    app->input.dragged.action = PLIE_ACTION_NONE;
}

/* Meanwhile somebody may have written a program. */
static void look_around(plie_app *app) {
    if (place(app) == PLIE_AT_HOME)
        plie_app_home_open(app);
}

void plie_app_input_handle(plie_app *app, const SDL_Event *event) {
    plie_pad_button button = plie_pads_handle(&app->input.pads, event, app->now_ms);
    if (button != PLIE_PAD_NONE)
        press(app, button, false);
    switch (event->type) {
    case SDL_WINDOWEVENT:
        if (event->window.event == SDL_WINDOWEVENT_FOCUS_LOST)
            forget_what_is_held(app);
        else if (event->window.event == SDL_WINDOWEVENT_FOCUS_GAINED)
            look_around(app);
        break;
    case SDL_MOUSEMOTION:
        handle_motion(app, &event->motion);
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        handle_finger(app, &event->tfinger);
        break;
    case SDL_TEXTINPUT:
        take_text(app, event->text.text);
        break;
    default:
        take_no_text_without_shift(app, event);
        if (is_paste(event))
            paste(app);
        else
            handle_keys_and_mouse(app, event);
        break;
    }
}

void plie_app_input_begin(plie_app *app) {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_StopTextInput();
    SDL_AddEventWatch(take_text_with_shift, NULL);
    app->input.typing = false;
}

void plie_app_input_end(plie_app *app) {
    SDL_DelEventWatch(take_text_with_shift, NULL);
    plie_pads_stop(&app->input.pads);
}

static void coast(plie_app *app) {
    plie_app_input *input = &app->input;
    if (input->coast_speed == 0 || app->now_ms < input->coast_ms + PLIE_COAST_STEP_MS)
        return;
    float way = plie_touch_coast(&input->coast_speed, app->now_ms - input->coast_ms);
    input->coast_ms = app->now_ms;
    if (input->thrown != app->showing || !scroll(app, way))
        input->coast_speed = 0;
}

void plie_app_input_advance(plie_app *app) {
    follow_place(app);
    coast(app);
    if (app->shown_ms > 0)
        plie_pads_start(&app->input.pads);
    plie_pads_update(&app->input.pads, app->now_ms);
    plie_pad_button again = plie_pad_hold_again(&app->input.pads.hold, app->now_ms);
    if (again != PLIE_PAD_NONE)
        press(app, again, true);
}

int64_t plie_app_input_next_ms(const plie_app *app) {
    const plie_app_input *input = &app->input;
    int64_t next = plie_pads_next_ms(&input->pads);
    if (!input->pads.started && !input->pads.failed)
        next = app->shown_ms;
    if (input->coast_speed != 0)
        next = SDL_min(next, input->coast_ms + PLIE_COAST_STEP_MS);
    return next;
}
