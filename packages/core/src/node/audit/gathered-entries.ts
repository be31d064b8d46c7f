import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CoreTables } from '../storage/core-tables';
import { newId } from '../storage/identifier';

/** An entry of the audit log on its way there. */
export interface NewEntry { readonly action: string; readonly actorId: string | null; readonly via: string; readonly entityType: string; readonly entityId: string; readonly detail: Readonly<Record<string, unknown>> }

/**
 * Drafts save themselves every few seconds, and each of these would be an entry: what one person saves of one thing within a minute
 * becomes one entry, which says how often and since when.
 */
export const isGathered = (action: string): boolean => /\.(draft-)?saved$/.test(action);

const window = sql`interval '1 minute'`;

/** Counts an entry that repeats itself; the last detail stands for all. */
export async function gather(transaction: Kysely<CoreTables>, { action, actorId, via, entityType, entityId, detail }: NewEntry, at: Date): Promise<void> {
    await sql`insert into core.audit_gathered as known (action, actor_id, entity_type, entity_id, via, first_at, last_at, count, detail)
        values (${action}, ${actorId}, ${entityType}, ${entityId}, ${via}, ${at}, ${at}, 1, ${JSON.stringify(detail)})
        on conflict on constraint audit_gathered_key do update set last_at = excluded.last_at, count = known.count + 1, detail = excluded.detail`.execute(transaction);
}

/** Writes what was gathered about these things: what happens to them next stands after it. */
export const writeGatheredOf = (transaction: Kysely<CoreTables>, entityIds: readonly string[]): Promise<number> =>
    write(transaction, sql<boolean>`entity_id = any(${[...entityIds]})`);

/** Writes what was gathered for a minute, or everything; leaves out what somebody is adding to at this moment. */
export const writeGathered = (transaction: Kysely<CoreTables>, everything: boolean): Promise<number> =>
    write(transaction, sql<boolean>`ctid in (select ctid from core.audit_gathered where ${everything} or first_at < now() - ${window} for update skip locked)`);

async function write(transaction: Kysely<CoreTables>, which: RawBuilder<boolean>): Promise<number> {
    const rows = await transaction.deleteFrom('core.audit_gathered').where(which).returningAll().execute();
    if (rows.length) {
        await transaction.insertInto('core.audit_entry').values(rows.map(each => ({
            id: newId(), at: each.last_at, action: each.action, actor_id: each.actor_id, entity_type: each.entity_type, entity_id: each.entity_id,
            detail: JSON.stringify({ ...each.detail, ...each.via !== 'session' && { via: each.via }, ...each.count > 1 && { count: each.count, since: each.first_at.toISOString() } })
        }))).execute();
    }
    return rows.length;
}
