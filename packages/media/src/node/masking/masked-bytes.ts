import { pipeline, Readable } from 'node:stream';
import { decodePeaks, maskableFormat, type Mask, maskPeaks, maskStream } from '@earshot/audio';
import type { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import type { ServedBytes } from '../streaming/serve-bytes';

export type Bytes = Pick<ServedBytes, 'size' | 'tag' | 'open'>;

/**
 * A WAV file whose masked parts are silent, in any range that is asked for: the same bytes as that range of the whole.
 * @param revision counts the changes of the masks; becomes part of the tag.
 * @throws AudioError `not-maskable` where the samples have no bytes of their own.
 */
export async function maskedAudio(path: string, bytes: Bytes, masks: readonly Mask[], revision: number): Promise<Bytes> {
    const format = await maskableFormat(path);
    return {
        size: bytes.size, tag: maskedTag(bytes.tag, revision),
        // a pipeline, so that the file is let go of when the listener hangs up
        open: (start, end) => pipeline(bytes.open(start, end), maskStream({ format, masks, rangeStart: start }), () => { /* whoever reads is told */ })
    };
}

/** One level of a waveform whose masked parts are flat. @returns undefined for a level that there is none of. */
export async function maskedPeaks(blobs: BlobStore, hash: string, level: number, masks: readonly Mask[], revision: number): Promise<Bytes | undefined> {
    const whole = Buffer.concat(await blobs.open(hash).toArray() as Buffer[]);
    const masked = maskPeaks(decodePeaks(whole), masks).levels[level];
    if (!masked) {
        return undefined;
    }
    const bytes = Buffer.concat(masked.channels);
    return { size: bytes.length, tag: `${maskedTag(hash.slice(0, 32), revision)}-${level}`, open: (start, end) => Readable.from([bytes.subarray(start, end + 1)]) };
}

const maskedTag = (tag: string, revision: number): string => `${tag}-m${revision}`;
