import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { ReportQuery, SeriesPoint } from '../../common/report/report-contract';
import type { ReportTable } from '../../common/report/report-table';
import { chosenResults, type ResultFilter } from './chosen-results';
import { ReportDefinition } from './report-definition';

/** Reports by their id, and the raw figures as a time series. */
@injectable()
export class ReportService {
    constructor(@inject(Database) private readonly database: Database, @inject(ContributionProvider) @named(ReportDefinition) private readonly reports: ContributionProvider<ReportDefinition>) { }

    async read(principal: Principal, report: string, query: ReportQuery): Promise<ReportTable> {
        const definition = orNotFound(this.reports.getContributions().find(each => each.id === report));
        const [table, restsOn] = await Promise.all([definition.read(principal, query), definition.fromCalibrations ? undefined : this.restsOn(principal, query)]);
        return restsOn ? { ...table, restsOn } : table;
    }

    /** What the results of a choice are, for a report to say on what it rests. */
    private async restsOn(principal: Principal, query: ReportQuery): Promise<ReportTable['restsOn']> {
        const { occasion = query.by === 'occasion' ? 'any' : 'recorded' } = query;
        const meant = occasion === 'any' ? sql`true` : sql`evaluation.occasion = ${occasion}`;
        const { rows: [found] } = await sql<{ results: number; drawn: number; unequal: boolean | null; elsewhere: number }>`
            select count(*) filter (where ${meant}) as results, count(figures.weight) filter (where ${meant}) as drawn, count(*) filter (where not ${meant}) as elsewhere,
                max(figures.weight) filter (where ${meant}) > 1.000001 * min(figures.weight) filter (where ${meant}) as unequal
            ${chosenResults(principal, { ...query, occasion: 'any' })}`.execute(this.database.read());
        return { results: found!.results, drawn: found!.drawn, unequal: found!.unequal ?? false, elsewhere: found!.elsewhere };
    }

    /** Notes that figures have left the house. */
    async exported(principal: Principal, report: string, detail: { readonly format: string; readonly rows: number }): Promise<void> {
        await this.database.write(principal, async (_transaction, log) => log.audit('report.exported', 'reports', report, detail));
    }

    /** Raw figures of calls by when they began: `from` and `to` are about that, too. */
    async series(principal: Principal, { minutes, after, limit, from, to, timeZone = 'UTC', ...filter }: ResultFilter & { readonly minutes: number; readonly timeZone?: string; readonly after?: string; readonly limit: number }): Promise<{ rows: SeriesPoint[]; next?: string }> {
        const at = sql`(date_bin(${minutes} * interval '1 minute', interaction.started_at at time zone ${timeZone}, timestamp '2001-01-01') at time zone ${timeZone})`;
        const began = [...from ? [sql`and interaction.started_at >= ${new Date(from)}::timestamptz`] : [], ...to ? [sql`and interaction.started_at < ${new Date(to)}::timestamptz`] : [], ...after ? [sql`and ${at} > ${new Date(after)}::timestamptz`] : []];
        const { rows } = await sql<Omit<SeriesPoint, 'at'> & { at: Date }>`
            select ${at} as at, count(*) as evaluations, count(evaluation.percent) as scored, avg(evaluation.percent) as "meanPercent", count(figures.passed) as "assessedForPass", count(*) filter (where figures.passed) as passed,
                count(*) filter (where evaluation.auto_fail) as "autoFailed", count(*) filter (where evaluation.critical_errors > 0) as "withCriticalErrors", coalesce(sum(recording.duration_ms), 0) / 60000.0::float8 as "recordedMinutes"
            ${chosenResults(principal, filter, sql`join quality.interaction interaction on interaction.id = evaluation.interaction_id left join media.recording recording on recording.id = interaction.recording_id`)}
            ${sql.join(began, sql` `)} group by 1 order by 1 limit ${limit + 1}`.execute(this.database.read());
        const shown = rows.slice(0, limit).map(each => ({ ...each, at: each.at.toISOString() }));
        return { rows: shown, ...rows.length > limit ? { next: shown[shown.length - 1]!.at } : {} };
    }
}
