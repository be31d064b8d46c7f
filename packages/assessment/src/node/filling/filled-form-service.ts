import { isDeepStrictEqual } from 'node:util';
import { type Answers, type FormDefinition, scoreForm, validateAnswers } from '@earshot/forms';
import { type EntityLink, parseLink } from '@earshot/core/lib/common/linking/entity-link';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { validateEvidence } from '../../common/filling/evidence';
import { type FilledContent, emptyContent, shownAnswers } from '../../common/filling/filled-content';
import type { FormSubject } from '../../common/assessment-contract';
import { FormKinds } from '../../common/form/form-kinds';
import type { AssessmentTables, FilledFormTable } from '../assessment-tables';
import { requireSameSubject } from '../form/published-form';
import { type FilledForm, asFilledForm, fillableForm, scoreColumns } from './filled-form-rows';

type Own = Transaction<AssessmentTables>;
type Row = Selectable<FilledFormTable>;

export interface Opening {
    /** A version that is or was published: what is filled in must never change below it. */
    readonly formVersionId: string;
    readonly subject: EntityLink;
    /** What the subject is; the form must be one that rates such. */
    readonly rates: FormSubject;
    readonly authorId: string;
}

/**
 * Forms as they are filled in, for the packages that know what they are about. Everything that changes takes the caller's
 * transaction, so that a form and what it belongs to are saved together; the caller decides who may, and writes the audit entry.
 */
@injectable()
export class FilledFormService {
    constructor(@inject(Database) private readonly database: Database, @inject(FormKinds) private readonly kinds: FormKinds) { }

    /** A new, empty draft. @throws CONFLICT 'form-not-published', 'form-rates-otherwise' */
    async open<T extends AssessmentTables>(transaction: Transaction<T>, opening: Opening): Promise<FilledForm> {
        return this.insert(own(transaction), opening, emptyContent);
    }

    /** A new draft that begins with the content of another form: to correct what was submitted. The author may be another one. @throws NOT_FOUND */
    async copy<T extends AssessmentTables>(transaction: Transaction<T>, id: string, { authorId }: { readonly authorId: string }): Promise<FilledForm> {
        const row = await lockRow(own(transaction), id);
        return this.insert(own(transaction), { formVersionId: row.form_version_id, rates: undefined, subject: row.subject as EntityLink, authorId }, row);
    }

    /**
     * Saves a draft, which may have gaps, with its score. Saving what is there already changes nothing, whatever version was seen:
     * so a request may be repeated when its answer was lost.
     * @throws NOT_FOUND; INVALID for answers and marks that do not fit the form; CONFLICT 'already-submitted', 'changed-meanwhile'.
     */
    async save<T extends AssessmentTables>(foreign: Transaction<T>, id: string, version: number, content: FilledContent): Promise<FilledForm> {
        const transaction = own(foreign);
        const row = await lockRow(transaction, id);
        const given = plain(content);
        if (row.state === 'submitted') {
            throw conflict('already-submitted', { version: row.version });
        }
        if (holds(row, given)) {
            return asFilledForm(row);
        }
        requireVersion(row, version);
        const form = await this.formOf(transaction, row);
        this.refuseProblems(form, given, false);
        return this.update(transaction, id, form, given, {});
    }

    /**
     * Completes a form; from then on it never changes. Answers to questions that are not shown are left out. Submitting the same
     * again answers with what was submitted.
     * @throws NOT_FOUND; INVALID for what is missing or does not fit; CONFLICT 'already-submitted' with other content, 'changed-meanwhile'.
     */
    async submit<T extends AssessmentTables>(foreign: Transaction<T>, id: string, version: number, content: FilledContent): Promise<FilledForm> {
        const transaction = own(foreign);
        const row = await lockRow(transaction, id);
        const form = await this.formOf(transaction, row);
        const { answers, evidence } = plain(content);
        const given = { answers: shownAnswers(form, answers, this.kinds), evidence };
        if (row.state === 'submitted') {
            if (holds(row, given)) {
                return asFilledForm(row);
            }
            throw conflict('already-submitted', { version: row.version });
        }
        requireVersion(row, version);
        this.refuseProblems(form, { answers, evidence }, true);
        return this.update(transaction, id, form, given, { state: 'submitted', submitted_at: new Date() });
    }

    /** Takes a draft away. @throws NOT_FOUND; CONFLICT 'already-submitted' */
    async discard<T extends AssessmentTables>(transaction: Transaction<T>, id: string): Promise<void> {
        const row = await lockRow(own(transaction), id);
        if (row.state === 'submitted') {
            throw conflict('already-submitted', { version: row.version });
        }
        await own(transaction).deleteFrom('assessment.filled_form').where('id', '=', id).execute();
    }

    /** Filled-in forms by id; what does not exist is not in it. Within a transaction for who has just changed them. */
    async load<T extends AssessmentTables>(ids: readonly string[], within?: Transaction<T>): Promise<ReadonlyMap<string, FilledForm>> {
        const database: Kysely<AssessmentTables> = within ? own(within) : this.database.read<AssessmentTables>() as unknown as Kysely<AssessmentTables>;
        const rows = ids.length ? await database.selectFrom('assessment.filled_form').selectAll().where('id', 'in', [...ids]).execute() : [];
        return new Map(rows.map(row => [row.id, asFilledForm(row)]));
    }

    private async insert(transaction: Own, { formVersionId, subject, rates, authorId }: Omit<Opening, 'rates'> & { readonly rates: FormSubject | undefined }, { answers, evidence }: FilledContent): Promise<FilledForm> {
        if (!parseLink(subject)) {
            throw new Error(`What a form is about must be an earshot: link, not ${subject}`);
        }
        const form = await fillableForm(transaction, formVersionId);
        if (!form) {
            throw conflict('form-not-published', { formVersionId });
        }
        if (rates) {
            requireSameSubject(form.rates, rates);
        }
        const now = new Date();
        return asFilledForm(await transaction.insertInto('assessment.filled_form').values({
            id: newId(), form_version_id: formVersionId, subject, author_id: authorId, answers: JSON.stringify(answers), evidence: JSON.stringify(evidence),
            ...scoreColumns(scoreForm(form.definition, answers, this.kinds)), created_at: now, changed_at: now
        }).returningAll().executeTakeFirstOrThrow());
    }

    private async update(transaction: Own, id: string, form: FormDefinition, { answers, evidence }: FilledContent, more: { state?: 'submitted'; submitted_at?: Date }): Promise<FilledForm> {
        return asFilledForm(await transaction.updateTable('assessment.filled_form').set(({ eb }) => ({
            answers: JSON.stringify(answers), evidence: JSON.stringify(evidence), ...scoreColumns(scoreForm(form, answers, this.kinds)), ...more,
            changed_at: new Date(), version: eb('version', '+', 1)
        })).where('id', '=', id).returningAll().executeTakeFirstOrThrow());
    }

    private async formOf(transaction: Own, row: Row): Promise<FormDefinition> {
        return orNotFound(await fillableForm(transaction, row.form_version_id)).definition;
    }

    private refuseProblems(form: FormDefinition, { answers, evidence }: FilledContent, complete: boolean): void {
        const problems = [
            ...validateAnswers(form, answers, { complete }, this.kinds).map(({ question, part, code, parameters }) => ({ path: `answers.${question}.${part}`, code, detail: { ...parameters, question, part } })),
            ...validateEvidence(form, evidence).map(({ index, code }) => ({ path: `evidence.${index}`, code, detail: { id: evidence[index]!.id } }))
        ];
        if (problems.length) {
            throw invalid(problems);
        }
    }
}

/** The caller's transaction as this package uses it: the same one, seen with this package's tables only. */
const own = <T extends AssessmentTables>(transaction: Transaction<T>): Own => transaction as unknown as Own;

const lockRow = async (transaction: Own, id: string): Promise<Row> =>
    orNotFound(await transaction.selectFrom('assessment.filled_form').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());

const requireVersion = (row: Row, seen: number): void => {
    if (row.version !== seen) {
        throw conflict('changed-meanwhile', { version: row.version });
    }
};

/** As it will come back from the database: without members that are undefined. */
const plain = (content: FilledContent): FilledContent => JSON.parse(JSON.stringify({ answers: content.answers, evidence: content.evidence })) as { answers: Answers; evidence: FilledContent['evidence'] };

const holds = (row: Row, { answers, evidence }: FilledContent): boolean => isDeepStrictEqual(row.answers, answers) && isDeepStrictEqual(row.evidence, evidence);
