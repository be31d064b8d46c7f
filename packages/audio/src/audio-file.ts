import { FileHandle, open } from 'node:fs/promises';
import { AudioError } from './audio-error';

/** Bytes read at a time: large enough to make system calls cheap, small enough to stay in the processor's cache. */
export const CHUNK_BYTES = 128 * 1024;

/** First bytes handed to those who look for a signature. */
const HEAD_BYTES = 4096;

/** A file opened for reading at any place. Never reads more than asked for, so its size costs nothing. */
export class AudioFile {
    private constructor(readonly path: string, readonly size: number, readonly head: Uint8Array, private readonly handle: FileHandle) { }

    /** @throws AudioError `empty-file`; errors of the file system pass through */
    static async open(path: string): Promise<AudioFile> {
        const handle = await open(path, 'r');
        try {
            const stat = await handle.stat();
            if (!stat.isFile()) {
                throw new AudioError('not-audio', 'This is not a file. Choose an audio file.');
            }
            if (stat.size === 0) {
                throw new AudioError('empty-file', 'The file is empty (0 bytes). Export the recording again, or wait until it has been written completely.');
            }
            const head = new Uint8Array(Math.min(HEAD_BYTES, stat.size));
            const { bytesRead } = await handle.read(head, 0, head.length, 0);
            return new AudioFile(path, stat.size, head.subarray(0, bytesRead), handle);
        } catch (error) {
            await handle.close();
            throw error;
        }
    }

    /** Opens the file, hands it over, and closes it whatever happens. */
    static async with<T>(path: string, use: (file: AudioFile) => Promise<T>): Promise<T> {
        const file = await AudioFile.open(path);
        try {
            return await use(file);
        } finally {
            await file.close();
        }
    }

    /** A fresh copy of the bytes from `position`; shorter than `length` at the end of the file. */
    async readAt(position: number, length: number): Promise<Uint8Array> {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - position)));
        return bytes.subarray(0, await this.fill(bytes, position));
    }

    /**
     * The bytes from `start` up to `end` in order. Every chunk but the last is `chunkBytes` long;
     * one buffer is used again and again, so a chunk is valid until the next one is asked for.
     */
    async *chunks(start = 0, end = this.size, chunkBytes = CHUNK_BYTES): AsyncGenerator<Uint8Array> {
        const buffer = new Uint8Array(Math.min(chunkBytes, Math.max(1, end - start)));
        for (let position = start; position < end;) {
            const wanted = Math.min(buffer.length, end - position);
            const read = await this.fill(wanted === buffer.length ? buffer : buffer.subarray(0, wanted), position);
            if (read === 0) {
                return;
            }
            yield read === buffer.length ? buffer : buffer.subarray(0, read);
            position += read;
        }
    }

    close(): Promise<void> {
        return this.handle.close();
    }

    /** Reads until the buffer is full or the file ends (one call may return less than asked for). */
    private async fill(buffer: Uint8Array, position: number): Promise<number> {
        let filled = 0;
        while (filled < buffer.length) {
            const { bytesRead } = await this.handle.read(buffer, filled, buffer.length - filled, position + filled);
            if (bytesRead === 0) {
                break;
            }
            filled += bytesRead;
        }
        return filled;
    }
}
