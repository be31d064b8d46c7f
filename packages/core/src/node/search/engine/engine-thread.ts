import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EngineStatistics, PinnedAnswer, SearchDocument, SearchOptions, SearchResult, SimilarDocument, SimilarOptions, Suggestion, SynonymGroup, Viewer } from '@earshot/search';
import type { EngineCommand, EngineKind, EngineReport, LastingEngine } from './engine-messages';

/** The compiled entry, from the folder where the package is installed: the product is one file, the thread another. */
const entry = (): string => join(dirname(require.resolve('@earshot/core/package.json')), 'lib', 'node', 'search', 'engine', 'engine-worker.js');

interface Waiting { resolve(value: never): void; reject(error: Error): void }

/** An engine of `@earshot/search` in a thread of its own. */
export class EngineThread implements LastingEngine {
    private readonly worker: Worker;
    private readonly waiting = new Map<number, Waiting>();
    private asked = 0;
    private ended = false;

    /** @param onFailure called once if the thread ends by itself: the index it held is lost */
    constructor(kind: EngineKind, onFailure: (error: Error) => void) {
        this.worker = new Worker(entry(), { workerData: kind });
        this.worker.on('message', (report: EngineReport) => {
            const waiting = this.waiting.get(report.id);
            this.waiting.delete(report.id);
            if ('problem' in report) {
                waiting?.reject(new Error(report.problem));
            } else {
                waiting?.resolve(report.value as never);
            }
        });
        let failure = new Error('The search engine’s thread has ended.');
        this.worker.on('error', error => { failure = error instanceof Error ? error : new Error(String(error)); });
        this.worker.on('exit', () => {
            const expected = this.ended;
            this.ended = true;
            this.waiting.forEach(each => each.reject(failure));
            this.waiting.clear();
            if (!expected) {
                onFailure(failure);
            }
        });
    }

    put(documents: readonly SearchDocument[]): Promise<void> {
        return this.ask('put', documents);
    }

    remove(ids: readonly string[]): Promise<void> {
        return this.ask('remove', ids);
    }

    search(query: string, options: SearchOptions): Promise<SearchResult> {
        return this.ask('search', query, options);
    }

    suggest(typed: string, options: { readonly viewer: Viewer; readonly limit?: number }): Promise<readonly Suggestion[]> {
        return this.ask('suggest', typed, options);
    }

    nearDuplicates(text: string, options: SimilarOptions): Promise<readonly SimilarDocument[]> {
        return this.ask('nearDuplicates', text, options);
    }

    setSynonyms(groups: readonly SynonymGroup[]): Promise<void> {
        return this.ask('setSynonyms', groups);
    }

    setPins(pins: readonly PinnedAnswer[]): Promise<void> {
        return this.ask('setPins', pins);
    }

    statistics(): Promise<EngineStatistics> {
        return this.ask('statistics');
    }

    save(file: string, label: string): Promise<void> {
        return this.ask('save', file, label);
    }

    open(file: string): Promise<string | undefined> {
        return this.ask('open', file);
    }

    async close(): Promise<void> {
        this.ended = true;
        await this.worker.terminate();
    }

    private ask<R>(method: keyof LastingEngine, ...parameters: readonly unknown[]): Promise<R> {
        if (this.ended) {
            return Promise.reject(new Error('The search engine has been closed.'));
        }
        const id = ++this.asked;
        return new Promise<R>((resolve, reject) => {
            this.waiting.set(id, { resolve, reject });
            this.worker.postMessage({ id, method, parameters } satisfies EngineCommand);
        });
    }
}
