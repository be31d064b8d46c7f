import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { requireModest, unpack, UnpackFailure } from './unpack';

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
    await expect(requireModest(zipSync({ 'word/document.xml': text(2000) }), limits)).rejects.toBeInstanceOf(UnpackFailure);
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
