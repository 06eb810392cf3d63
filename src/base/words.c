#include "base/text.h"

#include <ctype.h>
#include <string.h>

#define LONGEST_COMPARED 64
#define MOST_EDITS 2

static int smaller(int a, int b) {
    return a < b ? a : b;
}

static bool same_letter(char a, char b) {
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/* The number of letters to insert, remove, replace or swap with their neighbour, with the length
 * of either word at most LONGEST_COMPARED. */
static int edit_distance(const char *a, const char *b) {
    const size_t columns = strlen(b) + 1;
    int rows[3][LONGEST_COMPARED + 1];
    int *two_above = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j < columns; j++)
        row[j] = (int)j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        int *spare = two_above;
        two_above = above;
        above = row;
        row = spare;
        row[0] = (int)i;
        for (size_t j = 1; j < columns; j++) {
            row[j] = smaller(above[j - 1] + !same_letter(a[i - 1], b[j - 1]),
                             smaller(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && same_letter(a[i - 1], b[j - 2]) &&
                same_letter(a[i - 2], b[j - 1]))
                row[j] = smaller(row[j], two_above[j - 2] + 1);
        }
    }
    return row[columns - 1];
}

const char *plie_nearest(const char *word, const char *const *names, size_t count) {
    const size_t length = strlen(word);
    if (length == 0 || length > LONGEST_COMPARED)
        return NULL;
    const char *nearest = NULL;
    int best = smaller(MOST_EDITS, (int)length / 3) + 1;
    for (size_t i = 0; i < count; i++) {
        const size_t other = strlen(names[i]);
        if (other > length + MOST_EDITS || length > other + MOST_EDITS || other > LONGEST_COMPARED)
            continue;
        const int distance = edit_distance(word, names[i]);
        if (distance < best) {
            best = distance;
            nearest = names[i];
        }
    }
    return nearest;
}

int plie_word_count(const char *string) {
    int count = 0;
    bool inside = false;
    for (; *string != '\0'; string++) {
        const bool space = isspace((unsigned char)*string) != 0;
        count += !space && !inside;
        inside = !space;
    }
    return count;
}

char *plie_clock_text(plie_arena *arena, int64_t time_ms, bool round_up) {
    int64_t seconds = 0;
    if (time_ms > 0)
        seconds = time_ms / 1000 + (round_up && time_ms % 1000 != 0);
    const long long hours = seconds / 3600;
    const int minutes = (int)(seconds / 60 % 60);
    const int rest = (int)(seconds % 60);
    if (hours > 0)
        return plie_arena_printf(arena, "%lld:%02d:%02d", hours, minutes, rest);
    return plie_arena_printf(arena, "%d:%02d", minutes, rest);
}

static void add_below_hundred(plie_text *text, int number) {
    static const char *const small[] = {"zero",    "one",     "two",       "three",    "four",
                                        "five",    "six",     "seven",     "eight",    "nine",
                                        "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const char *const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                       "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (number < 20)
        plie_text_add(text, small[number]);
    else if (number % 10 == 0)
        plie_text_add(text, tens[number / 10]);
    else
        plie_text_addf(text, "%s-%s", tens[number / 10], small[number % 10]);
}

static void add_number(plie_text *text, int number) {
    static const struct {
        int value;
        const char *name;
    } units[] = {{1000, "thousand"}, {100, "hundred"}};
    bool larger = false;
    for (size_t i = 0; i < 2; i++) {
        if (number < units[i].value)
            continue;
        plie_text_add(text, larger ? " " : "");
        add_below_hundred(text, number / units[i].value);
        plie_text_addf(text, " %s", units[i].name);
        number %= units[i].value;
        larger = true;
    }
    if (number == 0 && larger)
        return;
    plie_text_add(text, larger ? " and " : "");
    add_below_hundred(text, number);
}

char *plie_number_words(plie_arena *arena, int number) {
    if (number < 0 || number > 9999)
        return plie_arena_printf(arena, "%d", number);
    plie_text text = {0};
    add_number(&text, number);
    char *words = plie_arena_strdup(arena, plie_text_string(&text));
    plie_text_free(&text);
    return words;
}
