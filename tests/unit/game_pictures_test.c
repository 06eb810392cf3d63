/* Picture files: what can be read, what is refused, and what is said then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "picture_head.h"
#include "pictures.h"
#include "sound_folder.h"
#include <string.h>
#include <unistd.h>

#define SAMPLES PLIE_SOURCE_DIR "/tests/unit/pictures"

static char folder[] = "/tmp/plie-pictures-XXXXXX";

static int make_files(void **state) {
    (void)state;
    return make_folder(folder);
}

static int remove_files(void **state) {
    (void)state;
    return remove_folder(folder);
}

static void expect_color(const plie_image *image, Uint32 wanted) {
    for (int i = 0; i < image->width * image->height; i++)
        for (int shift = 0; shift < 32; shift += 8)
            if (abs((int)(image->pixels[i] >> shift & 0xFFU) - (int)(wanted >> shift & 0xFFU)) > 4)
                fail_msg("pixel %d: found %08X, wanted %08X", i, image->pixels[i], wanted);
}

static void png_jpeg_and_webp_files_are_read(void **state) {
    (void)state;
    static const struct {
        const char *path;
        int width, height;
        Uint32 color; /* multiplied by its opacity */
    } rows[] = {{SAMPLES "/red.png", 6, 4, 0xFFC02040U},
                {SAMPLES "/blue.jpg", 16, 8, 0xFF2040C0U},
                {SAMPLES "/green.webp", 8, 8, 0xFF20A040U},
                {SAMPLES "/lossy.webp", 8, 8, 0xFF20A040U},
                {SAMPLES "/half.webp", 8, 8, 0x80105020U}};
    plie_pictures *pictures = plie_pictures_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const plie_image *image = plie_pictures_get(pictures, rows[i].path);
        if (image == NULL) {
            fail_msg("%s", plie_pictures_problem(pictures));
            return;
        }
        assert_int_equal(image->width, rows[i].width);
        assert_int_equal(image->height, rows[i].height);
        expect_color(image, rows[i].color);
        assert_ptr_equal(plie_pictures_get(pictures, rows[i].path), image);
    }
    assert_null(plie_pictures_problem(pictures));
    plie_pictures_free(pictures);
}

static void a_camera_held_on_its_side_shows_upright(void **state) {
    (void)state;
    plie_pictures *pictures = plie_pictures_new();
    const plie_image *image = plie_pictures_get(pictures, SAMPLES "/turned.jpg");
    assert_non_null(image);
    assert_int_equal(image->width, 16);
    assert_int_equal(image->height, 32);
    assert_in_range(image->pixels[0] >> 16 & 0xFFU, 0xB8, 0xC8);
    assert_in_range(image->pixels[(size_t)16 * 31] & 0xFFU, 0xB8, 0xC8);
    plie_pictures_free(pictures);
}

static void expect_problem(const char *library, const char *path, const char *doing,
                           const char *why) {
    plie_pictures *pictures =
        library != NULL ? plie_pictures_new_with(library) : plie_pictures_new();
    assert_null(plie_pictures_get(pictures, path));
    char wanted[800];
    (void)snprintf(wanted, sizeof wanted, "cannot %s \"%s\": %s", doing, path, why);
    assert_string_equal(plie_pictures_problem(pictures), wanted);
    assert_null(plie_pictures_get(pictures, SAMPLES "/none.png"));
    assert_string_equal(plie_pictures_problem(pictures), wanted);
    plie_pictures_free(pictures);
}

static size_t read_sample(const char *name, uint8_t *bytes, size_t room) {
    char path[600];
    (void)snprintf(path, sizeof path, "%s/%s", SAMPLES, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(bytes, 1, room, file);
    assert_in_range(length, 30, room - 1);
    (void)fclose(file);
    return length;
}

static const char *written(const char *name, const uint8_t *bytes, size_t length) {
    static char path[600];
    write_file(folder, name, bytes, length);
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void a_missing_file_is_told(void **state) {
    (void)state;
    expect_problem(NULL, SAMPLES "/missing.png", "open", "No such file or directory");
    expect_problem(NULL, SAMPLES, "open", "it is a folder");
}

static void what_is_no_picture_is_told(void **state) {
    (void)state;
    static const uint8_t text[] = "GIF89a and more than thirty bytes of something else";
    static const char *const told = "it is no PNG, JPEG or WebP file";
    expect_problem(NULL, written("text.png", text, sizeof text), "show the picture", told);
    expect_problem(NULL, written("empty.png", text, 0), "show the picture", told);
}

static void a_damaged_file_is_told(void **state) {
    (void)state;
    static const char *const names[] = {"red.png", "green.webp", "lossy.webp"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint8_t bytes[1024];
        size_t length = read_sample(names[i], bytes, sizeof bytes);
        expect_problem(NULL, written(names[i], bytes, length * 3 / 4 < 31 ? 31 : length * 3 / 4),
                       "show the picture", "it is damaged");
    }
}

static void a_huge_picture_is_refused_before_it_is_decoded(void **state) {
    (void)state;
    uint8_t bytes[1024];
    size_t length = read_sample("red.png", bytes, sizeof bytes);
    static const uint8_t wide[] = {0, 1, 0x86, 0xA0, 0, 0, 0, 5};
    memcpy(bytes + 16, wide, sizeof wide);
    expect_problem(NULL, written("wide.png", bytes, length), "show the picture",
                   "it has 100000 x 5 pixels; 8192 x 8192 is the "
                   "most");
    memset(bytes + 16, 0xFF, sizeof wide);
    expect_problem("no-such-library.so", written("wider.png", bytes, length), "show the picture",
                   "it has 4294967295 x 4294967295 pixels; 8192 x "
                   "8192 is the most");
}

static void a_huge_file_is_not_read(void **state) {
    (void)state;
    const char *path = written("large.png", (const uint8_t *)"", 0);
    assert_int_equal(truncate(path, ((off_t)32 << 20) + 1), 0);
    expect_problem(NULL, path, "read", "it is too large");
}

static void a_missing_library_is_told(void **state) {
    (void)state;
    static const char *const told = "the library SDL2_image is missing";
    expect_problem("libno-such-image.so.0", SAMPLES "/red.png", "show the picture", told);
    expect_problem("libm.so.6", SAMPLES "/blue.jpg", "show the picture",
                   told); /* a library, but not this one */
}

static void heads_tell_kind_and_size_at_any_length(void **state) {
    (void)state;
    static const struct {
        const char *name;
        plie_picture_kind kind;
        uint32_t width, height;
    } rows[] = {{"red.png", PLIE_PICTURE_PNG, 6, 4},       {"blue.jpg", PLIE_PICTURE_JPEG, 16, 8},
                {"turned.jpg", PLIE_PICTURE_JPEG, 32, 16}, {"green.webp", PLIE_PICTURE_WEBP, 8, 8},
                {"lossy.webp", PLIE_PICTURE_WEBP, 8, 8},   {"half.webp", PLIE_PICTURE_WEBP, 8, 8}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint8_t bytes[1024];
        size_t length = read_sample(rows[i].name, bytes, sizeof bytes);
        plie_picture_head head;
        assert_true(plie_picture_head_read(bytes, length, &head));
        assert_int_equal(head.kind, rows[i].kind);
        assert_int_equal(head.width, rows[i].width);
        assert_int_equal(head.height, rows[i].height);
        for (size_t cut = 0; cut <= length; cut++) {
            uint8_t *part = malloc(cut + 1); /* so that reading too far would be noticed */
            assert_non_null(part);
            memcpy(part, bytes, cut);
            if (plie_picture_head_read(part, cut, &head))
                assert_int_equal(head.width, rows[i].width);
            else
                assert_true(cut < length);
            free(part);
        }
    }
}

static void extended_webp_heads_tell_the_size(void **state) {
    (void)state;
    const uint8_t bytes[] = "RIFF\x40\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x0F\x27\0\x00\x01\x00";
    plie_picture_head head;
    assert_true(plie_picture_head_read(bytes, 30, &head));
    assert_int_equal(head.width, 10000);
    assert_int_equal(head.height, 257);
}

static void an_exercise_brings_pictures_of_its_folder_only(void **state) {
    (void)state;
    uint8_t bytes[1024];
    size_t length = read_sample("red.png", bytes, sizeof bytes);
    write_file(folder, "own.png", bytes, length);
    length = read_sample("blue.jpg", bytes, sizeof bytes);
    write_file(folder, "other.jpg", bytes, length);
    static const char *const names[] = {"own.png", "../../" SAMPLES "/red.png", "none.png",
                                        "other.jpg"};
    const plie_exercise exercise = {.id = "mine", .pictures = {names, 4}};
    const plie_image *images[PLIE_PICTURE_LIMIT];
    plie_pictures *pictures = plie_pictures_new();
    assert_int_equal(plie_pictures_of(pictures, &exercise, folder, images), 2);
    assert_int_equal(images[0]->width, 6);
    assert_int_equal(images[1]->width, 16);
    char wanted[800];
    (void)snprintf(wanted, sizeof wanted,
                   "cannot show the picture \"%s/%s\": it is no file in its program's folder",
                   folder, names[1]);
    assert_string_equal(plie_pictures_problem(pictures), wanted);
    assert_int_equal(plie_pictures_of(pictures, &exercise, NULL, images), 0);
    plie_pictures_free(pictures);
}

static void all_pictures_of_an_exercise_stay_together(void **state) {
    (void)state;
    uint8_t bytes[1024];
    size_t length = read_sample("red.png", bytes, sizeof bytes);
    static char files[12][16];
    static const char *names[12];
    for (int i = 0; i < 12; i++) {
        (void)snprintf(files[i], sizeof files[i], "p%d.png", i);
        write_file(folder, files[i], bytes, length);
        names[i] = files[i];
    }
    const plie_exercise exercise = {.id = "mine", .pictures = {names, 12}};
    const plie_image *images[PLIE_PICTURE_LIMIT], *again[PLIE_PICTURE_LIMIT];
    plie_pictures *pictures = plie_pictures_new();
    assert_int_equal(plie_pictures_of(pictures, &exercise, folder, images), PLIE_PICTURE_LIMIT);
    assert_int_equal(plie_pictures_of(pictures, &exercise, folder, again), PLIE_PICTURE_LIMIT);
    for (int i = 0; i < PLIE_PICTURE_LIMIT; i++) {
        assert_ptr_equal(images[i], again[i]);
        expect_color(images[i], 0xFFC02040U);
    }
    plie_pictures_free(pictures);
}

static void the_first_picture_is_the_first_that_can_be_shown(void **state) {
    (void)state;
    uint8_t bytes[1024];
    size_t length = read_sample("blue.jpg", bytes, sizeof bytes);
    write_file(folder, "blue.jpg", bytes, length);
    static const char *const names[] = {"none.png", "blue.jpg", "../later.png"};
    const plie_exercise exercise = {.id = "mine", .pictures = {names, 3}};
    const plie_exercise without = {.id = "bare"};
    plie_pictures *pictures = plie_pictures_new();
    const plie_image *first = plie_pictures_first_of(pictures, &exercise, folder);
    assert_non_null(first);
    assert_int_equal(first->width, 16);
    assert_ptr_equal(plie_pictures_first_of(pictures, &exercise, folder), first);
    assert_null(strstr(plie_pictures_problem(pictures), "later.png"));
    assert_null(plie_pictures_first_of(pictures, &without, folder));
    assert_null(plie_pictures_first_of(pictures, &exercise, NULL));
    plie_pictures_free(pictures);
}

static void a_check_tells_what_cannot_be_shown(void **state) {
    (void)state;
    plie_pictures *pictures = plie_pictures_new();
    plie_text why = {0};
    assert_true(plie_pictures_can_show(pictures, SAMPLES "/red.png", &why));
    assert_int_equal(why.length, 0);
    assert_false(plie_pictures_can_show(pictures, SAMPLES "/missing.png", &why));
    assert_non_null(strstr(plie_text_string(&why), "missing.png"));
    plie_text_free(&why);
    plie_pictures_free(pictures);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(png_jpeg_and_webp_files_are_read),
        cmocka_unit_test(a_camera_held_on_its_side_shows_upright),
        cmocka_unit_test(a_missing_file_is_told),
        cmocka_unit_test(what_is_no_picture_is_told),
        cmocka_unit_test(a_damaged_file_is_told),
        cmocka_unit_test(a_huge_picture_is_refused_before_it_is_decoded),
        cmocka_unit_test(a_huge_file_is_not_read),
        cmocka_unit_test(a_missing_library_is_told),
        cmocka_unit_test(heads_tell_kind_and_size_at_any_length),
        cmocka_unit_test(extended_webp_heads_tell_the_size),
        cmocka_unit_test(an_exercise_brings_pictures_of_its_folder_only),
        cmocka_unit_test(all_pictures_of_an_exercise_stay_together),
        cmocka_unit_test(the_first_picture_is_the_first_that_can_be_shown),
        cmocka_unit_test(a_check_tells_what_cannot_be_shown),
    };
    return cmocka_run_group_tests(tests, make_files, remove_files);
}
