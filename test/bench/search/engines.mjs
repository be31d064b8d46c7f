/**
 * The engines that are compared, each as { name, build(documents), search(query), update(document) }. The peers are set
 * up as well as they can be: with our normal form of both scripts, which is worth more to them than any option of theirs,
 * and the weights that served them best; jieba where a dictionary is their usual way.
 */
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import * as orama from '@orama/orama';
import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';

const require = createRequire(import.meta.url);
const { analyse, foldedScript, SegmentEngine } = require('@earshot/search');
const { encodeHan } = require('@earshot/search/lib/lunr/han-encoding');

const viewer = { audience: ['everyone'], at: 1 };
export const toDocument = ({ id, title, text }) => ({ id, kind: 'article', language: 'zh-Hans', audience: ['everyone'], updatedAt: 0, fields: { title, text } });

/** Pairs of Han characters (single ones where they stand alone) and stems. */
const pairs = text => {
    const tokens = analyse(text);
    const inPair = new Set(tokens.filter(each => each.kind === 'bigram').flatMap(each => [each.start, each.end - 1]));
    return tokens.filter(each => each.kind !== 'character' || !inPair.has(each.start)).map(each => encodeHan(each.term));
};

let jieba;
/** jieba's words, in its mode for search, of the text in simplified characters; stems of English words. */
const jiebaWords = text => {
    jieba ??= Jieba.withDict(dict);
    return jieba.cutForSearch(foldedScript(text.normalize('NFKC').toLowerCase()), true).flatMap(each =>
        /\p{Script=Han}/u.test(each) ? [each] : /[\p{L}\p{N}]/u.test(each) ? analyse(each).map(token => token.term) : []);
};

const lunrWith = (name, tokens) => () => {
    let index;
    return {
        name,
        build(documents) {
            const builder = new lunr.Builder();
            builder.pipeline.reset();
            builder.searchPipeline.reset();
            builder.ref('id');
            builder.field('title', { boost: 2 });
            builder.field('text');
            documents.forEach(({ id, title, text }) => builder.add({ id, title: tokens(title), text: tokens(text) }));
            index = builder.build();
        },
        search: query => {
            const terms = new Set(tokens(query));
            return index.query(clauses => terms.forEach(each => clauses.term(each, { usePipeline: false }))).slice(0, 10).map(each => each.ref);
        }
    };
};

export const segment = () => {
    const engine = new SegmentEngine();
    return {
        name: 'earshot', engine,
        build: documents => engine.put(documents.map(toDocument)),
        search: query => engine.search(query, { viewer, highlights: false }).hits.map(each => each.id),
        update: document => engine.put([toDocument(document)])
    };
};

export const lunrPairs = lunrWith('lunr, pairs', pairs);
const lunrJieba = lunrWith('lunr, jieba', text => jiebaWords(text).map(encodeHan));

export const miniSearch = () => {
    const index = new MiniSearch({ fields: ['title', 'text'], tokenize: pairs, processTerm: term => term, searchOptions: { boost: { title: 2 }, combineWith: 'OR' } });
    return {
        name: 'MiniSearch, pairs',
        build: documents => index.addAll(documents),
        search: query => index.search(query).slice(0, 10).map(each => each.id),
        update: document => index.replace(document)
    };
};

const flexSearch = () => {
    const index = new FlexSearch.Document({ encode: jiebaWords, tokenize: 'strict', document: { id: 'id', index: ['title', 'text'] } });
    return {
        name: 'FlexSearch, jieba',
        build: documents => documents.forEach(each => index.add(each)),
        // its merged list gives each document once, those of the title first
        search: query => index.search(query, { limit: 10, suggest: true, merge: true }).map(each => each.id).slice(0, 10),
        update: document => index.update(document)
    };
};

const oramaEngine = () => {
    const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: jiebaWords };
    const database = orama.create({ schema: { id: 'string', title: 'string', text: 'string' }, components: { tokenizer } });
    return {
        name: 'Orama, jieba',
        build: documents => orama.insertMultiple(database, documents.map(({ id, title, text }) => ({ id, title, text }))),
        search: query => orama.search(database, { term: query, properties: ['title', 'text'], boost: { title: 2 }, limit: 10, threshold: 1 }).hits.map(each => each.id),
        update: ({ id, title, text }) => orama.update(database, id, { id, title, text })
    };
};

export const allEngines = [segment, lunrPairs, lunrJieba, miniSearch, flexSearch, oramaEngine];
