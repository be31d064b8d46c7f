import type { Answers, FormDefinition, FormScore, FormVersionState, LocalizedText } from '@earshot/forms';
import type { Json, Moment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { ColumnType, Generated } from 'kysely';
import type { Evidence, FormSubject } from '../common/assessment-contract';

export interface FormTable { id: string; key: string; subject: Generated<FormSubject>; changed_at: Moment }

export interface FormVersionTable {
    id: string;
    form_id: string;
    /** 1, 2, 3 … within the form. */
    number: number;
    state: FormVersionState;
    /** The definition's title, once more, to list and to search. */
    title: Json<LocalizedText>;
    definition: Json<FormDefinition>;
    /** SHA-256 of the canonical text of the definition, hexadecimal. */
    hash: string;
    /** Who saved it last. */
    author_id: string | null;
    /** Everybody who wrote at it. */
    editor_ids: Generated<string[]>;
    changed_at: Moment;
    published_at: OptionalMoment;
    retired_at: OptionalMoment;
    version: Generated<number>;
}

export interface FilledFormTable {
    id: string;
    form_version_id: string;
    /** `earshot:` link to what the form is about. */
    subject: string;
    author_id: string;
    state: ColumnType<'draft' | 'submitted', 'draft' | 'submitted' | undefined, 'draft' | 'submitted'>;
    answers: Json<Answers>;
    evidence: Json<readonly Evidence[]>;
    /** What the answers give by this version of the form, with its trace. */
    score: Json<FormScore>;
    /** 0 to 100, unrounded; null where there is no score. */
    percent: number | null;
    auto_fail: boolean;
    /** Failed critical questions of all classes. */
    critical_errors: number;
    created_at: Moment;
    changed_at: Moment;
    submitted_at: OptionalMoment;
    version: Generated<number>;
}

export interface RulingTable {
    id: string;
    form_id: string;
    question_id: string;
    text: string;
    decided_at: Moment;
    /** `earshot:` link to where it was decided. */
    decided_in: string | null;
    withdrawn_at: OptionalMoment;
}

export interface AssessmentTables {
    'assessment.form': FormTable;
    'assessment.form_version': FormVersionTable;
    'assessment.filled_form': FilledFormTable;
    'assessment.ruling': RulingTable;
}
