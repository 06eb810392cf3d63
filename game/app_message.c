#include "app_internal.h"

static void show(plie_app *app, const char *title) {
    app->message = (plie_message){.title = title, .text = app->message_text};
    app->message_text[0] = '\0';
    app->showing = PLIE_SHOWING_MESSAGE;
    app->dirty = true;
}

static void list_findings(plie_app *app, const plie_diagnostics *findings) {
    size_t count = findings ? plie_diagnostics_count(findings) : 0;
    for (size_t i = 0; i < count; i++) {
        const plie_diagnostic *found = plie_diagnostics_at(findings, i);
        if (found->severity != PLIE_ERROR)
            continue;
        if (app->message.line_count == PLIE_MESSAGE_LINE_LIMIT) {
            app->message.more++;
            continue;
        }
        const char *line =
            found->place.line > 0
                ? plie_arena_printf(app->arena, "%s:%d:%d: %s", found->file, found->place.line,
                                    found->place.column, found->message)
                : plie_arena_printf(app->arena, "%s: %s", found->file, found->message);
        app->message.lines[app->message.line_count++] = line;
    }
}

void plie_app_message_no_programs(plie_app *app) {
    show(app, "No programs found");
    SDL_snprintf(app->message_text, sizeof app->message_text,
                 "Plie looked in %s and in %s. Put a program (a .json file) into either folder, or "
                 "install Plie again. \u201cplie new FILE\u201d writes one to start from.",
                 app->paths.shipped, app->paths.programs);
    app->message.ok_hint = "look again";
}

void plie_app_message_library(plie_app *app) {
    show(app, "The exercises cannot be read");
    SDL_strlcpy(app->message_text,
                "Without the library of exercises no program can be done. Install Plie again, or "
                "mend the file:",
                sizeof app->message_text);
    app->message.ok_hint = "look again";
    list_findings(app, plie_catalog_library_findings(app->catalog));
}

static int error_count(const plie_diagnostics *findings) {
    size_t count = findings ? plie_diagnostics_count(findings) : 0;
    int errors = 0;
    for (size_t i = 0; i < count; i++)
        errors += plie_diagnostics_at(findings, i)->severity == PLIE_ERROR;
    return errors;
}

void plie_app_message_broken(plie_app *app, size_t program) {
    const plie_diagnostics *findings = plie_catalog_findings(app->catalog, program);
    int errors = error_count(findings);
    show(app, "This program has errors");
    SDL_snprintf(app->message_text, sizeof app->message_text,
                 "\u201c%s\u201d has %d error%s. Mend %s, then open it again.",
                 plie_catalog_at(app->catalog, program)->id, errors, errors == 1 ? "" : "s",
                 errors == 1 ? "it" : "them");
    app->message.ok_hint = "home";
    list_findings(app, findings);
}

void plie_app_message_not_found(plie_app *app, const char *why) {
    show(app, "There is no such program");
    SDL_strlcpy(app->message_text, why, sizeof app->message_text);
    app->message.ok_hint = "home";
}

static void act(plie_app *app, plie_action action, int argument) {
    (void)argument;
    if (action == PLIE_ACTION_QUIT)
        app->quit = true;
    if (action != PLIE_ACTION_OK && action != PLIE_ACTION_BACK)
        return;
    if (plie_catalog_count(app->catalog) == 0 || !plie_catalog_library(app->catalog))
        plie_catalog_refresh(app->catalog);
    plie_app_home_open(app);
}

static void draw(plie_app *app) {
    plie_message_draw(&app->page, &app->message);
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_MESSAGE;
}

const plie_app_screen plie_app_message_screen = {.draw = draw, .place = place, .act = act};
