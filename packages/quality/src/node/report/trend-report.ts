import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { ReportQuery } from '../../common/report/report-contract';
import { figureOf, type ReportFigure, reportOf, type ReportTable } from '../../common/report/report-table';
import { estimatedTrendColumns, scoreTrend, trendColumns } from '../../common/report/score-trend';
import { asEstimated, asScored, type ScoredSums, type ScoreSummary, wholeDrawn, wholeOf } from '../../common/report/scored-sums';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';
import { drawnIn, drawnScoreSums, scoreSums } from './score-sums';
import { onlyDrawn, type SumsRow } from './weighted-sums';

/** When something was submitted, as the first day of its period by the clock of the reader. */
export const periodOf = ({ period, timeZone }: Pick<ReportQuery, 'period' | 'timeZone'>) => sql`to_char(date_trunc(${period}, evaluation.submitted_at at time zone ${timeZone}), 'YYYY-MM-DD')`;

const figuresOf = ({ n, scored, mean, meanInterval, assessed, passRate }: ScoreSummary): readonly ReportFigure[] =>
    [figureOf('evaluations', 'count', n, n), figureOf('mean', 'percent', scored, mean, meanInterval), figureOf('passRate', 'share', assessed, passRate.value, passRate)];

/** Scores and pass rate period by period, on control charts. */
@injectable()
export class TrendReport implements ReportDefinition {
    readonly id = 'trend';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        return { basis: query.basis, ...query.basis === 'estimated' ? await this.estimated(principal, query) : await this.scored(principal, query) };
    }

    private async scored(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const { rows } = await sql<ScoredSums & { readonly period: string }>`select ${periodOf(query)} as period, ${scoreSums} ${chosenResults(principal, query)} group by 1 order by 1`.execute(this.database.read());
        return reportOf(this.id, trendColumns, scoreTrend(rows.map(each => ({ period: each.period, ...asScored(each) }))), figuresOf(asScored(wholeOf(rows))));
    }

    private async estimated(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const { rows } = await sql<SumsRow & { readonly period: string }>`select ${periodOf(query)} as period, ${drawnScoreSums} ${chosenResults(principal, query)} ${onlyDrawn} group by 1 order by 1`.execute(this.database.read());
        const drawn = rows.map(drawnIn);
        return reportOf(this.id, estimatedTrendColumns, scoreTrend(rows.map((each, place) => ({ period: each.period, ...asEstimated(drawn[place]!) }))), figuresOf(asEstimated(wholeDrawn(drawn))));
    }
}
