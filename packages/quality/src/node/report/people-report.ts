import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { percentInterval } from '../../common/report/mean-interval';
import type { ReportQuery } from '../../common/report/report-contract';
import { intervalCells, type ReportColumns, reportOf, type ReportTable } from '../../common/report/report-table';
import type { ScoredPeriod } from '../../common/report/score-trend';
import { shareCells } from '../../common/report/share';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';
import { scoreSums } from './trend-report';

const columns: ReportColumns = {
    id: 'id', name: 'text', team: 'text', n: 'count', scored: 'count', mean: 'percent', meanLow: 'percent', meanHigh: 'percent', assessed: 'count', passed: 'count', passRate: 'share', passRateLow: 'share', passRateHigh: 'share', criticalErrors: 'count'
};

type Found = Omit<ScoredPeriod, 'period'> & { readonly id: string | null; readonly name: string | null; readonly team: string | null; readonly critical: number };

/** Teams or agents with their scores, by name: whether a difference means anything is for the intervals to say. */
@injectable()
export class PeopleReport implements ReportDefinition {
    readonly id = 'people';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const agents = query.by === 'agent';
        const id = agents ? sql`evaluation.agent_id` : sql`evaluation.team_id`;
        const sums = sql`select ${id} as id, ${scoreSums}, count(*) filter (where evaluation.critical_errors > 0) as critical ${chosenResults(principal, query)} group by 1`;
        const { rows } = await (agents
            ? sql<Found>`select sums.*, person.name, team.name as team from (${sums}) sums left join core.person person on person.id = sums.id left join core.team team on team.id = person.team_id order by person.name, sums.id`
            : sql<Found>`select sums.*, team.name, null as team from (${sums}) sums left join core.team team on team.id = sums.id order by team.name, sums.id`).execute(this.database.read());
        return reportOf(this.id, columns, rows.map(each => ({
            id: each.id, name: each.name, team: each.team, n: each.n, scored: each.scored, mean: each.mean, ...intervalCells('mean', percentInterval(each.scored, each.mean, each.variance)),
            assessed: each.assessed, passed: each.passed, ...shareCells('passRate', each.passed, each.assessed), criticalErrors: each.critical
        })), []);
    }
}
