/* A figure: how an exercise is done, as key poses in time, with its view, props and working parts;
 * one JSON file an exercise (assets/figures). Read with the strictness of programs.
 *
 * Files are written for the right side; whoever draws the left side mirrors. A figure is read-only
 * after reading, and then usable by any thread. */
#ifndef PLIE_FIGURE_FIGURE_H
#define PLIE_FIGURE_FIGURE_H

#include "base/arena.h"
#include "base/diagnostics.h"
#include "figure/skeleton.h"

#define PLIE_KEY_LIMIT 24
#define PLIE_PROP_LIMIT 6

/* How a movement arrives at a key. */
typedef enum {
    PLIE_EASE_SMOOTH, /* slow at both ends */
    PLIE_EASE_EVEN,
    PLIE_EASE_FALL, /* slow first */
    PLIE_EASE_LAND  /* slow last */
} plie_ease;

typedef struct {
    double at; /* part of a repetition, 0 to 1 */
    plie_ease ease;
    plie_pose pose;
} plie_key_pose;

typedef enum {
    PLIE_PROP_MAT,
    PLIE_PROP_CHAIR,  /* seat 0.45 m high; it faces as it is turned */
    PLIE_PROP_WALL,   /* a plane through its place, facing as it is turned */
    PLIE_PROP_PILLOW, /* between the knees, or lying on the floor where it has a place */
    PLIE_PROP_BAND,   /* around both thighs, above the knees */
    PLIE_PROP_ANKLE_WEIGHTS,
    PLIE_PROP_HAND_WEIGHTS
} plie_prop_kind;

#define PLIE_STILL_LIMIT 4

/* On which limb a prop is, in a file of the right side. */
typedef enum { PLIE_PROP_ON_BOTH, PLIE_PROP_ON_RIGHT, PLIE_PROP_ON_LEFT } plie_prop_side;

typedef struct {
    plie_prop_kind kind;
    bool placed;         /* has a place of its own; else x and y are 0 */
    double x, y;         /* of its middle on the floor */
    double turn;         /* to the right, in degrees */
    plie_prop_side side; /* of weights */
} plie_prop;

typedef struct {
    double turn; /* the viewer's place: 0 in front, 90 at the figure's right, -90 at its left */
    double rise; /* degrees from which one looks down */
} plie_view;

typedef struct {
    const char *id;
    plie_key_pose keys[PLIE_KEY_LIMIT]; /* by time; the first at 0; the last leads to the first */
    size_t key_count;
    bool alternates;                 /* every second repetition is mirrored */
    bool turns_back;                 /* the second half of a dose does the repetition backwards */
    bool breathes;                   /* held still: the chest moves with the breath */
    double stills[PLIE_STILL_LIMIT]; /* parts of a repetition, from early to late */
    size_t still_count;              /* 0: the file does not say */
    plie_view view;
    plie_prop props[PLIE_PROP_LIMIT];
    size_t prop_count;
    bool works[PLIE_BODY_PARTS]; /* the parts that work */
    plie_arena *arena;
} plie_figure;

/* Named poses to start from: {"format": 1, "poses": {NAME: {...}}}. The caller owns them. */
typedef struct plie_base_poses plie_base_poses;
plie_base_poses *plie_base_poses_read(const char *file, const char *bytes, size_t length,
                                      plie_diagnostics *findings);
/* Adds the poses of others whose names poses does not have. */
void plie_base_poses_add_missing(plie_base_poses *poses, const plie_base_poses *others);
void plie_base_poses_free(plie_base_poses *poses);

/* Reads a figure. bases may be NULL: then no base can be named. like is the figure that the file's
 * "like" names (see below), NULL where it names none. Both are only read during the call. NULL,
 * with errors in findings, where the file is at fault; else the caller owns the figure. */
plie_figure *plie_figure_read(const char *file, const char *bytes, size_t length,
                              const plie_base_poses *bases, const plie_figure *like,
                              plie_diagnostics *findings);
void plie_figure_free(plie_figure *figure);

/* The id that the file's "like" names, into the arena; NULL if there is none. */
const char *plie_figure_like(plie_arena *arena, const char *bytes, size_t length);

/* Whether bytes look like a figure rather than a program or a library: a top-level object with
 * "keys" or "like". */
bool plie_is_figure(const char *bytes, size_t length);

/* Whether bytes look like a file of base poses: a top-level object with "poses". */
bool plie_is_base_poses(const char *bytes, size_t length);

/* The pose at a part of a repetition; any number counts, by its fraction. */
plie_pose plie_figure_pose(const plie_figure *figure, double part);

/* The parts of a repetition that tell the movement in still pictures, from early to late; returns
 * how many. As the file says; else 0 and its middle, or where that is much nearer to 0 than another
 * part, the farthest; 0 alone of what is held. */
size_t plie_figure_stills(const plie_figure *figure, double parts[PLIE_STILL_LIMIT]);

#endif
