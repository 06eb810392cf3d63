#include "audio/device.h"
#include "audio/cue_mixer.h"
#include "audio/frame_clock.h"
#include "audio/late.h"
#include <stdlib.h>
#include <string.h>

#define CHANNELS 2
/* Sounds are handed over long before they are due, so a block need not be short; few of them spare
 * the processor. Whole milliseconds, since SDL's drivers without a card count in them. */
#define BLOCK_FRAMES 960
#define DISK_BLOCK_FRAMES 480
#define DISK_BLOCK_NS 9500000 /* of 10 ms, with some doubt */
#define LEAST_LEAD ((int64_t)2 * BLOCK_FRAMES)
#define REMEMBERED_CUES 128
#define DRAIN_LIMIT_MS 300
#define SECOND_NS ((int64_t)1000000000)
#define LASTED_NS (2 * SECOND_NS)
#define LONGEST_BACK_OFF_NS (60 * SECOND_NS)

typedef struct {
    bool used;
    int64_t cue;
    int64_t due_ms;
    void *owner;
} device_slot;

typedef struct {
    bool known;
    int64_t cue;
    int64_t frame;
    int slot; /* -1 once the sound is done with */
} remembered_cue;

struct plie_device {
    int64_t (*now_ns)(void);
    bool open;
    bool offline;
    bool has_subsystem;
    const char *problem;
    int64_t opened_ns;
    _Atomic int64_t first_pull_ns; /* 0 before it */
    int corrections;
    int changes;
    int losses;
    int64_t retry_ns; /* when to try again after a loss; 0 for not at all */
    int64_t back_off_ns;
    void (*closing)(void *user);
    void *closing_user;
    double volumes[PLIE_LOUDNESS_COUNT];
    bool mute;
    device_slot slots[PLIE_MIXER_SLOTS];
    int used_slots;
    remembered_cue remembered[REMEMBERED_CUES]; /* a ring */
    size_t next_remembered;
    void *retired[PLIE_MIXER_SLOTS]; /* owners to give back */
    int retired_count;
    plie_frame_clock clock;
    plie_cue_mixer mixer;
};

void plie_device_pull(plie_device *device, int16_t *stereo, size_t frame_count) {
    int64_t now_ns = device->now_ns();
    int64_t frame = plie_cue_mixer_next_frame(&device->mixer);
    if (frame == 0)
        atomic_store(&device->first_pull_ns, now_ns);
    plie_frame_clock_observe(&device->clock, frame, now_ns);
    plie_cue_mixer_pull(&device->mixer, stereo, frame_count);
}

static void SDLCALL pull(void *user, Uint8 *stream, int length) {
    void *samples = stream;
    plie_device_pull(user, samples, (size_t)length / (CHANNELS * sizeof(int16_t)));
}

static void share_volumes(plie_device *device) {
    for (int i = 0; i < PLIE_LOUDNESS_COUNT; i++) {
        double volume = device->mute ? 0.0 : device->volumes[i];
        _Atomic int *shared =
            i == PLIE_LOUDNESS_MUSIC ? &device->mixer.music.volume : &device->mixer.volumes[i];
        atomic_store(shared, (int)(volume * 1000.0 + 0.5));
    }
}

plie_device *plie_device_new(int64_t (*now_ns)(void)) {
    plie_device *device = calloc(1, sizeof *device);
    if (device == NULL)
        abort();
    device->now_ns = now_ns;
    device->problem = "The sound is not switched on.";
    for (int i = 0; i < PLIE_LOUDNESS_COUNT; i++)
        device->volumes[i] = 1.0;
    share_volumes(device);
    return device;
}

void plie_device_free(plie_device *device) {
    if (device == NULL)
        return;
    plie_device_close(device);
    if (device->has_subsystem)
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    free(device);
}

static bool start_subsystem(plie_device *device) {
    if (!device->has_subsystem)
        device->has_subsystem = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    return device->has_subsystem;
}

/* SDL's driver that writes to a file: there alone can frames be compared with what was played. */
static bool is_disk_driver(void) {
    const char *driver = SDL_GetCurrentAudioDriver();
    return driver != NULL && strcmp(driver, "disk") == 0;
}

static void begin(plie_device *device, bool offline) {
    plie_cue_mixer_reset(&device->mixer);
    plie_frame_clock_reset(&device->clock);
    memset(device->remembered, 0, sizeof device->remembered);
    device->corrections = 0;
    device->opened_ns = device->now_ns();
    atomic_store(&device->first_pull_ns, 0);
    device->offline = offline;
}

static void close_mixer(void) {
    const plie_mixer_library *mixer = plie_late_mixer();
    mixer->set_post_mix(NULL, NULL);
    mixer->close_audio();
}

static bool open_mixer(plie_device *device) {
    const plie_mixer_library *mixer = plie_late_mixer();
    begin(device, false);
    mixer->set_post_mix(pull, device); /* before it opens, so that no block is missed */
    int frames = is_disk_driver() ? DISK_BLOCK_FRAMES : BLOCK_FRAMES;
    if (mixer->open_audio_device(PLIE_SOUND_RATE_HZ, AUDIO_S16SYS, CHANNELS, frames, NULL, 0) == 0)
        return true;
    mixer->set_post_mix(NULL, NULL);
    return false;
}

/* SDL may play a block of silence of its own before SDL_mixer lets the device go; the first block
 * that is asked for is late then, and frames would not count from the beginning. */
static bool began_late(plie_device *device) {
    for (int waited_ms = 0; atomic_load(&device->first_pull_ns) == 0 && waited_ms < 100;
         waited_ms++)
        SDL_Delay(1);
    return atomic_load(&device->first_pull_ns) - device->opened_ns > DISK_BLOCK_NS;
}

bool plie_device_open(plie_device *device) {
    if (device->open)
        return true;
    device->problem = "SDL2_mixer cannot be loaded: the workout goes on without sound.";
    if (plie_late_mixer() == NULL)
        return false;
    device->problem = "There is no sound device: the workout goes on without sound.";
    if (!start_subsystem(device))
        return false;
    bool opened = open_mixer(device);
    for (int tries = 0; opened && is_disk_driver() && began_late(device) && tries < 8; tries++) {
        close_mixer();
        opened = open_mixer(device);
    }
    if (!opened)
        return false;
    device->open = true;
    device->changes++;
    device->retry_ns = 0;
    device->problem = NULL;
    return true;
}

void plie_device_open_offline(plie_device *device) {
    if (device->open)
        return;
    begin(device, true);
    device->open = true;
    device->changes++;
    device->problem = NULL;
}

static remembered_cue *recall(plie_device *device, int64_t cue) {
    for (size_t i = 1; i <= REMEMBERED_CUES; i++) {
        size_t at = (device->next_remembered + REMEMBERED_CUES - i) % REMEMBERED_CUES;
        remembered_cue *known = &device->remembered[at];
        if (known->known && known->cue == cue)
            return known;
    }
    return NULL;
}

static void remember(plie_device *device, remembered_cue cue) {
    device->remembered[device->next_remembered] = cue;
    device->next_remembered = (device->next_remembered + 1) % REMEMBERED_CUES;
}

static void retire_slot(plie_device *device, int slot) {
    device_slot *given = &device->slots[slot];
    remembered_cue *cue = recall(device, given->cue);
    if (cue != NULL && cue->slot == slot) {
        int64_t started = plie_cue_mixer_started(&device->mixer, slot);
        if (started != PLIE_NO_FRAME)
            cue->frame = started;
        cue->slot = -1;
    }
    if (given->owner != NULL)
        device->retired[device->retired_count++] = given->owner;
    given->used = false;
    device->used_slots--;
}

void plie_device_close(plie_device *device) {
    device->retry_ns = 0;
    if (!device->open)
        return;
    if (device->closing != NULL)
        device->closing(device->closing_user);
    if (!device->offline)
        close_mixer();
    device->open = false;
    device->changes++;
    device->problem = "The sound is not switched on.";
    for (int slot = 0; slot < PLIE_MIXER_SLOTS; slot++) {
        if (device->slots[slot].used)
            retire_slot(device, slot);
    }
    memset(device->remembered, 0, sizeof device->remembered);
}

bool plie_device_is_open(const plie_device *device) {
    return device->open;
}

const char *plie_device_problem(const plie_device *device) {
    return device->problem;
}

/* Seldomer each time, until a device has lasted. */
static void retry_later(plie_device *device) {
    device->back_off_ns = device->back_off_ns == 0 ? SECOND_NS : 2 * device->back_off_ns;
    if (device->back_off_ns > LONGEST_BACK_OFF_NS)
        device->back_off_ns = LONGEST_BACK_OFF_NS;
    device->retry_ns = device->now_ns() + device->back_off_ns;
    device->problem = "The sound device is gone: the workout goes on without sound.";
}

/* Another device may be there already, or the server of sound comes back by itself, and then no
 * event tells of it. */
static bool handle_loss(plie_device *device) {
    bool lasted = device->now_ns() - device->opened_ns > LASTED_NS;
    plie_device_close(device);
    device->losses++;
    if (lasted)
        device->back_off_ns = 0;
    if (!lasted || !plie_device_open(device))
        retry_later(device);
    return true;
}

static void retry(plie_device *device) {
    if (device->open || device->retry_ns == 0 || device->now_ns() < device->retry_ns)
        return;
    if (!plie_device_open(device))
        retry_later(device);
}

bool plie_device_handle_event(plie_device *device, const SDL_Event *event) {
    if (event->type == SDL_AUDIODEVICEREMOVED && !event->adevice.iscapture && device->open)
        return event->adevice.which != 0 && handle_loss(device);
    if (event->type == SDL_AUDIODEVICEADDED && !event->adevice.iscapture && !device->open &&
        device->has_subsystem)
        return plie_device_open(device);
    return false;
}

static int take_slot(plie_device *device) {
    for (int slot = 0; slot < PLIE_MIXER_SLOTS; slot++) {
        if (!device->slots[slot].used)
            return slot;
    }
    return -1;
}

static void collect_retired(plie_device *device) {
    int slot = 0;
    while (device->retired_count < PLIE_MIXER_SLOTS &&
           plie_cue_mixer_poll_retired(&device->mixer, &slot))
        retire_slot(device, slot);
}

static void keep_in_step(plie_device *device) {
    bool settled = device->clock.settled;
    if (plie_frame_clock_correct(&device->clock, device->used_slots == 0) && settled)
        device->corrections++;
}

/* Early enough that the audio thread gets it before its frame is mixed. */
static int64_t frame_for(plie_device *device, int64_t due_ms) {
    int64_t soonest = plie_cue_mixer_next_frame(&device->mixer) + LEAST_LEAD;
    keep_in_step(device);
    if (!plie_frame_clock_is_set(&device->clock)) {
        int64_t ahead_ms = due_ms - device->now_ns() / 1000000;
        return ahead_ms > 0 ? soonest + ahead_ms * PLIE_SOUND_FRAMES_PER_MS : soonest;
    }
    int64_t frame = plie_frame_clock_frame(&device->clock, due_ms);
    return frame > soonest ? frame : soonest;
}

int64_t plie_device_place(plie_device *device, int64_t cue, int64_t due_ms, plie_sound sound,
                          plie_loudness loudness, int limit_ms, void *owner) {
    if (!device->open)
        return PLIE_NO_FRAME;
    collect_retired(device);
    int slot = take_slot(device);
    if (slot < 0 || device->retired_count + device->used_slots >= PLIE_MIXER_SLOTS)
        return PLIE_NO_FRAME;
    plie_placed_sound placed = {frame_for(device, due_ms), sound, 1.0F, INT64_MAX};
    if (limit_ms > 0)
        placed.cut_frame = placed.frame + (int64_t)limit_ms * PLIE_SOUND_FRAMES_PER_MS;
    device->slots[slot] = (device_slot){true, cue, due_ms, owner};
    device->used_slots++;
    remember(device, (remembered_cue){true, cue, placed.frame, slot});
    plie_cue_mixer_place(&device->mixer, slot, &placed, loudness);
    return placed.frame;
}

void plie_device_take_back(plie_device *device, int64_t after_ms) {
    for (int slot = 0; slot < PLIE_MIXER_SLOTS; slot++) {
        if (device->slots[slot].used && device->slots[slot].due_ms > after_ms)
            plie_cue_mixer_take_back(&device->mixer, slot);
    }
}

void plie_device_hush(plie_device *device) {
    if (device->open)
        plie_cue_mixer_hush(&device->mixer);
}

void plie_device_drain(plie_device *device) {
    plie_device_hush(device);
    for (int waited_ms = 0; device->open; waited_ms++) {
        collect_retired(device);
        if (device->used_slots == 0)
            return;
        if (device->offline || waited_ms >= DRAIN_LIMIT_MS)
            plie_device_close(device);
        SDL_Delay(1);
    }
}

bool plie_device_poll_retired(plie_device *device, void **owner) {
    if (device->open)
        collect_retired(device);
    if (device->retired_count == 0)
        return false;
    *owner = device->retired[--device->retired_count];
    return true;
}

int64_t plie_device_frame_of(plie_device *device, int64_t cue) {
    const remembered_cue *known = recall(device, cue);
    if (known == NULL)
        return PLIE_NO_FRAME;
    if (known->slot < 0)
        return known->frame;
    int64_t started = plie_cue_mixer_started(&device->mixer, known->slot);
    return started == PLIE_NO_FRAME ? known->frame : started;
}

void plie_device_set_volume(plie_device *device, plie_loudness loudness, double volume) {
    device->volumes[loudness] = volume >= 0.0 ? (volume < 1.0 ? volume : 1.0) : 0.0;
    share_volumes(device);
}

void plie_device_set_mute(plie_device *device, bool mute) {
    device->mute = mute;
    share_volumes(device);
}

void plie_device_fade_music(plie_device *device, bool heard, int fade_ms) {
    plie_music_gain_fade(&device->mixer.music, heard, fade_ms);
}

bool plie_device_music_is_silent(const plie_device *device) {
    return !device->open || plie_music_gain_is_silent(&device->mixer.music);
}

void plie_device_on_closing(plie_device *device, void (*closing)(void *user), void *user) {
    device->closing = closing;
    device->closing_user = user;
}

void plie_device_update(plie_device *device) {
    retry(device);
    if (!device->open)
        return;
    collect_retired(device);
    keep_in_step(device);
}

plie_device_facts plie_device_look(const plie_device *device) {
    return (plie_device_facts){plie_cue_mixer_next_frame(&device->mixer), device->corrections,
                               device->changes, device->losses};
}
