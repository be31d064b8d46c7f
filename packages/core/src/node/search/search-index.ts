import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { SearchOptions, SearchResult, SimilarDocument, SimilarOptions, Suggestion, Viewer } from '@earshot/search';
import type { DomainEvent } from '../../common/events/domain-event';
import { EventHub } from '../events/event-hub';
import type { StartTask } from '../start/start-task';
import { asIndexed } from './audience';
import { ChangeQueue } from './change-queue';
import { DocumentShelf } from './document-shelf';
import { EditorialWords } from './editorial-words';
import { type OpenEngine, SearchEngines } from './engine/search-engines';
import { type KnownVersions, readLabel, writeLabel } from './index-label';
import { SearchSource } from './search-source';
import { TranslationGroups } from './translation-groups';

/** Read and indexed at once: some 30 ms of the engine, for which a query may have to wait. */
const batchSize = 50;
const retryMs = 5000;
const compareMs = 10 * 60_000;
const saveAfterMs = 60_000;

/**
 * The index of what packages contribute, kept as the sources are: built when there is none, opened when there is, changed as events arrive.
 * Every back end keeps its own; all hear the same events.
 */
@injectable()
export class SearchIndex implements StartTask {
    /** After the contents are there. */
    readonly order = 60;
    readonly documents = new DocumentShelf();
    readonly translations = new TranslationGroups();
    private engine: OpenEngine | undefined;
    private readonly known: KnownVersions<SearchSource> = new Map();
    private readonly queue = new ChangeQueue<SearchSource>();
    private readonly timers: { begin?: NodeJS.Timeout; compare?: NodeJS.Timeout; retry?: NodeJS.Timeout; save?: NodeJS.Timeout } = {};
    private stopListening: (() => void) | undefined;
    private work: Promise<void> | undefined;
    private comparing: Promise<void> = Promise.resolve();
    private changed = false;
    private stopped = false;

    constructor(
        @inject(ContributionProvider) @named(SearchSource) private readonly contributions: ContributionProvider<SearchSource>,
        @inject(EventHub) private readonly hub: Pick<EventHub, 'listen'>,
        @inject(EditorialWords) private readonly words: EditorialWords,
        @inject(SearchEngines) private readonly engines: Pick<SearchEngines, 'file' | 'name' | 'open'>
    ) { }

    /** Opens what was kept. What is missing is read while the server already answers. */
    async run(): Promise<void> {
        this.stopListening = this.hub.listen(event => this.hear(event));
        await this.begin();
        this.timers.compare = setInterval(() => this.compareAll(), compareMs).unref();
    }

    async stop(): Promise<void> {
        this.stopped = true;
        this.stopListening?.();
        Object.values(this.timers).forEach(clearTimeout);
        await this.work;
        if (this.changed) {
            await this.save();
        }
        await this.engine?.close();
    }

    get sources(): readonly SearchSource[] {
        return this.contributions.getContributions();
    }

    /** The source of a document that is in the index. */
    sourceOf(id: string): SearchSource | undefined {
        return this.known.get(id)?.source;
    }

    search(query: string, options: SearchOptions): Promise<SearchResult> {
        return Promise.resolve(this.opened.search(query, options));
    }

    suggest(typed: string, options: { readonly viewer: Viewer; readonly limit?: number }): Promise<readonly Suggestion[]> {
        return Promise.resolve(this.opened.suggest(typed, options));
    }

    /** Documents that say nearly the same as a text that is being written. */
    nearDuplicates(text: string, options: SimilarOptions): Promise<readonly SimilarDocument[]> {
        return Promise.resolve(this.opened.nearDuplicates(text, options));
    }

    async state(): Promise<{ engine: string; documents: number; waiting: number; terms: number; bytes: number | null }> {
        const { documents, terms, bytes } = await this.opened.statistics();
        return { engine: this.engines.name, documents, waiting: this.queue.size, terms, bytes: bytes ?? null };
    }

    /** Whether something is still to be read. */
    get building(): boolean {
        return this.work !== undefined;
    }

    /** When all that is known to have changed is in the index. */
    async settled(): Promise<void> {
        await this.comparing;
        while (this.work) {
            await this.work;
        }
    }

    private get opened(): OpenEngine {
        if (!this.engine) {
            throw new Error('The search index has not been opened.');
        }
        return this.engine;
    }

    private async begin(): Promise<void> {
        this.known.clear();
        const engine = this.engines.open(error => this.beginAgain(error));
        this.engine = engine;
        const label = await engine.open(this.engines.file);
        readLabel(label, this.sources).forEach((each, id) => this.known.set(id, each));
        await this.tellWords();
        this.compareAll();
    }

    /** The engine broke, and what it held is gone. */
    private beginAgain(error: Error): void {
        console.error('The search engine broke and is started again:', error.message);
        clearTimeout(this.timers.begin);
        this.timers.begin = setTimeout(() => void this.begin().catch(problem => this.beginAgain(problem as Error)), retryMs).unref();
    }

    private hear({ type, entityId }: DomainEvent): void {
        const concerned = this.sources.filter(each => each.events.includes(type));
        concerned.forEach(each => this.queue.changed(each, [entityId]));
        if (concerned.length) {
            this.documents.forget([entityId]);
            this.goOn();
        } else if (EditorialWords.events.includes(type)) {
            this.changed = true;
            void this.tellWords().catch(problem => console.error('Synonyms and pinned answers could not be read:', problem));
        } else if (type === 'house.reconnected') {
            void this.tellWords().catch(() => { /* read again at the next change */ });
            this.compareAll();
        }
    }

    private async tellWords(): Promise<void> {
        const { synonyms, pins } = await this.words.read();
        await this.opened.setSynonyms(synonyms);
        await this.opened.setPins(pins);
    }

    private compareAll(): void {
        this.comparing = this.comparing.then(async () => {
            for (const each of this.stopped ? [] : this.sources) {
                await this.compare(each).catch(error => this.later(error));
            }
            this.goOn();
        });
    }

    /** What a source has and the index has not, or has otherwise, or the index has and the source no longer. */
    private async compare(source: SearchSource): Promise<void> {
        const versions = await source.versions();
        versions.forEach(each => this.translations.set(each));
        const there = new Map(versions.map(each => [each.id, each.version]));
        this.queue.behind(source, [...there].filter(([id, version]) => this.known.get(id)?.version !== version).map(([id]) => id));
        this.queue.behind(source, [...this.known].filter(([id, each]) => each.source === source && !there.has(id)).map(([id]) => id));
    }

    private goOn(): void {
        if (this.queue.size && !this.stopped) {
            this.work ??= this.catchUp().then(() => {
                this.work = undefined;
                this.saveSoon();
                this.goOn();
            }, error => {
                this.work = undefined;
                this.later(error);
            });
        }
    }

    private async catchUp(): Promise<void> {
        for (let batch = this.queue.take(batchSize); batch; batch = this.stopped ? undefined : this.queue.take(batchSize)) {
            const { source, ids } = batch;
            try {
                const there = await source.load(ids);
                const gone = ids.filter(id => !there.some(each => each.id === id));
                await this.opened.put(there.map(each => asIndexed(source.kind, each)));
                await this.opened.remove(gone);
                there.forEach(each => {
                    this.known.set(each.id, { source, version: each.version });
                    this.translations.set(each);
                });
                gone.forEach(id => {
                    this.known.delete(id);
                    this.translations.forget(id);
                });
                this.documents.forget(ids);
                this.changed = true;
            } catch (error) {
                this.queue.behind(source, ids);
                throw error;
            }
        }
    }

    private later(error: unknown): void {
        console.error('The search index could not be brought up to date, and is tried again:', error);
        clearTimeout(this.timers.retry);
        this.timers.retry = setTimeout(() => this.goOn(), retryMs).unref();
    }

    private saveSoon(): void {
        if (this.changed && !this.stopped && !this.timers.save) {
            this.timers.save = setTimeout(() => {
                this.timers.save = undefined;
                void this.save();
            }, saveAfterMs).unref();
        }
    }

    private async save(): Promise<void> {
        this.changed = false;
        try {
            await this.opened.save(this.engines.file, writeLabel(this.known));
        } catch (error) {
            console.error('The search index could not be kept; the next start builds it again:', error instanceof Error ? error.message : error);
        }
    }
}
