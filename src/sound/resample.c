#include "sound/resample.h"
#include <math.h>

#define CROSSINGS 16 /* of zero, on each side of the sinc */
#define STEPS 256    /* of the table from one crossing to the next */
#define KERNEL_SIZE (CROSSINGS * STEPS + 2)
#define PI 3.14159265358979323846

size_t plie_resampled_count(size_t count, int from_hz, int to_hz) {
    uint64_t scaled = (uint64_t)count * (uint64_t)to_hz;
    return (size_t)((scaled + (uint64_t)from_hz - 1) / (uint64_t)from_hz);
}

static float *make_kernel(plie_arena *arena) {
    float *kernel = PLIE_NEW_ARRAY(arena, KERNEL_SIZE, float);
    kernel[0] = 1.0F;
    for (int i = 1; i < CROSSINGS * STEPS; i++) {
        double x = PI * i / STEPS;
        double window = 0.5 + 0.5 * cos(x / CROSSINGS);
        kernel[i] = (float)(sin(x) / x * window);
    }
    return kernel;
}

static float kernel_at(const float *kernel, double distance) {
    double place = fabs(distance) * STEPS;
    if (place >= CROSSINGS * STEPS)
        return 0.0F;
    int index = (int)place;
    float part = (float)(place - index);
    return kernel[index] + (kernel[index + 1] - kernel[index]) * part;
}

static int16_t round_sample(float value) {
    return (int16_t)lrintf(fmaxf(-32768.0F, fminf(32767.0F, value)));
}

/* cutoff is the share of the input's band that is kept, 1 or less. */
static float sample_at(const float *kernel, const float *in, size_t in_count, double position,
                       double cutoff) {
    double reach = CROSSINGS / cutoff;
    double low = ceil(position - reach);
    double high = floor(position + reach);
    size_t first = low > 0.0 ? (size_t)low : 0;
    size_t last = high < (double)in_count - 1.0 ? (size_t)high : in_count - 1;
    float sum = 0.0F;
    for (size_t i = first; i <= last; i++)
        sum += in[i] * kernel_at(kernel, ((double)i - position) * cutoff);
    return sum * (float)cutoff;
}

void plie_resample(plie_arena *arena, const float *in, size_t in_count, int from_hz, int16_t *out,
                   size_t out_count, int to_hz) {
    if (from_hz == to_hz) {
        for (size_t i = 0; i < out_count && i < in_count; i++)
            out[i] = round_sample(in[i]);
        return;
    }
    const float *kernel = make_kernel(arena);
    double step = (double)from_hz / (double)to_hz;
    double cutoff = step > 1.0 ? 1.0 / step : 1.0;
    for (size_t i = 0; i < out_count; i++)
        out[i] = round_sample(sample_at(kernel, in, in_count, (double)i * step, cutoff));
}
