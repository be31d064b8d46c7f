import { done, id, moment, operation, stream, z } from '@earshot/core/lib/common/api/operation';

/** Limits of one file, and of what one article may hold that no revision shows any more. */
export const attachmentLimits = { bytes: 20 * 1024 ** 2, files: 200, /** Characters of a name. */ name: 200 } as const;

/** Where a file is shown: in what is published or being written, only in earlier revisions, or nowhere. */
export const attachmentPlaces = ['current', 'earlier', 'nowhere'] as const;

export const attachment = z.object({
    id, articleId: id.nullable(), name: z.string(), mediaType: z.string(), bytes: z.number(), /** SHA-256 of its bytes, hexadecimal. */ hash: z.string(),
    /** In pixels; null for what is no picture. */
    width: z.number().nullable(), height: z.number().nullable(), personName: z.string().nullable(), createdAt: moment, place: z.enum(attachmentPlaces)
});
export type Attachment = z.infer<typeof attachment>;

export const attachmentOperations = {
    list: operation('article:read').route({ method: 'GET', path: '/knowledge/articles/{id}/attachments', summary: 'Files of an article: to readers those that it shows, to whoever writes it all of them', tags: ['knowledge'] })
        .input(z.object({ id })).output(z.array(attachment)),
    remove: operation('article:write').route({ method: 'DELETE', path: '/knowledge/attachments/{id}', summary: 'Take a file away that neither what is published nor a draft shows; earlier revisions keep theirs', tags: ['knowledge'] })
        .input(z.object({ id })).output(done),
    restore: operation('article:write').route({ method: 'POST', path: '/knowledge/attachments/{id}/restoration', summary: 'Bring a file back that was taken away, within a day', tags: ['knowledge'] }).input(z.object({ id })).output(done)
};

export const attachmentStreams = {
    upload: stream({
        method: 'POST', path: '/knowledge/articles/:id/attachments', permission: 'article:write', consumes: 'application/octet-stream', produces: 'application/json', maxBytes: attachmentLimits.bytes,
        summary: 'Add a file to an article: a picture (PNG, JPEG, GIF, WebP), PDF, Office document without macros, SVG or text, recognised by its content; `name` as query'
    }),
    bytes: stream({ method: 'GET', path: '/knowledge/attachments/:id/content', permission: 'article:read', produces: 'application/octet-stream', summary: 'The bytes of a file of an article; `download=true` never shows it in the browser' })
};
