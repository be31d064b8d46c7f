import { type Answer, type Question, type QuestionKinds, knownAnswer, readAnswer, testHolds } from '@earshot/forms';

/** Whether the form asks for a comment on this answer, there or not. */
export const isCommentRequired = (question: Question, answer: Answer | undefined, kinds?: QuestionKinds): boolean => {
    const known = knownAnswer(readAnswer(question, answer, kinds));
    return question.commentRequiredOn?.some(test => testHolds(test, known)) ?? false;
};
