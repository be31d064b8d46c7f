import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { type ConditionalHeaders, decideRange } from './byte-range';

/** Bytes that never change under their tag. */
export interface ServedBytes {
    readonly size: number;
    /** Names the content; a hash. */
    readonly tag: string;
    readonly mediaType: string;
    /** Whether the address changes with the content: then a browser may keep it for good. Never shared between people. */
    readonly immutable: boolean;
    /** File name, for what is saved instead of shown. */
    readonly attachment?: string;
    /** Both ends are included. */
    open(start: number, end: number): Readable;
}

/**
 * Answers GET and HEAD, whole or by range, with little memory; whoever hangs up lets go of the file at once.
 * @param signal breaks the answer off: what it sends must not be sent any more.
 */
export async function serveBytes(request: Request, response: Response, bytes: ServedBytes, signal?: AbortSignal): Promise<void> {
    const etag = `"${bytes.tag}"`;
    const decision = decideRange(request.method, request.headers as ConditionalHeaders, bytes.size, etag);
    response.status(decision.status).set({ ETag: etag, 'Accept-Ranges': 'bytes', 'Cache-Control': bytes.immutable ? 'private, max-age=31536000, immutable' : 'private, no-cache' });
    if (decision.status === 304) {
        response.end();
        return;
    }
    if (decision.status === 416) {
        response.set({ 'Content-Range': `bytes */${bytes.size}`, 'Cache-Control': 'no-store' }).end();
        return;
    }
    const [start, end] = decision.status === 206 ? [decision.start, decision.end] : [0, bytes.size - 1];
    response.set({ 'Content-Type': bytes.mediaType, 'Content-Length': String(end - start + 1) });
    if (decision.status === 206) {
        response.set('Content-Range', `bytes ${start}-${end}/${bytes.size}`);
    }
    if (bytes.attachment) {
        response.set('Content-Disposition', `attachment; filename="${bytes.attachment}"`);
    }
    if (request.method === 'HEAD' || bytes.size === 0) {
        response.end();
        return;
    }
    if (response.destroyed) {
        return;                                        // whoever asked hung up meanwhile: nothing is opened for nobody
    }
    try {
        await pipeline(bytes.open(start, end), response, { signal });
    } catch (error) {
        if (!signal?.aborted && (error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') {
            throw error;
        }
    }
}
