import { inject, injectable } from '@theia/core/shared/inversify';
import type { Request } from 'express';
import { caller } from '@earshot/core/lib/node/api/context';
import { conflict, notFound, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { MediaTables } from '../media-tables';
import { type ServedBytes, serveBytes } from '../streaming/serve-bytes';
import { fileExtension, mediaType } from './media-types';
import { ListeningLog } from './listening-log';
import { recordingRow, type RecordingRow } from './recording-rows';

/** The bytes of recordings: what is played, the original, and the waveform. */
@injectable()
export class RecordingStreams {
    constructor(@inject(Database) private readonly database: Database, @inject(BlobStore) private readonly blobs: BlobStore, @inject(ListeningLog) private readonly log: ListeningLog) { }

    /**
     * By byte range: the rendition if there is one, else the original. The browser asks each time: on a shared machine the next person
     * must not hear from its cache what nobody checks or writes down. The tag keeps what is asked for again from being sent again.
     */
    readonly audio: StreamHandler = async (request, response, context) => {
        const row = await this.ready(request, caller(context));
        if (request.method === 'GET') {
            await this.log.listened(caller(context), row.id);
        }
        const bytes = await this.whole(row.rendition_hash ?? row.original_hash);
        await serveBytes(request, response, { ...bytes, mediaType: row.rendition_hash ? 'audio/wav' : mediaType(row.container), immutable: false });
    };

    /** As it came, as an attachment; `?leg=2` for the customer's file of a call in two. Also of recordings that could not be processed. */
    readonly original: StreamHandler = async (request, response, context) => {
        const row = await this.row(request, caller(context), 'recording:export');
        const second = request.query.leg === '2';
        const bytes = await this.whole(orNotFound(second ? row.second_hash : row.original_hash));
        if (request.method === 'GET') {
            await this.log.exported(caller(context), row.id);
        }
        await serveBytes(request, response, {
            ...bytes, mediaType: 'application/octet-stream', immutable: false, attachment: `recording-${row.id}${second ? '-2' : ''}${fileExtension(row.container)}`
        });
    };

    /** One level of the waveform: all windows of the first channel, then of the next; a byte each, 255 times the square root of the largest magnitude (1 is full scale). */
    readonly peaks: StreamHandler = async (request, response, context) => {
        const row = await this.ready(request, caller(context));
        const number = Number(request.params.level);
        const level = orNotFound(Number.isInteger(number) ? row.peak_levels[number] : undefined);
        const hash = orNotFound(row.peaks_hash);
        await this.whole(hash);
        await serveBytes(request, response, {
            size: level.bytes, tag: `${hash.slice(0, 32)}-${number}`, mediaType: 'application/octet-stream', immutable: request.query.revision === row.revision,
            open: (start, end) => this.blobs.open(hash, { start: level.offset + start, end: level.offset + end })
        });
    };

    private row(request: Request, principal: ReturnType<typeof caller>, permission: string): Promise<RecordingRow> {
        return recordingRow(this.database.read<MediaTables>(), principal, permission, request.params.id ?? '');
    }

    private async ready(request: Request, principal: ReturnType<typeof caller>): Promise<RecordingRow> {
        const row = await this.row(request, principal, 'recording:listen');
        if (row.state !== 'ready') {
            throw row.state === 'processing' ? conflict('recording-not-ready', { state: row.state }) : notFound();
        }
        return row;
    }

    /** @throws CONFLICT `blob-missing` when the storage has lost it: said before anything is sent. */
    private async whole(hash: string): Promise<Pick<ServedBytes, 'size' | 'tag' | 'open'>> {
        const size = await this.blobs.size(hash);
        if (size === undefined) {
            throw conflict('blob-missing', { hash });
        }
        return { size, tag: hash.slice(0, 32), open: (start, end) => this.blobs.open(hash, { start, end }) };
    }
}
