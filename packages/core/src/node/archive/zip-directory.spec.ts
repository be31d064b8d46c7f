import { Document, Packer, Paragraph } from 'docx';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { requireModest } from './zip-directory';

const limits = { files: 3, fileBytes: 1000, unpackedBytes: 1500 };
const text = (length: number): Uint8Array => Buffer.alloc(length, 'a');
const failure = (code: string) => expect.objectContaining({ code });
const zip = () => Buffer.from(zipSync({ 'a.xml': text(900), 'b.xml': text(500) }));
const directoryOf = (bytes: Buffer): number => bytes.indexOf('PK\u0001\u0002', 0, 'latin1');

it('lets through what holds to its limits', async () => {
    await requireModest(zip(), limits);
    await requireModest(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('x')] }] })), { files: 5000, fileBytes: 1e6, unpackedBytes: 1e6 });
});
it('lets through files whose size stands behind them', async () => {
    const pieces: Uint8Array[] = [];
    const streamed = new Zip((error, chunk) => { expect(error).toBeNull(); pieces.push(chunk); });
    for (const name of ['a.xml', 'b.xml']) {
        const file = new ZipDeflate(name);
        streamed.add(file);
        file.push(text(500), true);
    }
    streamed.end();
    await requireModest(Buffer.concat(pieces), limits);
    await expect(requireModest(Buffer.concat(pieces), { ...limits, unpackedBytes: 999 })).rejects.toEqual(failure('archive-too-large'));
});
it('stops at its limits', async () => {
    await expect(requireModest(zipSync({ 'a.xml': text(1001) }), limits)).rejects.toEqual(failure('archive-too-large'));
    await expect(requireModest(zipSync({ 'a.xml': text(900), 'b.xml': text(601) }), limits)).rejects.toEqual(failure('archive-too-large'));
    await expect(requireModest(zipSync({ a: text(1), b: text(1), c: text(1), d: text(1) }), limits)).rejects.toEqual(failure('too-many-files'));
});
it('counts what comes out, whatever both places say of it', async () => {
    const bytes = Buffer.from(zipSync({ 'a.xml': text(8_000_000) }));
    bytes.writeUInt32LE(100, 22);
    bytes.writeUInt32LE(100, directoryOf(bytes) + 24);
    await expect(requireModest(bytes, limits)).rejects.toEqual(failure('archive-too-large'));
});
it.each<[string, (bytes: Buffer, directory: number) => unknown]>([
    ['another size', (bytes, at) => bytes.writeUInt32LE(899, at + 24)], ['another packed size', (bytes, at) => bytes.writeUInt32LE(bytes.readUInt32LE(18) - 1, at + 20)], ['another name', (bytes, at) => bytes.write('c', at + 46)],
    ['another compression', (bytes, at) => bytes.writeUInt16LE(0, at + 10)], ['other signs', (bytes, at) => bytes.writeUInt16LE(8, at + 8)], ['the same place for two', (bytes, at) => bytes.writeUInt32LE(0, bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1') + 42)],
    ['fewer files', bytes => bytes.writeUInt16LE(1, bytes.length - 12)]
])('refuses a directory with %s', async (_, change) => {
    const bytes = zip();
    change(bytes, directoryOf(bytes));
    await expect(requireModest(bytes, limits)).rejects.toEqual(failure('archive-unreadable'));
});
it('refuses files that the directory does not have, a second directory, and what is no archive', async () => {
    const [hidden, bytes] = [zipSync({ 'c.xml': text(9) }), zip()];
    await expect(requireModest(Buffer.concat([hidden, bytes]), limits)).rejects.toEqual(failure('archive-unreadable'));
    await expect(requireModest(Buffer.concat([bytes, Buffer.from('x')]), limits)).rejects.toEqual(failure('archive-unreadable'));
    await expect(requireModest(strToU8('no zip at all'), limits)).rejects.toEqual(failure('archive-unreadable'));
});
