import { exactSum } from '../scoring/exact-sum';
import { type MismatchReason, type ReplayedEvaluation, mismatchReasons } from './replay';

/** Bands of ten percentage points; the last one includes 100. */
export const scoreBands = 10;

export interface ReplayFigures {
    /** Evaluations with a score before and after. */
    readonly n: number;
    /** Of those: how many are whole, so that the score after is what they would have got. */
    readonly whole: number;
    /** Means in percent, 0 to 100; null without any. */
    readonly meanBefore: number | null;
    readonly meanAfter: number | null;
    /** How many evaluations lie in each band of ten points, from 0 to 100. */
    readonly bandsBefore: readonly number[];
    readonly bandsAfter: readonly number[];
    /** Of those whose version has a pass mark. */
    readonly passedBefore: { readonly passed: number; readonly n: number };
    readonly passedAfter: { readonly passed: number; readonly n: number };
}

/** What could not be taken over at one question, in how many evaluations. */
export interface ReplayGap { readonly question: string; readonly reason: MismatchReason | 'not-asked-then'; readonly evaluations: number }

const bandOf = (percent: number): number => Math.min(scoreBands - 1, Math.max(0, Math.floor(percent / (100 / scoreBands))));
const bandsOf = (percents: readonly number[]): readonly number[] =>
    percents.reduce<number[]>((bands, percent) => { bands[bandOf(percent)]! += 1; return bands; }, Array<number>(scoreBands).fill(0));
const meanOf = (values: readonly number[]): number | null => values.length ? exactSum(values) / values.length : null;
const passesOf = (passed: readonly (boolean | null)[]): { passed: number; n: number } => ({ passed: passed.filter(Boolean).length, n: passed.filter(each => each !== null).length });

/** Means and distributions before and after, over the evaluations that have a score both times: the same ones on both sides. */
export const replayFigures = (evaluations: readonly ReplayedEvaluation[]): ReplayFigures => {
    const both = evaluations.filter(each => each.before !== null && each.after !== null);
    const [before, after] = [both.map(each => each.before!), both.map(each => each.after!)];
    return {
        n: both.length, whole: both.filter(each => each.whole).length, meanBefore: meanOf(before), meanAfter: meanOf(after), bandsBefore: bandsOf(before), bandsAfter: bandsOf(after),
        passedBefore: passesOf(both.map(each => each.passedBefore)), passedAfter: passesOf(both.map(each => each.passedAfter))
    };
};

/** Where the versions do not match, question by question, in the order in which they are met. */
export const replayGaps = (evaluations: readonly ReplayedEvaluation[]): readonly ReplayGap[] => {
    const counts = new Map<string, Map<ReplayGap['reason'], number>>();
    const count = (question: string, reason: ReplayGap['reason']): void => {
        const reasons = counts.get(question) ?? new Map<ReplayGap['reason'], number>();
        counts.set(question, reasons.set(reason, (reasons.get(reason) ?? 0) + 1));
    };
    for (const { mismatches, unanswered } of evaluations) {
        mismatches.forEach(({ question, reason }) => count(question, reason));
        const named = new Set(mismatches.map(({ question }) => question));
        unanswered.filter(question => !named.has(question)).forEach(question => count(question, 'not-asked-then'));
    }
    return [...counts].flatMap(([question, reasons]) => [...mismatchReasons, 'not-asked-then' as const].flatMap(reason => {
        const evaluationCount = reasons.get(reason);
        return evaluationCount ? [{ question, reason, evaluations: evaluationCount }] : [];
    }));
};
