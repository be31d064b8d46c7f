/** For the tests of backup and restore: a database with rows in every table, blobs, a data folder, and empty places to restore into. */
import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import type { ClientConfig } from 'pg';
import { expect, inject } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../../configs/test-database';
import { systemPrincipal } from '../../api/context';
import { AuditService } from '../../audit/audit-service';
import { recordBlob } from '../../blobs/blob-records';
import { FileBlobStore } from '../../blobs/file-blob-store';
import { Database } from '../../storage/database';
import { backUp, type BackupReport } from '../backup';
import { withConnection } from '../backup-session';
import { existingSchemas, quoted, readTables } from '../catalog';
import { productPackages } from '../product-packages';
import { restore, type RestoreReport } from '../restore';
import { fillEveryTable } from './test-rows';

export const { migrations: packages, version } = productPackages(path.join(__dirname, '../../../../../../examples/browser'));
export const schemas = packages.map(each => each.schema);
export const now = new Date('2026-11-22T10:00:00.000Z');

export interface Target { readonly connection: ClientConfig; readonly dataFolder: string; readonly blobs: FileBlobStore; opened: boolean }

export interface TestPlace {
    readonly folder: string;
    readonly source: TestDatabase;
    readonly database: Database;
    readonly store: FileBlobStore;
    /** The data folder that belongs to the source. */
    readonly data: string;
    newFolder(): Promise<string>;
    archiveName(ending?: string): string;
    make(target: string, changes?: object): Promise<BackupReport>;
    newTarget(): Promise<Target>;
    restoreInto(target: Target, archive: string, changes?: object): Promise<RestoreReport>;
    close(): Promise<void>;
}

/** Every row of every table as text, in the order in which the tables keep them. */
export const contents = (connection: ClientConfig): Promise<Record<string, string[]>> => withConnection(connection, async client => {
    const found: Record<string, string[]> = {};
    for (const { name } of await readTables(client, schemas)) {
        found[name] = (await client.query<{ row: string }>(`select each::text as row from ${quoted(name)} each`)).rows.map(each => each.row);
    }
    return found;
});
export const query = <R extends object>(connection: ClientConfig, text: string) => withConnection(connection, async client => (await client.query<R>(text)).rows);

export const expectUntouched = async (target: Target): Promise<void> => {
    expect(await withConnection(target.connection, client => existingSchemas(client, [...schemas, 'trial']))).toEqual([]);
    expect((await fs.readdir(target.dataFolder, { recursive: true, withFileTypes: true })).filter(each => each.isFile())).toEqual([]);
};

const fill = async (database: Database, store: FileBlobStore, connection: ClientConfig, data: string): Promise<void> => {
    for (const content of [Buffer.alloc(0), Buffer.from('short'), randomBytes(300_000)]) {
        const blob = await store.put(Readable.from([content]), { mediaType: 'audio/wav', maxBytes: 1_000_000 });
        await database.write(systemPrincipal('test'), async (transaction, log) => {
            await recordBlob(transaction, blob);
            log.audit('test', 'blobs', blob.hash);
        });
    }
    await new AuditService(database).seal();
    await withConnection(connection, client => fillEveryTable(client, schemas));
    await database.write(systemPrincipal('test'), async (_transaction, log) => log.audit('test', 'house', 'unsealed'));
    await fs.writeFile(path.join(data, 'secret'), 'kept besides');
};

export const openTestPlace = async (): Promise<TestPlace> => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'backup-'));
    const newFolder = () => fs.mkdtemp(path.join(folder, 'data-'));
    const source = await createTestDatabase();
    const data = await newFolder();
    const store = new FileBlobStore({ dataFolder: data });
    const database = new Database(source.connection);
    await fill(database, store, source.connection, data);
    const emptyDatabases: string[] = [];
    const onServer = (statement: string) => withConnection(inject('postgres'), client => client.query(statement));
    return {
        folder, source, database, store, data, newFolder,
        archiveName: (ending = '.tar') => path.join(folder, `${randomUUID()}${ending}`),
        make: (target, changes = {}) => backUp({ connection: source.connection, packages, blobs: store, dataFolder: data, target, product: version, now, ...changes }),
        newTarget: async () => {
            const name = `restored_${randomUUID().replaceAll('-', '')}`;
            emptyDatabases.push(name);
            await onServer(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`);
            const { host, port, user, password } = inject('postgres');
            const dataFolder = await newFolder();
            return { connection: { host, port, user, password, database: name }, dataFolder, blobs: new FileBlobStore({ dataFolder }), opened: false };
        },
        restoreInto: (target, archive, changes = {}) => restore({
            source: archive, packages, blobs: target.blobs, dataFolder: target.dataFolder, log: () => { }, now,
            open: async () => {
                target.opened = true;
                return { connection: target.connection, close: () => Promise.resolve() };
            },
            ...changes
        }),
        close: async () => {
            await database.close();
            await source.drop();
            for (const each of emptyDatabases) {
                await onServer(`drop database if exists ${each} with (force)`);
            }
            await fs.rm(folder, { recursive: true, force: true });
        }
    };
};
