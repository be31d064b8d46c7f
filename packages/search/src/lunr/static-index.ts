import lunr from 'lunr';
import { analyserVersion } from '../analysis/analyse';
import { fieldNames, type SearchDocument, valuesOf } from '../document';
import { parseQuery } from '../query/parse-query';
import { queryFields } from '../query/query-fields';
import { placedTerms, StaticSearch } from './static-search';

/**
 * The index in an export of plain pages, for a branch without a server: an ordinary lunr index, searched in the reader's
 * browser. Whoever exports chooses the documents: what is in the file can be read.
 */
interface StaticFile {
    readonly analyser: string;
    readonly ids: readonly string[];
    readonly index: object;
}

const boosts = { title: 3, questions: 2, tags: 1, text: 1 };

/** @returns JSON for `openStaticIndex` */
export const exportStaticIndex = (documents: readonly SearchDocument[]): string => {
    const builder = new lunr.Builder();
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.metadataWhitelist = ['place'];
    // what the field holds was cut into tokens already
    builder.tokenizer = ((tokens: readonly lunr.Token[]) => tokens) as unknown as typeof lunr.tokenizer;
    builder.ref('id');
    fieldNames.forEach(each => builder.field(each, { boost: boosts[each] }));
    for (const document of documents) {
        builder.add({ id: document.id, ...Object.fromEntries(fieldNames.map(each => [each, placedTerms(valuesOf(document.fields, each))])) });
    }
    const file: StaticFile = { analyser: analyserVersion, ids: documents.map(each => each.id), index: builder.build().toJSON() };
    return JSON.stringify(file);
};

export interface StaticIndex {
    /**
     * Best first. What is typed last counts as the beginning of a word, and a word that stands nowhere is read as those most
     * like it. What has + or is quoted must be in it, a phrase as it stands; what has − must not.
     */
    search(query: string, limit?: number): { readonly id: string; readonly score: number }[];
}

/** @throws Error when the file was made by another version: export it again. */
export const openStaticIndex = (json: string): StaticIndex => {
    const file = JSON.parse(json) as StaticFile;
    if (file.analyser !== analyserVersion) {
        throw new Error('This search index was exported by another version. Export the pages again.');
    }
    const index = lunr.Index.load(file.index);
    return { search: (typed, limit = 10) => new StaticSearch(index, file.ids, parseQuery(typed, queryFields).clauses, typed.length).run().slice(0, limit) };
};
