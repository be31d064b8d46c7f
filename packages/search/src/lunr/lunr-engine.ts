import { analyse, type Token } from '../analysis/analyse';
import { type FieldName, fieldNames, type SearchDocument, valuesOf } from '../document';
import { parseQuery, type QueryClause } from '../query/parse-query';
import { Pins } from '../query/pins';
import { queryFields } from '../query/query-fields';
import { Synonyms } from '../query/synonyms';
import type {
    EngineStatistics, FacetName, FacetValue, PinnedAnswer, SearchEngine, SearchHit, SearchOptions, SearchResult, SimilarDocument,
    SimilarOptions, Suggestion, SynonymGroup, Viewer
} from '../search-engine';
import { mostAlike, resemblanceOf } from '../text/resemblance';
import { containsPhrase, highlightsOf, unitTokens } from '../text/text-matching';
import { isVisible } from './documents';
import { LunrIndex } from './lunr-index';
import { LunrTerms } from './lunr-terms';

/**
 * An engine on lunr, for collections of up to some thousand documents: it scores a sum over fields of BM25, with lunr's
 * vectors and query. It has no pinyin and keeps no snapshot.
 */
export class LunrEngine implements SearchEngine {
    private readonly documents = new Map<string, SearchDocument>();
    private readonly index = new LunrIndex();
    private synonyms = new Synonyms([]);
    private pins = new Pins([]);

    put(documents: readonly SearchDocument[]): void {
        for (const document of documents) {
            this.remove([document.id]);
            this.documents.set(document.id, document);
            this.index.put(document);
        }
    }

    remove(ids: readonly string[]): void {
        for (const id of ids) {
            if (this.documents.delete(id)) {
                this.index.remove(id);
            }
        }
    }

    search(query: string, options: SearchOptions): SearchResult {
        const { clauses } = parseQuery(query, queryFields);
        const visible = new Map([...this.documents].filter(([, each]) => isVisible(each, options.viewer, options.filter)));
        const names = options.fields ?? fieldNames;
        const allowed = this.allowed(clauses, visible, names, options.typing ? query.length : -1);
        const terms = new LunrTerms(this.index, visible, this.synonyms, names);
        clauses.filter(each => each.presence !== 'mustNot').forEach((each, position, all) =>
            terms.add(each, each.prefix || options.typing === true && !each.phrase && position === all.length - 1 && each.end === query.length));
        const scores = this.index.search(terms.leaves());
        const required = clauses.some(each => each.presence === 'must') || clauses.length > 0 && clauses.every(each => each.presence === 'mustNot');
        const pinned = this.pins.for(query).filter(each => visible.has(each));
        const matches = [...new Set([...pinned, ...[...allowed].filter(each => required || scores.has(each))])];
        const ranked = matches.map(id => ({ id, score: (scores.get(id) ?? 0) * (visible.get(id)!.weight ?? 1), pin: pinned.indexOf(id) })).sort((a, b) =>
            a.pin >= 0 || b.pin >= 0 ? (a.pin >= 0 ? a.pin : Infinity) - (b.pin >= 0 ? b.pin : Infinity) : b.score - a.score || this.later(a.id, b.id));
        const offset = Math.max(0, Math.floor(options.offset ?? 0));
        const phrases = clauses.filter(each => each.presence === 'must').map(each => phraseOf(analyse(each.text)));
        const hit = ({ id, score, pin }: { id: string; score: number; pin: number }): SearchHit => ({
            id, score, pinned: pin >= 0, highlights: options.highlights === false ? [] : highlightsOf(this.documents.get(id)!.fields, names, terms.shown(), phrases)
        });
        return {
            ranked: ranked.slice(0, Math.max(0, Math.floor(options.ranked ?? 0))).map(each => each.id),
            hits: ranked.slice(offset, offset + Math.max(0, Math.floor(options.limit ?? 10))).map(hit), total: matches.length,
            facets: Object.fromEntries((options.facets ?? []).map(each => [each, this.facet(each, matches)])), corrections: terms.corrections
        };
    }

    suggest(typed: string, { viewer, limit = 8 }: { readonly viewer: Viewer; readonly limit?: number }): readonly Suggestion[] {
        return this.search(typed, { viewer, limit, typing: true, fields: ['title', 'questions'] }).hits.map(({ id, highlights }) => ({
            id, title: this.documents.get(id)!.fields.title,
            highlights: highlights.filter(each => each.field === 'title').map(({ start, end }) => ({ start, end }))
        }));
    }

    nearDuplicates(text: string, options: SimilarOptions): readonly SimilarDocument[] {
        return mostAlike([...this.documents.values()].filter(each => each.id !== options.except && isVisible(each, options.viewer))
            .map(each => ({ id: each.id, ...resemblanceOf(text, fieldNames.flatMap(field => valuesOf(each.fields, field))) })), options);
    }

    setSynonyms(groups: readonly SynonymGroup[]): void {
        this.synonyms = new Synonyms(groups);
    }

    setPins(pins: readonly PinnedAnswer[]): void {
        this.pins = new Pins(pins);
    }

    snapshot(): undefined {
        return undefined;
    }

    restore(): boolean {
        return false;
    }

    statistics(): EngineStatistics {
        return { documents: this.documents.size, terms: this.index.size, bytes: undefined };
    }

    /** Ids of the documents that must clauses let through and must-not clauses don't shut out. */
    private allowed(clauses: readonly QueryClause[], visible: ReadonlyMap<string, SearchDocument>, names: readonly FieldName[], typingEnd: number): Set<string> {
        let allowed = new Set(visible.keys());
        for (const clause of clauses.filter(each => each.presence !== 'should')) {
            const fields = clause.field === undefined ? names : names.filter(each => each === clause.field);
            // what is still being typed is not asked for as a whole
            const unfinished = clause.presence === 'must' && (clause.prefix || !clause.phrase && clause.end === typingEnd);
            const texts = clause.presence === 'must' ? [clause.text, ...this.synonyms.of(clause.text)] : [clause.text];
            const found = texts.map(each => analyse(each)).filter(each => each.length > 0)
                .map(tokens => this.matching(unfinished && tokens[tokens.length - 1].kind === 'word' ? tokens.slice(0, -1) : tokens, fields, allowed));
            if (found.length > 0) {
                const all = new Set(found.flatMap(each => [...each]));
                allowed = new Set([...allowed].filter(each => all.has(each) === (clause.presence === 'must')));
            }
        }
        return allowed;
    }

    private matching(tokens: readonly Token[], fields: readonly FieldName[], among: ReadonlySet<string>): Set<string> {
        const candidates = tokens.filter(each => each.kind !== 'compound').map(each => this.index.documentsOf(each.term, fields));
        const phrase = phraseOf(tokens);
        return new Set([...among].filter(id => candidates.every(each => each.has(id)) && (phrase.length < 2 || containsPhrase(this.documents.get(id)!.fields, fields, phrase))));
    }

    private later(id: string, other: string): number {
        return this.documents.get(other)!.updatedAt - this.documents.get(id)!.updatedAt || (id < other ? -1 : 1);
    }

    private facet(name: FacetName, ids: readonly string[]): FacetValue[] {
        const counts = new Map<string, number>();
        ids.map(each => this.documents.get(each)![name] ?? '').filter(each => each !== '').forEach(each => counts.set(each, (counts.get(each) ?? 0) + 1));
        return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }
}

const phraseOf = (tokens: readonly Token[]): string[] => unitTokens(tokens).map(each => each.term);
