import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { unpack } from './unpack';

const limits = { files: 10, fileBytes: 1000, unpackedBytes: 5000 };
const all = async (zip: Uint8Array, given = limits) => {
    const files: { name: string; bytes: number | undefined }[] = [];
    for await (const { name, bytes } of unpack([zip], given)) {
        files.push({ name, bytes: bytes?.length });
    }
    return files;
};
const text = (length: number): Uint8Array => Buffer.alloc(length, 'a');
const failure = (code: string) => expect.objectContaining({ code });

it('gives the files of an archive', async () => {
    expect(await all(zipSync({ 'a.md': text(10), folder: { 'b.md': text(20) } }))).toEqual([{ name: 'a.md', bytes: 10 }, { name: 'folder/b.md', bytes: 20 }]);
});
it('stops at its limits, whatever comes out', async () => {
    expect(await all(zipSync({ 'large.md': text(1001), 'small.md': text(1) }))).toEqual([{ name: 'large.md', bytes: undefined }, { name: 'small.md', bytes: 1 }]);
    await expect(all(zipSync({ 'bomb.md': text(8_000_000) }))).rejects.toEqual(failure('archive-too-large'));
    await expect(all(zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, each) => [`${each}.md`, text(1)]))))).rejects.toEqual(failure('too-many-files'));
});
it('does not believe the size that an archive states', async () => {
    const zip = zipSync({ 'bomb.md': text(8_000_000) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    view.setUint32(22, 100, true); // the uncompressed size in the local header
    await expect(all(zip)).rejects.toEqual(failure('archive-too-large'));
});
it('says what is no archive, or a broken one', async () => {
    await expect(all(text(100))).rejects.toEqual(failure('archive-unreadable'));
    const zip = zipSync({ 'a.md': Buffer.from(Array.from({ length: 900 }, (_, each) => each * 7919 % 256)) }, { level: 9 });
    zip.fill(0xff, 40, 300);
    await expect(all(zip)).rejects.toEqual(failure('archive-unreadable'));
});
it('reads names that Windows wrote in GBK', async () => {
    const zip = zipSync({ 'xxxx.md': text(1) });
    const name = Buffer.from('b9d2caa7', 'hex'); // 挂失
    for (let at = zip.indexOf(0x78); at >= 0; at = zip.indexOf(0x78, at + 4)) {
        zip.set(name, at);
    }
    expect((await all(zip))[0]!.name).toBe('挂失.md');
});
it('keeps nothing of what is not wanted, whatever its compression', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const megabyte = 1024 ** 2;
    const zip = zipSync({ 'film.mp4': [new Uint8Array(64), { level: 0 }], 'a.md': text(10) });
    const [dataAt, view] = [30 + 'film.mp4'.length, new DataView(zip.buffer, zip.byteOffset)];
    for (const compression of [0, 8, 14]) {
        view.setUint16(8, compression, true);
        view.setUint32(18, 200 * megabyte, true);
        let most = 0;
        const source = async function* () {
            yield zip.slice(0, dataAt);
            for (let piece = 0; piece < 200; piece++) {
                yield new Uint8Array(megabyte);
                if (piece % 50 === 49) {
                    collect();
                    most = Math.max(most, process.memoryUsage().arrayBuffers);
                }
            }
            yield zip.slice(dataAt + 64);
        };
        const before = process.memoryUsage().arrayBuffers;
        const found: string[] = [];
        for await (const { name } of unpack(Readable.from(source()), limits, name => name.endsWith('.md'))) {
            found.push(name);
        }
        expect(found).toEqual(['a.md']);
        expect(most - before).toBeLessThan(100 * megabyte);
    }
});
