#include "app_clock.h"
#include "app_internal.h"
#include "program_search.h"

#define SORT_LIMIT 64 /* more programs than these are not all read to sort them */
#define STEP_MS 10    /* for reading, between two pictures */

/* What works comes first; of many programs all keep their places. */
static void sort(plie_app *app) {
    plie_app_home *home = &app->home;
    bool many = home->all_count > SORT_LIMIT;
    size_t used = 0;
    for (int broken = 0; broken <= 1; broken++)
        for (size_t i = 0; i < home->all_count; i++)
            if ((!many && !plie_catalog_program(app->catalog, i)) == (broken == 1))
                home->all[used++] = i;
}

static bool is_found(const plie_app *app, size_t place, const char *query) {
    const plie_app_search *search = &app->home.search;
    if (!*query)
        return true;
    if (search->texts[place])
        return plie_search_matches(search->texts[place], query);
    plie_arena *arena = plie_arena_new();
    const char *id = plie_catalog_at(app->catalog, place)->id;
    bool found = plie_search_matches(plie_search_folded(arena, id), query);
    plie_arena_free(arena);
    return found;
}

/* The cards that are there now; what was selected stays so, if it is one of them. */
static void list_cards(plie_app *app, size_t selected) {
    plie_app_home *home = &app->home;
    plie_arena *arena = plie_arena_new();
    const char *query = home->search.on ? plie_search_folded(arena, home->search.query) : "";
    home->order_count = 0;
    home->selected = 0;
    for (size_t i = 0; i < home->all_count; i++) {
        if (!is_found(app, home->all[i], query))
            continue;
        if (home->all[i] == selected)
            home->selected = home->order_count;
        home->order[home->order_count++] = home->all[i];
    }
    plie_arena_free(arena);
    plie_app_home_forget_plans(app);
}

static bool has_words(const char *query) {
    while (*query == ' ')
        query++;
    return *query != '\0';
}

static size_t place_of(const plie_app *app, const char *id) {
    for (size_t i = 0; id && i < plie_catalog_count(app->catalog); i++)
        if (SDL_strcmp(plie_catalog_at(app->catalog, i)->id, id) == 0)
            return i;
    return 0;
}

void plie_app_home_list(plie_app *app) {
    plie_app_home *home = &app->home;
    const char *selected = NULL;
    if (home->order_count > 0)
        selected = plie_catalog_at(app->catalog, plie_app_home_selected(app))->id;
    bool changed = home->opened && plie_catalog_refresh(app->catalog);
    size_t count = plie_catalog_count(app->catalog);
    if (changed || count != home->all_count) {
        home->all = PLIE_NEW_ARRAY(app->arena, count, size_t);
        home->order = PLIE_NEW_ARRAY(app->arena, count, size_t);
        home->search.texts = PLIE_NEW_ARRAY(app->arena, count, const char *);
        home->search.read = 0;
        home->all_count = count;
    }
    sort(app);
    list_cards(app, place_of(app, selected));
}

void plie_app_search_begin(plie_app *app) {
    plie_app_search *search = &app->home.search;
    if (search->on)
        return;
    search->on = true;
    search->query[0] = '\0';
    search->before = plie_app_home_selected(app);
    app->home.row = PLIE_HOME_PROGRAMS;
    SDL_StartTextInput();
}

void plie_app_search_end(plie_app *app, bool keep) {
    plie_app_search *search = &app->home.search;
    if (!search->on)
        return;
    bool found = keep && app->home.order_count > 0;
    size_t selected = found ? plie_app_home_selected(app) : search->before;
    search->on = false;
    sort(app);
    list_cards(app, selected);
    SDL_StopTextInput();
}

static void search_again(plie_app *app) {
    bool any = app->home.order_count > 0;
    list_cards(app, any ? plie_app_home_selected(app) : app->home.search.before);
}

/* The key that opened the search comes as text too. */
static const char *without_opening_key(const char *query, const char *text) {
    while (*query == '\0' && (*text == '/' || *text == ' '))
        text++;
    return text;
}

void plie_app_search_type(plie_app *app, const char *text) {
    char *query = app->home.search.query;
    if (!app->home.search.on)
        return;
    text = without_opening_key(query, text);
    if (SDL_strlen(query) + SDL_strlen(text) >= PLIE_APP_QUERY_SIZE)
        return;
    SDL_strlcat(query, text, PLIE_APP_QUERY_SIZE);
    search_again(app);
}

void plie_app_search_erase(plie_app *app) {
    char *query = app->home.search.query;
    size_t length = SDL_strlen(query);
    while (length > 0 && ((unsigned char)query[--length] & 0xC0U) == 0x80U)
        continue;
    query[length] = '\0';
    search_again(app);
}

bool plie_app_search_is_looking(const plie_app *app) {
    const plie_app_search *search = &app->home.search;
    return search->on && has_words(search->query) && search->read < app->home.all_count;
}

/* A program that was only read for this is not kept. */
static void read_text(plie_app *app, size_t place) {
    plie_app_home *home = &app->home;
    bool was_read = plie_catalog_has_read(app->catalog, place);
    const plie_program *program = plie_catalog_program(app->catalog, place);
    home->search.texts[place] =
        plie_search_text(app->arena, program, plie_catalog_at(app->catalog, place)->id);
    if (!was_read)
        plie_catalog_forget(app->catalog, place);
}

void plie_app_search_step(plie_app *app) {
    if (!plie_app_search_is_looking(app))
        return;
    plie_app_search *search = &app->home.search;
    int64_t end_ms = plie_app_now_ms() + STEP_MS;
    while (search->read < app->home.all_count && plie_app_now_ms() < end_ms)
        read_text(app, search->read++);
    search_again(app);
}
