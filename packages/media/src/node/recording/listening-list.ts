import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Listening } from '../../common/media-contract';
import type { MediaTables } from '../media-tables';

export interface ListeningFilter {
    readonly after?: string; readonly limit: number; readonly personId?: string; readonly recordingId?: string;
    readonly from?: string; readonly to?: string; readonly unmasked?: boolean;
}

/** Who listened to what, for those who watch over the house. */
@injectable()
export class ListeningList {
    constructor(@inject(Database) private readonly database: Database) { }

    /** Newest first. */
    async list(principal: Principal, filter: ListeningFilter): Promise<{ rows: Listening[]; next?: string }> {
        scopeOf(principal, 'audit:read');
        let select = this.database.read<MediaTables>().selectFrom('media.listening as listening').innerJoin('media.recording as recording', 'recording.id', 'listening.recording_id')
            .innerJoin('core.person as person', 'person.id', 'listening.person_id').orderBy('listening.began_at', 'desc').orderBy('listening.id', 'desc').limit(filter.limit + 1)
            .select(['listening.id', 'listening.recording_id', 'recording.subject', 'listening.person_id', 'person.name', 'listening.began_at', 'listening.latest_at', 'listening.heard_ms', 'recording.duration_ms', 'listening.unmasked', 'listening.via']);
        if (filter.personId) { select = select.where('listening.person_id', '=', filter.personId); }
        if (filter.recordingId) { select = select.where('listening.recording_id', '=', filter.recordingId); }
        if (filter.from) { select = select.where('listening.began_at', '>=', new Date(filter.from)); }
        if (filter.to) { select = select.where('listening.began_at', '<', new Date(filter.to)); }
        if (filter.unmasked !== undefined) { select = select.where('listening.unmasked', '=', filter.unmasked); }
        if (filter.after) {
            const [beganAt, id] = fromCursor(filter.after, 2);
            select = select.where(sql<boolean>`(listening.began_at, listening.id) < (${beganAt}::timestamptz, ${id}::uuid)`);
        }
        return pageOf(await select.execute(), filter.limit, row => [row.began_at.toISOString(), row.id], (row): Listening => ({
            id: row.id, recordingId: row.recording_id, subject: row.subject, personId: row.person_id, personName: row.name, beganAt: row.began_at.toISOString(), latestAt: row.latest_at.toISOString(),
            heardMs: row.heard_ms, durationMs: row.duration_ms, unmasked: row.unmasked, via: row.via
        }));
    }
}
