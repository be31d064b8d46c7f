import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Selectable } from 'kysely';
import { outlineOf } from '../../common/document/clauses';
import { carriesOver } from '../../common/document/version-number';
import type { TrainingTransaction } from '../training-tables';
import { listedColumns } from './document-change';
import { concerned } from './document-query';
import type { DocumentTable, DocumentVersionTable } from './document-tables';
import type { VersionChange } from './effect-gate';
import { changeOf } from './version-rows';

type DocumentFound = Selectable<DocumentTable>;
type VersionFound = Selectable<DocumentVersionTable>;
const dayMs = 86_400_000;

/**
 * The version takes the place of the one in effect: lists, clauses and duties follow it. Those concerned are told of a major one; a minor one says the same in
 * other words, and what they have acknowledged counts on.
 */
export async function putInForce(transaction: TrainingTransaction, log: ChangeLog, document: DocumentFound, row: VersionFound, now: Date): Promise<VersionChange> {
    const change = await changeOf(transaction, row, document.owner_id);
    await transaction.updateTable('training.document_version').set({ state: 'obsolete', obsolete_at: now, changed_at: now }).where('document_id', '=', document.id).where('state', '=', 'effective').execute();
    await transaction.updateTable('training.document_version').set({ state: 'effective', effective_at: row.effective_at ?? now, took_effect_at: now }).where('id', '=', row.id).execute();
    const sameMajor = document.major !== null && document.state === 'effective' && carriesOver({ major: document.major, minor: document.minor! }, row);
    // a minor version is no review: it says the same in other words
    const reviewedAt = sameMajor ? document.reviewed_at ?? document.effective_at ?? now : now;
    await transaction.updateTable('training.document').set({
        ...listedColumns(row.content), state: 'effective', major: row.major, minor: row.minor, effective_at: now, ...sameMajor ? {} : { major_since: now, reviewed_at: now }, review_due_at: new Date(reviewedAt.getTime() + row.content.reviewDays * dayMs)
    }).where('id', '=', document.id).execute();
    await keepClauses(transaction, log, document.id, row);
    if (!sameMajor) {
        const people = await transaction.selectFrom('core.person as person').innerJoin('training.document as document', join => join.on('document.id', '=', document.id))
            .select('person.id').where(concerned).execute();
        people.forEach(({ id }) => log.notify(id, 'document.to-read', { title: row.content.title }, linkTo('training', 'documents', document.id)));
    }
    return change;
}

/** The clauses as they are from now on; one that went keeps its last words and is current no more. */
async function keepClauses(transaction: TrainingTransaction, log: ChangeLog, documentId: string, row: VersionFound): Promise<void> {
    const { clauses } = outlineOf(row.content.text);
    await transaction.updateTable('training.clause').set({ current: false }).where('document_id', '=', documentId).execute();
    await transaction.insertInto('training.clause').values(clauses.map(({ id, number, title, text }, place) => ({ id: newId(), document_id: documentId, anchor: id!, version_id: row.id, place, number, title, text, current: true })))
        .onConflict(found => found.columns(['document_id', 'anchor']).doUpdateSet(({ ref }) => ({ version_id: row.id, place: ref('excluded.place'), number: ref('excluded.number'), title: ref('excluded.title'), text: ref('excluded.text'), current: true }))).execute();
    const kept = await transaction.selectFrom('training.clause').select('id').where('document_id', '=', documentId).execute();
    tellClauses(log, kept.map(each => each.id));
}

/** Only the search index listens: nobody's screen shows a clause by its id alone. */
const tellClauses = (log: ChangeLog, ids: readonly string[]): void => { for (const id of ids) { log.event({ type: 'clause.changed', entityId: id }, {}); } };

/** The document is over: nobody finds it any more, and who opens it sees at once that it is obsolete. */
export async function retire(transaction: TrainingTransaction, log: ChangeLog, document: DocumentFound, row: VersionFound, now: Date): Promise<void> {
    await transaction.updateTable('training.document_version').set({ obsolete_at: now }).where('id', '=', row.id).execute();
    await transaction.updateTable('training.document').set({ state: 'obsolete', review_due_at: null }).where('id', '=', document.id).execute();
    const clauses = await transaction.updateTable('training.clause').set({ current: false }).where('document_id', '=', document.id).returning('id').execute();
    tellClauses(log, clauses.map(each => each.id));
}
