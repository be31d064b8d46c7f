import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../answers/answer';
import { type FormDefinition, type Question, notCritical } from '../definition/form-definition';
import { generalServiceForm } from '../samples/general-service';
import { scoreForm } from '../scoring/score-form';
import { type PastEvaluation, replay } from './replay';
import { replayFigures, replayGaps } from './replay-summary';

const question = (id: string, more: Partial<Question> = {}): Question => ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: true, critical: notCritical, ...more });
const formOf = (...questions: readonly Question[]): FormDefinition => ({ title: { en: 'F' }, languages: ['en'], scoring: { passPercent: 60 }, sections: [{ id: 's', title: { en: 'S' }, questions }] });
const scale = (...values: number[]): Partial<Question> => ({ kind: 'scale', options: values.map(value => ({ value, label: {} })) });
const past = (id: string, form: FormDefinition, answers: Answers): PastEvaluation => ({ id, form, answers, percent: scoreForm(form, answers).percent, passed: scoreForm(form, answers).passed });
const yes = { value: true };
const no = { value: false };

describe('a past evaluation on a new version', () => {
    const old = formOf(question('a'), question('b'), question('tone', scale(0, 1, 2, 4)));

    it('counts by the new weights', () => {
        const next = formOf(question('a', { weight: 3 }), question('b'), question('tone', { ...scale(0, 1, 2, 4), weight: 0.25 }));
        // then: 1 + 0 + 2 of 1 + 1 + 4 = 50 %; now: 3 + 0 + 0.5 of 3 + 1 + 1 = 70 %
        expect(replay([past('e', old, { a: yes, b: no, tone: { value: 2 } })], next)).toEqual([
            { id: 'e', before: 50, after: 70, passedBefore: false, passedAfter: true, mismatches: [], unanswered: [], whole: true }
        ]);
    });

    it('keeps only the answers that still mean something, and names the others', () => {
        const next = formOf(question('a', { kind: 'pass-fail' }), question('tone', scale(0, 1, 2)), question('new'), question('remark', { kind: 'text' }));
        expect(replay([past('e', old, { a: yes, b: no, tone: { value: 4 } }), past('f', old, { a: yes, b: yes, tone: { value: 1 } })], next)).toMatchObject([
            { id: 'e', after: null, whole: false, unanswered: ['a', 'tone', 'new'], mismatches: [{ question: 'a', reason: 'other-kind' }, { question: 'b', reason: 'question-gone' }, { question: 'tone', reason: 'answer-impossible' }] },
            { id: 'f', after: 50, whole: false, unanswered: ['a', 'new'], mismatches: [{ question: 'a', reason: 'other-kind' }, { question: 'b', reason: 'question-gone' }] }
        ]);
    });

    it('cannot be “not applicable” any more where the new version does not allow it', () => {
        const next = formOf(question('a', { notApplicable: false }), question('b'), question('tone', scale(0, 1, 2, 4)));
        expect(replay([past('e', old, { a: { value: null, notApplicable: true }, b: yes, tone: { value: 4 } })], next)[0]).toMatchObject({ mismatches: [{ question: 'a', reason: 'answer-impossible' }], whole: false, after: 100 });
    });

    it('asks for no answer to what the new version does not ask', () => {
        const next = formOf(question('a'), question('b', { condition: { question: 'a', operator: 'equals', value: false } }), question('extra', { condition: { question: 'a', operator: 'equals', value: false } }));
        expect(replay([past('e', old, { a: yes, b: no, tone: { value: 0 } })], next)[0]).toMatchObject({ after: 100, unanswered: [], whole: true });
    });

    it('gets the score that it had on its own version', () => {
        const answered = fc.record(Object.fromEntries(generalServiceForm.sections.flatMap(each => each.questions).filter(each => each.kind === 'yes-no' || each.kind === 'pass-fail' || each.options).map(each =>
            [each.id, fc.constantFrom(...(each.options ?? [{ value: true }, { value: false }]).map(({ value }) => ({ value })))])));
        fc.assert(fc.property(answered, answers => {
            const [again] = replay([past('e', generalServiceForm, answers as Answers)], generalServiceForm);
            expect(again).toMatchObject({ mismatches: [], before: again!.after, passedBefore: again!.passedAfter });
        }), { numRuns: 50 });
    });
});

describe('the figures of a replay', () => {
    const old = formOf(question('a'), question('b'));
    const next = formOf(question('a', { weight: 3 }), question('b'));
    const evaluations = replay([past('1', old, { a: yes, b: no }), past('2', old, { a: no, b: yes }), past('3', old, { a: yes, b: yes }), past('4', old, {})], next);

    it('are taken over the same evaluations on both sides', () => {
        // 50, 50, 100 become 75, 25, 100; the empty one has no score on either side
        expect(replayFigures(evaluations)).toEqual({
            n: 3, whole: 3, meanBefore: 200 / 3, meanAfter: 200 / 3,
            bandsBefore: [0, 0, 0, 0, 0, 2, 0, 0, 0, 1], bandsAfter: [0, 0, 1, 0, 0, 0, 0, 1, 0, 1],
            passedBefore: { passed: 1, n: 3 }, passedAfter: { passed: 2, n: 3 }
        });
        expect(replayFigures([])).toMatchObject({ n: 0, meanBefore: null, meanAfter: null });
    });

    it('name where the versions do not match', () => {
        const other = formOf(question('a', { kind: 'pass-fail' }), question('c'));
        expect(replayGaps(replay([past('1', old, { a: yes, b: no }), past('2', old, { b: yes })], other))).toEqual([
            { question: 'a', reason: 'other-kind', evaluations: 1 }, { question: 'a', reason: 'not-asked-then', evaluations: 1 },
            { question: 'b', reason: 'question-gone', evaluations: 2 }, { question: 'c', reason: 'not-asked-then', evaluations: 2 }
        ]);
    });
});
