/* The order in which text is read: Hebrew and Arabic from right to left, their numbers and words of
 * other scripts within them from left to right, as Unicode's bidirectional algorithm has it.
 * FriBidi does the work; it is loaded when the first text needs it, so that no other text waits for
 * it. Main thread only. */
#ifndef PLIE_DRAW_READING_ORDER_H
#define PLIE_DRAW_READING_ORDER_H

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    PLIE_READS_RIGHTWARD, /* nothing in it is read from right to left */
    PLIE_READS_BOTH_WAYS, /* from left to right, with parts that are read from right to left */
    PLIE_READS_LEFTWARD   /* from right to left, perhaps with parts that are not */
} plie_reading;

/* Put before a line of a longer text, they make it be read as the whole is. */
#define PLIE_LEFTWARD_MARK "\xE2\x80\x8F"
#define PLIE_RIGHTWARD_MARK "\xE2\x80\x8E"

/* Marks that only steer the order. */
bool plie_is_reading_mark(uint32_t character);

/* Of valid UTF-8, by its first letter. */
plie_reading plie_reading_of(const char *text);

/* The level of each of the first count characters of valid UTF-8: even ones are read from left to
 * right, odd ones from right to left, and a higher one lies within a lower one. Where FriBidi
 * cannot be loaded every level is 0. */
void plie_reading_levels(const char *text, Uint8 *levels, size_t count);

#endif
