import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** `bytes`: what is packed in itself already, a picture or a document. */
export type ArchiveFile = { readonly path: string; readonly text: string } | { readonly path: string; readonly bytes: AsyncIterable<Uint8Array> };

/** A zip, piece by piece as its files come. */
export async function* zipFiles(files: AsyncIterable<ArchiveFile> | Iterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
    const ready: Uint8Array[] = [];
    let failure: Error | undefined;
    const zip = new Zip((error, chunk) => {
        failure ??= error ?? undefined;
        ready.push(chunk);
    });
    const given = function* (): Generator<Uint8Array> {
        if (failure) {
            throw failure;
        }
        yield* ready.splice(0);
    };
    for await (const each of files) {
        const file = 'text' in each ? new ZipDeflate(each.path, { level: 6 }) : new ZipPassThrough(each.path);
        zip.add(file);
        if ('text' in each) {
            file.push(Buffer.from(each.text), true);
        } else {
            for await (const chunk of each.bytes) {
                // The zip keeps what it is given until it is taken: a stream may use its buffer again.
                file.push(Uint8Array.from(chunk));
                yield* given();
            }
            file.push(new Uint8Array(0), true);
        }
        yield* given();
    }
    zip.end();
    yield* given();
}
