import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type RawBuilder, sql } from 'kysely';
import type { ReportQuery } from '../../common/report/report-contract';
import { intervalCells, type ReportColumns, reportOf, type ReportTable } from '../../common/report/report-table';
import { asEstimated, asScored, type ScoredSums } from '../../common/report/scored-sums';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';
import { drawnIn, drawnScoreSums, scoreSums } from './score-sums';
import { onlyDrawn, type SumsRow } from './weighted-sums';

const mean = { mean: 'percent', meanLow: 'percent', meanHigh: 'percent' } as const;
const passRate = { passRate: 'share', passRateLow: 'share', passRateHigh: 'share', criticalErrors: 'count' } as const;
const columns: ReportColumns = { id: 'id', name: 'text', team: 'text', n: 'count', scored: 'count', ...mean, assessed: 'count', passed: 'count', ...passRate };
const estimatedColumns: ReportColumns = { id: 'id', name: 'text', team: 'text', n: 'count', represented: 'count', scored: 'count', ...mean, assessed: 'count', ...passRate };

type Found = SumsRow & ScoredSums & { readonly id: string | null; readonly name: string | null; readonly team: string | null; readonly critical: number };

/** Teams or agents with their scores, by name: whether a difference means anything is for the intervals to say. By occasion, what was observed otherwise stands beside the usual results. */
@injectable()
export class PeopleReport implements ReportDefinition {
    readonly id = 'people';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const estimated = query.basis === 'estimated';
        const sums = (of: RawBuilder<unknown>) => sql`select ${of} as id, ${estimated ? drawnScoreSums : scoreSums}, count(*) filter (where evaluation.critical_errors > 0) as critical
            ${chosenResults(principal, query.by === 'occasion' ? { ...query, occasion: query.occasion ?? 'any' } : query)} ${estimated ? onlyDrawn : sql``} group by 1`;
        const { rows } = await divided(query.by, sums).execute(this.database.read());
        const named: ReportColumns = query.by === 'occasion' ? { name: 'code' } : {};
        return {
            basis: query.basis, ...reportOf(this.id, { ...estimated ? estimatedColumns : columns, ...named }, rows.map(each => {
                const { n, represented = null, scored, mean: value, meanInterval, assessed, passed, passRate: rate } = estimated ? asEstimated(drawnIn(each)) : asScored(each);
                return {
                    id: each.id, name: each.name, team: each.team, n, represented, scored, mean: value, ...intervalCells('mean', meanInterval), assessed, passed, passRate: rate.value, ...intervalCells('passRate', rate), criticalErrors: each.critical
                };
            }), [])
        };
    }
}

function divided(by: ReportQuery['by'], sums: (of: RawBuilder<unknown>) => RawBuilder<unknown>) {
    switch (by) {
        case 'agent': return sql<Found>`select sums.*, person.name, team.name as team from (${sums(sql`evaluation.agent_id`)}) sums left join core.person person on person.id = sums.id left join core.team team on team.id = person.team_id order by person.name, sums.id`;
        case 'occasion': return sql<Found>`select sums.*, sums.id as name, null as team from (${sums(sql`evaluation.occasion`)}) sums order by array_position(array['recorded', 'live', 'side-by-side', 'mystery'], sums.id)`;
        default: return sql<Found>`select sums.*, team.name, null as team from (${sums(sql`evaluation.team_id`)}) sums left join core.team team on team.id = sums.id order by team.name, sums.id`;
    }
}
