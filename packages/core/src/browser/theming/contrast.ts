/** Colours as `#rrggbb`. Formulas: WCAG 2.2 (relative luminance, contrast ratio) and CIE 1976 (L*). */
const channels = (hex: string): readonly [number, number, number] => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as unknown as readonly [number, number, number];

const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance, 0 (black) to 1 (white). */
export function luminance(hex: string): number {
    const [red, green, blue] = channels(hex);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
    return (light + 0.05) / (dark + 0.05);
}

/** Perceived lightness L*, 0 to 100. */
export function lightness(hex: string): number {
    const y = luminance(hex);
    return y <= 216 / 24389 ? y * 24389 / 27 : 116 * Math.cbrt(y) - 16;
}

/** A colour with a share (0 to 1) of another mixed in, channel by channel. */
export function mix(base: string, other: string, share: number): string {
    const [from, to] = [channels(base), channels(other)];
    return `#${from.map((channel, index) => Math.round(channel + (to[index]! - channel) * share).toString(16).padStart(2, '0')).join('')}`;
}
