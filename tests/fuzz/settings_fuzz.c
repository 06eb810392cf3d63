/* Any bytes, as someone's settings file. Settings or an error, not both; and what is read is
 * written so that it is read again as the same. */
#include "settings/settings.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds, const char *what) {
    if (holds)
        return;
    (void)fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

static plie_settings *read_bytes(const char *bytes, size_t length) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *settings = plie_settings_read("settings.json", bytes, length, findings);
    require((settings == NULL) == (plie_diagnostics_count_of(findings, PLIE_ERROR) > 0),
            "settings or an error, not both");
    plie_diagnostics_free(findings);
    return settings;
}

static void require_same_again(const plie_settings *settings) {
    plie_text first = {0}, second = {0};
    plie_settings_write(settings, &first);
    plie_settings *again = read_bytes(plie_text_string(&first), first.length);
    require(again != NULL, "what is written is read again");
    plie_settings_write(again, &second);
    require(strcmp(plie_text_string(&first), plie_text_string(&second)) == 0,
            "it is read as the same");
    plie_settings_free(again);
    plie_text_free(&first);
    plie_text_free(&second);
}

/* Each form that was read is taken to a further one, as on the way to easier and easier ones. */
static void go_on(plie_settings *settings) {
    static const char *const names[] = {"a", "b", "plie-squat"};
    for (size_t i = 0; i < 3 * settings->tastes.form_count && i < 200; i++) {
        const plie_form form = settings->forms[i % settings->tastes.form_count];
        plie_settings_set_form(settings, form.to, names[i % 3]);
        plie_settings_set_avoided(settings, form.from, i % 2 == 0);
        require(settings->tastes.form_count <= PLIE_FORM_LIMIT, "forms keep to their limit");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    plie_settings *settings = read_bytes((const char *)data, size);
    if (settings == NULL)
        return 0;
    require_same_again(settings);
    go_on(settings);
    require_same_again(settings);
    plie_settings_free(settings);
    return 0;
}
