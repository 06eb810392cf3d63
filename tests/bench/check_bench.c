/* How fast plie_program_check is beside cJSON alone, which does no more than parse. */
#include "base/text.h"
#include "program/program.h"
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NEAR_LIMIT ((size_t)1040000)
#define CIRCUITS 64
#define REPEATS 20

static double now_ms(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *bytes = malloc((size_t)1 << 20);
    if (file == NULL || bytes == NULL) {
        (void)fprintf(stderr, "cannot read %s\n", path);
        exit(2);
    }
    *length = fread(bytes, 1, (size_t)1 << 20, file);
    (void)fclose(file);
    return bytes;
}

static void add_circuit(plie_text *text, size_t number) {
    plie_text_addf(
        text,
        "%s\n      { \"name\": \"Example %zu\", \"rounds\": [2, 3], \"rest_s\": [15, 30],"
        " \"round_rest_s\": 60, \"fit\": { \"rounds\": [1, 3] }, \"steps\": [",
        number == 0 ? "" : ",", number);
    for (size_t i = 0; i < 6; i++)
        plie_text_addf(text,
                       "%s\n        { \"exercise\": \"plie-squat-one-heel\", \"side\": \"%s\", "
                       "\"reps\": [20, 30],"
                       " \"note\": \"Keep the heel still and the hips level.\" }",
                       i == 0 ? "" : ",", i % 2 == 0 ? "right" : "left");
    plie_text_add(text, " ] }");
}

static char *long_program(size_t *length) {
    plie_text text = {0};
    plie_text_add(&text, "{ \"format\": 1, \"name\": \"Long\", \"segments\": [");
    for (size_t segment = 0; segment < PLIE_SEGMENT_LIMIT && text.length < NEAR_LIMIT; segment++) {
        plie_text_addf(&text, "%s\n    { \"kind\": \"standing\", \"circuits\": [",
                       segment == 0 ? "" : ",");
        for (size_t i = 0; i < CIRCUITS && (i == 0 || text.length < NEAR_LIMIT); i++)
            add_circuit(&text, i);
        plie_text_add(&text, " ] }");
    }
    plie_text_add(&text, " ] }\n");
    *length = text.length;
    return text.data;
}

/* What was freed before is merged by the allocator at the next large request: here, not in what is
 * measured. */
static void settle_heap(void) {
    void *volatile block = malloc((size_t)1 << 19);
    free(block);
}

static double parse_ms(const char *bytes, size_t length) {
    settle_heap();
    double start = now_ms();
    cJSON *tree = cJSON_ParseWithLength(bytes, length);
    double took = now_ms() - start;
    cJSON_Delete(tree);
    return took;
}

static double check_ms(const char *bytes, size_t length, const plie_library *library) {
    plie_diagnostics *findings = plie_diagnostics_new();
    settle_heap();
    double start = now_ms();
    plie_program *program = plie_program_check("bench", bytes, length, library, findings);
    double took = now_ms() - start;
    if (program == NULL)
        (void)fprintf(stderr, "the program has errors\n");
    plie_program_free(program);
    plie_diagnostics_free(findings);
    return took;
}

/* The best of many, taken in turn, so that a busy machine disturbs both alike. */
static void measure(const char *name, const char *bytes, size_t length,
                    const plie_library *library) {
    double check = 1e9, parse = 1e9;
    for (int i = 0; i < REPEATS; i++) {
        double one = check_ms(bytes, length, library);
        check = one < check ? one : check;
        one = parse_ms(bytes, length);
        parse = one < parse ? one : parse;
    }
    double megabytes = (double)length / 1e6;
    printf("%-12s %8zu bytes  check %8.3f ms %6.1f MB/s  cJSON %8.3f ms %6.1f MB/s  ratio %.2f\n",
           name, length, check, megabytes / check * 1e3, parse, megabytes / parse * 1e3,
           check / parse);
}

int main(void) {
    size_t length = 0;
    char *bytes = read_file(PLIE_SOURCE_DIR "/programs/library.json", &length);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = plie_library_read("library.json", bytes, length, findings);
    plie_diagnostics_free(findings);
    free(bytes);
    if (library == NULL)
        return 1;
    bytes = read_file(PLIE_SOURCE_DIR "/programs/inner-thigh.json", &length);
    measure("inner-thigh", bytes, length, library);
    free(bytes);
    bytes = long_program(&length);
    measure("long", bytes, length, library);
    free(bytes);
    plie_library_free(library);
    return 0;
}
