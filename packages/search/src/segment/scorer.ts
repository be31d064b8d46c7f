import { fieldNames } from '../document';
import type { Bitmap } from './bitmap';
import { PostingCursor } from './posting-lists';
import type { Ranking } from './ranking';
import type { SegmentIndex } from './segment-index';
import type { View } from './views';

/** Arrays with a place for each document, used by one search after the other. Between searches all scores are 0. */
export class Accumulator {
    scores = new Float32Array(0);
    touched = new Uint32Array(0);
    /** of one term: its documents, and what each is worth before the term's weight */
    documents = new Uint32Array(0);
    worths = new Float32Array(0);
    count = 0;

    prepare(documents: number): void {
        if (this.scores.length < documents) {
            const room = Math.ceil(documents * 1.25);
            this.scores = new Float32Array(room);
            this.touched = new Uint32Array(room);
            this.documents = new Uint32Array(room);
            this.worths = new Float32Array(room);
        }
    }

    clear(): void {
        for (let index = 0; index < this.count; index++) {
            this.scores[this.touched[index]] = 0;
        }
        this.count = 0;
    }

    get byteLength(): number {
        return this.scores.byteLength * 4;
    }
}

/** Adds the worth of one term after the other to the documents of a view. The formula stands in ranking.ts. */
export class Scorer {
    private readonly cursor: PostingCursor;
    private readonly k: number;
    private readonly body: { weight: number; base: number; slope: number; lengths: Uint32Array };
    private readonly fields: readonly { weight: number; base: number; slope: number; alone: number; lengths: Uint32Array }[];

    constructor(private readonly index: SegmentIndex, private readonly view: View, ranking: Ranking, private readonly accumulator: Accumulator) {
        accumulator.prepare(index.parts.documents.count);
        this.cursor = new PostingCursor(index.parts.postings);
        this.k = ranking.saturation;
        this.fields = fieldNames.map((name, field) => {
            const { weight, b, alone } = ranking.fields[name];
            return { weight, alone, base: 1 - b, slope: b / view.averageLengths[field], lengths: index.parts.documents.fieldLengths[field].items };
        });
        this.body = this.fields[index.parts.postings.fieldOfBody];
    }

    /** @param fields in which fields the term is looked for, one bit each */
    add(term: number, weight: number, fields: number, allowed: Bitmap): void {
        const found = this.collect(term, fields, allowed);
        const frequency = this.view.frequencyOf(term, fields);
        const idf = Math.log(1 + (this.view.size - frequency + 0.5) / (frequency + 0.5));
        const factor = idf * weight * (this.k + 1);
        const { scores, touched, documents, worths } = this.accumulator;
        let { count } = this.accumulator;
        for (let index = 0; index < found; index++) {
            const document = documents[index];
            if (scores[document] === 0) {
                touched[count++] = document;
            }
            scores[document] += factor * worths[index];
        }
        this.accumulator.count = count;
    }

    /** The documents of a term that are allowed, and their worths; returns how many. */
    private collect(term: number, fields: number, allowed: Bitmap): number {
        const { documents, worths } = this.accumulator;
        const { words } = allowed;
        const { k, body } = this;
        const bodyOnly = 1 << this.index.parts.postings.fieldOfBody;
        const cursor = this.cursor.open(term);
        let count = 0;
        while (cursor.next()) {
            const document = cursor.document;
            if ((words[document >>> 5] >>> (document & 31) & 1) === 0 || (cursor.fields & fields) === 0) {
                continue;
            }
            documents[count] = document;
            if (cursor.fields === bodyOnly) {
                const frequency = body.weight * cursor.inBody / (body.base + body.slope * body.lengths[document]);
                worths[count++] = frequency / (k + frequency);
            } else {
                worths[count++] = this.worthOfFields(cursor, fields);
            }
        }
        return count;
    }

    private worthOfFields(cursor: PostingCursor, fields: number): number {
        let sum = 0;
        let alone = 0;
        for (let field = 0, rest = cursor.fields & fields; rest !== 0; field++, rest >>>= 1) {
            if (rest & 1) {
                const each = this.fields[field];
                const occurrences = each === this.body ? cursor.inBody : cursor.others[field];
                const frequency = occurrences / (each.base + each.slope * each.lengths[cursor.document]);
                sum += each.weight * frequency;
                alone += each.alone * frequency / (this.k + frequency);
            }
        }
        return sum / (this.k + sum) + alone;
    }
}
