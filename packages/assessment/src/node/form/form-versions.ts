import type { FormDefinition } from '@earshot/forms';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Kysely, Transaction } from 'kysely';
import type { FormVersion } from '../../common/assessment-contract';
import type { AssessmentTables } from '../assessment-tables';
import type { FormReach } from './form-reach';
import { asWholeVersion, hashOfForm, versionRows } from './form-rows';

export type FormTransaction = Transaction<CoreTables & AssessmentTables>;

/** Holds a form until the transaction ends: changes of its versions wait for each other. @throws NOT_FOUND */
export const lockForm = async (transaction: FormTransaction, id: string): Promise<{ id: string; key: string }> =>
    orNotFound(await transaction.selectFrom('assessment.form').select(['id', 'key']).where('id', '=', id).forUpdate().executeTakeFirst());

/** A version whose form is held. @throws NOT_FOUND */
export async function lockVersion(transaction: FormTransaction, id: string) {
    const { form_id: formId } = orNotFound(await transaction.selectFrom('assessment.form_version').select('form_id').where('id', '=', id).executeTakeFirst());
    await lockForm(transaction, formId);
    return orNotFound(await transaction.selectFrom('assessment.form_version').selectAll().where('id', '=', id).executeTakeFirst());
}

/** @throws CONFLICT 'changed-meanwhile' when it is no longer the version that the caller saw. */
export const requireVersion = (row: { readonly version: number }, seen: number): void => {
    if (row.version !== seen) {
        throw conflict('changed-meanwhile', { version: row.version });
    }
};

/** @throws NOT_FOUND */
export const wholeVersion = async (database: Kysely<CoreTables & AssessmentTables>, id: string, reach: FormReach): Promise<FormVersion> =>
    asWholeVersion(orNotFound(await versionRows(database).select('version.definition').where('version.id', '=', id)
        .$if(reach === 'published', query => query.where('version.published_at', 'is not', null)).executeTakeFirst()));

/** Adds a draft to a form that is held. @throws CONFLICT 'draft-exists' */
export async function addDraft(transaction: FormTransaction, formId: string, definition: FormDefinition, authorId: string | null): Promise<{ id: string; number: number; hash: string }> {
    const versions = await transaction.selectFrom('assessment.form_version').select(['id', 'number', 'state']).where('form_id', '=', formId).execute();
    const open = versions.find(({ state }) => state === 'draft' || state === 'in-review');
    if (open) {
        throw conflict('draft-exists', { id: open.id });
    }
    const added = { id: newId(), number: Math.max(0, ...versions.map(each => each.number)) + 1, hash: hashOfForm(definition) };
    await transaction.insertInto('assessment.form_version').values({
        ...added, form_id: formId, state: 'draft', title: JSON.stringify(definition.title), definition: JSON.stringify(definition), author_id: authorId, editor_ids: authorId ? [authorId] : [], changed_at: new Date()
    }).execute();
    return added;
}

/** Remembers that something of a form changed, and tells those who look at forms. */
export async function formChanged(transaction: FormTransaction, log: ChangeLog, formId: string): Promise<void> {
    await transaction.updateTable('assessment.form').set({ changed_at: new Date() }).where('id', '=', formId).execute();
    log.event({ type: 'form.changed', entityId: formId }, { permission: 'form:read' });
}
