import { injectable, inject } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { type ChangeLog, Database } from '../storage/database';
import type { CoreTables } from '../storage/core-tables';

/** Contribution point: open work of one kind that a person holds, and that a successor can take over. */
export const HandOverContribution = Symbol('HandOverContribution');
export interface HandOverContribution {
    /** `evaluation`, `article-review` …; the browser has a word for it. */
    readonly kind: string;
    /** How many of them the person holds now. */
    count(personId: string): Promise<number>;
    /**
     * Gives them all to the successor, within the transaction that deactivates the person
     * (`transaction.withTables<…>()` for tables of one's own), and writes that into its log.
     */
    handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void>;
}

/** Whoever leads a team and leaves hands the team over. */
@injectable()
export class TeamLeadershipHandOver implements HandOverContribution {
    readonly kind = 'team-leadership';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        const { count } = await this.database.read().selectFrom('core.team').select(({ fn }) => fn.countAll<number>().as('count')).where('leader_id', '=', personId).executeTakeFirstOrThrow();
        return count;
    }

    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const teams = await transaction.updateTable('core.team').set(({ eb }) => ({ leader_id: toId, version: eb('version', '+', 1) })).where('leader_id', '=', fromId).returning('id').execute();
        for (const { id } of teams) {
            log.audit('team.changed', 'teams', id, { fields: ['leaderId'], from: fromId, to: toId });
            log.event({ type: 'team.changed', entityId: id }, { permission: 'team:read' });
        }
    }
}
