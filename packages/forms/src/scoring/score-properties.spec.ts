import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from '../answers/answer';
import { validateAnswers } from '../answers/validate-answers';
import { FormDefinition, Question, Section, allQuestions, criticalClasses, criticalEffects } from '../definition/form-definition';
import { formLimits } from '../definition/form-limits';
import { validateForm } from '../validation/validate-form';
import type { FormScore, TraceStep } from './form-score';
import { scoreForm } from './score-form';

const weight = fc.oneof(
    fc.integer({ min: 1, max: 100 }),
    fc.double({ min: formLimits.smallestWeight, max: formLimits.largestWeight, noNaN: true }),
    fc.constantFrom(formLimits.smallestWeight, formLimits.largestWeight, 0.1, 0.3)
);
const points = fc.oneof(fc.constantFrom(0, 0.25, 1), fc.double({ min: formLimits.smallestPoints, max: formLimits.largestPoints, noNaN: true }));

const answerParts = fc.oneof(
    fc.record({ kind: fc.constantFrom('yes-no', 'pass-fail'), points: points.filter(value => value > 0) }),
    fc.record({
        kind: fc.constant('scale'),
        options: fc.array(points, { minLength: 1, maxLength: 6 }).map(list => [...list, 1].map((earned, value) => ({ value, label: { en: `${value}` }, points: earned })))
    }),
    fc.record({ kind: fc.constant('choice'), options: fc.constant(['a', 'b'].map((value, earned) => ({ value, label: { en: value }, points: earned }))) }),
    fc.record({ kind: fc.constant('number'), min: fc.constant(-5), max: fc.integer({ min: 1, max: 90 }), better: fc.constantFrom('higher' as const, 'lower' as const) })
);

interface Options { readonly bonus: boolean }

const question = ({ bonus }: Options): fc.Arbitrary<Omit<Question, 'id'>> => fc.tuple(
    answerParts, weight, fc.constantFrom(...criticalClasses), fc.constantFrom(...criticalEffects, 'none' as const, 'none' as const), fc.boolean(), fc.integer({ min: -100, max: 100 })
).map(([parts, itsWeight, criticalClass, effect, isBonus, percentPoints]) => ({
    text: { en: 'Question' }, weight: itsWeight, notApplicable: true, ...parts,
    critical: parts.kind === 'yes-no' || parts.kind === 'pass-fail' ? { class: criticalClass, effect } : { class: 'none', effect: 'none' },
    ...bonus && isBonus && percentPoints !== 0 ? { bonus: [{ when: { operator: 'answered' }, percentPoints }] } : {}
}));

const anyForm = (options: Options): fc.Arbitrary<FormDefinition> => fc.array(
    fc.record({ questions: fc.array(question(options), { minLength: 1, maxLength: 6 }), weight: fc.option(weight, { nil: undefined }) }), { minLength: 1, maxLength: 4 }
).map(sections => ({
    title: { en: 'Form' }, languages: ['en'],
    sections: sections.map((section, index): Section => ({
        id: `s${index}`, title: { en: 'Section' }, ...section.weight === undefined ? {} : { weight: section.weight },
        questions: section.questions.map(({ bonus, ...entry }, position) =>
            ({ ...entry, id: `q${index}-${position}`, ...bonus && index + position > 0 ? { bonus } : {} })) // one question at least is scored
    }))
}));

const notApplicable: Answer = { value: null, notApplicable: true };

const answerTo = ({ kind, options = [], min = 0, max = 0 }: Question): fc.Arbitrary<Answer | undefined> => {
    const value = kind === 'number' ? fc.integer({ min, max }) : options.length > 0 ? fc.constantFrom(...options.map(option => option.value)) : fc.boolean();
    return fc.oneof({ weight: 6, arbitrary: value.map(chosen => ({ value: chosen })) }, fc.constant(notApplicable), fc.constant(undefined));
};

const filledIn = (options: Options): fc.Arbitrary<{ readonly form: FormDefinition; readonly answers: Answers }> => anyForm(options).chain(form => {
    const questions = allQuestions(form).map(entry => entry.question);
    return fc.tuple(...questions.map(answerTo)).map(answers => ({
        form, answers: Object.fromEntries(questions.flatMap((entry, index) => answers[index] ? [[entry.id, answers[index]]] : []))
    }));
});

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
const stepsOf = <S extends TraceStep['step']>(score: FormScore, step: S): readonly Extract<TraceStep, { step: S }>[] =>
    score.trace.filter((candidate): candidate is Extract<TraceStep, { step: S }> => candidate.step === step);

/** The formula again, from nothing but the figures in the trace. */
const recomputed = (score: FormScore): number | null => {
    const questions = stepsOf(score, 'question');
    const zeroed = stepsOf(score, 'section-zero').map(({ section }) => section);
    const possible = sumOf(questions.map(step => step.sectionWeight * step.weight * step.possible));
    if (stepsOf(score, 'form-zero').length > 0) {
        return 0;
    }
    if (questions.length === 0) {
        return null;
    }
    const earned = sumOf(questions.filter(({ section }) => !zeroed.includes(section)).map(step => step.sectionWeight * step.weight * step.points));
    return Math.min(100, Math.max(0, 100 * earned / possible + sumOf(stepsOf(score, 'adjustment').map(step => step.percentPoints))));
};

const numbersIn = (value: unknown): readonly number[] =>
    typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];

describe('scoreForm, whatever the form and the answers', () => {
    it('is tried on forms and answers without errors', () => {
        fc.assert(fc.property(filledIn({ bonus: true }), ({ form, answers }) => {
            expect(validateForm(form).filter(({ severity }) => severity === 'error')).toEqual([]);
            expect(validateAnswers(form, answers, { complete: false })).toEqual([]);
        }));
    });

    it('stays within 0 to 100, with finite figures only', () => {
        fc.assert(fc.property(filledIn({ bonus: true }), ({ form, answers }) => {
            const score = scoreForm(form, answers);
            expect(numbersIn(score).every(Number.isFinite)).toBe(true);
            expect(score.percent === null || score.percent >= 0 && score.percent <= 100).toBe(true);
            expect(score.points).toBeLessThanOrEqual(score.possible);
            expect(score.reason === undefined).toBe(score.percent !== null);
        }));
    });

    it('needs no clamp without a bonus', () => {
        fc.assert(fc.property(filledIn({ bonus: false }), ({ form, answers }) => {
            expect(stepsOf(scoreForm(form, answers), 'clamp')).toEqual([]);
        }));
    });

    it('adds up from its trace', () => {
        fc.assert(fc.property(filledIn({ bonus: true }), ({ form, answers }) => {
            const score = scoreForm(form, answers);
            const expected = recomputed(score);
            if (expected === null) {
                expect(score.percent).toBeNull();
            } else {
                expect(score.percent).toBeCloseTo(expected, 8);
                expect(sumOf(score.trace.map(step => step.percentPoints))).toBeCloseTo(expected, 8);
            }
        }));
    });

    it('shares out the whole weight, nominally and after redistribution', () => {
        fc.assert(fc.property(filledIn({ bonus: true }), ({ form, answers }) => {
            const score = scoreForm(form, answers);
            const questions = stepsOf(score, 'question');
            const nominal = sumOf([...questions, ...stepsOf(score, 'left-out')].map(step => step.nominalShare));
            expect(nominal === 0 || Math.abs(nominal - 1) < 1e-9).toBe(true);
            expect(questions.length === 0 || Math.abs(sumOf(questions.map(step => step.share)) - 1) < 1e-9).toBe(true);
        }));
    });

    it('does not depend on the order of questions and sections', () => {
        const shuffled = filledIn({ bonus: true }).chain(({ form, answers }) => fc.tuple(
            fc.shuffledSubarray([...form.sections], { minLength: form.sections.length }),
            fc.tuple(...form.sections.map(section => fc.shuffledSubarray([...section.questions], { minLength: section.questions.length })))
        ).map(([sections, questions]) => ({
            form, answers,
            permuted: { ...form, sections: sections.map(section => ({ ...section, questions: questions[form.sections.indexOf(section)] })) }
        })));
        fc.assert(fc.property(shuffled, ({ form, permuted, answers }) => {
            const [one, other] = [scoreForm(form, answers), scoreForm(permuted, answers)];
            expect(other.percent).toBe(one.percent);
            expect([other.points, other.possible, other.autoFail, other.passed]).toEqual([one.points, one.possible, one.autoFail, one.passed]);
            expect(criticalClasses.map(name => other.criticalErrors[name].failed)).toEqual(criticalClasses.map(name => one.criticalErrors[name].failed));
        }));
    });

    it('never yields NaN when questions become not applicable one after the other, and ends without a score', () => {
        fc.assert(fc.property(filledIn({ bonus: false }), ({ form, answers }) => {
            const ids = allQuestions(form).map(entry => entry.question.id);
            ids.forEach((_, count) => {
                const fewer = { ...answers, ...Object.fromEntries(ids.slice(0, count + 1).map(id => [id, notApplicable])) };
                expect(numbersIn(scoreForm(form, fewer)).some(Number.isNaN)).toBe(false);
            });
            const none = scoreForm(form, Object.fromEntries(ids.map(id => [id, notApplicable])));
            expect([none.percent, none.reason]).toEqual([null, 'all-not-applicable']);
        }));
    });

    it('gives exactly 100 for full marks, whatever the weights', () => {
        fc.assert(fc.property(anyForm({ bonus: false }), form => {
            const best = ({ kind, options, min = 0, max = 0, better }: Question): Answer['value'] => {
                const most = Math.max(...(options ?? []).map(option => option.points ?? 0));
                return options?.find(option => option.points === most)?.value ?? (kind === 'number' ? better === 'lower' ? min : max : true);
            };
            const score = scoreForm(form, Object.fromEntries(allQuestions(form).map(entry => [entry.question.id, { value: best(entry.question) }])));
            expect([score.percent, score.points]).toEqual([100, score.possible]);
        }));
    });
});
