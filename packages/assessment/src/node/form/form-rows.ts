import { createHash } from 'node:crypto';
import { type FormDefinition, canonicalForm } from '@earshot/forms';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';
import { type Form, type FormVersion, mostUses } from '../../common/assessment-contract';
import type { AssessmentTables } from '../assessment-tables';
import type { FormReach } from './form-reach';

type Tables = CoreTables & AssessmentTables;

/** SHA-256 of the canonical text, hexadecimal: proves that a version is the one that was published. */
export const hashOfForm = (form: FormDefinition): string => createHash('sha256').update(canonicalForm(form)).digest('hex');

/**
 * Versions as the contract shows them, without their definition; the caller adds which. Uses are counted only as far as somebody reads
 * them: on a version with a hundred thousand evaluations, counting all would cost more than everything else.
 */
export const versionRows = (database: Kysely<Tables>) => database.selectFrom('assessment.form_version as version')
    .leftJoin('core.person as author', 'author.id', 'version.author_id')
    .select([
        'version.id', 'version.form_id', 'version.number', 'version.state', 'version.title', 'version.hash', 'version.author_id', 'author.name as author_name',
        'version.changed_at', 'version.published_at', 'version.version',
        sql<number>`(select count(*) from (select from assessment.filled_form where filled_form.form_version_id = version.id limit ${mostUses + 1}) as used)`.as('uses')
    ]);

export type VersionRow = Awaited<ReturnType<ReturnType<typeof versionRows>['executeTakeFirstOrThrow']>>;

export const asVersion = (row: VersionRow): Omit<FormVersion, 'definition'> => ({
    id: row.id, formId: row.form_id, number: row.number, state: row.state, title: row.title, hash: row.hash, authorId: row.author_id, authorName: row.author_name,
    changedAt: row.changed_at.toISOString(), publishedAt: row.published_at?.toISOString() ?? null, version: row.version, uses: row.uses
});

export const asWholeVersion = (row: VersionRow & { readonly definition: FormDefinition }): FormVersion => ({ ...asVersion(row), definition: { ...row.definition } });

/** Forms with their published and their open version. Who sees no drafts sees neither the open version nor a form that has nothing else. */
export const formRows = (database: Kysely<Tables>, reach: FormReach) => database.selectFrom('assessment.form as form')
    .leftJoin('assessment.form_version as published', join => join.onRef('published.form_id', '=', 'form.id').on('published.state', '=', 'published'))
    .leftJoin('assessment.form_version as open', join => join.onRef('open.form_id', '=', 'form.id').on('open.state', 'in', ['draft', 'in-review']).on(sql<boolean>`${reach === 'drafts'}`))
    .innerJoinLateral(
        database => database.selectFrom('assessment.form_version as newest').select('newest.title').whereRef('newest.form_id', '=', 'form.id')
            .$if(reach === 'published', query => query.where('newest.published_at', 'is not', null))
            .orderBy(sql`newest.state = 'published'`, 'desc').orderBy('newest.number', 'desc').limit(1).as('shown'),
        join => join.onTrue()
    )
    .select([
        'form.id', 'form.key', 'form.subject', 'form.changed_at', 'shown.title', 'published.id as published_id', 'published.number as published_number',
        'open.id as open_id', 'open.number as open_number', 'open.state as open_state'
    ]);

export type FormRow = Awaited<ReturnType<ReturnType<typeof formRows>['executeTakeFirstOrThrow']>>;

export const asForm = (row: FormRow): Form => ({
    id: row.id, key: row.key, subject: row.subject, title: row.title, changedAt: row.changed_at.toISOString(),
    published: row.published_id === null ? null : { id: row.published_id, number: row.published_number! },
    draft: row.open_id === null ? null : { id: row.open_id, number: row.open_number!, state: row.open_state! }
});
