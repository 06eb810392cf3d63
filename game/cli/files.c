#include "cli/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(plie_text *error, const char *doing, const char *path, const char *why) {
    if (error == NULL)
        return false;
    plie_arena *arena = plie_arena_new();
    plie_text_addf(error, "cannot %s \"%s\": %s", doing, plie_text_printable(arena, path), why);
    plie_arena_free(arena);
    return false;
}

static bool fail_with_errno(plie_text *error, const char *doing, const char *path) {
    return fail(error, doing, path, strerror(errno));
}

/* A pipe that nobody writes to must not hold Plie up. */
static int open_regular(const char *path, off_t *size, plie_text *error) {
    const int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) {
        fail_with_errno(error, "open", path);
        if (file >= 0)
            close(file);
        return -1;
    }
    if (S_ISREG(status.st_mode)) {
        *size = status.st_size;
        return file;
    }
    fail(error, "open", path, S_ISDIR(status.st_mode) ? "it is a folder" : "it is no regular file");
    close(file);
    return -1;
}

/* Reads up to length bytes; -1 after an error. */
static ssize_t read_all(int file, char *bytes, size_t length) {
    size_t done = 0;
    while (done < length) {
        const ssize_t now = read(file, bytes + done, length - done);
        if (now == 0)
            break;
        if (now < 0 && errno != EINTR)
            return -1;
        done += now > 0 ? (size_t)now : 0;
    }
    return (ssize_t)done;
}

char *plie_file_read(plie_arena *arena, const char *path, size_t limit, size_t *length,
                     plie_text *error) {
    *length = 0;
    off_t size = 0;
    const int file = open_regular(path, &size, error);
    if (file < 0)
        return NULL;
    char *bytes = NULL;
    if ((unsigned long long)size > limit) {
        *length = limit + 1;
        fail(error, "read", path, "it is too large");
    } else {
        bytes = plie_arena_alloc(arena, (size_t)size + 1, 1);
        const ssize_t done = read_all(file, bytes, (size_t)size);
        if (done < 0) {
            fail_with_errno(error, "read", path);
            bytes = NULL;
        } else {
            *length = (size_t)done;
        }
    }
    close(file);
    return bytes;
}

static bool write_all(int file, const char *bytes, size_t length) {
    while (length > 0) {
        const ssize_t now = write(file, bytes, length);
        if (now < 0 && errno != EINTR)
            return false;
        if (now > 0) {
            bytes += now;
            length -= (size_t)now;
        }
    }
    return fsync(file) == 0;
}

/* A rename is on the disk only when the folder is. */
static void sync_folder_of(plie_arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    const char *folder = slash == NULL   ? "."
                         : slash == path ? "/"
                                         : plie_arena_copy(arena, path, (size_t)(slash - path));
    const int opened = open(folder, O_RDONLY | O_CLOEXEC);
    if (opened < 0)
        return;
    fsync(opened);
    close(opened);
}

/* Gives the finished file its name. Where a file system has no links, the name is first claimed by
 * an empty file. */
static bool put_in_place(const char *temporary, const char *path, bool overwrite) {
    if (overwrite)
        return rename(temporary, path) == 0;
    if (link(temporary, path) == 0)
        return unlink(temporary) == 0;
    if (errno == EEXIST)
        return false;
    const int claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (claim < 0)
        return false;
    close(claim);
    return rename(temporary, path) == 0;
}

static bool write_file(plie_arena *arena, const char *path, const void *bytes, size_t length,
                       bool overwrite, plie_text *error) {
    struct stat status;
    if (!overwrite && lstat(path, &status) == 0) {
        errno = EEXIST;
        return fail(error, "write", path, "it exists already");
    }
    const char *temporary = plie_arena_printf(arena, "%s.%ld.part", path, (long)getpid());
    const int file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0)
        return fail_with_errno(error, "write", path);
    if (overwrite && stat(path, &status) == 0)
        (void)fchmod(file, status.st_mode & 0777);
    const bool written = write_all(file, bytes, length);
    const int write_errno = errno;
    const bool closed = close(file) == 0;
    if (written && closed && put_in_place(temporary, path, overwrite)) {
        sync_folder_of(arena, path);
        return true;
    }
    const int failure = written ? errno : write_errno;
    unlink(temporary);
    errno = failure;
    fail_with_errno(error, "write", path);
    return false;
}

bool plie_file_write(const char *path, const void *bytes, size_t length, bool overwrite,
                     plie_text *error) {
    plie_arena *arena = plie_arena_new();
    const bool ok = write_file(arena, path, bytes, length, overwrite, error);
    const int failure = errno;
    plie_arena_free(arena);
    errno = failure;
    return ok;
}

static bool starts_inside(const char *folder, const char *path) {
    const size_t length = strlen(folder);
    return strncmp(folder, path, length) == 0 &&
           (path[length] == '/' || (length > 0 && folder[length - 1] == '/'));
}

bool plie_file_is_inside(const char *folder, const char *relative) {
    plie_arena *arena = plie_arena_new();
    char *real_folder = realpath(folder[0] == '\0' ? "." : folder, NULL);
    char *real_file = realpath(
        plie_arena_printf(arena, "%s/%s", folder[0] == '\0' ? "." : folder, relative), NULL);
    struct stat status;
    const bool inside = real_folder != NULL && real_file != NULL &&
                        starts_inside(real_folder, real_file) && stat(real_file, &status) == 0 &&
                        S_ISREG(status.st_mode);
    free(real_folder);
    free(real_file);
    plie_arena_free(arena);
    return inside;
}

bool plie_file_can_read(const char *path, plie_text *error) {
    off_t size;
    const int file = open_regular(path, &size, error);
    if (file >= 0)
        close(file);
    return file >= 0;
}

bool plie_is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool plie_folder_make(const char *path, plie_text *error) {
    plie_arena *arena = plie_arena_new();
    char *part = plie_arena_strdup(arena, path);
    bool made = true;
    for (char *end = part; made && *end != '\0';) {
        end += strspn(end, "/");
        end += strcspn(end, "/");
        const char after = *end;
        *end = '\0';
        made = plie_is_folder(part) || mkdir(part, 0700) == 0 || errno == EEXIST;
        *end = after;
    }
    if (!made)
        fail_with_errno(error, "make the folder", path);
    plie_arena_free(arena);
    return made;
}

static int compare_names(const void *left, const void *right) {
    const char *const *a = left;
    const char *const *b = right;
    return strcmp(*a, *b);
}

static bool ends_in(const char *name, const char *suffix) {
    const size_t length = strlen(name);
    const size_t suffix_length = strlen(suffix);
    return length > suffix_length && strcmp(name + length - suffix_length, suffix) == 0;
}

bool plie_folder_list(plie_arena *arena, const char *folder, const char *suffix,
                      const char ***names, size_t *count) {
    *names = NULL;
    *count = 0;
    DIR *opened = opendir(folder);
    if (opened == NULL)
        return false;
    size_t capacity = 0;
    for (struct dirent *entry = readdir(opened); entry != NULL; entry = readdir(opened)) {
        if (entry->d_name[0] == '.' || !ends_in(entry->d_name, suffix))
            continue;
        if (*count == capacity) {
            capacity = capacity == 0 ? 16 : capacity * 2;
            const char **grown = PLIE_NEW_ARRAY(arena, capacity, const char *);
            if (*count > 0)
                memcpy(grown, *names, *count * sizeof *grown);
            *names = grown;
        }
        (*names)[(*count)++] = plie_arena_strdup(arena, entry->d_name);
    }
    closedir(opened);
    if (*count > 1)
        qsort(*names, *count, sizeof **names, compare_names);
    return true;
}
