#include "app_health_said.h"

#include "health_rows.h"

static void add_text(plie_health_saying *said, const char *text) {
    plie_health_page *page = &said->page;
    page->texts = said->texts;
    if (page->text_count < PLIE_HEALTH_TEXT_LIMIT)
        said->texts[page->text_count++] = text;
}

static void add_button(plie_health_saying *said, const char *text, plie_said_answer answer) {
    plie_health_page *page = &said->page;
    if (page->button_count == PLIE_HEALTH_BUTTON_LIMIT)
        return;
    said->answers[page->button_count] = answer;
    page->buttons[page->button_count++] = text;
}

static void say_ask_doctor(plie_health_saying *said) {
    said->page.title = "Ask a doctor first";
    add_text(said, "Stop at once when something hurts, or when you feel dizzy, sick or short of "
                   "breath.");
    add_button(said, "Low impact", PLIE_SAID_LOW_IMPACT);
    add_button(said, "As it is", PLIE_SAID_GO_ON);
    add_button(said, "Change answers", PLIE_SAID_ANSWER);
}

/* To go back comes first: nobody shall agree for the doctor by pressing on. */
static void ask_for_word(plie_health_saying *said) {
    said->page.title = "Does your doctor agree?";
    add_button(said, "Not yet", PLIE_SAID_BACK);
    add_button(said, "My doctor agrees", PLIE_SAID_AGREED);
}

static void say_low_impact(plie_health_saying *said, const plie_health_verdict *verdict) {
    said->page.title = "Low impact for now";
    if (said->starts && verdict->needs_word)
        ask_for_word(said);
    else
        add_button(said, said->starts ? "Start with low impact" : "Done", PLIE_SAID_GO_ON);
    add_button(said, "Change answers", PLIE_SAID_ANSWER);
}

static void say_stop(plie_health_saying *said, const plie_health_verdict *verdict) {
    char title[PLIE_HEALTH_DATE_SIZE];
    plie_no_workout_text(title, sizeof title, verdict);
    said->page.title = plie_arena_strdup(said->arena, title);
    add_button(said, "Back", PLIE_SAID_BACK);
    add_button(said, "Change answers", PLIE_SAID_ANSWER);
}

void plie_say_result(plie_health_saying *said, plie_health_verdict verdict) {
    said->page = (plie_health_page){.back = "back"};
    add_text(said, verdict.reason);
    if (verdict.ruling == PLIE_HEALTH_STOP)
        say_stop(said, &verdict);
    else if (verdict.ruling == PLIE_HEALTH_LOW_IMPACT)
        say_low_impact(said, &verdict);
    else
        say_ask_doctor(said);
}

void plie_say_skipping(plie_health_saying *said) {
    said->page =
        (plie_health_page){.title = "Skip the questions?", .back = "back to the questions"};
    add_text(said,
             "Then Plie knows of no illness and no operation: it cannot warn you, and may offer "
             "workouts that are not right for you.");
    add_text(said, "You can answer later: in the settings, under \u201cHealth questions\u201d.");
    add_button(said, "Answer them", PLIE_SAID_ANSWER);
    add_button(said, "Skip them", PLIE_SAID_SKIP);
}

void plie_say_forgetting(plie_health_saying *said) {
    said->page = (plie_health_page){.title = "Forget your answers?", .back = "back"};
    add_text(said, "All of them are cleared, and with them the date of an operation. The questions "
                   "come again before the next workout.");
    add_button(said, "Keep them", PLIE_SAID_BACK);
    add_button(said, "Forget them", PLIE_SAID_FORGET);
}

void plie_say_cautions(plie_health_saying *said, const char *program, const plie_texts *cautions) {
    said->page = (plie_health_page){.title = "Before you start",
                                    .about = plie_arena_strdup(said->arena, program),
                                    .texts = cautions->items,
                                    .text_count = cautions->count,
                                    .listed = true,
                                    .back = "not now"};
    add_button(said, "Start", PLIE_SAID_GO_ON);
}
