/* Runs the fuzz target once over each file named, or in a folder named. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FILE_LIMIT ((size_t)2 << 20)

static int replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = malloc(FILE_LIMIT);
    if (file == NULL || bytes == NULL) {
        (void)fprintf(stderr, "cannot read %s\n", path);
        exit(2);
    }
    size_t size = fread(bytes, 1, FILE_LIMIT, file);
    (void)fclose(file);
    printf("%s\n", path);
    (void)fflush(stdout);
    (void)LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    return 1;
}

static int replay_folder(DIR *folder, const char *path) {
    int count = 0;
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        char name[4096];
        int length = snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        DIR *nested = opendir(name);
        if (nested != NULL)
            (void)closedir(nested);
        else if (length > 0 && (size_t)length < sizeof name)
            count += replay_file(name);
    }
    return count;
}

int main(int argc, char **argv) {
    int count = 0;
    for (int i = 1; i < argc; i++) {
        DIR *folder = opendir(argv[i]);
        count += folder == NULL ? replay_file(argv[i]) : replay_folder(folder, argv[i]);
        if (folder != NULL)
            (void)closedir(folder);
    }
    return count > 0 ? 0 : 2;
}
