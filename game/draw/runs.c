#include "draw/runs.h"

#include "base/text.h"
#include "draw/raster.h"
#include "draw/reading_order.h"
#include <string.h>

#define NO_SCRIPT "Zzzz"

const char *plie_script_of(uint32_t character) {
    static const struct {
        uint32_t first, last;
        const char *script;
    } ranges[] = {
        {0x0590, 0x05FF, "Hebr"}, {0x0600, 0x06FF, "Arab"}, {0x0700, 0x074F, "Syrc"},
        {0x0750, 0x077F, "Arab"}, {0x0780, 0x07BF, "Thaa"}, {0x07C0, 0x07FF, "Nkoo"},
        {0x0860, 0x086F, "Syrc"}, {0x0870, 0x08FF, "Arab"}, {0x0900, 0x097F, "Deva"},
        {0x0980, 0x09FF, "Beng"}, {0x0A00, 0x0A7F, "Guru"}, {0x0A80, 0x0AFF, "Gujr"},
        {0x0B00, 0x0B7F, "Orya"}, {0x0B80, 0x0BFF, "Taml"}, {0x0C00, 0x0C7F, "Telu"},
        {0x0C80, 0x0CFF, "Knda"}, {0x0D00, 0x0D7F, "Mlym"}, {0x0D80, 0x0DFF, "Sinh"},
        {0x0E00, 0x0E7F, "Thai"}, {0x0E80, 0x0EFF, "Laoo"}, {0x0F00, 0x0FFF, "Tibt"},
        {0x1000, 0x109F, "Mymr"}, {0x1780, 0x17FF, "Khmr"}, {0xFB1D, 0xFB4F, "Hebr"},
        {0xFB50, 0xFDFF, "Arab"}, {0xFE70, 0xFEFE, "Arab"},
    };
    if (character < ranges[0].first)
        return NULL;
    for (size_t i = 0; i < SDL_arraysize(ranges); i++)
        if (character >= ranges[i].first && character <= ranges[i].last)
            return ranges[i].script;
    return NULL;
}

static bool is_joiner(uint32_t character) {
    return character == 0x200C || character == 0x200D;
}

/* Stands wherever it is, in any font and script. */
static bool joins_any_run(uint32_t character) {
    return character == ' ' || is_joiner(character) || plie_is_reading_mark(character);
}

static bool is_ascii(const char *text) {
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

/* Extends the run by the character, if it can be drawn along with what is there. */
static bool joins(plie_fonts *fonts, plie_face_key key, plie_run *run, uint32_t character,
                  Uint8 level) {
    if (plie_is_reading_mark(character))
        return true;
    if (run->level != level)
        return false;
    if (joins_any_run(character))
        return true;
    const char *script = plie_script_of(character);
    if (script != NULL && strcmp(run->script, script) != 0)
        return false;
    const TTF_Font *wanted = plie_fonts_face_for(fonts, key, character);
    return wanted == plie_fonts_face_for(fonts, key, run->first);
}

/* In the order in which they are read. */
static int split(plie_fonts *fonts, plie_face_key key, const char *clean,
                 plie_run runs[PLIE_RUN_LIMIT]) {
    Uint8 levels[PLIE_LINE_BYTES];
    plie_reading_levels(clean, levels, sizeof levels);
    int count = 0;
    size_t number = 0;
    for (const char *at = clean, *next = at; *at != '\0'; at = next, number++) {
        uint32_t character = plie_utf8_next(&next);
        size_t begin = (size_t)(at - clean), length = (size_t)(next - at);
        if (count > 0 && joins(fonts, key, &runs[count - 1], character, levels[number])) {
            runs[count - 1].length += length;
        } else if (!plie_is_reading_mark(character)) {
            if (count == PLIE_RUN_LIMIT)
                break;
            const char *script = plie_script_of(character);
            runs[count++] = (plie_run){begin, length, character, levels[number],
                                       script != NULL ? script : NO_SCRIPT};
        }
    }
    return count;
}

static void reverse(plie_run *runs, int count) {
    for (int i = 0; i < count / 2; i++) {
        plie_run run = runs[i];
        runs[i] = runs[count - 1 - i];
        runs[count - 1 - i] = run;
    }
}

/* Rule L2 of the bidirectional algorithm: what lies deepest is turned round first. */
static void put_in_sight_order(plie_run *runs, int count) {
    int deepest = 0;
    for (int i = 0; i < count; i++)
        deepest = SDL_max(deepest, runs[i].level);
    for (int level = deepest; level > 0; level--) {
        for (int i = 0, end; i < count; i = end + 1) {
            for (end = i; end < count && runs[end].level >= level; end++)
                ;
            reverse(&runs[i], end - i);
        }
    }
}

int plie_runs_of(plie_fonts *fonts, plie_face_key key, const char *clean,
                 plie_run runs[PLIE_RUN_LIMIT]) {
    if (clean[0] == '\0')
        return 0;
    if (is_ascii(clean)) {
        runs[0] = (plie_run){0, strlen(clean), (unsigned char)clean[0], 0, NO_SCRIPT};
        return 1;
    }
    int count = split(fonts, key, clean, runs);
    put_in_sight_order(runs, count);
    return count;
}

TTF_Font *plie_run_font(plie_fonts *fonts, plie_face_key key, const plie_run *run) {
    TTF_Font *font = plie_fonts_face_for(fonts, key, run->first);
    if (font != NULL) {
        (void)TTF_SetFontDirection(font,
                                   run->level % 2 != 0 ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
        (void)TTF_SetFontScriptName(font, run->script);
    }
    return font;
}

void plie_run_text(const char *clean, const plie_run *run, char *out) {
    const char *end = &clean[run->begin + run->length];
    for (const char *at = &clean[run->begin], *next = at; at < end; at = next) {
        if (!plie_is_reading_mark(plie_utf8_next(&next))) {
            memcpy(out, at, (size_t)(next - at));
            out += next - at;
        }
    }
    *out = '\0';
}

bool plie_runs_can_be_read(plie_fonts *fonts, plie_face_key key, const char *clean) {
    int seen = 0, missing = 0;
    for (uint32_t at = plie_utf8_next(&clean); at != 0; at = plie_utf8_next(&clean)) {
        if (joins_any_run(at))
            continue;
        seen++;
        missing += !plie_fonts_have(fonts, key, at);
    }
    return missing * 2 <= seen;
}
