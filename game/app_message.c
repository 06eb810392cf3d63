#include "app_internal.h"

static void show(plie_app *app, const char *title) {
    app->message = (plie_message){.title = title, .text = app->message_text};
    app->message_text[0] = '\0';
    app->showing = PLIE_SHOWING_MESSAGE;
    app->dirty = true;
}

/* The file is named once, in the text, where all is found in it. */
static const char *finding_text(const plie_app *app, const plie_diagnostic *found,
                                const char *file) {
    bool elsewhere = SDL_strcmp(found->file, file) != 0;
    const char *in = elsewhere ? found->file : "", *then = elsewhere ? ", line" : "Line";
    if (found->place.line > 0)
        return plie_arena_printf(app->arena, "%s%s %d, column %d: %s", in, then, found->place.line,
                                 found->place.column, found->message);
    return plie_arena_printf(app->arena, "%s%s%s", in, elsewhere ? ": " : "", found->message);
}

static void list_findings(plie_app *app, const plie_diagnostics *findings, const char *file) {
    size_t count = findings ? plie_diagnostics_count(findings) : 0;
    for (size_t i = 0; i < count; i++) {
        const plie_diagnostic *found = plie_diagnostics_at(findings, i);
        if (found->severity != PLIE_ERROR)
            continue;
        if (app->message.line_count == PLIE_MESSAGE_LINE_LIMIT)
            app->message.more++;
        else
            app->message.lines[app->message.line_count++] = finding_text(app, found, file);
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
    const plie_diagnostics *findings = plie_catalog_library_findings(app->catalog);
    const plie_diagnostic *first = findings ? plie_diagnostics_first(findings, PLIE_ERROR) : NULL;
    const char *file = first ? first->file : "";
    SDL_snprintf(app->message_text, sizeof app->message_text,
                 "Without the library of exercises no program can be done. Install Plie again, or "
                 "mend its file: %s",
                 file);
    app->message.ok_hint = "look again";
    list_findings(app, findings, file);
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
    const plie_catalog_entry *entry = plie_catalog_at(app->catalog, program);
    int errors = error_count(findings);
    const char *them =
        errors == 1 ? "an error" : plie_arena_printf(app->arena, "%d errors", errors);
    show(app, plie_arena_printf(app->arena, "\u201c%s\u201d has %s", entry->id, them));
    SDL_snprintf(app->message_text, sizeof app->message_text,
                 "Mend %s in this file, then open it again: %s", errors == 1 ? "it" : "them",
                 entry->path);
    app->message.ok_hint = "home";
    list_findings(app, findings, entry->path);
}

void plie_app_message_not_found(plie_app *app, const char *why) {
    show(app, "There is no such program");
    SDL_strlcpy(app->message_text, why, sizeof app->message_text);
    app->message.ok_hint = "home";
}

void plie_app_message_cannot_go_on(plie_app *app, const char *why) {
    show(app, "The workout cannot go on");
    SDL_strlcpy(app->message_text, why, sizeof app->message_text);
    app->message.ok_hint = "home";
}

static void scroll(plie_app *app, float by_px) {
    plie_scroll *scroll = &app->message.scroll;
    scroll->offset_px += by_px;
    plie_scroll_settle(scroll, scroll->content_px, scroll->room_px);
    app->dirty = true;
}

/* By lines, by screenfuls, or all the way; 0 for what does not scroll. */
static float way_of(plie_action action, const plie_scroll *scroll) {
    switch (action) {
    case PLIE_ACTION_UP:
        return -scroll->room_px / 5;
    case PLIE_ACTION_DOWN:
        return scroll->room_px / 5;
    case PLIE_ACTION_PAGE_UP:
        return -scroll->room_px * 0.9F;
    case PLIE_ACTION_PAGE_DOWN:
        return scroll->room_px * 0.9F;
    case PLIE_ACTION_FIRST:
        return -scroll->content_px;
    case PLIE_ACTION_LAST:
        return scroll->content_px;
    default:
        return 0;
    }
}

static void act(plie_app *app, plie_action action, int argument) {
    (void)argument;
    if (action == PLIE_ACTION_QUIT)
        app->quit = true;
    if (action != PLIE_ACTION_OK && action != PLIE_ACTION_BACK) {
        scroll(app, way_of(action, &app->message.scroll));
        return;
    }
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

const plie_app_screen plie_app_message_screen = {
    .draw = draw, .place = place, .act = act, .scroll = scroll};
