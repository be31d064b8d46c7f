import { type Condition, conditionHolds, conditionLeaves } from '@earshot/forms';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPart, type ConditionGroup, type ConditionPart, conditionOf, freeKey, groupModes, indentPart, isGroup, isWithinLimits, movePart, outdentPart, partAt, type PartPath, removePart, replacePart, treeOf } from './condition-tree';

const is = (question: string): Condition => ({ question, operator: 'equals', value: true });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(is) as [Condition, Condition, Condition, Condition];
const names = ['a', 'b', 'c', 'd'] as const;
const { condition } = fc.letrec<{ condition: Condition; parts: Condition[] }>(tie => ({
    condition: fc.oneof({ maxDepth: 3, withCrossShrink: true }, fc.constantFrom(a, b, c, d), fc.record({ all: tie('parts') }), fc.record({ any: tie('parts') }), fc.record({ not: tie('condition') })),
    parts: fc.array(tie('condition'), { minLength: 1, maxLength: 3 })
}));
/** Whether it holds under each of the sixteen ways to answer four questions, one of them not at all. */
const meaning = (given: Condition | undefined): readonly boolean[] => Array.from({ length: 16 }, (_, bits) => given === undefined
    || conditionHolds(given, question => question === 'd' && bits & 8 ? undefined : { value: (bits >> names.indexOf(question as 'a') & 1) === 1 }));
const said = (part: ConditionPart): readonly string[] => { const written = conditionOf(part); return written ? conditionLeaves(written).map(each => each.question).sort() : []; };
const paths = (group: ConditionGroup, above: PartPath = []): readonly PartPath[] => group.parts.flatMap((each, place) => [[...above, place], ...isGroup(each) ? paths(each, [...above, place]) : []]);

describe('a condition as groups', () => {
    it('means what it was read from', () => {
        fc.assert(fc.property(condition, given => { expect(meaning(conditionOf(treeOf(given)))).toEqual(meaning(given)); }), { numRuns: 500 });
    });
    it('is written as it is used to be where nothing is nested', () => {
        expect(conditionOf(treeOf(undefined))).toBeUndefined();
        for (const each of [a, { all: [a, b] }, { any: [a, b] }, { not: a }, { not: { any: [a, b] } }, { not: { all: [a, b] } }, { all: [a, { any: [b, { not: c }] }] }] as Condition[]) {
            expect(conditionOf(treeOf(each))).toEqual(each);
        }
        expect(treeOf({ not: { any: [a, b] } })).toMatchObject({ mode: 'none', parts: [{}, {}] });
        expect(conditionOf(addPart(treeOf(a), [], { key: 9, mode: 'any', parts: [] }))).toEqual(a);
    });
    it('is put together statement by statement', () => {
        const three = treeOf({ all: [a, b, c] });
        const indented = indentPart(three, [2])!;
        expect(conditionOf(indented)).toEqual({ all: [a, { any: [b, c] }] });
        const joined = indentPart(addPart(indented, [], { key: freeKey(indented), statement: { question: 'd', operator: 'equals', value: true } }), [2])!;
        expect(conditionOf(joined)).toEqual({ all: [a, { any: [b, c, d] }] });
        expect(conditionOf(outdentPart(joined, [1, 0])!)).toEqual({ all: [a, { any: [c, d] }, b] });
        expect(conditionOf(movePart(joined, [1], -1)!)).toEqual({ all: [{ any: [b, c, d] }, a] });
        expect(conditionOf(removePart(joined, [1]))).toEqual(a);
        expect(conditionOf(replacePart(joined, [1], { ...partAt(joined, [1]) as ConditionGroup, mode: 'none' }))).toEqual({ all: [a, { not: { any: [b, c, d] } }] });
        expect([indentPart(three, [0]), outdentPart(three, [1]), movePart(three, [0], -1), movePart(three, [2], 1)]).toEqual([undefined, undefined, undefined, undefined]);
    });
    it('goes no deeper than a form may', () => {
        const deep = Array.from({ length: 8 }).reduce<Condition>((inner, _, level) => level % 2 ? { any: [a, inner] } : { all: [b, inner] }, { all: [c, d, a] });
        expect(isWithinLimits(treeOf(deep))).toBe(false);
        const limit = Array.from({ length: 7 }).reduce<Condition>((inner, _, level) => level % 2 ? { any: [a, inner] } : { all: [b, inner] }, { all: [c, d, a] });
        expect(isWithinLimits(treeOf(limit))).toBe(true);
        expect(indentPart(treeOf(limit), [...Array.from({ length: 7 }, () => 1), 2])).toBeUndefined();
    });
    it('loses no statement and makes none when parts are moved about', () => {
        fc.assert(fc.property(condition, fc.array(fc.tuple(fc.constantFrom('in', 'out', 'up', 'down', 'mode' as const), fc.nat()), { maxLength: 12 }), (given, steps) => {
            let tree = treeOf(given);
            const before = said(tree);
            for (const [step, at] of steps) {
                const all = paths(tree);
                const path = all[at % all.length]!;
                const part = partAt(tree, path)!;
                tree = (step === 'in' ? indentPart(tree, path) : step === 'out' ? outdentPart(tree, path) : step === 'mode' ? isGroup(part) ? replacePart(tree, path, { ...part, mode: groupModes[at % 4]! }) : tree : movePart(tree, path, step === 'up' ? -1 : 1)) ?? tree;
                expect(said(tree)).toEqual(before);
                const keys = [tree.key, ...paths(tree).map(each => partAt(tree, each)!.key)];
                expect(new Set(keys).size).toBe(keys.length);
            }
        }));
    });
});
