import { z } from '@earshot/core/lib/common/api/operation';

/**
 * What a column holds. `percent`: 0 to 100; `share`: 0 to 1; `points`: percentage points; `signed`: the same as a difference, with its sign; `minutes`; `day`: `YYYY-MM-DD`; `moment`: ISO 8601;
 * `localized`: a text in several languages; `code`: one or several words, separated by blanks, that the screen knows texts for.
 */
export const columnKinds = ['text', 'localized', 'code', 'id', 'count', 'number', 'percent', 'share', 'points', 'signed', 'minutes', 'day', 'moment'] as const;
export type ColumnKind = typeof columnKinds[number];

export const reportCell = z.union([z.string(), z.number(), z.null(), z.record(z.string(), z.string())]);
export type ReportCell = z.infer<typeof reportCell>;
export type ReportRow = Readonly<Record<string, ReportCell>>;

/** One number that matters. `n`: what it rests on; `low` and `high`: its interval at 95 %, null where there is none. */
export const reportFigure = z.object({ id: z.string(), kind: z.enum(columnKinds), value: z.number().nullable(), n: z.number(), low: z.number().nullable(), high: z.number().nullable() });
export type ReportFigure = z.infer<typeof reportFigure>;

/** `scored`: each result counts once; `estimated`: for all calls, from those that sampling plans drew. */
export const reportBases = ['scored', 'estimated'] as const;
export type ReportBasis = typeof reportBases[number];

/** A report as data: what its charts show, its table lists, and its files contain. */
export const reportTable = z.object({
    report: z.string(), figures: z.array(reportFigure),
    columns: z.array(z.object({ id: z.string(), kind: z.enum(columnKinds) })), rows: z.array(z.record(z.string(), reportCell)),
    /** Whether each result counts once, or those that were drawn for as many calls as they stand for. */
    basis: z.enum(reportBases).optional(),
    /** What the report rests on. `drawn`: results that a sampling plan drew, `unequal`: not all of them with the same chance; `elsewhere`: results of other occasions, which are left out. */
    restsOn: z.object({ results: z.number(), drawn: z.number(), unequal: z.boolean(), elsewhere: z.number() }).optional(),
    /** Why the report has less to say than one may expect, as a code; left out or null where it says all. */
    reason: z.string().nullable().optional()
});
export type ReportTable = z.infer<typeof reportTable>;

/** The columns of a report by id, in their order. */
export type ReportColumns = Readonly<Record<string, ColumnKind>>;

export const reportOf = (report: string, columns: ReportColumns, rows: readonly ReportRow[], figures: readonly ReportFigure[]): ReportTable =>
    ({ report, figures: [...figures], columns: Object.entries(columns).map(([id, kind]) => ({ id, kind })), rows: rows.map(each => ({ ...each })) });

export interface Bounds { readonly low: number | null; readonly high: number | null }

/** The cells `nameLow` and `nameHigh` beside a value. */
export const intervalCells = (name: string, bounds: Bounds | null): ReportRow => ({ [`${name}Low`]: bounds?.low ?? null, [`${name}High`]: bounds?.high ?? null });

export const figureOf = (id: string, kind: ColumnKind, n: number, value: number | null, bounds: Bounds | null = null): ReportFigure => ({ id, kind, value, n, low: bounds?.low ?? null, high: bounds?.high ?? null });
