#include "plan/cue_text.h"
#include "base/text.h"
#include <ctype.h>
#include <string.h>

enum {
    FIRST_WORDS = 8,
    NEXT_WORDS = 10,
    SEGMENT_WORDS = 3,
    NAME_WORDS = 6, /* what leaves room for the side in a next-up */
    SHORT_NAME_WORDS = 4,
};

static void add_form(plie_line_forms *line, const char *text, int limit) {
    if (plie_word_count(text) <= limit && line->count < PLIE_LINE_FORMS)
        line->forms[line->count++] = text;
}

plie_line_forms plie_cue_fixed(const char *text) {
    return (plie_line_forms){{text}, 1};
}

static bool is_space(char c) {
    return isspace((unsigned char)c) != 0;
}

static size_t without_stops(const char *text, size_t length) {
    while (length > 0 && (is_space(text[length - 1]) || strchr(".,;:-", text[length - 1]) != NULL))
        length--;
    return length;
}

/* Bytes of the first words of a text; *comma those before the last comma among them, or 0. */
static size_t bytes_of_words(const char *text, int limit, size_t *comma) {
    size_t length = 0;
    int words = 0;
    *comma = 0;
    for (size_t i = 0; text[i] != '\0'; i++) {
        const bool starts = !is_space(text[i]) && (i == 0 || is_space(text[i - 1]));
        if (starts && ++words > limit)
            break;
        if (!is_space(text[i]))
            length = i + 1;
        if (text[i] == ',')
            *comma = i;
    }
    return length;
}

/* Words that only lead to the next one. */
static bool leads_on(const char *word, size_t length) {
    static const char *const words[] = {
        "a",       "across", "after",   "against", "an",    "and",   "around", "as",    "at",
        "before",  "behind", "between", "both",    "but",   "by",    "each",   "every", "for",
        "from",    "her",    "his",     "in",      "into",  "its",   "my",     "nor",   "of",
        "on",      "one",    "onto",    "or",      "over",  "per",   "the",    "their", "then",
        "through", "to",     "toward",  "towards", "under", "until", "upon",   "very",  "while",
        "with",    "within", "without", "your",    "&",     "+",     "/",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t at = 0;
        while (at < length && tolower((unsigned char)word[at]) == words[i][at])
            at++;
        if (at == length && words[i][at] == '\0')
            return true;
    }
    return false;
}

/* At least the first word stays. */
static size_t without_loose_end(const char *text, size_t length) {
    size_t kept = without_stops(text, length);
    for (size_t start = kept; kept > 0; start = kept) {
        while (start > 0 && !is_space(text[start - 1]))
            start--;
        if (!leads_on(&text[start], kept - start))
            return kept;
        kept = without_stops(text, start);
    }
    return without_stops(text, length);
}

/* A text of at most limit words, without what would end the sentence. What must be shortened stops
 * at a comma or at a word that can end a name. */
static char *first_words(plie_arena *arena, const char *text, int limit) {
    size_t comma = 0;
    size_t length = bytes_of_words(text, limit, &comma);
    if (plie_word_count(text) > limit)
        length = without_loose_end(text, comma > 0 ? comma : length);
    while (length > 0 && strchr(".,;:", text[length - 1]) != NULL)
        length--;
    return plie_arena_copy(arena, text, length);
}

static char *spoken_name(plie_arena *arena, const plie_exercise *exercise, int limit) {
    if (exercise->say != NULL)
        return first_words(arena, exercise->say, limit);
    char *name = first_words(arena, exercise->name, limit);
    for (size_t i = 0; name[i] != '\0'; i++)
        name[i] = (char)tolower((unsigned char)name[i]);
    return name;
}

/* text with a capital first letter and a full stop. */
static char *sentence(plie_arena *arena, const char *text) {
    const size_t length = strlen(text);
    const bool ended = length > 0 && strchr(".!?", text[length - 1]) != NULL;
    char *copy = plie_arena_printf(arena, "%s%s", text, ended ? "" : ".");
    copy[0] = (char)toupper((unsigned char)copy[0]);
    return copy;
}

static const char *side_words(const plie_interval *work) {
    switch (work->side) {
    case PLIE_RIGHT:
        return ", right leg";
    case PLIE_LEFT:
        return ", left leg";
    case PLIE_ALTERNATE:
        return ", right leg first";
    case PLIE_BOTH:
        return work->reps > 0 ? ", each leg" : ", both sides";
    case PLIE_NO_SIDE:
    case PLIE_EACH:
        break;
    }
    return "";
}

static const char *plural(int count) {
    return count == 1 ? "" : "s";
}

static char *time_words(plie_arena *arena, int64_t time_ms) {
    const int seconds = time_ms < 1000 ? 1 : (int)(time_ms / 1000), minutes = seconds / 60,
              rest = seconds % 60;
    if (seconds < 60 || (minutes == 1 && rest > 0))
        return plie_arena_printf(arena, "%s second%s", plie_number_words(arena, seconds),
                                 plural(seconds));
    const char *words = plie_number_words(arena, minutes);
    if (rest == 0)
        return plie_arena_printf(arena, "%s minute%s", words, plural(minutes));
    return plie_arena_printf(arena, "%s minutes %s", words, plie_number_words(arena, rest));
}

static char *dose_words(plie_arena *arena, const plie_interval *work) {
    if (work->hold_ms > 0 && work->reps > 1)
        return plie_arena_printf(arena, "%s times %s", plie_number_words(arena, work->reps),
                                 time_words(arena, work->hold_ms));
    if (work->hold_ms > 0)
        return time_words(arena, work->hold_ms);
    if (work->reps > 0)
        return plie_arena_printf(arena, "%s rep%s", plie_number_words(arena, work->reps),
                                 plural(work->reps));
    return time_words(arena, work->duration_ms);
}

plie_line_forms plie_cue_first(plie_arena *arena, const plie_interval *work) {
    plie_line_forms line = {{NULL}, 0};
    const char *side = side_words(work);
    const char *name = spoken_name(arena, work->exercise, NAME_WORDS);
    const char *short_name = spoken_name(arena, work->exercise, SHORT_NAME_WORDS);
    add_form(&line, plie_arena_printf(arena, "Get ready. First: %s%s.", name, side), FIRST_WORDS);
    add_form(&line, plie_arena_printf(arena, "First: %s%s.", name, side), FIRST_WORDS);
    add_form(&line, plie_arena_printf(arena, "First: %s%s.", short_name, side), FIRST_WORDS);
    add_form(&line, sentence(arena, name), FIRST_WORDS);
    return line;
}

plie_line_forms plie_cue_next_up(plie_arena *arena, const plie_interval *work) {
    plie_line_forms line = {{NULL}, 0};
    const char *side = side_words(work);
    const char *name = spoken_name(arena, work->exercise, NAME_WORDS);
    const char *dose = dose_words(arena, work);
    if (work->side == PLIE_BOTH && work->reps > 0)
        add_form(&line, plie_arena_printf(arena, "Next: %s, %s each leg.", name, dose), NEXT_WORDS);
    else
        add_form(&line, plie_arena_printf(arena, "Next: %s%s, %s.", name, side, dose), NEXT_WORDS);
    add_form(&line, plie_arena_printf(arena, "Next: %s%s.", name, side), NEXT_WORDS);
    const char *bare = plie_arena_printf(arena, "%s%s", name, side);
    add_form(&line, sentence(arena, bare), NEXT_WORDS);
    return line;
}

plie_line_forms plie_cue_segment(plie_arena *arena, const plie_plan_segment *segment) {
    plie_line_forms line = {{NULL}, 0};
    add_form(&line, sentence(arena, segment->name), SEGMENT_WORDS);
    add_form(&line, sentence(arena, plie_segment_kind_name(segment->kind)), SEGMENT_WORDS);
    return line;
}

plie_line_forms plie_cue_rest(plie_arena *arena, const plie_interval *rest) {
    if (rest->kind != PLIE_ROUND_REST || rest->round < 1)
        return plie_cue_fixed("Rest.");
    if (rest->rounds > 1 && rest->round == rest->rounds - 1)
        return plie_cue_fixed("Last round.");
    return plie_cue_fixed(
        plie_arena_printf(arena, "Round %s done.", plie_number_words(arena, rest->round)));
}

plie_line_forms plie_cue_form(plie_arena *arena, const plie_exercise *exercise, int turn,
                              int limit) {
    const plie_texts *cues = &exercise->cues;
    for (size_t i = 0; i < cues->count; i++) {
        const char *cue = cues->items[((size_t)turn + i) % cues->count];
        const int words = plie_word_count(cue);
        if (words > 0 && words <= limit)
            return plie_cue_fixed(sentence(arena, cue));
    }
    return (plie_line_forms){{NULL}, 0};
}

const char *plie_cue_name(plie_arena *arena, const plie_exercise *exercise) {
    return sentence(arena, spoken_name(arena, exercise, NAME_WORDS));
}

const char *plie_cue_count(int left) {
    static const char *const words[] = {"", "One.", "Two.", "Three.", "Four.", "Five."};
    return words[left];
}
