/**
 * Classical item analysis of a test. L. Crocker & J. Algina, Introduction to Classical and Modern Test Theory (1986),
 * chapters 6, 7 and 14. Coefficient alpha: L. J. Cronbach, Psychometrika 16 (1951) 297–334. KR-20 and KR-21, with the
 * population variance: G. F. Kuder & M. W. Richardson, Psychometrika 2 (1937) 151–160. Upper and lower groups of 27 %:
 * T. L. Kelley, J. Educational Psychology 30 (1939) 17–24.
 *
 * An item's mean, difficulty and variance rest on everybody with a score in it; everything that involves the total
 * score rests on the people with a score in every item, unless missing scores count as 0.
 */
import { Ratings, Reason } from '../result';
import { correlation, mean, sampleVariance } from '../moments/moments';
import { ItemAnalysis, ItemFigure, ItemFigures } from './item-result';
import { resolveMaxima, ScoreMatrix, scoreMatrix } from './score-matrix';
import { coefficientAlpha, testFigures } from './test-figures';

export interface ItemAnalysisOptions {
    /** Highest possible score of each item, or of all; 1 for items whose scores lie between 0 and 1 if left out. */
    readonly maxima?: ReadonlyArray<number> | number;
    /** Share of the people in the upper group, and in the lower; 0.27 if left out. The group size is rounded down. */
    readonly groupShare?: number;
    /** `zero` counts a missing score as 0; `listwise` if left out. */
    readonly missing?: 'listwise' | 'zero';
}

/** @param scores rows are people, columns items, null where a person has no score */
export const itemAnalysis = (scores: Ratings, options: ItemAnalysisOptions = {}): ItemAnalysis => {
    const { groupShare = 0.27, missing = 'listwise' } = options;
    if (!(groupShare > 0 && groupShare <= 0.5)) {
        throw new RangeError(`The share of a group lies between 0 and 0.5, not ${groupShare}`);
    }
    const matrix = scoreMatrix(scores, missing);
    const maxima = resolveMaxima(matrix, options.maxima);
    const groupSize = Math.floor(matrix.complete.length * groupShare + 1e-9);
    const groups = extremeGroups(matrix, groupSize);
    return {
        items: matrix.perItem.map((_, index) => itemFigures(matrix, index, maxima[index], groups)),
        test: testFigures(matrix, groupSize),
        groups: typeof groups === 'string' ? null : { lower: groups.lower.map(person => matrix.people[person]), upper: groups.upper.map(person => matrix.people[person]) }
    };
};

/** Places in `complete`. */
interface Groups {
    readonly upper: ReadonlyArray<number>;
    readonly lower: ReadonlyArray<number>;
}

/** The first and the last people in ascending order of total score; of equal totals the earlier row comes first. */
const extremeGroups = ({ totals }: ScoreMatrix, size: number): Groups | Reason => {
    if (size < 1) {
        return 'too-few-units';
    }
    if (totals.every(total => total === totals[0])) {
        return 'no-variation';
    }
    const order = totals.map((_, person) => person).sort((a, b) => totals[a] - totals[b]);
    return { lower: order.slice(0, size), upper: order.slice(-size) };
};

const itemFigures = (matrix: ScoreMatrix, index: number, maximum: number | null, groups: Groups | Reason): ItemFigures => {
    const own = matrix.perItem[index];
    const scores = matrix.complete.map(row => row[index]);
    const rest = matrix.totals.map((total, person) => total - scores[person]);
    const reasons: Partial<Record<ItemFigure, Reason>> = {};
    const figure = (name: ItemFigure, value: number | null | Reason, otherwise: Reason = 'no-variation'): number | null => {
        if (typeof value === 'number') {
            return value;
        }
        reasons[name] = value ?? otherwise;
        return null;
    };
    const few = matrix.complete.length < 2 ? 'too-few-units' as const : undefined;
    const average = own.length === 0 ? null : mean(own);
    const variance = sampleVariance(own);
    return {
        index, n: own.length,
        mean: figure('mean', average, 'too-few-units'),
        difficulty: figure('difficulty', average === null ? 'too-few-units' : maximum === null ? 'maximum-unknown' : average / maximum),
        variance: figure('variance', variance, 'too-few-units'),
        standardDeviation: figure('standardDeviation', variance === null ? null : Math.sqrt(variance), 'too-few-units'),
        discrimination: figure('discrimination', discrimination(matrix, groups, index, maximum)),
        itemTotal: figure('itemTotal', few ?? correlation(scores, matrix.totals)),
        itemRest: figure('itemRest', few ?? (matrix.items < 2 ? 'too-few-items' : correlation(scores, rest))),
        alphaIfDeleted: figure('alphaIfDeleted', few ?? coefficientAlpha(matrix.complete.map(row => row.filter((_, item) => item !== index)))),
        reasons
    };
};

const discrimination = ({ complete }: ScoreMatrix, groups: Groups | Reason, index: number, maximum: number | null): number | Reason => {
    if (typeof groups === 'string') {
        return groups;
    }
    if (maximum === null) {
        return 'maximum-unknown';
    }
    return (mean(groups.upper.map(person => complete[person][index])) - mean(groups.lower.map(person => complete[person][index]))) / maximum;
};
