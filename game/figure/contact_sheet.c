#include "figure/contact_sheet.h"

#include "figure/figure_draw.h"

#define CELL_WIDTH 260
#define NAME_WIDTH 240
#define NAME_SIZE 24.0F
#define MARGIN 10.0F

typedef struct {
    plie_canvas *canvas;
    const plie_theme *theme;
    int width;
    float names_px; /* the room for names */
} sheet_drawing;

static void draw_row(const sheet_drawing *drawing, const plie_sheet_row *row) {
    plie_canvas *canvas = drawing->canvas;
    plie_canvas_begin(canvas, drawing->width, PLIE_SHEET_CELL_PX, drawing->theme->panel);
    if (row->name) {
        plie_font font = {PLIE_SEMIBOLD, NAME_SIZE, drawing->theme->text};
        plie_box box = {MARGIN, PLIE_SHEET_CELL_PX * 0.3F, drawing->names_px - 2 * MARGIN,
                        PLIE_SHEET_CELL_PX * 0.6F};
        plie_draw_paragraph(canvas, font, box, PLIE_ALIGN_LEFT, 4, NAME_SIZE * 0.6F, row->name,
                            NULL);
    }
    for (int i = 0; i < PLIE_SHEET_MOMENTS; i++) {
        plie_box cell = {drawing->names_px + (float)(i * CELL_WIDTH) + MARGIN, MARGIN,
                         CELL_WIDTH - 2 * MARGIN, PLIE_SHEET_CELL_PX - 2 * MARGIN};
        plie_draw_within(canvas, &cell);
        plie_figure_shown shown = {
            .figure = row->figure, .part = (double)i / PLIE_SHEET_MOMENTS, .breath = 0.5};
        plie_draw_figure(canvas, drawing->theme, cell, &shown);
        plie_draw_within(canvas, NULL);
    }
}

static bool paint_row(const sheet_drawing *drawing, SDL_Surface *sheet, size_t index) {
    Uint8 *pixels = sheet->pixels;
    pixels += (size_t)sheet->pitch * PLIE_SHEET_CELL_PX * index;
    SDL_Surface *part = SDL_CreateRGBSurfaceWithFormatFrom(pixels, sheet->w, PLIE_SHEET_CELL_PX, 32,
                                                           sheet->pitch, SDL_PIXELFORMAT_XRGB8888);
    if (!part)
        return false;
    SDL_Rect region;
    plie_canvas_forget(drawing->canvas);
    plie_canvas_end(drawing->canvas, part, &region, 1);
    SDL_FreeSurface(part);
    return true;
}

static bool paint(sheet_drawing *drawing, SDL_Surface *sheet, const plie_sheet_row *rows,
                  size_t count) {
    for (size_t i = 0; i < count; i++) {
        draw_row(drawing, &rows[i]);
        if (!paint_row(drawing, sheet, i))
            return false;
    }
    return true;
}

bool plie_contact_sheet_save(const plie_sheet_row *rows, size_t count, const plie_theme *theme,
                             const char *fonts, const char *path) {
    bool named = count > 0 && rows[0].name;
    sheet_drawing drawing = {.theme = theme, .names_px = named ? NAME_WIDTH : 0};
    drawing.width = (int)drawing.names_px + PLIE_SHEET_MOMENTS * CELL_WIDTH;
    SDL_Surface *sheet = SDL_CreateRGBSurfaceWithFormat(
        0, drawing.width, (int)count * PLIE_SHEET_CELL_PX, 32, SDL_PIXELFORMAT_XRGB8888);
    drawing.canvas = sheet ? plie_canvas_new(fonts) : NULL;
    bool saved =
        drawing.canvas && paint(&drawing, sheet, rows, count) && plie_save_png(sheet, path);
    plie_canvas_free(drawing.canvas);
    SDL_FreeSurface(sheet);
    return saved;
}
