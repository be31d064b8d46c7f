import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import type { Client, ClientConfig } from 'pg';
import { verifyAuditChain } from '../audit/audit-verification';
import type { BlobStore } from '../blobs/blob-store';
import type { CoreTables } from '../storage/core-tables';
import { newId } from '../storage/identifier';
import type { PackageMigrations } from '../storage/migration';
import { type ArchiveEntry, readArchive } from './archive-reader';
import { BackupProblem } from './backup-problem';
import { queriesOn, withConnection } from './backup-session';
import { existingSchemas, quoted } from './catalog';
import { checkArchive } from './check-archive';
import { copyOut } from './copy';
import { loadTable, makeTables, refuseUnknownMigrations, setSequences, suspendChecks } from './loading';
import { blobPrefix, filePrefix, type Manifest, markName } from './manifest';
import { isEmptyBelow, ownFiles } from './own-files';

const partBytes = 1 << 20;

export interface RestoreOptions {
    readonly source: string;
    /** Opens the database to restore into; not called before the archive was found to be whole. */
    readonly open: () => Promise<{ readonly connection: ClientConfig; close(): Promise<void> }>;
    readonly packages: readonly PackageMigrations[];
    readonly blobs: BlobStore & { readonly folder: string };
    readonly dataFolder: string;
    readonly log: (line: string) => void;
    readonly now: Date;
}

export interface RestoreReport {
    readonly manifest: Manifest;
    readonly audit: Manifest['audit'];
    /** Jobs that were waiting or running, and have ended as interrupted. */
    readonly endedJobs: number;
}

/**
 * Puts a backup into an empty database and an empty data folder: all of it, or nothing.
 *
 * @throws BackupProblem when the archive is damaged, cut off or too new, or the target is not empty; nothing was changed then
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
    const { log } = options;
    log('Reading the whole archive …');
    const manifest = await checkArchive(options.source);
    refuseUnknownMigrations(manifest, options.packages);
    await refuseUsedFolder(options);
    const { connection, close } = await options.open();
    const putBlobs: string[] = [];
    const putFiles: string[] = [];
    try {
        return await withConnection(connection, async client => {
            await client.query('begin');
            await refuseUsedDatabase(client, options.packages);
            log(`Making the tables as they were in Earshot ${manifest.product} …`);
            await makeTables(client, manifest, options.packages);
            const resumeChecks = await suspendChecks(client, manifest);
            log(`Loading ${manifest.tables.length} tables and ${manifest.blobs.count} blobs …`);
            await load(client, manifest, options, putBlobs, putFiles);
            await setSequences(client, manifest);
            log('Checking references and reading back …');
            await resumeChecks();
            await readBack(client, manifest);
            await checkBlobs(client, manifest, options.blobs);
            const audit = await checkAudit(client, manifest);
            const endedJobs = await recordRestore(client, manifest, options.now);
            await client.query('commit');
            return { manifest, audit, endedJobs };
        });
    } catch (error) {
        // the database forgets what was not committed; files do not
        await Promise.all([...putBlobs.map(each => options.blobs.delete(each)), ...putFiles.map(each => fs.rm(each, { force: true }))]);
        throw error;
    } finally {
        await close();
    }
}

async function refuseUsedFolder({ blobs, dataFolder }: RestoreOptions): Promise<void> {
    const [file] = await ownFiles(dataFolder);
    if (file !== undefined || !await isEmptyBelow(blobs.folder)) {
        throw new BackupProblem(`${dataFolder} is in use: it holds ${file ?? 'blobs'}. A backup is restored into an empty data folder; nothing was changed.`);
    }
}

async function refuseUsedDatabase(client: Client, packages: readonly PackageMigrations[]): Promise<void> {
    const used = await existingSchemas(client, [...packages.map(each => each.schema), 'pgboss']);
    if (used.length > 0) {
        throw new BackupProblem(`The database is not empty: it has the schema ${used.join(', ')}. A backup is restored into an empty database; nothing was changed.`);
    }
}

async function load(client: Client, manifest: Manifest, { source, blobs, dataFolder }: RestoreOptions, putBlobs: string[], putFiles: string[]): Promise<void> {
    const entries = readArchive(source);
    const next = async (): Promise<ArchiveEntry> => {
        const { value, done } = await entries.next();
        if (done) {
            throw new BackupProblem('The archive has become shorter while it was being restored.');
        }
        return value;
    };
    try {
        if ((await next()).name !== markName) {
            throw new BackupProblem('The archive has changed while it was being restored.');
        }
        for (const table of manifest.tables) {
            await loadTable(client, table, next);
        }
        for (let count = 0; count < manifest.blobs.count; count++) {
            await putBlob(await next(), manifest, blobs, putBlobs);
        }
        for (const { name } of manifest.files) {
            const { content, name: entry } = await next();
            if (entry !== filePrefix + name) {
                throw new BackupProblem(`The archive is damaged: ${entry} is where ${name} should be.`);
            }
            const file = path.join(dataFolder, name);
            putFiles.push(file);
            await fs.mkdir(dataFolder, { recursive: true, mode: 0o700 });
            await fs.writeFile(file, content, { mode: 0o600, flag: 'wx' });
        }
    } finally {
        await entries.return(undefined);
    }
}

async function putBlob({ name, bytes, content }: ArchiveEntry, manifest: Manifest, store: BlobStore, put: string[]): Promise<void> {
    const hash = name.slice(blobPrefix.length);
    if (manifest.blobs.damaged.includes(hash)) {
        return;
    }
    const stored = await store.put(Readable.from(content), { mediaType: '', maxBytes: bytes });
    put.push(stored.hash);
    if (stored.hash !== hash) {
        throw new BackupProblem(`The archive is damaged: the blob ${hash} is not what was backed up (its hash is another).`);
    }
}

/** The rows come out of the new tables as they came out of the old ones, to the byte. */
async function readBack(client: Client, { tables }: Manifest): Promise<void> {
    for (const { name, columns, sha256 } of tables) {
        const hash = createHash('sha256');
        for await (const part of copyOut(client, `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`, partBytes)) {
            hash.update(part);
        }
        if (hash.digest('hex') !== sha256) {
            throw new BackupProblem(`${name} reads differently after loading than it did before.`);
        }
    }
}

/** Every blob that the tables know is there, but for those that had been lost before. */
async function checkBlobs(client: Client, manifest: Manifest, store: BlobStore): Promise<void> {
    const lost = new Set([...manifest.blobs.missing, ...manifest.blobs.damaged]);
    await client.query('declare blobs no scroll cursor for select hash from core.blob');
    for (;;) {
        const { rows } = await client.query<{ hash: string }>('fetch 500 from blobs');
        if (rows.length === 0) {
            await client.query('close blobs');
            return;
        }
        for (const { hash } of rows) {
            if (!lost.has(hash) && await store.size(hash) === undefined) {
                throw new BackupProblem(`The blob ${hash} is missing after loading.`);
            }
        }
    }
}

async function checkAudit(client: Client, manifest: Manifest): Promise<Manifest['audit']> {
    const { valid, sealed, unsealed, head } = await verifyAuditChain(queriesOn<CoreTables>(client));
    const audit = { valid, sealed, unsealed, head };
    if (JSON.stringify(audit) !== JSON.stringify(manifest.audit)) {
        throw new BackupProblem('The audit log’s chain of hashes is not the one that was backed up.');
    }
    return audit;
}

/** The queue of jobs begins empty, so what was under way will not go on; and the audit log says that there was a restore. */
async function recordRestore(client: Client, { madeAt, audit }: Manifest, now: Date): Promise<number> {
    const { rowCount } = await client.query(`update core.job set state = 'failed', finished_at = $1, problem = '{"code": "interrupted", "detail": {"restored": true}}' where state in ('waiting', 'running')`, [now]);
    const endedJobs = rowCount ?? 0;
    await client.query(`insert into core.audit_entry (id, at, action, actor_id, entity_type, entity_id, detail) values ($1, $2, 'backup.restored', null, 'house', 'database', $3)`,
        [newId(), now, JSON.stringify({ via: 'system', madeAt, head: audit.head, endedJobs })]);
    return endedJobs;
}
