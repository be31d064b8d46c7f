/**
 * Test collections: folders with docs.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.tsv (query, document,
 * relevance). Without one, the small knowledge base that the tests use.
 */
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';

const require = createRequire(import.meta.url);

const readLines = file => fs.readFileSync(file, 'utf8').split('\n').filter(each => each.trim() !== '');

const readJudgements = file => {
    const judgements = new Map();
    for (const [query, document, relevance] of readLines(file).map(each => each.split('\t'))) {
        judgements.set(query, (judgements.get(query) ?? new Map()).set(document, Number(relevance)));
    }
    return judgements;
};

const isCollection = folder => fs.existsSync(path.join(folder, 'docs.jsonl'));

const read = folder => {
    const judgements = readJudgements(path.join(folder, 'qrels.tsv'));
    const documents = readLines(path.join(folder, 'docs.jsonl')).map(each => JSON.parse(each));
    return {
        name: path.basename(folder), documents, judgements, chinese: documents.slice(0, 50).filter(each => /\p{Script=Han}/u.test(each.title + each.text)).length > 25,
        queries: readLines(path.join(folder, 'queries.jsonl')).map(each => JSON.parse(each)).filter(each => judgements.has(each.id))
    };
};

const ownCollection = () => {
    const { faqDocuments, faqQueries } = require('@earshot/search/lib/testing/faq-collection');
    const queries = Object.entries(faqQueries).flatMap(([kind, list]) => list.map(({ text, answer }, index) => ({ id: `${kind}${index}`, text, answer })));
    return {
        name: 'faq', chinese: true, queries, judgements: new Map(queries.map(each => [each.id, new Map([[each.answer, 1]])])),
        documents: faqDocuments.map(({ id, fields }) => ({ id, title: fields.title, text: [...fields.questions ?? [], fields.text].join('\n') }))
    };
};

/** @param folders collections, or folders with collections in them */
export const readCollections = folders => folders.length === 0 ? [ownCollection()] : folders.flatMap(folder => isCollection(folder) ? [read(folder)]
    : fs.readdirSync(folder).sort().map(each => path.join(folder, each)).filter(isCollection).map(read));

/** Mulberry32: a small generator of pseudo-random numbers from 0 to 1, the same for the same seed. */
const randomFrom = seed => () => {
    seed = seed + 0x6d2b79f5 | 0;
    let mixed = Math.imul(seed ^ seed >>> 15, 1 | seed);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
};

/**
 * As many articles as asked for, made of the sentences of the collections: each takes the title and the length of a
 * document, and its text from sentences of that document's collection, drawn at random.
 */
export const makeArticles = (collections, count, seed) => {
    const random = randomFrom(seed);
    const pick = list => list[Math.floor(random() * list.length)];
    const sentences = new Map(collections.map(each => [each, each.documents.flatMap(({ text }) => text.match(/[^。！？.!?\n]+[。！？.!?\n]*/g) ?? [text])]));
    const all = collections.flatMap(collection => collection.documents.map(document => ({ collection, document })));
    return Array.from({ length: count }, (_, index) => {
        const { collection, document } = pick(all);
        let text = '';
        while (text.length < document.text.length) {
            text += pick(sentences.get(collection));
        }
        // a copy in one piece, so that engines are not charged for joining it
        return JSON.parse(JSON.stringify({ id: `a${index}`, title: document.title, text, collection: collection.name }));
    });
};
