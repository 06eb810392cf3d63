/* The parts of the finish screen, from top to bottom. Each is given the place and the width of its
 * box, takes as much height as it needs and returns it; first all are measured, then drawn. Only
 * finish*.c include this. */
#ifndef PLIE_SCREENS_FINISH_PARTS_H
#define PLIE_SCREENS_FINISH_PARTS_H

#include "screens/finish.h"

typedef struct {
    plie_page *page;
    const plie_finish *finish;
    bool drawn;             /* false: only measured */
    bool tight;             /* there is little room: all is smaller and closer together */
    bool compact;           /* there is hardly any: the advice takes the place of the title, so that
                               it and all answers are in sight */
    float afar_px;          /* of what is to be read from afar: what is told, asked and advised */
    bool flat;              /* the words of answers stand beside their numbers */
    float tile_px, cell_px; /* the heights of a number's tile and of an answer */
    plie_box focus;         /* the question, where it stands */
} plie_finish_pass;

float plie_finish_head(plie_finish_pass *pass, plie_box box);
float plie_finish_trouble(plie_finish_pass *pass, plie_box box);
float plie_finish_sums(plie_finish_pass *pass, plie_box box);
float plie_finish_strip(plie_finish_pass *pass, plie_box box);
float plie_finish_question(plie_finish_pass *pass, plie_box box);
float plie_finish_advice(plie_finish_pass *pass, plie_box box);
float plie_finish_name(plie_finish_pass *pass,
                       plie_box box); /* where the head has no room for it */

/* Text in as many lines as it needs. Returns its height; draws only if drawn. */
float plie_finish_paragraph(const plie_finish_pass *pass, plie_box box, plie_font font,
                            const char *text, bool drawn);

int plie_finish_tile_lines(const plie_finish_pass *pass, float width);

/* Whether answers are so wide that their words stand beside the numbers. */
bool plie_finish_effort_is_flat(const plie_layout *layout);

/* How many answers stand side by side. */
int plie_finish_effort_columns(const plie_layout *layout);

#endif
