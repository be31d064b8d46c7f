import type { FormScore } from '@earshot/forms';

/** A question that cost an evaluation points, or failed as a critical one. */
export interface LostPoints {
    readonly questionId: string;
    /** Percentage points that a full rating would have added; 0 for a critical question without points. */
    readonly percentPoints: number;
    readonly critical: boolean;
}

/** What lost points in an evaluation, as its score explains it: critical errors first, then what cost most. */
export function lostPoints({ trace }: Pick<FormScore, 'trace'>): readonly LostPoints[] {
    const critical = new Set(trace.flatMap(each => each.step === 'critical-error' ? [each.question] : []));
    const lost = new Map<string, number>([...critical].map(each => [each, 0]));
    for (const each of trace) {
        if (each.step === 'question' && each.points < each.possible) {
            lost.set(each.question, 100 * each.share * (1 - each.points / each.possible));
        }
    }
    return [...lost].map(([questionId, percentPoints]) => ({ questionId, percentPoints, critical: critical.has(questionId) }))
        .sort((one, other) => Number(other.critical) - Number(one.critical) || other.percentPoints - one.percentPoints);
}
