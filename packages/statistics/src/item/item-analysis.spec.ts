import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAnalysis } from './item-analysis';

const rows = (text: string): ReadonlyArray<ReadonlyArray<number>> => text.split(' ').map(row => [...row].map(Number));

/** R. D. Bock & M. Lieberman, Psychometrika 35 (1970): LSAT section 6, response patterns of 1,000 people. */
const LSAT = Object.entries({
    '00000': 3, '00001': 6, '00010': 2, '00011': 11, '00100': 1, '00101': 1, '00110': 3, '00111': 4, '01000': 1, '01001': 8, '01011': 16, '01101': 3,
    '01110': 2, '01111': 15, '10000': 10, '10001': 29, '10010': 14, '10011': 81, '10100': 3, '10101': 28, '10110': 15, '10111': 80, '11000': 16,
    '11001': 56, '11010': 21, '11011': 173, '11100': 11, '11101': 61, '11110': 28, '11111': 298
}).flatMap(([pattern, count]) => Array.from({ length: count }, () => [...pattern].map(Number)));

/** K. Wuensch, East Carolina University: the KR-20 handout, ten people and ten items. */
const WUENSCH = rows('1111110110 1011011101 1111011001 0010001000 0000010010 1110111111 1101110111 1111111101 0101111101 1101101110');

/** The example of discrim in R's psychometric 2.4: twelve people, seven items; everybody solved the third. */
const TWELVE = rows('1110000 1011000 1110000 0111000 1110100 1111000 1110010 1111100 1111101 1111110 0111110 1011110');

describe('itemAnalysis', () => {
    it('reproduces the LSAT figures (R ltm and psych)', () => {
        const { items, test } = itemAnalysis(LSAT);
        const near = (values: ReadonlyArray<number | null>, expected: ReadonlyArray<number>): void =>
            values.forEach((value, index) => expect(value).toBeCloseTo(expected[index], 9));
        near(items.map(item => item.difficulty), [0.924, 0.709, 0.553, 0.763, 0.87]);
        near(items.map(item => item.standardDeviation), [0.2651307117, 0.4544507955, 0.497431843, 0.4254550646, 0.3364717124]);
        near(items.map(item => item.itemTotal), [0.3620104372, 0.5667720954, 0.6184397536, 0.5344183262, 0.4353664279]);
        near(items.map(item => item.itemRest), [0.1128326889, 0.1531781201, 0.1727789433, 0.1444280952, 0.1215964025]);
        near(items.map(item => item.alphaIfDeleted), [0.2753562108, 0.2375839046, 0.2167994629, 0.2459327104, 0.2662944112]);
        expect(test).toMatchObject({ n: 1000, items: 5, groupSize: 270, reasons: {} });
        expect(test.mean).toBeCloseTo(3.819, 12);
        expect(test.standardDeviation).toBeCloseTo(1.0350412119, 9);
        expect(test.populationVariance).toBeCloseTo(1.070239, 9);
        expect(test.alpha).toBeCloseTo(0.2949971922, 9);
        expect(test.kr20).toBeCloseTo(0.2949971922, 9);
        expect(test.kr21).toBeCloseTo(0.1964411687, 9);
        expect(test.standardErrorOfMeasurement).toBeCloseTo(0.8690666124, 9);
    });

    it('reproduces the KR-20 handout, which divides by n', () => {
        const { test } = itemAnalysis(WUENSCH);
        expect(test.populationVariance).toBeCloseTo(5.84, 12);
        expect(test.kr20).toBeCloseTo(0.696347032, 9);
        expect(test.alpha).toBeCloseTo(0.696347032, 9);
    });

    it('reproduces the discrimination by thirds of R psychometric', () => {
        const { items, test } = itemAnalysis(TWELVE, { groupShare: 1 / 3 });
        expect(items.map(item => item.discrimination)).toEqual([0, 0, 0, 0.5, 1, 0.75, 0.25]);
        expect(test.groupSize).toBe(4);
        expect(items[4].alphaIfDeleted).toBeCloseTo(-0.64, 10);
        expect(items[2]).toMatchObject({ difficulty: 1, variance: 0, itemTotal: null, itemRest: null, reasons: { itemTotal: 'no-variation', itemRest: 'no-variation' } });
        expect(items[2].alphaIfDeleted).toBeCloseTo(0.1403508772, 9);
    });

    it('divides by the maxima, and does without them where it must', () => {
        const scores = [[0, 4], [3, 10], [2, 7]];
        const { items } = itemAnalysis(scores, { maxima: [3, 10] });
        expect(items.map(item => item.difficulty)).toEqual([5 / 9, 0.7]);
        const unknown = itemAnalysis(scores).items[1];
        expect(unknown).toMatchObject({ mean: 7, difficulty: null, reasons: { difficulty: 'maximum-unknown' } });
        expect(itemAnalysis(scores).test).toMatchObject({ kr20: null, kr21: null, reasons: { kr20: 'not-dichotomous', kr21: 'not-dichotomous' } });
        expect(itemAnalysis(scores, { maxima: 10 }).items[0].difficulty).toBeCloseTo(1 / 6, 12);
    });

    it('keeps people with gaps out of everything that needs a total, unless a gap is a 0', () => {
        const scores = [...TWELVE, [1, 1, 1, 1, 1, 1, null]];
        const listwise = itemAnalysis(scores);
        expect(listwise.test).toEqual(itemAnalysis(TWELVE).test);
        expect(listwise.items[0]).toMatchObject({ n: 13, mean: 11 / 13 });
        expect(listwise.items[6]).toMatchObject({ n: 12 });
        expect(itemAnalysis(scores, { missing: 'zero' })).toEqual(itemAnalysis([...TWELVE, [1, 1, 1, 1, 1, 1, 0]]));
    });

    it('names the people of both groups by their rows, those with gaps not counted', () => {
        expect(itemAnalysis([[1, null], [1, 1], [0, 0], [1, 0], [0, 1]], { groupShare: 0.25 }).groups).toEqual({ lower: [2], upper: [1] });
        expect(itemAnalysis([[1, 0], [0, 1], [1, 0], [0, 1]]).groups).toBeNull();
        expect(itemAnalysis([]).groups).toBeNull();
    });

    it('is the same for items in another order, and alpha is 1 for items that say the same', () => {
        const score = fc.integer({ min: 0, max: 5 });
        fc.assert(fc.property(fc.array(fc.tuple(score, score, score), { minLength: 2, maxLength: 20 }), scores => {
            const turned = itemAnalysis(scores.map(row => [...row].reverse()), { maxima: 5 });
            const { items, test } = itemAnalysis(scores, { maxima: 5 });
            expect(turned.test.alpha ?? -99).toBeCloseTo(test.alpha ?? -99, 9);
            items.forEach((item, index) => {
                expect(turned.items[2 - index].itemRest ?? -99).toBeCloseTo(item.itemRest ?? -99, 9);
                expect(turned.items[2 - index].discrimination).toBe(item.discrimination);
            });
            for (const [name, value] of [...Object.entries(test), ...items.flatMap(item => Object.entries(item))]) {
                expect(typeof value === 'number' ? Number.isFinite(value) : true, name).toBe(true);
            }
        }));
        const { test } = itemAnalysis([[1, 1, 1], [0, 0, 0], [1, 1, 1]]);
        expect(test.alpha).toBe(1);
        expect(test.standardErrorOfMeasurement).toBe(0);
    });

    it('says why figures are missing', () => {
        expect(itemAnalysis([])).toMatchObject({ items: [], test: { n: 0, mean: null, alpha: null, reasons: { mean: 'too-few-units', alpha: 'too-few-units' } } });
        const alone = itemAnalysis([[1, 0]]);
        expect(alone.test).toMatchObject({ mean: 1, variance: null, reasons: { variance: 'too-few-units', alpha: 'too-few-units' } });
        expect(alone.items[0]).toMatchObject({ mean: 1, variance: null, itemRest: null, discrimination: null, reasons: { itemRest: 'too-few-units', discrimination: 'too-few-units' } });
        const single = itemAnalysis([[1], [0], [1], [1]]);
        expect(single.test.reasons).toMatchObject({ alpha: 'too-few-items', kr20: 'too-few-items' });
        expect(single.items[0].reasons).toMatchObject({ itemRest: 'too-few-items', alphaIfDeleted: 'too-few-items' });
        const alike = itemAnalysis([[1, 0], [0, 1], [1, 0], [0, 1]]);
        expect(alike.test).toMatchObject({ alpha: null, standardErrorOfMeasurement: null, reasons: { alpha: 'no-variation', standardErrorOfMeasurement: 'no-variation' } });
        expect(alike.items[0].reasons.discrimination).toBe('no-variation');
    });

    it('refuses impossible options', () => {
        expect(() => itemAnalysis(TWELVE, { groupShare: 0.6 })).toThrow(RangeError);
        expect(() => itemAnalysis([[1, 2], [2, 3]], { maxima: [2] })).toThrow(RangeError);
        expect(() => itemAnalysis([[1, 2], [2, 3]], { maxima: [1, 3] })).toThrow(RangeError);
        expect(() => itemAnalysis([[1, 2], [2]])).toThrow(RangeError);
    });
});
