#include "plan/cue_map.h"
#include "plan/cue_sheet.h"
#include <stdlib.h>

struct plie_line_lengths {
    plie_arena *arena;
    plie_cue_map by_text;
};

plie_line_lengths *plie_line_lengths_new(void) {
    plie_line_lengths *lengths = calloc(1, sizeof *lengths);
    if (lengths == NULL)
        abort();
    lengths->arena = plie_arena_new();
    return lengths;
}

void plie_line_lengths_free(plie_line_lengths *lengths) {
    if (lengths == NULL)
        return;
    plie_cue_map_free(&lengths->by_text);
    plie_arena_free(lengths->arena);
    free(lengths);
}

void plie_line_lengths_set(plie_line_lengths *lengths, const char *text, int duration_ms) {
    bool added = false;
    plie_cue_map_entry *entry = plie_cue_map_at(&lengths->by_text, text, &added);
    if (added)
        entry->text = plie_arena_strdup(lengths->arena, text);
    entry->value = duration_ms < 0 ? 0 : duration_ms;
}

int plie_line_length_ms(const plie_line_lengths *lengths, const char *text) {
    const plie_cue_map_entry *entry =
        lengths == NULL ? NULL : plie_cue_map_find(&lengths->by_text, text);
    return entry == NULL ? plie_line_estimate_ms(text) : entry->value;
}

plie_line_lengths *plie_line_lengths_copy(const plie_line_lengths *lengths) {
    plie_line_lengths *copy = plie_line_lengths_new();
    if (lengths == NULL)
        return copy;
    for (size_t i = 0; i < lengths->by_text.capacity; i++) {
        const plie_cue_map_entry *entry = &lengths->by_text.entries[i];
        if (entry->text != NULL)
            plie_line_lengths_set(copy, entry->text, entry->value);
    }
    return copy;
}
