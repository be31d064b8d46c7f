import { type FormDefinition, type FormProblem, importForm, isEditable, parseForm, validateForm } from '@earshot/forms';
import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely } from 'kysely';
import type { FormSubject, FormVersion } from '../../common/assessment-contract';
import { formKey } from '../../common/assessment-contract';
import { formSteps, isFormAction, needsSoundForm } from '../../common/form/form-action';
import { FormKinds } from '../../common/form/form-kinds';
import type { AssessmentTables } from '../assessment-tables';
import { otherPublisherDemanded } from '../policy/form-policy-service';
import { readForm, refuseErrors } from './form-problems';
import { hashOfForm } from './form-rows';
import { type FormTransaction, addDraft, formChanged, lockForm, lockVersion, requireVersion, wholeVersion } from './form-versions';

interface Seen { readonly id: string; readonly version: number }

/** Makes, edits, publishes and retires versions of forms. */
@injectable()
export class FormEditing {
    constructor(@inject(Database) private readonly database: Database, @inject(FormKinds) private readonly kinds: FormKinds) { }

    /** A new form with a first draft, which may still have gaps. @throws CONFLICT 'key-taken'; INVALID when it does not even have the shape of a form. */
    async create(principal: Principal, { key, subject, definition }: { readonly key: string; readonly subject?: FormSubject; readonly definition: unknown }): Promise<FormVersion> {
        return this.add(principal, key, subject, readForm('definition', parseForm(definition)), 'form.created');
    }

    /**
     * Saves a draft, with gaps and errors, and says what they are. Saving what is there already changes nothing.
     * @throws CONFLICT 'not-a-draft', 'changed-meanwhile'; INVALID when it does not even have the shape of a form.
     */
    async saveDraft(principal: Principal, { id, version, definition }: Seen & { readonly definition: unknown }): Promise<FormVersion & { problems: readonly FormProblem[] }> {
        const form = readForm('definition', parseForm(definition));
        const hash = hashOfForm(form);
        return this.write(principal, async (transaction, log) => {
            const row = await lockVersion(transaction, id);
            requireDraft(row);
            if (row.hash !== hash) {
                requireVersion(row, version);
                await transaction.updateTable('assessment.form_version').set({
                    title: JSON.stringify(form.title), definition: JSON.stringify(form), hash, author_id: principal.personId, changed_at: new Date(), version: version + 1,
                    ...principal.personId && !row.editor_ids.includes(principal.personId) && { editor_ids: [...row.editor_ids, principal.personId] }
                }).where('id', '=', id).execute();
                await formChanged(transaction, log, row.form_id);
            }
            log.audit('form.draft-saved', 'form-versions', id, { hash });
            return { ...await wholeVersion(transaction, id, 'drafts'), problems: validateForm(form, this.kinds) };
        });
    }

    /** A new draft, which begins as the published version or, without one, as the latest. @throws NOT_FOUND; CONFLICT 'draft-exists' */
    async newVersion(principal: Principal, formId: string): Promise<FormVersion> {
        return this.write(principal, async (transaction, log) => {
            await lockForm(transaction, formId);
            const versions = await transaction.selectFrom('assessment.form_version').select(['definition', 'state']).where('form_id', '=', formId).orderBy('number', 'desc').execute();
            const { definition } = orNotFound(versions.find(({ state }) => state === 'published') ?? versions[0]);
            return this.drafted(transaction, log, principal, formId, definition, 'form.version-begun');
        });
    }

    /**
     * One step in the life of a version. Publishing retires the version that was published before.
     * @throws NOT_FOUND; FORBIDDEN without the step's permission; INVALID when errors stand in the way; CONFLICT 'changed-meanwhile', 'not-possible-now'.
     */
    async act(principal: Principal, { id, version, action }: Seen & { readonly action: string }): Promise<FormVersion> {
        if (!isFormAction(action)) {
            throw invalid([{ path: 'action', code: 'unknown' }]);
        }
        return this.write(principal, async (transaction, log) => {
            const row = await lockVersion(transaction, id);
            const step = formSteps(row.state).find(each => each.action === action);
            if (!step) {
                throw conflict('not-possible-now', { state: row.state, action });
            }
            scopeOf(principal, step.permission);
            requireVersion(row, version);
            if (needsSoundForm(step.next)) {
                refuseErrors(validateForm(row.definition, this.kinds));
            }
            if (step.next === 'published') {
                await refuseOwn(transaction, principal, row);
                await this.retirePublished(transaction, log, row.form_id);
            }
            await transaction.updateTable('assessment.form_version').set({
                state: step.next, changed_at: new Date(), version: version + 1,
                published_at: step.next === 'published' && !row.published_at ? new Date() : row.published_at,
                retired_at: step.next === 'retired' ? new Date() : step.next === 'published' ? null : row.retired_at
            }).where('id', '=', id).execute();
            log.audit(`form.${action}`, 'form-versions', id, { formId: row.form_id, number: row.number, hash: row.hash });
            await formChanged(transaction, log, row.form_id);
            return wholeVersion(transaction, id, 'drafts');
        });
    }

    /** Discards a draft, and with its only version the form. @throws NOT_FOUND; CONFLICT 'not-a-draft' */
    async discard(principal: Principal, id: string): Promise<void> {
        await this.write(principal, async (transaction, log) => {
            const row = await lockVersion(transaction, id);
            requireDraft(row);
            await transaction.deleteFrom('assessment.form_version').where('id', '=', id).execute();
            log.audit('form.draft-discarded', 'form-versions', id, { formId: row.form_id, number: row.number });
            await formChanged(transaction, log, row.form_id);
            const other = await transaction.selectFrom('assessment.form_version').select('id').where('form_id', '=', row.form_id).limit(1).executeTakeFirst();
            if (!other) {
                await transaction.deleteFrom('assessment.form').where('id', '=', row.form_id).execute();
                log.audit('form.discarded', 'forms', row.form_id);
            }
        });
    }

    /** A form file as a new form (with a key) or as a draft of an existing one. @throws as `create` and `newVersion`; INVALID for a file that is none. */
    async importFile(principal: Principal, { key, formId, subject, file }: { readonly key?: string; readonly formId?: string; readonly subject?: FormSubject; readonly file: unknown }): Promise<FormVersion> {
        const form = readForm('file', importForm(file));
        if (formId) {
            return this.write(principal, async (transaction, log) => {
                await lockForm(transaction, formId);
                return this.drafted(transaction, log, principal, formId, form, 'form.imported');
            });
        }
        const checked = formKey.safeParse(key);
        if (!checked.success) {
            throw invalid([{ path: 'key', code: key ? 'malformed-key' : 'required' }]);
        }
        return this.add(principal, checked.data, subject, form, 'form.imported');
    }

    private async add(principal: Principal, key: string, subject: FormSubject | undefined, form: FormDefinition, action: string): Promise<FormVersion> {
        return this.write(principal, async (transaction, log) => {
            const id = newId();
            const { numInsertedOrUpdatedRows } = await transaction.insertInto('assessment.form').values({ id, key, subject, changed_at: new Date() }).onConflict(taken => taken.column('key').doNothing()).executeTakeFirstOrThrow();
            if (!numInsertedOrUpdatedRows) {
                throw conflict('key-taken', { key });
            }
            return this.drafted(transaction, log, principal, id, form, action);
        });
    }

    private async drafted(transaction: FormTransaction, log: ChangeLog, principal: Principal, formId: string, form: FormDefinition, action: string): Promise<FormVersion> {
        const { id, number, hash } = await addDraft(transaction, formId, form, principal.personId);
        log.audit(action, 'forms', formId, { versionId: id, number, hash });
        await formChanged(transaction, log, formId);
        return wholeVersion(transaction, id, 'drafts');
    }

    private async retirePublished(transaction: FormTransaction, log: ChangeLog, formId: string): Promise<void> {
        const retired = await transaction.updateTable('assessment.form_version').set(({ eb }) => ({ state: 'retired', retired_at: new Date(), changed_at: new Date(), version: eb('version', '+', 1) }))
            .where('form_id', '=', formId).where('state', '=', 'published').returning(['id', 'number', 'hash']).execute();
        retired.forEach(({ id, number, hash }) => log.audit('form.retire', 'form-versions', id, { formId, number, hash }));
    }

    private write<R>(principal: Principal, change: (transaction: FormTransaction, log: ChangeLog) => Promise<R>): Promise<R> {
        return this.database.write<R, AssessmentTables>(principal, change);
    }
}

/** Where the centre demands it, nobody puts in force what they wrote themselves. @throws CONFLICT 'own-form' */
const refuseOwn = async (transaction: FormTransaction, { personId }: Principal, { published_at: before, editor_ids: editors }: { readonly published_at: Date | null; readonly editor_ids: readonly string[] }): Promise<void> => {
    if (personId && !before && editors.includes(personId) && await otherPublisherDemanded(transaction as unknown as Kysely<CoreTables>)) {
        throw conflict('own-form');
    }
};

/** @throws CONFLICT 'not-a-draft' */
const requireDraft = ({ state }: { readonly state: Parameters<typeof isEditable>[0] }): void => {
    if (!isEditable(state)) {
        throw conflict('not-a-draft', { state });
    }
};
