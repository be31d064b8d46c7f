import { describe, expect, it } from 'vitest';
import type { Answers } from '../answers/answer';
import { FormDefinition, Question, Section, notCritical } from '../definition/form-definition';
import { validateForm } from '../validation/validate-form';
import { roundedPercent } from './rounded-percent';
import { scoreForm } from './score-form';

const yesNo = (id: string, more: Partial<Question> = {}): Question =>
    ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: true, critical: notCritical, ...more });
const scale = (id: string, more: Partial<Question> = {}): Question => yesNo(id, {
    kind: 'scale', options: [1, 2, 3, 4, 5].map(value => ({ value, label: { en: String(value) } })), ...more
});
const section = (id: string, questions: readonly Question[], more: Partial<Section> = {}): Section => ({ id, title: { en: id }, questions, ...more });
const form = (sections: readonly Section[], more: Partial<FormDefinition> = {}): FormDefinition => {
    const definition: FormDefinition = { title: { en: 'Form' }, languages: ['en'], sections, ...more };
    expect(validateForm(definition).filter(({ severity }) => severity === 'error')).toEqual([]);
    return definition;
};
const yes = { value: true } as const;
const no = { value: false } as const;
const notApplicable = { value: null, notApplicable: true } as const;

describe('the weighted score', () => {
    it('gives 60 % for 1 of 2 points at weight 40 and 1 of 1 point at weight 20', () => {
        const definition = form([section('a', [yesNo('a1'), yesNo('a2')], { weight: 40 }), section('b', [yesNo('b1')], { weight: 20 })]);
        const score = scoreForm(definition, { a1: yes, a2: no, b1: yes });
        expect(score).toMatchObject({ percent: 60, points: 60, possible: 100, autoFail: false, passed: null, unanswered: 0 });
        expect(score.reason).toBeUndefined();
        expect(score.sections).toEqual([
            { section: 'a', weight: 40, points: 1, possible: 2, percent: 50, zeroed: false },
            { section: 'b', weight: 20, points: 1, possible: 1, percent: 100, zeroed: false }
        ]);
    });

    it('multiplies question and section weights', () => {
        // (2·3·1 + 2·1·0 + 5·4·3) / (2·3·1 + 2·1·1 + 5·4·5) = 66 / 108
        const definition = form([section('a', [yesNo('x', { weight: 3 }), yesNo('y')], { weight: 2 }), section('b', [scale('z', { weight: 4 })], { weight: 5 })]);
        const score = scoreForm(definition, { x: yes, y: no, z: { value: 3 } });
        expect(score.points).toBe(66);
        expect(score.possible).toBe(108);
        expect(score.percent).toBeCloseTo(61.1111111111, 9);
        expect(roundedPercent(score.percent ?? NaN)).toBe(61.1);
    });

    it('takes a question that is not applicable out of both sides and spreads its share', () => {
        const definition = form([section('a', [yesNo('x', { weight: 20 }), yesNo('y', { weight: 30 }), yesNo('z', { weight: 50 })])]);
        const score = scoreForm(definition, { x: yes, y: no, z: notApplicable });
        expect(score.percent).toBe(40);
        expect(score.trace).toEqual([
            { step: 'question', question: 'x', section: 'a', points: 1, possible: 1, weight: 20, sectionWeight: 1, nominalShare: 0.2, share: 0.4, percentPoints: 40 },
            { step: 'question', question: 'y', section: 'a', points: 0, possible: 1, weight: 30, sectionWeight: 1, nominalShare: 0.3, share: 0.6, percentPoints: 0 },
            { step: 'left-out', question: 'z', section: 'a', why: 'not-applicable', nominalShare: 0.5, percentPoints: 0 }
        ]);
    });

    it('gives no score, not 0, when everything is not applicable', () => {
        const definition = form([section('a', [yesNo('x'), yesNo('y')])], { scoring: { passPercent: 80 } });
        const score = scoreForm(definition, { x: notApplicable, y: notApplicable });
        expect(score).toMatchObject({ percent: null, reason: 'all-not-applicable', points: 0, possible: 0, passed: null, unanswered: 0 });
        expect(score.sections[0].percent).toBeNull();
    });

    it('says that nothing is answered yet, and counts what is missing', () => {
        const definition = form([section('a', [yesNo('x'), yesNo('y'), yesNo('remark', { kind: 'text', optional: true })])]);
        expect(scoreForm(definition, {})).toMatchObject({ percent: null, reason: 'nothing-answered', unanswered: 2 });
    });

    it('scores what is answered so far, and leaves invalid answers out', () => {
        const definition = form([section('a', [yesNo('x'), yesNo('y'), yesNo('z', { notApplicable: false })])]);
        const score = scoreForm(definition, { x: yes, y: { value: 'yes' }, z: notApplicable });
        expect(score).toMatchObject({ percent: 100, unanswered: 2 });
        expect(score.trace.map(step => step.step === 'left-out' ? step.why : step.step)).toEqual(['question', 'invalid', 'invalid']);
    });

    it('does not score a survey', () => {
        const definition = form([section('a', [yesNo('x')])], { scoring: { scored: false, passPercent: 80 } });
        expect(scoreForm(definition, { x: yes })).toMatchObject({ percent: null, reason: 'not-scored', trace: [], passed: null });
    });

    it('leaves hidden questions out, with the answers left behind in them', () => {
        const definition = form([section('a', [
            yesNo('complaint', { unscored: true }),
            yesNo('calmed', { condition: { question: 'complaint', operator: 'equals', value: true } }),
            yesNo('greeted')
        ])]);
        expect(scoreForm(definition, { complaint: no, calmed: no, greeted: yes }).percent).toBe(100);
        expect(scoreForm(definition, { complaint: yes, calmed: no, greeted: yes }).percent).toBe(50);
        expect(scoreForm(definition, { complaint: no, calmed: no, greeted: yes }).trace).toEqual([
            { step: 'left-out', question: 'calmed', section: 'a', why: 'hidden', nominalShare: 0, percentPoints: 0 },
            { step: 'question', question: 'greeted', section: 'a', points: 1, possible: 1, weight: 1, sectionWeight: 1, nominalShare: 1, share: 1, percentPoints: 100 }
        ]);
    });

    it('scores a number linearly towards its better end', () => {
        const definition = form([section('a', [yesNo('hold', { kind: 'number', min: 0, max: 120, better: 'lower', points: 4 })])]);
        expect(scoreForm(definition, { hold: { value: 30 } })).toMatchObject({ percent: 75, points: 3, possible: 4 });
    });

    it('lets "no" be the favourable answer', () => {
        const definition = form([section('a', [yesNo('interrupted', { favourable: false, critical: { class: 'customer', effect: 'none' } })])]);
        expect(scoreForm(definition, { interrupted: no })).toMatchObject({ percent: 100, criticalErrors: { customer: { failed: 0 } } });
        expect(scoreForm(definition, { interrupted: yes })).toMatchObject({ percent: 0, criticalErrors: { customer: { failed: 1 } } });
    });
});

describe('critical errors', () => {
    const definition = form([
        section('opening', [yesNo('greeting', { weight: 10 }), yesNo('name', { weight: 10 })]),
        section('law', [
            yesNo('identified', { kind: 'pass-fail', weight: 30, critical: { class: 'compliance', effect: 'section-zero' } }),
            yesNo('disclosure', { weight: 30, critical: { class: 'compliance', effect: 'none' } }),
            yesNo('abuse', { kind: 'pass-fail', weight: 20, critical: { class: 'customer', effect: 'form-zero' } })
        ])
    ], { scoring: { passPercent: 80 } });
    const good: Answers = { greeting: yes, name: no, identified: yes, disclosure: yes, abuse: yes };

    it('counts them per class beside the score', () => {
        const score = scoreForm(definition, { ...good, disclosure: no, abuse: notApplicable });
        expect(score.percent).toBe(50); // (10 + 30) / (10 + 10 + 30 + 30)
        expect(score.criticalErrors).toEqual({
            customer: { assessed: 0, failed: 0, questions: [], accurate: null, percent: null },
            business: { assessed: 0, failed: 0, questions: [], accurate: null, percent: null },
            compliance: { assessed: 2, failed: 1, questions: ['disclosure'], accurate: false, percent: 50 }
        });
        expect(score.passed).toBe(false);
    });

    it('sets a section to zero and keeps its possible points', () => {
        const score = scoreForm(definition, { ...good, identified: no });
        expect(score).toMatchObject({ percent: 10, points: 10, possible: 100, autoFail: false, passed: false });
        expect(score.sections[1]).toEqual({ section: 'law', weight: 1, points: 0, possible: 80, percent: 0, zeroed: true });
        expect(score.trace.filter(({ step }) => step !== 'question')).toEqual([
            { step: 'critical-error', question: 'identified', section: 'law', class: 'compliance', effect: 'section-zero', percentPoints: 0 },
            { step: 'section-zero', section: 'law', questions: ['identified'], percentPoints: -50 }
        ]);
    });

    it('sets the form to zero, after everything else', () => {
        const score = scoreForm(definition, { ...good, abuse: no });
        expect(score).toMatchObject({ percent: 0, autoFail: true, passed: false, points: 70 });
        expect(score.trace.at(-1)).toEqual({ step: 'form-zero', questions: ['abuse'], percentPoints: -70 });
    });

    it('means zero even if nothing else counts, and no pass even without a pass mark to miss', () => {
        const unscored = form([section('a', [
            yesNo('x'), yesNo('abuse', { unscored: true, critical: { class: 'customer', effect: 'form-zero' } })
        ])], { scoring: { passPercent: 0 } });
        const score = scoreForm(unscored, { x: notApplicable, abuse: no });
        expect(score).toMatchObject({ percent: 0, autoFail: true, passed: false });
        expect(score.reason).toBeUndefined();
        expect(scoreForm(unscored, { x: notApplicable, abuse: yes })).toMatchObject({ percent: null, reason: 'all-not-applicable' });
    });

    it('fails a scale only where the definition says so', () => {
        const rated = form([section('a', [scale('tone', {
            critical: { class: 'customer', effect: 'none' }, failsOn: [{ operator: 'at-most', value: 2 }]
        })])]);
        expect(scoreForm(rated, { tone: { value: 2 } }).criticalErrors.customer.failed).toBe(1);
        expect(scoreForm(rated, { tone: { value: 3 } }).criticalErrors.customer).toMatchObject({ failed: 0, accurate: true, percent: 100 });
    });
});

describe('bonus, penalty and pass mark', () => {
    const bonus = yesNo('praise', { bonus: [{ when: { operator: 'equals', value: true }, percentPoints: 5 }] });
    const penalty = yesNo('jargon', { favourable: false, bonus: [{ when: { operator: 'equals', value: true }, percentPoints: -15 }] });
    const definition = form([section('a', [yesNo('x', { weight: 9 }), yesNo('y'), bonus, penalty])], { scoring: { passPercent: 90 } });

    it('adds percentage points after the weighted score', () => {
        const score = scoreForm(definition, { x: yes, y: no, praise: yes, jargon: no });
        expect(score).toMatchObject({ percent: 95, points: 9, possible: 10, passed: true });
        expect(score.trace.at(-1)).toEqual({ step: 'adjustment', question: 'praise', section: 'a', percentPoints: 5 });
    });

    it('keeps the result within 0 to 100 and says so', () => {
        const high = scoreForm(definition, { x: yes, y: yes, praise: yes, jargon: no });
        expect(high.percent).toBe(100);
        expect(high.trace.at(-1)).toEqual({ step: 'clamp', from: 105, to: 100, percentPoints: -5 });
        const low = scoreForm(definition, { x: no, y: yes, praise: no, jargon: yes });
        expect(low.percent).toBe(0);
        expect(low.trace.at(-1)).toEqual({ step: 'clamp', from: -5, to: 0, percentPoints: 5 });
    });

    it('makes no score out of a bonus alone', () => {
        expect(scoreForm(definition, { x: notApplicable, y: notApplicable, praise: yes })).toMatchObject({ percent: null, reason: 'all-not-applicable' });
    });

    it('compares the percentage that people read with the pass mark', () => {
        const near = form([section('a', [yesNo('x', { weight: 7996 }), yesNo('y', { weight: 2004 })])], { scoring: { passPercent: 80 } });
        expect(scoreForm(near, { x: yes, y: no })).toMatchObject({ percent: 79.96, passed: true });
        const below = form([section('a', [yesNo('x', { weight: 7994 }), yesNo('y', { weight: 2006 })])], { scoring: { passPercent: 80 } });
        expect(scoreForm(below, { x: yes, y: no })).toMatchObject({ percent: 79.94, passed: false });
    });
});
