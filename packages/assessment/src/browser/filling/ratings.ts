import { nls } from '@theia/core/lib/common/nls';
import type { Answer, AnswerValue, Question } from '@earshot/forms';
import { formText } from '../form-text';

/** How a question is answered: with a button among several, a number, or text. */
export type AnswerControl = 'ratings' | 'number' | 'text';

/** By what the question carries, so that added kinds can be answered too. */
export function controlOf({ kind, options, favourable, min, max, step, better }: Question): AnswerControl {
    if (kind === 'yes-no' || kind === 'pass-fail' || options !== undefined || favourable !== undefined) {
        return 'ratings';
    }
    return kind === 'number' || min !== undefined || max !== undefined || step !== undefined || better !== undefined ? 'number' : 'text';
}

/** One of the buttons of a question. */
export interface Rating {
    readonly value: AnswerValue;
    readonly label: string;
    /** The digit that presses it; none from the tenth on. */
    readonly digit: string | undefined;
}

/**
 * The digits 1 to 9 for these values: a scale from 1 to 9 answers with its own figures, anything else is counted from the left.
 */
export function digitsFor(values: readonly AnswerValue[]): readonly (string | undefined)[] {
    const figures = values.every(value => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9);
    return values.map((value, index) => figures ? String(value) : index < 9 ? String(index + 1) : undefined);
}

const yesAndNo = (): readonly (readonly [boolean, string])[] => [[true, nls.localize('earshot/assessment/answer/yes', 'Yes')], [false, nls.localize('earshot/assessment/answer/no', 'No')]];
const passAndFail = (): readonly (readonly [boolean, string])[] => [[true, nls.localize('earshot/assessment/answer/pass', 'Pass')], [false, nls.localize('earshot/assessment/answer/fail', 'Fail')]];

/** The buttons of a question, from left to right; "not applicable" is not among them. */
export function ratingsOf({ kind, options }: Question): readonly Rating[] {
    const pairs: readonly (readonly [AnswerValue, string])[] = options ? options.map(({ value, label }) => [value, formText(label)] as const)
        : kind === 'pass-fail' ? passAndFail() : yesAndNo();
    const digits = digitsFor(pairs.map(([value]) => value));
    return pairs.map(([value, label], index) => ({ value, label: label || String(value), digit: digits[index] }));
}

export const notApplicableText = (): string => nls.localize('earshot/assessment/answer/not-applicable', 'N/A');

/** An answer in words; undefined without one. */
export function answerText(question: Question, answer: Answer | undefined): string | undefined {
    if (answer?.notApplicable) {
        return nls.localize('earshot/assessment/answer/not-applicable-long', 'Not applicable');
    }
    const value = answer?.value ?? null;
    if (value === null) {
        return undefined;
    }
    return controlOf(question) === 'ratings' ? ratingsOf(question).find(each => each.value === value)?.label ?? String(value) : String(value);
}
