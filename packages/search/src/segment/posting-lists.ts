import { Bitmap } from './bitmap';
import { ByteArena, offsetOf, segmentOf, slotSize } from './byte-arena';
import { ByteList } from './byte-list';
import { Integers } from './numbers';

/**
 * For every term the documents that contain it, ascending, with how often in each field.
 *
 * One posting is a number 4 × (document − the one before) + form, seven bits to a byte. Most terms stand once or twice in the
 * body and nowhere else, so the form says what follows: 0 nothing (once in the body), 1 nothing (twice), 2 the count in
 * the body, 3 a byte with one bit per field and a count for each that is set.
 */
export const maximumFields = 8;

const noBytes = new Uint8Array(0);

export class PostingLists {
    private readonly scratch = new ByteList();
    private readonly cleaning: PostingCursor;

    constructor(
        /** the number of the field that most terms stand in */
        private readonly body: number,
        public arena = new ByteArena(),
        readonly addresses = new Integers(),
        readonly lengths = new Integers(),
        /** the last document of each list */
        readonly last = new Integers(),
        /** how many live documents contain the term */
        readonly frequencies = new Integers()
    ) {
        this.cleaning = new PostingCursor(this);
    }

    static from(body: number, lists: { arena: ByteArena; addresses: Uint32Array; lengths: Uint32Array }, last: Uint32Array, frequencies: Uint32Array): PostingLists {
        return new PostingLists(body, lists.arena, new Integers(lists.addresses), new Integers(lists.lengths), new Integers(last), new Integers(frequencies));
    }

    /** Moves all lists to new segments, close together: after many were added, much lies between them. */
    pack(): void {
        const packed = new ByteArena();
        for (let term = 0; term < this.lengths.count; term++) {
            if (this.lengths.items[term] > 0) {
                this.addresses.items[term] = packed.write(this.read(term));
            }
        }
        this.arena = packed;
        [this.addresses, this.lengths, this.last, this.frequencies].forEach(each => each.trim());
    }

    /** A list's bytes, not copied. */
    read(term: number): Uint8Array {
        const length = this.lengths.items[term];
        return length === 0 ? noBytes : this.arena.read(this.addresses.items[term], length);
    }

    /** Makes an empty list for the next term. */
    addTerm(): void {
        this.addresses.push(0);
        this.lengths.push(0);
        this.last.push(0);
        this.frequencies.push(0);
    }

    /** Adds a document with a higher number than all before. `counts` has the occurrences by field, from `first`. */
    append(term: number, document: number, counts: Uint32Array, first = 0): void {
        const { scratch } = this;
        scratch.clear();
        this.encode(document - this.last.items[term], counts, first);
        const before = this.lengths.items[term];
        const after = before + scratch.length;
        const address = before === 0 ? this.arena.allocate(after) : this.arena.resize(this.addresses.items[term], before, after);
        scratch.copyTo(this.arena.segments[segmentOf(address)], offsetOf(address) + before);
        this.addresses.items[term] = address;
        this.lengths.items[term] = after;
        this.last.items[term] = document;
        this.frequencies.items[term]++;
    }

    /** Counts a document out. Its posting stays until `clean`; readers leave out what is not live. */
    countOut(term: number): void {
        this.frequencies.items[term]--;
    }

    /** Drops the postings of documents that are not live. They only get shorter, so the list stays in its slot or a smaller one. */
    clean(term: number, live: Bitmap): void {
        const length = this.lengths.items[term];
        if (length === 0) {
            return;
        }
        const cursor = this.cleaning.open(term);
        let dead = false;
        const { scratch } = this;
        scratch.clear();
        let last = 0;
        while (cursor.next()) {
            if (live.has(cursor.document)) {
                this.encode(cursor.document - last, cursor.counts(), 0);
                last = cursor.document;
            } else {
                dead = true;
            }
        }
        if (!dead) {
            return;
        }
        const address = this.addresses.items[term];
        if (scratch.length === 0) {
            this.arena.release(address, length);
        } else {
            const moved = slotSize(scratch.length) === slotSize(length) ? address : this.arena.allocate(scratch.length);
            if (moved !== address) {
                this.arena.release(address, length);
            }
            scratch.copyTo(this.arena.segments[segmentOf(moved)], offsetOf(moved));
            this.addresses.items[term] = moved;
        }
        this.lengths.items[term] = scratch.length;
        this.last.items[term] = last;
    }

    get fieldOfBody(): number {
        return this.body;
    }

    get byteLength(): number {
        return this.arena.size + this.addresses.byteLength + this.lengths.byteLength + this.last.byteLength + this.frequencies.byteLength;
    }

    private encode(distance: number, counts: Uint32Array, first: number): void {
        let fields = 0;
        for (let field = 0; field < maximumFields; field++) {
            fields |= counts[first + field] > 0 ? 1 << field : 0;
        }
        const inBody = counts[first + this.body];
        const form = fields !== 1 << this.body ? 3 : inBody <= 2 ? inBody - 1 : 2;
        this.scratch.number(distance * 4 + form);
        if (form === 2) {
            this.scratch.number(inBody);
        } else if (form === 3) {
            this.scratch.byte(fields);
            for (let field = 0; field < maximumFields; field++) {
                if (counts[first + field] > 0) {
                    this.scratch.number(counts[first + field]);
                }
            }
        }
    }
}

/** Goes through one list after the other. What it reads is good until the index changes. */
export class PostingCursor {
    document = 0;
    /** one bit for each field that the term stands in */
    fields = 0;
    /** occurrences in the body */
    inBody = 0;
    /** occurrences by field; only those of `fields` are meant, and not that of the body */
    readonly others = new Uint32Array(maximumFields);
    private readonly all = new Uint32Array(maximumFields);
    private bytes: Uint8Array = noBytes;
    private readonly body: number;
    private position = 0;
    private end = 0;

    constructor(private readonly lists: PostingLists) {
        this.body = lists.fieldOfBody;
    }

    /** Begins a term's list. */
    open(term: number): this {
        const { addresses, lengths, arena } = this.lists;
        const address = addresses.items[term];
        const length = lengths.items[term];
        this.bytes = length === 0 ? noBytes : arena.segments[segmentOf(address)];
        this.position = length === 0 ? 0 : offsetOf(address);
        this.end = this.position + length;
        this.document = 0;
        return this;
    }

    next(): boolean {
        if (this.position >= this.end) {
            return false;
        }
        const value = this.number();
        this.document += value >>> 2;
        const form = value & 3;
        if (form === 3) {
            this.readFields();
        } else {
            this.fields = 1 << this.body;
            this.inBody = form === 2 ? this.number() : form + 1;
        }
        return true;
    }

    /** Occurrences by field; good until it is called again. */
    counts(): Uint32Array {
        const { all: counts } = this;
        for (let field = 0; field < maximumFields; field++) {
            counts[field] = (this.fields >>> field & 1) === 0 ? 0 : field === this.body ? this.inBody : this.others[field];
        }
        return counts;
    }

    private readFields(): void {
        this.fields = this.bytes[this.position++];
        this.inBody = 0;
        for (let field = 0, rest = this.fields; rest !== 0; field++, rest >>>= 1) {
            if (rest & 1) {
                const count = this.number();
                if (field === this.body) {
                    this.inBody = count;
                } else {
                    this.others[field] = count;
                }
            }
        }
    }

    private number(): number {
        const { bytes } = this;
        let next = bytes[this.position++];
        let value = next & 0x7f;
        for (let shift = 7; next & 0x80; shift += 7) {
            next = bytes[this.position++];
            value |= (next & 0x7f) << shift;
        }
        return value;
    }
}
