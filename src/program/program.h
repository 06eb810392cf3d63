/* A program: segments of circuits of steps, as a trainer wrote them (format 1). Reading and
 * checking; the rules stand in DESIGN.md, "Programs", and EXERCISES.md, section 5. */
#ifndef PLIE_PROGRAM_PROGRAM_H
#define PLIE_PROGRAM_PROGRAM_H

#include "base/levels.h"
#include "base/text.h"
#include "program/exercise.h"

#define PLIE_PROGRAM_FORMAT 1
#define PLIE_SEGMENT_LIMIT 32
#define PLIE_CIRCUIT_LIMIT 64
#define PLIE_STEP_LIMIT 256
#define PLIE_ROUND_LIMIT 99
#define PLIE_REP_LIMIT 999
#define PLIE_INTERVAL_LIMIT_S 3600
#define PLIE_SPOKEN_LIMIT 200 /* characters of a text that is spoken */
#define PLIE_PLAN_LIMIT_MS (8 * 3600 * 1000)
#define PLIE_HOLD_PAUSE_MS 2000 /* between two holds of a step */

typedef enum {
    PLIE_WARMUP,
    PLIE_STANDING_SEGMENT,
    PLIE_CARDIO,
    PLIE_FLOOR,
    PLIE_STRETCH,
    PLIE_OTHER
} plie_segment_kind;

typedef enum { PLIE_PICK_ROTATE, PLIE_PICK_FIRST, PLIE_PICK_ALL } plie_pick;

typedef enum {
    PLIE_NO_SIDE,
    PLIE_RIGHT,
    PLIE_LEFT,
    PLIE_EACH,     /* the whole dose right, a switch, the whole dose left */
    PLIE_BOTH,     /* changes legs every rep; reps are for each leg */
    PLIE_ALTERNATE /* right in odd rounds, left in even; an odd last round changes at half time */
} plie_side;

typedef enum { PLIE_DOSE_REPS, PLIE_DOSE_WORK, PLIE_DOSE_HOLD } plie_dose;

/* low <= high; a single number has both equal. */
typedef struct {
    int low;
    int high;
} plie_range;

typedef struct {
    /* By level; NULL for a level that the circuit is not for. */
    const plie_exercise *exercises[PLIE_LEVEL_COUNT];
    plie_dose dose;
    plie_range reps;   /* DOSE_REPS: reps; DOSE_HOLD: number of holds, 1 by default */
    bool has_reps;     /* false for a single hold without reps, and for DOSE_WORK */
    plie_range work_s; /* DOSE_WORK; the circuit's work_s where own_work is false */
    bool own_work;
    plie_range hold_s; /* DOSE_HOLD */
    plie_side side;
    int sets;     /* 1 by default */
    int tempo_ms; /* 0: the exercise's */
    bool has_rest;
    plie_range rest_s; /* after this step; where has_rest is false, the circuit's */
    const char *note;  /* shown on the screen, or NULL */
    const char *say;   /* spoken 5 s into the work in the place of a form cue, or NULL */
    const char *clip;  /* a sound file played in the place of say, relative to the program's
                          folder, or NULL */
} plie_step;

typedef struct {
    bool has_rounds, has_rest_s, has_work_s;
    plie_range rounds, rest_s, work_s;
} plie_fit;

typedef struct {
    const char *name; /* or NULL */
    bool levels[PLIE_LEVEL_COUNT];
    plie_range rounds;
    plie_range rest_s;
    plie_range round_rest_s;
    bool has_work_s;
    plie_range work_s;
    plie_fit fit;
    plie_step *steps;
    size_t step_count;
} plie_circuit;

typedef struct {
    plie_place place;
    plie_segment_kind kind;
    const char *name; /* the kind's name by default: never NULL */
    plie_pick pick;
    double share;
    int minutes; /* of a warm-up or stretch; 0 where none is given */
    plie_circuit *circuits;
    size_t circuit_count;
} plie_segment;

typedef struct {
    int minutes; /* 0 where none is given */
    double effort;
} plie_level_settings;

/* A file that the program names, for whoever can look whether it is there (the core opens none). */
typedef enum { PLIE_FILE_SOUND, PLIE_FILE_PICTURE, PLIE_FILE_FIGURE } plie_file_kind;
typedef struct {
    plie_file_kind kind;
    const char *path; /* relative to the program's folder */
    plie_place place;
    const char *pointer;
} plie_named_file;

typedef struct {
    const char *file; /* as it was given to plie_program_read */
    uint64_t content; /* plie_content_hash of its bytes */
    const char *name;
    const char *summary; /* these are NULL where absent */
    const char *author;
    const char *source;
    const char *language;
    plie_range minutes;
    plie_level_settings levels[PLIE_LEVEL_COUNT];
    plie_texts cautions;
    const plie_exercise *exercises; /* the program's own */
    size_t exercise_count;
    plie_segment *segments;
    size_t segment_count;
    plie_place segments_place; /* of the list */
    const plie_named_file *files;
    size_t file_count;
    plie_arena *arena;
} plie_program;

/* Reads a program from bytes, which are only read during the call. Exercises are looked up in the
 * program's own, then in the library, which must outlive the program. file is the name used in
 * findings. Adds all errors, with their places; returns NULL if there is one. The caller owns the
 * result. Adds no warnings: see plie_program_check. */
plie_program *plie_program_read(const char *file, const char *bytes, size_t length,
                                const plie_library *library, plie_diagnostics *findings);

/* Reads as plie_program_read does and adds the warnings and notes of EXERCISES.md, section 5, too.
 * The rule on equal shares needs plans and is added by plie_plan_check (plan/plan_check.h). */
plie_program *plie_program_check(const char *file, const char *bytes, size_t length,
                                 const plie_library *library, plie_diagnostics *findings);

/* NULL is allowed. */
void plie_program_free(plie_program *program);

/* The same for a library file: errors, and warnings such as a high-impact exercise with no
 * low-impact way out. Returns whether there was no error. */
bool plie_library_check(const char *file, const char *bytes, size_t length,
                        plie_diagnostics *findings);

/* Whether bytes look like a library file rather than a program: a top-level object with
 * "exercises" and without "segments". */
bool plie_is_library(const char *bytes, size_t length);

/* The text of a new program to start from, which checks clean; ends with a line feed. Static. */
const char *plie_program_template(void);

/* "warmup", ... and "Warm-up", ... */
const char *plie_segment_kind_id(plie_segment_kind kind);
const char *plie_segment_kind_name(plie_segment_kind kind);

/* All but warm-up and stretch. */
bool plie_segment_is_main(plie_segment_kind kind);

/* "right", "left", "each", "both", "alternate"; NULL for PLIE_NO_SIDE. */
const char *plie_side_id(plie_side side);

#endif
