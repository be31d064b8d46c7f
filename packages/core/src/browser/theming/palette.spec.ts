import { describe, expect, it } from 'vitest';
import { contrast, lightness, mix } from './contrast';
import { meanings, palettes, themeIds, type Palette } from './palette';

/** Least difference in L* between colours that stand side by side: about six just noticeable steps. */
const APART = 6;
const surfaces: readonly (keyof Palette)[] = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const texts: readonly (keyof Palette)[] = ['ink', 'quiet', 'accent', ...meanings];
const pairs = <T>(items: readonly T[]): [T, T][] => items.flatMap((one, index) => items.slice(index + 1).map(other => [one, other] as [T, T]));

describe('measures of colours', () => {
    it('agree with the published examples', () => {
        expect(contrast('#000000', '#ffffff')).toBe(21);
        expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
        expect(lightness('#ffffff')).toBeCloseTo(100, 3);
        expect(lightness('#777777')).toBeCloseTo(50.03, 1);
        expect(mix('#000000', '#ff8000', 0.5)).toBe('#804000');
    });
});

describe.each(themeIds)('the theme %s', id => {
    const palette = palettes[id];
    const least = id.startsWith('hc') ? 7 : 4.5;

    it.each(texts)('reads %s on every surface', text => {
        const worst = Math.min(...surfaces.map(each => contrast(palette[text], palette[each])));
        expect(worst).toBeGreaterThanOrEqual(least);
    });
    it.each(meanings)('reads %s on its own soft ground', meaning => {
        expect(contrast(palette[meaning], palette[`${meaning}Soft`])).toBeGreaterThanOrEqual(least);
        expect(contrast(palette.ink, palette[`${meaning}Soft`])).toBeGreaterThanOrEqual(7);
    });
    it('reads the label of the primary button', () => expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(least));
    it('shows borders of controls and the focus', () => {
        for (const ground of ['canvas', 'surface', 'raised'] as const) {
            expect(contrast(palette.lineStrong, palette[ground])).toBeGreaterThanOrEqual(3);
            expect(contrast(palette.focus, palette[ground])).toBeGreaterThanOrEqual(3);
        }
    });
    it.each([...pairs(['agent', 'customer', 'both', 'silence'] as const), ...pairs(['good', 'caution', 'critical'] as const)])('tells %s from %s without hue', (one, other) => {
        expect(Math.abs(lightness(palette[one]) - lightness(palette[other]))).toBeGreaterThanOrEqual(APART);
    });
});
