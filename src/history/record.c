#include "history/record.h"

/* A clock that was set back in between may have made the end come before the start. */
int64_t plie_session_end_ms(const plie_session_record *record) {
    return record->end_ms > record->start.utc_ms ? record->end_ms
                                                 : record->start.utc_ms + record->active_ms;
}
