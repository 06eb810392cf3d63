/* What the English voice can be given to read. */
#ifndef PLIE_AUDIO_SPEECH_TEXT_H
#define PLIE_AUDIO_SPEECH_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#define PLIE_SPEECH_LIMIT 200     /* characters of a text */
#define PLIE_SPEECH_WORD_LIMIT 40 /* letters of a word: a longer one takes the voice seconds */
#define PLIE_SPEECH_SIZE (PLIE_SPEECH_LIMIT + 1)
#define PLIE_SLUG_SIZE 101

/* Writes the text as plain ASCII: accents are dropped, typographic marks become plain ones. False
 * for what the voice cannot read: nothing to say, too long, a word that is too long, or letters of
 * another script. */
bool plie_speech_text(const char *text, char speech[PLIE_SPEECH_SIZE]);

/* The name under which a recording of the line is looked for: its words in lower case, joined by
 * hyphens ("Switch sides." is "switch-sides"). False where that leaves nothing, or too much. */
bool plie_speech_slug(const char *text, char slug[PLIE_SLUG_SIZE]);

#endif
