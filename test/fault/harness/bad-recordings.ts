import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { chance } from './chance';
import { shortCall } from './contents';

type Bytes = Buffer<ArrayBuffer>;
const joined = (...parts: readonly Buffer[]): Bytes => Buffer.concat(parts) as Bytes;

/** A zip archive of one file of so many zeros, a thousandth of their size. */
export const zipBomb = (megabytes: number): Bytes => {
    const content = Buffer.alloc(megabytes << 20);
    const packed = deflateRawSync(content, { level: 9 });
    const name = Buffer.from('zeros');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = joined(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed);
    const central = joined(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(14), name);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(1, 4);
    end.writeUInt16LE(1, 6);
    end.writeUInt32LE(central.length, 8);
    end.writeUInt32LE(local.length, 12);
    return joined(local, central, Buffer.from('PK\x05\x06', 'latin1'), end);
};

const changed = (bytes: Bytes, change: (copy: Bytes) => void): Bytes => {
    const copy = Buffer.from(bytes) as Bytes;
    change(copy);
    return copy;
};

const call = shortCall(3, 4711);

/** Wave files whose header says what cannot be. */
export const impossibleHeaders: Readonly<Record<string, Bytes>> = {
    'no channels': changed(call, copy => copy.writeUInt16LE(0, 22)), 'too many channels': changed(call, copy => copy.writeUInt16LE(65_535, 22)),
    'no sample rate': changed(call, copy => copy.writeUInt32LE(0, 24)), 'a sample rate out of reach': changed(call, copy => copy.writeUInt32LE(0xffff_ffff, 24)), 'no block size': changed(call, copy => copy.writeUInt16LE(0, 32)),
    'no bits': changed(call, copy => copy.writeUInt16LE(0, 34)), 'too many bits': changed(call, copy => copy.writeUInt16LE(65_535, 34)), 'an unknown codec': changed(call, copy => copy.writeUInt16LE(0xabcd, 20)),
    'a format without a length': changed(call, copy => copy.writeUInt32LE(0, 16)), 'a format without an end': changed(call, copy => copy.writeUInt32LE(0xffff_ffff, 16)),
    'no data': changed(call, copy => copy.write('junk', 36, 'latin1')), 'only a header': call.subarray(0, 44) as Bytes, 'half a header': call.subarray(0, 30) as Bytes,
    'chunks without a length': joined(call.subarray(0, 36), ...Array.from({ length: 20_000 }, () => Buffer.from('junk\0\0\0\0', 'latin1'))), 'one sample': joined(call.subarray(0, 40), Buffer.from([4, 0, 0, 0, 1, 0, 1, 0]))
};

/** Beginnings by which formats are told, and what follows is none of it. */
export const falseBeginnings: Readonly<Record<string, Bytes>> = Object.fromEntries(Object.entries({
    wave: 'RIFF\xff\xff\xff\xffWAVEfmt ', ogg: 'OggS\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x13OpusHead', flac: 'fLaC\x00\x00\x00\x22', mp3: '\xff\xfb\x90\x64', tagged: 'ID3\x04\x00\x00\x7f\x7f\x7f\x7f',
    amr: '#!AMR\n', webm: '\x1aE\xdf\xa3\x9f\x42\x86\x81\x01', mp4: '\x00\x00\x00\x20ftypM4A ', rf64: 'RF64\xff\xff\xff\xffWAVEds64'
}).map(([name, beginning]) => [name, joined(Buffer.from(beginning, 'latin1'), randomBytes(60_000))]));

/** A recording with some bytes changed, the same ones for the same seed. */
export const scratched = (bytes: Buffer, seed: number): Bytes => {
    const random = chance(seed);
    return changed(Buffer.from(bytes) as Bytes, copy => {
        const scratches = 1 + Math.floor(random() * 20);
        for (let scratch = 0; scratch < scratches; scratch++) {
            // the beginning is where formats describe themselves
            copy[Math.floor(random() * (random() < 0.5 ? Math.min(400, copy.length) : copy.length))] = Math.floor(random() * 256);
        }
    });
};
