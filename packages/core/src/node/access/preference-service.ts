import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { conflict, invalid } from '../api/failure';
import type { Principal } from '../api/context';
import { Database } from '../storage/database';

const longestValue = 20_000;
/** Many times what all pages together keep of one person. */
const mostKeys = 500;

/** What a person prefers (theme, language, columns, saved views). Not audited: it changes nothing but their own screen. */
@injectable()
export class PreferenceService {
    constructor(@inject(Database) private readonly database: Database) { }

    async all(principal: Principal & { readonly personId: string }): Promise<Record<string, unknown>> {
        const rows = await this.database.read().selectFrom('core.preference').select(['key', 'value']).where('person_id', '=', principal.personId).execute();
        return Object.fromEntries(rows.map(each => [each.key, each.value]));
    }

    async set(principal: Principal & { readonly personId: string }, key: string, value: unknown): Promise<void> {
        if (value === null || value === undefined) {
            await this.database.read().deleteFrom('core.preference').where('person_id', '=', principal.personId).where('key', '=', key).execute();
            return;
        }
        const text = JSON.stringify(value);
        if (text.length > longestValue) {
            throw invalid([{ path: 'value', code: 'too-long', detail: { longest: longestValue } }]);
        }
        const { rows } = await sql`insert into core.preference (person_id, key, value) select ${principal.personId}::uuid, ${key}, ${text}::jsonb
            where exists (select from core.preference where person_id = ${principal.personId} and key = ${key}) or (select count(*) from core.preference where person_id = ${principal.personId}) < ${mostKeys}
            on conflict (person_id, key) do update set value = excluded.value returning key`.execute(this.database.read());
        if (!rows.length) {
            throw conflict('too-many-preferences', { most: mostKeys });
        }
    }
}
