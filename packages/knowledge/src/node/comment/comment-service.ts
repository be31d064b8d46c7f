import type { Principal } from '@earshot/core/lib/node/api/context';
import { invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely } from 'kysely';
import type { Comment } from '../../common/comment/comment-contract';
import { articleChanged, changeArticles, holdRevision } from '../article/article-change';
import { reachOf } from '../article/reach';
import type { KnowledgeTables, Tables } from '../knowledge-tables';

type Author = Principal & { readonly personId: string };

/** Comments on revisions: among those who write and approve an article, never shown to its readers. */
@injectable()
export class CommentService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Principal, articleId: string): Promise<Comment[]> {
        const reach = await reachOf(this.database.read(), principal);
        const rows = await commentRows(this.database.read<KnowledgeTables>()).where('comment.article_id', '=', articleId).where(reach.article).where(reach.open('revision')).orderBy('comment.id').limit(1000).execute();
        return rows.map(show);
    }

    /** @throws NOT_FOUND; INVALID 'unknown-comment' for an answer to a comment on another article */
    async add(principal: Author, { id, text, passage, parentId }: { readonly id: string; readonly text: string; readonly passage: Comment['passage']; readonly parentId: string | null }): Promise<Comment> {
        const commentId = newId();
        await changeArticles(this.database, principal, async (transaction, log) => {
            const { row, article } = await holdRevision(transaction, principal, id);
            const parent = parentId ? await transaction.selectFrom('knowledge.comment').select(['id', 'parent_id', 'author_id']).where('id', '=', parentId).where('article_id', '=', article.id).executeTakeFirst() : undefined;
            if (parentId && !parent) {
                throw invalid([{ path: 'parentId', code: 'unknown-comment' }]);
            }
            await transaction.insertInto('knowledge.comment').values({
                id: commentId, revision_id: id, article_id: article.id, parent_id: parent?.parent_id ?? parent?.id ?? null, passage: passage ? JSON.stringify(passage) : null, text, author_id: principal.personId, created_at: new Date()
            }).execute();
            log.audit('article.commented', 'articles', article.id, { comment: commentId, revision: id });
            const told = new Set([...row.contributors, ...parent ? [parent.author_id] : []]);
            told.delete(principal.personId);
            told.forEach(each => log.notify(each, 'article.commented', { title: row.content.title }, linkTo('knowledge', 'articles', article.id)));
            articleChanged(log, { id: article.id, audience: article.audience, ownerId: article.owner_id }, [...told, principal.personId]);
        });
        return show(orNotFound(await commentRows(this.database.read<KnowledgeTables>()).where('comment.id', '=', commentId).executeTakeFirst()));
    }

    /** @throws NOT_FOUND */
    async resolve(principal: Author, id: string, resolved: boolean): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            const found = orNotFound(await transaction.selectFrom('knowledge.comment').select(['revision_id', 'article_id']).where('id', '=', id).executeTakeFirst());
            const { row, article } = await holdRevision(transaction, principal, found.revision_id);
            await transaction.updateTable('knowledge.comment').set({ resolved_at: resolved ? new Date() : null, resolved_by: resolved ? principal.personId : null }).where('id', '=', id).execute();
            log.audit(resolved ? 'article.comment-resolved' : 'article.comment-reopened', 'articles', article.id, { comment: id });
            articleChanged(log, { id: article.id, audience: article.audience, ownerId: article.owner_id }, row.contributors);
        });
    }
}

const commentRows = (database: Kysely<Tables>) => database.selectFrom('knowledge.comment as comment')
    .innerJoin('knowledge.revision as revision', 'revision.id', 'comment.revision_id').innerJoin('knowledge.article as article', 'article.id', 'comment.article_id')
    .innerJoin('core.person as author', 'author.id', 'comment.author_id').leftJoin('core.person as resolver', 'resolver.id', 'comment.resolved_by')
    .select(['comment.id', 'comment.article_id', 'revision.number', 'comment.parent_id', 'comment.passage', 'comment.text', 'comment.author_id', 'author.name as author_name', 'comment.created_at', 'comment.resolved_at', 'resolver.name as resolver_name']);

const show = (row: Awaited<ReturnType<ReturnType<typeof commentRows>['executeTakeFirstOrThrow']>>): Comment => ({
    id: row.id, articleId: row.article_id, revisionNumber: row.number, parentId: row.parent_id, passage: row.passage, text: row.text, authorId: row.author_id, authorName: row.author_name, createdAt: row.created_at.toISOString(),
    resolvedAt: row.resolved_at?.toISOString() ?? null, resolvedByName: row.resolver_name
});
