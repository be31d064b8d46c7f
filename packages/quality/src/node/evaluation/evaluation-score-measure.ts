import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { PeopleMeasure, PersonMean, PersonWindow } from '@earshot/core/lib/node/measure/people-measure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { QualityTables } from '../quality-tables';
import { released } from './evaluation-query';

/** Scores of somebody's calls, in percent, by when the calls took place: as their evaluations say now, without those that were made to compare evaluators. */
@injectable()
export class EvaluationScoreMeasure implements PeopleMeasure {
    readonly kind = 'evaluation-score';

    constructor(@inject(Database) private readonly database: Database) { }

    async means(principal: Principal, windows: readonly PersonWindow[]): Promise<readonly PersonMean[] | undefined> {
        const scope = principal.permissions.get('evaluation:read');
        if (scope !== 'team' && scope !== 'all') {
            return undefined;
        }
        const { rows } = await sql<PersonMean>`select measured.mean, measured.n from unnest(${windows.map(each => each.personId)}::uuid[], ${windows.map(each => each.from)}::timestamptz[], ${windows.map(each => each.to)}::timestamptz[])
            with ordinality as asked (person_id, from_at, to_at, place) cross join lateral (
                select avg(evaluation.percent) as mean, count(evaluation.percent) as n from quality.evaluation evaluation join quality.interaction interaction on interaction.id = evaluation.interaction_id
                where evaluation.agent_id = asked.person_id and evaluation.state = 'submitted' and evaluation.purpose = 'monitoring' and interaction.started_at >= asked.from_at and interaction.started_at < asked.to_at
                    and ${withinScope(principal, 'evaluation:read', { owners: ['evaluation.evaluator_id', 'evaluation.agent_id'], team: 'evaluation.team_id' })} and ${released(principal)}) as measured order by asked.place`.execute(this.database.read<QualityTables>());
        return rows;
    }
}
