import { sql, type Transaction } from 'kysely';
import type { EntityLink } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import type { MediaTables } from '../media-tables';

export interface ListeningGrant {
    /** What is to be heard: `earshot:quality/interactions/…`. Links of which there is no recording are passed over. */
    readonly subjects: readonly string[];
    readonly personId: string;
    /** What it is for, and by which it is ended. */
    readonly occasion: EntityLink;
}

/** Lets somebody whose role may listen at all hear recordings beyond their scope, masks and all, until the occasion is over. */
export async function grantListening<T>(transaction: Transaction<CoreTables & T>, log: ChangeLog, { subjects, personId, occasion }: ListeningGrant): Promise<void> {
    const media = transaction as unknown as Transaction<CoreTables & MediaTables>;
    const found = subjects.length ? await media.selectFrom('media.recording').select('id').where('subject', 'in', [...subjects]).where('state', '<>', 'deleted').orderBy('id').execute() : [];
    if (found.length) {
        await media.insertInto('media.listening_grant').values(found.map(each => ({ recording_id: each.id, person_id: personId, occasion }))).onConflict(already => already.doNothing()).execute();
        found.forEach(each => log.audit('recording.listening-granted', 'recordings', each.id, { person: personId, occasion }));
    }
}

/** Nothing happens where nothing was granted. */
export async function endListening<T>(transaction: Transaction<CoreTables & T>, log: ChangeLog, occasion: EntityLink): Promise<void> {
    const ended = await (transaction as unknown as Transaction<CoreTables & MediaTables>).deleteFrom('media.listening_grant').where('occasion', '=', occasion).returning(['recording_id', 'person_id']).execute();
    ended.forEach(each => log.audit('recording.listening-ended', 'recordings', each.recording_id, { person: each.person_id, occasion }));
}

/** As a condition on `recording`. */
export const listeningGranted = ({ personId }: Principal) => sql<boolean>`exists (select from media.listening_grant as listening_grant where listening_grant.recording_id = recording.id and listening_grant.person_id = ${personId ?? null})`;

/** As a condition on a link in SQL: there is something to hear. @param link an expression of type text */
export const canBeHeard = (link: ReturnType<typeof sql<string>>) => sql<boolean>`exists (select from media.recording as heard where heard.subject = ${link} and heard.state = 'ready')`;

