#include "cli/commands.h"

#include "cli/columns.h"
#include "cli/output.h"

#define INDENT 4

static void write_levels(plie_json_writer *writer, const plie_program *program) {
    plie_json_key(writer, "levels");
    plie_json_open_object(writer);
    for (int i = 0; i < PLIE_LEVEL_COUNT; i++) {
        if (program->levels[i].minutes > 0)
            plie_json_member_int(writer, plie_level_id((plie_level)i), program->levels[i].minutes);
        else
            plie_json_member_null(writer, plie_level_id((plie_level)i));
    }
    plie_json_close_object(writer);
}

static void write_program(plie_json_writer *writer, const plie_program *program) {
    plie_json_member_string(writer, "name", program->name);
    plie_json_member_string(writer, "summary", program->summary);
    plie_json_key(writer, "minutes");
    plie_json_open_array(writer);
    plie_json_int(writer, program->minutes.low);
    plie_json_int(writer, program->minutes.high);
    plie_json_close_array(writer);
    write_levels(writer, program);
    plie_json_member_null(writer, "error");
}

static void write_broken(plie_json_writer *writer, const plie_diagnostics *findings) {
    plie_json_member_null(writer, "name");
    plie_json_member_null(writer, "summary");
    plie_json_member_null(writer, "minutes");
    plie_json_member_null(writer, "levels");
    plie_json_key(writer, "error");
    plie_finding_write(writer, plie_diagnostics_first(findings, PLIE_ERROR));
}

static void add_json(plie_text *out, plie_catalog *catalog) {
    plie_json_writer writer = plie_json_writer_on(out);
    plie_json_open_array(&writer);
    for (size_t i = 0; i < plie_catalog_count(catalog); i++) {
        const plie_catalog_entry *entry = plie_catalog_at(catalog, i);
        const plie_program *program = plie_catalog_program(catalog, i);
        plie_json_open_object(&writer);
        plie_json_member_string(&writer, "program", entry->id);
        plie_json_member_string(&writer, "path", entry->path);
        plie_json_member_bool(&writer, "own", entry->own);
        if (program != NULL)
            write_program(&writer, program);
        else
            write_broken(&writer, plie_catalog_findings(catalog, i));
        plie_json_close_object(&writer);
    }
    plie_json_close_array(&writer);
    plie_text_add(out, "\n");
}

static const char *minutes_text(plie_arena *arena, plie_range minutes) {
    if (minutes.low == minutes.high)
        return plie_arena_printf(arena, "%d min", minutes.low);
    return plie_arena_printf(arena, "%d-%d min", minutes.low, minutes.high);
}

static void add_entry(plie_table *table, plie_arena *arena, plie_catalog *catalog, size_t index) {
    const plie_catalog_entry *entry = plie_catalog_at(catalog, index);
    const plie_program *program = plie_catalog_program(catalog, index);
    const char *const cells[] = {
        entry->id,
        program != NULL ? program->name : "broken",
        program != NULL ? minutes_text(arena, program->minutes) : "",
        entry->own ? "your own" : "",
    };
    plie_table_add_row(table, cells, program != NULL ? PLIE_STYLE_BOLD : PLIE_STYLE_ERROR);
    if (program == NULL) {
        plie_text why = {0};
        plie_finding_add_sentence(
            &why, plie_diagnostics_first(plie_catalog_findings(catalog, index), PLIE_ERROR));
        plie_table_add_words(table, plie_text_string(&why), INDENT, PLIE_STYLE_PLAIN);
        plie_text_free(&why);
    } else if (program->summary != NULL) {
        plie_table_add_words(table, program->summary, INDENT, PLIE_STYLE_PLAIN);
    }
}

static void add_programs(plie_text *out, plie_catalog *catalog, plie_looks looks) {
    static const plie_column columns[] = {
        {.heading = NULL}, {.heading = NULL}, {.right = true}, {.heading = NULL}};
    plie_arena *arena = plie_arena_new();
    plie_table *table = plie_table_new(arena, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < plie_catalog_count(catalog); i++)
        add_entry(table, arena, catalog, i);
    plie_table_write(table, looks, out);
    plie_arena_free(arena);
}

static void add_text(plie_text *out, plie_catalog *catalog, const plie_paths *paths) {
    const plie_looks looks = plie_output_looks();
    if (plie_catalog_count(catalog) > 0) {
        add_programs(out, catalog, looks);
        return;
    }
    plie_text_add(out, "There are no programs in these folders:\n");
    plie_add_paragraph(out, paths->shipped, INDENT, looks.width);
    plie_add_paragraph(out, paths->programs, INDENT, looks.width);
    plie_text_add(out, "\"plie new FILE\" writes one to start from.\n");
}

int plie_list_run(const plie_options *options) {
    plie_arena *arena = plie_arena_new();
    const plie_paths paths = plie_paths_find(arena, options->data_dir);
    plie_catalog *catalog = plie_catalog_open(&paths);
    plie_text out = {0};
    int status = PLIE_EXIT_FINE;
    if (plie_catalog_count(catalog) > 0 && plie_catalog_library(catalog) == NULL) {
        status = plie_complain_about_library(catalog);
    } else {
        if (options->json)
            add_json(&out, catalog);
        else
            add_text(&out, catalog, &paths);
        status = plie_print(&out);
    }
    plie_text_free(&out);
    plie_catalog_free(catalog);
    plie_arena_free(arena);
    return status;
}
