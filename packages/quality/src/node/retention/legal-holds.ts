import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { LegalHold } from '../../common/retention/retention-contract';
import { visibleInteractions } from '../interaction/interaction-query';
import type { QualityTables } from '../quality-tables';

type Caller = Principal & { readonly personId: string };

/** Interactions of which nothing may be deleted, because somebody may have to prove something with them. */
@injectable()
export class LegalHolds {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(filter: { readonly after?: string; readonly limit: number; readonly lifted?: boolean }) {
        let select = this.found().orderBy('hold.id', 'desc').limit(filter.limit + 1);
        if (filter.after) { select = select.where('hold.id', '<', String(fromCursor(filter.after, 1)[0])); }
        if (filter.lifted !== undefined) { select = select.where('hold.lifted_at', filter.lifted ? 'is not' : 'is', null); }
        return pageOf(await select.execute(), filter.limit, row => [row.id], show);
    }

    /** The one that is in force. */
    async of(interactionId: string): Promise<LegalHold | null> {
        const row = await this.found().where('hold.interaction_id', '=', interactionId).where('hold.lifted_at', 'is', null).executeTakeFirst();
        return row ? show(row) : null;
    }

    /** @throws NOT_FOUND; CONFLICT `on-hold-already` */
    async place(principal: Caller, interactionId: string, reason: string): Promise<void> {
        await this.demand(principal, interactionId);
        const id = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await transaction.selectFrom('quality.interaction').select('id').where('id', '=', interactionId).forUpdate().execute();
            if (await transaction.selectFrom('quality.legal_hold').select('id').where('interaction_id', '=', interactionId).where('lifted_at', 'is', null).executeTakeFirst()) {
                throw conflict('on-hold-already');
            }
            await transaction.insertInto('quality.legal_hold').values({ id, interaction_id: interactionId, reason, placed_by: principal.personId }).execute();
            log.audit('hold.placed', 'interactions', interactionId, { hold: id });
            log.event({ type: 'retention.changed', entityId: interactionId }, { permission: 'retention:read' });
        });
    }

    /** @throws NOT_FOUND; CONFLICT `not-on-hold` */
    async lift(principal: Caller, interactionId: string, reason: string): Promise<void> {
        await this.demand(principal, interactionId);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await transaction.selectFrom('quality.interaction').select('id').where('id', '=', interactionId).forUpdate().execute();
            const lifted = await transaction.updateTable('quality.legal_hold').set({ lifted_by: principal.personId, lifted_at: new Date(), lift_reason: reason }).where('interaction_id', '=', interactionId).where('lifted_at', 'is', null).returning('id').executeTakeFirst();
            if (!lifted) {
                throw conflict('not-on-hold');
            }
            log.audit('hold.lifted', 'interactions', interactionId, { hold: lifted.id });
            log.event({ type: 'retention.changed', entityId: interactionId }, { permission: 'retention:read' });
        });
    }

    private async demand(principal: Principal, interactionId: string): Promise<void> {
        orNotFound(await visibleInteractions(this.database.read<QualityTables>(), principal, 'retention:hold').where('interaction.id', '=', interactionId).executeTakeFirst());
    }

    private found() {
        return this.database.read<QualityTables>().selectFrom('quality.legal_hold as hold').innerJoin('quality.interaction as interaction', 'interaction.id', 'hold.interaction_id')
            .innerJoin('core.person as placed', 'placed.id', 'hold.placed_by').leftJoin('core.person as lifted', 'lifted.id', 'hold.lifted_by')
            .selectAll('hold').select(['interaction.call_id', 'interaction.started_at', 'placed.name as placed_by_name', 'lifted.name as lifted_by_name']);
    }
}

const show = (row: Awaited<ReturnType<ReturnType<LegalHolds['found']>['executeTakeFirstOrThrow']>>): LegalHold => ({
    id: row.id, interactionId: row.interaction_id, callId: row.call_id, startedAt: row.started_at.toISOString(), reason: row.reason, placedBy: row.placed_by_name, placedAt: row.placed_at.toISOString(),
    liftedBy: row.lifted_by_name, liftedAt: row.lifted_at?.toISOString() ?? null, liftReason: row.lift_reason
});
