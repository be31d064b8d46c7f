import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What carries notifications out of the house: which of them have been looked at for it (`dispatched_at`), and each delivery
 * by a channel other than the screen. Notifications from before are left as they are.
 */
export const notificationMigration: Migration = {
    up: async (database: Kysely<unknown>) => {
        await sql`alter table core.notification add dispatched_at timestamptz(3)`.execute(database);
        await sql`update core.notification set dispatched_at = created_at`.execute(database);
        await sql`create index notification_undispatched on core.notification (id) where dispatched_at is null`.execute(database);
        await sql`create index notification_unread on core.notification (person_id) where read_at is null`.execute(database);
        await sql`create table core.notification_delivery (
            notification_id uuid not null references core.notification on delete cascade, channel text not null check (channel in ('email', 'webhook')),
            state text not null check (state in ('waiting', 'sent', 'failed')), tries integer not null default 0, problem text, settled_at timestamptz(3),
            primary key (notification_id, channel))`.execute(database);
    }
};
