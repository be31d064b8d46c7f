import { inject, injectable } from '@theia/core/shared/inversify';
import { Kysely, PostgresDialect, type Transaction, sql } from 'kysely';
import { Pool, type PoolConfig, types } from 'pg';
import type { DomainEvent, EventAudience } from '../../common/events/domain-event';
import type { Principal } from '../api/context';
import { gather, isGathered, writeGatheredOf } from '../audit/gathered-entries';
import type { CoreTables } from './core-tables';
import { applicationRole } from './migrate';
import { newId } from './identifier';

types.setTypeParser(types.builtins.INT8, Number);             // counts and sizes stay far below 2^53
types.setTypeParser(types.builtins.DATE, text => text);       // a day is not a moment

/** Where the database is. Bound at once, filled in when it is open and migrated. */
export const DatabaseConnection = Symbol('DatabaseConnection');
export type DatabaseConnection = PoolConfig;

/** What is written down about a change, inside its transaction. */
export interface ChangeLog {
    /**
     * One entry of the audit log. Every transaction has at least one. Ids, codes, numbers and hashes only.
     * What saves a draft (`….saved`, `….draft-saved`) is gathered: one entry a minute says how often.
     */
    audit(action: string, entityType: string, entityId: string, detail?: Readonly<Record<string, unknown>>): void;
    /** Tells the browsers that may see it, after the commit. */
    event(event: DomainEvent, audience: EventAudience): void;
    /** Tells a person, by the channels that they have chosen. */
    notify(personId: string, kind: string, detail: Readonly<Record<string, unknown>>, link?: string): void;
}

export const eventChannel = 'earshot_event';

/** How to connect as the application, which owns nothing. */
export const applicationConnection = (address: DatabaseConnection): PoolConfig =>
    ({ ...address, options: `-c role=${applicationRole} -c timezone=UTC -c statement_timeout=60000`, application_name: 'earshot' });

/** Queries, and a transaction, as packages see them that are given either: typed by their tables besides core's. */
export type Reading<T = unknown> = Kysely<CoreTables & T>;
export type Writing<T = unknown> = Transaction<CoreTables & T>;

/** The one way to the database. Reads go through `read`, changes through `write`. */
@injectable()
export class Database {
    private opened: Kysely<CoreTables> | undefined;

    constructor(@inject(DatabaseConnection) private readonly address: DatabaseConnection) { }

    /** Connects at the first use: the address is filled in while the server starts. */
    private get connection(): Kysely<CoreTables> {
        if (!this.opened) {
            const pool = new Pool({ max: 12, ...applicationConnection(this.address) });
            pool.on('error', () => { /* a broken idle connection is replaced at the next use */ });
            this.opened = new Kysely<CoreTables>({ dialect: new PostgresDialect({ pool }) });
        }
        return this.opened;
    }

    /** Queries outside a transaction, typed by the tables of the caller's package besides core's. */
    read<T = unknown>(): Kysely<CoreTables & T> {
        return this.connection as unknown as Kysely<CoreTables & T>;
    }

    /**
     * One change: one transaction with its audit entry, its events and its notifications.
     * @throws Error when the change wrote no audit entry: that is a mistake of ours, and nothing is committed.
     */
    async write<R, T = unknown>(principal: Principal, change: (transaction: Transaction<CoreTables & T>, log: ChangeLog) => Promise<R>): Promise<R> {
        return this.read<T>().transaction().execute(async transaction => {
            const log = new TransactionLog(principal);
            const result = await change(transaction, log);
            await log.save(transaction as unknown as Transaction<CoreTables>);
            return result;
        });
    }

    async close(): Promise<void> {
        await this.opened?.destroy();
    }
}

class TransactionLog implements ChangeLog {
    private readonly entries: { action: string; entityType: string; entityId: string; detail: Readonly<Record<string, unknown>> }[] = [];
    private readonly events: (DomainEvent & { audience: EventAudience })[] = [];
    private readonly notifications: { personId: string; kind: string; detail: Readonly<Record<string, unknown>>; link?: string }[] = [];

    constructor(private readonly principal: Principal) { }

    audit(action: string, entityType: string, entityId: string, detail: Readonly<Record<string, unknown>> = {}): void {
        this.entries.push({ action, entityType, entityId, detail });
    }

    event(event: DomainEvent, audience: EventAudience): void {
        this.events.push({ ...event, audience });
    }

    notify(personId: string, kind: string, detail: Readonly<Record<string, unknown>>, link?: string): void {
        this.notifications.push({ personId, kind, detail, link });
        this.event({ type: 'notification.added', entityId: personId }, { people: [personId] });
    }

    async save(transaction: Transaction<CoreTables>): Promise<void> {
        if (!this.entries.length) {
            throw new Error('A change without an audit entry: nothing was committed.');
        }
        const at = new Date();
        const [repeated, single] = [this.entries.filter(each => isGathered(each.action)), this.entries.filter(each => !isGathered(each.action))];
        for (const each of repeated) {
            await gather(transaction, { ...each, actorId: this.principal.personId, via: this.principal.via }, at);
        }
        if (single.length) {
            await writeGatheredOf(transaction, [...new Set(single.map(each => each.entityId))]);
            await transaction.insertInto('core.audit_entry').values(single.map(each => ({
                id: newId(), at, action: each.action, actor_id: this.principal.personId, entity_type: each.entityType, entity_id: each.entityId,
                detail: JSON.stringify(this.principal.via === 'session' ? each.detail : { ...each.detail, via: this.principal.via })
            }))).execute();
        }
        if (this.notifications.length) {
            await transaction.insertInto('core.notification').values(this.notifications.map(each => ({
                id: newId(), person_id: each.personId, kind: each.kind, detail: JSON.stringify(each.detail), link: each.link ?? null
            }))).execute();
        }
        for (const each of this.events) {
            await sql`select pg_notify(${eventChannel}, ${JSON.stringify(each)})`.execute(transaction); // delivered at commit, to every back end
        }
    }
}
