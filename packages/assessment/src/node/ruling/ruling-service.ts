import type { EntityLink } from '@earshot/core/lib/common/linking/entity-link';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Transaction, sql } from 'kysely';
import type { Ruling } from '../../common/assessment-contract';
import type { AssessmentTables } from '../assessment-tables';

export interface RulingInput {
    readonly formId: string;
    readonly questionId: string;
    /** Empty withdraws the ruling that was decided there. */
    readonly text: string;
    /** Where it was decided: each place has one ruling on a question at a time. */
    readonly decidedIn: EntityLink | null;
}

/** Rulings: what a calibration session decided about a question stands beside it from then on, in every version of the form. */
@injectable()
export class RulingService {
    constructor(@inject(Database) private readonly database: Database) { }

    /** The rulings in force, the latest decision first. */
    async list(formId: string): Promise<Ruling[]> {
        const rows = await this.database.read<AssessmentTables>().selectFrom('assessment.ruling').selectAll()
            .where('form_id', '=', formId).where('withdrawn_at', 'is', null).orderBy('decided_at', 'desc').orderBy('id', 'desc').execute();
        return rows.map(each => ({ id: each.id, questionId: each.question_id, text: each.text, decidedAt: each.decided_at.toISOString(), decidedIn: each.decided_in }));
    }

    /**
     * Sets, replaces or withdraws the ruling on a question, within the caller's transaction; earlier ones are kept as withdrawn.
     * The caller knows who may, and writes its own audit entry besides the one written here.
     */
    async set<T extends AssessmentTables>(foreign: Transaction<T>, log: ChangeLog, { formId, questionId, text, decidedIn }: RulingInput): Promise<void> {
        const transaction = foreign as unknown as Transaction<AssessmentTables>;
        const now = new Date();
        const withdrawn = await transaction.updateTable('assessment.ruling').set({ withdrawn_at: now })
            .where('form_id', '=', formId).where('question_id', '=', questionId).where(sql<boolean>`decided_in is not distinct from ${decidedIn}`).where('withdrawn_at', 'is', null)
            .returning('id').execute();
        withdrawn.forEach(({ id }) => log.audit('ruling.withdrawn', 'rulings', id, { formId, questionId }));
        if (text.trim()) {
            const id = newId();
            await transaction.insertInto('assessment.ruling').values({ id, form_id: formId, question_id: questionId, text: text.trim(), decided_at: now, decided_in: decidedIn }).execute();
            log.audit('ruling.set', 'rulings', id, { formId, questionId, decidedIn });
        }
        log.event({ type: 'form.changed', entityId: formId }, { permission: 'form:read' });
    }
}
