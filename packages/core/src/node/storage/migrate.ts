import { Kysely, PostgresDialect, sql } from 'kysely';
import { type MigrationResultSet, Migrator } from 'kysely/migration';
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
    const pool = new Pool({ ...connection, max: 1 });
    pool.on('error', () => { /* a server that goes away is told by the query under way, and between queries by the next */ });
    const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    try {
        await prepareRole(database);
        for (const each of packages) {
            await prepareSchema(database, each.schema);
            await throwing(migratorOf(database, each).migrateToLatest());
        }
    } finally {
        await database.destroy();
    }
}

/**
 * Brings a database without tables to the shape that it had after certain migrations, within the transaction that is open on the
 * connection.
 *
 * @param last the migration to end with, by schema; a package that is not named is left out
 */
export async function migrateWithin(database: Kysely<unknown>, packages: readonly PackageMigrations[], last: ReadonlyMap<string, string>): Promise<void> {
    await prepareRole(database);
    for (const each of packages.filter(one => last.has(one.schema))) {
        await prepareSchema(database, each.schema);
        await throwing(migratorOf(database, each).migrateTo(last.get(each.schema)!, { disableTransactions: true }));
    }
}

const migratorOf = (db: Kysely<unknown>, { schema, migrations }: PackageMigrations): Migrator => new Migrator({
    db, provider: { getMigrations: async () => ({ ...migrations }) }, migrationTableSchema: schema, migrationTableName: 'migration', migrationLockTableName: 'migration_lock'
});

const throwing = async (outcome: Promise<MigrationResultSet>): Promise<void> => {
    const { error } = await outcome;
    if (error) {
        throw error;
    }
};

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
