/** Tables of ITU-T Recommendation G.722 (09/2012). The names in brackets are the recommendation's. */

/** [QQ6] inverse quantiser of the lower band, 6 bits, in 1/32768 of the scale factor (table 14). */
export const INVERSE_6 = Int32Array.of(
    -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576, -7856,
    -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040, -728,
    24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456,
    4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136
);

/** [QQ4] the same with 4 bits; this one steers the adaptation, so that bits may be stolen from a frame. */
export const INVERSE_4 = Int32Array.of(
    0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0
);

/** [QQ2] inverse quantiser of the higher band, 2 bits. */
export const INVERSE_2 = Int32Array.of(-7408, -1616, 7408, 1616);

/** [WL] of [RIL], already joined: how each 4-bit code moves the logarithmic scale factor of the lower band. */
export const LOWER_SCALE_STEP = Int32Array.of(-60, 3042, 1198, 538, 334, 172, 58, -30, 3042, 1198, 538, 334, 172, 58, -30, -60);

/** [WH] of [RIH], joined in the same way for the higher band. */
export const HIGHER_SCALE_STEP = Int32Array.of(798, -214, 798, -214);

/** [ILB] 2048 · 2^(i/32): the antilogarithm of the scale factor. */
export const ANTILOGARITHM = Int32Array.of(
    2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834,
    2896, 2960, 3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008
);

/** [h] half of the 24 symmetric coefficients of the quadrature mirror filter (table 11). */
export const MIRROR_FILTER = Int32Array.of(3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11);
