#include "cli/option_values.h"

#include <ctype.h>
#include <string.h>

#define MOST_DIGITS 9

/* Reads fewest to most digits at *text and moves past them. */
static bool read_digits(const char **text, int fewest, int most, int *number) {
    int count = 0;
    *number = 0;
    while (isdigit((unsigned char)**text)) {
        if (++count > most)
            return false;
        *number = *number * 10 + (*(*text)++ - '0');
    }
    return count >= fewest;
}

static bool read_mark(const char **text, char mark) {
    if (**text != mark)
        return false;
    (*text)++;
    return true;
}

bool plie_value_whole(const char *text, int low, int high, int *number) {
    return read_digits(&text, 1, MOST_DIGITS, number) && *text == '\0' && *number >= low &&
           *number <= high;
}

bool plie_value_thousandths(const char *text, int64_t low, int64_t high, int64_t *number) {
    int whole;
    if (!read_digits(&text, 1, MOST_DIGITS, &whole))
        return false;
    int decimals = 0;
    if (read_mark(&text, '.')) {
        const char *start = text;
        if (!read_digits(&text, 1, 3, &decimals))
            return false;
        for (size_t count = (size_t)(text - start); count < 3; count++)
            decimals *= 10;
    }
    *number = (int64_t)whole * 1000 + decimals;
    return *text == '\0' && *number >= low && *number <= high;
}

bool plie_value_size(const char *text, int low, int high, int *width, int *height) {
    return read_digits(&text, 1, MOST_DIGITS, width) &&
           (read_mark(&text, 'x') || read_mark(&text, 'X')) &&
           read_digits(&text, 1, MOST_DIGITS, height) && *text == '\0' && *width >= low &&
           *width <= high && *height >= low && *height <= high;
}

static int days_of(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool plie_value_date(const char *text, plie_date_time *date) {
    plie_date_time read;
    const bool formed = read_digits(&text, 4, 4, &read.year) && read_mark(&text, '-') &&
                        read_digits(&text, 2, 2, &read.month) && read_mark(&text, '-') &&
                        read_digits(&text, 2, 2, &read.day) && read_mark(&text, 'T') &&
                        read_digits(&text, 2, 2, &read.hour) && read_mark(&text, ':') &&
                        read_digits(&text, 2, 2, &read.minute) && *text == '\0';
    if (!formed || read.year < 1 || read.month < 1 || read.month > 12 || read.day < 1 ||
        read.day > days_of(read.year, read.month) || read.hour > 23 || read.minute > 59)
        return false;
    *date = read;
    return true;
}

bool plie_value_ends_in(const char *text, const char *suffix) {
    const size_t length = strlen(text);
    const size_t suffix_length = strlen(suffix);
    if (length <= suffix_length)
        return false;
    for (size_t i = 0; i < suffix_length; i++) {
        if (tolower((unsigned char)text[length - suffix_length + i]) != suffix[i])
            return false;
    }
    return true;
}
