import type { Readable } from 'node:stream';
import { invalid } from '../api/failure';

/** All of a stream, for a file that is small enough to be held. @throws INVALID with the problem when more comes than `mostBytes` */
export async function readWhole(stream: Readable, mostBytes: number, problem: { readonly path: string; readonly code: string }): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of stream) {
        length += (chunk as Buffer).length;
        if (length > mostBytes) {
            throw invalid([problem]);
        }
        chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
}
