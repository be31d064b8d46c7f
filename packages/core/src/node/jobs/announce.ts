import { type Kysely, sql } from 'kysely';
import type { DomainEvent, EventAudience } from '../../common/events/domain-event';
import type { CoreTables } from '../storage/core-tables';
import { eventChannel } from '../storage/database';

/** Tells the browsers of what leaves no trace in the audit log (progress, something read). Within a transaction: at its commit. */
export async function announce(database: Kysely<CoreTables>, event: DomainEvent, audience: EventAudience): Promise<void> {
    await sql`select pg_notify(${eventChannel}, ${JSON.stringify({ ...event, audience })})`.execute(database);
}
