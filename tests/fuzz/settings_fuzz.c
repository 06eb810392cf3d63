/* Any bytes, as someone's settings file. Settings, or an error that says why there are none; and
 * what is read is written so that it is read again as the same, and without a fault. */
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

static plie_settings *read_bytes(const char *bytes, size_t length, bool *faulty) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *settings = plie_settings_read("settings.json", bytes, length, findings);
    *faulty = plie_diagnostics_count_of(findings, PLIE_ERROR) > 0;
    require(settings != NULL || *faulty, "settings or an error");
    require(settings == NULL || !plie_settings_are_newer(bytes, length), "newer ones are not read");
    plie_diagnostics_free(findings);
    return settings;
}

/* With a fault or without, who has read them before loses nothing. */
static void require_kept(const plie_settings *before, const char *bytes, size_t length) {
    plie_text first = {0}, second = {0};
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *again =
        plie_settings_read_again("settings.json", bytes, length, before, findings);
    require(again != NULL, "what was read is read again");
    plie_settings_write(before, &first);
    plie_settings_write(again, &second);
    require(strcmp(plie_text_string(&first), plie_text_string(&second)) == 0,
            "it is as it was before");
    plie_settings_free(again);
    plie_diagnostics_free(findings);
    plie_text_free(&first);
    plie_text_free(&second);
}

static void require_same_again(const plie_settings *settings) {
    plie_text first = {0}, second = {0};
    bool faulty;
    plie_settings_write(settings, &first);
    plie_settings *again = read_bytes(plie_text_string(&first), first.length, &faulty);
    require(again != NULL && !faulty, "what is written is read again");
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
    bool faulty;
    plie_settings *settings = read_bytes((const char *)data, size, &faulty);
    if (settings == NULL)
        return 0;
    require_kept(settings, (const char *)data, size);
    require_same_again(settings);
    go_on(settings);
    require_same_again(settings);
    plie_settings_free(settings);
    return 0;
}
