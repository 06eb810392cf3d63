/* Fat is not lost locally, and no text may promise it. A text is read sentence by sentence: a
 * promise joins a word of loss, a word of fat and a part of the body, or names the thing itself
 * ("spot reduction"), and is not denied. */
#include "program/fields.h"
#include "program/program_reading.h"
#include <string.h>

#define WORD_BYTES 16 /* longer words mean nothing here */
#define SENTENCE_WORDS 64
#define REACH 6         /* words between the parts of a promise */
#define SLIMMER_REACH 5 /* from "slim" to the part of the body */

typedef enum {
    PLAIN,
    LOSS,      /* takes away: "burn" */
    LOSE,      /* the same, and of weight too */
    FAT,       /* "fat", "flab" */
    WEIGHT,    /* fat only where one loses it: "weight", "inches" */
    PART,      /* "thighs" */
    SLIMMER,   /* loss and fat in one: "slim your thighs" */
    REDUCTION, /* as LOSS; "spot reduction" needs no more words to be a promise */
    SPOT,      /* "spot reduce", "local fat loss"; but not "on the spot" */
    ARTICLE,   /* "the", before a spot to stand on */
    DENIAL,    /* denies what comes after it: "no" */
    NEGATION,  /* the same, and of a verb: "does not work" */
    MYTH,      /* denies wherever it stands */
    UNSAID,    /* takes back the denial just before it: "not only", "no more" */
    JOINT      /* parts what is said of fat from what is said of the body: "and" */
} meaning;

typedef struct {
    const char *word;
    meaning meaning;
} entry;

/* Sorted by word. */
static const entry entries[] = {
    {"a", ARTICLE},
    {"abdomen", PART},
    {"abs", PART},
    {"and", JOINT},
    {"arm", PART},
    {"arms", PART},
    {"as", JOINT},
    {"attack", LOSS},
    {"attacks", LOSS},
    {"banish", LOSS},
    {"banishes", LOSS},
    {"belly", PART},
    {"blast", LOSS},
    {"blasting", LOSS},
    {"blasts", LOSS},
    {"bottom", PART},
    {"bulge", FAT},
    {"bulges", FAT},
    {"bum", PART},
    {"burn", LOSS},
    {"burned", LOSS},
    {"burner", LOSS},
    {"burners", LOSS},
    {"burning", LOSS},
    {"burns", LOSS},
    {"burnt", LOSS},
    {"but", JOINT},
    {"butt", PART},
    {"buttocks", PART},
    {"bye", LOSS},
    {"calf", PART},
    {"calves", PART},
    {"cannot", NEGATION},
    {"cellulite", FAT},
    {"centimeters", WEIGHT},
    {"centimetres", WEIGHT},
    {"chin", PART},
    {"cm", WEIGHT},
    {"cut", LOSS},
    {"cuts", LOSS},
    {"disappear", LOSS},
    {"disappears", LOSS},
    {"dissolve", LOSS},
    {"dissolves", LOSS},
    {"drop", LOSS},
    {"drops", LOSS},
    {"each", ARTICLE},
    {"eliminate", LOSS},
    {"eliminates", LOSS},
    {"false", MYTH},
    {"fat", FAT},
    {"fats", FAT},
    {"fight", LOSS},
    {"fighting", LOSS},
    {"fights", LOSS},
    {"flab", FAT},
    {"flabby", FAT},
    {"girth", WEIGHT},
    {"glutes", PART},
    {"goodbye", LOSS},
    {"hardly", NEGATION},
    {"hip", PART},
    {"hips", PART},
    {"impossible", MYTH},
    {"inch", WEIGHT},
    {"inches", WEIGHT},
    {"incinerate", LOSS},
    {"just", UNSAID},
    {"kilos", WEIGHT},
    {"knee", PART},
    {"knees", PART},
    {"leg", PART},
    {"legs", PART},
    {"local", SPOT},
    {"localised", SPOT},
    {"localized", SPOT},
    {"lose", LOSE},
    {"loses", LOSE},
    {"losing", LOSE},
    {"loss", LOSE},
    {"lost", LOSE},
    {"matter", UNSAID},
    {"melt", LOSS},
    {"melting", LOSS},
    {"melts", LOSS},
    {"midsection", PART},
    {"more", UNSAID},
    {"myth", MYTH},
    {"neither", DENIAL},
    {"never", NEGATION},
    {"no", DENIAL},
    {"nobody", DENIAL},
    {"none", DENIAL},
    {"nor", DENIAL},
    {"not", NEGATION},
    {"nothing", DENIAL},
    {"nowhere", DENIAL},
    {"one", ARTICLE},
    {"only", UNSAID},
    {"plus", JOINT},
    {"pounds", WEIGHT},
    {"reduce", LOSS},
    {"reduced", LOSS},
    {"reduces", LOSS},
    {"reducing", LOSS},
    {"reduction", REDUCTION},
    {"remove", LOSS},
    {"removes", LOSS},
    {"removing", LOSS},
    {"rid", LOSS},
    {"saddlebags", PART},
    {"shed", LOSE},
    {"shedding", LOSE},
    {"sheds", LOSE},
    {"shrink", SLIMMER},
    {"shrinking", SLIMMER},
    {"shrinks", SLIMMER},
    {"skinnier", SLIMMER},
    {"skinny", SLIMMER},
    {"slender", SLIMMER},
    {"slenderise", SLIMMER},
    {"slenderize", SLIMMER},
    {"slim", SLIMMER},
    {"slimmed", SLIMMER},
    {"slimmer", SLIMMER},
    {"slimming", SLIMMER},
    {"slims", SLIMMER},
    {"spot", SPOT},
    {"stomach", PART},
    {"target", LOSS},
    {"targeting", LOSS},
    {"targets", LOSS},
    {"that", ARTICLE},
    {"the", ARTICLE},
    {"then", JOINT},
    {"thigh", PART},
    {"thighs", PART},
    {"thinner", SLIMMER},
    {"this", ARTICLE},
    {"torch", LOSS},
    {"torches", LOSS},
    {"torching", LOSS},
    {"trim", SLIMMER},
    {"trimmer", SLIMMER},
    {"trimming", SLIMMER},
    {"trims", SLIMMER},
    {"tummy", PART},
    {"untrue", MYTH},
    {"waist", PART},
    {"waistline", PART},
    {"weight", WEIGHT},
    {"while", JOINT},
    {"with", JOINT},
    {"without", DENIAL},
    {"zap", LOSS},
    {"zaps", LOSS},
};
#define ENTRY_COUNT (sizeof entries / sizeof entries[0])

/* Where the entries of each first letter start. */
typedef struct {
    size_t first[27];
} word_index;

typedef struct {
    meaning words[SENTENCE_WORDS];
    size_t count;
} sentence;

static word_index index_words(void) {
    word_index index;
    size_t at = 0;
    for (size_t letter = 0; letter < 26; letter++) {
        while (at < ENTRY_COUNT && entries[at].word[0] < (char)('a' + letter))
            at++;
        index.first[letter] = at;
    }
    index.first[26] = ENTRY_COUNT;
    return index;
}

static char lower(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool is_word_byte(char c) {
    unsigned letter = ((unsigned char)c | 0x20U) - 'a';
    return letter < 26 || ((unsigned char)c & 0x80) != 0 || c == '\'';
}

static bool ends_with(const char *word, size_t length, const char *end) {
    size_t end_length = strlen(end);
    return length >= end_length && strcmp(word + length - end_length, end) == 0;
}

static meaning meaning_of(const word_index *index, const char *word, size_t length) {
    if (word[0] < 'a' || word[0] > 'z')
        return PLAIN;
    size_t letter = (size_t)(word[0] - 'a');
    for (size_t i = index->first[letter]; i < index->first[letter + 1]; i++) {
        if (entries[i].word[1] == word[1] && strcmp(entries[i].word, word) == 0)
            return entries[i].meaning;
    }
    if (word[length - 1] != 't')
        return PLAIN;
    return ends_with(word, length, "n't") || ends_with(word, length, "n\xE2\x80\x99t") ? NEGATION
                                                                                       : PLAIN;
}

/* The last of the wanted words within reach of the word at, not beyond a joint unless over is set;
 * count when there is none. */
static size_t find_near(const sentence *s, size_t at, size_t reach, meaning wanted, bool over) {
    for (size_t i = at + 1; i < s->count && i <= at + reach; i++) {
        if (s->words[i] == JOINT && !over)
            break;
        if (s->words[i] == wanted)
            return i;
    }
    for (size_t i = at; i > 0 && i + reach > at; i--) {
        if (s->words[i - 1] == JOINT && !over)
            break;
        if (s->words[i - 1] == wanted)
            return i - 1;
    }
    return s->count;
}

static bool is_denied(const sentence *s, size_t before) {
    for (size_t i = 0; i < s->count; i++) {
        bool taken_back = i + 1 < s->count && s->words[i + 1] == UNSAID;
        bool denies = (s->words[i] == DENIAL || s->words[i] == NEGATION) && !taken_back;
        if (s->words[i] == MYTH || (denies && i < before))
            return true;
    }
    return false;
}

static size_t later(size_t a, size_t b) {
    return a > b ? a : b;
}

/* Whether the word at is the heart of a promise; *end is the last word of it. */
static bool is_heart(const sentence *s, size_t at, size_t *end) {
    meaning word = s->words[at];
    if (word != SLIMMER && word != FAT && word != WEIGHT)
        return false;
    size_t reach = word == SLIMMER ? SLIMMER_REACH : REACH;
    size_t part = find_near(s, at, reach, PART, word == SLIMMER);
    size_t loss = find_near(s, at, REACH, LOSE, true);
    if (loss == s->count && word == FAT)
        loss = find_near(s, at, REACH, LOSS, true);
    if (loss == s->count && word == FAT)
        loss = find_near(s, at, REACH, REDUCTION, true);
    *end = later(at, part);
    if (part == s->count)
        return false;
    if (word == SLIMMER)
        return true;
    *end = later(*end, loss);
    return loss != s->count;
}

static bool is_loss(meaning word) {
    return word == LOSS || word == LOSE || word == REDUCTION;
}

static meaning word_at(const sentence *s, size_t at) {
    return at < s->count ? s->words[at] : PLAIN;
}

/* "Spot reduction", "spot reduce", "spot fat loss"; not "marching on the spot burns ...". */
static bool names_local_loss(const sentence *s, size_t at) {
    if (s->words[at] != SPOT)
        return false;
    const meaning next = word_at(s, at + 1);
    if (next == REDUCTION || (next == FAT && is_loss(word_at(s, at + 2))))
        return true;
    return is_loss(next) && (at == 0 || s->words[at - 1] != ARTICLE);
}

/* "... does not work", "... of the thighs is not possible". */
static bool is_denied_after(const sentence *s, size_t at) {
    for (size_t i = at + 1; i < s->count && i <= at + REACH + 1 && s->words[i] != JOINT; i++) {
        if (s->words[i] == NEGATION && word_at(s, i + 1) != UNSAID)
            return true;
    }
    return false;
}

static bool promises(const sentence *s) {
    for (size_t i = 0; i < s->count; i++) {
        if (names_local_loss(s, i))
            return !is_denied(s, i) && !is_denied_after(s, i);
    }
    for (size_t i = 0; i < s->count; i++) {
        size_t end = 0;
        if (is_heart(s, i, &end) && !is_denied(s, end))
            return true;
    }
    return false;
}

static bool ends_sentence(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\n' || c == ';';
}

static void add_word(sentence *s, meaning word) {
    if (s->count < SENTENCE_WORDS)
        s->words[s->count++] = word;
}

static const char *read_word(const word_index *index, const char *text, sentence *s) {
    char word[WORD_BYTES + 1];
    size_t length = 0;
    for (; is_word_byte(*text); text++, length++) {
        if (length < WORD_BYTES)
            word[length] = lower(*text);
    }
    word[length < WORD_BYTES ? length : WORD_BYTES] = '\0';
    add_word(s, length > WORD_BYTES ? PLAIN : meaning_of(index, word, length));
    return text;
}

static bool text_promises(const word_index *index, const char *text) {
    sentence s = {.count = 0};
    while (*text != '\0') {
        if (is_word_byte(*text)) {
            text = read_word(index, text, &s);
            continue;
        }
        if (*text == ',' || *text == ':')
            add_word(&s, JOINT);
        if (ends_sentence(*text) || s.count == SENTENCE_WORDS) {
            if (promises(&s))
                return true;
            s.count = 0;
        }
        text++;
    }
    return promises(&s);
}

/* Ids have none: most texts of a program need no second look. */
static bool has_words(const char *text) {
    return strchr(text, ' ') != NULL;
}

static bool is_silent_key(const plie_node *node) {
    const char *key = node->item->string;
    return key != NULL && (key[0] == 'c' || key[0] == '$') &&
           (plie_is_comment(node) || strcmp(key, "$schema") == 0);
}

static void check_below(plie_reader *reader, const word_index *index, const plie_node *node) {
    for (plie_node child = plie_first(reader, node); child.item != NULL;
         plie_next(reader, &child)) {
        if (is_silent_key(&child))
            continue;
        if (!cJSON_IsString(child.item))
            check_below(reader, index, &child);
        else if (has_words(child.item->valuestring) &&
                 text_promises(index, child.item->valuestring))
            plie_find(reader, &child, PLIE_WARNING,
                      "promises to lose fat at one part of the body, which exercise cannot do");
    }
}

void plie_check_texts(plie_reader *reader, const plie_node *root) {
    word_index index = index_words();
    check_below(reader, &index, root);
}
