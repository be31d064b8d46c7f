/**
 * A percentage rounded half up to one decimal, as people read it. The nearest multiple of 10⁻⁹ is taken first: what is
 * 82.45 on paper may be 82.44999999999999 in binary and must still become 82.5.
 */
export const roundedPercent = (percent: number): number => Math.floor((Math.round(percent * 1e9) + 5e7) / 1e8) / 10;
