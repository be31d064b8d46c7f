import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMaskedInPassing, maskStateOf } from './maskable';
import { madeMask } from './made-mask';
import { hiddenRanges, isCovered, isHidden } from './masked-ranges';

const masks = [{ fromMs: 5000, toMs: 6000 }, { fromMs: 50, toMs: 300 }, { fromMs: 6100, toMs: 7000 }];

describe('what masks hide', () => {
    it('is a little more than was marked, and one stretch where two touch', () => expect(hiddenRanges(masks)).toEqual([[0, 400], [4900, 7100]]));

    it('is every word that begins or ends in it, or goes over it', () => {
        const hidden = hiddenRanges(masks);
        expect([[400, 900], [4000, 4901], [6900, 7500], [4000, 8000], [7100, 7200], [399, 399], [400, 400], [0, 0]].map(([from, to]) => isHidden(hidden, from!, to!)))
            .toEqual([false, true, true, true, false, true, false, true]);
    });

    it('covers a stretch only from its beginning to its end', () => {
        const hidden = hiddenRanges(masks);
        expect([[0, 400], [100, 200], [350, 401], [4800, 5000], [4900, 7100], [300, 5000], [8000, 9000]].map(([from, to]) => isCovered(hidden, from!, to!))).toEqual([true, true, false, false, true, false, false]);
    });

    it('is found as by looking at every mask', () => {
        const range = fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 3000 })).map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));
        fc.assert(fc.property(fc.array(range, { maxLength: 8 }), range, (made, { fromMs, toMs }) => {
            const overlaps = made.some(each => Math.max(0, each.fromMs - 100) < toMs && each.toMs + 100 > fromMs);
            expect(isHidden(hiddenRanges(made), fromMs, toMs)).toBe(overlaps);
        }));
    });
});

describe('a masked recording', () => {
    const opus = { container: 'ogg', codec: 'opus', hasRendition: false, hasMaskable: false };
    const wave = { container: 'wav', codec: 'mulaw', hasRendition: false, hasMaskable: false };

    it('is silenced in passing where every sample has its own bytes', () => {
        expect([opus, wave, { ...wave, codec: 'gsm' }, { ...wave, codec: 'gsm', hasRendition: true }, { ...opus, codec: 'pcm16' }].map(isMaskedInPassing)).toEqual([false, true, false, true, false]);
    });

    it('is heard by nobody else until there is a form of it that can be silenced', () => {
        expect([maskStateOf(opus, 0), maskStateOf(opus, 1), maskStateOf({ ...opus, hasMaskable: true }, 1), maskStateOf(wave, 2)]).toEqual(['none', 'preparing', 'ready', 'ready']);
    });
});

it('takes back the mask that was made, not an older one that begins where it does', () => {
    const mask = (id: string, fromMs = 100, reason: 'health' | 'other' = 'other') => ({ id, fromMs, toMs: 900, reason });
    expect(madeMask([mask('1')], [mask('1'), mask('2')], { fromMs: 100, reason: 'other' })?.id).toBe('2');
    expect(madeMask([mask('1')], [mask('1'), mask('3'), mask('2'), mask('4', 200), mask('5', 100, 'health')], { fromMs: 100, reason: 'other' })?.id).toBe('3');
    expect(madeMask([mask('1')], [mask('1')], { fromMs: 100, reason: 'other' })).toBeUndefined();
});
