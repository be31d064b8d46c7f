import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { EffectGate, type VersionChange } from '../document/effect-gate';
import { holdQuestion, questionChanged } from './question-change';

/** The question holds, or was revised or retired: what was to be checked of it is. @returns how many clauses that were */
export async function resolveChecks(transaction: TrainingTransaction, principal: Principal, questionId: string, outcome: 'confirmed' | 'revised' | 'retired'): Promise<number> {
    const resolved = await transaction.updateTable('training.question_check').set({ resolved_at: new Date(), resolved_by: principal.personId, outcome }).where('question_id', '=', questionId).where('resolved_at', 'is', null)
        .returning(['document_id', 'clause_id', 'version_id']).execute();
    for (const each of resolved) {
        await transaction.updateTable('training.question_clause').set({ seen_version_id: each.version_id }).where('question_id', '=', questionId).where('document_id', '=', each.document_id).where('clause_id', '=', each.clause_id).execute();
    }
    return resolved.length;
}

/** Holds a document's version back while questions that exams ask, or are about to, have not been looked at again. */
@injectable()
export class QuestionGate implements EffectGate {
    readonly kind = 'question';

    async approved(transaction: TrainingTransaction, log: ChangeLog, { documentId, versionId, title, number, clauses }: VersionChange): Promise<void> {
        const affected = [...clauses.changed.map(clauseId => ({ clauseId, change: 'changed' as const })), ...clauses.removed.map(clauseId => ({ clauseId, change: 'removed' as const }))];
        if (!affected.length) {
            return;
        }
        const bound = await transaction.selectFrom('training.question_clause as bound').innerJoin('training.question as question', 'question.id', 'bound.question_id').select(['bound.question_id', 'bound.clause_id', 'question.author_id'])
            .where('bound.document_id', '=', documentId).where('bound.clause_id', 'in', affected.map(each => each.clauseId)).where('question.state', '<>', 'retired').execute();
        if (!bound.length) {
            return;
        }
        const now = new Date();
        await transaction.insertInto('training.question_check').values(bound.map(each => ({
            question_id: each.question_id, document_id: documentId, clause_id: each.clause_id, version_id: versionId, change: affected.find(one => one.clauseId === each.clause_id)!.change, opened_at: now, resolved_by: null, outcome: null
        }))).onConflict(conflicting => conflicting.columns(['question_id', 'document_id', 'clause_id', 'version_id']).doUpdateSet({ change: sql`excluded.change`, opened_at: now, resolved_at: null, resolved_by: null, outcome: null })).execute();
        this.tell(log, bound, title, number);
        for (const id of new Set(bound.map(each => each.question_id))) {
            log.audit('question.to-be-checked', 'questions', id, { document: documentId, documentVersion: versionId });
            questionChanged(log, id);
        }
    }

    /** Each author once, with how many of their questions it is about. */
    private tell(log: ChangeLog, bound: readonly { readonly question_id: string; readonly author_id: string | null }[], title: string, number: string): void {
        for (const author of new Set(bound.flatMap(each => each.author_id ?? []))) {
            log.notify(author, 'question.to-be-checked', { title, number, questions: new Set(bound.filter(each => each.author_id === author).map(each => each.question_id)).size });
        }
    }

    async withdrawn(transaction: TrainingTransaction, log: ChangeLog, { versionId }: VersionChange): Promise<void> {
        const gone = await transaction.deleteFrom('training.question_check').where('version_id', '=', versionId).where('resolved_at', 'is', null).returning('question_id').execute();
        new Set(gone.map(each => each.question_id)).forEach(id => questionChanged(log, id));
    }

    async toBeChecked(transaction: TrainingTransaction, { versionId }: VersionChange): Promise<number> {
        const { questions } = await transaction.selectFrom('training.question_check').select(({ fn }) => fn.count<number>('question_id').distinct().as('questions')).where('version_id', '=', versionId).where('resolved_at', 'is', null).executeTakeFirstOrThrow();
        return questions;
    }

    /** What was released with a reason stays to be checked; what nothing changed for has been seen in the new version. */
    async tookEffect(transaction: TrainingTransaction, _log: ChangeLog, { documentId, versionId }: VersionChange): Promise<void> {
        await sql`update training.question_clause as bound set seen_version_id = ${versionId} where bound.document_id = ${documentId} and not exists (
            select from training.question_check as open_check where open_check.question_id = bound.question_id and open_check.document_id = bound.document_id and open_check.clause_id = bound.clause_id and open_check.resolved_at is null)`.execute(transaction);
    }
}

@injectable()
export class QuestionChecks {
    constructor(@inject(Database) private readonly database: Database) { }

    /** Somebody has looked: the question holds as it is. @throws NOT_FOUND; CONFLICT `changed-meanwhile`, `nothing-to-check`, `clause-removed` for one that no longer has a clause to ask about */
    async confirm(principal: Principal, { id, version }: { readonly id: string; readonly version: number }): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            await holdQuestion(transaction, id, version);
            const removed = await transaction.selectFrom('training.question_check').select('clause_id').where('question_id', '=', id).where('resolved_at', 'is', null).where('change', '=', 'removed').executeTakeFirst();
            if (removed) {
                throw conflict('clause-removed');
            }
            if (!await resolveChecks(transaction, principal, id, 'confirmed')) {
                throw conflict('nothing-to-check');
            }
            await transaction.updateTable('training.question').set({ version: version + 1, changed_at: new Date() }).where('id', '=', id).execute();
            log.audit('question.confirmed', 'questions', id);
            questionChanged(log, id);
        });
    }
}
