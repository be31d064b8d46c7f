import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { ChangeRequest } from '../../common/document/care-contract';
import type { TrainingTables } from '../training-tables';
import { changeDocuments, documentChanged, holdDocument, requireWritable } from './document-change';
import { requestsWithin, showRequest } from './request-rows';

type Reader = Principal & { readonly personId: string };
export interface RequestFilter { readonly after?: string; readonly limit: number; readonly documentId?: string; readonly state?: ChangeRequest['state'] }

/** Anybody may ask for a change; whoever answers for the document answers. */
@injectable()
export class RequestService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Principal, { after, limit, documentId, state }: RequestFilter): Promise<{ rows: ChangeRequest[]; next?: string }> {
        let select = requestsWithin(this.database.read<TrainingTables>(), principal).orderBy('request.id', 'desc').limit(limit + 1);
        if (documentId) { select = select.where('request.document_id', '=', documentId); }
        if (state) { select = select.where('request.state', '=', state); }
        if (after) { select = select.where('request.id', '<', String(fromCursor(after, 1)[0])); }
        return pageOf(await select.execute(), limit, row => [row.id], row => showRequest(principal, row));
    }

    /** @throws NOT_FOUND; INVALID 'unknown-clause' */
    async add(principal: Reader, { id, anchor, text }: { readonly id: string; readonly anchor: string | null; readonly text: string }): Promise<ChangeRequest> {
        const requestId = newId();
        await changeDocuments(this.database, principal, async (transaction, log) => {
            const { document } = await holdDocument(transaction, principal, id);
            const clause = anchor ? await transaction.selectFrom('training.clause').select(['anchor', 'number', 'title']).where('document_id', '=', id).where('anchor', '=', anchor).executeTakeFirst() : undefined;
            if (anchor && !clause) {
                throw invalid([{ path: 'anchor', code: 'unknown-clause' }]);
            }
            await transaction.insertInto('training.change_request').values({ id: requestId, document_id: id, clause: clause ? JSON.stringify(clause) : null, text, person_id: principal.personId, created_at: new Date(), answer: null, decided_by: null }).execute();
            log.audit('document.change-requested', 'documents', id, { request: requestId, ...anchor ? { clause: anchor } : {} });
            if (document.owner_id && document.owner_id !== principal.personId) {
                log.notify(document.owner_id, 'document.change-requested', { title: document.title }, linkTo('training', 'documents', id));
            }
            documentChanged(log, document, [principal.personId]);
        });
        return this.get(principal, requestId);
    }

    /** @throws NOT_FOUND; FORBIDDEN; CONFLICT 'request-decided' */
    async decide(principal: Reader, { id, accepted, answer }: { readonly id: string; readonly accepted: boolean; readonly answer: string }): Promise<ChangeRequest> {
        await changeDocuments(this.database, principal, async (transaction, log) => {
            const { document_id: documentId } = orNotFound(await transaction.selectFrom('training.change_request').select('document_id').where('id', '=', id).executeTakeFirst());
            const { document, writable } = await holdDocument(transaction, principal, documentId);
            requireWritable(writable);
            const request = orNotFound(await transaction.selectFrom('training.change_request').select(['state', 'person_id']).where('id', '=', id).executeTakeFirst());
            if (request.state !== 'open') {
                throw conflict('request-decided', {});
            }
            const state = accepted ? 'accepted' as const : 'declined' as const;
            await transaction.updateTable('training.change_request').set({ state, answer, decided_by: principal.personId, decided_at: new Date() }).where('id', '=', id).execute();
            log.audit('document.request-decided', 'documents', documentId, { request: id, state });
            log.notify(request.person_id, 'document.request-decided', { title: document.title, state }, linkTo('training', 'documents', documentId));
            documentChanged(log, document, [request.person_id]);
        });
        return this.get(principal, id);
    }

    private async get(principal: Principal, id: string): Promise<ChangeRequest> {
        return showRequest(principal, orNotFound(await requestsWithin(this.database.read<TrainingTables>(), principal).where('request.id', '=', id).executeTakeFirst()));
    }
}
