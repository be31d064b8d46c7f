import type { Principal } from '@earshot/core/lib/node/api/context';
import { type Kysely, sql } from 'kysely';
import type { ChangeRequest } from '../../common/document/care-contract';
import type { Tables } from '../training-tables';
import { documentReach } from './reach';

/** What the caller may see: their own requests, those of documents that they write, and all for those who see everything. */
export const requestsWithin = (database: Kysely<Tables>, principal: Principal) => {
    const reach = documentReach(principal);
    const all = principal.permissions.has('document:read-all') || principal.permissions.has('document:approve');
    return database.selectFrom('training.change_request as request').innerJoin('training.document as document', 'document.id', 'request.document_id').innerJoin('core.person as person', 'person.id', 'request.person_id')
        .leftJoin('core.person as decider', 'decider.id', 'request.decided_by').selectAll('request').select(['document.title', 'person.name as person_name', 'decider.name as decider_name'])
        .select(sql<number>`(select count(*)::int from training.request_comment said where said.request_id = request.id)`.as('comments')).select(reach.writable.as('writable'))
        .where(reach.document).where(all ? sql<boolean>`true` : sql<boolean>`(request.person_id = ${principal.personId} or ${reach.writable})`);
};
export type RequestFound = Awaited<ReturnType<ReturnType<typeof requestsWithin>['executeTakeFirstOrThrow']>>;

/** Whether somebody who sees a request may say something about it. */
export const mayDiscuss = (principal: Principal, { state, person_id: personId, writable }: Pick<RequestFound, 'state' | 'person_id' | 'writable'>): boolean =>
    state === 'open' && (personId === principal.personId || writable || principal.permissions.has('document:approve'));

export const showRequest = (principal: Principal, row: RequestFound): ChangeRequest => ({
    id: row.id, documentId: row.document_id, documentTitle: row.title, clause: row.clause, text: row.text, personId: row.person_id, personName: row.person_name, state: row.state, createdAt: row.created_at.toISOString(),
    answer: row.answer, decidedByName: row.decider_name, decidedAt: row.decided_at?.toISOString() ?? null, mayDecide: row.state === 'open' && row.writable, mayDiscuss: mayDiscuss(principal, row), comments: row.comments
});
