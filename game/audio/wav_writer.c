#include "audio/wav_writer.h"
#include "base/arena.h"
#include "sound/wav.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_FRAMES 8192

struct plie_wav_writer {
    plie_arena *arena;
    const char *path;
    const char *temporary;
    int file;
    int64_t frames_left;
    int failure; /* errno of the first one, 0 for none */
    size_t buffered;
    uint8_t buffer[BUFFER_FRAMES * 4];
};

static void explain(plie_text *error, const char *path, const char *why) {
    plie_arena *arena = plie_arena_new();
    plie_text_addf(error, "cannot write \"%s\": %s", plie_text_printable(arena, path), why);
    plie_arena_free(arena);
}

static void flush(plie_wav_writer *writer) {
    size_t done = 0;
    while (writer->failure == 0 && done < writer->buffered) {
        ssize_t count = write(writer->file, writer->buffer + done, writer->buffered - done);
        if (count > 0)
            done += (size_t)count;
        else if (count < 0 && errno != EINTR)
            writer->failure = errno;
    }
    writer->buffered = 0;
}

/* What is no regular file (a device, a pipe, a folder) must not be replaced by one. */
static bool may_be_replaced(const char *path) {
    struct stat facts;
    return lstat(path, &facts) != 0 || S_ISREG(facts.st_mode);
}

plie_wav_writer *plie_wav_writer_open(const char *path, int64_t frame_count, plie_text *error) {
    uint8_t header[PLIE_WAV_HEADER_SIZE];
    if (!plie_wav_header(header, frame_count)) {
        explain(error, path, "a WAV file holds at most 6 hours and 12 minutes");
        return NULL;
    }
    if (!may_be_replaced(path)) {
        explain(error, path, "something that is no regular file has this name");
        return NULL;
    }
    plie_arena *arena = plie_arena_new();
    plie_wav_writer *writer = PLIE_NEW(arena, plie_wav_writer);
    writer->arena = arena;
    writer->path = plie_arena_strdup(arena, path);
    writer->temporary = plie_arena_printf(arena, "%s.%ld.part", path, (long)getpid());
    writer->file =
        open(writer->temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (writer->file < 0) {
        explain(error, path, strerror(errno));
        plie_arena_free(arena);
        return NULL;
    }
    writer->frames_left = frame_count;
    memcpy(writer->buffer, header, sizeof header);
    writer->buffered = sizeof header;
    flush(writer);
    return writer;
}

bool plie_wav_writer_add(plie_wav_writer *writer, const int16_t *stereo, size_t frame_count) {
    for (size_t i = 0; i < 2 * frame_count; i++) {
        uint16_t sample = (uint16_t)stereo[i];
        writer->buffer[writer->buffered++] = (uint8_t)(sample & 0xFFU);
        writer->buffer[writer->buffered++] = (uint8_t)(sample >> 8);
        if (writer->buffered == sizeof writer->buffer)
            flush(writer);
    }
    writer->frames_left -= (int64_t)frame_count;
    return writer->failure == 0;
}

/* The file's new name is on the disk only when its folder is. */
static void sync_folder(plie_wav_writer *writer) {
    const char *slash = strrchr(writer->path, '/');
    const char *folder = ".";
    if (slash != NULL)
        folder = plie_arena_copy(writer->arena, writer->path, (size_t)(slash - writer->path) + 1);
    int opened = open(folder, O_RDONLY | O_CLOEXEC);
    if (opened < 0)
        return;
    fsync(opened);
    close(opened);
}

bool plie_wav_writer_close(plie_wav_writer *writer, plie_text *error) {
    flush(writer);
    if (writer->failure == 0 && writer->frames_left != 0)
        writer->failure = EINVAL;
    if (writer->failure == 0 && fsync(writer->file) != 0)
        writer->failure = errno;
    if (close(writer->file) != 0 && writer->failure == 0)
        writer->failure = errno;
    if (writer->failure == 0 && rename(writer->temporary, writer->path) != 0)
        writer->failure = errno;
    bool fine = writer->failure == 0;
    if (fine) {
        sync_folder(writer);
    } else {
        explain(error, writer->path, strerror(writer->failure));
        unlink(writer->temporary);
    }
    plie_arena_free(writer->arena);
    return fine;
}
