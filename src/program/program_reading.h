/* A program as it is read, with what the rules of checking need. Private to program/. */
#ifndef PLIE_PROGRAM_PROGRAM_READING_H
#define PLIE_PROGRAM_PROGRAM_READING_H

#include "program/exercises.h"

/* The parts of the file that the rules go through; absent ones have no item. */
typedef struct {
    plie_node root;
    plie_node exercises;
    plie_node segments;
    bool kinds_known; /* every segment has a kind that could be read */
} plie_program_nodes;

/* Adds the warnings and notes of EXERCISES.md, section 5, about a program that may have errors. */
void plie_check_rules(plie_reader *reader, const plie_program_nodes *nodes,
                      const plie_program *program, const plie_exercise_list *own);

/* Adds a warning at each text that promises a loss of fat at one part of the body. */
void plie_check_texts(plie_reader *reader, const plie_node *root);

#endif
