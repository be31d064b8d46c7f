/** Figures: times in milliseconds, memory in megabytes (10⁶ bytes). */
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const require = createRequire(import.meta.url);
const { ndcg, recall, success } = require('@earshot/search');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** What the process holds after garbage was collected. */
export const memory = () => {
    collectGarbage();
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
};

export const percentile = (values, share) => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

/** Mean. */
export const average = values => values.reduce((sum, each) => sum + each, 0) / values.length;

export const time = run => {
    const start = performance.now();
    const value = run();
    return { value, milliseconds: performance.now() - start };
};

/** The middle of several runs: other work of the machine seldom hits most of them. */
export const steadyTime = (run, times = 3) => percentile(Array.from({ length: times }, () => time(run).milliseconds), 0.5);

/** The queries in turn, each asked of all engines one after the other, so that what else the machine does hits all alike. */
export const askAll = (engines, queries, { judgements = new Map(), repeat = 1 } = {}) => {
    const found = new Map(engines.map(each => [each, { times: [], ndcg: [], recall: [], success: [] }]));
    queries.slice(0, 200).forEach(query => engines.forEach(engine => engine.search(query.text)));
    for (const query of queries) {
        for (const engine of engines) {
            const figures = found.get(engine);
            const { value, milliseconds } = time(() => engine.search(query.text));
            figures.times.push(repeat > 1 ? steadyTime(() => engine.search(query.text), repeat) : milliseconds);
            const judged = judgements.get(query.id);
            if (judged) {
                figures.ndcg.push(ndcg(value, judged));
                figures.recall.push(recall(value, judged));
                figures.success.push(success(value, judged));
            }
        }
    }
    return new Map([...found].map(([engine, figures]) => [engine, {
        p50: percentile(figures.times, 0.5), p95: percentile(figures.times, 0.95),
        ndcgs: figures.ndcg, ndcg: average(figures.ndcg), recall: average(figures.recall), success: average(figures.success)
    }]));
};

/** Lines of equal columns, the first to the left and the rest to the right. */
export const table = (head, rows) => {
    const widths = head.map((each, column) => Math.max(each.length, ...rows.map(row => row[column].length)));
    return [head, ...rows].map(row => row.map((cell, column) => column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])).join('  ')).join('\n');
};
