import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Comment } from '@earshot/writing/lib/common/comment/comment-contract';
import { type CommentFound, Comments } from '@earshot/writing/lib/node/comment/comments';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { TrainingTables } from '../training-tables';
import { changeDocuments, documentChanged, holdDocument } from './document-change';
import { mayDiscuss, requestsWithin } from './request-rows';

type Author = Principal & { readonly personId: string };

const comments = new Comments('training.request_comment', 'request_id');

/** What is said about a request for a change until it is decided: by whoever asked, who writes the document and who approves. Whoever sees the request sees it. */
@injectable()
export class RequestComments {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @throws NOT_FOUND */
    async list(principal: Principal, requestId: string): Promise<Comment[]> {
        const database = this.database.read<TrainingTables>();
        const { id } = orNotFound(await requestsWithin(database, principal).where('request.id', '=', requestId).executeTakeFirst());
        return (await comments.of(database, [id])).map(show);
    }

    /** Whoever has taken part is told. @throws NOT_FOUND; FORBIDDEN; CONFLICT 'request-decided' */
    async add(principal: Author, { id, text }: { readonly id: string; readonly text: string }): Promise<Comment> {
        return changeDocuments(this.database, principal, async (transaction, log) => {
            const seen = orNotFound(await requestsWithin(transaction, principal).where('request.id', '=', id).executeTakeFirst());
            const { document } = await holdDocument(transaction, principal, seen.document_id);
            // A decision holds the document as well: from here on nothing changes.
            const request = orNotFound(await requestsWithin(transaction, principal).where('request.id', '=', id).executeTakeFirst());
            if (request.state !== 'open') {
                throw conflict('request-decided', {});
            }
            if (!mayDiscuss(principal, request)) {
                throw forbidden('document:write');
            }
            const added = await comments.add(transaction, { text, passage: null, parentId: null }, { request_id: id }, principal.personId, new Date());
            log.audit('document.request-discussed', 'documents', document.id, { request: id, comment: added.id });
            const told = new Set([request.person_id, ...document.owner_id ? [document.owner_id] : [], ...(await comments.of(transaction, [id])).map(each => each.authorId)]);
            told.delete(principal.personId);
            told.forEach(each => log.notify(each, 'document.request-discussed', { title: document.title }, linkTo('training', 'documents', document.id)));
            documentChanged(log, document, [...told, principal.personId]);
            return show(await comments.one(transaction, added.id));
        });
    }
}

const show = ({ subjectId: _, ...said }: CommentFound): Comment => said;
