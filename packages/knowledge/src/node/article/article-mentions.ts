import { type EntityLink, linkTo, parseLink } from '@earshot/core/lib/common/linking/entity-link';
import type { SeenMentions } from '@earshot/core/lib/common/linking/mentions-schema';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { type Mention, Mentions, type MentionSource, mostMentions } from '@earshot/core/lib/node/linking/mentions';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Person } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { everyone } from '../../common/article/audience';
import { liveStates } from '../../common/workflow/article-workflow';
import type { KnowledgeTables } from '../knowledge-tables';
import { articleNames } from './article-query';
import { approvalPermissions, reachOf } from './reach';

/** Articles that link to an article: the links are kept beside them, only what is live is looked up in the text. */
@injectable()
export class ArticleMentions implements MentionSource {
    constructor(@inject(Database) private readonly database: Database) { }

    async mentioning(link: EntityLink): Promise<readonly Mention[]> {
        const target = parseLink(link);
        if (target?.package !== 'knowledge' || target.type !== 'articles') {
            return [];
        }
        const rows = await this.database.read<KnowledgeTables>().selectFrom('knowledge.link as link').innerJoin('knowledge.article as article', 'article.id', 'link.article_id').where('link.target_id', '=', target.id)
            .select(['article.id', sql<boolean>`not (${everyone} = any(article.audience))`.as('confidential')])
            .select(sql<boolean>`exists (select from knowledge.revision as live where live.article_id = article.id and live.state = any(${[...liveStates]}::text[]) and live.content::text like ${containing(link)})`.as('live'))
            .orderBy('article.title').orderBy('article.id').limit(mostMentions).execute();
        return rows.map(({ id, live, confidential }) => ({ link: linkTo('knowledge', 'articles', id), live, confidential }));
    }
}

/** What refers to an article, in whichever package. */
@injectable()
export class ArticleReferences {
    constructor(@inject(Database) private readonly database: Database, @inject(Mentions) private readonly mentions: Mentions) { }

    /** Drafts, and how much the caller may not see, are told to those who write or approve articles. @throws NOT_FOUND */
    async of(principal: Person, id: string): Promise<SeenMentions> {
        const reach = await reachOf(this.database.read(), principal);
        orNotFound(await articleNames(this.database.read<KnowledgeTables>(), reach).where('article.id', '=', id).executeTakeFirst());
        const careful = ['article:write', ...approvalPermissions].some(each => principal.permissions.has(each));
        const found = await this.mentions.seenBy(principal, linkTo('knowledge', 'articles', id), careful);
        return careful ? found : { ...found, unseen: 0 };
    }
}
