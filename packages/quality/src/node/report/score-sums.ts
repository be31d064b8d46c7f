import { sql } from 'kysely';
import type { DrawnSums } from '../../common/report/scored-sums';
import { sumsIn, type SumsRow, weightedSums } from './weighted-sums';

/** The columns of `ScoredSums`: each result counts once. */
export const scoreSums = sql`count(*) as n, count(evaluation.percent) as scored, avg(evaluation.percent) as mean, var_samp(evaluation.percent) as variance,
    count(figures.passed) as assessed, count(*) filter (where figures.passed) as passed`;

/** The columns that `drawnIn` reads. */
export const drawnScoreSums = sql`count(*) as n, sum(figures.weight) as represented, ${weightedSums('score', sql`evaluation.percent`)}, ${weightedSums('pass', sql`figures.passed::int`)}`;

export const drawnIn = (row: SumsRow): DrawnSums => ({ n: Number(row.n), represented: Number(row.represented), score: sumsIn(row, 'score'), pass: sumsIn(row, 'pass') });
