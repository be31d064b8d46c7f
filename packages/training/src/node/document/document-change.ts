import { createHash, randomInt } from 'node:crypto';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { Selectable } from 'kysely';
import { canonicalContent, type DocumentContent } from '../../common/document/document-content';
import { openStates } from '../../common/document/version-workflow';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import type { DocumentTable, DocumentVersionTable } from './document-tables';
import { documentReach } from './reach';

/** An entity id that nothing has. */
const nobody = '00000000-0000-7000-8000-000000000000';

/** SHA-256 of the canonical text, hexadecimal: what was approved, and what was read, is recognised by it. */
export const hashOfContent = (content: DocumentContent): string => createHash('sha256').update(canonicalContent(content)).digest('hex');

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
/** An id for a clause; 8 letters and digits that are not mistaken for each other. */
export const newAnchor = (): string => `c-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`;

/**
 * Tells the browsers. Of a restricted document only those may learn the id who see everything or answer for it; the others are told that something
 * changed, and find out by asking whether it is theirs to see.
 */
export function documentChanged(log: ChangeLog, document: Pick<Selectable<DocumentTable>, 'id' | 'restricted' | 'owner_id'>, people: readonly string[] = []): void {
    if (document.restricted) {
        log.event({ type: 'document.changed', entityId: document.id }, { permission: 'document:read-all', people: [...people, ...document.owner_id ? [document.owner_id] : []] });
        log.event({ type: 'document.changed', entityId: nobody }, { permission: 'document:read' });
    } else {
        log.event({ type: 'document.changed', entityId: document.id }, { permission: 'document:read' });
    }
}

export interface HeldDocument { readonly document: Selectable<DocumentTable>; readonly writable: boolean }
export interface HeldVersion extends HeldDocument { readonly row: Selectable<DocumentVersionTable> }

/** Holds a document until the transaction ends: changes of its versions wait for each other. @throws NOT_FOUND when it is out of reach */
export async function holdDocument(transaction: TrainingTransaction, principal: Principal, id: string): Promise<HeldDocument> {
    const reach = documentReach(principal);
    const { writable, ...document } = orNotFound(await transaction.selectFrom('training.document as document').selectAll('document').select(reach.writable.as('writable')).where('document.id', '=', id).where(reach.document).forUpdate('document').executeTakeFirst());
    return { document, writable };
}

/** A version whose document is held. @throws NOT_FOUND */
export async function holdVersion(transaction: TrainingTransaction, principal: Principal, id: string): Promise<HeldVersion> {
    const { document_id: documentId } = orNotFound(await transaction.selectFrom('training.document_version').select('document_id').where('id', '=', id).executeTakeFirst());
    const held = await holdDocument(transaction, principal, documentId);
    const row = orNotFound(await transaction.selectFrom('training.document_version as held').innerJoin('training.document as document', 'document.id', 'held.document_id').selectAll('held')
        .where('held.id', '=', id).where(documentReach(principal).version('held')).executeTakeFirst());
    return { ...held, row };
}

export const openVersion = (transaction: TrainingTransaction, documentId: string) =>
    transaction.selectFrom('training.document_version').selectAll().where('document_id', '=', documentId).where('state', 'in', [...openStates]).executeTakeFirst();

export const effectiveVersion = (transaction: TrainingTransaction, documentId: string) =>
    transaction.selectFrom('training.document_version').selectAll().where('document_id', '=', documentId).where('state', '=', 'effective').executeTakeFirst();

/** @throws CONFLICT 'changed-meanwhile' when it is no longer the version that the caller saw. */
export function requireVersion(row: { readonly version: number }, seen: number): void {
    if (row.version !== seen) {
        throw conflict('changed-meanwhile', { version: row.version });
    }
}

/** @throws FORBIDDEN */
export function requireWritable(writable: boolean): void {
    if (!writable) {
        throw forbidden('document:write');
    }
}

/** What lists and duties ask for, out of a content. */
export const listedColumns = (content: DocumentContent) => ({
    language: content.language, title: content.title, kind: content.kind, chapter: content.chapter, area: content.area, restricted: content.restricted, everybody: content.everybody,
    position_ids: content.everybody ? [] : [...new Set(content.positionIds)], acknowledge_days: content.acknowledgeDays, review_days: content.reviewDays
});

export const changeDocuments = <R>(database: Database, principal: Principal, change: (transaction: TrainingTransaction, log: ChangeLog) => Promise<R>): Promise<R> =>
    database.write<R, TrainingTables>(principal, change);
