import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide } from './division';
import { drawSample } from './draw';
import { cellsOf, frameOf } from './sampling-frame';
import { personIds, testDefinition, testInput, testUnit } from './sampling-fixture';

const units = (count: number, about: (place: number) => Parameters<typeof testUnit>[1] = () => ({})) => Array.from({ length: count }, (_, place) => testUnit(place, about(place)));

describe('the cells of a draw', () => {
    it('are the strata, with the calls of rules apart', () => {
        const definition = testDefinition({ strata: ['queue'], size: { kind: 'per-stratum', calls: 3 }, rules: [{ name: 'Complaints', condition: { tags: ['complaint'] }, share: 0.5 }], mostByRules: 0.5 });
        const frame = frameOf(definition, units(40, place => ({ queue: place < 30 ? 'cards' : 'loans', tags: place % 5 === 0 ? ['complaint'] : [] })));
        // Of 30 and of 10 three each, one of them a complaint; rules add two, so that 4 of 8 complaints are drawn: 6 stand in cards and 2 in loans.
        expect(cellsOf(definition, frame).map(each => [each.stratum[0], each.rule, each.units.length, each.calls])).toEqual([['cards', null, 24, 2], ['loans', null, 8, 2], ['cards', 0, 6, 3], ['loans', 0, 2, 1]]);
    });

    it('keep rules within their part of the draw', () => {
        const definition = testDefinition({ size: { kind: 'total', calls: 14, allocation: 'proportional' }, rules: [{ name: 'Long', condition: { minDurationMs: 600_000 }, share: 1 }], mostByRules: 0.3 });
        const cells = cellsOf(definition, frameOf(definition, units(100, place => ({ durationMs: place < 50 ? 700_000 : 60_000 }))));
        // Half of the 14 are long calls in any case. The 6 of 20 that the rule adds are three of ten.
        expect(cells.map(each => [each.rule, each.atRandom, each.calls])).toEqual([[null, 7, 7], [0, 7, 13]]);
        // As draws were made at first: the long calls had 6 / 50, the others 14 / 50.
        expect(cellsOf(definition, frameOf(definition, units(100, place => ({ durationMs: place < 50 ? 700_000 : 60_000 }))), {}, 1).map(each => [each.rule, each.calls])).toEqual([[null, 14], [0, 6]]);
    });

    it('give no call less of a chance for being one of a rule', () => {
        const size = fc.oneof(fc.record({ kind: fc.constant('per-stratum'), calls: fc.integer({ min: 1, max: 8 }) }), fc.record({ kind: fc.constant('total'), calls: fc.integer({ min: 1, max: 40 }), allocation: fc.constantFrom('proportional', 'equal') }));
        const calls = fc.array(fc.record({ queue: fc.constantFrom('a', 'b', 'c'), tags: fc.subarray(['complaint', 'sale']) }), { minLength: 1, maxLength: 80 });
        fc.assert(fc.property(size, calls, fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.9, noNaN: true }), (wanted, about, share, mostByRules) => {
            const definition = testDefinition({ strata: ['queue'], size: wanted, mostByRules, rules: ['complaint', 'sale'].map(name => ({ name, condition: { tags: [name] }, share })) });
            const cells = cellsOf(definition, frameOf(definition, about.map((each, place) => testUnit(place, each))));
            for (const each of cells) {
                const others = cells.find(one => one.rule === null && one.stratum[0] === each.stratum[0]);
                expect(each.calls).toBeLessThanOrEqual(each.units.length);
                expect(each.calls / each.units.length).toBeGreaterThanOrEqual(others ? others.calls / others.units.length - 1e-9 : 0);
            }
            const sum = (values: readonly number[]): number => values.reduce((before, each) => before + each, 0);
            if (cells.some(each => each.rule === null)) {
                expect(sum(cells.map(each => each.calls - each.atRandom))).toBeLessThanOrEqual(sum(cells.map(each => each.calls)) * mostByRules + 1e-6);
            }
        }));
    });

    it('have the size that a margin asks for', () => {
        const definition = testDefinition({ size: { kind: 'precision', confidence: 0.95, margin: 0.1, allocation: 'proportional' } });
        // Cochran: 96.04 for ever so many, 87.6 of a thousand.
        expect(cellsOf(definition, frameOf(definition, units(1000)))[0].calls).toBe(88);
        expect(cellsOf(definition, frameOf(definition, units(5)))[0].calls).toBe(5);
        expect(cellsOf(definition, [])).toEqual([]);
    });
});

describe('a draw', () => {
    const frame = frameOf(testDefinition(), units(60));

    it('is the same again for the same seed, and another for another', () => {
        const input = testInput(frame, { shadowShare: 0.2 });
        expect(drawSample(input, 42)).toEqual(drawSample(input, 42));
        expect(drawSample(input, 42).items).toEqual(drawSample(JSON.parse(JSON.stringify(input)) as typeof input, 42).items);
        expect(drawSample(input, 43).items).not.toEqual(drawSample(input, 42).items);
    });

    it('gives every call the chance that it says', () => {
        for (const spread of [true, false]) {
            const counts = new Map<string, number>();
            const runs = 3000;
            for (let seed = 0; seed < runs; seed++) {
                drawSample(testInput(frame, { spread }), seed).items.forEach(each => counts.set(each.interactionId, (counts.get(each.interactionId) ?? 0) + 1));
            }
            // 500 expected for each; five standard deviations of a binomial are 102.
            expect(frame.every(each => Math.abs((counts.get(each.id) ?? 0) - runs / 6) < 102)).toBe(true);
            expect(drawSample(testInput(frame, { spread }), 1).items.every(each => each.probability === 10 / 60)).toBe(true);
        }
    });

    it('spreads over the period where it is asked to', () => {
        const places = drawSample(testInput(frame), 5).items.map(each => frame.findIndex(one => one.id === each.interactionId)).sort((one, other) => one - other);
        expect(new Set(places.slice(1).map((each, index) => each - places[index]))).toEqual(new Set([6]));
    });

    it('keeps the others of a cell in the order in which they replace', () => {
        const { items, reserve } = drawSample(testInput(frame), 9);
        expect(new Set([...items.map(each => each.interactionId), ...reserve.get('- []')!]).size).toBe(60);
        expect(reserve.get('- []')).toHaveLength(50);
    });

    it('has some calls scored twice, by somebody else and by oneself', () => {
        const earlier = [1, 2, 3, 4].map(each => ({ evaluationId: `e${each}`, evaluatorId: personIds[0], interactionId: `old-${each}`, durationMs: 60_000 }));
        const { items } = drawSample({ ...testInput(frame, { shadowShare: 0.3, intraShare: 0.2 }), earlier: [...earlier, { ...earlier[0], evaluationId: 'e9', evaluatorId: 'gone' }] }, 4);
        const second = items.filter(each => each.kind === 'shadow');
        expect(second).toHaveLength(3);
        second.forEach(each => { expect(items.find(one => one.kind === 'random' && one.interactionId === each.interactionId)!.evaluatorId).not.toBe(each.evaluatorId); });
        const repeated = items.filter(each => each.kind === 'intra');
        expect(repeated).toHaveLength(2);
        expect(repeated.every(each => each.evaluatorId === personIds[0] && each.probability === null && each.earlierId !== 'e9')).toBe(true);
    });
});

describe('what evaluators have to do besides', () => {
    const minutesOf = (items: readonly { readonly evaluatorId: string | null; readonly durationMs: number }[], id: string): number => items.filter(each => each.evaluatorId === id).reduce((sum, each) => sum + each.durationMs, 0) / 60_000;
    const frame = frameOf(testDefinition(), units(60));

    it('counts: calls that they score once more', () => {
        const earlier = [1, 2].map(each => ({ evaluationId: `e${each}`, evaluatorId: personIds[0], interactionId: `old-${each}`, durationMs: 1_200_000 }));
        const input = { ...testInput(frame, { intraShare: 0.2 }), earlier };
        const { items } = drawSample(input, 4);
        // ten calls of 6 minutes and two of 20: the 40 are more than a third of 100, so that the others share the 60
        expect(personIds.map(each => minutesOf(items, each))).toEqual([40, 30, 30]);
        expect(minutesOf(drawSample(input, 4, 2).items, personIds[0])).toBeGreaterThan(40);
    });

    it('counts: what is open from other draws, frozen with the draw', () => {
        const { items } = drawSample({ ...testInput(frame), openMs: { [personIds[0]]: 1_800_000 } }, 4);
        expect(personIds.map(each => minutesOf(items, each))).toEqual([0, 30, 30]);
    });
});

describe('the division among evaluators', () => {
    const call = (minutes: number, about: Partial<{ agentId: string; teamId: string }> = {}) => ({ durationMs: minutes * 60_000, agentId: null, teamId: null, ...about });
    const people = [{ id: 'a', teamIds: ['cards'] }, { id: 'b', teamIds: [] }];

    it('is by minutes, the longest first', () => {
        // Graham: 7 | 6, then 5 to the 6, 4 to the 7, 3 to either 11.
        const loads = new Map<string, number>();
        divide([7, 6, 5, 4, 3].map(each => call(each)), people, true, () => 0, loads);
        expect([...loads.values()].map(each => each / 60_000).sort()).toEqual([11, 14]);
    });

    it('gives nobody their own call or, where the plan says so, one of their team', () => {
        expect(divide([call(5, { agentId: 'a' }), call(5, { teamId: 'cards' })], people, true, () => 0)).toEqual(['b', 'b']);
        expect(divide([call(5, { teamId: 'cards' })], [people[0]], true, () => 0)).toEqual([null]);
        expect(divide([call(5, { teamId: 'cards' })], [people[0]], false, () => 0)).toEqual(['a']);
    });

    it('never leaves anybody with more than the longest call beyond the others', () => {
        fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 }), minutes => {
            const loads = new Map<string, number>();
            divide(minutes.map(each => call(each)), people, false, below => below - 1, loads);
            const [most, least] = [Math.max(...loads.values()), Math.min(...people.map(each => loads.get(each.id) ?? 0))];
            expect(most - least).toBeLessThanOrEqual(Math.max(...minutes) * 60_000);
        }));
    });
});
