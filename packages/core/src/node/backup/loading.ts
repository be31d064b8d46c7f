import type { Client } from 'pg';
import type { PackageMigrations } from '../storage/migration';
import { migrateWithin } from '../storage/migrate';
import type { ArchiveEntry } from './archive-reader';
import { BackupProblem } from './backup-problem';
import { queriesOn } from './backup-session';
import { quoted, readForeignKeys, readTables } from './catalog';
import { copyIn } from './copy';
import { type Manifest, type ManifestTable, partName } from './manifest';

/** As the migrator sorts them. */
const inOrder = (names: readonly string[]): string[] => [...names].sort((one, other) => one.localeCompare(other));

/** @throws BackupProblem when the backup was made by a program that knows more than this one */
export function refuseUnknownMigrations({ packages: recorded, product }: Manifest, packages: readonly PackageMigrations[]): void {
    for (const { schema, migrations } of recorded) {
        const known = packages.find(each => each.schema === schema)?.migrations;
        const unknown = known ? migrations.find(each => !(each in known)) : schema;
        if (unknown !== undefined) {
            throw new BackupProblem(`The backup was made by Earshot ${product} and holds what this Earshot does not know (${known ? `the migration ${unknown} of ${schema}` : `the package ${schema}`}). Restore it with that version or a newer one.`);
        }
    }
}

/** Makes the tables of a backup, empty, as they were when it was made. In the transaction that is open. */
export async function makeTables(client: Client, manifest: Manifest, packages: readonly PackageMigrations[]): Promise<void> {
    const last = manifest.packages.filter(each => each.migrations.length > 0).map(({ schema, migrations }) => [schema, inOrder(migrations).at(-1)!] as const);
    await migrateWithin(queriesOn<unknown>(client), packages, new Map(last));
    const made = await readTables(client, manifest.packages.map(each => each.schema));
    const shape = (tables: readonly { readonly name: string; readonly columns: readonly string[] }[]) => JSON.stringify(tables.map(({ name, columns }) => [name, ...[...columns].sort()]).sort());
    if (shape(made) !== shape(manifest.tables)) {
        throw new BackupProblem('The tables that this Earshot makes are not those of the backup, although the migrations have the same names. Restore it with the Earshot that made it.');
    }
    if (made.length > 0) {
        await client.query(`truncate ${made.map(each => quoted(each.name)).join(', ')}`); // what a migration itself put there is in the backup, too
    }
}

/**
 * Lets rows in, in any order and as they are: without the references between tables, and without the triggers that watch over changes.
 *
 * @returns what puts both back; the references are checked then, and a row that refers to nothing is an error
 */
export async function suspendChecks(client: Client, manifest: Manifest): Promise<() => Promise<void>> {
    const keys = await readForeignKeys(client, manifest.packages.map(each => each.schema));
    for (const { table, name } of keys) {
        await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
    }
    for (const { name } of manifest.tables) {
        await client.query(`alter table ${quoted(name)} disable trigger user`);
    }
    return async () => {
        for (const { name } of manifest.tables) {
            await client.query(`alter table ${quoted(name)} enable trigger user`);
        }
        for (const { table, name, definition } of keys) {
            await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`);
        }
    };
}

/** Loads a table from the entries of its parts, which come next. @throws BackupProblem for another number of rows than was backed up. */
export async function loadTable(client: Client, table: ManifestTable, next: () => Promise<ArchiveEntry>): Promise<void> {
    async function* text(): AsyncGenerator<Buffer> {
        for (let part = 0; part < table.parts.length; part++) {
            const { name, content } = await next();
            if (name !== partName(table.name, part)) {
                throw new BackupProblem(`The archive is damaged: ${name} is where ${partName(table.name, part)} should be.`);
            }
            yield* content;
        }
    }
    const rows = await copyIn(client, `copy ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) from stdin`, text());
    if (rows !== table.rows) {
        throw new BackupProblem(`${table.name} has ${rows} rows after loading, and had ${table.rows}.`);
    }
}

export async function setSequences(client: Client, { sequences }: Manifest): Promise<void> {
    for (const { name, value, called } of sequences) {
        await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, called]);
    }
}
