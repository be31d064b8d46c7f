import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EditorialWords } from './editorial-words';
import type { OpenEngine } from './engine/search-engines';
import { SearchIndex } from './search-index';
import { paper, Shelf } from './testing/shelf';

beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(console, 'error').mockImplementation(() => { });
});
afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
});

/** An engine that breaks over the first documents that it is given, and lets whoever waits for it know after that. */
const brittle = (onFailure: (error: Error) => void, kept: string[], breaks: boolean): OpenEngine => ({
    put: async documents => {
        if (breaks) {
            onFailure(new Error('out of memory'));
            throw new Error('out of memory');
        }
        kept.push(...documents.map(each => each.id));
    },
    remove: async () => { }, setSynonyms: async () => { }, setPins: async () => { }, save: async () => { }, open: async () => undefined, close: async () => { },
    search: () => { throw new Error('not asked'); }, suggest: () => [], nearDuplicates: () => [], statistics: () => ({ documents: kept.length, terms: 0, bytes: 0 })
});

it('starts an engine again that broke while documents were put into it', async () => {
    const shelf = new Shelf();
    shelf.put(paper('one', '信用卡'), paper('two', '年费'));
    const kept: string[] = [];
    let opened = 0;
    const words = { read: async () => ({ synonyms: [], pins: [] }) } as unknown as EditorialWords;
    const index = new SearchIndex({ getContributions: () => [shelf] }, { listen: () => () => { } }, words,
        { file: 'nowhere', name: 'earshot', open: onFailure => brittle(onFailure, kept, ++opened === 1) });
    await index.run();
    await vi.advanceTimersByTimeAsync(30_000);
    expect([opened, kept.sort()]).toEqual([2, ['one', 'two']]);
    await index.stop();
});
