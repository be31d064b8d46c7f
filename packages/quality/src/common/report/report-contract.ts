import { id, moment, operation, stream, z } from '@earshot/core/lib/common/api/operation';
import { occasions } from '../interaction/channel';
import { reportBases, reportTable } from './report-table';

export const periods = ['day', 'week', 'month'] as const;
export type Period = typeof periods[number];
export const reportIds = ['trend', 'people', 'questions', 'critical', 'detection', 'evaluators', 'severity', 'disputes'] as const;
export type ReportId = typeof reportIds[number];

const isTimeZone = (name: string): boolean => {
    try {
        return Boolean(new Intl.DateTimeFormat('en', { timeZone: name })) && /^[A-Za-z]/.test(name);
    } catch {
        return false;
    }
};

/** Which contacts: those evaluated from their recordings or messages, if left out; or those of another occasion, or any. */
export const occasionChoices = [...occasions, 'any'] as const;
export type OccasionChoice = typeof occasionChoices[number];

/** Which evaluations a report is about: those in force that were submitted in the time, within the caller's reach. `teamId`: with all teams below it. */
export const reportFilter = {
    from: moment.optional(), to: moment.optional(), teamId: id.optional(), agentId: id.optional(), evaluatorId: id.optional(), formId: id.optional(), queue: z.string().min(1).max(200).optional(), occasion: z.enum(occasionChoices).optional()
};
/** How a report divides them: time into periods by the clock of a place, people or disputes by whom; and whether those that say something of calls count results, or estimate for all calls. */
export const reportDivision = {
    period: z.enum(periods).default('week'), timeZone: z.string().max(60).refine(isTimeZone).default('UTC'), by: z.enum(['team', 'agent', 'occasion', 'form', 'evaluator', 'question']).optional(),
    basis: z.enum(reportBases).default('scored')
};
export const reportQuery = z.object({ ...reportFilter, ...reportDivision });
export type ReportQuery = z.output<typeof reportQuery>;

/** What a file is asked for with: the headings and words, in the reader's language, that the table itself names by id and code. */
export const reportFileRequest = reportQuery.extend({
    format: z.enum(['csv', 'xlsx']), name: z.string().trim().min(1).max(120).default('report'), language: z.string().regex(/^[A-Za-z-]{2,20}$/).default('en'),
    titles: z.record(z.string().max(60), z.string().max(200)).default({}), words: z.record(z.string().max(60), z.string().max(200)).default({})
});
export type ReportFileRequest = z.output<typeof reportFileRequest>;

export const seriesPoint = z.object({
    /** Beginning of the interval in which the calls began. */
    at: moment, evaluations: z.number(), scored: z.number(), meanPercent: z.number().nullable(), assessedForPass: z.number(), passed: z.number(), autoFailed: z.number(), withCriticalErrors: z.number(), recordedMinutes: z.number()
});
export type SeriesPoint = z.infer<typeof seriesPoint>;

const route = (path: `/${string}`, summary: string) => ({ method: 'GET' as const, path: `/quality${path}` as const, summary, tags: ['reports'] });

export const reportOperations = {
    read: operation('report:read').route(route('/reports/{report}', `A report as a table with its key figures: ${reportIds.join(', ')}`)).input(reportQuery.extend({ report: z.string().max(60) })).output(reportTable),
    /** `from` and `to`: when the calls began, not when they were scored. `timeZone`: whose clock the intervals go by; the hour that comes twice at the end of summer time is one there. */
    series: operation('report:read').route(route('/report-series', 'Raw figures as a time series down to the half hour, by the beginning of the calls, oldest first'))
        .input(z.object({ ...reportFilter, minutes: z.coerce.number().int().min(30).max(1440).default(30), timeZone: reportDivision.timeZone, after: moment.optional(), limit: z.coerce.number().int().min(1).max(2000).default(500) }))
        .output(z.object({ rows: z.array(seriesPoint), next: z.string().optional() }))
};

export const reportStreams = {
    reportFile: stream({ method: 'POST', path: '/quality/reports/:report/file', permission: 'report:read', rate: 'normal', summary: 'A report as CSV or as a spreadsheet', consumes: 'application/json', produces: 'application/octet-stream', maxBytes: 100_000 })
};
