import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { createReadStream } from 'node:fs';
import type { Client, ClientConfig } from 'pg';
import { verifyAuditChain } from '../audit/audit-verification';
import type { BlobStore } from '../blobs/blob-store';
import type { CoreTables } from '../storage/core-tables';
import type { PackageMigrations } from '../storage/migration';
import { ArchiveWriter } from './archive-writer';
import { BackupProblem } from './backup-problem';
import { queriesOn, withConnection } from './backup-session';
import { appliedMigrations, existingSchemas, otherSchemas, quoted, readSequences, readTables, type Table } from './catalog';
import { copyOut } from './copy';
import { backupFormat, blobPrefix, filePrefix, type Manifest, manifestHashName, manifestName, type ManifestTable, markName, partName } from './manifest';
import { ownFiles } from './own-files';

/** One part of a table is kept in memory at a time. */
const partBytes = 1 << 20;
const blobsAtOnce = 500;

export interface BackupOptions {
    readonly connection: ClientConfig;
    /** Of all packages. */
    readonly packages: readonly PackageMigrations[];
    readonly blobs: BlobStore;
    readonly dataFolder: string;
    /** The file to write. */
    readonly target: string;
    /** Version of the program. */
    readonly product: string;
    readonly now: Date;
}

export interface BackupReport { readonly manifest: Manifest; /** of the archive */ readonly bytes: number }

const whyLeftOut = (schema: string): string => schema === 'pgboss'
    ? 'deliveries under way, which may have been made by the time of a restore; unfinished jobs are ended by a restore and can be started again'
    : 'no package of this installation keeps it';

/**
 * Writes everything that the packages keep into one file, as it was at one moment, while the server may go on working.
 * Memory use does not depend on how much there is.
 *
 * @throws BackupProblem when there is nothing to back up or the file cannot be written; nothing is left of the file then
 */
export const backUp = (options: BackupOptions): Promise<BackupReport> => withConnection(options.connection, async client => {
    await client.query('begin transaction isolation level repeatable read, read only');
    const schemas = await existingSchemas(client, options.packages.map(each => each.schema));
    if (schemas.length === 0) {
        throw new BackupProblem('This database holds nothing of Earshot.');
    }
    const archive = await ArchiveWriter.begin(options.target, options.now);
    try {
        const begin = { format: backupFormat, product: options.product, madeAt: options.now.toISOString() };
        await addJson(archive, markName, begin);
        const contents = { ...begin, ...await describe(client, options.packages.map(each => each.schema).filter(each => schemas.includes(each))) };
        const tables: ManifestTable[] = [];
        for (const each of await readTables(client, schemas)) {
            tables.push(await addTable(archive, client, each));
        }
        const manifest: Manifest = {
            ...contents, tables,
            // read last: a counter is never behind the rows
            sequences: await readSequences(client, schemas),
            blobs: await addBlobs(archive, client, options.blobs), files: await addFiles(archive, options.dataFolder)
        };
        const { sha256 } = await addJson(archive, manifestName, manifest);
        await archive.add(manifestHashName, sha256.length, [Buffer.from(sha256)]);
        return { manifest, bytes: await archive.finish() };
    } catch (error) {
        await archive.abandon();
        throw error;
    }
});

const addJson = (archive: ArchiveWriter, name: string, value: object) => {
    const content = Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
    return archive.add(name, content.length, [content]);
};

async function describe(client: Client, schemas: readonly string[]): Promise<Pick<Manifest, 'server' | 'packages' | 'audit' | 'leftOut'>> {
    const packages: Manifest['packages'] = [];
    for (const schema of schemas) {
        packages.push({ schema, migrations: await appliedMigrations(client, schema) });
    }
    const { rows: [server] } = await client.query<{ server_version: string }>('show server_version');
    const { valid, sealed, unsealed, head } = await verifyAuditChain(queriesOn<CoreTables>(client));
    const leftOut = (await otherSchemas(client, schemas)).map(schema => ({ schema, reason: whyLeftOut(schema) }));
    return { server: server!.server_version, packages, audit: { valid, sealed, unsealed, head }, leftOut };
}

async function addTable(archive: ArchiveWriter, client: Client, { name, columns }: Table): Promise<ManifestTable> {
    const rows = copyOut(client, `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`, partBytes);
    const whole = createHash('sha256');
    const parts: ManifestTable['parts'] = [];
    try {
        for (let next = await rows.next(); ; next = await rows.next()) {
            if (next.done) {
                return { name, columns: [...columns], rows: next.value, sha256: whole.digest('hex'), parts };
            }
            whole.update(next.value);
            parts.push(await archive.add(partName(name, parts.length), next.value.length, [next.value]));
        }
    } finally {
        await rows.return(0);
    }
}

/** What the database of the same moment refers to. Bytes that are lost or damaged do not keep the rest from being saved. */
async function addBlobs(archive: ArchiveWriter, client: Client, store: BlobStore): Promise<Manifest['blobs']> {
    const found: Manifest['blobs'] = { count: 0, bytes: 0, missing: [], damaged: [] };
    await client.query('declare blobs no scroll cursor for select hash from core.blob order by hash');
    for (;;) {
        const { rows } = await client.query<{ hash: string }>(`fetch ${blobsAtOnce} from blobs`);
        if (rows.length === 0) {
            await client.query('close blobs');
            return found;
        }
        for (const { hash } of rows) {
            const bytes = await store.size(hash);
            if (bytes === undefined) {
                found.missing.push(hash);
                continue;
            }
            const { sha256 } = await archive.add(blobPrefix + hash, bytes, store.open(hash));
            found.count += 1;
            found.bytes += bytes;
            if (sha256 !== hash) {
                found.damaged.push(hash);
            }
        }
    }
}

async function addFiles(archive: ArchiveWriter, dataFolder: string): Promise<Manifest['files']> {
    const files: Manifest['files'] = [];
    for (const name of await ownFiles(dataFolder)) {
        const file = path.join(dataFolder, name);
        const { size } = await fs.stat(file);
        files.push({ name, ...await archive.add(filePrefix + name, size, createReadStream(file)) });
    }
    return files;
}
