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
import { type EditorialWords, readSnapshot, snapshotSteps } from './snapshot';
import { allFields, Views } from './views';

/** How much of the lists is cleaned between two pauses of a snapshot. */
const bytesPerStep = 2 ** 20;

/** The default engine: an inverted index in packed arrays, in this process. Every method answers at once. */
export class SegmentEngine implements SearchEngine {
    private index = new SegmentIndex();
    private views = new Views(this.index);
    private readonly accumulator = new Accumulator();
    private editorial: EditorialWords = { synonyms: [], pins: [] };
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
        this.editorial = { ...this.editorial, synonyms: groups };
        this.synonyms = new Synonyms(groups);
    }

    setPins(pins: readonly PinnedAnswer[]): void {
        this.editorial = { ...this.editorial, pins };
        this.pins = new Pins(pins);
    }

    snapshot(): Uint8Array {
        const steps = this.snapshotSteps();
        for (let step = steps.next(); ; step = steps.next()) {
            if (step.done) {
                return step.value;
            }
        }
    }

    /** As `snapshot`, in steps of a few milliseconds; between them it may be searched, but nothing put or removed. */
    *snapshotSteps(): Generator<void, Uint8Array> {
        while (this.index.unclean) {
            this.index.clean(bytesPerStep);
            yield;
        }
        return yield* snapshotSteps({ parts: this.index.parts, ...this.editorial });
    }

    restore(snapshot: Uint8Array): boolean {
        const contents = readSnapshot(snapshot);
        if (!contents) {
            return false;
        }
        this.index = new SegmentIndex(contents.parts);
        this.views = new Views(this.index);
        this.setSynonyms(contents.synonyms);
        this.setPins(contents.pins);
        return true;
    }

    statistics(): EngineStatistics {
        const { documents, dictionary } = this.index.parts;
        return { documents: documents.numbers.size, terms: dictionary.size, bytes: this.index.byteLength + this.accumulator.byteLength };
    }
}
