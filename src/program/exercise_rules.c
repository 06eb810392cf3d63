/* The warnings and notes about exercises, of a library or of a program. */
#include "base/text.h"
#include "program/exercises.h"
#include "program/fields.h"
#include <stdint.h>
#include <string.h>

#define CUE_WORDS 8
#define NAME_WORDS 4

static char lower(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool contains_word_part(const char *text, const char *part) {
    for (; *text != '\0'; text++) {
        size_t i = 0;
        while (part[i] != '\0' && lower(text[i]) == part[i])
            i++;
        if (part[i] == '\0')
            return true;
    }
    return false;
}

static bool has_sneakers(const plie_texts *equipment) {
    for (size_t i = 0; i < equipment->count; i++) {
        if (contains_word_part(equipment->items[i], "sneaker") ||
            contains_word_part(equipment->items[i], "shoe"))
            return true;
    }
    return false;
}

static void check_impact(plie_reader *reader, const plie_node *node,
                         const plie_exercise *exercise) {
    plie_node impact = plie_member(reader, node, "impact");
    if (exercise->impact != PLIE_HIGH_IMPACT)
        return;
    if (!has_sneakers(&exercise->equipment))
        plie_find(reader, &impact, PLIE_WARNING,
                  "a high-impact exercise needs \"sneakers\" in its equipment");
    if (plie_exercise_low_impact(exercise) == NULL)
        plie_find(
            reader, &impact, PLIE_WARNING,
            "a high-impact exercise needs a low-impact way out: low_impact, or an easier form "
            "that is low impact");
}

static void check_words(plie_reader *reader, const plie_node *node, const plie_exercise *exercise) {
    plie_node name = plie_member(reader, node, "name");
    plie_node say = plie_member(reader, node, "say");
    if (exercise->name != NULL && say.item == NULL && plie_word_count(exercise->name) > NAME_WORDS)
        plie_find(reader, &name, PLIE_NOTE, "is long to speak: a \"say\" of at most %d words helps",
                  NAME_WORDS);
    plie_node cues = plie_member(reader, node, "cues");
    for (plie_node cue = plie_first(reader, &cues); cue.item != NULL; plie_next(reader, &cue)) {
        if (cJSON_IsString(cue.item) && plie_word_count(cue.item->valuestring) > CUE_WORDS)
            plie_find(reader, &cue, PLIE_NOTE,
                      "has %d words; a cue of more than %d is seldom spoken",
                      plie_word_count(cue.item->valuestring), CUE_WORDS);
    }
}

static size_t place_in(const plie_exercise_list *list, const plie_exercise *exercise) {
    uintptr_t first = (uintptr_t)list->items;
    uintptr_t at = (uintptr_t)exercise;
    bool inside = exercise != NULL && at >= first && at < first + list->count * sizeof *exercise;
    return inside ? (size_t)(exercise - list->items) : list->count;
}

static const plie_exercise *form_of(const plie_exercise *exercise, bool easier) {
    return easier ? exercise->easier : exercise->harder;
}

/* Marks one exercise of each circle: every exercise has one way on, so each walk meets either an
 * end, an earlier walk, or itself. */
static bool *find_circles(plie_reader *reader, const plie_exercise_list *list, bool easier) {
    bool *circles = PLIE_NEW_ARRAY(reader->scratch, list->count + 1, bool);
    size_t *walks = PLIE_NEW_ARRAY(reader->scratch, list->count + 1, size_t);
    for (size_t start = 0; start < list->count; start++) {
        size_t at = start;
        while (at < list->count && walks[at] == 0) {
            walks[at] = start + 1;
            at = place_in(list, form_of(&list->items[at], easier));
        }
        if (at < list->count && walks[at] == start + 1)
            circles[at] = true;
    }
    return circles;
}

static void check_circles(plie_reader *reader, const plie_node *node,
                          const plie_exercise_list *list, bool easier) {
    const bool *circles = find_circles(reader, list, easier);
    const char *key = easier ? "easier" : "harder";
    size_t i = 0;
    for (plie_node child = plie_first(reader, node); child.item != NULL;
         plie_next(reader, &child)) {
        if (plie_is_comment(&child) || !circles[i++])
            continue;
        plie_node form = plie_member(reader, &child, key);
        plie_find(reader, &form, PLIE_WARNING, "the %s forms go in a circle from here", key);
    }
}

void plie_check_exercises(plie_reader *reader, const plie_node *node,
                          const plie_exercise_list *list) {
    if (list->count == 0)
        return;
    size_t i = 0;
    for (plie_node child = plie_first(reader, node); child.item != NULL;
         plie_next(reader, &child)) {
        if (plie_is_comment(&child))
            continue;
        check_impact(reader, &child, &list->items[i]);
        check_words(reader, &child, &list->items[i++]);
    }
    check_circles(reader, node, list, true);
    check_circles(reader, node, list, false);
}
