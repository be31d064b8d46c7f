import { describe, expect, it } from 'vitest';
import { testBlueprint, testRule } from '../exam/exam-fixture';
import type { Question, QuestionAnswer } from '../question/question';
import { analyseItems, type ExamAnalysis, type SatItem, type SatPaper } from './analyse-items';
import { concernOf, fewestPeople, wantsLook } from './item-concern';

const fixed = (...questionIds: string[]) => testBlueprint([{ id: 'all', kind: 'fixed', questionIds, knockOut: false }]);
/** As it lies in a paper: ids are the paper's own. */
const choice = (paper: number): Question => ({ kind: 'single', prompt: 'Which?', points: 1, shuffle: false, choices: [{ id: `right-${paper}`, text: 'Right', share: 1 }, { id: `wrong-${paper}`, text: 'Wrong', share: 0 }, { id: `other-${paper}`, text: 'Other', share: 0 }] });
const item = (paper: number, questionId: string, points: number | null, about: Partial<SatItem> = {}): SatItem => {
    const answer: QuestionAnswer = { kind: 'single', choice: `${points === 1 ? 'right' : 'wrong'}-${paper}` };
    return { questionId, versionId: `${questionId}-1`, question: choice(paper), points, answer, viewedMs: null, ...about };
};
const paper = (number: number, items: readonly SatItem[]): SatPaper => ({ submittedAt: new Date(Date.UTC(2026, 0, number + 1)), minutes: 10 + number, items });
const papers = (people: number, items: (person: number) => readonly SatItem[]): readonly SatPaper[] => Array.from({ length: people }, (_, person) => paper(person, items(person)));
const shown = (analysis: ExamAnalysis) => {
    if (analysis.hidden !== null) {
        throw new Error(analysis.hidden);
    }
    return analysis;
};
/** Whoever comes later knows more: `b` goes with the others, `back` against them, `all` is known to everybody. */
const ordered = (people: number): readonly SatPaper[] => papers(people, person => ['a', 'b', 'back', 'all'].map(id => item(person, id, id === 'all' ? 1 : Number(id === 'back' ? person < people / 2 : person >= people / 2 || id === 'a' && person === 1))));

describe('the analysis of an exam', () => {
    it('is not there while too few have sat it, or where they had different questions', () => {
        expect(analyseItems(fixed('a', 'b', 'back', 'all'), ordered(fewestPeople - 1))).toEqual({ people: fewestPeople - 1, hidden: 'too-few' });
        expect(analyseItems(fixed('a'), [])).toEqual({ people: 0, hidden: 'too-few' });
        expect(analyseItems(testBlueprint([testRule('any', 1)]), [])).toEqual({ people: 0, hidden: 'drawn' });
        expect(analyseItems(testBlueprint([testRule('any', 1)]), papers(20, person => [item(person, person % 2 ? 'a' : 'b', 1)]))).toEqual({ people: 20, hidden: 'drawn' });
    });
    it('has figures for each question in the order of the blueprint, and says which stand out', () => {
        const { items, test } = shown(analyseItems(fixed('back', 'b', 'all', 'a'), ordered(12)));
        expect(items.map(each => [each.questionId, each.difficulty.value, each.discrimination.value, each.concern])).toEqual([['back', 0.5, -1, 'negative'], ['b', 0.5, 1, null], ['all', 1, 0, 'everybody'], ['a', 7 / 12, 1, null]]);
        expect(items[2]).toMatchObject({ itemRest: { value: null, reason: 'no-variation' } });
        expect(test).toMatchObject({ n: 12, groupSize: 3, of: 4, medianMinutes: 15.5 });
        expect(test.kr20.value).toBeCloseTo(test.alpha.value!, 9);
    });
    it('counts what was chosen over papers that each call it differently, the best and the weakest apart', () => {
        const { items } = shown(analyseItems(fixed('a', 'b', 'back', 'all'), ordered(12)));
        expect(items[1]!.options).toEqual([{ text: 'Right', share: 1, all: 6, upper: 3, lower: 0 }, { text: 'Wrong', share: 0, all: 6, upper: 0, lower: 3 }, { text: 'Other', share: 0, all: 0, upper: 0, lower: 0 }]);
    });
    it('leaves out of the whole who waits for a mark, and of a question who was asked it in other words', () => {
        const essay: Question = { kind: 'essay', prompt: 'Why?', points: 4 };
        const { items, test } = shown(analyseItems(fixed('a', 'e'), papers(20, person => [
            item(person, 'a', person % 2, person < 4 ? { versionId: 'a-0' } : {}), item(person, 'e', person === 19 ? null : person % 5, { question: essay, answer: { kind: 'essay', text: 'So' } })
        ])));
        expect(items.map(each => [each.n, each.otherWording, each.options === null])).toEqual([[16, 4, false], [19, 0, true]]);
        expect(test).toMatchObject({ n: 15, kr20: { value: null, reason: 'not-dichotomous' } });
    });
    it('has times of those of whom they were measured, in the present wording', () => {
        const { items } = shown(analyseItems(fixed('a', 'b'), papers(12, person => [item(person, 'a', person % 2, { viewedMs: person === 0 ? 900 : 20_000 }), item(person, 'b', person % 2, person < 3 ? { viewedMs: 5000 } : {})])));
        expect(items.map(each => each.times)).toEqual([{ n: 12, lowerQuartile: 20_000, median: 20_000, upperQuartile: 20_000, rapid: { underMs: expect.closeTo(1840.83, 1) as number, people: 1 } }, { n: 3, lowerQuartile: 5000, median: 5000, upperQuartile: 5000, rapid: null }]);
        expect(shown(analyseItems(fixed('a', 'b'), papers(12, person => [item(person, 'a', 1), item(person, 'b', person % 2)]))).items[0]!.times).toBeNull();
    });
    it('takes points in thousandths that lie above those of the question', () => {
        const third: Question = { ...choice(0), points: 0.6666 } as Question;
        expect(shown(analyseItems(fixed('a', 'b'), papers(10, person => [item(person, 'a', 0.667 * (person % 2), { question: third }), item(person, 'b', person % 2)]))).items[0]!.difficulty.value).toBeCloseTo(0.5, 9);
    });
});

describe('a question stands out', () => {
    it.each([
        [{ difficulty: 1, discrimination: 0, itemRest: null }, 'everybody'], [{ difficulty: 0, discrimination: 0, itemRest: null }, 'nobody'], [{ difficulty: -0.2, discrimination: 0.2, itemRest: 0.1 }, 'nobody'],
        [{ difficulty: 0.5, discrimination: -0.1, itemRest: -0.1 }, 'negative'], [{ difficulty: 0.5, discrimination: -0.1, itemRest: 0.1 }, null], [{ difficulty: 0.5, discrimination: null, itemRest: -0.1 }, null], [{ difficulty: null, discrimination: null, itemRest: null }, null]
    ] as const)('%j: %s', (figures, concern) => expect(concernOf(figures)).toBe(concern));
    it('until somebody has looked, and once more when many others have sat it', () => {
        expect(wantsLook({ people: 12, seenPeople: null })).toBe(true);
        expect(wantsLook({ people: 12, seenPeople: 12 })).toBe(false);
        expect(wantsLook({ people: 12 + fewestPeople - 1, seenPeople: 12 })).toBe(false);
        expect(wantsLook({ people: 12 + fewestPeople, seenPeople: 12 })).toBe(true);
    });
});
