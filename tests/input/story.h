/* A story runs the whole app in this process, with no display and no sound card, while a thread of
 * its own does what a person would do with pads and fingers. What happened is read from the file of
 * events that the app writes; nothing waits for a fixed time. */
#ifndef PLIE_INPUT_STORY_H
#define PLIE_INPUT_STORY_H

#include <SDL.h>
#include <stdbool.h>

/* Tells the story while plie runs with these arguments (NULL after the last); a folder of data and
 * a program named "long" are added. Returns the exit status of a test. */
int story_run(void (*tell)(void), const char *const *arguments);

/* Waits until an event that holds the text is written after those seen before; ends the story with
 * a message if it does not come. */
void story_wait_for(const char *wanted);

/* Whether such an event was written after those seen. */
bool story_has(const char *wanted);

/* Waits until something is so. */
void story_wait_until(bool (*is_so)(void), const char *what);

/* Ends the story unless it is so. */
void story_check(bool is_so, const char *what);

void story_key(SDL_Keycode key);
/* A finger, in parts of the window. */
void story_finger(SDL_EventType type, float x, float y);

#endif
