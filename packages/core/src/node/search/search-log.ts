import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { loggableQuery } from '../../common/search/loggable-query';
import type { Gap } from '../../common/search/search-contract';
import type { ScheduleContribution } from '../jobs/schedules';
import { Database } from '../storage/database';
import { newId } from '../storage/identifier';
import type { Person } from '../work/work-contributions';
import { Reformulations } from './reformulations';
import { SearchService } from './search-service';
import type { SearchTables } from './search-tables';

const keptDays = 90;
/** A query that only one search asked may be about one customer. */
const fewestSearches = 2;
/** How deep it is looked for what was opened. */
const deepest = 100;

/** What was searched and whether it led anywhere, to learn from. Who searched is not kept. */
@injectable()
export class SearchLog implements ScheduleContribution {
    readonly name = 'search-log-cleaning';
    readonly when = { cron: '50 3 * * *' };

    constructor(@inject(Database) private readonly database: Database, @inject(SearchService) private readonly search: SearchService, @inject(Reformulations) private readonly reformulations: Reformulations) { }

    /** Counts and rank are looked up here: what the browser says of them is not taken on trust. */
    async note(principal: Person, { text, opened }: { readonly text: string; readonly opened?: string }): Promise<void> {
        const query = loggableQuery(text);
        if (!query) {
            return;
        }
        const { total, rank } = await this.search.rankOf(principal, text, opened, deepest);
        await this.database.read<SearchTables>().insertInto('core.search_log')
            .values({ id: newId(), query, total, opened_rank: rank || null, opened_link: rank ? opened : null }).execute();
        await this.reformulations.follow(principal.sessionId, text, rank > 0);
    }

    async gaps(limit: number): Promise<Gap[]> {
        const rows = await this.database.read<SearchTables>().selectFrom('core.search_log').where('at', '>', sql<Date>`now() - make_interval(days => ${keptDays})`)
            .select(({ fn }) => ['query', fn.countAll<number>().as('searches'), fn.max('at').as('last_at'),
                sql<number>`count(*) filter (where total = 0)`.as('empty'), sql<number>`count(*) filter (where total > 0 and opened_rank is null)`.as('unopened')])
            .groupBy('query').having(sql<boolean>`count(*) >= ${fewestSearches} and count(*) filter (where opened_rank is null) * 2 > count(*)`)
            .orderBy(sql`count(*) filter (where opened_rank is null)`, 'desc').orderBy('query').limit(limit).execute();
        return rows.map(({ query, searches, empty, unopened, last_at }) => ({ query, searches, empty, unopened, lastAt: new Date(last_at).toISOString() }));
    }

    async run(): Promise<void> {
        await sql`delete from core.search_log where at < now() - make_interval(days => ${keptDays})`.execute(this.database.read());
    }
}
