import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allotQuestions } from './allot-questions';
import type { BankEntry } from './blueprint';
import { checkBlueprint } from './check-blueprint';
import { drawPaper, seedLimit } from './draw-paper';
import { testBlueprint, testEntry, testRule } from './exam-fixture';

const bankOf = (count: number, about: (place: number) => Partial<BankEntry> = () => ({})): BankEntry[] => Array.from({ length: count }, (_, place) => testEntry(`q${String(place).padStart(3, '0')}`, about(place)));

describe('the questions of rules', () => {
    it('are as many as any way of giving them could make them', () => {
        const demand = fc.record({ count: fc.integer({ min: 0, max: 3 }), candidates: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }) });
        /** All ways of giving, one place after the other. */
        const most = (places: readonly (readonly number[])[], used: ReadonlySet<number>): number => {
            const [first, ...rest] = places;
            return first === undefined ? 0 : Math.max(most(rest, used), ...first.filter(each => !used.has(each)).map(each => 1 + most(rest, new Set([...used, each]))));
        };
        fc.assert(fc.property(fc.array(demand, { maxLength: 3 }), demands => {
            const given = allotQuestions(demands);
            const all = given.flat();
            expect(new Set(all).size).toBe(all.length);
            given.forEach((each, place) => {
                expect(each.length).toBeLessThanOrEqual(demands[place].count);
                each.forEach(one => expect(demands[place].candidates).toContain(one));
            });
            expect(all.length).toBe(most(demands.flatMap(each => Array.from({ length: each.count }, () => each.candidates)), new Set()));
        }));
    });
});

describe('a blueprint', () => {
    const clause = 'document#c21';
    it('says how many questions there are for what it asks', () => {
        const bank = bankOf(10, place => place < 3 ? { clauses: [clause] } : {});
        const { problems, supply } = checkBlueprint(testBlueprint([testRule('one', 5, { clauses: [clause] }), testRule('two', 4)]), bank);
        expect(problems).toEqual([{ path: 'sections.0.rules.0', code: 'too-few', detail: { found: 3, wanted: 5 } }]);
        expect(supply).toEqual([{ ruleId: 'one', wanted: 5, fitting: 3, given: 3 }, { ruleId: 'two', wanted: 4, fitting: 10, given: 4 }]);
    });
    it('lets a rule that may take anything leave to others what only they can take', () => {
        const bank = bankOf(4, place => place < 2 ? { clauses: [clause] } : {});
        expect(checkBlueprint(testBlueprint([testRule('any', 2), testRule('clause', 2, { clauses: [clause] })]), bank).problems).toEqual([]);
        expect(checkBlueprint(testBlueprint([testRule('any', 3), testRule('clause', 2, { clauses: [clause] })]), bank).problems).toMatchObject([{ path: 'sections.0.rules.1', code: 'shared', detail: { found: 1, wanted: 2 } }]);
    });
    it('knows fixed questions that are gone, or fixed twice, and does not draw them once more', () => {
        const fixed = (id: string, ...questionIds: string[]) => ({ id, kind: 'fixed', questionIds, knockOut: false }) as const;
        const check = checkBlueprint(testBlueprint([fixed('a', 'q000', 'gone'), fixed('b', 'q000'), testRule('c', 3)]), bankOf(3));
        expect(check.problems.map(each => [each.path, each.code, each.detail])).toEqual([
            ['sections.0.rules.0', 'question-twice', undefined], ['sections.0.rules.0', 'question-gone', { gone: 1 }], ['sections.0.rules.1', 'question-twice', undefined], ['sections.0.rules.2', 'shared', { found: 2, wanted: 3 }]
        ]);
    });
    it('asks something in every section, and names them', () => {
        expect(checkBlueprint({ sections: [] }, []).problems).toMatchObject([{ path: 'sections', code: 'no-questions' }]);
        expect(checkBlueprint({ sections: [{ id: 'a', title: '', passPercent: null, rules: [] }, { id: 'b', title: 'B', passPercent: null, rules: [testRule('r', 0)] }] }, []).problems.map(each => `${each.path} ${each.code}`))
            .toEqual(['sections.0 no-questions', 'sections.0.title untitled', 'sections.1.rules.0 no-questions']);
    });
});

describe('a paper', () => {
    const bank = bankOf(20, place => ({ tags: place < 8 ? ['phone'] : ['chat'], difficulty: place % 2 ? 'hard' : 'easy' }));
    const blueprint = testBlueprint([testRule('phone', 3, { tags: ['phone'] }), testRule('hard', 4, { difficulties: ['hard'] }, true)]);

    it('is the same again for the same seed, in whatever order the bank lists its questions', () => {
        fc.assert(fc.property(fc.nat(seedLimit - 1), seed => {
            expect(drawPaper(blueprint, [...bank].reverse(), seed)).toEqual(drawPaper(blueprint, bank, seed));
        }), { numRuns: 50 });
        expect(drawPaper(blueprint, bank, 1)).not.toEqual(drawPaper(blueprint, bank, 2));
    });
    it('has what the rules ask for, each question once', () => {
        fc.assert(fc.property(fc.nat(seedLimit - 1), seed => {
            const { items } = drawPaper(blueprint, bank, seed);
            expect(new Set(items.map(each => each.questionId)).size).toBe(7);
            const entries = items.map(each => ({ ...each, entry: bank.find(one => one.id === each.questionId)! }));
            expect(entries.filter(each => each.knockOut).map(each => each.entry.difficulty)).toEqual(Array(4).fill('hard'));
            expect(entries.filter(each => !each.knockOut).every(each => each.entry.tags.includes('phone'))).toBe(true);
        }), { numRuns: 50 });
    });
    it('keeps sections together, and what is fixed in its order where nothing is shuffled', () => {
        const sections = [{ id: 'b', title: 'B', passPercent: null, rules: [{ id: 'f', kind: 'fixed', questionIds: ['q009', 'q002', 'q005'], knockOut: false } as const] }, { id: 'a', title: 'A', passPercent: null, rules: [testRule('r', 2)] }];
        const { items } = drawPaper({ sections, shuffleQuestions: false }, bank, 7);
        expect(items.slice(0, 3).map(each => each.questionId)).toEqual(['q009', 'q002', 'q005']);
        expect(drawPaper({ sections, shuffleQuestions: true }, bank, 7).items.map(each => each.sectionId)).toEqual(['b', 'b', 'b', 'a', 'a']);
    });
    it('asks each of the questions that fit the same rules equally often', () => {
        const papers = 4000;
        const asked = new Map<string, number>();
        for (let seed = 0; seed < papers; seed++) {
            drawPaper(blueprint, bank, seed * 7919).items.forEach(each => asked.set(each.questionId, (asked.get(each.questionId) ?? 0) + 1));
        }
        const kinds = new Map<string, number[]>();
        bank.forEach(each => kinds.set(`${each.tags} ${each.difficulty}`, [...kinds.get(`${each.tags} ${each.difficulty}`) ?? [], asked.get(each.id) ?? 0]));
        for (const counts of kinds.values()) {
            const mean = counts.reduce((sum, each) => sum + each, 0) / counts.length;
            const chance = mean / papers;
            // four standard deviations of a binomial count
            counts.forEach(each => expect(Math.abs(each - mean)).toBeLessThanOrEqual(4 * Math.sqrt(papers * chance * (1 - chance)) + 1e-9));
        }
    });
    it('is not drawn from too few', () => {
        expect(() => drawPaper(testBlueprint([testRule('r', 21)]), bank, 1)).toThrow(RangeError);
    });
});
