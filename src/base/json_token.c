#include "base/json_scan.h"
#include "base/text.h"

#include <string.h>

/* No number that a person means is longer; parsers differ on what they do with one that is. */
#define LONGEST_NUMBER 60

static int byte_at(const json_scan *scan, size_t offset) {
    return offset < scan->text->length ? (unsigned char)scan->text->bytes[offset] : -1;
}

static int hex_value(int byte) {
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* The four hexadecimal digits at offset, -1 if they are not that. */
static long hex_unit(const json_scan *scan, size_t offset) {
    long unit = 0;
    for (size_t i = 0; i < 4; i++) {
        const int digit = hex_value(byte_at(scan, offset + i));
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/* At the backslash of \uXXXX; a high surrogate takes its low one along. */
static bool scan_unicode_escape(json_scan *scan) {
    const size_t start = scan->at;
    const long unit = hex_unit(scan, start + 2);
    if (unit < 0)
        return plie_json_fail(scan, start, "expected four hexadecimal digits after \\u");
    if (unit == 0)
        return plie_json_fail(scan, start, "the character NUL is not allowed");
    scan->at += 6;
    if (unit < 0xd800 || unit > 0xdfff)
        return true;
    long low = -1;
    if (byte_at(scan, start + 6) == '\\' && byte_at(scan, start + 7) == 'u')
        low = hex_unit(scan, start + 8);
    if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff)
        return plie_json_fail(scan, start, "half of a surrogate pair");
    scan->at += 6;
    return true;
}

static bool scan_escape(json_scan *scan) {
    const int kind = byte_at(scan, scan->at + 1);
    if (kind == 'u')
        return scan_unicode_escape(scan);
    if (kind <= 0 || strchr("\"\\/bfnrt", kind) == NULL)
        return plie_json_fail(scan, scan->at,
                              "unknown escape: a backslash is followed by one of \"\\/bfnrtu");
    scan->at += 2;
    return true;
}

/* Moves to the next quote, backslash or control character, or to the end. */
static void skip_plain(json_scan *scan) {
    const unsigned char *bytes = (const unsigned char *)scan->text->bytes;
    const size_t length = scan->text->length;
    size_t at = scan->at;
    while (at < length && bytes[at] >= 0x20 && bytes[at] != '"' && bytes[at] != '\\')
        at++;
    scan->at = at;
}

bool plie_json_scan_string(json_scan *scan, json_key *content) {
    const size_t start = scan->at++;
    bool escaped = false;
    for (;;) {
        skip_plain(scan);
        const int byte = byte_at(scan, scan->at);
        if (byte == '"')
            break;
        if (byte < 0)
            return plie_json_fail(scan, start, "this string does not end");
        if (byte == '\n' || byte == '\r')
            return plie_json_fail(scan, scan->at,
                                  "a string ends on the line where it starts; write \\n");
        if (byte < 0x20)
            return plie_json_fail(scan, scan->at, "a control character in a string");
        escaped = true;
        if (!scan_escape(scan))
            return false;
    }
    *content = (json_key){
        .bytes = scan->text->bytes + start + 1, .length = scan->at - start - 1, .escaped = escaped};
    scan->at++;
    return true;
}

static bool is_digit(int byte) {
    return byte >= '0' && byte <= '9';
}

static size_t skip_digits(json_scan *scan) {
    const size_t start = scan->at;
    while (is_digit(byte_at(scan, scan->at)))
        scan->at++;
    return scan->at - start;
}

static bool scan_fraction(json_scan *scan) {
    if (byte_at(scan, scan->at) != '.')
        return true;
    scan->at++;
    return skip_digits(scan) > 0 ||
           plie_json_fail(scan, scan->at, "expected a digit after the decimal point");
}

static bool scan_exponent(json_scan *scan) {
    int byte = byte_at(scan, scan->at);
    if (byte != 'e' && byte != 'E')
        return true;
    byte = byte_at(scan, ++scan->at);
    if (byte == '+' || byte == '-')
        scan->at++;
    return skip_digits(scan) > 0 ||
           plie_json_fail(scan, scan->at, "expected a digit in the exponent");
}

bool plie_json_scan_number(json_scan *scan) {
    const size_t start = scan->at;
    if (byte_at(scan, scan->at) == '-')
        scan->at++;
    const size_t digits_start = scan->at;
    const size_t digits = skip_digits(scan);
    if (digits == 0)
        return plie_json_fail(scan, scan->at, "expected a digit after '-'");
    if (digits > 1 && scan->text->bytes[digits_start] == '0')
        return plie_json_fail(scan, start, "a number does not start with a needless 0");
    if (!scan_fraction(scan) || !scan_exponent(scan))
        return false;
    if (scan->at - start > LONGEST_NUMBER)
        return plie_json_fail(scan, start, "this number has more than 60 characters");
    return true;
}
