/* Text broken into lines, remembered for as long as it is asked for again. Main thread only. */
#ifndef PLIE_DRAW_PARAGRAPH_H
#define PLIE_DRAW_PARAGRAPH_H

#include "draw/raster.h"

#define PLIE_PARAGRAPH_LINES 24

typedef struct {
    plie_weight weight;
    float width, height;
    int max_lines;
    int size_px, min_size_px;
} plie_paragraph_wish;

typedef struct {
    int size_px;
    int line_count;
    const char *lines[PLIE_PARAGRAPH_LINES];
} plie_paragraph;

typedef struct plie_paragraphs plie_paragraphs;

/* NULL when there is no memory. fonts must outlive it. */
plie_paragraphs *plie_paragraphs_new(plie_fonts *fonts);
void plie_paragraphs_free(plie_paragraphs *paragraphs);

/* Lives until the next call. NULL when there is no memory. */
const plie_paragraph *plie_paragraphs_get(plie_paragraphs *paragraphs,
                                          const plie_paragraph_wish *wish, const char *text);

#endif
