import { inject, injectable } from '@theia/core/shared/inversify';
import type { Selectable } from 'kysely';
import type { Synonym } from '../../common/search/search-contract';
import type { Principal } from '../api/context';
import { conflict, notFound } from '../api/failure';
import { Database } from '../storage/database';
import { newId } from '../storage/identifier';
import type { SearchTables, SynonymTable } from './search-tables';

/** They are all looked at with each query. */
const most = 2000;
const told = { permission: 'search:read' };

const shown = ({ id, words, one_way, version }: Selectable<SynonymTable>): Synonym => ({ id, words, oneWay: one_way, version });

/** Words that mean the same. Those typed by editors; none come with the product. */
@injectable()
export class SynonymService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(): Promise<Synonym[]> {
        return (await this.database.read<SearchTables>().selectFrom('core.search_synonym').selectAll().orderBy('id').execute()).map(shown);
    }

    add(principal: Principal, { words, oneWay }: Pick<Synonym, 'words' | 'oneWay'>): Promise<Synonym> {
        return this.database.write<Synonym, SearchTables>(principal, async (transaction, log) => {
            const { count } = await transaction.selectFrom('core.search_synonym').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
            if (count >= most) {
                throw conflict('too-many', { most });
            }
            const row = await transaction.insertInto('core.search_synonym').values({ id: newId(), words, one_way: oneWay }).returningAll().executeTakeFirstOrThrow();
            log.audit('synonym.added', 'synonyms', row.id, { words: words.length });
            log.event({ type: 'synonym.changed', entityId: row.id }, told);
            return shown(row);
        });
    }

    /** @throws CONFLICT when somebody else changed it meanwhile. */
    change(principal: Principal, { id, version, words, oneWay }: Synonym): Promise<Synonym> {
        return this.database.write<Synonym, SearchTables>(principal, async (transaction, log) => {
            const row = await transaction.updateTable('core.search_synonym').set({ words, one_way: oneWay, version: version + 1 }).where('id', '=', id).where('version', '=', version).returningAll().executeTakeFirst();
            if (!row) {
                throw await transaction.selectFrom('core.search_synonym').select('id').where('id', '=', id).executeTakeFirst() ? conflict('changed-meanwhile') : notFound();
            }
            log.audit('synonym.changed', 'synonyms', id, { words: words.length });
            log.event({ type: 'synonym.changed', entityId: id }, told);
            return shown(row);
        });
    }

    async remove(principal: Principal, id: string): Promise<void> {
        await this.database.write<void, SearchTables>(principal, async (transaction, log) => {
            if (!await transaction.deleteFrom('core.search_synonym').where('id', '=', id).returning('id').executeTakeFirst()) {
                throw notFound();
            }
            log.audit('synonym.removed', 'synonyms', id);
            log.event({ type: 'synonym.changed', entityId: id }, told);
        });
    }
}
