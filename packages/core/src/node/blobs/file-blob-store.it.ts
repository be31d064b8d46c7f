import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemPrincipal } from '../api/context';
import { openTestHouse, type TestHouse } from '../people/test-house';
import { migrateAll } from '../storage/migrate';
import { forgetBlob, recordBlob } from './blob-records';
import { BlobSweeping } from './blob-sweeping';
import { FileBlobStore } from './file-blob-store';

const options = { mediaType: 'audio/wav', maxBytes: 10_000_000 };
const run = promisify(execFile);
const day = 24 * 3_600_000;
let folder: string;
let store: FileBlobStore;
let house: TestHouse;

beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'blobs-'));
    store = new FileBlobStore({ dataFolder: folder });
    house = await openTestHouse();
});
afterAll(async () => {
    await house.close();
    await fs.rm(folder, { recursive: true, force: true });
});

const left = async () => (await fs.readdir(store.incoming)).length;
const put = (content: string | Buffer) => store.put(Readable.from([Buffer.from(content)]), options);

describe('a blob', () => {
    it('is kept under the hash of its bytes, once, and read back whole or in part', async () => {
        const stored = await put('0123456789');
        expect(stored).toEqual({ hash: createHash('sha256').update('0123456789').digest('hex'), bytes: 10, mediaType: 'audio/wav' });
        expect(store.path(stored.hash)).toBe(path.join(folder, 'blobs', stored.hash.slice(0, 2), stored.hash.slice(2, 4), stored.hash));
        expect(await put('0123456789')).toEqual(stored);
        expect(await text(store.open(stored.hash))).toBe('0123456789');
        expect(await text(store.open(stored.hash, { start: 2, end: 4 }))).toBe('234');
        expect(await store.size(stored.hash)).toBe(10);
        expect(await left()).toBe(0);
        expect((await fs.stat(store.path(stored.hash))).mode & 0o777).toBe(0o600);
    });

    it('may be empty', async () => {
        const stored = await store.put(Readable.from([]), options);
        expect(stored.bytes).toBe(0);
        expect(await text(store.open(stored.hash))).toBe('');
    });

    it('is put by several at the same time without harm', async () => {
        const content = randomBytes(300_000);
        const all = await Promise.all(Array.from({ length: 8 }, () => put(content)));
        expect(new Set(all.map(each => each.hash)).size).toBe(1);
        expect(await store.verify(all[0]!.hash)).toBe(true);
        expect(await left()).toBe(0);
    });

    it('is found out when the disk has changed it', async () => {
        const { hash } = await put('as it was');
        expect(await store.verify(hash)).toBe(true);
        await fs.writeFile(store.path(hash), 'as it wxs');
        expect(await store.verify(hash)).toBe(false);
        await store.delete(hash);
        await store.delete(hash);
        expect(await store.verify(hash)).toBe(false);
        expect(await store.size(hash)).toBeUndefined();
        await expect(text(store.open(hash))).rejects.toMatchObject({ code: 'ENOENT' });
    });

    it('has a hash, not a path', () => {
        for (const each of ['../../etc/passwd', 'A'.repeat(64), '', 'ab']) {
            expect(() => store.path(each)).toThrow('Not the hash');
        }
    });
});

describe('what cannot be taken in', () => {
    it('is refused when it is too large, as soon as that is known', async () => {
        let produced = 0;
        const endless = Readable.from((function* () {
            for (;;) {
                produced += 65_536;
                yield Buffer.alloc(65_536);
            }
        })());
        await expect(store.put(endless, { ...options, maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'too-large', detail: { largest: 1_000_000 } });
        expect(produced).toBeLessThan(3_000_000);
        expect(endless.destroyed).toBe(true);
        expect(await left()).toBe(0);
    });

    it('leaves nothing behind when the sender breaks off or gives up', async () => {
        const broken = Readable.from((async function* () {
            yield Buffer.alloc(1000);
            throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
        })());
        await expect(store.put(broken, options)).rejects.toMatchObject({ code: 'aborted' });
        const cancelling = new AbortController();
        const slow = new Readable({ read() { } });
        slow.push(Buffer.alloc(1000));
        const cancelled = store.put(slow, { ...options, signal: cancelling.signal });
        setTimeout(() => cancelling.abort(), 50);
        await expect(cancelled).rejects.toMatchObject({ code: 'aborted' });
        const closed = new Readable({ read() { } });
        closed.push(Buffer.alloc(1000));
        setTimeout(() => closed.destroy(), 50);
        await expect(store.put(closed, options)).rejects.toMatchObject({ code: 'aborted' });
        expect(await left()).toBe(0);
    });

    it('is said to be too much for the disk when the disk is full', async ({ skip }) => {
        const small = await fs.mkdtemp(path.join(os.tmpdir(), 'small-disk-'));
        const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).then(() => true, () => false);
        skip(!mounted, 'needs the right to mount a small disk');
        try {
            const full = new FileBlobStore({ dataFolder: small });
            await expect(full.put(Readable.from([Buffer.alloc(600_000), Buffer.alloc(600_000)]), options)).rejects.toMatchObject({ code: 'disk-full' });
            expect(await fs.readdir(full.incoming)).toEqual([]);
            await expect(full.put(Readable.from([Buffer.alloc(600_000)]), options)).resolves.toMatchObject({ bytes: 600_000 });
        } finally {
            await run('umount', [small]);
            await fs.rm(small, { recursive: true });
        }
    });

    it('or can, takes little memory however long it is', async () => {
        const chunk = randomBytes(1 << 20);
        let highest = 0;
        const long = Readable.from((function* () {
            for (let index = 0; index < 300; index++) {
                highest = Math.max(highest, process.memoryUsage().arrayBuffers);
                yield Buffer.from(chunk);
            }
        })(), { highWaterMark: 1 });
        const before = process.memoryUsage().arrayBuffers;
        const stored = await store.put(long, { ...options, maxBytes: 400 << 20 });
        expect(stored.bytes).toBe(300 << 20);
        expect(highest - before).toBeLessThan(150 << 20);
        await store.delete(stored.hash);
    });
});

describe('references', () => {
    const write = <R>(change: Parameters<typeof house.database.write<R>>[1]) => house.database.write<R>(systemPrincipal('test'), async (transaction, log) => {
        log.audit('test', 'blobs', 'test');
        return change(transaction, log);
    });

    it('keep a blob: it goes with the last of them, and some time after it', async () => {
        const first = { up: async (owner: Kysely<unknown>) => void await sql`create table trial.recording (id integer primary key, hash text not null references core.blob)`.execute(owner) };
        await migrateAll(house.connection, [{ schema: 'trial', migrations: { first } }]);
        const blob = await put(randomBytes(1000));
        await write(async transaction => {
            await recordBlob(transaction, blob);
            await recordBlob(transaction, blob);
            await sql`insert into trial.recording values (1, ${blob.hash}), (2, ${blob.hash})`.execute(transaction);
        });
        const unused = await put(randomBytes(1000));
        const sweeping = new BlobSweeping(house.database, store);
        const later = new Date(Date.now() + 2 * day);
        expect(await sweeping.sweep(new Date())).toBe(0);
        await sweeping.sweep(later);
        expect(await store.size(unused.hash)).toBeUndefined();
        expect(await store.size(blob.hash)).toBe(1000);

        expect(await write(async transaction => {
            await sql`delete from trial.recording where id = 1`.execute(transaction);
            return forgetBlob(transaction, blob.hash);
        })).toBe(false);
        expect(await write(async transaction => {
            await sql`delete from trial.recording where id = 2`.execute(transaction);
            return forgetBlob(transaction, blob.hash);
        })).toBe(true);
        expect(await sweeping.sweep(new Date())).toBe(0);
        expect(await sweeping.sweep(later)).toBe(1);
        expect(await store.size(blob.hash)).toBeUndefined();
    });

    it('that are made anew save a blob from being swept', async () => {
        const content = randomBytes(1000);
        const { hash } = await put(content);
        const old = new Date(Date.now() - 3 * day);
        await fs.utimes(store.path(hash), old, old);
        await put(content);
        expect(await new BlobSweeping(house.database, store).sweep(new Date())).toBe(0);
        expect(await store.verify(hash)).toBe(true);
    });

    it('are not waited for by what a killed process left half written', async () => {
        const file = path.join(store.incoming, 'left-over');
        await fs.writeFile(file, 'half');
        const sweeping = new BlobSweeping(house.database, store);
        expect(await sweeping.sweep(new Date())).toBe(0);
        const old = new Date(Date.now() - 3 * day);
        await fs.utimes(file, old, old);
        expect(await sweeping.sweep(new Date())).toBe(1);
        expect(await left()).toBe(0);
    });
});
