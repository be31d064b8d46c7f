import { FileHandle, open, rename, rm } from 'node:fs/promises';
import { AudioError } from '../audio-error';
import { encodeMuLaw } from '../codecs/g711';
import { RenditionFormat } from './needs-rendition';

const HEADER_BYTES = 58;
const PCM = 1;
const MU_LAW = 7;
const LARGEST_FILE = 0xffffffff;

/**
 * Writes a WAV file sample by sample, beside its place until it is complete: whoever sees the file sees all of it.
 * Header as in RFC 2361: `fmt ` of 18 bytes and `fact`, for both codings alike.
 */
export class WaveWriter {
    private dataBytes = 0;
    private coded = new Uint8Array(0);

    private constructor(private readonly path: string, private readonly format: RenditionFormat, private readonly handle: FileHandle) { }

    static async create(path: string, format: RenditionFormat): Promise<WaveWriter> {
        const handle = await open(partialPath(path), 'w');
        const writer = new WaveWriter(path, format, handle);
        await handle.write(waveHeader(format, 0));
        return writer;
    }

    /** @param samples interleaved, in the number of channels of the format */
    async write(samples: Int16Array): Promise<void> {
        const bytes = this.encode(samples);
        if (HEADER_BYTES + this.dataBytes + bytes.length > LARGEST_FILE) {
            throw new AudioError('too-long', 'The recording is too long to be converted (4 GB as WAV). Split it, or export it in a format that browsers play.');
        }
        await this.handle.write(bytes);
        this.dataBytes += bytes.length;
    }

    /** Puts the sizes into the header and the file into its place. */
    async finish(): Promise<void> {
        if (this.dataBytes % 2 === 1) {
            await this.handle.write(Uint8Array.of(0));
        }
        await this.handle.write(waveHeader(this.format, this.dataBytes), 0, HEADER_BYTES, 0);
        await this.handle.sync();
        await this.handle.close();
        await rename(partialPath(this.path), this.path);
    }

    /** Leaves nothing behind. */
    async abandon(): Promise<void> {
        await this.handle.close();
        await removePartial(this.path);
    }

    private encode(samples: Int16Array): Uint8Array {
        if (this.format.codec === 'pcm16') {
            return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
        }
        if (this.coded.length < samples.length) {
            this.coded = new Uint8Array(samples.length);
        }
        return encodeMuLaw(samples, this.coded);
    }
}

const partialPath = (path: string): string => `${path}.partial`;

/** Removes what a writer that was killed left behind. */
export const removePartial = (path: string): Promise<void> => rm(partialPath(path), { force: true });

export const waveHeader = ({ codec, channels, sampleRate }: RenditionFormat, dataBytes: number): Uint8Array => {
    const sampleBytes = codec === 'pcm16' ? 2 : 1;
    const header = Buffer.alloc(HEADER_BYTES);
    header.write('RIFF', 0);
    header.writeUInt32LE(HEADER_BYTES - 8 + dataBytes + dataBytes % 2, 4);
    header.write('WAVEfmt ', 8);
    header.writeUInt32LE(18, 16);
    header.writeUInt16LE(codec === 'pcm16' ? PCM : MU_LAW, 20);
    header.writeUInt16LE(channels, 22);
    header.writeUInt32LE(sampleRate, 24);
    header.writeUInt32LE(sampleRate * channels * sampleBytes, 28);
    header.writeUInt16LE(channels * sampleBytes, 32);
    header.writeUInt16LE(8 * sampleBytes, 34);
    header.write('fact', 38);
    header.writeUInt32LE(4, 42);
    header.writeUInt32LE(dataBytes / sampleBytes / channels, 46);
    header.write('data', 50);
    header.writeUInt32LE(dataBytes, 54);
    return header;
};
