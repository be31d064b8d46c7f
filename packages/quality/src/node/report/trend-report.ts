import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { percentInterval } from '../../common/report/mean-interval';
import type { ReportQuery } from '../../common/report/report-contract';
import { figureOf, reportOf, type ReportTable } from '../../common/report/report-table';
import { type ScoredPeriod, scoreTrend, trendColumns, wholeOf } from '../../common/report/score-trend';
import { shareFigure } from '../../common/report/share';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';

/** The columns that score sums are made of, in the names of `ScoredPeriod`. */
export const scoreSums = sql`count(*) as n, count(evaluation.percent) as scored, avg(evaluation.percent) as mean, var_samp(evaluation.percent) as variance,
    count(figures.passed) as assessed, count(*) filter (where figures.passed) as passed`;

/** When something was submitted, as the first day of its period by the clock of the reader. */
export const periodOf = ({ period, timeZone }: Pick<ReportQuery, 'period' | 'timeZone'>) => sql`to_char(date_trunc(${period}, evaluation.submitted_at at time zone ${timeZone}), 'YYYY-MM-DD')`;

/** Scores and pass rate period by period, on control charts. */
@injectable()
export class TrendReport implements ReportDefinition {
    readonly id = 'trend';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const { rows } = await sql<ScoredPeriod>`select ${periodOf(query)} as period, ${scoreSums} ${chosenResults(principal, query)} group by 1 order by 1`.execute(this.database.read());
        const whole = wholeOf(rows);
        return reportOf(this.id, trendColumns, scoreTrend(rows), [
            figureOf('evaluations', 'count', whole.n, whole.n), figureOf('mean', 'percent', whole.scored, whole.mean, percentInterval(whole.scored, whole.mean, whole.variance)), shareFigure('passRate', whole.passed, whole.assessed)
        ]);
    }
}
