import lunr from 'lunr';
import { analyse, analyserVersion } from '../analysis/analyse';
import { fieldNames, type SearchDocument } from '../document';
import { parseQuery, type QueryClause } from '../query/parse-query';
import { queryFields } from '../query/query-fields';
import { encodeHan } from './han-encoding';
import { fieldTerms } from './lunr-index';

/**
 * The index in an export of plain pages, for a branch without a server: an ordinary lunr index, searched in the reader's
 * browser. Whoever exports chooses the documents: what is in the file can be read.
 */
interface StaticFile {
    readonly analyser: string;
    readonly index: object;
}

const boosts = { title: 3, questions: 2, tags: 1, text: 1 };

/** @returns JSON for `openStaticIndex` */
export const exportStaticIndex = (documents: readonly SearchDocument[]): string => {
    const builder = new lunr.Builder();
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.ref('id');
    fieldNames.forEach(each => builder.field(each, { boost: boosts[each] }));
    for (const document of documents) {
        builder.add({ id: document.id, ...Object.fromEntries(fieldNames.map(each => [each, fieldTerms(document, each)])) });
    }
    const file: StaticFile = { analyser: analyserVersion, index: builder.build().toJSON() };
    return JSON.stringify(file);
};

export interface StaticIndex {
    /** Best first. What has + or is quoted must be in it, with all its terms, in any order; what has − must not. */
    search(query: string, limit?: number): { readonly id: string; readonly score: number }[];
}

/** @throws Error when the file was made by another version: export it again. */
export const openStaticIndex = (json: string): StaticIndex => {
    const file = JSON.parse(json) as StaticFile;
    if (file.analyser !== analyserVersion) {
        throw new Error('This search index was exported by another version. Export the pages again.');
    }
    const index = lunr.Index.load(file.index);
    return {
        search: (typed, limit = 10) => {
            const clauses = parseQuery(typed, queryFields).clauses.filter(each => analyse(each.text).length > 0);
            if (clauses.length === 0) {
                return [];
            }
            const excluded = new Set(clauses.filter(each => each.presence === 'mustNot').flatMap(each => index.query(query => addTerms(query, { ...each, presence: 'must' }))).map(each => each.ref));
            const results = index.query(query => clauses.filter(each => each.presence !== 'mustNot').forEach(each => addTerms(query, each)));
            return results.filter(each => !excluded.has(each.ref)).slice(0, limit).map(({ ref, score }) => ({ id: ref, score }));
        }
    };
};

const addTerms = (query: lunr.Query, { text, presence, field, boost }: QueryClause): void => {
    const tokens = analyse(text);
    const telling = tokens.filter(each => !each.stopWord);
    for (const token of telling.length > 0 ? telling : tokens) {
        query.term(encodeHan(token.term), {
            usePipeline: false, boost, presence: presence === 'must' ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL,
            ...field === undefined ? {} : { fields: [field] }
        });
    }
};
