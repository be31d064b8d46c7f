import type { FieldName } from '../document';
import { fieldNames } from '../document';
import { type ParsedQuery, parseQuery } from '../query/parse-query';
import { queryFields } from '../query/query-fields';
import type { FacetName, FacetValue, Highlight, SearchHit, SearchOptions, SearchResult } from '../search-engine';
import { BestHits, type Scored } from './best-hits';
import { highlightsIn, highlightsOfPinyin } from './highlighter';
import type { PinyinMatch } from './pinyin-index';
import { planQuery, type PlanSettings, type QueryPlan } from './query-plan';
import { type Accumulator, Scorer } from './scorer';

const onlyLatin = /^[a-zA-Z'\s]+$/;
/** Shorter ones say too little. */
const fewestLetters = 2;

export interface RunSettings extends PlanSettings {
    readonly accumulator: Accumulator;
    readonly pinned: readonly string[];
}

/** One search, from the query as typed to the result. */
export class SearchRun {
    private readonly query: ParsedQuery;
    private readonly plan: QueryPlan;
    /** found by how their titles sound, not by their words */
    private readonly sounding = new Map<number, PinyinMatch>();
    private readonly pins: readonly number[];

    constructor(private readonly typed: string, private readonly options: SearchOptions, private readonly settings: RunSettings) {
        this.query = parseQuery(typed, queryFields);
        this.plan = planQuery(this.query, typed.length, settings);
        const { numbers } = settings.index.parts.documents;
        this.pins = settings.pinned.map(each => numbers.get(each)).filter(each => each !== undefined).filter(each => settings.view.documents.has(each));
    }

    run(): SearchResult {
        const { accumulator } = this.settings;
        this.score();
        const matches = this.matches();
        const offset = Math.max(0, Math.floor(this.options.offset ?? 0));
        const limit = Math.max(0, Math.floor(this.options.limit ?? 10));
        const deep = Math.max(0, Math.floor(this.options.ranked ?? 0));
        const ranked = this.ranked(matches, Math.max(offset + limit, deep));
        accumulator.clear();
        const { ids } = this.settings.index.parts.documents;
        return {
            ranked: ranked.slice(0, deep).map(each => ids[each.document]),
            hits: ranked.slice(offset, offset + limit).map(each => this.hit(each)),
            total: matches.length,
            facets: Object.fromEntries((this.options.facets ?? []).map(name => [name, this.facet(name, matches)])),
            corrections: this.plan.corrections
        };
    }

    private score(): void {
        const { index, view, ranking, accumulator } = this.settings;
        const scorer = new Scorer(index, view, ranking, accumulator);
        this.plan.leaves.forEach(each => scorer.add(each.term, each.weight, each.fields, this.plan.allowed));
        this.scoreSounds();
        const weights = index.parts.documents.weight.items;
        for (let each = 0; each < accumulator.count; each++) {
            accumulator.scores[accumulator.touched[each]] *= weights[accumulator.touched[each]];
        }
    }

    /** Pinyin comes before what was found by guessing at the word, and after what was found by the word itself. */
    private scoreSounds(): void {
        const { index, ranking, accumulator, fields } = this.settings;
        const letters = this.typed.replace(/[^a-zA-Z]/g, '').toLowerCase();
        const inTitles = (fields & 0b11) !== 0 && this.query.clauses.every(each => each.presence === 'should' && each.field === undefined);
        if (!inTitles || !onlyLatin.test(this.typed) || letters.length < fewestLetters || this.plan.known && accumulator.count >= ranking.pinyinBelow) {
            return;
        }
        let highest = 0;
        for (let each = 0; each < accumulator.count; each++) {
            highest = Math.max(highest, accumulator.scores[accumulator.touched[each]]);
        }
        for (const match of index.parts.pinyin.search(letters, this.plan.allowed)) {
            if (accumulator.scores[match.document] === 0) {
                accumulator.touched[accumulator.count++] = match.document;
                // at most 2; below or above all others
                accumulator.scores[match.document] = this.plan.known ? match.score / 1000 : highest + match.score;
                this.sounding.set(match.document, match);
            }
        }
    }

    private matches(): Uint32Array {
        const { accumulator } = this.settings;
        const found = new Set<number>();
        const add = (document: number): void => { found.add(document); };
        if (this.plan.allAllowed) {
            this.plan.allowed.forEach(add);
        } else if (this.pins.length === 0) {
            return accumulator.touched.slice(0, accumulator.count);
        } else {
            accumulator.touched.subarray(0, accumulator.count).forEach(add);
        }
        this.pins.forEach(add);
        return Uint32Array.from(found);
    }

    private ranked(matches: Uint32Array, limit: number): Scored[] {
        const { ids, updatedAt } = this.settings.index.parts.documents;
        const { scores } = this.settings.accumulator;
        const later = (document: number, other: number): boolean => updatedAt.items[document] !== updatedAt.items[other]
            ? updatedAt.items[document] > updatedAt.items[other] : ids[document] < ids[other];
        const best = new BestHits(limit, later);
        const pinned = new Set(this.pins);
        let { least } = best;
        for (let index = 0; index < matches.length; index++) {
            const document = matches[index];
            if (scores[document] >= least && !pinned.has(document)) {
                best.offer(document, scores[document]);
                least = best.least;
            }
        }
        return [...[...pinned].map(document => ({ document, score: scores[document] })), ...best.sorted()].slice(0, limit);
    }

    private hit({ document, score }: Scored): SearchHit {
        return { id: this.settings.index.parts.documents.ids[document], score, pinned: this.pins.includes(document), highlights: this.highlights(document) };
    }

    private highlights(document: number): readonly Highlight[] {
        if (this.options.highlights === false) {
            return [];
        }
        const sound = this.sounding.get(document);
        return sound ? highlightsOfPinyin(this.settings.index, sound)
            : highlightsIn(this.settings.index, document, this.plan.terms, this.plan.sequences, this.settings.fields);
    }

    private facet(name: FacetName, matches: Uint32Array): FacetValue[] {
        const attribute = this.settings.index.parts.documents[name];
        const numbers = attribute.byDocument.items;
        const counts = new Uint32Array(attribute.values.values.length);
        matches.forEach(document => { counts[numbers[document]]++; });
        return attribute.values.values.map((value, number) => ({ value, count: counts[number] }))
            .filter(each => each.count > 0 && each.value !== '')
            .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }
}

/** One bit for each field. */
export const fieldBits = (fields: readonly FieldName[] | undefined, all: number): number =>
    fields ? fields.reduce((bits, each) => bits | 1 << fieldNames.indexOf(each), 0) : all;

