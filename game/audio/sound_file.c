#include "audio/sound_file.h"
#include "sound/wav.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* 30 s of the largest format that is read, and some room for other chunks. */
#define FILE_LIMIT ((off_t)50 << 20)

static plie_sound_file_result broken(plie_diagnostics *findings, const char *path,
                                     const char *why) {
    plie_diagnostics_add(findings, PLIE_ERROR, path, (plie_place){0, 0}, "",
                         "The sound file %s cannot be used: %s.", path, why);
    return PLIE_SOUND_BROKEN;
}

static bool read_all(int descriptor, uint8_t *bytes, size_t length) {
    size_t done = 0;
    while (done < length) {
        ssize_t count = read(descriptor, bytes + done, length - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += (size_t)count;
    }
    return true;
}

static plie_sound_file_result read_wav(plie_arena *arena, const char *path, const uint8_t *bytes,
                                       size_t length, plie_sound *sound,
                                       plie_diagnostics *findings) {
    plie_diagnostics *reasons = plie_diagnostics_new();
    plie_sound_file_result result = PLIE_SOUND_READ;
    if (!plie_wav_read(arena, path, bytes, length, sound, reasons))
        result = broken(findings, path, plie_diagnostics_first(reasons, PLIE_ERROR)->message);
    plie_diagnostics_free(reasons);
    return result;
}

static plie_sound_file_result read_open_file(plie_arena *arena, const char *path, int descriptor,
                                             plie_sound *sound, plie_diagnostics *findings) {
    struct stat facts;
    if (fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
        return broken(findings, path, "it is not a regular file");
    if (facts.st_size > FILE_LIMIT)
        return broken(findings, path, "it is larger than 50 MiB");
    size_t length = (size_t)facts.st_size;
    uint8_t *bytes = malloc(length > 0 ? length : 1);
    if (bytes == NULL)
        return broken(findings, path, "there is no memory for it");
    plie_sound_file_result result = PLIE_SOUND_READ;
    if (!read_all(descriptor, bytes, length))
        result = broken(findings, path, "it cannot be read");
    else
        result = read_wav(arena, path, bytes, length, sound, findings);
    free(bytes);
    return result;
}

plie_sound_file_result plie_sound_file_read(plie_arena *arena, const char *path, plie_sound *sound,
                                            plie_diagnostics *findings) {
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR))
        return PLIE_SOUND_MISSING;
    if (descriptor < 0)
        return broken(findings, path, strerror(errno));
    plie_sound_file_result result = read_open_file(arena, path, descriptor, sound, findings);
    close(descriptor);
    return result;
}

static bool is_inside(const char *path, const char *folder) {
    size_t length = strlen(folder);
    if (length == 1)
        return true;
    return strncmp(path, folder, length) == 0 && path[length] == '/';
}

plie_sound_file_result plie_sound_clip_read(plie_arena *arena, const char *folder, const char *name,
                                            plie_sound *sound, plie_diagnostics *findings) {
    const char *path = plie_arena_printf(arena, "%s/%s", folder, name);
    char *real_folder = realpath(folder, NULL);
    char *real_path = realpath(path, NULL);
    plie_sound_file_result result = PLIE_SOUND_MISSING;
    if (real_folder != NULL && real_path != NULL) {
        if (is_inside(real_path, real_folder))
            result = plie_sound_file_read(arena, real_path, sound, findings);
        else
            result = broken(findings, path, "it is not inside the program's folder");
    }
    free(real_folder);
    free(real_path);
    return result;
}
