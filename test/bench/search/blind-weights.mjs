/**
 * Our weights were chosen with the queries of these collections in sight. What they would be worth on queries that nobody had seen: weights are
 * chosen anew on one half of the queries, beginning with those of the textbook and trying one after the other, and measured on the other half.
 */
import { createRequire } from 'node:module';
import { toDocument } from './engines.mjs';

const require = createRequire(import.meta.url);
const { defaultRanking, ndcg, SegmentEngine } = require('@earshot/search');
const viewer = { audience: ['everyone'], at: 1 };

/** BM25 as Robertson & Zaragoza (2009) leave it to whoever knows nothing of the collection. */
const plain = { weight: 1, b: 0.75, alone: 0 };
const textbook = { ...defaultRanking, saturation: 1.2, characterInPair: 1, fields: { title: plain, questions: plain, tags: plain, text: plain } };

const field = (ranking, name, change) => ({ ...ranking, fields: { ...ranking.fields, [name]: { ...ranking.fields[name], ...change } } });
const steps = [
    [1, 2, 3, 5].map(weight => ranking => field(ranking, 'title', { weight })),
    [0, 0.75, 1.5, 3].map(alone => ranking => field(ranking, 'title', { alone })),
    [0.25, 0.5, 1].map(characterInPair => ranking => ({ ...ranking, characterInPair })),
    [0.45, 0.7, 0.75].map(b => ranking => field(ranking, 'text', { b })),
    [0.9, 1.2, 1.6].map(saturation => ranking => ({ ...ranking, saturation })),
    [0.5, 0.8].map(b => ranking => field(ranking, 'title', { b }))
];

const qualityOf = (engine, queries, judgements) =>
    queries.map(({ id, text }) => ndcg(engine.search(text, { viewer, highlights: false }).hits.map(each => each.id), judgements.get(id)));
const mean = values => values.reduce((sum, each) => sum + each, 0) / values.length;

/**
 * @param halves of the queries, all judged
 * @returns for each half, nDCG@10 of its queries by weights that were chosen on the other half
 */
export const blindQualities = ({ documents, judgements }, halves, most = 400) => {
    const snapshot = new SegmentEngine();
    snapshot.put(documents.map(toDocument));
    const bytes = snapshot.snapshot();
    const engineWith = ranking => {
        const engine = new SegmentEngine(ranking);
        engine.restore(bytes);
        return engine;
    };
    return halves.map((half, index) => {
        const seen = halves[1 - index].slice(0, most);
        const chosen = steps.reduce((ranking, changes) => changes.map(each => each(ranking))
            .map(each => ({ ranking: each, quality: mean(qualityOf(engineWith(each), seen, judgements)) }))
            .reduce((best, each) => each.quality > best.quality ? each : best).ranking, textbook);
        return qualityOf(engineWith(chosen), half, judgements);
    });
};
