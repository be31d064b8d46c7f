import { type Kysely, sql } from 'kysely';
import type { CoreTables } from '../storage/core-tables';
import { type ChainedEntry, chainStart, sealOf } from './audit-chain';

const batch = 1000;

export interface AuditVerification {
    readonly valid: boolean; readonly sealed: number; readonly unsealed: number; readonly oldestUnsealedAt: string | null; readonly head: string | null;
    readonly firstProblem: { readonly sequence: number; readonly code: string } | null;
}

/** Recomputes the whole chain in batches and reports the first place where it does not hold, and the tail not sealed yet. */
export async function verifyAuditChain(database: Kysely<CoreTables>): Promise<AuditVerification> {
    let previous: Buffer = chainStart;
    let sequence = 0;
    let firstProblem: { sequence: number; code: string } | null = null;
    for (; !firstProblem;) {
        const rows = await database.selectFrom('core.audit_seal as seal').leftJoin('core.audit_entry as entry', 'entry.id', 'seal.entry_id')
            .where('seal.sequence', '>', sequence).orderBy('seal.sequence').limit(batch)
            .select(['seal.sequence', 'seal.hash', 'entry.id', 'entry.at', 'entry.action', 'entry.actor_id', 'entry.entity_type', 'entry.entity_id', 'entry.detail']).execute();
        for (const each of rows) {
            const expected = sequence + 1;
            if (each.sequence !== expected) { firstProblem = { sequence: expected, code: 'seal-missing' }; break; }
            if (each.id === null) { firstProblem = { sequence: expected, code: 'entry-missing' }; break; }
            const hash: Buffer = sealOf(previous, expected, chained(each as Parameters<typeof chained>[0]));
            if (!hash.equals(each.hash)) { firstProblem = { sequence: expected, code: 'entry-changed' }; break; }
            previous = hash;
            sequence = expected;
        }
        if (rows.length < batch) { break; }
    }
    const tail = await database.selectFrom('core.audit_entry as entry').where(unsealed())
        .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('entry.at').as('oldest')]).executeTakeFirstOrThrow();
    return {
        valid: !firstProblem, sealed: sequence, unsealed: tail.count, oldestUnsealedAt: (tail.oldest as Date | null)?.toISOString() ?? null,
        head: sequence ? previous.toString('hex') : null, firstProblem
    };
}

/** Of `core.audit_entry as entry`: not in the chain yet. */
export const unsealed = () => sql<boolean>`not exists (select from core.audit_seal seal where seal.entry_id = entry.id)`;

/** A row of the audit log as the chain hashes it. */
export const chained = (row: { id: string; at: Date; action: string; actor_id: string | null; entity_type: string; entity_id: string; detail: unknown }): ChainedEntry => ({
    id: row.id, at: row.at.toISOString(), action: row.action, actorId: row.actor_id, entityType: row.entity_type, entityId: row.entity_id, detail: row.detail
});
