/* A program's file on the disk, read with all that it names. */
#ifndef PLIE_PROGRAM_FILE_H
#define PLIE_PROGRAM_FILE_H

#include "program/program.h"

/* Reads a program and checks that the files it names are there, inside its folder. The caller owns
 * the result; NULL if a finding is an error. A file that cannot be opened is a finding too, with no
 * place. */
plie_program *plie_program_file_read(const char *path, const plie_library *library,
                                     plie_diagnostics *findings);

/* Checks a program, a library, a figure or a file of base poses as plie check does: errors,
 * warnings and notes, sorted. figures is the folder of the shipped figures, from which an own one
 * may start. False if the file could not be opened: that is the one finding then. */
bool plie_program_file_check(const char *path, const plie_library *library, const char *figures,
                             plie_diagnostics *findings);

/* Reads a library file; the caller owns the result, NULL if a finding is an error. */
plie_library *plie_library_file_read(const char *path, plie_diagnostics *findings);

#endif
