import { allQuestions, type Answers, type FormDefinition, type FormScore } from '@earshot/forms';
import { type Change, changeVerdict, proportionDifference } from '@earshot/statistics';
import { lostPoints } from './lost-points';

/** Calls are compared over so many days before the plan began, and as many from then on. */
export const effectDays = 90;
/** A form as it was submitted, which holds answers to shown questions only. `critical`: the questions of its version that can fail a call. */
export interface JudgedForm {
    readonly trace: FormScore['trace'];
    readonly answers: Answers;
    readonly critical: ReadonlySet<string>;
}

/** The questions whose failure is an error of a class or sets a score to zero, with or without points. */
export const criticalQuestions = (form: FormDefinition): ReadonlySet<string> =>
    new Set(allQuestions(form).flatMap(({ question: { id, critical } }) => critical.class !== 'none' || critical.effect !== 'none' ? [id] : []));

/**
 * Whether a behaviour was shown in a call: all of its questions that were rated there got everything. Questions of one call are not
 * independent of each other, so the call is what is counted, not the question. Null where none of them was rated.
 */
export function showsBehaviour({ trace, answers, critical }: JudgedForm, questionIds: readonly string[]): boolean | null {
    // the trace tells of a critical question without points only where it failed: that it was passed, its answer tells
    const answered = [...critical].filter(each => Object.hasOwn(answers, each) && answers[each]!.value !== null && !answers[each]!.notApplicable);
    const rated = new Set([...answered, ...trace.flatMap(each => each.step === 'question' || each.step === 'critical-error' ? [each.question] : [])]);
    const lost = new Set(lostPoints({ trace }).map(each => each.questionId));
    const own = questionIds.filter(each => rated.has(each));
    return own.length === 0 ? null : own.every(each => !lost.has(each));
}

/** Change of the share, 0 to 1, of calls that show a behaviour: Newcombe's interval. Calls in which it was not rated are left out. */
export function behaviourChange(before: readonly JudgedForm[], after: readonly JudgedForm[], questionIds: readonly string[]): Change {
    const count = (forms: readonly JudgedForm[]) => {
        const judged = forms.map(each => showsBehaviour(each, questionIds)).filter(each => each !== null);
        return { successes: judged.filter(Boolean).length, trials: judged.length };
    };
    const [first, second] = [count(before), count(after)];
    const { value, interval = null, samples: [one, other] } = proportionDifference(first, second);
    return { before: { value: one.value, n: first.trials }, after: { value: other.value, n: second.trials }, difference: value, interval, verdict: changeVerdict(first.trials, second.trials, interval) };
}
