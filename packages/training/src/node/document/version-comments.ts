import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Comment, NewComment } from '@earshot/writing/lib/common/comment/comment-contract';
import { type CommentFound, Comments } from '@earshot/writing/lib/node/comment/comments';
import { inject, injectable } from '@theia/core/shared/inversify';
import { isOpen } from '../../common/document/version-workflow';
import type { TrainingTables } from '../training-tables';
import { changeDocuments, documentChanged, type HeldVersion, holdVersion } from './document-change';
import { documentReach } from './reach';

type Author = Principal & { readonly personId: string };

export const versionComments = new Comments('training.version_comment', 'version_id');

/** Comments on versions under way: among those who write and approve them, never shown to readers. They are kept with the version once it is in effect. */
@injectable()
export class VersionComments {
    constructor(@inject(Database) private readonly database: Database) { }

    /** Nothing for readers of a version in effect. @throws NOT_FOUND */
    async list(principal: Principal, versionId: string): Promise<Comment[]> {
        const reach = documentReach(principal);
        const { discusses } = orNotFound(await this.database.read<TrainingTables>().selectFrom('training.document_version as version').innerJoin('training.document as document', 'document.id', 'version.document_id')
            .select(reach.underWay.as('discusses')).where('version.id', '=', versionId).where(reach.document).where(reach.version('version')).executeTakeFirst());
        return discusses ? (await versionComments.of(this.database.read(), [versionId])).map(show) : [];
    }

    /** @throws NOT_FOUND; FORBIDDEN; CONFLICT 'version-not-under-way'; INVALID 'unknown-comment' for an answer to a comment on another version */
    async add(principal: Author, { id, ...said }: { readonly id: string } & NewComment): Promise<Comment> {
        return changeDocuments(this.database, principal, async (transaction, log) => {
            const held = await holdVersion(transaction, principal, id);
            const { row, document } = requireDiscussed(principal, held);
            const added = await versionComments.add(transaction, said, { version_id: id }, principal.personId, new Date());
            log.audit('document.commented', 'documents', document.id, { comment: added.id, version: id });
            const told = new Set([...row.contributors, ...added.answered ? [added.answered] : []]);
            told.delete(principal.personId);
            told.forEach(each => log.notify(each, 'document.commented', { title: row.content.title }, linkTo('training', 'documents', document.id)));
            documentChanged(log, { ...document, restricted: document.restricted || row.content.restricted }, [...told, principal.personId]);
            return show(await versionComments.one(transaction, added.id));
        });
    }

    /** @throws NOT_FOUND; FORBIDDEN; CONFLICT 'version-not-under-way' */
    async resolve(principal: Author, id: string, resolved: boolean): Promise<void> {
        await changeDocuments(this.database, principal, async (transaction, log) => {
            const { subjectId } = await versionComments.one(transaction, id);
            const { row, document } = requireDiscussed(principal, await holdVersion(transaction, principal, subjectId));
            await versionComments.resolve(transaction, id, resolved ? principal.personId : null, new Date());
            log.audit(resolved ? 'document.comment-resolved' : 'document.comment-reopened', 'documents', document.id, { comment: id });
            documentChanged(log, { ...document, restricted: document.restricted || row.content.restricted }, row.contributors);
        });
    }
}

/** What is in effect is not discussed but asked to be changed. @throws FORBIDDEN for who neither writes nor approves it; CONFLICT 'version-not-under-way' */
function requireDiscussed(principal: Principal, held: HeldVersion): HeldVersion {
    if (!held.writable && !principal.permissions.has('document:approve')) {
        throw forbidden('document:write');
    }
    if (!isOpen(held.row.state)) {
        throw conflict('version-not-under-way', {});
    }
    return held;
}

const show = ({ subjectId: _, ...said }: CommentFound): Comment => said;
