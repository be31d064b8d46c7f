import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scan } from '../analysis/scan';
import { HanRanks } from './han-ranks';
import { readKeys, readTokenStream, TokenStreamWriter, valueEnd } from './token-stream';

/** Words by number; gives what was written and what is read back. */
const roundTrip = (values: readonly string[]): { written: unknown[]; read: unknown[]; keys: number[] } => {
    const ranks = new HanRanks();
    const writer = new TokenStreamWriter(ranks);
    const words: string[] = [];
    const numberOf = (word: string): number => words.includes(word) ? words.indexOf(word) : words.push(word) - 1;
    const written: unknown[] = [];
    const read: unknown[] = [];
    writer.begin();
    writer.field(2);
    values.forEach((value, index) => {
        if (index > 0) {
            writer.value();
            written.push('value');
        }
        scan(value, {
            han: (...token) => { writer.han(...token); written.push(['han', ...token]); },
            word: (word, start, end) => { writer.word(numberOf(word), start, end); written.push(['word', word, start, end]); },
            compound: (word, start, end, parts) => { writer.compound(numberOf(word), end, parts); written.push(['compound', word, start, end]); }
        });
    });
    const bytes = writer.list.written.slice();
    readTokenStream(bytes, ranks, {
        field: number => expect(number).toBe(2),
        value: () => read.push('value'),
        han: (...token) => read.push(['han', ...token]),
        word: (number, start, end) => read.push(['word', words[number], start, end]),
        compound: (number, start, end) => read.push(['compound', words[number], start, end])
    });
    const keys = new Uint32Array(bytes.length + 1);
    return { written, read, keys: [...keys.subarray(0, readKeys(bytes, ranks, 0b100, keys))] };
};

it('gives back what was written', () => {
    const piece = fc.constantFrom('退款', '额度，', ' ', '\n\n', 'Wi-Fi', 'refund ', 'c++', '㈱', '㋿', '。'.repeat(40), '㐀鿿', '𠮷', 'e\u0301', '“', '々', 'ﬁ');
    fc.assert(fc.property(fc.array(fc.array(piece, { maxLength: 8 }).map(each => each.join('')), { minLength: 1, maxLength: 3 }), values => {
        const { written, read } = roundTrip(values);
        expect(read).toEqual(written);
    }), { numRuns: 500 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), value => {
        const { written, read } = roundTrip([value]);
        expect(read).toEqual(written);
    }), { numRuns: 500 });
});

it('gives only the keys', () => {
    expect(roundTrip(['退a款', 'a']).keys).toEqual([valueEnd, 0x9000_0000, 0, 0x6b3e_0000, valueEnd, 0]);
});
