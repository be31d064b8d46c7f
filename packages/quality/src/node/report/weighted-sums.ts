import type { WeightedSums } from '@earshot/statistics';
import { type RawBuilder, sql } from 'kysely';

/** Only what a sampling plan has drawn has a weight. */
export const onlyDrawn = sql`and figures.weight is not null`;

/** Columns of the sums that an estimate of a value needs; null leaves a result out. @param name of the sums in the row, see `sumsIn` */
export const weightedSums = (name: string, value: RawBuilder<unknown>): RawBuilder<unknown> => sql.join(Object.entries({
    n: sql`count(${value})`, weights: sql`sum(figures.weight) filter (where ${value} is not null)`, values: sql`sum(figures.weight * ${value})`,
    spread: sql`sum(figures.weight_variance) filter (where ${value} is not null)`, spreadValues: sql`sum(figures.weight_variance * ${value})`, spreadSquares: sql`sum(figures.weight_variance * ${value} * ${value})`
}).map(([of, sum]) => sql`coalesce(${sum}, 0)::float8 as ${sql.ref(`${name}_${of}`)}`));

export type SumsRow = Readonly<Record<string, unknown>>;

export const sumsIn = (row: SumsRow, name: string): WeightedSums => {
    const of = (sum: keyof WeightedSums): number => Number(row[`${name}_${sum}`]);
    return { n: of('n'), weights: of('weights'), values: of('values'), spread: of('spread'), spreadValues: of('spreadValues'), spreadSquares: of('spreadSquares') };
};
