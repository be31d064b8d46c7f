import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../../configs/test-database';
import { systemPrincipal } from '../api/context';
import { AuditService } from '../audit/audit-service';
import { FileBlobStore } from '../blobs/file-blob-store';
import { Database } from '../storage/database';
import { migrateAll } from '../storage/migrate';
import type { PackageMigrations } from '../storage/migration';
import { backUp } from './backup';
import { withConnection } from './backup-session';
import { readSequences } from './catalog';
import { contents, now, openTestPlace, packages, query, schemas, type TestPlace, version } from './testing/test-place';

let place: TestPlace;
beforeAll(async () => {
    place = await openTestPlace();
});
afterAll(() => place.close());

describe('a backup', () => {
    it('comes back as it was: every row of every table, counters, blobs, files and the audit chain', async () => {
        const before = await contents(place.source.connection);
        expect(Object.entries(before).filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([]);
        for (const ending of ['.tar', '.tar.gz']) {
            const archive = place.archiveName(ending);
            const { manifest, bytes } = await place.make(archive);
            expect((await fs.stat(archive)).size).toBe(bytes);
            expect((await fs.stat(archive)).mode & 0o777).toBe(0o600);
            expect(manifest).toMatchObject({ blobs: { count: 3, bytes: 300_005, missing: [], damaged: [] }, files: [{ name: 'secret' }] });
            expect(manifest.packages.map(each => each.schema)).toEqual(schemas);

            const target = await place.newTarget();
            const report = await place.restoreInto(target, archive);
            expect(report.audit).toMatchObject({ valid: true, unsealed: expect.any(Number) });
            const after = await contents(target.connection);
            const [entry] = after['core.audit_entry']!.splice(-1);
            expect(entry).toContain('backup.restored');
            const jobs = before['core.job']!;
            expect(report.endedJobs).toBe(after['core.job']!.filter(each => each.includes('interrupted')).length);
            expect(after['core.job']!.length).toBe(jobs.length);
            expect({ ...after, 'core.job': [] }).toEqual({ ...before, 'core.job': [] });

            expect(await withConnection(target.connection, client => readSequences(client, schemas))).toEqual((await withConnection(place.source.connection, client => readSequences(client, schemas)))
                .map(each => ({ ...each, value: String(Number(each.value) + 1) })));
            for (const { hash } of await query<{ hash: string }>(place.source.connection, 'select hash from core.blob')) {
                expect(await target.blobs.verify(hash)).toBe(true);
            }
            expect(await fs.readFile(path.join(target.dataFolder, 'secret'), 'utf8')).toBe('kept besides');
        }
    });

    it('leaves a database that works: rights, references, watching triggers and new rows', async () => {
        const archive = place.archiveName();
        await place.make(archive);
        const target = await place.newTarget();
        await place.restoreInto(target, archive);
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
        const [original] = await query<{ keys: number }>(place.source.connection, `select count(*)::int as keys from pg_constraint where contype = 'f'`);
        expect(state).toEqual({ keys: original!.keys, off: 0 });
    });

    it('is of one moment, however much is written meanwhile', async () => {
        const name = (each: number) => `pair-${each}`;
        let stop = false;
        const writing = (async () => {
            for (let each = 0; !stop; each++) {
                await place.database.write(systemPrincipal('test'), async (transaction, log) => {
                    await transaction.insertInto('core.setting').values({ key: name(each), value: '1' }).execute();
                    await transaction.insertInto('core.permission_seen').values({ permission: name(each) }).execute();
                    log.audit('test', 'pair', name(each));
                });
            }
        })();
        const archives = [place.archiveName(), place.archiveName()];
        for (const each of archives) {
            await place.make(each);
        }
        stop = true;
        await writing;
        const target = await place.newTarget();
        await place.restoreInto(target, archives[1]!);
        const [counts] = await query<{ settings: number; seen: number; entries: number }>(target.connection, `select (select count(*)::int from core.setting where key like 'pair-%') as settings,
            (select count(*)::int from core.permission_seen where permission like 'pair-%') as seen, (select count(*)::int from core.audit_entry where entity_type = 'pair') as entries`);
        expect(counts!.settings).toBeGreaterThan(0);
        expect(counts).toEqual({ settings: counts!.settings, seen: counts!.settings, entries: counts!.settings });
    });

    it('can be restored by a newer program, which brings it to its own shape later', async () => {
        const archive = place.archiveName();
        await place.make(archive);
        const newer: PackageMigrations[] = packages.map(each => each.schema !== 'core' ? each : {
            ...each, migrations: { ...each.migrations, '9999-later': { up: async owner => owner.schema.createTable('core.later').addColumn('id', 'integer').execute() } }
        });
        const target = await place.newTarget();
        await place.restoreInto(target, archive, { packages: [...newer, { schema: 'trial', migrations: {} }] });
        expect(await query(target.connection, `select to_regclass('core.later')::text as found`)).toEqual([{ found: null }]);
        await migrateAll(target.connection, newer);
        expect(await query(target.connection, `select to_regclass('core.later')::text as found`)).toEqual([{ found: 'core.later' }]);
    });

    it('takes little memory, however much there is', async () => {
        const large = await createTestDatabase();
        const dataFolder = await place.newFolder();
        const blobs = new FileBlobStore({ dataFolder });
        const megabyte = 1 << 20;
        await query(large.connection, `insert into core.setting select 'row ' || each, to_jsonb(repeat(md5(each::text), 2048)) from generate_series(1, 1500) each`);
        const blob = await blobs.put(Readable.from((function* () {
            for (let each = 0; each < 100; each++) {
                yield randomBytes(megabyte);
            }
        })()), { mediaType: 'audio/wav', maxBytes: 200 * megabyte });
        await query(large.connection, `insert into core.blob values ('${blob.hash}', ${blob.bytes}, 'audio/wav')`);
        const archive = place.archiveName();
        let highest = 0;
        const watch = setInterval(() => {
            highest = Math.max(highest, process.memoryUsage().arrayBuffers);
        }, 5);
        try {
            const before = process.memoryUsage().arrayBuffers;
            await backUp({ connection: large.connection, packages, blobs, dataFolder, target: archive, product: version, now });
            const target = await place.newTarget();
            await place.restoreInto(target, archive);
            expect((await fs.stat(archive)).size).toBeGreaterThan(190 * megabyte);
            expect(highest - before).toBeLessThan(128 * megabyte);
            expect(await query(target.connection, 'select count(*)::int as count from core.setting')).toEqual([{ count: 1500 }]);
        } finally {
            clearInterval(watch);
            await large.drop();
        }
    }, 180_000);

    it('is not written over, and not left half written', async () => {
        const archive = place.archiveName();
        await fs.writeFile(archive, 'precious');
        await expect(place.make(archive)).rejects.toThrow('exists already');
        expect(await fs.readFile(archive, 'utf8')).toBe('precious');
        await expect(place.make(path.join(place.folder, 'backup.zip'))).rejects.toThrow('.tar');
        const broken = place.archiveName();
        await expect(place.make(broken, { blobs: { size: () => Promise.resolve(10), open: () => Readable.from([Buffer.alloc(5)]) } })).rejects.toThrow('changed its length');
        await expect(place.make(path.join(place.folder, 'nowhere', 'x.tar'))).rejects.toThrow('cannot be written');
        expect((await fs.readdir(place.folder)).filter(each => each.includes('unfinished') || each === path.basename(broken))).toEqual([]);
    });

    it('says which blobs were lost or damaged, and saves the rest', async () => {
        const other = await createTestDatabase();
        const dataFolder = await place.newFolder();
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
            const archive = place.archiveName();
            const { manifest } = await backUp({ connection: other.connection, packages, blobs, dataFolder, target: archive, product: version, now });
            expect(manifest.blobs).toMatchObject({ count: 2, missing: [lost], damaged: [changed] });
            const target = await place.newTarget();
            await place.restoreInto(target, archive);
            expect(await target.blobs.verify(kept)).toBe(true);
            expect([await target.blobs.size(lost), await target.blobs.size(changed)]).toEqual([undefined, undefined]);
        } finally {
            await other.drop();
        }
    });
});
