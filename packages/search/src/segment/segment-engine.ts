import type { SearchDocument } from '../document';
import { Pins } from '../query/pins';
import { Synonyms } from '../query/synonyms';
import type {
    EngineStatistics, PinnedAnswer, SearchEngine, SearchOptions, SearchResult, SimilarDocument, SimilarOptions, Suggestion, SynonymGroup, Viewer
} from '../search-engine';
import { nearDuplicatesIn } from './near-duplicates';
import { defaultRanking, type Ranking } from './ranking';
import { Accumulator } from './scorer';
import { fieldBits, SearchRun } from './search-run';
import { SegmentIndex } from './segment-index';
import { readSnapshot, writeSnapshot } from './snapshot';
import { allFields, Views } from './views';

/** The default engine: an inverted index in packed arrays, in this process. Every method answers at once. */
export class SegmentEngine implements SearchEngine {
    private index = new SegmentIndex();
    private views = new Views(this.index);
    private readonly accumulator = new Accumulator();
    private synonyms = new Synonyms([]);
    private pins = new Pins([]);

    constructor(private readonly ranking: Ranking = defaultRanking) { }

    put(documents: readonly SearchDocument[]): void {
        this.index.putAll(documents);
    }

    remove(ids: readonly string[]): void {
        ids.forEach(each => this.index.remove(each));
    }

    search(query: string, options: SearchOptions): SearchResult {
        return new SearchRun(query, options, {
            index: this.index, view: this.views.of(options.viewer, options.filter), ranking: this.ranking, synonyms: this.synonyms,
            accumulator: this.accumulator, pinned: this.pins.for(query), fields: fieldBits(options.fields, allFields), typing: options.typing ?? false
        }).run();
    }

    suggest(typed: string, { viewer, limit = 8 }: { readonly viewer: Viewer; readonly limit?: number }): readonly Suggestion[] {
        const { documents } = this.index.parts;
        return this.search(typed, { viewer, limit, typing: true, fields: ['title', 'questions'] }).hits.map(({ id, highlights }) => ({
            id, title: documents.titles[documents.numbers.get(id)!],
            highlights: highlights.filter(each => each.field === 'title').map(({ start, end }) => ({ start, end }))
        }));
    }

    nearDuplicates(text: string, options: SimilarOptions): readonly SimilarDocument[] {
        return nearDuplicatesIn(this.index, this.views.of(options.viewer), this.ranking, this.accumulator, text, options);
    }

    setSynonyms(groups: readonly SynonymGroup[]): void {
        this.synonyms = new Synonyms(groups);
    }

    setPins(pins: readonly PinnedAnswer[]): void {
        this.pins = new Pins(pins);
    }

    snapshot(): Uint8Array {
        this.index.clean();
        return writeSnapshot(this.index.parts);
    }

    restore(snapshot: Uint8Array): boolean {
        const parts = readSnapshot(snapshot);
        if (!parts) {
            return false;
        }
        this.index = new SegmentIndex(parts);
        this.views = new Views(this.index);
        return true;
    }

    statistics(): EngineStatistics {
        const { documents, dictionary } = this.index.parts;
        return { documents: documents.numbers.size, terms: dictionary.size, bytes: this.index.byteLength + this.accumulator.byteLength };
    }
}
