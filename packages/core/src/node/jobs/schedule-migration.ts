import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When each schedule was last taken up, so that several back ends together run it as often as one. */
export const scheduleMigration: Migration = {
    up: async (database: Kysely<unknown>) => {
        await sql`create table core.schedule (name text primary key, taken_at timestamptz(3) not null)`.execute(database);
    }
};
