#include "story.h"

#include "cli/cli.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE_MS 60000
#define TEXT_LIMIT (1 << 20)
#define ARGUMENT_LIMIT 24

static char folder[256], events_file[300];
static char text[TEXT_LIMIT];
static size_t seen;
static jmp_buf end;
static char failure[512];

static const char program[] =
    "{\"format\":1,\"name\":\"Long one\",\"segments\":[{\"kind\":\"standing\",\"circuits\":[{"
    "\"rounds\":2,\"round_rest_s\":300,\"steps\":[{\"exercise\":\"plie-squat\",\"reps\":100},"
    "{\"exercise\":\"march\",\"work_s\":600,\"rest_s\":300}]}]}]}";

static const char no_questions[] = "{\"format\":1,\"health\":{\"state\":\"skipped\"}}";

static _Noreturn void fail(const char *what, const char *about) {
    SDL_snprintf(failure, sizeof failure, "%s: %s", what, about);
    longjmp(end, 1);
}

static const char *read_events(void) {
    FILE *file = fopen(events_file, "rb");
    size_t length = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file)
        fclose(file);
    text[length] = '\0';
    return text + SDL_min(seen, length);
}

bool story_has(const char *wanted) {
    return strstr(read_events(), wanted) != NULL;
}

void story_wait_for(const char *wanted) {
    for (int waited = 0; waited < PATIENCE_MS; waited += 10) {
        const char *found = strstr(read_events(), wanted);
        const char *line_end = found ? strchr(found, '\n') : NULL;
        if (line_end) {
            seen = (size_t)(line_end - text) + 1;
            return;
        }
        SDL_Delay(10);
    }
    fail("never came", wanted);
}

void story_wait_until(bool (*is_so)(void), const char *what) {
    for (int waited = 0; waited < PATIENCE_MS; waited += 10) {
        if (is_so())
            return;
        SDL_Delay(10);
    }
    fail("never so", what);
}

void story_check(bool is_so, const char *what) {
    if (!is_so)
        fail("not so", what);
}

void story_key(SDL_Keycode key) {
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.state = SDL_PRESSED;
    event.key.keysym.sym = key;
    event.key.keysym.scancode = SDL_GetScancodeFromKey(key);
    SDL_PushEvent(&event);
}

void story_finger(SDL_EventType type, float x, float y) {
    SDL_Event event = {.type = type};
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = 1;
    event.tfinger.x = x;
    event.tfinger.y = y;
    SDL_PushEvent(&event);
}

static int tell_it(void *data) {
    void (**tell)(void) = data;
    if (setjmp(end) == 0)
        (*tell)();
    SDL_Event quit = {.type = SDL_QUIT};
    SDL_PushEvent(&quit);
    return failure[0] != '\0';
}

static void put_file(const char *name, const char *content) {
    char path[400];
    SDL_snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file || fputs(content, file) < 0 || fclose(file) != 0)
        abort();
}

static void prepare(void) {
    const char *room = getenv("TMPDIR");
    char path[400];
    SDL_snprintf(folder, sizeof folder, "%s/plie-story-XXXXXX", room ? room : "/tmp");
    if (!mkdtemp(folder))
        abort();
    SDL_snprintf(events_file, sizeof events_file, "%s/events.jsonl", folder);
    SDL_snprintf(path, sizeof path, "%s/programs", folder);
    mkdir(path, 0700);
    put_file("programs/long.json", program);
    put_file("settings.json", no_questions);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", "1", 1);
}

static void tidy_up(void) {
    static const char *const files[] = {
        "/programs/long.json", "/programs", "/events.jsonl", "/settings.json", "/history.sqlite",
        "/history.lock",       ""};
    char path[400];
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        SDL_snprintf(path, sizeof path, "%s%s", folder, files[i]);
        remove(path);
    }
}

int story_run(void (*tell)(void), const char *const *arguments) {
    static char words[ARGUMENT_LIMIT][300];
    char *pointers[ARGUMENT_LIMIT + 1] = {NULL};
    int count = 0, told = 0;
    prepare();
    SDL_strlcpy(words[count++], "plie", sizeof words[0]);
    for (; *arguments; arguments++)
        SDL_strlcpy(words[count++], *arguments, sizeof words[0]);
    SDL_strlcpy(words[count++], "--data", sizeof words[0]);
    SDL_strlcpy(words[count++], folder, sizeof words[0]);
    SDL_strlcpy(words[count++], "--events", sizeof words[0]);
    SDL_strlcpy(words[count++], events_file, sizeof words[0]);
    for (int i = 0; i < count; i++)
        pointers[i] = words[i];
    SDL_Thread *thread = SDL_CreateThread(tell_it, "story", &tell);
    int status = plie_cli_run(count, pointers);
    SDL_WaitThread(thread, &told);
    if (told != 0)
        fprintf(stderr, "%s\n%s", failure, read_events());
    tidy_up();
    return told != 0 || status != 0;
}
