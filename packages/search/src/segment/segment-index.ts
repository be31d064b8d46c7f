import { scan } from '../analysis/scan';
import { fieldNames, type SearchDocument, valuesOf } from '../document';
import { ByteArena } from './byte-arena';
import { bigramKey, characterKey, Dictionary } from './dictionary';
import { DocumentTable } from './document-table';
import { maximumFields, PostingLists } from './posting-lists';
import { PinyinIndex } from './pinyin-index';
import { HanRanks } from './han-ranks';
import { readKeys, readTokenStream, type StreamSink, TokenStreamWriter } from './token-stream';
import { Vocabulary } from './vocabulary';

const bodyField = fieldNames.length - 1;
/** How much of the lists each change cleans of documents that are gone: in 27,000 articles all after some 400 changes. */
const bytesPerChange = 2 ** 16;

const none = new Uint32Array(0);

/** What an index consists of; a snapshot holds the same. */
export interface IndexParts {
    readonly documents: DocumentTable;
    readonly dictionary: Dictionary;
    readonly vocabulary: Vocabulary;
    readonly ranks: HanRanks;
    readonly postings: PostingLists;
    readonly streams: ByteArena;
    readonly pinyin: PinyinIndex;
}

export const emptyParts = (): IndexParts => ({
    documents: new DocumentTable(), dictionary: new Dictionary(), vocabulary: new Vocabulary(), ranks: new HanRanks(),
    postings: new PostingLists(bodyField), streams: new ByteArena(), pinyin: new PinyinIndex()
});

/**
 * The index, changed in place. Adding appends to the lists of a document's terms; removing counts the document out of
 * them, and the postings themselves are dropped bit by bit as other changes are made.
 */
export class SegmentIndex {
    /** rises with each change */
    version = 0;
    private readonly writer: TokenStreamWriter;
    private readonly lengths = new Uint32Array(maximumFields);
    /** the terms of one document, how often each stands in each field, and where in these lists each term is */
    private terms = new Uint32Array(1024);
    private counts = new Uint32Array(1024 * maximumFields);
    private termCount = 0;
    private places = none;
    private keys = none;
    private nextToClean = 0;
    private toClean = 0;

    constructor(readonly parts: IndexParts = emptyParts()) {
        this.writer = new TokenStreamWriter(parts.ranks);
    }

    /** Adds documents, each in the place of one with the same id. */
    putAll(documents: readonly SearchDocument[]): void {
        const before = this.parts.documents.live.count();
        documents.forEach(each => this.put(each));
        this.places = none;
        if (documents.length > before) {
            this.parts.postings.pack();
            this.parts.dictionary.keys.trim();
        }
    }

    private put(document: SearchDocument): void {
        this.remove(document.id);
        const { documents, postings, streams, pinyin } = this.parts;
        this.write(document);
        const stream = this.writer.list.written;
        const number = documents.add(document, this.lengths, streams.write(stream), stream.length);
        for (let place = 0; place < this.termCount; place++) {
            postings.append(this.terms[place], number, this.counts, place * maximumFields);
        }
        pinyin.add([document.fields.title, ...document.fields.questions ?? []]);
        this.version++;
    }

    /** Whether there was such a document. */
    remove(id: string): boolean {
        const { documents, postings, streams } = this.parts;
        const number = documents.numbers.get(id);
        if (number === undefined) {
            return false;
        }
        this.readTerms(number);
        this.terms.subarray(0, this.termCount).forEach(term => postings.countOut(term));
        streams.release(documents.streamAddresses.items[number], documents.streamLengths.items[number]);
        documents.remove(number);
        this.toClean = this.parts.dictionary.size;
        this.clean(bytesPerChange);
        this.version++;
        return true;
    }

    /** Gives the tokens of a document in order. */
    read(number: number, sink: StreamSink): void {
        const { documents, streams, ranks } = this.parts;
        readTokenStream(streams.read(documents.streamAddresses.items[number], documents.streamLengths.items[number]), ranks, sink);
    }

    /** The keys of a document's tokens in some fields, see `readKeys`; good until it is called again. */
    keysOf(number: number, fields: number): Uint32Array {
        const { documents, streams, ranks } = this.parts;
        const length = documents.streamLengths.items[number];
        if (this.keys.length <= length) {
            this.keys = new Uint32Array(length * 2 + 1);
        }
        const count = readKeys(streams.read(documents.streamAddresses.items[number], length), ranks, fields, this.keys);
        return this.keys.subarray(0, count);
    }

    /** The number of an adjoining pair, a character or a word in the dictionary, or −1. */
    find(kind: 'bigram' | 'character' | 'word' | 'compound', written: string): number {
        if (kind === 'bigram') {
            return this.parts.dictionary.find(bigramKey(written.charCodeAt(0), written.charCodeAt(1)));
        }
        if (kind === 'character') {
            return this.parts.dictionary.find(characterKey(written.charCodeAt(0)));
        }
        const word = this.parts.vocabulary.find(written);
        return word < 0 ? -1 : this.parts.dictionary.find(word);
    }

    get byteLength(): number {
        const { documents, dictionary, vocabulary, postings, streams, pinyin } = this.parts;
        return documents.byteLength + dictionary.byteLength + vocabulary.byteLength + postings.byteLength + streams.size + pinyin.byteLength;
    }

    /** Tokens into the stream, terms into the list of terms. */
    private write(document: SearchDocument): void {
        const { writer, lengths } = this;
        const { vocabulary } = this.parts;
        this.termCount = 0;
        writer.begin();
        lengths.fill(0);
        fieldNames.forEach((name, field) => {
            const values = valuesOf(document.fields, name);
            let before = 0;
            const sink = {
                han: (code: number, start: number, end: number, joined: boolean): void => {
                    writer.han(code, start, end, joined);
                    this.noteHan(field, code, joined ? before : 0);
                    before = code;
                    lengths[field]++;
                },
                word: (text: string, start: number, end: number): void => {
                    const number = vocabulary.numberOf(text);
                    writer.word(number, start, end);
                    this.note(field, this.termOf(number));
                    lengths[field]++;
                },
                compound: (text: string, _start: number, end: number, parts: number): void => {
                    const number = vocabulary.numberOf(text);
                    writer.compound(number, end, parts);
                    this.note(field, this.termOf(number));
                    lengths[field]++;
                }
            };
            if (values.length > 0) {
                writer.field(field);
            }
            values.forEach((value, index) => {
                if (index > 0) {
                    writer.value();
                }
                scan(value, sink);
            });
        });
    }

    /** The terms of a document that is there, from its stream, into the list of terms. */
    private readTerms(number: number): void {
        this.termCount = 0;
        let field = 0;
        let before = 0;
        const word = (index: number): void => this.note(field, this.termOf(index));
        this.read(number, {
            field: index => { field = index; },
            value: () => { },
            han: (code, _start, _end, joined) => {
                this.noteHan(field, code, joined ? before : 0);
                before = code;
            },
            word,
            compound: word
        });
    }

    private noteHan(field: number, code: number, before: number): void {
        this.note(field, this.termOf(characterKey(code)));
        if (before !== 0) {
            this.note(field, this.termOf(bigramKey(before, code)));
        }
    }

    private termOf(key: number): number {
        const { dictionary, postings } = this.parts;
        const term = dictionary.findOrAdd(key);
        if (term === postings.addresses.count) {
            postings.addTerm();
        }
        return term;
    }

    private note(field: number, term: number): void {
        const { terms } = this;
        if (term >= this.places.length) {
            const larger = new Uint32Array(Math.ceil(Math.max(term + 1, this.parts.dictionary.size) * 1.25));
            larger.set(this.places);
            this.places = larger;
        }
        let place = this.places[term];
        if (terms[place] !== term || place >= this.termCount) {
            place = this.termCount++;
            this.places[term] = place;
            terms[place] = term;
            this.counts.fill(0, place * maximumFields, (place + 1) * maximumFields);
            if (this.termCount === terms.length) {
                this.makeRoom();
            }
        }
        this.counts[place * maximumFields + field]++;
    }

    private makeRoom(): void {
        const terms = new Uint32Array(this.terms.length * 2);
        terms.set(this.terms);
        const counts = new Uint32Array(this.counts.length * 2);
        counts.set(this.counts);
        this.terms = terms;
        this.counts = counts;
    }

    /** Whether postings of documents that are gone are left. */
    get unclean(): boolean {
        return this.toClean > 0;
    }

    /** Drops the postings of documents that are gone from some of the lists, so many bytes of them, or from all. */
    clean(bytes = Infinity): void {
        const { postings, documents, dictionary } = this.parts;
        for (let left = bytes; left > 0 && this.toClean > 0; this.toClean--) {
            this.nextToClean = this.nextToClean >= dictionary.size - 1 ? 0 : this.nextToClean + 1;
            left -= postings.lengths.items[this.nextToClean] + 1;
            postings.clean(this.nextToClean, documents.live);
        }
    }
}
