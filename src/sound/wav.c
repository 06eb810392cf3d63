#include "sound/wav.h"
#include "sound/resample.h"
#include <limits.h>
#include <math.h>
#include <string.h>

#define FORMAT_PCM 1
#define FORMAT_FLOAT 3
#define FORMAT_EXTENSIBLE 0xFFFEU
#define MIN_RATE_HZ 8000U
#define MAX_RATE_HZ 192000U
#define STEREO_FRAME_BYTES 4

typedef struct {
    unsigned format;
    unsigned channels;
    unsigned bits;
    uint32_t rate_hz;
    const uint8_t *data;
    size_t data_length;
    bool cut_short;
} wav_file;

static void put16(uint8_t *at, unsigned value) {
    at[0] = (uint8_t)(value & 0xFFU);
    at[1] = (uint8_t)(value >> 8 & 0xFFU);
}

static void put32(uint8_t *at, uint32_t value) {
    put16(at, value & 0xFFFFU);
    put16(at + 2, value >> 16);
}

static void put_tag(uint8_t *at, const char *tag) {
    for (int i = 0; i < 4; i++)
        at[i] = (uint8_t)tag[i];
}

static unsigned get16(const uint8_t *at) {
    return (unsigned)at[0] | (unsigned)at[1] << 8;
}

static uint32_t get32(const uint8_t *at) {
    return (uint32_t)get16(at) | (uint32_t)get16(at + 2) << 16;
}

bool plie_wav_header(uint8_t header[PLIE_WAV_HEADER_SIZE], int64_t frame_count) {
    const int64_t rest = PLIE_WAV_HEADER_SIZE - 8;
    if (frame_count < 0 || frame_count > ((int64_t)UINT32_MAX - rest) / STEREO_FRAME_BYTES)
        return false;
    uint32_t data_length = (uint32_t)(frame_count * STEREO_FRAME_BYTES);
    put_tag(header, "RIFF");
    put32(header + 4, data_length + (uint32_t)rest);
    put_tag(header + 8, "WAVE");
    put_tag(header + 12, "fmt ");
    put32(header + 16, 16);
    put16(header + 20, FORMAT_PCM);
    put16(header + 22, 2);
    put32(header + 24, PLIE_SOUND_RATE_HZ);
    put32(header + 28, PLIE_SOUND_RATE_HZ * STEREO_FRAME_BYTES);
    put16(header + 32, STEREO_FRAME_BYTES);
    put16(header + 34, 16);
    put_tag(header + 36, "data");
    put32(header + 40, data_length);
    return true;
}

static bool fail(plie_diagnostics *findings, const char *file, const char *why) {
    plie_diagnostics_add(findings, PLIE_ERROR, file, (plie_place){0, 0}, "", "%s", why);
    return false;
}

static bool read_format(const uint8_t *chunk, size_t length, wav_file *wav) {
    if (length < 16)
        return false;
    wav->format = get16(chunk);
    wav->channels = get16(chunk + 2);
    wav->rate_hz = get32(chunk + 4);
    wav->bits = get16(chunk + 14);
    if (wav->format == FORMAT_EXTENSIBLE && length >= 26)
        wav->format = get16(chunk + 24);
    return true;
}

/* Walks the chunks up to the data; what follows the data does not matter. A length that goes beyond
 * the end of the file is common in recordings that were cut off or streamed. */
static const char *find_data(const uint8_t *bytes, size_t length, wav_file *wav) {
    if (length < 12 || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WAVE", 4) != 0)
        return "it is not a WAV file";
    bool has_format = false;
    size_t at = 12;
    while (length - at >= 8) {
        const uint8_t *chunk = bytes + at + 8;
        size_t size = get32(bytes + at + 4);
        size_t left = length - at - 8;
        bool cut_short = size > left;
        if (cut_short)
            size = left;
        if (memcmp(bytes + at, "fmt ", 4) == 0) {
            has_format = read_format(chunk, size, wav);
        } else if (memcmp(bytes + at, "data", 4) == 0) {
            wav->data = chunk;
            wav->data_length = size;
            wav->cut_short = cut_short;
            return has_format ? NULL : "it does not say its format before its data";
        }
        size += size & 1U;
        if (size >= left)
            break;
        at += 8 + size;
    }
    return "it has no data";
}

static size_t count_frames(const wav_file *wav) {
    return wav->data_length / ((size_t)wav->channels * (wav->bits / 8));
}

static const char *check_format(const wav_file *wav) {
    bool whole = wav->format == FORMAT_PCM &&
                 (wav->bits == 8 || wav->bits == 16 || wav->bits == 24 || wav->bits == 32);
    bool real = wav->format == FORMAT_FLOAT && wav->bits == 32;
    if (!whole && !real)
        return "it is neither PCM of 8, 16, 24 or 32 bits nor float of 32 bits";
    if (wav->channels != 1 && wav->channels != 2)
        return "it has neither 1 nor 2 channels";
    if (wav->rate_hz < MIN_RATE_HZ || wav->rate_hz > MAX_RATE_HZ)
        return "its rate is not between 8 and 192 kHz";
    size_t frames = count_frames(wav);
    if (frames == 0)
        return "it is empty";
    if (frames > (size_t)wav->rate_hz * PLIE_CLIP_LIMIT_S)
        return "it is longer than 30 seconds";
    return NULL;
}

static float float_sample(const uint8_t *at) {
    uint32_t bits = get32(at);
    float value = 0.0F;
    memcpy(&value, &bits, sizeof value);
    if (!isfinite(value))
        return 0.0F;
    return fmaxf(-1.0F, fminf(1.0F, value)) * 32767.0F;
}

static float whole_sample(const uint8_t *at, unsigned bits) {
    if (bits == 8)
        return ((float)at[0] - 128.0F) * 256.0F;
    uint32_t high =
        get32((const uint8_t[4]){bits == 32 ? at[0] : 0, bits == 16 ? 0 : at[bits / 8 - 3],
                                 at[bits / 8 - 2], at[bits / 8 - 1]});
    return (float)((double)(int32_t)high / 65536.0);
}

static float sample_at(const wav_file *wav, size_t index) {
    const uint8_t *at = wav->data + index * (wav->bits / 8);
    return wav->format == FORMAT_FLOAT ? float_sample(at) : whole_sample(at, wav->bits);
}

static float *read_mono(plie_arena *arena, const wav_file *wav, size_t frames) {
    float *mono = PLIE_NEW_ARRAY(arena, frames, float);
    for (size_t i = 0; i < frames; i++) {
        mono[i] = sample_at(wav, i * wav->channels);
        if (wav->channels == 2)
            mono[i] = (mono[i] + sample_at(wav, i * 2 + 1)) / 2.0F;
    }
    return mono;
}

bool plie_wav_read(plie_arena *arena, const char *file, const uint8_t *bytes, size_t length,
                   plie_sound *sound, plie_diagnostics *findings) {
    wav_file wav = {0};
    const char *problem = find_data(bytes, length, &wav);
    if (problem == NULL)
        problem = check_format(&wav);
    if (problem != NULL)
        return fail(findings, file, problem);
    if (wav.cut_short)
        plie_diagnostics_add(findings, PLIE_WARNING, file, (plie_place){0, 0}, "",
                             "it ends before its data does");
    size_t frames = count_frames(&wav);
    plie_arena *scratch = plie_arena_new();
    float *mono = read_mono(scratch, &wav, frames);
    bool keep = wav.rate_hz == PLIE_VOICE_RATE_HZ;
    int rate_hz = keep ? PLIE_VOICE_RATE_HZ : PLIE_SOUND_RATE_HZ;
    size_t count = plie_resampled_count(frames, (int)wav.rate_hz, rate_hz);
    int16_t *samples = PLIE_NEW_ARRAY(arena, count, int16_t);
    plie_resample(scratch, mono, frames, (int)wav.rate_hz, samples, count, rate_hz);
    *sound = (plie_sound){samples, (int32_t)count, rate_hz};
    plie_arena_free(scratch);
    return true;
}
