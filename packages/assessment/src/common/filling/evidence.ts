import { type FormDefinition, allQuestions } from '@earshot/forms';
import type { Evidence } from '../assessment-contract';

export const evidenceProblemCodes = ['evidence-reversed', 'evidence-of-unknown-question', 'evidence-twice'] as const;

/** What is wrong with a mark. */
export interface EvidenceProblem {
    /** Position in the list of marks. */
    readonly index: number;
    readonly code: typeof evidenceProblemCodes[number];
}

/** What is wrong with marks: one that ends before it begins, that proves a question which the form does not have, or that is there twice. */
export const validateEvidence = (form: FormDefinition, evidence: readonly Evidence[]): readonly EvidenceProblem[] => {
    const questions = new Set(allQuestions(form).map(({ question }) => question.id));
    return evidence.flatMap(({ id, questionId, fromMs, toMs }, index): readonly EvidenceProblem[] => [
        ...fromMs > toMs ? [{ index, code: 'evidence-reversed' } as const] : [],
        ...questionId !== null && !questions.has(questionId) ? [{ index, code: 'evidence-of-unknown-question' } as const] : [],
        ...evidence.findIndex(other => other.id === id) < index ? [{ index, code: 'evidence-twice' } as const] : []
    ]);
};

/** The marks that prove the rating of a question, in the order of the recording. */
export const evidenceOf = (evidence: readonly Evidence[], questionId: string): readonly Evidence[] =>
    evidence.filter(each => each.questionId === questionId).sort((one, other) => one.fromMs - other.fromMs || one.toMs - other.toMs);
