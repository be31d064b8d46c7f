import { type EntityLink, linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Mention, type MentionSource, mostMentions } from '@earshot/core/lib/node/linking/mentions';
import { Database } from '@earshot/core/lib/node/storage/database';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { QualityTables } from '../quality-tables';

/** Links out of coaching plans that are under way: what an agent has yet to read. */
@injectable()
export class CoachingMentions implements MentionSource {
    constructor(@inject(Database) private readonly database: Database) { }

    async mentioning(link: EntityLink): Promise<readonly Mention[]> {
        const rows = await this.database.read<QualityTables>().selectFrom('quality.coaching_step as step').innerJoin('quality.coaching_plan as plan', 'plan.id', 'step.plan_id')
            .where('plan.state', 'in', ['active', 'reported']).where('step.done_at', 'is', null).where(sql<boolean>`(step.link = ${link} or step.text like ${containing(link)})`)
            .select('plan.id').distinct().orderBy('plan.id').limit(mostMentions).execute();
        return rows.map(({ id }) => ({ link: linkTo('quality', 'coaching', id), live: true, confidential: false }));
    }
}
