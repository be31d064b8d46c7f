import type { Answer, AnswerValue, Answers } from '@earshot/forms';

/** The answer to one question after something was done to it; undefined when nothing is left of it. */
type Answering = (answer: Answer | undefined) => Answer | undefined;

const whole = (value: AnswerValue | null, notApplicable: boolean, comment: string | undefined): Answer | undefined =>
    value === null && !notApplicable && !comment ? undefined : { value, ...notApplicable && { notApplicable: true as const }, ...comment && { comment } };

/** Gives a value; the comment stays. */
export const withValue = (value: AnswerValue): Answering => answer => whole(value, false, answer?.comment);

/** Says that the question does not apply; the comment stays. */
export const withNotApplicable: Answering = answer => whole(null, true, answer?.comment);

/** Takes value or "not applicable" back; the comment stays. */
export const withoutValue: Answering = answer => whole(null, false, answer?.comment);

export const withComment = (comment: string): Answering => answer => whole(answer?.value ?? null, answer?.notApplicable ?? false, comment);

/** All answers with that to one question replaced. */
export const withAnswer = (answers: Answers, question: string, answer: Answer | undefined): Answers => {
    const { [question]: _replaced, ...others } = answers;
    return answer ? { ...others, [question]: answer } : others;
};
