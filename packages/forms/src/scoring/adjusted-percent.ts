import type { QuestionAssessment } from './assessment';
import { exactSum } from './exact-sum';
import type { TraceStep } from './form-score';
import { failedWith } from './score-trace';

/** What becomes of the weighted percentage, and the steps that lead there. */
export interface AdjustedPercent {
    readonly percent: number | null;
    readonly steps: readonly TraceStep[];
}

/**
 * Adds bonuses and penalties, keeps the result within 0 to 100, and sets it to zero where a failure says so. Without a
 * weighted percentage there is nothing to adjust, but such a failure still means zero.
 */
export const adjustPercent = (base: number | null, assessments: readonly QuestionAssessment[]): AdjustedPercent => {
    const adjustments = base === null ? [] : assessments.filter(({ percentPoints }) => percentPoints !== 0).map(({ question, section, percentPoints }): TraceStep =>
        ({ step: 'adjustment', question: question.id, section: section.id, percentPoints }));
    const from = exactSum([base ?? 0, ...adjustments.map(({ percentPoints }) => percentPoints)]);
    const to = Math.min(100, Math.max(0, from));
    const clamp: readonly TraceStep[] = to === from ? [] : [{ step: 'clamp', from, to, percentPoints: to - from }];
    const fatal = failedWith('form-zero', assessments);
    if (fatal.length > 0) {
        return { percent: 0, steps: [...adjustments, ...clamp, { step: 'form-zero', questions: fatal, percentPoints: 0 - to }] };
    }
    return { percent: base === null ? null : to, steps: [...adjustments, ...clamp] };
};
