import { fieldNames } from '../document';
import type { SearchFilter, Viewer } from '../search-engine';
import { Bitmap } from './bitmap';
import type { Attribute } from './document-table';
import { PostingCursor } from './posting-lists';
import type { SegmentIndex } from './segment-index';

/**
 * The documents that a viewer may see and a filter lets through, as a set, with the statistics that ranking needs, taken
 * from these documents alone. A search in a view gives what an index of only its documents would give.
 */
export class View {
    readonly averageLengths: readonly number[];
    readonly size: number;
    private readonly everything: boolean;
    private readonly frequencies = new Map<number, number>();
    private readonly cursor: PostingCursor;

    constructor(
        private readonly index: SegmentIndex,
        readonly documents: Bitmap,
        /** from when until when these are the documents that are valid */
        readonly since: number,
        readonly until: number
    ) {
        const { live, fieldLengths } = index.parts.documents;
        this.cursor = new PostingCursor(index.parts.postings);
        this.size = documents.count();
        this.everything = this.size === live.count();
        const sums = fieldNames.map(() => 0);
        documents.forEach(document => {
            for (let field = 0; field < sums.length; field++) {
                sums[field] += fieldLengths[field].items[document];
            }
        });
        this.averageLengths = sums.map(each => each > 0 ? each / this.size : 1);
    }

    /** How many of the documents contain a term in one of the fields (one bit each). */
    frequencyOf(term: number, fields: number): number {
        const all = fields === allFields;
        if (all && this.everything) {
            return this.index.parts.postings.frequencies.items[term];
        }
        const key = term * 256 + fields;
        const known = this.frequencies.get(key);
        if (known !== undefined) {
            return known;
        }
        const cursor = this.cursor.open(term);
        let count = 0;
        while (cursor.next()) {
            if ((cursor.fields & fields) !== 0 && this.documents.has(cursor.document)) {
                count++;
            }
        }
        if (this.frequencies.size < 100_000) {
            this.frequencies.set(key, count);
        }
        return count;
    }
}

export const allFields = (1 << fieldNames.length) - 1;

const cachedViews = 32;

/** Makes views, and keeps those used last until the index changes. */
export class Views {
    private readonly kept = new Map<string, View>();
    private version = -1;

    constructor(private readonly index: SegmentIndex) { }

    of(viewer: Viewer, filter: SearchFilter = {}): View {
        if (this.version !== this.index.version) {
            this.kept.clear();
            this.version = this.index.version;
        }
        // groups for which there is nothing make no difference: many people share a view
        const audience = viewer.audience === 'unrestricted' ? '*' : viewer.audience.filter(each => this.index.parts.documents.audiences.has(each)).sort();
        const key = JSON.stringify([audience, viewer.at === 'always', filter.kinds, filter.categories, filter.languages]);
        const known = this.kept.get(key);
        const at = viewer.at;
        const view = known && (at === 'always' || known.since <= at && at < known.until) ? known : this.make(viewer, filter);
        this.kept.delete(key);
        this.kept.set(key, view);
        if (this.kept.size > cachedViews) {
            this.kept.delete(this.kept.keys().next().value!);
        }
        return view;
    }

    private make(viewer: Viewer, filter: SearchFilter): View {
        const { live, audiences, kind, category, language } = this.index.parts.documents;
        const documents = live.copy();
        if (viewer.audience !== 'unrestricted') {
            const allowed = new Bitmap();
            viewer.audience.forEach(each => allowed.unite(audiences.get(each) ?? new Bitmap()));
            documents.intersect(allowed);
        }
        keepValues(documents, kind, filter.kinds);
        keepValues(documents, category, filter.categories);
        keepValues(documents, language, filter.languages);
        return viewer.at === 'always' ? new View(this.index, documents, -Infinity, Infinity) : this.keepValid(documents, viewer.at);
    }

    private keepValid(documents: Bitmap, at: number): View {
        const { validFrom, validUntil } = this.index.parts.documents;
        let since = -Infinity;
        let until = Infinity;
        documents.copy().forEach(document => {
            const from = validFrom.items[document];
            const to = validUntil.items[document];
            for (const boundary of [from, to]) {
                if (boundary <= at) {
                    since = Math.max(since, boundary);
                } else {
                    until = Math.min(until, boundary);
                }
            }
            if (at < from || at >= to) {
                documents.delete(document);
            }
        });
        return new View(this.index, documents, since, until);
    }
}

const keepValues = (documents: Bitmap, attribute: Attribute, values: readonly string[] | undefined): void => {
    if (values === undefined || values.length === 0) {
        return;
    }
    const wanted = new Set(values.map(each => attribute.values.find(each)));
    const numbers = attribute.byDocument.items;
    documents.copy().forEach(document => {
        if (!wanted.has(numbers[document])) {
            documents.delete(document);
        }
    });
};
