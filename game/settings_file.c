#include "settings_file.h"

plie_settings *plie_settings_load(const plie_paths *paths, plie_text *notice) {
    (void)paths;
    (void)notice;
    return plie_settings_new();
}

bool plie_settings_save(const plie_paths *paths, const plie_settings *settings, plie_text *error) {
    (void)paths;
    (void)settings;
    (void)error;
    return true;
}
