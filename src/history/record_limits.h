/* How large what is kept of a session may be: in the store as in a file that is imported, so that
 * what is taken in comes out the same. Only for src/history. */
#ifndef PLIE_HISTORY_RECORD_LIMITS_H
#define PLIE_HISTORY_RECORD_LIMITS_H

#define PLIE_RECORD_TEXT_LIMIT 8192      /* bytes of a name or a path */
#define PLIE_RECORD_LONGEST_MS 604800000 /* 7 days */
#define PLIE_RECORD_MOST_REPS 10000000
#define PLIE_RECORD_MOST_KCAL 1e6
#define PLIE_RECORD_LAST_CIRCUIT 1000000  /* from 0 */
#define PLIE_RECORD_LAST_INTERVAL 1000000 /* from 0 */
#define PLIE_RECORD_MOST_ROUNDS 100000

#endif
