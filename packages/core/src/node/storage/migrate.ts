import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool, type PoolConfig } from 'pg';
import type { PackageMigrations } from './migration';

/** The role under which the application works: it owns nothing, and cannot change or delete audit entries. */
export const applicationRole = 'earshot_app';

/**
 * Brings a database to the present shape, each package under its migrator's lock, in the order given.
 * Connects as the owner; gives the application's role what it needs and nothing more.
 * @throws the first error of a migration, after which nothing of that migration stands.
 */
export async function migrateAll(connection: PoolConfig, packages: readonly PackageMigrations[]): Promise<void> {
    const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ ...connection, max: 1 }) }) });
    try {
        await prepareRole(database);
        for (const each of packages) {
            await prepareSchema(database, each.schema);
            const migrator = new Migrator({
                db: database,
                provider: { getMigrations: async () => ({ ...each.migrations }) },
                migrationTableSchema: each.schema,
                migrationTableName: 'migration',
                migrationLockTableName: 'migration_lock'
            });
            const { error } = await migrator.migrateToLatest();
            if (error) {
                throw error;
            }
        }
    } finally {
        await database.destroy();
    }
}

async function prepareRole(database: Kysely<unknown>): Promise<void> {
    await sql.raw(`do $$ begin
        create role ${applicationRole} nologin;
    exception when duplicate_object or unique_violation then null; end $$`).execute(database);
    await sql.raw(`do $$ begin
        execute format('grant ${applicationRole} to %I', current_user);
        execute format('grant connect, create on database %I to ${applicationRole}', current_database());
    exception when unique_violation or internal_error then null; end $$`).execute(database); // another database of the same server may be granting at this moment
}

async function prepareSchema(database: Kysely<unknown>, schema: string): Promise<void> {
    await database.schema.createSchema(schema).ifNotExists().execute();
    await sql.raw(`grant usage on schema ${schema} to ${applicationRole}`).execute(database);
    await sql.raw(`alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${applicationRole}`).execute(database);
    await sql.raw(`alter default privileges in schema ${schema} grant usage, select on sequences to ${applicationRole}`).execute(database);
}
