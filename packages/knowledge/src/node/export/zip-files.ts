import { Zip, ZipDeflate } from 'fflate';

export interface ArchiveFile { readonly path: string; readonly text: string }

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
    for await (const { path, text } of files) {
        const file = new ZipDeflate(path, { level: 6 });
        zip.add(file);
        file.push(Buffer.from(text), true);
        yield* given();
    }
    zip.end();
    yield* given();
}
