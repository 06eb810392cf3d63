/* All programs that there are: the shipped ones and the person's own. Opening it only lists the
 * folders; a program is read when it is first asked for. One thread at a time. */
#ifndef PLIE_CATALOG_H
#define PLIE_CATALOG_H

#include "cli/paths.h"
#include "program/program.h"

typedef struct {
    const char *id; /* what a person types: the file's name without .json */
    const char *path;
    const char *past_id; /* by which the history knows it: the id, or of a file outside the folders
                            its whole path */
    bool own; /* of the person's folder; such a one hides a shipped one of the same name */
    bool hides_shipped; /* and there is one that it hides */
} plie_catalog_entry;

typedef struct plie_catalog plie_catalog;

/* paths must outlive the catalog, which the caller owns. A folder that is not there holds no
 * programs. */
plie_catalog *plie_catalog_open(const plie_paths *paths);
void plie_catalog_free(plie_catalog *catalog);

/* Looks whether files or folders have changed: such programs are read again when they are next
 * asked for, and so is a library that was broken. What was read before lives on. True if anything
 * has changed: then indexes may be others. */
bool plie_catalog_refresh(plie_catalog *catalog);

/* The same for one program: true if it has changed. Indexes stay. */
bool plie_catalog_refresh_program(plie_catalog *catalog, size_t index);

/* Sorted by id, files outside the folders last. index < count everywhere. */
size_t plie_catalog_count(const plie_catalog *catalog);
const plie_catalog_entry *plie_catalog_at(const plie_catalog *catalog, size_t index);

/* The program, read at the first call; NULL if it is broken. It lives as long as the catalog. */
const plie_program *plie_catalog_program(plie_catalog *catalog, size_t index);

/* Whether it has been read already, so that asking for it costs nothing. */
bool plie_catalog_has_read(const plie_catalog *catalog, size_t index);

/* Frees a program and what was found in it; it is read again when it is next asked for. */
void plie_catalog_forget(plie_catalog *catalog, size_t index);

/* What was found while the program was read, sorted: errors, of which the first says why it is
 * broken. */
const plie_diagnostics *plie_catalog_findings(plie_catalog *catalog, size_t index);

/* The shipped exercises, read at the first need; NULL if the library is broken or missing, and
 * plie_catalog_library_findings then says why. */
const plie_library *plie_catalog_library(plie_catalog *catalog);
const plie_diagnostics *plie_catalog_library_findings(plie_catalog *catalog);

/* The index of the program that a person named, by its id or by the path of a file; a file outside
 * the folders joins the catalog at its end. False where there is none; why is then a sentence that
 * names what was likely meant, in the catalog's memory. */
bool plie_catalog_find(plie_catalog *catalog, const char *name, size_t *index, const char **why);

#endif
