import type { EvaluationState } from './evaluation-contract';

export type EvaluationAction = 'edit' | 'submit' | 'discard' | 'revise' | 'approve' | 'reject';

export interface EvaluationTransition {
    readonly state: EvaluationState;
    readonly action: EvaluationAction;
    /** `author`: who wrote it; `approver`: somebody else with `evaluation:approve`. */
    readonly who: 'author' | 'approver';
    /** Null: the evaluation ceases to exist. */
    readonly next: EvaluationState | null;
}

/**
 * The life of an evaluation. What is submitted is never edited: a correction is a new revision that takes effect, and
 * supersedes the earlier one, when somebody else approves it.
 */
export const evaluationTransitions: readonly EvaluationTransition[] = [
    { state: 'draft', action: 'edit', who: 'author', next: 'draft' },
    { state: 'draft', action: 'submit', who: 'author', next: 'submitted' },
    { state: 'draft', action: 'discard', who: 'author', next: null },
    { state: 'submitted', action: 'revise', who: 'author', next: 'submitted' },
    { state: 'revision-draft', action: 'edit', who: 'author', next: 'revision-draft' },
    { state: 'revision-draft', action: 'submit', who: 'author', next: 'revision-pending' },
    { state: 'revision-draft', action: 'discard', who: 'author', next: null },
    { state: 'revision-pending', action: 'approve', who: 'approver', next: 'submitted' },
    { state: 'revision-pending', action: 'reject', who: 'approver', next: 'revision-draft' }
];

/** What somebody may do with an evaluation in this state. Nobody approves their own correction. */
export const possibleEvaluationActions = (state: EvaluationState, who: { readonly author: boolean; readonly approver: boolean }): readonly EvaluationAction[] =>
    evaluationTransitions.filter(each => each.state === state && (each.who === 'author' ? who.author : who.approver && !who.author)).map(each => each.action);

export const evaluationTransition = (state: EvaluationState, action: EvaluationAction): EvaluationTransition | undefined =>
    evaluationTransitions.find(each => each.state === state && each.action === action);
