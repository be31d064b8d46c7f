import { inject, injectable } from '@theia/core/shared/inversify';
import type { PinnedAnswer, SynonymGroup } from '@earshot/search';
import { parseLink } from '../../common/linking/entity-link';
import { Database } from '../storage/database';
import type { SearchTables } from './search-tables';

/** Synonyms and pinned answers as an engine is told them. */
@injectable()
export class EditorialWords {
    static readonly events: readonly string[] = ['synonym.changed', 'pinned-answer.changed'];

    constructor(@inject(Database) private readonly database: Database) { }

    async read(): Promise<{ synonyms: SynonymGroup[]; pins: PinnedAnswer[] }> {
        const database = this.database.read<SearchTables>();
        const [synonyms, pins] = await Promise.all([
            database.selectFrom('core.search_synonym').select(['words', 'one_way']).orderBy('id').execute(),
            database.selectFrom('core.search_pin').select(['queries', 'links']).orderBy('id').execute()
        ]);
        return {
            synonyms: synonyms.map(each => ({ words: each.words, oneWay: each.one_way })),
            pins: pins.map(({ queries, links }) => ({ queries, ids: links.flatMap(each => parseLink(each)?.id ?? []) }))
        };
    }
}
