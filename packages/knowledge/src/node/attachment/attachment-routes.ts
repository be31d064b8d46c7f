import { id } from '@earshot/core/lib/common/api/operation';
import { caller } from '@earshot/core/lib/node/api/context';
import { invalid, notFound } from '@earshot/core/lib/node/api/failure';
import { implementOperations, type StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { attachment } from '@earshot/core/lib/node/http/attachment';
import { sendStream } from '@earshot/core/lib/node/http/send-stream';
import type { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { attachmentLimits, attachmentOperations } from '../../common/attachment/attachment-contract';
import type { AttachmentService } from './attachment-service';

/** A browser that stops sending holds nothing open for longer than this. */
const silenceMs = 60_000;
const done = { done: true as const };

export function attachmentRouter(attachments: AttachmentService) {
    const os = implementOperations(attachmentOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => attachments.list(caller(context), input.id)),
        remove: os.remove.handler(async ({ context, input }) => {
            await attachments.remove(caller(context), input.id);
            return done;
        }),
        restore: os.restore.handler(async ({ context, input }) => {
            await attachments.restore(caller(context), input.id);
            return done;
        })
    });
}

const idIn = (text: unknown): string => {
    const read = id.safeParse(text);
    if (!read.success) {
        throw notFound();
    }
    return read.data;
};

export const attachmentUpload = (attachments: AttachmentService): StreamHandler => async (request, response, context) => {
    const principal = caller(context);
    const articleId = idIn(request.params.id);
    await attachments.requireWritable(principal, articleId);
    const { name } = request.query;
    if (typeof name !== 'string' || name.trim() === '' || name.length > attachmentLimits.name) {
        throw invalid([{ path: 'name', code: 'missing' }]);
    }
    request.setTimeout(silenceMs, () => request.destroy());
    response.status(201).json(await attachments.add(principal, articleId, name, request));
};

/** Pictures that a browser draws and that hold nothing that acts. */
const shownTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** The names of files are kept with the ending of what they are. */
const disposition = (name: string, shown: boolean): string => {
    const [, stem = name, ending = 'bin'] = /^(.*)\.([a-z0-9]+)$/i.exec(name) ?? [];
    const saved = attachment(stem, ending);
    return shown ? saved.replace(/^attachment/, 'inline') : saved;
};

/** Whether somebody may see it is asked each time, so that a copy in a browser is of no use to whoever may not any more. */
export const attachmentDownload = (attachments: AttachmentService, blobs: BlobStore): StreamHandler => async (request, response, context) => {
    const { blob_hash: hash, media_type: mediaType, name, bytes } = await attachments.find(caller(context), idIn(request.params.id));
    const shown = shownTypes.includes(mediaType) && request.query.download !== 'true';
    const etag = `"${hash}"`;
    response.set({
        'Cache-Control': 'private, no-cache', ETag: etag, 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox",
        'Content-Disposition': disposition(name, shown)
    });
    if (request.headers['if-none-match'] === etag) {
        response.status(304).end();
        return;
    }
    response.set({ 'Content-Type': mediaType, 'Content-Length': String(bytes) });
    await sendStream(response, blobs.open(hash));
};
