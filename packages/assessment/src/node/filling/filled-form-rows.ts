import type { Answers, FormDefinition, FormScore } from '@earshot/forms';
import type { EntityLink } from '@earshot/core/lib/common/linking/entity-link';
import type { Kysely, Selectable } from 'kysely';
import type { Evidence, FormSubject } from '../../common/assessment-contract';
import type { AssessmentTables, FilledFormTable } from '../assessment-tables';

/** A form that somebody fills in or has filled in about something. */
export interface FilledForm {
    readonly id: string;
    readonly formVersionId: string;
    readonly subject: EntityLink;
    readonly authorId: string;
    readonly state: 'draft' | 'submitted';
    readonly answers: Answers;
    readonly evidence: readonly Evidence[];
    readonly score: FormScore;
    /** 0 to 100, unrounded; null where there is no score. */
    readonly percent: number | null;
    readonly autoFail: boolean;
    /** Failed critical questions of all classes. */
    readonly criticalErrors: number;
    /** ISO 8601 in UTC. */
    readonly changedAt: string;
    readonly submittedAt: string | null;
    /** Grows with every change; whoever saves says which one they saw. */
    readonly version: number;
}

export const asFilledForm = (row: Selectable<FilledFormTable>): FilledForm => ({
    id: row.id, formVersionId: row.form_version_id, subject: row.subject as EntityLink, authorId: row.author_id, state: row.state, answers: row.answers, evidence: row.evidence,
    score: row.score, percent: row.percent, autoFail: row.auto_fail, criticalErrors: row.critical_errors,
    changedAt: row.changed_at.toISOString(), submittedAt: row.submitted_at?.toISOString() ?? null, version: row.version
});

/** The columns that follow from a score. */
export const scoreColumns = (score: FormScore) => ({
    score: JSON.stringify(score), percent: score.percent, auto_fail: score.autoFail,
    critical_errors: Object.values(score.criticalErrors).reduce((sum, { failed }) => sum + failed, 0)
});

/** The definition of a version that may be filled in, with what it rates; undefined for a draft, one in review, and one that does not exist. */
export const fillableForm = async (database: Kysely<AssessmentTables>, formVersionId: string): Promise<{ readonly definition: FormDefinition; readonly rates: FormSubject } | undefined> =>
    database.selectFrom('assessment.form_version as version').innerJoin('assessment.form as form', 'form.id', 'version.form_id').select(['version.definition', 'form.subject as rates']).where('version.id', '=', formVersionId).where('version.published_at', 'is not', null).executeTakeFirst();
