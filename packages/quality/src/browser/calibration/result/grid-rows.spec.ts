import { describe, expect, it } from 'vitest';
import type { CalibrationResult, QuestionResult } from '../../../common/calibration/calibration-contract';
import { countMarks, countsByKind, gridRows, markOf } from './grid-rows';

const coefficient = (value: number | null) => ({ name: 'exact', value, interval: null, n: 2, reason: null });
const question = (questionId: string, agreement: number | null, more: Partial<QuestionResult> = {}): QuestionResult => ({
    questionId, level: 'ordinal', agreement: 'good', ambiguous: false, exact: coefficient(agreement), coefficients: [], driftingRaters: [], ruling: null,
    reference: [{ interactionId: 'x', rating: 3, notApplicable: false, source: 'expert' }, { interactionId: 'y', rating: null, notApplicable: false, source: 'none' }], cells: [], ...more
});
const cell = (raterId: string, rating: number | null, matchesReference: boolean | null, interactionId = 'x') =>
    ({ evaluationId: 'e', raterId, interactionId, rating, notApplicable: rating === null, comment: null, evidence: [], matchesReference });

const tone = question('tone', 0.5, { cells: [cell('a', 3, true), cell('b', 5, false), cell('c', 1, false), cell('d', null, false), cell('a', 2, null, 'y')] });
const result = {
    questions: [question('greeting', 1), tone, question('closing', null), question('help', 0.5)],
    raters: ['a', 'b', 'e'].map(raterId => ({ raterId })), calls: ['x', 'y'].map(interactionId => ({ interactionId }))
} as unknown as CalibrationResult;

describe('ratings against their reference', () => {
    it('are the same, higher, lower, of another kind, without a reference, or missing', () => {
        expect(['a', 'b', 'c', 'd', 'e'].map(each => markOf(tone, each, 'x'))).toEqual(['same', 'higher', 'lower', 'different', 'unrated']);
        expect(markOf(tone, 'a', 'y')).toBe('no-reference');
        expect(markOf({ ...tone, level: 'nominal' }, 'b', 'x')).toBe('different');
    });
    it('stand in the order of disagreement, the unknown last, or in that of the form', () => {
        expect(gridRows(result, 'disagreement', null).map(each => each.question.questionId)).toEqual(['tone', 'help', 'greeting', 'closing']);
        expect(gridRows(result, 'form', null).map(each => each.question.questionId)).toEqual(['greeting', 'tone', 'closing', 'help']);
    });
    it('are shown for all calls or for one, and counted', () => {
        const marks = gridRows(result, 'form', null)[1]!.cells;
        expect(marks[0]!.map(each => each.kind)).toEqual(['same', 'no-reference']);
        expect(countMarks(marks[0]!)).toEqual({ same: 1, compared: 1 });
        expect(countMarks(marks[1]!)).toEqual({ same: 0, compared: 1 });
        expect(countsByKind([...marks[0]!, ...marks[0]!])).toEqual([{ kind: 'same', count: 2 }, { kind: 'no-reference', count: 2 }]);
        expect(gridRows(result, 'form', 'y')[1]!.cells[0]).toHaveLength(1);
    });
});
