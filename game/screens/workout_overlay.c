#include "screens/icons.h"
#include "screens/workout.h"
#include "screens/workout_text.h"

static void draw_title(plie_page *page, plie_box *box, const char *title, const char *text) {
    plie_box line = plie_cut_top(box, plie_px(page, 96), plie_px(page, 12));
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, plie_px(page, 84), page->theme->text), line,
                   PLIE_ALIGN_CENTER, plie_px(page, 40), title);
    plie_box body = plie_cut_top(box, plie_px(page, 130), plie_px(page, 12));
    float size = SDL_max(plie_px(page, 44), page->layout.vital_px);
    plie_draw_paragraph(page->canvas, plie_page_font(PLIE_MEDIUM, size, page->theme->dim), body,
                        PLIE_ALIGN_CENTER, 2, size * 0.7F, text, NULL);
}

static void draw_choice(plie_page *page, plie_box box, const char *text, bool focused,
                        plie_action action, int argument) {
    plie_pill pill = {.text = text, .chosen = focused, .focused = focused, .on_panel = true};
    plie_part_pill(page, box, &pill);
    plie_hits_add(&page->hits, box, action, argument);
}

static void draw_pause(plie_page *page, const plie_workout *workout) {
    plie_box box = plie_part_dialog(page, 1060, 560);
    char why[PLIE_LINE_SIZE];
    plie_sentence(why, sizeof why, workout->view.paused_why);
    draw_title(page, &box, "Paused", *why ? why : "Take your time.");
    plie_box buttons = plie_cut_top(&box, plie_px(page, 100), plie_px(page, 40));
    plie_box go_on =
        plie_cut_left(&buttons, (buttons.w - plie_px(page, 32)) / 2, plie_px(page, 32));
    draw_choice(page, go_on, "Go on", true, PLIE_ACTION_PAUSE, 0);
    draw_choice(page, buttons, "Stop", false, PLIE_ACTION_BACK, 0);
    static const plie_hint hints[] = {{PLIE_ACTION_PAUSE, "go on"},
                                      {PLIE_ACTION_NEXT, NULL},
                                      {PLIE_ACTION_PREVIOUS, NULL},
                                      {PLIE_ACTION_BACK, NULL},
                                      {PLIE_ACTION_QUIT, NULL}};
    plie_part_hints(page, plie_cut_bottom(&box, plie_px(page, 44), 0), PLIE_ALIGN_CENTER,
                    PLIE_AT_PAUSE, hints, SDL_arraysize(hints));
}

static void draw_question(plie_page *page, const plie_workout *workout) {
    bool quit = workout->overlay == PLIE_QUIT_QUESTION;
    plie_box box = plie_part_dialog(page, 1060, 560);
    draw_title(page, &box, quit ? "Stop and quit?" : "Stop this workout?",
               "What you have done so far counts.");
    plie_box buttons = plie_cut_top(&box, plie_px(page, 100), plie_px(page, 40));
    plie_box left = plie_cut_left(&buttons, (buttons.w - plie_px(page, 32)) / 2, plie_px(page, 32));
    draw_choice(page, left, "Keep going", workout->answer == PLIE_ANSWER_GO_ON, PLIE_ACTION_CHOOSE,
                PLIE_ANSWER_GO_ON);
    draw_choice(page, buttons, quit ? "Quit" : "Stop", workout->answer == PLIE_ANSWER_STOP,
                PLIE_ACTION_CHOOSE, PLIE_ANSWER_STOP);
    static const plie_hint hints[] = {
        {PLIE_ACTION_LEFT, NULL}, {PLIE_ACTION_OK, NULL}, {PLIE_ACTION_BACK, "keep going"}};
    plie_part_hints(page, plie_cut_bottom(&box, plie_px(page, 44), 0), PLIE_ALIGN_CENTER,
                    PLIE_AT_QUESTION, hints, SDL_arraysize(hints));
}

void plie_workout_draw_overlay(plie_page *page, const plie_workout *workout) {
    switch (workout->overlay) {
    case PLIE_NO_OVERLAY:
        break;
    case PLIE_PAUSE_OVERLAY:
        draw_pause(page, workout);
        break;
    case PLIE_STOP_QUESTION:
    case PLIE_QUIT_QUESTION:
        draw_question(page, workout);
        break;
    }
}
