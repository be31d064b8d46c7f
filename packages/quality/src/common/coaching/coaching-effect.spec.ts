import { type Answers, builtInKinds, type FormDefinition, scoreForm } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { behaviourChange, criticalQuestions, type JudgedForm, showsBehaviour } from './coaching-effect';

const question = (id: string, more = {}) => ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: true, critical: { class: 'none', effect: 'none' }, ...more }) as const;
const form: FormDefinition = { title: { en: 'Test' }, languages: ['en'], sections: [{ id: 'all', title: { en: 'All' }, questions: [question('greeting'), question('identity', { critical: { class: 'compliance', effect: 'form-zero' } }),
    question('disclosure', { unscored: true, critical: { class: 'compliance', effect: 'none' } }), question('mood', { unscored: true }), question('remark', { kind: 'text' })
] }] };
const judged = (values: Readonly<Record<string, boolean | string | null>>): JudgedForm => {
    const answers: Answers = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, value === null ? { value, notApplicable: true } : { value }]));
    return { trace: scoreForm(form, answers, builtInKinds).trace, answers, critical: criticalQuestions(form) };
};
const score = (greeting: boolean | null, identity: boolean | null): JudgedForm => judged({ greeting, identity });
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('a behaviour', () => {
    it('is shown where all its questions that were rated got everything', () => {
        expect(showsBehaviour(score(true, true), ['greeting', 'identity'])).toBe(true);
        expect(showsBehaviour(score(true, false), ['greeting', 'identity'])).toBe(false);
        expect(showsBehaviour(score(true, false), ['greeting'])).toBe(true);
        expect(showsBehaviour(score(null, true), ['greeting', 'identity'])).toBe(true);
        expect(showsBehaviour(score(null, true), ['greeting'])).toBeNull();
        expect(showsBehaviour(score(true, true), [])).toBeNull();
    });
    it('is shown where a critical question without points was passed, as it is not where that failed', () => {
        expect(showsBehaviour(judged({ disclosure: true }), ['disclosure'])).toBe(true);
        expect(showsBehaviour(judged({ disclosure: false }), ['disclosure'])).toBe(false);
        expect(showsBehaviour(judged({ disclosure: null }), ['disclosure'])).toBeNull();
        expect(showsBehaviour(judged({ greeting: true }), ['disclosure'])).toBeNull();
        const change = behaviourChange([...times(3, judged({ disclosure: true })), ...times(7, judged({ disclosure: false }))], times(10, judged({ disclosure: true })), ['disclosure']);
        expect(change).toMatchObject({ before: { value: 0.3, n: 10 }, after: { value: 1, n: 10 }, verdict: 'up' });
    });
    it('is not told by an observation or a remark, which nobody can fail', () => {
        expect(showsBehaviour(judged({ mood: false, remark: 'Calm.' }), ['mood', 'remark'])).toBeNull();
        expect(showsBehaviour(judged({ greeting: null, remark: 'Calm.' }), ['greeting', 'remark'])).toBeNull();
    });
    it('changes by Newcombe’s difference of shares', () => {
        // Newcombe (1998), table II, method 10: 9/10 − 3/10 lies from 0.1705 to 0.8090
        const change = behaviourChange([...times(3, score(true, true)), ...times(7, score(false, true)), score(null, true)], [...times(9, score(true, true)), score(false, true)], ['greeting']);
        expect(change).toMatchObject({ before: { value: 0.3, n: 10 }, after: { value: 0.9, n: 10 }, verdict: 'up' });
        expect(change.interval?.low).toBeCloseTo(0.1705, 4);
        expect(change.interval?.high).toBeCloseTo(0.809, 4);
        expect(behaviourChange([score(false, true)], [score(true, true)], ['greeting'])).toMatchObject({ difference: 1, verdict: 'too-few' });
    });
});
