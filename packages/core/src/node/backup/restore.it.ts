import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../../configs/test-database';
import { systemPrincipal } from '../api/context';
import { AuditService } from '../audit/audit-service';
import { FileBlobStore } from '../blobs/file-blob-store';
import { Database } from '../storage/database';
import { backUp } from './backup';
import { checkArchive } from './check-archive';
import { contents, expectUntouched, now, openTestPlace, packages, query, type TestPlace, version } from './testing/test-place';

let place: TestPlace;
beforeAll(async () => {
    place = await openTestPlace();
});
afterAll(() => place.close());

describe('a restore', () => {
    it('refuses an archive with any byte changed or missing, says why, and changes nothing', async () => {
        const archive = place.archiveName();
        await place.make(archive);
        const whole = await fs.readFile(archive);
        const target = await place.newTarget();
        const attempt = async (bytes: Buffer) => {
            const file = place.archiveName();
            await fs.writeFile(file, bytes);
            const error: unknown = await place.restoreInto(target, file).then(() => undefined, reason => reason as unknown);
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
        await expectUntouched(target);
    });

    it('refuses a compressed archive that is cut off or damaged', async () => {
        const archive = place.archiveName('.tar.gz');
        const { manifest } = await place.make(archive);
        const whole = await fs.readFile(archive);
        const target = await place.newTarget();
        for (const length of [1, 20, Math.floor(whole.length / 3), whole.length - 8, whole.length - 1]) {
            await fs.writeFile(archive, whole.subarray(0, length));
            await expect(place.restoreInto(target, archive), `${length} bytes`).rejects.toThrow(/cut off|not a backup|damaged/);
        }
        for (let place = 20; place < whole.length; place += Math.floor(whole.length / 200)) {
            const changed = Buffer.from(whole);
            changed[place] = changed[place]! ^ 0x01;
            await fs.writeFile(archive, changed);
            // a few bits of the format mean nothing: then what is read is what was written
            const read: unknown = await checkArchive(archive).catch((error: unknown) => error);
            expect(read instanceof Error ? read.name : read, `byte ${place}`).toEqual(read instanceof Error ? 'BackupProblem' : manifest);
        }
        await expectUntouched(target);
    });

    it('refuses what is not a backup, or one of a program that knows more', async () => {
        const target = await place.newTarget();
        const file = place.archiveName();
        await fs.writeFile(file, randomBytes(5000));
        await expect(place.restoreInto(target, file)).rejects.toMatchObject({ name: 'BackupProblem' });
        await expect(place.restoreInto(target, place.archiveName())).rejects.toThrow('There is no file');
        const archive = place.archiveName();
        await place.make(archive);
        const older = packages.map(each => each.schema === 'core' ? { ...each, migrations: {} } : each);
        await expect(place.restoreInto(target, archive, { packages: older })).rejects.toThrow(/holds what this Earshot does not know \(the migration .* of core\)/);
        await expect(place.restoreInto(target, archive, { packages: packages.filter(each => each.schema === 'core') })).rejects.toThrow('the package');
        expect(target.opened).toBe(false);
    });

    it('refuses a database or a data folder that is in use, and leaves it as it is', async () => {
        const archive = place.archiveName();
        await place.make(archive);
        const before = await contents(place.source.connection);
        const target = await place.newTarget();
        await expect(place.restoreInto({ ...target, connection: place.source.connection }, archive)).rejects.toThrow('not empty');
        await expect(place.restoreInto({ ...target, dataFolder: place.data, blobs: place.store }, archive)).rejects.toThrow('in use');
        expect(await contents(place.source.connection)).toEqual(before);
        await expectUntouched(target);
    });

    it('puts everything back when it fails late', async () => {
        const archive = place.archiveName();
        await place.make(archive);
        const target = await place.newTarget();
        let count = 0;
        const full = Object.assign(Object.create(target.blobs) as FileBlobStore, {
            put: (...given: Parameters<FileBlobStore['put']>) => ++count > 2 ? Promise.reject(new Error('no more')) : target.blobs.put(...given)
        });
        await expect(place.restoreInto({ ...target, blobs: full }, archive)).rejects.toThrow('no more');
        expect(count).toBe(3);
        await expectUntouched(target);
        await place.restoreInto(target, archive);
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
            const archive = place.archiveName();
            const { manifest } = await backUp({ connection: tampered.connection, packages, blobs: place.store, dataFolder: await place.newFolder(), target: archive, product: version, now });
            expect(manifest.audit).toMatchObject({ valid: false, sealed: 1 });
            expect((await checkArchive(archive)).audit.valid).toBe(false);
            const report = await place.restoreInto(await place.newTarget(), archive);
            expect(report.audit).toMatchObject({ valid: false, sealed: 1 });
        } finally {
            await tampered.drop();
        }
    });
});
