import {
    type EngineStatistics, type FacetName, type FacetValue, fieldNames, highlightsOf, mostAlike, parseQuery, type PinnedAnswer, Pins, queryFields, resemblanceOf, type SearchEngine, type SearchOptions,
    type SearchResult, type SimilarDocument, type SimilarOptions, type Suggestion, type SynonymGroup, Synonyms, valuesOf, type Viewer
} from '@earshot/search';
import { sql } from 'kysely';
import type { Database } from '../../storage/database';
import { EntryStore } from './entry-store';
import { conditionsOf } from './query-conditions';
import { type QueryTerm, QueryTerms } from './query-terms';
import { answers, visibleTo } from './search-entry';
import { lexemesOf, termQuery } from './term-vector';

/** What each field is worth, and the share of a match that PostgreSQL's rank gives it. */
const fieldWorth = { title: 1, questions: 0.9, tags: 0.4, text: 0.3 } as const;
/** Terms of a text by which documents that say nearly the same are looked for, and documents that are looked at. */
const telling = { considered: 60, rarest: 16, documents: 40 };

/**
 * An engine in the database, for collections too large for memory. Terms are ours, kept as text vectors; a document is worth the sum over terms of
 * rarity × ts_rank (which weighs fields and length, and lets more of the same count less and less). It knows no pinyin, and no phrase beyond the
 * 16,383rd word of a document. Several back ends share what is indexed.
 */
export class PostgresEngine implements SearchEngine {
    private readonly entries: EntryStore;
    private synonyms = new Synonyms([]);
    private pins = new Pins([]);

    constructor(database: Database) {
        this.entries = new EntryStore(database);
    }

    readonly put: EntryStore['put'] = documents => this.entries.put(documents);
    readonly remove: EntryStore['remove'] = ids => this.entries.remove(ids);

    async search(query: string, options: SearchOptions): Promise<SearchResult> {
        const visible = visibleTo(options.viewer, options.filter);
        const names = options.fields ?? fieldNames;
        const { clauses } = parseQuery(query, queryFields);
        const conditions = conditionsOf(clauses, names, this.synonyms, options.typing ? query.length : -1);
        const terms = new QueryTerms(this.entries.vocabulary(visible), this.synonyms, names);
        for (const [index, clause] of clauses.entries()) {
            if (clause.presence !== 'mustNot') {
                await terms.add(clause, clause.prefix || options.typing === true && !clause.phrase && index === clauses.length - 1 && clause.end === query.length);
            }
        }
        const size = await this.entries.count(visible);
        const chosen = terms.chosen(size);
        const pinned = this.pins.for(query);
        const any = chosen.map(each => termQuery(each.term, each.fields, each.prefix)).join(' | ');
        const matching = sql<boolean>`${visible} and (entry.id = any(${[...pinned]}::text[]) or
            (${conditions.allowed} and ${conditions.required ? sql`true` : any ? answers(any) : sql`false`}))`;
        const whole = (value: number): number => Math.max(0, Math.floor(value));
        const { rows, ranked } = await this.entries.best(matching, scoreOf(chosen, size), { pinned, limit: whole(options.limit ?? 10), offset: whole(options.offset ?? 0), ranked: whole(options.ranked ?? 0) });
        const shown = new Set(chosen.filter(each => each.shown && !each.prefix).map(each => each.term));
        const beginnings = chosen.filter(each => each.prefix).map(each => each.term);
        return {
            ranked,
            hits: rows.map(({ id, score, fields }) => ({
                id, score, pinned: pinned.includes(id), highlights: options.highlights === false ? [] : highlightsOf(fields, names, withBeginnings(shown, beginnings, Object.values(fields).flat()), conditions.phrases)
            })),
            ...await this.counted(matching, options.facets ?? []), corrections: terms.corrections
        };
    }

    async suggest(typed: string, { viewer, limit = 8 }: { readonly viewer: Viewer; readonly limit?: number }): Promise<readonly Suggestion[]> {
        const { hits } = await this.search(typed, { viewer, limit, typing: true, fields: ['title', 'questions'] });
        const fields = await this.entries.fields(hits.map(each => each.id));
        return hits.map(({ id, highlights }) => ({ id, title: fields.get(id)?.title ?? '', highlights: highlights.filter(each => each.field === 'title').map(({ start, end }) => ({ start, end })) }));
    }

    async nearDuplicates(text: string, options: SimilarOptions): Promise<readonly SimilarDocument[]> {
        const visible = sql<boolean>`${visibleTo(options.viewer)} and entry.id <> ${options.except ?? ''}`;
        const terms = [...new Set(lexemesOf(text).filter(each => each.kind !== 'character').map(each => each.term))].slice(0, telling.considered);
        const frequencies = await this.entries.vocabulary(visible).frequencies(terms.map(each => termQuery(each, fieldNames)));
        const rarest = terms.map((term, index) => ({ term, frequency: frequencies[index]! })).filter(each => each.frequency > 0).sort((one, other) => one.frequency - other.frequency).slice(0, telling.rarest);
        if (rarest.length === 0) {
            return [];
        }
        const count = sql.join(rarest.map(each => sql`(${answers(termQuery(each.term, fieldNames))})::int`), sql` + `);
        const { rows } = await this.entries.best(sql`${visible} and ${answers(rarest.map(each => termQuery(each.term, fieldNames)).join(' | '))}`, sql`(${count})`, { limit: telling.documents });
        return mostAlike(rows.map(({ id, fields }) => ({ id, ...resemblanceOf(text, fieldNames.flatMap(each => valuesOf(fields, each))) })), options);
    }

    setSynonyms(groups: readonly SynonymGroup[]): void {
        this.synonyms = new Synonyms(groups);
    }

    setPins(pins: readonly PinnedAnswer[]): void {
        this.pins = new Pins(pins);
    }

    /** The database keeps it. */
    snapshot(): undefined {
        return undefined;
    }

    restore(): boolean {
        return false;
    }

    /** `terms` counts Latin words only. */
    async statistics(): Promise<EngineStatistics> {
        return { documents: await this.entries.count(sql`true`), terms: await this.entries.words(), bytes: undefined };
    }

    /** What is indexed, by kind: ids with versions. */
    readonly versions: EntryStore['versions'] = () => this.entries.versions();

    private async counted(matching: ReturnType<typeof visibleTo>, names: readonly FacetName[]): Promise<Pick<SearchResult, 'total' | 'facets'>> {
        const facets: Partial<Record<FacetName, FacetValue[]>> = {};
        for (const each of names) {
            facets[each] = await this.entries.facet(matching, each);
        }
        return { total: await this.entries.count(matching), facets };
    }
}

/** Σ rarity × weight × rank, or nothing to rank by. */
function scoreOf(terms: readonly QueryTerm[], size: number): ReturnType<typeof sql> {
    const parts = terms.map(({ term, fields, prefix, weight, frequency }) => {
        const rarity = Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
        const worth = (['text', 'tags', 'questions', 'title'] as const).map(each => fields.includes(each) ? fieldWorth[each] : 0);
        return sql`${rarity * weight}::float8 * ts_rank(${worth}::real[], entry.terms, ${termQuery(term, fields, prefix)}::tsquery, 1)`;
    });
    return parts.length ? sql`(${sql.join(parts, sql` + `)})` : sql`0::float8`;
}

/** Of words that begin as one that is being typed, those in these texts are set off as well. */
function withBeginnings(shown: ReadonlySet<string>, beginnings: readonly string[], texts: readonly string[]): ReadonlySet<string> {
    if (beginnings.length === 0) {
        return shown;
    }
    const begun = texts.flatMap(text => lexemesOf(text)).filter(each => beginnings.some(one => each.term.startsWith(one))).map(each => each.term);
    return new Set([...shown, ...begun]);
}
