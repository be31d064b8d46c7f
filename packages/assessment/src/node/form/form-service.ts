import { type FormComparison, type FormDefinition, type FormFile, type FormProblem, compareForms, exportForm, parseForm, validateForm } from '@earshot/forms';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { sql } from 'kysely';
import type { Form, FormSubject, FormVersion, Ruling } from '../../common/assessment-contract';
import { FormKinds } from '../../common/form/form-kinds';
import type { AssessmentTables } from '../assessment-tables';
import { RulingService } from '../ruling/ruling-service';
import { asForm, asVersion, formRows, versionRows } from './form-rows';
import type { FormReach } from './form-reach';
import { wholeVersion } from './form-versions';

export interface FormQuery { readonly after?: string; readonly limit: number; readonly text?: string; readonly publishedOnly?: boolean; readonly subject?: FormSubject }

/** Forms and their versions as everybody reads them; drafts only where `reach` says so. Changes are the FormEditing's. */
@injectable()
export class FormService {
    constructor(
        @inject(Database) private readonly database: Database,
        @inject(RulingService) private readonly rulings: RulingService,
        @inject(FormKinds) private readonly kinds: FormKinds
    ) { }

    /** A page of the forms by key. The text is looked for in the key and in the title in any language. */
    async list({ after, limit, text, publishedOnly, subject }: FormQuery, reach: FormReach = 'published'): Promise<{ rows: Form[]; next?: string }> {
        let select = formRows(this.database.read<AssessmentTables>(), reach);
        if (after) { select = select.where('form.key', '>', String(fromCursor(after, 1)[0])); }
        if (subject) { select = select.where('form.subject', '=', subject); }
        if (publishedOnly) { select = select.where('published.id', 'is not', null); }
        if (text?.trim()) {
            select = select.where(sql<boolean>`(form.key ilike ${containing(text.trim())} or exists (select from jsonb_each_text(shown.title) as title where title.value ilike ${containing(text.trim())}))`);
        }
        const found = await select.orderBy('form.key').limit(limit + 1).execute();
        return pageOf(found, limit, ({ key }) => [key], asForm);
    }

    /** @throws NOT_FOUND */
    async get(id: string, reach: FormReach = 'published'): Promise<Form & { versions: Omit<FormVersion, 'definition'>[] }> {
        const database = this.database.read<AssessmentTables>();
        const form = asForm(orNotFound(await formRows(database, reach).where('form.id', '=', id).executeTakeFirst()));
        const versions = await versionRows(database).where('version.form_id', '=', id).$if(reach === 'published', query => query.where('version.published_at', 'is not', null)).orderBy('version.number', 'desc').execute();
        return { ...form, versions: versions.map(asVersion) };
    }

    /** @throws NOT_FOUND */
    async version(id: string, reach: FormReach = 'published'): Promise<FormVersion & { rulings: Ruling[] }> {
        const version = await wholeVersion(this.database.read<AssessmentTables>(), id, reach);
        return { ...version, rulings: await this.rulings.list(version.formId) };
    }

    /** The published version of a form, for those who begin to fill it in. @throws NOT_FOUND without one. */
    async published(formId: string): Promise<FormVersion> {
        const { id } = orNotFound(await this.database.read<AssessmentTables>().selectFrom('assessment.form_version').select('id')
            .where('form_id', '=', formId).where('state', '=', 'published').executeTakeFirst());
        return wholeVersion(this.database.read<AssessmentTables>(), id, 'published');
    }

    /** What is wrong with a definition: with its shape or, where that is right, with its meaning. */
    check(definition: unknown): readonly FormProblem[] {
        const { form, problems } = parseForm(definition);
        return form ? validateForm(form, this.kinds) : problems;
    }

    /** The difference between two versions, of one form or of two. @throws NOT_FOUND */
    async compare(previous: string, next: string, reach: FormReach = 'published'): Promise<FormComparison> {
        const [before, after] = await Promise.all([this.definition(previous, reach), this.definition(next, reach)]);
        return compareForms(before, after, this.kinds);
    }

    /** @throws NOT_FOUND */
    async exportFile(id: string, reach: FormReach = 'published'): Promise<FormFile> {
        return exportForm(await this.definition(id, reach));
    }

    private async definition(id: string, reach: FormReach): Promise<FormDefinition> {
        return orNotFound(await this.database.read<AssessmentTables>().selectFrom('assessment.form_version').select('definition').where('id', '=', id)
            .$if(reach === 'published', query => query.where('published_at', 'is not', null)).executeTakeFirst()).definition;
    }
}
