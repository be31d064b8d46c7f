import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ArticleContent } from '../../common/article/article-content';
import type { ArticleLanguage } from '../../common/article/article-kind';
import type { ArticleState } from '../../common/article/article-contract';
import { liveStates, openStates } from '../../common/workflow/article-workflow';
import { withOthers } from '../article/article-editing';
import type { Reach } from '../article/reach';
import type { Tables } from '../knowledge-tables';

/** An article that is there already, for comparison. */
export interface KnownArticle {
    readonly id: string; readonly title: string; readonly language: ArticleLanguage; readonly state: ArticleState; readonly sourceId: string | null; readonly writable: boolean;
    /** What readers see, or what is written where nothing was published. */
    readonly content: ArticleContent; readonly hash: string;
    /** Somebody is writing at it, or it waits for an approval. */
    readonly open: boolean;
}

export const titleKey = (language: ArticleLanguage, title: string): string => `${language} ${title.normalize('NFC').trim().toLowerCase()}`;

/** Articles within reach with one of these ids or one of these titles; what is out of reach is not recognised, and its title not given away. */
export async function knownArticles(database: Kysely<Tables>, reach: Reach, ids: readonly string[], titles: readonly { readonly language: ArticleLanguage; readonly title: string }[]): Promise<readonly KnownArticle[]> {
    const keys = titles.map(each => titleKey(each.language, each.title));
    const rows = await database.selectFrom('knowledge.article as article')
        .leftJoin('knowledge.revision as live', join => join.onRef('live.article_id', '=', 'article.id').on('live.state', 'in', [...liveStates]))
        .leftJoin('knowledge.revision as open', join => join.onRef('open.article_id', '=', 'article.id').on('open.state', 'in', [...openStates]))
        .where(reach.article).where('article.state', '<>', 'retired')
        .where(({ or, eb }) => or([eb('article.id', '=', sql<string>`any(${[...ids]}::uuid[])`), sql<boolean>`article.language || ' ' || lower(btrim(article.title)) = any(${keys}::text[])`]))
        .select(['article.id', 'article.title', 'article.language', 'article.state', 'article.source_id', 'article.others', 'live.content as live_content', 'live.hash as live_hash', 'open.content as open_content', 'open.hash as open_hash']).select(reach.writable.as('writable'))
        .orderBy('article.id').execute();
    return rows.flatMap(each => {
        const [content, hash] = each.live_content ? [each.live_content, each.live_hash] : [each.open_content, each.open_hash];
        return content && hash ? [{ id: each.id, title: each.title, language: each.language, state: each.state, sourceId: each.source_id, writable: each.writable, content: withOthers(content, each.others), hash, open: each.open_hash !== null }] : [];
    });
}
