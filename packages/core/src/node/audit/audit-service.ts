import { injectable, inject } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import type { AuditEntry } from '../../common/house-contract';
import { type Principal, scopeOf } from '../api/context';
import type { CoreTables } from '../storage/core-tables';
import { Database } from '../storage/database';
import { chainStart, sealOf } from './audit-chain';
import { writeGathered } from './gathered-entries';
import { type AuditVerification, chained, unsealed, verifyAuditChain } from './audit-verification';

/** Any number; whoever holds this advisory lock seals. */
const sealingLock = 7_203_114;
const batch = 1000;
/** No transaction lives this long: positions seen so long ago have no gaps left that could still be filled. */
const settledAfterMs = 600_000;

export interface AuditQuery {
    readonly after?: string; readonly limit: number; readonly actorId?: string; readonly action?: string; readonly entityId?: string; readonly from?: string; readonly to?: string;
}

/** Reads, seals and verifies the append-only audit log. Entries are written by `Database.write`. */
@injectable()
export class AuditService {
    /** Highest positions seen, with the time, so that sealing need not look at the whole log again. */
    private seen: { readonly at: number; readonly position: number }[] = [];

    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Principal, query: AuditQuery): Promise<{ rows: AuditEntry[]; next?: string }> {
        scopeOf(principal, 'audit:read');
        const found = await auditRows(this.database.read(), query).execute();
        const rows = found.slice(0, query.limit).map(each => ({
            id: each.id, at: each.at.toISOString(), action: each.action, actorId: each.actor_id, actorName: each.actor_name,
            entityType: each.entity_type, entityId: each.entity_id, detail: each.detail, sequence: each.sequence, hash: each.hash?.toString('hex') ?? null
        }));
        return found.length > query.limit ? { rows, next: String(found[query.limit - 1]!.position) } : { rows };
    }

    /** Writes the entries that were gathered for a minute; all of them when the server ends. */
    async writeGathered(everything = false): Promise<void> {
        await this.database.read().transaction().execute(transaction => writeGathered(transaction, everything));
    }

    /**
     * Seals what has been committed since the last time, in order. One process at a time, by an advisory lock.
     * The order is that of position among what is visible; an entry that commits later is sealed later.
     * @returns how many entries were sealed.
     */
    async seal(): Promise<number> {
        return this.database.read().transaction().execute(async transaction => {
            const { rows: [lock] } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${sealingLock}) as held`.execute(transaction);
            if (!lock?.held) {
                return 0;
            }
            const last = await transaction.selectFrom('core.audit_seal').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1).executeTakeFirst();
            const entries = await transaction.selectFrom('core.audit_entry as entry')
                .where(unsealed())
                .where('entry.position', '>', this.settledPosition())
                .selectAll('entry').orderBy('entry.position').limit(batch).execute();
            let previous = last?.hash ?? chainStart;
            let sequence = last?.sequence ?? 0;
            const seals = entries.map(each => {
                previous = sealOf(previous, ++sequence, chained(each));
                return { sequence, entry_id: each.id, hash: previous, sealed_at: new Date() };
            });
            if (seals.length) {
                await transaction.insertInto('core.audit_seal').values(seals).execute();
            }
            if (entries.length < batch) {
                if (!this.seen.length) {
                    await this.rememberSettled(transaction);
                }
                if (entries.length) {
                    this.seen.push({ at: Date.now(), position: entries[entries.length - 1]!.position });
                }
            }
            return seals.length;
        });
    }

    /** After the whole log was looked at once: what is old has no gaps left, so the next look need not begin at the beginning. */
    private async rememberSettled(transaction: Kysely<CoreTables>): Promise<void> {
        const old = await transaction.selectFrom('core.audit_entry').select('position').where('at', '<', new Date(Date.now() - 2 * settledAfterMs)).orderBy('position', 'desc').limit(1).executeTakeFirst();
        if (old) {
            this.seen.push({ at: 0, position: old.position });
        }
    }

    private settledPosition(): number {
        const settled = this.seen.filter(each => each.at < Date.now() - settledAfterMs);
        this.seen = this.seen.slice(Math.max(0, settled.length - 1));
        return settled[settled.length - 1]?.position ?? -1;
    }

    /** Recomputes the whole chain and reports the first place where it does not hold, and the tail not sealed yet. */
    async verify(principal: Principal): Promise<AuditVerification> {
        scopeOf(principal, 'audit:read');
        return verifyAuditChain(this.database.read());
    }
}

/** The entries that a query asks for, newest first, and one more. */
export function auditRows(database: Kysely<CoreTables>, query: AuditQuery) {
    let select = database.selectFrom('core.audit_entry as entry')
        .leftJoin('core.audit_seal as seal', 'seal.entry_id', 'entry.id')
        .leftJoin('core.person as actor', 'actor.id', 'entry.actor_id')
        .select(['entry.id', 'entry.at', 'entry.action', 'entry.actor_id', 'actor.name as actor_name', 'entry.entity_type', 'entry.entity_id', 'entry.detail', 'entry.position', 'seal.sequence', 'seal.hash'])
        .orderBy('entry.position', 'desc').limit(query.limit + 1);
    if (query.after) { select = select.where('entry.position', '<', Number(query.after) || 0); }
    if (query.actorId) { select = select.where('entry.actor_id', '=', query.actorId); }
    if (query.action) { select = select.where('entry.action', '=', query.action); }
    if (query.entityId) { select = select.where('entry.entity_id', '=', query.entityId); }
    if (query.from) { select = select.where('entry.at', '>=', new Date(query.from)); }
    if (query.to) { select = select.where('entry.at', '<', new Date(query.to)); }
    return select;
}
