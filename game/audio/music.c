#include "audio/music.h"
#include "audio/late.h"
#include "audio/music_list.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FADE_MS 150
#define FADE_IN_MS 400
#define FADE_OUT_MS 2000
#define HUSH_MS 15
#define HUSH_LIMIT_MS 50
#define LOOK_EVERY_MS 400 /* whether the song is over: the longest silence between two */
#define FADE_LOOK_MS 40
#define CHECKED_AHEAD 32 /* files of the round, more than a workout plays */
#define CHECKED_AT_ONCE 4
#define TRIED_AT_ONCE 16
/* Since the last that played: to try thousands would only keep the computer busy. */
#define BROKEN_LIMIT 100

/* SDL_mixer's hook knows nothing of who asked for it. */
static _Atomic bool song_is_over;

struct plie_music {
    plie_device *device;
    uint64_t seed;
    char *folder;
    bool folder_changed;
    plie_music_list *list;
    Mix_Music *song;
    const char *path;    /* of the song, or of the one to resume */
    double resume_s;     /* where to go on in it */
    int64_t first_frame; /* of the device, at which the song would have begun */
    bool paused;
    bool over; /* there is nothing (left) to play */
    plie_music_mood mood;
    bool has_mood;
    int device_changes;
    size_t checked;
    int broken_in_row;
    plie_text problem;
};

static void SDLCALL note_end(void) {
    atomic_store(&song_is_over, true);
}

static void free_song(plie_music *music) {
    if (music->song == NULL)
        return;
    plie_late_mixer()->halt_music();
    plie_late_mixer()->free_music(music->song);
    music->song = NULL;
}

/* The device goes: what plays goes on from here with the next one. */
static void let_go(void *user) {
    plie_music *music = user;
    if (music->song == NULL)
        return;
    double position = plie_late_mixer()->get_music_position(music->song);
    music->resume_s = position > 0.0 ? position : 0.0;
    free_song(music);
}

plie_music *plie_music_new(plie_device *device, uint64_t seed) {
    plie_music *music = calloc(1, sizeof *music);
    if (music == NULL)
        abort();
    music->device = device;
    music->seed = seed;
    music->over = true; /* until there is a folder */
    plie_device_on_closing(device, let_go, music);
    return music;
}

void plie_music_free(plie_music *music) {
    if (music == NULL)
        return;
    plie_music_stop(music);
    plie_device_on_closing(music->device, NULL, NULL);
    plie_music_list_free(music->list);
    plie_text_free(&music->problem);
    free(music->folder);
    free(music);
}

void plie_music_set_folder(plie_music *music, const char *folder) {
    const char *old = music->folder != NULL ? music->folder : "";
    if (strcmp(old, folder != NULL ? folder : "") == 0)
        return;
    free(music->folder);
    music->folder = NULL;
    if (folder != NULL && (music->folder = strdup(folder)) == NULL)
        abort();
    music->folder_changed = true;
}

static void take_folder(plie_music *music) {
    free_song(music);
    plie_music_list_free(music->list);
    music->list = NULL;
    music->path = NULL;
    music->checked = 0;
    music->broken_in_row = 0;
    music->folder_changed = false;
    music->has_mood = false;
    plie_text_clear(&music->problem);
    if (music->folder != NULL)
        music->list = plie_music_list_read(music->folder, music->seed++, &music->problem);
    music->over = music->list == NULL || plie_music_list_count(music->list) == 0;
}

static bool is_regular(const char *path) {
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISREG(facts.st_mode);
}

/* Files that fail because they are all gone are not broken. */
static bool is_folder_gone(plie_music *music) {
    struct stat facts;
    if (stat(music->folder, &facts) == 0)
        return false;
    if (!music->over)
        plie_text_addf(&music->problem, "The music folder %s is gone: there is no more music.",
                       music->folder);
    music->over = true;
    return true;
}

static void note_broken(plie_music *music, const char *path) {
    plie_music_list_mark_broken(music->list, path);
    if (++music->broken_in_row < BROKEN_LIMIT || music->song != NULL)
        return;
    plie_music_list_give_up(music->list);
    music->over = true;
}

static Mix_Music *load(plie_music *music, const char *path) {
    Mix_Music *song = is_regular(path) ? plie_late_mixer()->load_music(path) : NULL;
    if (song == NULL && !is_folder_gone(music))
        note_broken(music, path);
    return song;
}

static bool play(plie_music *music, const char *path, double from_s) {
    Mix_Music *song = load(music, path);
    if (song == NULL)
        return false;
    const plie_mixer_library *mixer = plie_late_mixer();
    mixer->hook_music_finished(note_end);
    atomic_store(&song_is_over, false);
    if (mixer->play_music(song, 1) != 0) {
        mixer->free_music(song);
        note_broken(music, path);
        return false;
    }
    if (from_s > 0.0)
        mixer->set_music_position(from_s);
    music->song = song;
    music->path = path;
    music->paused = false;
    music->first_frame =
        plie_device_look(music->device).frames - (int64_t)(from_s * PLIE_SOUND_RATE_HZ);
    return true;
}

/* Of several broken files in a row, each is tried once; of very many, the rest in later passes. */
static void play_next(plie_music *music) {
    bool plays = music->path != NULL && play(music, music->path, music->resume_s);
    music->resume_s = 0.0;
    for (int tries = 0; !plays && !music->over && tries < TRIED_AT_ONCE; tries++) {
        const char *path = plie_music_list_next(music->list);
        music->checked -= music->checked > 0;
        if (path == NULL)
            music->over = true;
        else
            plays = play(music, path, 0.0);
    }
}

/* A file in which nothing can be decoded ends with the block in which it began. */
static void end_song(plie_music *music) {
    int64_t played = plie_device_look(music->device).frames - music->first_frame;
    free_song(music);
    if (played < PLIE_SOUND_RATE_HZ / 10)
        note_broken(music, music->path);
    else
        music->broken_in_row = 0;
    music->path = NULL;
}

/* So that what is broken is told at the beginning, and in one sentence. */
static void check_ahead(plie_music *music) {
    for (int i = 0; i < CHECKED_AT_ONCE && music->checked < CHECKED_AHEAD && !music->over; i++) {
        const char *path = plie_music_list_peek(music->list, music->checked);
        music->checked = path != NULL ? music->checked + 1 : CHECKED_AHEAD;
        if (path == NULL || plie_music_list_is_broken(music->list, path))
            continue;
        Mix_Music *song = load(music, path);
        if (song != NULL)
            plie_late_mixer()->free_music(song);
    }
}

static void fade(plie_music *music, plie_music_mood mood) {
    int changes = plie_device_look(music->device).changes;
    if (music->has_mood && mood == music->mood && changes == music->device_changes)
        return;
    static const int fades_ms[] = {FADE_MS, FADE_IN_MS, FADE_OUT_MS};
    plie_device_fade_music(music->device, mood == PLIE_MUSIC_PLAYS, fades_ms[mood]);
    music->mood = mood;
    music->has_mood = true;
    music->device_changes = changes;
}

static void keep_playing(plie_music *music) {
    if (music->song != NULL && atomic_exchange(&song_is_over, false))
        end_song(music);
    if (music->song == NULL)
        play_next(music);
    if (music->song != NULL && music->paused)
        plie_late_mixer()->resume_music();
    music->paused = false;
    check_ahead(music);
}

static void keep_silent(plie_music *music) {
    if (music->song == NULL || music->paused || !plie_device_music_is_silent(music->device))
        return;
    plie_late_mixer()->pause_music();
    music->paused = true;
}

void plie_music_update(plie_music *music, plie_music_mood mood) {
    if (!plie_device_is_open(music->device))
        return;
    if (music->folder_changed && plie_device_music_is_silent(music->device))
        take_folder(music);
    if (music->folder_changed)
        mood = PLIE_MUSIC_PAUSED;
    else if (mood == PLIE_MUSIC_PLAYS && !music->over)
        keep_playing(music);
    fade(music, mood);
    if (mood != PLIE_MUSIC_PLAYS)
        keep_silent(music);
}

void plie_music_hush(plie_music *music) {
    plie_device_fade_music(music->device, false, HUSH_MS);
    music->has_mood = false;
}

void plie_music_stop(plie_music *music) {
    plie_music_hush(music);
    for (int waited_ms = 0; music->song != NULL && waited_ms < HUSH_LIMIT_MS &&
                            !plie_device_music_is_silent(music->device);
         waited_ms++)
        SDL_Delay(1);
    free_song(music);
    music->path = NULL;
}

int64_t plie_music_next_wake_in_ms(const plie_music *music) {
    if (!plie_device_is_open(music->device))
        return INT64_MAX;
    if (music->folder_changed)
        return FADE_LOOK_MS;
    if (music->mood == PLIE_MUSIC_PLAYS && !music->over)
        return music->song != NULL ? LOOK_EVERY_MS : FADE_LOOK_MS;
    return music->song == NULL || music->paused ? INT64_MAX : FADE_LOOK_MS;
}

static bool is_checked(const plie_music *music) {
    return music->list != NULL && (music->over || music->checked >= CHECKED_AHEAD);
}

bool plie_music_take_problem(plie_music *music, plie_text *sentence) {
    plie_text_clear(sentence);
    if (music->problem.length > 0) {
        plie_text_add(sentence, plie_text_string(&music->problem));
        plie_text_clear(&music->problem);
        return true;
    }
    return is_checked(music) && plie_music_list_tell_broken(music->list, sentence);
}
