import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { type Selectable, sql } from 'kysely';
import { clauseKey, type QuestionContent } from '../../common/question/question-content';
import { questionTakers, type QuestionStepTaker } from '../../common/question/question-workflow';
import type { TrainingTransaction } from '../training-tables';
import type { VersionChange } from '../document/effect-gate';
import { changeOf } from '../document/version-rows';
import { hashOfQuestion, listedColumns } from './question-rows';
import type { QuestionTable, QuestionVersionTable } from './question-tables';

export type QuestionVersion = Selectable<QuestionVersionTable>;
export interface HeldQuestion {
    readonly row: Selectable<QuestionTable>;
    /** The version on its way. */ readonly open: QuestionVersion | undefined;
    /** The approved or retired one. */ readonly settled: QuestionVersion | undefined;
}

export const questionChanged = (log: ChangeLog, id: string): void => log.event({ type: 'question.changed', entityId: id }, { permission: 'question:read' });

/** Holds a question until the transaction ends: its changes wait for each other. @throws NOT_FOUND; CONFLICT `changed-meanwhile` */
export async function holdQuestion(transaction: TrainingTransaction, id: string, version: number): Promise<HeldQuestion> {
    const row = orNotFound(await transaction.selectFrom('training.question').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
    if (row.version !== version) {
        throw conflict('changed-meanwhile');
    }
    const versions = await transaction.selectFrom('training.question_version').selectAll().where('question_id', '=', id).where('state', '<>', 'superseded').execute();
    return { row, open: versions.find(each => each.state === 'draft' || each.state === 'in-review'), settled: versions.find(each => each.state === 'approved' || each.state === 'retired') };
}

export const takersOf = (principal: Principal, contributors: readonly string[]): ReadonlySet<QuestionStepTaker> => questionTakers(
    { personId: principal.personId, writes: principal.via === 'system' || principal.permissions.has('question:write'), approves: principal.permissions.has('question:approve') }, contributors);

/** A new version, as a draft. */
export async function beginVersion(transaction: TrainingTransaction, principal: Principal, questionId: string, number: number, content: QuestionContent, importId: string | null, now: Date): Promise<void> {
    await transaction.insertInto('training.question_version').values({
        id: newId(), question_id: questionId, number, state: 'draft', content: JSON.stringify(content), hash: hashOfQuestion(content), author_id: principal.personId, contributors: principal.personId === null ? [] : [principal.personId],
        approved_by: null, reason: null, import_id: importId, created_at: now, changed_at: now
    }).execute();
}

/** A question that was not there, as a draft. @returns its id */
export async function addQuestion(transaction: TrainingTransaction, log: ChangeLog, principal: Principal, content: QuestionContent, from: { readonly importId: string | null; readonly externalId: string | null }): Promise<string> {
    const now = new Date();
    const id = newId();
    await transaction.insertInto('training.question').values({ id, ...listedColumns(content), state: 'draft', open_state: 'draft', external_id: from.externalId, author_id: principal.personId, created_at: now, changed_at: now }).execute();
    await beginVersion(transaction, principal, id, 1, content, from.importId, now);
    if (content.clauses.length) {
        await keepClauses(transaction, id, content);
    }
    log.audit('question.created', 'questions', id, from.importId === null ? {} : { import: from.importId });
    questionChanged(log, id);
    return id;
}

type Affected = Pick<VersionChange, 'documentId' | 'versionId' | 'clauses'>;

/**
 * From now on the questions bound to what a version changes are to be checked, unless they are retired.
 *
 * @param only one question of them; those that were never to be checked for this version
 * @returns those that are to be checked because of this
 */
export async function openChecks(transaction: TrainingTransaction, { documentId, versionId, clauses }: Affected, only: { readonly questionId?: string; readonly missing: boolean }): Promise<{ question_id: string; author_id: string | null }[]> {
    const changes = new Map([...clauses.changed.map(each => [each, 'changed'] as const), ...clauses.removed.map(each => [each, 'removed'] as const)]);
    if (!changes.size) {
        return [];
    }
    const bound = await transaction.selectFrom('training.question_clause as bound').innerJoin('training.question as question', 'question.id', 'bound.question_id').select(['bound.question_id', 'bound.clause_id', 'question.author_id'])
        .where('bound.document_id', '=', documentId).where('bound.clause_id', 'in', [...changes.keys()]).where('question.state', '<>', 'retired')
        .$if(only.questionId !== undefined, query => query.where('bound.question_id', '=', only.questionId!))
        .$if(only.missing, query => query.where(sql<boolean>`not exists (select from training.question_check as known where known.question_id = bound.question_id and known.document_id = bound.document_id and known.clause_id = bound.clause_id and known.version_id = ${versionId})`)).execute();
    if (bound.length) {
        const now = new Date();
        await transaction.insertInto('training.question_check').values(bound.map(each => ({
            question_id: each.question_id, document_id: documentId, clause_id: each.clause_id, version_id: versionId, change: changes.get(each.clause_id)!, opened_at: now, resolved_by: null, outcome: null
        }))).onConflict(conflicting => conflicting.columns(['question_id', 'document_id', 'clause_id', 'version_id']).doUpdateSet({ change: sql`excluded.change`, opened_at: now, resolved_at: null, resolved_by: null, outcome: null })).execute();
    }
    return bound;
}

/** Bound only now to a clause that an approved version is about to change: that version waits for this question as well. */
async function followStandingVersions(transaction: TrainingTransaction, questionId: string, { clauses }: QuestionContent): Promise<void> {
    const documents = [...new Set(clauses.map(each => each.documentId))];
    const standing = documents.length ? await transaction.selectFrom('training.document_version').selectAll().where('document_id', 'in', documents).where('state', 'in', ['approved', 'scheduled']).execute() : [];
    for (const row of standing) {
        await openChecks(transaction, await changeOf(transaction, row, null), { questionId, missing: true });
    }
}

/** The clauses by which a question is found, and held to what changes: those of what exams ask or, before that, of the draft. */
export async function keepClauses(transaction: TrainingTransaction, questionId: string, content: QuestionContent): Promise<void> {
    const { clauses } = content;
    const kept = await transaction.selectFrom('training.question_clause').select(['document_id', 'clause_id']).where('question_id', '=', questionId).execute();
    const wanted = new Set(clauses.map(clauseKey));
    for (const each of kept.filter(one => !wanted.has(clauseKey({ documentId: one.document_id, clauseId: one.clause_id })))) {
        await transaction.deleteFrom('training.question_clause').where('question_id', '=', questionId).where('document_id', '=', each.document_id).where('clause_id', '=', each.clause_id).execute();
        await transaction.deleteFrom('training.question_check').where('question_id', '=', questionId).where('document_id', '=', each.document_id).where('clause_id', '=', each.clause_id).where('resolved_at', 'is', null).execute();
    }
    if (clauses.length) {
        const known = await transaction.selectFrom('training.clause').select(['document_id', 'anchor', 'version_id']).where('document_id', 'in', clauses.map(each => each.documentId)).execute();
        const bound = clauses.flatMap(({ documentId, clauseId }) => {
            const clause = known.find(each => each.document_id === documentId && each.anchor === clauseId);
            return clause ? [{ question_id: questionId, document_id: documentId, clause_id: clauseId, seen_version_id: clause.version_id }] : [];
        });
        if (bound.length) {
            await transaction.insertInto('training.question_clause').values(bound).onConflict(conflicting => conflicting.doNothing()).execute();
        }
        await followStandingVersions(transaction, questionId, content);
    }
}
