import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** Sends what is read piece by piece. That whoever asked for it goes away meanwhile is no failure. */
export async function sendStream(response: Response, source: Readable): Promise<void> {
    try {
        await pipeline(source, response);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') {
            throw error;
        }
    }
}
