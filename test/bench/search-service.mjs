/**
 * The search service as the server runs it, its engine in a thread of its own:
 *
 *     npm run bench -- search-service [DIR …] [--articles 27000] [--engine earshot] [--seed 1]
 *
 * How long the index takes to be built and opened, how long the server's own thread is held up meanwhile, how long a search takes from asking to
 * rows with their snippets, while it is built and after, and how soon an edit is found.
 */
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeArticles, readCollections } from './search/collections.mjs';
import { percentile, table } from './search/measure.mjs';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const { SearchEngines } = require('@earshot/core/lib/node/search/engine/search-engines');
const { SearchIndex } = require('@earshot/core/lib/node/search/search-index');
const { SearchService } = require('@earshot/core/lib/node/search/search-service');
const { paper, Shelf } = require('@earshot/core/lib/node/search/testing/shelf');

const { values, positionals } = parseArgs({
    allowPositionals: true, options: { articles: { type: 'string', default: '27000' }, engine: { type: 'string', default: 'earshot' }, seed: { type: 'string', default: '1' } }
});
const collections = readCollections(positionals);
const queries = collections.flatMap(each => each.queries).map(each => each.text);
const shelf = new Shelf();
const id = index => `0193a5f0-0000-7000-8000-${String(index).padStart(12, '0')}`;
const articles = makeArticles(collections, Number(values.articles), Number(values.seed));
articles.forEach(({ title, text, collection }, index) => shelf.put(paper(id(index), title, { fields: { title, text }, category: collection })));

const dataFolder = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-bench-'));
const person = { personId: id(0), roles: ['agent'], teamIds: [], permissions: new Map([['person:read', 'own']]), via: 'session' };
const opened = async () => {
    const heard = new Set();
    const hub = { listen: listener => (heard.add(listener), () => heard.delete(listener)) };
    const words = { read: async () => ({ synonyms: [], pins: [] }) };
    const index = new SearchIndex({ getContributions: () => [shelf] }, hub, words, new SearchEngines({ dataFolder }, undefined, values.engine));
    return { index, search: new SearchService(index), tell: event => heard.forEach(each => each(event, {})) };
};

const delay = monitorEventLoopDelay({ resolution: 5 });
const heldUp = async work => {
    delay.reset();
    delay.enable();
    const start = performance.now();
    await work();
    const milliseconds = performance.now() - start;
    delay.disable();
    return { milliseconds, most: delay.max / 1e6 };
};
const asked = async (search, count) => {
    const times = [];
    for (let index = 0; index < count; index++) {
        const whole = queries[index * 7 % queries.length];
        const start = performance.now();
        await search.find(person, { text: whole.slice(0, 2 + index % Math.max(1, whole.length - 1)), typing: true, limit: 12 });
        times.push(performance.now() - start);
    }
    return times;
};
const fixed = value => value.toFixed(1);
const row = (name, times) => [name, fixed(percentile(times, 0.5)), fixed(percentile(times, 0.95)), fixed(Math.max(...times))];
const rows = [];

try {
    const first = await opened();
    await first.index.run();
    const during = [];
    const building = await heldUp(async () => {
        let done = false;
        const settled = first.index.settled().then(() => { done = true; });
        while (!done) {
            during.push(...await asked(first.search, 5));
            await pause(50);
        }
        await settled;
    });
    console.log(`${articles.length} articles, engine ${values.engine}: built in ${fixed(building.milliseconds / 1000)} s while it was searched; the server's thread was held up ${fixed(building.most)} ms at most`);
    rows.push(row('search while building, ms', during), row('search, ms', await asked(first.search, 1000)));
    const edits = [];
    for (let edit = 0; edit < 50; edit++) {
        const changed = id(edit * 31 % articles.length);
        shelf.put(paper(changed, `编辑标记${edit}`, { version: String(edit + 2) }));
        const start = performance.now();
        first.tell({ type: 'paper.changed', entityId: changed });
        while (!(await first.search.find(person, { text: `"编辑标记${edit}"`, limit: 1 })).rows.some(each => each.id === changed)) {
            await pause(1);
        }
        edits.push(performance.now() - start);
    }
    rows.push(row('edit until it is found, ms', edits));
    const saving = await heldUp(() => first.index.stop());
    console.log(`put away in ${fixed(saving.milliseconds)} ms, thread held up ${fixed(saving.most)} ms at most`);
    const second = await opened();
    const opening = await heldUp(async () => { await second.index.run(); await second.index.settled(); });
    console.log(`opened in ${fixed(opening.milliseconds)} ms, thread held up ${fixed(opening.most)} ms at most`);
    await second.index.stop();
    console.log(table(['', 'p50', 'p95', 'most'], rows));
} finally {
    await fs.rm(dataFolder, { recursive: true, force: true });
}
process.exit(0);
