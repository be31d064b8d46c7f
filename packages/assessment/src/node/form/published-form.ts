import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { Kysely } from 'kysely';
import type { FormSubject } from '../../common/assessment-contract';
import type { AssessmentTables } from '../assessment-tables';

type Database = Pick<Kysely<AssessmentTables>, 'selectFrom'>;

/** What a form rates is said once, when it is made: a conversation is never rated on a form for articles, nor the other way round. @throws CONFLICT 'form-rates-otherwise' */
export const requireSameSubject = (rated: FormSubject, wanted: FormSubject): void => {
    if (rated !== wanted) {
        throw conflict('form-rates-otherwise', { rates: rated });
    }
};

/** @throws NOT_FOUND for a form that does not exist; CONFLICT 'form-rates-otherwise' */
export async function requireFormFor(database: Database, formId: string, subject: FormSubject): Promise<void> {
    requireSameSubject(orNotFound(await database.selectFrom('assessment.form').select('subject').where('id', '=', formId).executeTakeFirst()).subject, subject);
}

/** The id of the published version of a form that rates such a subject; undefined where none is published. @throws CONFLICT 'form-rates-otherwise' */
export async function publishedFormFor(database: Database, formId: string, subject: FormSubject): Promise<string | undefined> {
    const found = await database.selectFrom('assessment.form_version as version').innerJoin('assessment.form as form', 'form.id', 'version.form_id').select(['version.id', 'form.subject'])
        .where('version.form_id', '=', formId).where('version.state', '=', 'published').executeTakeFirst();
    if (found) {
        requireSameSubject(found.subject, subject);
    }
    return found?.id;
}
