import { inject, injectable } from '@theia/core/shared/inversify';
import type { Request } from 'express';
import { caller } from '@earshot/core/lib/node/api/context';
import { conflict, notFound, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { Database } from '@earshot/core/lib/node/storage/database';
import { type Bytes, maskedAudio, maskedPeaks } from '../masking/masked-bytes';
import { MaskWatch } from '../masking/mask-watch';
import type { MediaTables } from '../media-tables';
import { isMaskedInPassing } from '../../common/masking/maskable';
import { serveBytes } from '../streaming/serve-bytes';
import { fileExtension, mediaType } from './media-types';
import { ListeningLog } from './listening-log';
import { demandUnmasked, maskedMedia, recordingRow, type RecordingRow, shownRevision } from './recording-rows';

type Listener = ReturnType<typeof caller>;

/** The bytes of recordings: what is played, the original, and the waveform. Masked stretches leave the house in none of them, except for those who may lift masks and say so. */
@injectable()
export class RecordingStreams {
    constructor(
        @inject(Database) private readonly database: Database, @inject(BlobStore) private readonly blobs: BlobStore, @inject(ListeningLog) private readonly log: ListeningLog,
        @inject(MaskWatch) private readonly watch: Pick<MaskWatch, 'during'>
    ) { }

    /**
     * By byte range: the rendition if there is one, else the original. The browser asks each time: on a shared machine the next person
     * must not hear from its cache what nobody checks or writes down. The tag keeps what is asked for again from being sent again.
     */
    readonly audio: StreamHandler = (request, response, context) => this.watch.during(request.params.id ?? '', async (signal, goesBy) => {
        const row = await this.ready(request, caller(context));
        goesBy(row.mask_revision);
        const lifted = await this.lifted(request, row, caller(context));
        if (request.method === 'GET') {
            await this.log.listened(caller(context), row.id, lifted);
        }
        const { bytes, mediaType } = lifted || row.masks.length === 0 ? await this.unmasked(row) : await this.masked(row);
        await serveBytes(request, response, { ...bytes, mediaType, immutable: false }, signal);
    });

    /**
     * As it came, as an attachment; `?leg=2` for the customer's file of a call in two. Also of recordings that could not be processed.
     * One that has masks leaves as the masked WAV file instead.
     */
    readonly original: StreamHandler = (request, response, context) => this.watch.during(request.params.id ?? '', async (signal, goesBy) => {
        const row = await this.row(request, caller(context), 'recording:export');
        goesBy(row.mask_revision);
        const lifted = await this.lifted(request, row, caller(context));
        const second = request.query.leg === '2';
        const isMasked = row.masks.length > 0 && !lifted;
        if (isMasked && second) {
            throw conflict('recording-masked');        // the masked file holds both legs
        }
        const bytes = isMasked ? (await this.masked(row)).bytes : await this.whole(orNotFound(second ? row.second_hash : row.original_hash));
        if (request.method === 'GET') {
            await this.log.exported(caller(context), row.id, lifted);
        }
        const name = isMasked ? `recording-${row.id}-masked.wav` : `recording-${row.id}${second ? '-2' : ''}${fileExtension(row.container)}`;
        await serveBytes(request, response, { ...bytes, mediaType: 'application/octet-stream', immutable: false, attachment: name }, signal);
    });

    /** One level of the waveform: all windows of the first channel, then of the next; a byte each, 255 times the square root of the largest magnitude (1 is full scale). */
    readonly peaks: StreamHandler = (request, response, context) => this.watch.during(request.params.id ?? '', async (signal, goesBy) => {
        const row = await this.ready(request, caller(context));
        goesBy(row.mask_revision);
        const lifted = await this.lifted(request, row, caller(context));
        const number = Number(request.params.level);
        const level = orNotFound(Number.isInteger(number) ? row.peak_levels[number] : undefined);
        const hash = orNotFound(row.peaks_hash);
        await this.whole(hash);
        if (lifted && request.method === 'GET') {
            await this.log.listened(caller(context), row.id, lifted);   // what masks hide can be told from its waveform, too
        }
        const bytes = row.masks.length > 0 && !lifted ? orNotFound(await maskedPeaks(this.blobs, hash, number, row.masks, row.mask_revision)) : {
            size: level.bytes, tag: `${hash.slice(0, 32)}-${number}`, open: (start: number, end: number) => this.blobs.open(hash, { start: level.offset + start, end: level.offset + end })
        };
        await serveBytes(request, response, { ...bytes, mediaType: 'application/octet-stream', immutable: !lifted && request.query.revision === shownRevision(row) }, signal);
    });

    private row(request: Request, principal: Listener, permission: string): Promise<RecordingRow> {
        return recordingRow(this.database.read<MediaTables>(), principal, permission, request.params.id ?? '');
    }

    private async ready(request: Request, principal: Listener): Promise<RecordingRow> {
        const row = await this.row(request, principal, 'recording:listen');
        if (row.state !== 'ready') {
            throw row.state === 'processing' ? conflict('recording-not-ready', { state: row.state }) : notFound();
        }
        return row;
    }

    /** Whether the caller asks for what is masked, and may have it. @throws FORBIDDEN without `recording:unmask`, NOT_FOUND where it does not reach. */
    private async lifted(request: Request, row: RecordingRow, principal: Listener): Promise<boolean> {
        if (request.query.masks !== 'lifted') {
            return false;
        }
        await demandUnmasked(this.database.read<MediaTables>(), principal, row.id);
        return row.masks.length > 0;
    }

    private async unmasked(row: RecordingRow): Promise<{ readonly bytes: Bytes; readonly mediaType: string }> {
        return { bytes: await this.whole(orNotFound(row.rendition_hash ?? row.original_hash)), mediaType: row.rendition_hash ? 'audio/wav' : mediaType(row.container) };
    }

    /** @throws CONFLICT `recording-masking` until there is a form of it in which parts can be silenced. */
    private async masked(row: RecordingRow): Promise<{ readonly bytes: Bytes; readonly mediaType: string }> {
        const hash = isMaskedInPassing(maskedMedia(row)) ? row.rendition_hash ?? row.original_hash : row.maskable_hash;
        if (hash === null) {
            throw row.state === 'deleted' ? notFound() : conflict('recording-masking');
        }
        return { bytes: await maskedAudio(this.blobs.path(hash), await this.whole(hash), row.masks, row.mask_revision), mediaType: 'audio/wav' };
    }

    /** @throws CONFLICT `blob-missing` when the storage has lost it: said before anything is sent. */
    private async whole(hash: string): Promise<Bytes> {
        const size = await this.blobs.size(hash);
        if (size === undefined) {
            throw conflict('blob-missing', { hash });
        }
        return { size, tag: hash.slice(0, 32), open: (start, end) => this.blobs.open(hash, { start, end }) };
    }
}
