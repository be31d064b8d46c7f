import { analyse, type FacetName, type FacetValue, fieldNames, type SearchFields, valuesOf } from '@earshot/search';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../storage/database';
import type { Vocabulary } from './query-terms';
import type { SearchEntryTables, VersionedDocument } from './search-entry';
import { quoted, termVector } from './term-vector';

/** A text of the database has no zero in it. */
const clean = (fields: SearchFields): string => JSON.stringify(fields).replace(/\\u0000/g, ' ');
const latin = /^[^\u2e80-\u{10ffff}]+$/u;

/** The stems in a document, of words that may be mistyped. */
const stemsOf = (fields: SearchFields): Set<string> => new Set(fieldNames.flatMap(name => valuesOf(fields, name)).flatMap(text => analyse(text))
    .filter(each => each.kind === 'word' && latin.test(each.term) && each.term.length <= 60 && quoted(each.term) === `'${each.term}'`).map(each => each.term));

interface Window { readonly pinned?: readonly string[]; readonly limit: number; readonly offset?: number; readonly ranked?: number }
interface Best { readonly id: string; readonly score: number; readonly fields: SearchFields }

/** What the engine in the database keeps, and what it asks. Conditions are about `core.search_entry as entry`. */
export class EntryStore {
    constructor(private readonly owner: Database) { }

    async put(documents: readonly VersionedDocument[]): Promise<void> {
        const stems = [...new Set(documents.flatMap(each => [...stemsOf(each.fields)]))].sort();
        await this.database.transaction().execute(async transaction => {
            if (stems.length) {
                await sql`insert into core.search_word (stem) select unnest(${stems}::text[]) on conflict do nothing`.execute(transaction);
            }
            for (const each of [...documents].sort((one, other) => one.id < other.id ? -1 : 1)) { // in one order, so that two back ends do not wait for each other
                const row = {
                    id: each.id, version: each.version ?? '', kind: each.kind, category: each.category ?? null, language: each.language, audience: [...each.audience], valid_from: each.validFrom ?? null,
                    valid_until: each.validUntil ?? null, updated_at: each.updatedAt, weight: each.weight ?? 1, fields: clean(each.fields), terms: sql`${termVector(each.fields)}::tsvector`
                };
                await transaction.insertInto('core.search_entry').values(row).onConflict(same => same.column('id').doUpdateSet(row)).execute();
            }
        });
    }

    async remove(ids: readonly string[]): Promise<void> {
        await sql`delete from core.search_entry where id = any(${[...ids].sort()}::text[])`.execute(this.database);
    }

    async versions(): Promise<readonly { readonly kind: string; readonly id: string; readonly version: string }[]> {
        return this.database.selectFrom('core.search_entry').select(['kind', 'id', 'version']).execute();
    }

    /** Pinned rows in their order, then the best; among equals the latest. Those in the window with what they say, and the ids of the first so many. */
    async best(matching: RawBuilder<boolean>, score: RawBuilder<unknown>, { pinned = [], limit, offset = 0, ranked = 0 }: Window): Promise<{ readonly rows: readonly Best[]; readonly ranked: readonly string[] }> {
        const { rows } = await sql<{ id: string; score: number; place: number; fields: SearchFields | null }>`
            with best as materialized (
                select entry.id, ${score} * entry.weight as score,
                    row_number() over (order by array_position(${[...pinned]}::text[], entry.id) nulls last, ${score} * entry.weight desc, entry.updated_at desc, entry.id collate "C")::int as place
                from core.search_entry as entry where ${matching}
                order by place limit ${Math.max(limit + offset, ranked)})
            select best.id, best.score, best.place, entry.fields
            from best left join core.search_entry as entry on entry.id = best.id and best.place > ${offset}::int and best.place <= ${offset + limit}::int
            order by best.place`.execute(this.database);
        return {
            rows: rows.flatMap(({ id, score: sum, fields }) => fields ? [{ id, score: Number(sum), fields }] : []),
            ranked: rows.slice(0, ranked).map(each => each.id)
        };
    }

    async count(matching: RawBuilder<boolean>): Promise<number> {
        const { rows } = await sql<{ count: number }>`select count(*) as count from core.search_entry as entry where ${matching}`.execute(this.database);
        return rows[0]!.count;
    }

    async facet(matching: RawBuilder<boolean>, name: FacetName): Promise<FacetValue[]> {
        const column = sql.ref(`entry.${name}`);
        const { rows } = await sql<FacetValue>`select ${column} as value, count(*) as count from core.search_entry as entry
            where ${matching} and ${column} is not null group by 1 order by count(*) desc, ${column} collate "C"`.execute(this.database);
        return rows;
    }

    async fields(ids: readonly string[]): Promise<ReadonlyMap<string, SearchFields>> {
        const rows = ids.length ? await this.database.selectFrom('core.search_entry').select(['id', 'fields']).where('id', 'in', [...ids]).execute() : [];
        return new Map(rows.map(each => [each.id, each.fields]));
    }

    async words(): Promise<number> {
        const { count } = await this.database.selectFrom('core.search_word').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
        return count;
    }

    vocabulary(visible: RawBuilder<boolean>): Vocabulary {
        return {
            frequencies: async queries => {
                if (queries.length === 0) {
                    return [];
                }
                const { rows } = await sql<{ count: number }>`select (select count(*) from core.search_entry as entry where entry.terms @@ wanted.query and ${visible}) as count
                    from unnest(${[...queries]}::tsquery[]) with ordinality as wanted(query, position) order by position`.execute(this.database);
                return rows.map(each => each.count);
            },
            stems: async (length, tolerance, firstLetter) => {
                const rows = await this.database.selectFrom('core.search_word').select('stem').where(sql<boolean>`length(stem) between ${length - tolerance} and ${length + tolerance}`)
                    .$if(firstLetter !== undefined, query => query.where(sql<boolean>`starts_with(stem, ${firstLetter ?? ''})`)).execute();
                return rows.map(each => each.stem);
            }
        };
    }

    private get database() {
        return this.owner.read<SearchEntryTables>();
    }
}
