#include "cli/command_table.h"

#define TASK(name) (1U << PLIE_TASK_##name)
#define ALL ((1U << PLIE_TASK_COUNT) - 1)
#define PLANNING (TASK(WINDOW) | TASK(PLAN) | TASK(START) | TASK(EXPORT))
#define SHOWING (TASK(WINDOW) | TASK(START))

const plie_option_row plie_option_table[PLIE_OPTION_COUNT] = {
    [PLIE_OPTION_LEVEL] = {"level", "LEVEL", PLANNING,
                           "beginner, intermediate or advanced; beginner by default"},
    [PLIE_OPTION_MINUTES] = {"minutes", "N", PLANNING,
                             "fit the main part to this many minutes, 1 to 480; without it the "
                             "program is done as written"},
    [PLIE_OPTION_CIRCUIT] = {"circuit", "N", PLANNING,
                             "where segments that alternate between circuits start; 1 is the "
                             "first; by default the one after your last workout's"},
    [PLIE_OPTION_CARDIO_FIRST] = {"cardio-first", NULL, PLANNING,
                                  "do the cardio before the other main segments"},
    [PLIE_OPTION_LOW_IMPACT] = {"low-impact", NULL, PLANNING,
                                "swap every jump for a form that spares the joints"},
    [PLIE_OPTION_SELF_PACED] = {"self-paced", NULL, PLANNING,
                                "count reps yourself; work waits for the done key"},
    [PLIE_OPTION_WARM_UP] = {"warm-up", "HOW", PLANNING,
                             "full (as it is without this), short (half as long) or none"},
    [PLIE_OPTION_STRETCH] = {"stretch", "HOW", PLANNING,
                             "full (as it is without this), short (half as long) or none"},
    [PLIE_OPTION_MUTE] = {"mute", NULL, SHOWING, "start with the sound off"},
    [PLIE_OPTION_NO_VOICE] = {"no-voice", NULL, SHOWING | TASK(EXPORT),
                              "beeps only, nothing is spoken"},
    [PLIE_OPTION_EXIT_WHEN_DONE] = {"exit-when-done", NULL, SHOWING,
                                    "close the window at the end of the workout"},
    [PLIE_OPTION_EVENTS] = {"events", "FILE", SHOWING,
                            "write what happens to a file, as JSON Lines"},
    [PLIE_OPTION_RESUME] = {"resume", NULL, TASK(START),
                            "go on with the newest workout that was cut off, as it was begun; "
                            "without a PROGRAM"},
    [PLIE_OPTION_CAUTIONS_READ] = {"i-have-read-the-cautions", NULL, TASK(START),
                                   "print no cautions, and start whatever your answers to the "
                                   "health questions say"},
    [PLIE_OPTION_HEADLESS] = {"headless", NULL, TASK(START),
                              "no window and no sound: events as JSON Lines on standard output"},
    [PLIE_OPTION_SPEED] = {"speed", "N|max", TASK(START),
                           "run the workout N times as fast, without sound; max, with "
                           "--headless only: without waiting"},
    [PLIE_OPTION_OUT] = {"out", "FILE", TASK(EXPORT) | TASK(FIGURES),
                         "the file to write: a .wav of export, a .png of figures"},
    [PLIE_OPTION_NO_NAMES] = {"no-names", NULL, TASK(FIGURES), "leave the names out"},
    [PLIE_OPTION_STRICT] = {"strict", NULL, TASK(CHECK), "count warnings as errors"},
    [PLIE_OPTION_JSON] = {"json", NULL, TASK(LIST) | TASK(CHECK) | TASK(PLAN) | TASK(HISTORY),
                          "print JSON instead of text"},
    [PLIE_OPTION_CSV] = {"csv", NULL, TASK(HISTORY), "print a table for a spreadsheet"},
    [PLIE_OPTION_TCX] = {"tcx", "DIR", TASK(HISTORY),
                         "write a .tcx file for each session into this folder, for Garmin "
                         "Connect, Strava and the like"},
    [PLIE_OPTION_IMPORT] = {"import", "FILE", TASK(HISTORY),
                            "add the sessions of a file that --json wrote, without doubles; - "
                            "reads standard input"},
    [PLIE_OPTION_SCREENSHOT] = {"screenshot", "FILE.png", SHOWING,
                                "write a picture instead of opening a window"},
    [PLIE_OPTION_AT] = {"at", "SECONDS", TASK(START),
                        "the moment of the workout that the picture shows"},
    [PLIE_OPTION_SCREEN] =
        {"screen", "NAME", TASK(WINDOW),
         "the screen that the picture shows: home, details, settings, history, health or finish"},
    [PLIE_OPTION_PROGRAM] = {"program", "NAME", TASK(WINDOW), "the program that the picture shows"},
    [PLIE_OPTION_SIZE] = {"size", "WxH", SHOWING, "width and height in pixels"},
    [PLIE_OPTION_THEME] = {"theme", "NAME", SHOWING | TASK(FIGURES),
                           "the colours to draw with: dark, light or contrast"},
    [PLIE_OPTION_DATE] = {"date", "YYYY-MM-DDTHH:MM", SHOWING,
                          "the moment that the screens take as now; what "
                          "is done is kept with the real time"},
    [PLIE_OPTION_DATA] = {"data", "DIR", ALL,
                          "where your settings, your history and your own programs are; by default "
                          "$XDG_DATA_HOME/plie or ~/.local/share/plie"},
    [PLIE_OPTION_HELP] = {"help", NULL, ALL, "print this help and stop"},
    [PLIE_OPTION_VERSION] = {"version", NULL, ALL, "print the version and stop"},
};

const plie_command_row plie_command_table[PLIE_TASK_COUNT] = {
    [PLIE_TASK_WINDOW] = {NULL, "PROGRAM", 0, 1, "Open the window to choose a workout",
                          "Opens the window. With a PROGRAM, the details of that one are shown."},
    [PLIE_TASK_LIST] = {"list", NULL, 0, 0, "List the programs",
                        "Lists the shipped programs and your own, which are the .json files in "
                        "the folder programs of your data folder. A broken one is listed with "
                        "its first error."},
    [PLIE_TASK_CHECK] =
        {"check", "FILE|DIR...", 1, SIZE_MAX, "Check programs, libraries, figures",
         "Checks programs, libraries of exercises and figures, and prints every finding "
         "with its line and column. Of a folder, its .json files are checked. "
         "The exit status is 1 if there are errors, or with --strict warnings."},
    [PLIE_TASK_PLAN] = {"plan", "PROGRAM", 1, 1, "Print what a workout would be",
                        "Prints the plan of a workout, interval by interval, for the level and "
                        "the minutes that you choose."},
    [PLIE_TASK_START] = {"start", "PROGRAM", 1, 1, "Go straight into a workout",
                         "Starts the workout at once: in a window, or with --headless without "
                         "one. With --screenshot it writes one picture of it and stops. With "
                         "--resume it takes no PROGRAM, and goes on with the newest workout that "
                         "was cut off, after a short time to get ready."},
    [PLIE_TASK_HISTORY] = {"history", NULL, 0, 0, "List the workouts that were done",
                           "Lists all sessions that were done, the newest first, or hands them "
                           "to other programs, or takes in what another Plie handed out."},
    [PLIE_TASK_EXPORT] = {"export", "PROGRAM", 1, 1, "Write the sound of a workout to a file",
                          "Writes all beeps and spoken lines of a workout to a sound file, to "
                          "train by without a screen. Music is not in it."},
    [PLIE_TASK_FIGURES] = {"figures", "ID...", 0, SIZE_MAX, "Draw how exercises are done",
                           "Draws a sheet of figures: one exercise a row, six moments of a "
                           "repetition from left to right. Without an ID, all exercises of the "
                           "library."},
    [PLIE_TASK_NEW] = {"new", "FILE", 1, 1, "Write a new program to start from",
                       "Writes a small program that is correct as it stands, to change as you "
                       "like. An existing file is never overwritten."},
};

const char *plie_command_nearest(const char *word) {
    const char *names[PLIE_TASK_COUNT];
    size_t count = 0;
    for (int i = 0; i < PLIE_TASK_COUNT; i++) {
        if (plie_command_table[i].name != NULL)
            names[count++] = plie_command_table[i].name;
    }
    return plie_nearest(word, names, count);
}

const char *plie_command_title(plie_arena *arena, plie_task task) {
    const char *name = plie_command_table[task].name;
    return name == NULL ? "plie" : plie_arena_printf(arena, "plie %s", name);
}
