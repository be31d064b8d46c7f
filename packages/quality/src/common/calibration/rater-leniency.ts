import { blandAltman, type Interval, studentT } from '@earshot/statistics';
import { type CalibrationPanel, evaluationOf, ratingOf, totalsTable } from './panel';
import type { ReferenceRating } from './reference-rating';
import type { Question } from '@earshot/forms';

/** How strict or lenient one rater is against the reference. */
export interface RaterLeniency {
    readonly raterId: string;
    /** Mean of (rater − reference) over calls, in percentage points; positive is lenient. n in calls. */
    readonly mean: number | null;
    /** Student's t interval of the mean; null for fewer than two calls. */
    readonly interval: Interval | null;
    readonly n: number;
    readonly reason: 'too-few-units' | 'no-reference' | null;
    /** Share of calls whose total lies within the tolerance. */
    readonly withinTolerance: number | null;
    /** Share of single ratings that equal the reference, with their number. */
    readonly exactShare: number | null;
    readonly exactCount: number;
}

const level = 0.95;

/** The total that a call's totals are held against: the expert's, else the mean of the others (at least two). */
export function referenceTotal(panel: CalibrationPanel, interactionId: string, exceptRater?: string): { readonly percent: number | null; readonly source: 'expert' | 'mean' | 'none' } {
    const expert = panel.expertId ? evaluationOf(panel, panel.expertId, interactionId)?.percent : undefined;
    if (expert !== undefined && expert !== null) {
        return { percent: expert, source: 'expert' };
    }
    const others = panel.raterIds.filter(each => each !== exceptRater).map(each => evaluationOf(panel, each, interactionId)?.percent).filter(each => each !== null && each !== undefined);
    return others.length < 2 && exceptRater === undefined || others.length < 1 ? { percent: null, source: 'none' } : { percent: mean(others), source: 'mean' };
}

/** A question with what ratings of it are held against, in the order of the calls. */
export interface ReferencedQuestion { readonly question: Question; readonly references: readonly ReferenceRating[] }

/** @param questions all questions of the form whose ratings are compared. */
export function raterLeniency(panel: CalibrationPanel, raterId: string, questions: readonly ReferencedQuestion[]): RaterLeniency {
    const differences = panel.interactionIds.flatMap(call => {
        const own = evaluationOf(panel, raterId, call)?.percent;
        const reference = raterId === panel.expertId ? null : referenceTotal(panel, call, raterId).percent;
        return own === null || own === undefined || reference === null ? [] : [own - reference];
    });
    const comparisons = raterId === panel.expertId ? [] : questions.flatMap(({ question, references }) => panel.interactionIds.flatMap((call, place) => {
        const rating = ratingOf(question, evaluationOf(panel, raterId, call));
        const reference = references[place]!;
        return rating === null || reference.source === 'none' ? [] : [rating === reference.rating];
    }));
    const n = differences.length;
    const average = n ? mean(differences) : null;
    return {
        raterId, mean: average, n, interval: n > 1 && average !== null ? meanInterval(differences, average) : null,
        reason: n ? null : 'no-reference',
        withinTolerance: n ? differences.filter(each => Math.abs(each) <= panel.tolerance + 1e-9).length / n : null,
        exactShare: comparisons.length ? comparisons.filter(Boolean).length / comparisons.length : null, exactCount: comparisons.length
    };
}

/** The plot after Bland and Altman (Lancet 1986; i: 307–310), in percentage points. */
export interface TotalDifferences {
    readonly plot: ReturnType<typeof blandAltman>;
    /** One point per total that has a reference: mean of the two, and total − reference. */
    readonly pairs: readonly { readonly raterId: string; readonly interactionId: string; readonly mean: number; readonly difference: number }[];
}

/** Differences of every rater's totals from the reference. */
export function totalDifferences(panel: CalibrationPanel): TotalDifferences {
    const totals = totalsTable(panel);
    const pairs = panel.interactionIds.flatMap((interactionId, call) => panel.raterIds.flatMap((raterId, column) => {
        const own = totals[call]![column] ?? null;
        const reference = raterId === panel.expertId ? null : referenceTotal(panel, interactionId, raterId).percent;
        return own === null || reference === null ? [] : [{ raterId, interactionId, own, reference }];
    }));
    const plot = blandAltman(pairs.map(each => [each.own, each.reference]));
    return { plot, pairs: pairs.map(each => ({ raterId: each.raterId, interactionId: each.interactionId, mean: (each.own + each.reference) / 2, difference: each.own - each.reference })) };
}

function meanInterval(values: readonly number[], average: number): Interval {
    const variance = values.reduce((sum, each) => sum + (each - average) ** 2, 0) / (values.length - 1);
    const half = studentT(values.length - 1).quantile((1 + level) / 2) * Math.sqrt(variance / values.length);
    return { low: average - half, high: average + half, level };
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

