import type { Readable } from 'node:stream';
import { readableName } from '@earshot/core/lib/node/archive/readable-name';
import { UnpackFailure, type UnpackLimits } from '@earshot/core/lib/node/archive/unpack-failure';
import { Unzip, type UnzipDecoderConstructor, UnzipInflate, UnzipPassThrough } from 'fflate';

export interface UnpackedFile { readonly name: string; /** Undefined: larger than one file may be. */ readonly bytes: Uint8Array | undefined }

/** As much as is unpacked at a time: at the highest possible ratio, 66 MB come out of it. */
const pieceBytes = 64 * 1024;

/**
 * The files of a zip, one after the other, as they come. Sizes are counted as bytes come out, whatever the archive says of itself: it holds at most one
 * file at a time and stops at the limits, so that neither a bomb nor many small files fill the memory.
 * @throws UnpackFailure
 */
export async function* unpack(source: Readable | Iterable<Uint8Array>, { files, fileBytes, unpackedBytes }: UnpackLimits, wanted: (name: string) => boolean = () => true): AsyncGenerator<UnpackedFile> {
    const ready: UnpackedFile[] = [];
    let [seen, total, failure] = [0, 0, undefined as UnpackFailure | undefined];
    let begun = 0;
    const unzip = new Unzip(file => {
        begun++;
        const name = readableName(file.name);
        seen += 1;
        if (seen > files) {
            failure ??= new UnpackFailure('too-many-files');
        }
        if (failure) {
            return;
        }
        if (name.endsWith('/') || !wanted(name)) {
            // What is never started is kept until it is.
            unzip.register(passingOver(file.compression));
            file.ondata = () => undefined;
            file.start();
            return;
        }
        unzip.register(UnzipInflate);
        unzip.register(UnzipPassThrough);
        let chunks: Uint8Array[] = [];
        let bytes = 0;
        file.ondata = (error, chunk, final) => {
            if (error) {
                failure ??= new UnpackFailure('archive-unreadable');
                return;
            }
            bytes += chunk.length;
            total += chunk.length;
            if (total > unpackedBytes) {
                failure ??= new UnpackFailure('archive-too-large');
            }
            if (bytes > fileBytes || failure) { chunks = []; } else { chunks.push(chunk); }
            if (final) {
                ready.push({ name, bytes: bytes > fileBytes ? undefined : Buffer.concat(chunks) });
            }
        };
        file.start();
    });
    for await (const chunk of source) {
        const all = chunk as Uint8Array;
        for (let start = 0; start < all.length; start += pieceBytes) {
            try {
                unzip.push(all.subarray(start, start + pieceBytes));
            } catch {
                failure ??= new UnpackFailure('archive-unreadable');
            }
            if (failure) {
                throw failure;
            }
            yield* ready.splice(0);
        }
    }
    try {
        unzip.push(new Uint8Array(), true);
    } catch {
        throw new UnpackFailure('archive-unreadable');
    }
    yield* ready.splice(0);
    if (begun === 0) {
        throw new UnpackFailure('archive-unreadable');
    }
}

/** Takes the bytes of a file of whichever compression, and does nothing with them. */
const passingOver = (compression: number): UnzipDecoderConstructor => class {
    static readonly compression = compression;
    ondata = (): void => undefined;
    push(): void { /* not wanted */ }
};
