import type { BlobStore, StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { caller } from '@earshot/core/lib/node/api/context';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import type { RecordingArchive } from '@earshot/media/lib/node/recording/recording-archive';
import busboy from 'busboy';
import type { Request } from 'express';
import { interactionInput, type InteractionInput, interactionStreams } from '../../common/interaction/interaction-contract';
import type { InteractionService } from './interaction-service';

const audioParts = ['audio', 'audio2'] as const;
const largestFile = interactionStreams.upload.maxBytes ?? 0;
const limits = { fields: 50, fieldSize: 10_000, files: audioParts.length, parts: 60, fileSize: largestFile + 1 };
/** A browser that stops sending holds nothing open for longer than this. */
const silenceMs = 60_000;

interface Upload { readonly fields: Record<string, string | string[]>; readonly audio: Partial<Record<typeof audioParts[number], StoredBlob>> }

/** Takes in one call: the bytes are streamed to the blob store, hashed on the way, and looked into before anything is written down. */
export const uploadHandler = (interactions: InteractionService, recordings: RecordingArchive, blobs: BlobStore): StreamHandler => async (request, response, context) => {
    const principal = caller(context);
    const { fields, audio } = await receive(request, blobs);
    if (!audio.audio) {
        throw invalid([{ path: 'audio', code: 'missing' }]);
    }
    const input = readFields(fields);
    await recordings.inspect(blobs.path(audio.audio.hash), audio.audio2 && blobs.path(audio.audio2.hash), input.format);
    response.status(201).json(await interactions.add(principal, input, { original: audio.audio, second: audio.audio2 }));
};

/** @throws INVALID naming each field that needs correcting. */
export function readFields(fields: Readonly<Record<string, unknown>>): InteractionInput {
    const tags = fields.tags ?? [];
    const read = interactionInput.safeParse({ ...fields, tags: Array.isArray(tags) ? tags : String(tags).split(/[,;，；]/).map(each => each.trim()).filter(Boolean) });
    if (!read.success) {
        throw invalid(read.error.issues.map(each => ({ path: each.path.join('.'), code: fields[String(each.path[0])] === undefined ? 'missing' : 'not-valid', detail: { message: each.message } })));
    }
    return read.data;
}

function receive(request: Request, blobs: BlobStore): Promise<Upload> {
    return new Promise((resolve, reject) => {
        let parser: busboy.Busboy;
        try {
            parser = busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
        } catch {
            reject(invalid([{ path: 'audio', code: 'not-multipart' }]));
            return;
        }
        const fields: Record<string, string | string[]> = Object.create(null);
        const audio: Upload['audio'] = {};
        const storing: Promise<void>[] = [];
        /** Whoever sends is answered at once, and what is being stored is let go of: nothing more will come for it. */
        const fail = (error: unknown) => {
            reject(error);
            request.unpipe(parser);
            request.resume();
            parser.destroy();
        };
        parser.on('field', (name, value) => {
            const text = value.trim();
            if (text) {
                const earlier = fields[name];
                fields[name] = earlier === undefined ? text : [...Array.isArray(earlier) ? earlier : [earlier], text];
            }
        });
        parser.on('file', (name, stream, { mimeType }) => {
            const part = audioParts.find(each => each === name);
            if (!part) {
                stream.resume();
                return;
            }
            stream.on('error', () => { /* the store is told, too; but it listens only when its file is open */ });
            storing.push(blobs.put(stream, { mediaType: mimeType.slice(0, 100), maxBytes: largestFile }).then(blob => { audio[part] = blob; }, fail));
        });
        parser.on('error', () => fail(invalid([{ path: 'audio', code: 'not-multipart' }]))); // it ends too early, or is something else
        parser.on('close', () => void Promise.all(storing).then(() => resolve({ fields, audio })));
        request.setTimeout(silenceMs, () => request.destroy());
        request.on('aborted', () => fail(invalid([{ path: 'audio', code: 'broken-off' }])));
        request.pipe(parser);
    });
}
