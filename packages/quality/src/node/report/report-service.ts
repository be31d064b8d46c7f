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
        return orNotFound(this.reports.getContributions().find(each => each.id === report)).read(principal, query);
    }

    /** Notes that figures have left the house. */
    async exported(principal: Principal, report: string, detail: { readonly format: string; readonly rows: number }): Promise<void> {
        await this.database.write(principal, async (_transaction, log) => log.audit('report.exported', 'reports', report, detail));
    }

    async series(principal: Principal, { minutes, after, limit, ...filter }: ResultFilter & { readonly minutes: number; readonly after?: string; readonly limit: number }): Promise<{ rows: SeriesPoint[]; next?: string }> {
        const at = sql`date_bin(${minutes} * interval '1 minute', interaction.started_at, timestamptz '2001-01-01')`;
        const { rows } = await sql<Omit<SeriesPoint, 'at'> & { at: Date }>`
            select ${at} as at, count(*) as evaluations, count(evaluation.percent) as scored, avg(evaluation.percent) as "meanPercent", count(figures.passed) as "assessedForPass", count(*) filter (where figures.passed) as passed,
                count(*) filter (where evaluation.auto_fail) as "autoFailed", count(*) filter (where evaluation.critical_errors > 0) as "withCriticalErrors", coalesce(sum(recording.duration_ms), 0) / 60000.0::float8 as "recordedMinutes"
            ${chosenResults(principal, filter, sql`join quality.interaction interaction on interaction.id = evaluation.interaction_id left join media.recording recording on recording.id = interaction.recording_id`)}
            ${after ? sql`and interaction.started_at >= ${new Date(after)}::timestamptz + ${minutes} * interval '1 minute'` : sql``} group by 1 order by 1 limit ${limit + 1}`.execute(this.database.read());
        const shown = rows.slice(0, limit).map(each => ({ ...each, at: each.at.toISOString() }));
        return { rows: shown, ...rows.length > limit ? { next: shown[shown.length - 1]!.at } : {} };
    }
}
