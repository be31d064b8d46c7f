import { createHmac, randomBytes } from 'node:crypto';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { loggableQuery } from '../../common/search/loggable-query';
import { reformulationOf } from '../../common/search/reformulation';
import type { ProposedSynonym } from '../../common/search/search-contract';
import type { Principal } from '../api/context';
import { notFound } from '../api/failure';
import type { ScheduleContribution } from '../jobs/schedules';
import { Database } from '../storage/database';
import { newId } from '../storage/identifier';
import type { SearchTables } from './search-tables';

/** Who searches again within this time means the same. */
const againMs = 60_000;
const dayMs = 86_400_000;
/** A pair is forgotten when nobody has searched so for this long. */
const keptDays = 90;
/** Searches that may be followed by another at one time; more than any centre has sessions. */
const mostOpen = 20_000;
/** From so many sessions on a pair is shown: k of k-anonymity (Sweeney 2002). What fewer did may tell of one person or of one customer. */
export const fewestSessions = 3;

interface Search { readonly query: string; readonly at: number }

/**
 * Words that people put for others when a search led nowhere: proposals for synonyms. Who searched is never kept. What a session searched last stays
 * in memory, for a minute. In the database stand the pair of words, how often and on how many days it came, and in how many sessions: to count these,
 * a digest of the session and the pair under a key that is made at random, lives in memory only and is another each day. Without that key a digest
 * leads to no session, and digests of the same session under two pairs have nothing in common; they are deleted on the next day, and when the count
 * is reached. A session that comes back on another day counts anew, which is why a pair has to be seen in three.
 */
@injectable()
export class Reformulations implements ScheduleContribution {
    readonly name = 'reformulation-cleaning';
    readonly when = { cron: '55 3 * * *' };
    private readonly last = new Map<string, Search>();
    private secret = { day: -1, key: Buffer.alloc(0) };

    constructor(@inject(Database) private readonly database: Database) { }

    /** A search of a session is over. @param opened whether something of what it found was opened */
    async follow(session: string | undefined, text: string, opened: boolean, now = Date.now()): Promise<void> {
        const query = loggableQuery(text);
        if (session === undefined || !query) {
            return;
        }
        this.forgetBefore(now - againMs);
        const name = this.digest(now, session);
        const before = this.last.get(name);
        this.last.delete(name);
        if (!opened && this.last.size < mostOpen) {
            this.last.set(name, { query, at: now });
        }
        const pair = before && reformulationOf(before.query, query);
        if (pair) {
            await this.count(pair, this.digest(now, `${session}\n${pair.from}\n${pair.to}`), opened, new Date(now));
        }
    }

    /** Pairs that enough sessions have searched, that no synonym covers and nobody has dismissed: those that most often led somewhere first. */
    async proposals(): Promise<ProposedSynonym[]> {
        const rows = await this.database.read<SearchTables>().selectFrom('core.search_reformulation as pair').selectAll().where('sessions', '>=', fewestSessions).where('dismissed_at', 'is', null)
            .where(sql<boolean>`not exists (select from core.search_synonym where array(select lower(unnest(words))) @> array[pair.from_words, pair.to_words] and (not one_way or lower(words[1]) = pair.from_words))`)
            .orderBy('opened', 'desc').orderBy('searches', 'desc').orderBy('id').limit(200).execute();
        return rows.map(each => ({ id: each.id, from: each.from_words, to: each.to_words, searches: each.searches, opened: each.opened, days: each.days, lastOn: each.last_on }));
    }

    /** @param dismissed false to have it proposed again. @throws NOT_FOUND, also for what too few have searched */
    async dismiss(principal: Principal, { id, dismissed }: { readonly id: string; readonly dismissed: boolean }): Promise<void> {
        await this.database.write<void, SearchTables>(principal, async (transaction, log) => {
            const changed = await transaction.updateTable('core.search_reformulation').set({ dismissed_at: dismissed ? new Date() : null }).where('id', '=', id).where('sessions', '>=', fewestSessions).returning('id').executeTakeFirst();
            if (!changed) {
                throw notFound();
            }
            log.audit(dismissed ? 'synonym-proposal.dismissed' : 'synonym-proposal.restored', 'synonym-proposals', id);
            log.event({ type: 'synonym.changed', entityId: id }, { permission: 'search:read' });
        });
    }

    async run(): Promise<void> {
        const database = this.database.read<SearchTables>();
        await sql`delete from core.search_reformulation where last_on < current_date - ${keptDays}::int`.execute(database);
        await sql`delete from core.search_reformulation_session where on_day < current_date`.execute(database);
    }

    /** One statement: another back end may be counting the same pair. */
    private async count({ from, to }: { readonly from: string; readonly to: string }, digest: string, opened: boolean, now: Date): Promise<void> {
        const day = sql<string>`${now.toISOString()}::timestamptz::date`;
        const once = opened ? 1 : 0;
        await this.database.read<SearchTables>().transaction().execute(async transaction => {
            const { id, sessions } = await transaction.insertInto('core.search_reformulation').values({ id: newId(), from_words: from, to_words: to, searches: 1, opened: once, days: 1, sessions: 0, last_on: day })
                .onConflict(known => known.columns(['from_words', 'to_words']).doUpdateSet(({ ref }) => ({
                    searches: sql<number>`${ref('core.search_reformulation.searches')} + 1`, opened: sql<number>`${ref('core.search_reformulation.opened')} + ${once}`,
                    days: sql<number>`${ref('core.search_reformulation.days')} + (${ref('core.search_reformulation.last_on')} < ${day})::int`, last_on: sql<string>`greatest(${ref('core.search_reformulation.last_on')}, ${day})`
                }))).returning(['id', 'sessions']).executeTakeFirstOrThrow();
            if (sessions >= fewestSessions) {
                return;
            }
            const fresh = await transaction.insertInto('core.search_reformulation_session').values({ pair_id: id, digest, on_day: day }).onConflict(known => known.doNothing()).returning('pair_id').executeTakeFirst();
            if (!fresh) {
                return;
            }
            await transaction.updateTable('core.search_reformulation').set({ sessions: sessions + 1 }).where('id', '=', id).execute();
            if (sessions + 1 >= fewestSessions) {
                await transaction.deleteFrom('core.search_reformulation_session').where('pair_id', '=', id).execute();
            }
        });
    }

    private digest(now: number, text: string): string {
        const day = Math.floor(now / dayMs);
        if (this.secret.day !== day) {
            this.secret = { day, key: randomBytes(32) };
            this.last.clear();
        }
        return createHmac('sha256', this.secret.key).update(text).digest('base64url');
    }

    private forgetBefore(moment: number): void {
        for (const [name, { at }] of this.last) {
            if (at >= moment) {
                return;
            }
            this.last.delete(name);
        }
    }
}
