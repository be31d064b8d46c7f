import { type Answers, type FormDefinition, type QuestionKinds, visibleQuestions } from '@earshot/forms';
import type { Evidence } from '../assessment-contract';

/** What somebody wrote into a form. */
export interface FilledContent {
    readonly answers: Answers;
    readonly evidence: readonly Evidence[];
}

export const emptyContent: FilledContent = { answers: {}, evidence: [] };

/**
 * The answers to the questions that are shown. What was answered before a question was hidden counts nowhere, so a submitted
 * form leaves it out: who reads it later need not know the conditions.
 */
export const shownAnswers = (form: FormDefinition, answers: Answers, kinds?: QuestionKinds): Answers =>
    Object.fromEntries(visibleQuestions(form, answers, kinds).flatMap(({ question: { id } }) => Object.hasOwn(answers, id) ? [[id, answers[id]!]] : []));
