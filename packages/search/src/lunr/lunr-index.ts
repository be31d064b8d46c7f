import lunr from 'lunr';
import { analyse } from '../analysis/analyse';
import { type FieldName, fieldNames, type SearchDocument, valuesOf } from '../document';
import { decodeHan, encodeHan } from './han-encoding';

/** What a lunr.Index keeps; its declaration lags behind. */
interface Posting {
    readonly _index: number;
    readonly [field: string]: Record<string, Record<string, never>> | number;
}

interface Attributes {
    readonly invertedIndex: Record<string, Posting>;
    readonly fieldVectors: Record<string, lunr.Vector>;
    readonly tokenSet: { intersect(clause: lunr.TokenSet): { toArray(): string[] } };
    readonly fields: readonly string[];
    readonly pipeline: lunr.Pipeline;
}

const saturation = 1.2;
const lengthWeight = 0.75;
const boosts: Readonly<Record<FieldName, number>> = { title: 3, questions: 2, tags: 1, text: 1 };

/** The terms of a field, as lunr keeps them. */
export const fieldTerms = (document: SearchDocument, field: FieldName): string[] =>
    valuesOf(document.fields, field).flatMap(value => analyse(value).map(each => encodeHan(each.term)));

const record = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/**
 * A lunr.Index that is changed in place, through what it keeps in the open. lunr weighs terms once and for all when it
 * builds an index; here the vectors leave the rarity of a term out, and each query brings it, so it is never stale and can
 * be that of the documents the viewer may see. Lengths are weighed by the average at the time a document was put.
 */
export class LunrIndex {
    private readonly inverted = record<Posting>();
    private readonly vectors = record<lunr.Vector>();
    private readonly index: lunr.Index;
    private readonly sums = fieldNames.map(() => 0);
    private readonly terms = new Map<string, ReadonlyMap<FieldName, readonly string[]>>();
    private nextTerm = 0;

    constructor() {
        const attributes: Attributes = {
            invertedIndex: this.inverted, fieldVectors: this.vectors, fields: fieldNames, pipeline: new lunr.Pipeline(),
            // lunr looks a clause's term up in a tree; all clauses here are whole terms, for which a look at the postings does
            tokenSet: { intersect: clause => ({ toArray: () => [clause.toArray()[0]].filter(each => each !== undefined && this.inverted[each] !== undefined) }) }
        };
        this.index = new lunr.Index(attributes as unknown as lunr.Index.Attributes);
    }

    put(document: SearchDocument): void {
        const terms = new Map(fieldNames.map(field => [field, fieldTerms(document, field)]));
        this.terms.set(document.id, terms);
        fieldNames.forEach((field, position) => {
            const list = terms.get(field)!;
            this.sums[position] += list.length;
            this.vectors[`${field}/${document.id}`] = this.vectorOf(document.id, field, list, this.sums[position] / this.terms.size || 1);
        });
    }

    remove(id: string): void {
        const terms = this.terms.get(id);
        fieldNames.forEach((field, position) => {
            const list = terms?.get(field) ?? [];
            this.sums[position] -= list.length;
            list.forEach(each => { delete this.postingsOf(each, field)[id]; });
            delete this.vectors[`${field}/${id}`];
        });
        this.terms.delete(id);
    }

    /** Ids of the documents in which a term stands in one of the fields. */
    documentsOf(term: string, fields: readonly FieldName[]): Set<string> {
        const encoded = encodeHan(term);
        return new Set(this.inverted[encoded] === undefined ? [] : fields.flatMap(field => Object.keys(this.postingsOf(encoded, field))));
    }

    /** All terms that begin so. */
    startingWith(beginning: string): string[] {
        const encoded = encodeHan(beginning);
        return Object.keys(this.inverted).filter(each => each.startsWith(encoded)).map(decodeHan);
    }

    /** Scores by document, for terms (encoded) with their weights. */
    search(leaves: readonly { readonly term: string; readonly weight: number; readonly fields: readonly FieldName[] }[]): Map<string, number> {
        if (leaves.length === 0) {
            return new Map();
        }
        const results = this.index.query(query => {
            for (const { term, weight, fields } of leaves) {
                query.term(term, { usePipeline: false, boost: weight, fields: [...fields] });
            }
        });
        return new Map(results.map(each => [each.ref, each.score]));
    }

    get size(): number {
        return Object.keys(this.inverted).length;
    }

    private vectorOf(id: string, field: FieldName, terms: readonly string[], averageLength: number): lunr.Vector {
        const counts = new Map<string, number>();
        terms.forEach(each => counts.set(each, (counts.get(each) ?? 0) + 1));
        const norm = saturation * (1 - lengthWeight + lengthWeight * terms.length / averageLength);
        const elements = [...counts].map(([term, count]) => {
            this.postingsOf(term, field)[id] = record<never>();
            return [this.inverted[term]._index, boosts[field] * (saturation + 1) * count / (norm + count)];
        });
        return new lunr.Vector(elements.sort((a, b) => a[0] - b[0]).flat());
    }

    private postingsOf(term: string, field: FieldName): Record<string, Record<string, never>> {
        this.inverted[term] ??= { _index: this.nextTerm++, ...Object.fromEntries(fieldNames.map(each => [each, record<Record<string, never>>()])) };
        return this.inverted[term][field] as Record<string, Record<string, never>>;
    }
}
