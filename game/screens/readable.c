#include "screens/readable.h"

const char *plie_part_readable(const plie_page *page, const char *name, const char *instead) {
    return !instead || plie_text_can_be_read(page->canvas, name) ? name : instead;
}
