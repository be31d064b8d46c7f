import { pipeline } from 'node:stream/promises';
import { PEAK_INDEX_BYTES, readPeakIndex } from '@earshot/audio';
import { caller } from '@earshot/core/lib/node/api/context';
import { conflict, notFound } from '@earshot/core/lib/node/api/failure';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import type { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { type Database } from '@earshot/core/lib/node/storage/database';
import type { Request, Response } from 'express';
import { byteRange } from './byte-range';
import type { RecordingService } from './recording-service';

/** What is fetched with the revision in its address never changes; without it, the browser asks again. */
const caching = (request: Request): string => request.query.revision ? 'private, max-age=31536000, immutable' : 'private, no-cache';
const playable: Record<string, string> = { wav: 'audio/wav', mp3: 'audio/mpeg', flac: 'audio/flac', ogg: 'audio/ogg', webm: 'audio/webm', mp4: 'audio/mp4' };

/** What the browser plays: the rendition where there is one, else the original; by byte range, with flat memory. */
export const audioStream = (recordings: RecordingService, blobs: BlobStore): StreamHandler => async (request, response, context) => {
    const row = await recordings.find(caller(context), request.params.id!, 'recording:listen');
    if (row.state !== 'ready') {
        throw conflict('not-ready', { state: row.state });
    }
    await sendBlob(request, response, blobs, row.rendition ?? row.original, row.rendition ? 'audio/wav' : playable[row.container ?? ''] ?? 'application/octet-stream');
};

/** The original file, for those who may take it away; each time is audited. */
export const originalStream = (recordings: RecordingService, blobs: BlobStore, database: Database): StreamHandler => async (request, response, context) => {
    const principal = caller(context);
    const row = await recordings.find(principal, request.params.id!, 'recording:export');
    const second = request.query.leg === '2';
    const hash = second ? row.second : row.original;
    if (!hash) {
        throw notFound();
    }
    await database.write(principal, async (_, log) => log.audit('recording.exported', 'recordings', row.id, { hash }));
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent((second ? row.second_name : row.original_name) ?? row.id)}`);
    await sendBlob(request, response, blobs, hash, 'application/octet-stream');
};

/** One level of the waveform, cut out of the encoded pyramid. */
export const peaksStream = (recordings: RecordingService, blobs: BlobStore): StreamHandler => async (request, response, context) => {
    const row = await recordings.find(caller(context), request.params.id!, 'recording:listen');
    const level = Number(request.params.level);
    if (!row.peaks || !row.peak_levels.some(each => each.level === level)) {
        throw row.state === 'ready' ? notFound() : conflict('not-ready', { state: row.state });
    }
    const size = await blobs.size(row.peaks) ?? 0;
    const head: Buffer[] = [];
    for await (const chunk of blobs.open(row.peaks, { start: 0, end: Math.min(PEAK_INDEX_BYTES, size) - 1 })) {
        head.push(chunk as Buffer);
    }
    const { offset, bytes } = readPeakIndex(Buffer.concat(head)).levels[level]!;
    response.setHeader('Cache-Control', caching(request));
    response.setHeader('Content-Type', 'application/octet-stream');
    response.setHeader('Content-Length', bytes);
    if (bytes === 0) {
        response.end();
        return;
    }
    await send(response, blobs.open(row.peaks, { start: offset, end: offset + bytes - 1 }));
};

async function sendBlob(request: Request, response: Response, blobs: BlobStore, hash: string, mediaType: string): Promise<void> {
    const size = await blobs.size(hash);
    if (size === undefined) {
        throw notFound();
    }
    const tag = `"${hash}"`;
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('Cache-Control', caching(request));
    response.setHeader('Content-Type', mediaType);
    response.setHeader('ETag', tag);
    if (request.headers['if-none-match'] === tag) {
        response.status(304).end();
        return;
    }
    const conditional = request.headers['if-range'];
    const range = conditional && conditional !== tag ? undefined : byteRange(request.headers.range, size);
    if (range === 'unsatisfiable') {
        response.status(416).setHeader('Content-Range', `bytes */${size}`).end();
        return;
    }
    const { start, end } = range ?? { start: 0, end: size - 1 };
    if (range) {
        response.status(206).setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
    }
    response.setHeader('Content-Length', end - start + 1);
    if (request.method === 'HEAD' || size === 0) {
        response.end();
        return;
    }
    await send(response, blobs.open(hash, { start, end }));
}

/** Whoever goes away in the middle (a player that seeks does so all the time) leaves no open file behind, and is no error. */
async function send(response: Response, bytes: NodeJS.ReadableStream): Promise<void> {
    try {
        await pipeline(bytes, response);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') {
            throw error;
        }
    }
}
