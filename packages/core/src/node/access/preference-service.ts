import { inject, injectable } from '@theia/core/shared/inversify';
import { invalid } from '../api/failure';
import type { Principal } from '../api/context';
import { Database } from '../storage/database';

const longestValue = 20_000;

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
        await this.database.read().insertInto('core.preference').values({ person_id: principal.personId, key, value: text })
            .onConflict(conflict => conflict.columns(['person_id', 'key']).doUpdateSet({ value: text })).execute();
    }
}
