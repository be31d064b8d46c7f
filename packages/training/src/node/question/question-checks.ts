import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { EffectGate, type VersionChange } from '../document/effect-gate';
import { holdQuestion, openChecks, questionChanged } from './question-change';

/**
 * The question holds, or was revised or retired: what was to be checked of it is.
 *
 * @param until what came to be checked after this was not looked at
 * @returns how many clauses were checked
 */
export async function resolveChecks(transaction: TrainingTransaction, principal: Principal, questionId: string, outcome: 'confirmed' | 'revised' | 'retired', until = new Date()): Promise<number> {
    const resolved = await transaction.updateTable('training.question_check').set({ resolved_at: new Date(), resolved_by: principal.personId, outcome }).where('question_id', '=', questionId).where('resolved_at', 'is', null).where('opened_at', '<=', until)
        .returning(['document_id', 'clause_id', 'version_id']).execute();
    for (const each of resolved) {
        await transaction.updateTable('training.question_clause').set({ seen_version_id: each.version_id }).where('question_id', '=', questionId).where('document_id', '=', each.document_id).where('clause_id', '=', each.clause_id).execute();
    }
    return resolved.length;
}

const raiseVersions = async (transaction: TrainingTransaction, ids: readonly string[]): Promise<void> => {
    if (ids.length) {
        await transaction.updateTable('training.question').set({ version: sql<number>`version + 1` }).where('id', 'in', [...ids]).execute();
    }
};

/** Holds a document's version back while questions that exams ask, or are about to, have not been looked at again. */
@injectable()
export class QuestionGate implements EffectGate {
    readonly kind = 'question';

    async approved(transaction: TrainingTransaction, log: ChangeLog, change: VersionChange): Promise<void> {
        const bound = await openChecks(transaction, change, { missing: false });
        this.tell(log, bound, change.title, change.number);
        await this.toCheck(transaction, log, change, bound);
    }

    /** What somebody has on their screen of a question is no longer all there is to look at: with a new version of it, their confirmation is refused. */
    private async toCheck(transaction: TrainingTransaction, log: ChangeLog, { documentId, versionId }: VersionChange, bound: readonly { readonly question_id: string }[]): Promise<void> {
        const ids = [...new Set(bound.map(each => each.question_id))];
        await raiseVersions(transaction, ids);
        for (const id of ids) {
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
        const ids = [...new Set(gone.map(each => each.question_id))];
        await raiseVersions(transaction, ids);
        ids.forEach(id => questionChanged(log, id));
    }

    async toBeChecked(transaction: TrainingTransaction, { versionId }: VersionChange): Promise<number> {
        const { questions } = await transaction.selectFrom('training.question_check').select(({ fn }) => fn.count<number>('question_id').distinct().as('questions')).where('version_id', '=', versionId).where('resolved_at', 'is', null).executeTakeFirstOrThrow();
        return questions;
    }

    /** What was released with a reason stays to be checked; what nothing changed for has been seen in the new version. */
    async tookEffect(transaction: TrainingTransaction, log: ChangeLog, change: VersionChange): Promise<void> {
        const { documentId, versionId } = change;
        await this.toCheck(transaction, log, change, await openChecks(transaction, change, { missing: true }));
        // A clause of a retired document that is back: what asks about it may hold again.
        await sql`update training.question_check as open_check set change = 'changed' where open_check.document_id = ${documentId} and open_check.resolved_at is null and open_check.change = 'removed'
            and exists (select from training.clause as clause where clause.document_id = open_check.document_id and clause.anchor = open_check.clause_id and clause.current)`.execute(transaction);
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
