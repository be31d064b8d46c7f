import { fieldNames, type SearchDocument } from '../document';
import { Bitmap } from './bitmap';
import { Integers, Reals, ShortIntegers } from './numbers';

/** Numbers for the few values that an attribute has. */
export class Values {
    private readonly numbers = new Map<string, number>();

    constructor(readonly values: string[] = []) {
        values.forEach((value, index) => this.numbers.set(value, index));
    }

    numberOf(value: string): number {
        const known = this.numbers.get(value);
        if (known !== undefined) {
            return known;
        }
        this.numbers.set(value, this.values.length);
        return this.values.push(value) - 1;
    }

    find(value: string): number | undefined {
        return this.numbers.get(value);
    }
}

/** An attribute by which documents are filtered and counted. The value '' is none. */
export class Attribute {
    constructor(readonly values = new Values(['']), readonly byDocument = new ShortIntegers()) { }

    push(value: string): void {
        this.byDocument.push(this.values.numberOf(value));
    }
}

/** One value for each document's number. */
export interface DocumentColumns {
    readonly live: Bitmap;
    readonly audiences: Map<string, Bitmap>;
    readonly ids: string[];
    readonly titles: string[];
    readonly kind: Attribute;
    readonly category: Attribute;
    readonly language: Attribute;
    readonly validFrom: Reals;
    readonly validUntil: Reals;
    readonly updatedAt: Reals;
    readonly weight: Reals;
    readonly fieldLengths: readonly Integers[];
}

/**
 * What is known of each document, by its number. Numbers rise and are not used again: a changed document gets a new one.
 */
export class DocumentTable {
    readonly numbers = new Map<string, number>();
    readonly live: Bitmap;
    /** who may see which documents */
    readonly audiences: Map<string, Bitmap>;
    /** '' for documents that are gone */
    readonly ids: string[];
    readonly titles: string[];
    readonly kind: Attribute;
    readonly category: Attribute;
    readonly language: Attribute;
    /** −∞ and ∞ where no limit is set */
    readonly validFrom: Reals;
    readonly validUntil: Reals;
    readonly updatedAt: Reals;
    readonly weight: Reals;
    /** tokens by field */
    readonly fieldLengths: readonly Integers[];
    /** where the token stream is */
    streamAddresses = new Integers();
    streamLengths = new Integers();

    constructor(columns: Partial<DocumentColumns> = {}) {
        this.live = columns.live ?? new Bitmap();
        this.audiences = columns.audiences ?? new Map();
        this.ids = columns.ids ?? [];
        this.titles = columns.titles ?? [];
        this.kind = columns.kind ?? new Attribute();
        this.category = columns.category ?? new Attribute();
        this.language = columns.language ?? new Attribute();
        this.validFrom = columns.validFrom ?? new Reals();
        this.validUntil = columns.validUntil ?? new Reals();
        this.updatedAt = columns.updatedAt ?? new Reals();
        this.weight = columns.weight ?? new Reals();
        this.fieldLengths = columns.fieldLengths ?? fieldNames.map(() => new Integers());
        this.live.forEach(number => this.numbers.set(this.ids[number], number));
    }

    /** How many numbers are taken, by documents that are gone too. */
    get count(): number {
        return this.ids.length;
    }

    add(document: SearchDocument, lengths: Uint32Array, streamAddress: number, streamLength: number): number {
        const number = this.ids.push(document.id) - 1;
        this.titles.push(document.fields.title);
        this.kind.push(document.kind);
        this.category.push(document.category ?? '');
        this.language.push(document.language);
        this.validFrom.push(document.validFrom ?? -Infinity);
        this.validUntil.push(document.validUntil ?? Infinity);
        this.updatedAt.push(document.updatedAt);
        this.weight.push(document.weight ?? 1);
        this.streamAddresses.push(streamAddress);
        this.streamLengths.push(streamLength);
        this.fieldLengths.forEach((each, field) => each.push(lengths[field]));
        for (const audience of document.audience) {
            this.audienceOf(audience).add(number);
        }
        this.numbers.set(document.id, number);
        this.live.add(number);
        return number;
    }

    remove(number: number): void {
        this.live.delete(number);
        this.numbers.delete(this.ids[number]);
        this.ids[number] = '';
        this.titles[number] = '';
        for (const each of this.audiences.values()) {
            each.delete(number);
        }
    }

    /** Documents that an audience may see. */
    audienceOf(name: string): Bitmap {
        let found = this.audiences.get(name);
        if (!found) {
            found = new Bitmap();
            this.audiences.set(name, found);
        }
        return found;
    }

    get byteLength(): number {
        const packed = [this.kind.byDocument, this.category.byDocument, this.language.byDocument, this.validFrom, this.validUntil, this.updatedAt, this.weight,
            this.streamAddresses, this.streamLengths, ...this.fieldLengths].reduce((sum, each) => sum + each.byteLength, 0);
        const bitmaps = [this.live, ...this.audiences.values()].reduce((sum, each) => sum + each.words.byteLength, 0);
        // a string of Latin letters takes a byte each, one with others two; 16 for itself, 8 for its place; an entry of a Map 40
        const strings = this.ids.reduce((sum, each) => sum + each.length + 64, 0) + this.titles.reduce((sum, each) => sum + each.length * 2 + 24, 0);
        return packed + bitmaps + strings;
    }
}
