import type * as React from '@theia/core/shared/react';
import type { Answer, Answers, FormDefinition, QuestionKinds } from '@earshot/forms';
import type { Evidence, Ruling } from '../../common/assessment-contract';

export interface FormFillingProps {
    readonly form: FormDefinition;
    readonly answers: Answers;
    readonly evidence?: readonly Evidence[];
    /** The rulings in force, the latest first. */
    readonly rulings?: readonly Ruling[];
    /** Number of the form's version, to stand beside its title. */
    readonly number?: number;
    /** Those of the form engine by default; stable. */
    readonly kinds?: QuestionKinds;
    readonly readOnly?: boolean;
    /** The answer to one question has become this one; undefined when nothing is left of it. */
    onAnswer?(question: string, answer: Answer | undefined): void;
    /** The person wants the present second as evidence for a question. */
    onMark?(question: string): void;
    onPlayEvidence?(evidence: Evidence): void;
    onRemoveEvidence?(evidence: Evidence): void;
    /** The focus has come to a question. */
    onReach?(question: string): void;
    /** What a page adds below a question. */
    renderBelow?(question: string): React.ReactNode;
}
