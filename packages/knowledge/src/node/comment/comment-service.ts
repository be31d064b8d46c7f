import type { Principal } from '@earshot/core/lib/node/api/context';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { NewComment } from '@earshot/writing/lib/common/comment/comment-contract';
import { type CommentFound, Comments } from '@earshot/writing/lib/node/comment/comments';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Comment } from '../../common/comment/comment-contract';
import { articleChanged, changeArticles, holdRevision } from '../article/article-change';
import { reachOf } from '../article/reach';
import type { KnowledgeTables } from '../knowledge-tables';

type Author = Principal & { readonly personId: string };

const comments = new Comments('knowledge.comment', 'revision_id', 'article_id');

/** Comments on revisions: among those who write and approve an article, never shown to its readers. */
@injectable()
export class CommentService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Principal, articleId: string): Promise<Comment[]> {
        const reach = await reachOf(this.database.read(), principal);
        const database = this.database.read<KnowledgeTables>();
        const rows = await database.selectFrom('knowledge.revision as revision').innerJoin('knowledge.article as article', 'article.id', 'revision.article_id').select(['revision.id', 'revision.number'])
            .where('article.id', '=', articleId).where(reach.article).where(reach.open('revision')).execute();
        const numbers = new Map(rows.map(each => [each.id, each.number]));
        return (await comments.of(database, [...numbers.keys()])).map(each => show(each, articleId, numbers.get(each.subjectId)!));
    }

    /** @throws NOT_FOUND; INVALID 'unknown-comment' for an answer to a comment on another article */
    async add(principal: Author, { id, ...said }: { readonly id: string } & NewComment): Promise<Comment> {
        return changeArticles(this.database, principal, async (transaction, log) => {
            const { row, article } = await holdRevision(transaction, principal, id);
            const added = await comments.add(transaction, said, { revision_id: id, article_id: article.id }, principal.personId, new Date());
            log.audit('article.commented', 'articles', article.id, { comment: added.id, revision: id });
            const told = new Set([...row.contributors, ...added.answered ? [added.answered] : []]);
            told.delete(principal.personId);
            told.forEach(each => log.notify(each, 'article.commented', { title: row.content.title }, linkTo('knowledge', 'articles', article.id)));
            articleChanged(log, { id: article.id, audience: article.audience, ownerId: article.owner_id }, [...told, principal.personId]);
            return show(await comments.one(transaction, added.id), article.id, row.number);
        });
    }

    /** @throws NOT_FOUND */
    async resolve(principal: Author, id: string, resolved: boolean): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            const { subjectId } = await comments.one(transaction, id);
            const { row, article } = await holdRevision(transaction, principal, subjectId);
            await comments.resolve(transaction, id, resolved ? principal.personId : null, new Date());
            log.audit(resolved ? 'article.comment-resolved' : 'article.comment-reopened', 'articles', article.id, { comment: id });
            articleChanged(log, { id: article.id, audience: article.audience, ownerId: article.owner_id }, row.contributors);
        });
    }
}

const show = ({ subjectId: _, ...said }: CommentFound, articleId: string, revisionNumber: number): Comment => ({ ...said, articleId, revisionNumber });
