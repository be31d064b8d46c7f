import lunr from 'lunr';
import { analyse, type Token } from '../analysis/analyse';
import { fieldNames } from '../document';
import type { QueryClause } from '../query/parse-query';
import { defaultRanking } from '../segment/ranking';
import { unitTokens } from '../text/text-matching';
import { encodeHan } from './han-encoding';

/** Between two values of a field, so that no phrase reaches from one into the next. */
const gap = 2;
/** A word of fewer letters is no beginning of others: too many begin so. */
const shortestBeginning = 2;
/** From how many letters on a word may have two typing errors. */
const longWord = 8;

/** The terms of a field as lunr takes them; characters and words know their place, by which phrases are found. */
export function placedTerms(values: readonly string[]): lunr.Token[] {
    let place = -gap;
    return values.flatMap(value => {
        place += gap;
        return analyse(value).map(token => new lunr.Token(encodeHan(token.term), isUnit(token) ? { place: place++ } : {}));
    });
}

const isUnit = (token: Token): boolean => unitTokens([token]).length > 0;

/** How a word of the query is looked up: as it is, as the beginning of others, or with typing errors. */
interface Reading { readonly term: string; readonly boost: number; readonly wildcard?: lunr.Query.wildcard; readonly editDistance?: number }

/** By field and document, where a term stands. */
type Places = Readonly<Record<string, { readonly place?: readonly number[] } | undefined>>;

/** One search of a static index. It goes by the signs of a query as the engines do, as far as an index without texts can. */
export class StaticSearch {
    private readonly clauses: readonly QueryClause[];

    constructor(private readonly index: lunr.Index, private readonly ids: readonly string[], clauses: readonly QueryClause[], private readonly typedLength: number) {
        this.clauses = clauses.filter(each => analyse(each.text).length > 0);
    }

    run(): { readonly id: string; readonly score: number }[] {
        if (this.clauses.length === 0) {
            return [];
        }
        const scores = new Map(this.scored().map(({ ref, score }) => [ref, score]));
        const bounds = this.clauses.filter(each => each.presence !== 'should').map(each => ({ wanted: each.presence === 'must', ids: this.matching(each) }));
        const candidates = bounds.some(each => each.wanted) || this.clauses.every(each => each.presence === 'mustNot') ? this.ids : [...scores.keys()];
        return candidates.filter(id => bounds.every(each => each.ids.has(id) === each.wanted)).map(id => ({ id, score: scores.get(id) ?? 0 })).sort((one, other) => other.score - one.score);
    }

    /** What any of the words brings, without those that say nothing unless nothing else is asked for. */
    private scored(): lunr.Index.Result[] {
        const asked = this.clauses.filter(each => each.presence !== 'mustNot').flatMap(clause => analyse(clause.text).map(token => ({ clause, token })));
        const telling = asked.filter(each => !each.token.stopWord);
        return this.index.query(query => {
            for (const { clause, token } of telling.length > 0 ? telling : asked) {
                this.readings(clause, token).forEach(each => query.term(each.term, { ...each, ...inFields(clause), usePipeline: false }));
            }
        });
    }

    /** The documents that a clause lets through: each of its words stands there, and those of a phrase one after the other. */
    private matching(clause: QueryClause): Set<string> {
        const tokens = analyse(clause.text);
        if (clause.phrase) {
            return this.withPhrase(clause, unitTokens(tokens).map(each => encodeHan(each.term)));
        }
        const found = tokens.filter(each => each.kind !== 'compound').map(token => new Set(this.readings(clause, token).flatMap(each =>
            this.index.query(query => { query.term(each.term, { ...each, ...inFields(clause), usePipeline: false }); }).map(({ ref }) => ref))));
        return new Set(this.ids.filter(id => found.every(each => each.has(id))));
    }

    private withPhrase(clause: QueryClause, terms: readonly string[]): Set<string> {
        const places = terms.map(term => this.placesOf(clause, term));
        const [first] = places;
        return new Set([...first?.keys() ?? []].filter(id => Object.entries(first!.get(id)!).some(([field, { place = [] } = {}]) =>
            place.some(start => places.every((each, offset) => each.get(id)?.[field]?.place?.includes(start + offset) === true)))));
    }

    private placesOf(clause: QueryClause, term: string): ReadonlyMap<string, Places> {
        const results = this.index.query(query => { query.term(term, { ...inFields(clause), usePipeline: false }); });
        return new Map(results.map(({ ref, matchData }) => [ref, (matchData.metadata as Record<string, Places>)[term] ?? {}]));
    }

    private readings(clause: QueryClause, token: Token): readonly Reading[] {
        const exact: Reading = { term: encodeHan(token.term), boost: clause.boost };
        if (token.kind !== 'word' || clause.phrase || clause.presence === 'mustNot' && !clause.prefix && clause.edits === undefined) {
            return [exact];
        }
        const last = token.end === clause.text.length;
        const asBeginning = last && (clause.prefix || clause.end === this.typedLength) && token.written.length >= shortestBeginning;
        const beginnings: Reading[] = asBeginning ? [{ term: encodeHan(token.written), boost: clause.boost * defaultRanking.prefix.weight, wildcard: lunr.Query.wildcard.TRAILING }] : [];
        const errors = clause.edits ?? (token.term.length >= longWord ? 2 : 1);
        const maybeMistyped = token.written.length >= defaultRanking.typo.shortestWord && !/\d/.test(token.written);
        const wrong = clause.edits === undefined ? maybeMistyped && !this.stands([exact, ...beginnings], clause) : errors > 0;
        return [exact, ...beginnings, ...wrong ? [{ term: encodeHan(token.term), boost: clause.boost * defaultRanking.typo.weight, editDistance: errors }] : []];
    }

    private stands(readings: readonly Reading[], clause: QueryClause): boolean {
        return this.index.query(query => { readings.forEach(each => query.term(each.term, { ...each, ...inFields(clause), usePipeline: false })); }).length > 0;
    }
}

const inFields = ({ field }: QueryClause): { fields: string[] } => ({ fields: field === undefined ? [...fieldNames] : [field] });
