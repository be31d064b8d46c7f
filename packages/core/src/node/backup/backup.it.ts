import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import type { ClientConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../configs/test-database';
import { systemPrincipal } from '../api/context';
import { AuditService } from '../audit/audit-service';
import { FileBlobStore } from '../blobs/file-blob-store';
import { recordBlob } from '../blobs/blob-records';
import { Database } from '../storage/database';
import { migrateAll } from '../storage/migrate';
import type { PackageMigrations } from '../storage/migration';
import { backUp } from './backup';
import { withConnection } from './backup-session';
import { existingSchemas, quoted, readSequences, readTables } from './catalog';
import { checkArchive } from './check-archive';
import { productPackages } from './product-packages';
import { restore } from './restore';
import { fillEveryTable } from './test-rows';

const { migrations: packages, version } = productPackages(path.join(__dirname, '../../../../../examples/browser'));
const schemas = packages.map(each => each.schema);
const now = new Date('2026-11-22T10:00:00.000Z');

let folder: string;
let source: TestDatabase;
let database: Database;
let store: FileBlobStore;
let data: string;
const emptyDatabases: string[] = [];

const onServer = (statement: string) => withConnection(inject('postgres'), client => client.query(statement));

/** A database without any tables, as a new server has it. */
const emptyDatabase = async (): Promise<ClientConfig> => {
    const name = `restored_${randomUUID().replaceAll('-', '')}`;
    emptyDatabases.push(name);
    await onServer(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`);
    const { host, port, user, password } = inject('postgres');
    return { host, port, user, password, database: name };
};

const newFolder = () => fs.mkdtemp(path.join(folder, 'data-'));
const archiveName = (ending = '.tar') => path.join(folder, `${randomUUID()}${ending}`);
const make = (target: string, changes: object = {}) => backUp({ connection: source.connection, packages, blobs: store, dataFolder: data, target, product: version, now, ...changes });

interface Target { readonly connection: ClientConfig; readonly dataFolder: string; readonly blobs: FileBlobStore; opened: boolean }
const newTarget = async (): Promise<Target> => {
    const dataFolder = await newFolder();
    return { connection: await emptyDatabase(), dataFolder, blobs: new FileBlobStore({ dataFolder }), opened: false };
};
const restoreInto = (target: Target, archive: string, changes: object = {}) => restore({
    source: archive, packages, blobs: target.blobs, dataFolder: target.dataFolder, log: () => { }, now,
    open: async () => {
        target.opened = true;
        return { connection: target.connection, close: () => Promise.resolve() };
    },
    ...changes
});

/** Every row of every table as text, in the order in which the tables keep them. */
const contents = (connection: ClientConfig): Promise<Record<string, string[]>> => withConnection(connection, async client => {
    const found: Record<string, string[]> = {};
    for (const { name } of await readTables(client, schemas)) {
        found[name] = (await client.query<{ row: string }>(`select each::text as row from ${quoted(name)} each`)).rows.map(each => each.row);
    }
    return found;
});
const query = <R extends object>(connection: ClientConfig, text: string) => withConnection(connection, async client => (await client.query<R>(text)).rows);

const untouched = async (target: Target): Promise<void> => {
    expect(await withConnection(target.connection, client => existingSchemas(client, [...schemas, 'trial']))).toEqual([]);
    expect((await fs.readdir(target.dataFolder, { recursive: true, withFileTypes: true })).filter(each => each.isFile())).toEqual([]);
};

beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'backup-'));
    source = await createTestDatabase();
    data = await newFolder();
    store = new FileBlobStore({ dataFolder: data });
    database = new Database(source.connection);
    for (const content of [Buffer.alloc(0), Buffer.from('short'), randomBytes(300_000)]) {
        const blob = await store.put(Readable.from([content]), { mediaType: 'audio/wav', maxBytes: 1_000_000 });
        await database.write(systemPrincipal('test'), async (transaction, log) => {
            await recordBlob(transaction, blob);
            log.audit('test', 'blobs', blob.hash);
        });
    }
    await new AuditService(database).seal();
    await withConnection(source.connection, client => fillEveryTable(client, schemas));
    await database.write(systemPrincipal('test'), async (_transaction, log) => log.audit('test', 'house', 'unsealed'));
    await fs.writeFile(path.join(data, 'secret'), 'kept besides');
});
afterAll(async () => {
    await database.close();
    await source.drop();
    for (const each of emptyDatabases) {
        await onServer(`drop database if exists ${each} with (force)`);
    }
    await fs.rm(folder, { recursive: true, force: true });
});

describe('a backup', () => {
    it('comes back as it was: every row of every table, counters, blobs, files and the audit chain', async () => {
        const before = await contents(source.connection);
        expect(Object.entries(before).filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([]);
        for (const ending of ['.tar', '.tar.gz']) {
            const archive = archiveName(ending);
            const { manifest, bytes } = await make(archive);
            expect((await fs.stat(archive)).size).toBe(bytes);
            expect((await fs.stat(archive)).mode & 0o777).toBe(0o600);
            expect(manifest).toMatchObject({ blobs: { count: 3, bytes: 300_005, missing: [], damaged: [] }, files: [{ name: 'secret' }] });
            expect(manifest.packages.map(each => each.schema)).toEqual(schemas);

            const target = await newTarget();
            const report = await restoreInto(target, archive);
            expect(report.audit).toMatchObject({ valid: true, unsealed: expect.any(Number) });
            const after = await contents(target.connection);
            const [entry] = after['core.audit_entry']!.splice(-1);
            expect(entry).toContain('backup.restored');
            const jobs = before['core.job']!;
            expect(report.endedJobs).toBe(after['core.job']!.filter(each => each.includes('interrupted')).length);
            expect(after['core.job']!.length).toBe(jobs.length);
            expect({ ...after, 'core.job': [] }).toEqual({ ...before, 'core.job': [] });

            expect(await withConnection(target.connection, client => readSequences(client, schemas))).toEqual((await withConnection(source.connection, client => readSequences(client, schemas)))
                .map(each => ({ ...each, value: String(Number(each.value) + 1) })));
            for (const { hash } of await query<{ hash: string }>(source.connection, 'select hash from core.blob')) {
                expect(await target.blobs.verify(hash)).toBe(true);
            }
            expect(await fs.readFile(path.join(target.dataFolder, 'secret'), 'utf8')).toBe('kept besides');
        }
    });

    it('leaves a database that works: rights, references, watching triggers and new rows', async () => {
        const archive = archiveName();
        await make(archive);
        const target = await newTarget();
        await restoreInto(target, archive);
        await migrateAll(target.connection, packages);
        const restored = new Database(target.connection);
        try {
            const auditor = { ...systemPrincipal('test') };
            await restored.write(auditor, async (transaction, log) => {
                await transaction.insertInto('core.setting').values({ key: 'new', value: '1' }).execute();
                log.audit('test', 'house', 'new');
            });
            const audit = new AuditService(restored);
            await audit.seal();
            expect(await audit.verify(auditor)).toMatchObject({ valid: true, unsealed: 0 });
            await expect(restored.read().deleteFrom('core.audit_entry').execute()).rejects.toThrow('permission denied');
            await expect(restored.read().deleteFrom('core.person').execute()).rejects.toThrow('foreign key');
        } finally {
            await restored.close();
        }
        const [state] = await query<{ keys: number; off: number }>(target.connection, `select (select count(*)::int from pg_constraint where contype = 'f') as keys, (select count(*)::int from pg_trigger where not tgisinternal and tgenabled <> 'O') as off`);
        const [original] = await query<{ keys: number }>(source.connection, `select count(*)::int as keys from pg_constraint where contype = 'f'`);
        expect(state).toEqual({ keys: original!.keys, off: 0 });
    });

    it('is of one moment, however much is written meanwhile', async () => {
        const name = (each: number) => `pair-${each}`;
        let stop = false;
        const writing = (async () => {
            for (let each = 0; !stop; each++) {
                await database.write(systemPrincipal('test'), async (transaction, log) => {
                    await transaction.insertInto('core.setting').values({ key: name(each), value: '1' }).execute();
                    await transaction.insertInto('core.permission_seen').values({ permission: name(each) }).execute();
                    log.audit('test', 'pair', name(each));
                });
            }
        })();
        const archives = [archiveName(), archiveName()];
        for (const each of archives) {
            await make(each);
        }
        stop = true;
        await writing;
        const target = await newTarget();
        await restoreInto(target, archives[1]!);
        const [counts] = await query<{ settings: number; seen: number; entries: number }>(target.connection, `select (select count(*)::int from core.setting where key like 'pair-%') as settings,
            (select count(*)::int from core.permission_seen where permission like 'pair-%') as seen, (select count(*)::int from core.audit_entry where entity_type = 'pair') as entries`);
        expect(counts!.settings).toBeGreaterThan(0);
        expect(counts).toEqual({ settings: counts!.settings, seen: counts!.settings, entries: counts!.settings });
    });

    it('can be restored by a newer program, which brings it to its own shape later', async () => {
        const archive = archiveName();
        await make(archive);
        const newer: PackageMigrations[] = packages.map(each => each.schema !== 'core' ? each : {
            ...each, migrations: { ...each.migrations, '9999-later': { up: async owner => owner.schema.createTable('core.later').addColumn('id', 'integer').execute() } }
        });
        const target = await newTarget();
        await restoreInto(target, archive, { packages: [...newer, { schema: 'trial', migrations: {} }] });
        expect(await query(target.connection, `select to_regclass('core.later')::text as found`)).toEqual([{ found: null }]);
        await migrateAll(target.connection, newer);
        expect(await query(target.connection, `select to_regclass('core.later')::text as found`)).toEqual([{ found: 'core.later' }]);
    });

    it('takes little memory, however much there is', async () => {
        const large = await createTestDatabase();
        const dataFolder = await newFolder();
        const blobs = new FileBlobStore({ dataFolder });
        const megabyte = 1 << 20;
        await query(large.connection, `insert into core.setting select 'row ' || each, to_jsonb(repeat(md5(each::text), 2048)) from generate_series(1, 2000) each`);
        const blob = await blobs.put(Readable.from((function* () {
            for (let each = 0; each < 120; each++) {
                yield randomBytes(megabyte);
            }
        })()), { mediaType: 'audio/wav', maxBytes: 200 * megabyte });
        await query(large.connection, `insert into core.blob values ('${blob.hash}', ${blob.bytes}, 'audio/wav')`);
        const archive = archiveName();
        let highest = 0;
        const watch = setInterval(() => {
            highest = Math.max(highest, process.memoryUsage().arrayBuffers);
        }, 5);
        try {
            const before = process.memoryUsage().arrayBuffers;
            await backUp({ connection: large.connection, packages, blobs, dataFolder, target: archive, product: version, now });
            const target = await newTarget();
            await restoreInto(target, archive);
            expect((await fs.stat(archive)).size).toBeGreaterThan(240 * megabyte);
            expect(highest - before).toBeLessThan(128 * megabyte);
            expect(await query(target.connection, 'select count(*)::int as count from core.setting')).toEqual([{ count: 2000 }]);
        } finally {
            clearInterval(watch);
            await large.drop();
        }
    });

    it('is not written over, and not left half written', async () => {
        const archive = archiveName();
        await fs.writeFile(archive, 'precious');
        await expect(make(archive)).rejects.toThrow('exists already');
        expect(await fs.readFile(archive, 'utf8')).toBe('precious');
        await expect(make(path.join(folder, 'backup.zip'))).rejects.toThrow('.tar');
        const broken = archiveName();
        await expect(make(broken, { blobs: { size: () => Promise.resolve(10), open: () => Readable.from([Buffer.alloc(5)]) } })).rejects.toThrow('changed its length');
        await expect(make(path.join(folder, 'nowhere', 'x.tar'))).rejects.toThrow('cannot be written');
        expect((await fs.readdir(folder)).filter(each => each.includes('unfinished') || each === path.basename(broken))).toEqual([]);
    });

    it('says which blobs were lost or damaged, and saves the rest', async () => {
        const other = await createTestDatabase();
        const dataFolder = await newFolder();
        const blobs = new FileBlobStore({ dataFolder });
        try {
            const put = async (text: string) => {
                const { hash, bytes } = await blobs.put(Readable.from([Buffer.from(text)]), { mediaType: 'text/plain', maxBytes: 100 });
                await query(other.connection, `insert into core.blob values ('${hash}', ${bytes}, 'text/plain')`);
                return hash;
            };
            const [kept, lost, changed] = [await put('kept'), await put('lost'), await put('changed')];
            await blobs.delete(lost);
            await fs.writeFile(blobs.path(changed), 'chAnged');
            const archive = archiveName();
            const { manifest } = await backUp({ connection: other.connection, packages, blobs, dataFolder, target: archive, product: version, now });
            expect(manifest.blobs).toMatchObject({ count: 2, missing: [lost], damaged: [changed] });
            const target = await newTarget();
            await restoreInto(target, archive);
            expect(await target.blobs.verify(kept)).toBe(true);
            expect([await target.blobs.size(lost), await target.blobs.size(changed)]).toEqual([undefined, undefined]);
        } finally {
            await other.drop();
        }
    });
});

describe('a restore', () => {
    it('refuses an archive with any byte changed or missing, says why, and changes nothing', async () => {
        const archive = archiveName();
        await make(archive);
        const whole = await fs.readFile(archive);
        const target = await newTarget();
        const attempt = async (bytes: Buffer) => {
            const file = archiveName();
            await fs.writeFile(file, bytes);
            const error: unknown = await restoreInto(target, file).then(() => undefined, reason => reason as unknown);
            await fs.rm(file);
            return error;
        };
        for (const length of [0, 1, 511, 512, 5000, Math.floor(whole.length / 2), whole.length - 2000, whole.length - 1024, whole.length - 1]) {
            expect(await attempt(whole.subarray(0, length)), `${length} bytes`).toMatchObject({ name: 'BackupProblem', message: expect.stringMatching(/cut off|incomplete|not a backup/) as string });
        }
        // spread over the whole of it, and the first and the last block byte by byte
        const places = new Set([...Array(520).keys(), ...Array.from({ length: 200 }, (_, index) => Math.floor(index * whole.length / 200)), ...Array.from({ length: 520 }, (_, index) => whole.length - 1 - index)]);
        for (const place of places) {
            const changed = Buffer.from(whole);
            changed[place] = changed[place]! ^ 0x55;
            expect(await attempt(changed), `byte ${place}`).toMatchObject({ name: 'BackupProblem' });
        }
        expect(target.opened).toBe(false);
        await untouched(target);
    });

    it('refuses a compressed archive that is cut off or damaged', async () => {
        const archive = archiveName('.tar.gz');
        const { manifest } = await make(archive);
        const whole = await fs.readFile(archive);
        const target = await newTarget();
        for (const length of [1, 20, Math.floor(whole.length / 3), whole.length - 8, whole.length - 1]) {
            await fs.writeFile(archive, whole.subarray(0, length));
            await expect(restoreInto(target, archive), `${length} bytes`).rejects.toThrow(/cut off|not a backup|damaged/);
        }
        for (let place = 20; place < whole.length; place += Math.floor(whole.length / 200)) {
            const changed = Buffer.from(whole);
            changed[place] = changed[place]! ^ 0x01;
            await fs.writeFile(archive, changed);
            // a few bits of the format mean nothing: then what is read is what was written
            const read: unknown = await checkArchive(archive).catch((error: unknown) => error);
            expect(read instanceof Error ? read.name : read, `byte ${place}`).toEqual(read instanceof Error ? 'BackupProblem' : manifest);
        }
        await untouched(target);
    });

    it('refuses what is not a backup, or one of a program that knows more', async () => {
        const target = await newTarget();
        const file = archiveName();
        await fs.writeFile(file, randomBytes(5000));
        await expect(restoreInto(target, file)).rejects.toMatchObject({ name: 'BackupProblem' });
        await expect(restoreInto(target, archiveName())).rejects.toThrow('There is no file');
        const archive = archiveName();
        await make(archive);
        const older = packages.map(each => each.schema === 'core' ? { ...each, migrations: {} } : each);
        await expect(restoreInto(target, archive, { packages: older })).rejects.toThrow(/holds what this Earshot does not know \(the migration .* of core\)/);
        await expect(restoreInto(target, archive, { packages: packages.filter(each => each.schema === 'core') })).rejects.toThrow('the package');
        expect(target.opened).toBe(false);
    });

    it('refuses a database or a data folder that is in use, and leaves it as it is', async () => {
        const archive = archiveName();
        await make(archive);
        const before = await contents(source.connection);
        const target = await newTarget();
        await expect(restoreInto({ ...target, connection: source.connection }, archive)).rejects.toThrow('not empty');
        await expect(restoreInto({ ...target, dataFolder: data, blobs: store }, archive)).rejects.toThrow('in use');
        expect(await contents(source.connection)).toEqual(before);
        await untouched(target);
    });

    it('puts everything back when it fails late', async () => {
        const archive = archiveName();
        await make(archive);
        const target = await newTarget();
        let count = 0;
        const full = Object.assign(Object.create(target.blobs) as FileBlobStore, {
            put: (...given: Parameters<FileBlobStore['put']>) => ++count > 2 ? Promise.reject(new Error('no more')) : target.blobs.put(...given)
        });
        await expect(restoreInto({ ...target, blobs: full }, archive)).rejects.toThrow('no more');
        expect(count).toBe(3);
        await untouched(target);
        await restoreInto(target, archive);
    });

    it('hands on an audit log whose chain was broken before, and says so', async () => {
        const tampered = await createTestDatabase();
        try {
            const copy = new Database(tampered.connection);
            for (let each = 0; each < 3; each++) {
                await copy.write(systemPrincipal('test'), async (_transaction, log) => log.audit('test', 'house', String(each)));
            }
            await new AuditService(copy).seal();
            await copy.close();
            await query(tampered.connection, `update core.audit_entry set action = 'other' where entity_id = '1'`);
            const archive = archiveName();
            const { manifest } = await backUp({ connection: tampered.connection, packages, blobs: store, dataFolder: await newFolder(), target: archive, product: version, now });
            expect(manifest.audit).toMatchObject({ valid: false, sealed: 1 });
            expect((await checkArchive(archive)).audit.valid).toBe(false);
            const report = await restoreInto(await newTarget(), archive);
            expect(report.audit).toMatchObject({ valid: false, sealed: 1 });
        } finally {
            await tampered.drop();
        }
    });
});
