import { AnswerTest, KnownAnswer, testHolds } from './answer-test';

/** When a question or section is shown: a statement about the answer to another question, or a combination. */
export type Condition =
    | AnswerTest & { readonly question: string }
    | { readonly all: readonly Condition[] }
    | { readonly any: readonly Condition[] }
    | { readonly not: Condition };

/** Whether the condition holds, given how to look up what is known of a question's answer. */
export const conditionHolds = (condition: Condition, answerTo: (question: string) => KnownAnswer): boolean => {
    if ('all' in condition) {
        return condition.all.every(part => conditionHolds(part, answerTo));
    }
    if ('any' in condition) {
        return condition.any.some(part => conditionHolds(part, answerTo));
    }
    if ('not' in condition) {
        return !conditionHolds(condition.not, answerTo);
    }
    return testHolds(condition, answerTo(condition.question));
};

/** A statement about one question inside a condition, with its JSON pointer below the condition. */
export interface ConditionLeaf {
    readonly path: string;
    readonly question: string;
    readonly test: AnswerTest;
}

/** Every statement of the condition, from left to right. */
export const conditionLeaves = (condition: Condition, path = ''): readonly ConditionLeaf[] => {
    if ('all' in condition) {
        return condition.all.flatMap((part, index) => conditionLeaves(part, `${path}/all/${index}`));
    }
    if ('any' in condition) {
        return condition.any.flatMap((part, index) => conditionLeaves(part, `${path}/any/${index}`));
    }
    if ('not' in condition) {
        return conditionLeaves(condition.not, `${path}/not`);
    }
    return [{ path, question: condition.question, test: condition }];
};
