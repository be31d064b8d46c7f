import { describe, expect, it } from 'vitest';
import { evaluationStates } from './evaluation-contract';
import { evaluationTransition, evaluationTransitions, possibleEvaluationActions } from './evaluation-state';

describe('the life of an evaluation', () => {
    it('knows each way once, and reaches every state', () => {
        expect(new Set(evaluationTransitions.map(each => `${each.state} ${each.action}`)).size).toBe(evaluationTransitions.length);
        const reached = new Set(['draft', 'revision-draft', ...evaluationTransitions.map(each => each.next)]);
        expect(evaluationStates.filter(each => !reached.has(each))).toEqual(['superseded']); // by the approval of another one
    });
    it('never edits what was submitted', () => {
        expect(possibleEvaluationActions('submitted', { author: true, approver: true })).toEqual(['revise']);
        expect(possibleEvaluationActions('superseded', { author: true, approver: true })).toEqual([]);
        expect(evaluationTransition('submitted', 'edit')).toBeUndefined();
    });
    it('lets nobody approve their own correction', () => {
        expect(possibleEvaluationActions('revision-pending', { author: true, approver: true })).toEqual([]);
        expect(possibleEvaluationActions('revision-pending', { author: false, approver: true })).toEqual(['approve', 'reject']);
        expect(possibleEvaluationActions('revision-pending', { author: false, approver: false })).toEqual([]);
    });
});
