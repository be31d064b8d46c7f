import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { PastRevision } from '../../common/article/article-contract';
import { liveStates } from '../../common/workflow/article-workflow';
import type { KnowledgeTables } from '../knowledge-tables';
import { reachOf } from './reach';

/** What articles said: a revision that was published once, for those it was for, whatever has become of the article since. */
@injectable()
export class PastRevisions {
    constructor(@inject(Database) private readonly database: Database) { }

    /** The revision that readers see now. */
    async current(articleId: string): Promise<string | undefined> {
        return (await this.database.read<KnowledgeTables>().selectFrom('knowledge.revision').select('id').where('article_id', '=', articleId).where('state', 'in', [...liveStates]).executeTakeFirst())?.id;
    }

    /** @throws NOT_FOUND for what was never published, or was not for the caller */
    async get(principal: Principal, id: string): Promise<PastRevision> {
        const reach = await reachOf(this.database.read(), principal);
        const row = orNotFound(await this.database.read<KnowledgeTables>().selectFrom('knowledge.revision as revision').innerJoin('knowledge.article as article', 'article.id', 'revision.article_id')
            .select(['revision.id', 'revision.article_id', 'revision.number', 'revision.content', 'revision.published_at', 'revision.state', 'article.state as article_state'])
            .select(sql<boolean>`coalesce(article.valid_until <= now(), false)`.as('over'))
            .where('revision.id', '=', id).where('revision.published_at', 'is not', null).where(reach.past('revision')).executeTakeFirst());
        const live = (liveStates as readonly string[]).includes(row.article_state) && !row.over;
        return {
            id: row.id, articleId: row.article_id, number: row.number, content: { ...row.content, tags: [...row.content.tags], audience: [...row.content.audience], parts: { ...row.content.parts } }, publishedAt: row.published_at?.toISOString() ?? null,
            state: !live ? 'gone' : (liveStates as readonly string[]).includes(row.state) ? 'current' : 'changed'
        };
    }
}
