import { ByteList, ByteReader } from './byte-list';
import { HanRanks, oneByteRanks } from './han-ranks';

/**
 * A document's tokens with their places, in one byte list: from it come phrases, highlights, near-duplicates and what a
 * document's removal takes out of the index. Places are offsets in the original text.
 *
 * | byte | what follows |
 * | --- | --- |
 * | 00–9F | a Han character, by its rank (see HanRanks) |
 * | A0–BF | a Han character: rank 160 and up, one more byte |
 * | C0 | a Han character: its code in two bytes |
 * | C1–DF | a word: its number, one more byte; then its length |
 * | E0 | a word: its number; then its length |
 * | E1 | a compound of the words before: its number, how many words, how far it goes beyond them (c++) |
 * | E2 | the next token's start, as difference from where it would be, and its length |
 * | E3 | a gap, its length |
 * | E4 | the next value of the field |
 * | E5 | the next field, its number |
 * | E6 | the next Han character does not join the one before |
 * | E8–FF | a gap of 1 to 24 units |
 *
 * A token begins where the one before ended, a word after a word one further (for the space).
 */
const rankedInTwo = oneByteRanks;
const rawHan = 0xc0;
const wordInTwo = 0xc1;
const word = 0xe0;
const compound = 0xe1;
const extent = 0xe2;
const gap = 0xe3;
const nextValue = 0xe4;
const nextField = 0xe5;
const unjoined = 0xe6;
const shortGap = 0xe7;
const longestShortGap = 0xff - shortGap;
const ranksInTwo = rankedInTwo + (rawHan - rankedInTwo) * 256;
const wordsInTwo = (word - wordInTwo) * 256;

export interface StreamSink {
    field(number: number): void;
    /** a new value of the same field; the first of each field is not announced */
    value(): void;
    han(code: number, start: number, end: number, joined: boolean): void;
    word(number: number, start: number, end: number): void;
    compound(number: number, start: number, end: number): void;
}

export class TokenStreamWriter {
    readonly list = new ByteList();
    private end = 0;
    private last: 'han' | 'word' | undefined;

    constructor(private readonly ranks: HanRanks) { }

    begin(): void {
        this.list.clear();
    }

    field(number: number): void {
        this.list.byte(nextField);
        this.list.byte(number);
        this.end = 0;
        this.last = undefined;
    }

    value(): void {
        this.list.byte(nextValue);
        this.end = 0;
        this.last = undefined;
    }

    han(code: number, start: number, end: number, joined: boolean): void {
        const separated = this.place(start, end - start, end - start === 1, false);
        if (!joined && !separated && this.last === 'han') {
            this.list.byte(unjoined);
        }
        const rank = this.ranks.rankOf(code);
        if (rank < rankedInTwo) {
            this.list.byte(rank);
        } else if (rank < ranksInTwo) {
            this.list.byte(rankedInTwo + (rank - rankedInTwo >> 8));
            this.list.byte(rank - rankedInTwo & 0xff);
        } else {
            this.list.byte(rawHan);
            this.list.byte(code >> 8);
            this.list.byte(code & 0xff);
        }
        this.end = end;
        this.last = 'han';
    }

    word(number: number, start: number, end: number): void {
        this.place(start, end - start, true, true);
        if (number < wordsInTwo) {
            this.list.byte(wordInTwo + (number >> 8));
            this.list.byte(number & 0xff);
        } else {
            this.list.byte(word);
            this.list.number(number);
        }
        this.list.number(end - start);
        this.end = end;
        this.last = 'word';
    }

    compound(number: number, end: number, parts: number): void {
        this.list.byte(compound);
        this.list.number(number);
        this.list.number(parts);
        this.list.number(end - this.end);
    }

    /** Says where the next token begins unless it is where it would be; whether it wrote a gap. */
    private place(start: number, length: number, regular: boolean, isWord: boolean): boolean {
        const distance = start - this.end - (isWord && this.last === 'word' ? 1 : 0);
        if (distance < 0 || !regular) {
            this.list.byte(extent);
            this.list.signed(distance);
            this.list.number(length);
            return false;
        }
        if (distance > longestShortGap) {
            this.list.byte(gap);
            this.list.number(distance);
        } else if (distance > 0) {
            this.list.byte(shortGap + distance);
        }
        return distance > 0;
    }
}

/** Gives the tokens of a stream in order. */
export const readTokenStream = (bytes: Uint8Array, ranks: HanRanks, sink: StreamSink): void => {
    const reader = new ByteReader(bytes);
    const starts: number[] = [];
    let end = 0;
    let distance = 0;
    let length = -1;
    let separated = false;
    let last: 'han' | 'word' | undefined;
    const restart = (): void => {
        end = 0;
        last = undefined;
        separated = false;
        starts.length = 0;
    };
    while (!reader.atEnd) {
        const code = reader.byte();
        if (code <= rawHan) {
            const character = code < rankedInTwo ? ranks.codes[code]
                : code < rawHan ? ranks.codes[rankedInTwo + (code - rankedInTwo << 8) + reader.byte()]
                    : (reader.byte() << 8) + reader.byte();
            const start = end + distance;
            end = start + (length < 0 ? 1 : length);
            sink.han(character, start, end, last === 'han' && !separated);
            last = 'han';
        } else if (code <= word) {
            const number = code < word ? (code - wordInTwo << 8) + reader.byte() : reader.number();
            const start = end + distance + (last === 'word' ? 1 : 0);
            end = start + reader.number();
            starts.push(start);
            sink.word(number, start, end);
            last = 'word';
        } else {
            switch (code) {
                case compound: {
                    const number = reader.number();
                    const start = starts[starts.length - reader.number()];
                    sink.compound(number, start, end + reader.number());
                    continue;
                }
                case extent: distance = reader.signed(); length = reader.number(); continue;
                case nextValue: restart(); sink.value(); break;
                case nextField: restart(); sink.field(reader.byte()); break;
                case unjoined: separated = true; continue;
                default:
                    distance = code === gap ? reader.number() : code - shortGap;
                    separated = true;
                    continue;
            }
        }
        distance = 0;
        length = -1;
        separated = false;
    }
};

/** Ends a value among the keys that `readKeys` gives. */
export const valueEnd = 0xffff_ffff;

/**
 * Only the keys of a stream's characters (2¹⁶ × code) and words, in order, a `valueEnd` after each value. For looking
 * through many documents: nothing else is worked out.
 *
 * @param fields which fields are read, one bit each
 * @returns how many keys were put into `keys`, which must have room for one more than the stream has bytes
 */
export const readKeys = (bytes: Uint8Array, ranks: HanRanks, fields: number, keys: Uint32Array): number => {
    const { codes } = ranks;
    const reader = new ByteReader(bytes);
    let count = 0;
    let wanted = true;
    const put = (key: number): void => {
        if (wanted) {
            keys[count++] = key;
        }
    };
    while (!reader.atEnd) {
        const code = reader.byte();
        if (code < rankedInTwo) {
            put((codes[code] << 16) >>> 0);
        } else if (code < rawHan) {
            put((codes[rankedInTwo + (code - rankedInTwo << 8) + reader.byte()] << 16) >>> 0);
        } else if (code === rawHan) {
            put(((reader.byte() << 8) + reader.byte() << 16) >>> 0);
        } else if (code <= word) {
            put(code < word ? (code - wordInTwo << 8) + reader.byte() : reader.number());
            reader.number();
        } else if (code === compound) {
            reader.number();
            reader.number();
            reader.number();
        } else if (code === extent) {
            reader.number();
            reader.number();
        } else if (code === gap) {
            reader.number();
        } else if (code === nextValue) {
            put(valueEnd);
        } else if (code === nextField) {
            put(valueEnd);
            wanted = (fields >>> reader.byte() & 1) === 1;
        }
    }
    return count;
};
