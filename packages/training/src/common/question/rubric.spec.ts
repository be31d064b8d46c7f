import { validateForm } from '@earshot/forms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continueQuestion } from '../question-format/continue-question';
import type { Criterion, EssayQuestion } from './question';
import { criterionResults, criterionShares, differs, isRated, notesWithoutRubric, notesWithRubric, rubricForm, type RubricRatings, scoreRubric } from './rubric';
import { someCriteria } from './testing/arbitrary-question';
import { validateQuestion } from './validate-question';

const criterion = (id: string, weight: number, points: readonly number[], critical = false): Criterion => ({ id, text: id.toUpperCase(), weight, critical, levels: points.map((each, at) => ({ id: `l${at}`, points: each, text: `level ${at}` })) });
const rated = (...levels: readonly number[]): RubricRatings => Object.fromEntries(levels.map((level, at) => ['abc'[at]!, { value: `l${level}` }]));
// 1·4, 2·2 and 2·1 weighted points: 40, 40 and 20 percent
const rubric = [criterion('a', 1, [0, 2, 4]), criterion('b', 2, [0, 1, 2]), criterion('c', 2, [0, 1], true)];

describe('a rubric', () => {
    it('counts points by weight', () => {
        expect(criterionShares(rubric)).toEqual([0.4, 0.4, 0.2]);
        expect(scoreRubric(rubric, rated(1, 2, 1))).toEqual({ share: 0.8, criteria: [0.2, 0.4, 0.2], failed: [] });
    });
    it('earns nothing with a critical criterion at its lowest level, whatever else was reached', () => {
        expect(scoreRubric(rubric, rated(2, 2, 0))).toMatchObject({ share: 0, failed: ['c'] });
        expect(scoreRubric(rubric, rated(0, 2, 1))).toMatchObject({ share: 0.6, failed: [] });
    });
    it('is rated when each criterion has one of its own levels', () => {
        expect(isRated(rubric, rated(0, 0, 0))).toBe(true);
        expect(isRated(rubric, rated(0, 0))).toBe(false);
        expect(isRated(rubric, rated(0, 0, 2))).toBe(false);
        expect(isRated(rubric, { ...rated(0, 0, 0), d: { value: 'l0' } })).toBe(false);
        expect(isRated(rubric, { ...rated(0, 0), c: { value: null, notApplicable: true } })).toBe(false);
        expect(scoreRubric(rubric, {})).toEqual({ share: null, criteria: [null, null, null], failed: [] });
    });
    it('tells where two markers differ, and what both come to', () => {
        const [one, other] = [{ ...rated(1, 2, 1), a: { value: 'l1', comment: ' Short. ' } }, rated(2, 2, 1)];
        expect(rubric.map(each => differs(each, [one, other]))).toEqual([true, false, false]);
        expect(criterionResults(rubric, [one, other], 10)).toMatchObject([{ levels: ['level 1', 'level 2'], comments: ['Short.'], points: 3, of: 4 }, { levels: ['level 2'], comments: [], points: 4, of: 4 }, { points: 2, of: 2, critical: true, failed: false }]);
        expect(criterionResults(rubric, [rated(2, 2, 0)], 10)[2]).toMatchObject({ failed: true, points: 0 });
    });
    it('that is sound is a sound form', () => {
        fc.assert(fc.property(someCriteria(), criteria => {
            const question: EssayQuestion = { kind: 'essay', prompt: 'Write.', points: 3, criteria };
            expect(validateQuestion(question)).toEqual([]);
            expect(validateForm(rubricForm(criteria)).filter(each => each.severity === 'error' && !each.path.startsWith('/title') && !each.path.endsWith('/title'))).toEqual([]);
            const best = Object.fromEntries(criteria.map(each => [each.id, { value: each.levels.at(-1)!.id }]));
            expect(scoreRubric(criteria, best).share).toBe(1);
        }));
    });
    it.each<[string, string, Partial<Criterion>]>([
        ['/criteria/0/text', 'empty-text', { text: ' ' }], ['/criteria/0/weight', 'weight-out-of-range', { weight: 0 }], ['/criteria/0/levels', 'too-few-levels', { levels: [{ id: 'l', points: 1, text: 'One' }] }],
        ['/criteria/0/levels', 'no-level-earns', { levels: [{ id: 'l', points: 0, text: 'One' }, { id: 'm', points: 0, text: 'Two' }] }],
        ['/criteria/0/levels', 'critical-without-choice', { critical: true, levels: [{ id: 'l', points: 1, text: 'One' }, { id: 'm', points: 1, text: 'Two' }] }]
    ])('has at %s the problem %s', (path, code, change) => {
        expect(validateQuestion({ kind: 'essay', prompt: 'Write.', points: 1, criteria: [{ ...rubric[0]!, ...change }] })).toContainEqual({ path, code, severity: 'error' });
    });
});

describe('a rubric in a file that only has notes', () => {
    it('stands below the notes, and is taken out of them again', () => {
        for (const hints of [undefined, 'Be kind.']) {
            expect(notesWithoutRubric(notesWithRubric(hints, rubric), rubric)).toBe(hints);
        }
        expect(notesWithRubric('Be kind.', rubric)).toBe('Be kind.\n\n- A (40 %)\n  - 0: level 0\n  - 2: level 1\n  - 4: level 2\n- B (40 %)\n  - 0: level 0\n  - 1: level 1\n  - 2: level 2\n- C (20 %, !)\n  - 0: level 0\n  - 1: level 1');
    });
    it('is still there when the question comes back', () => {
        const known: EssayQuestion = { kind: 'essay', prompt: 'Write.', points: 3, hints: 'Be kind.', criteria: rubric };
        const read: EssayQuestion = { kind: 'essay', prompt: 'Write more.', points: 3, hints: notesWithRubric('Be kind.', rubric)! };
        expect(continueQuestion(read, known, ['rubric-as-text'])).toEqual({ ...known, prompt: 'Write more.' });
    });
});
