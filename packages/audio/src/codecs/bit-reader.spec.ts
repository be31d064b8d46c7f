import { describe, expect, it } from 'vitest';
import { BitReader, BitsExhausted } from './bit-reader';

const reader = (bits: string): BitReader => new BitReader(Uint8Array.from(bits.match(/.{1,8}/g) ?? [], byte => parseInt(byte.padEnd(8, '0'), 2)));

describe('BitReader', () => {
    it('reads numbers of any width at any place', () => {
        const bits = reader('101' + '0111' + '11111111111111111111111111111110' + '1');
        expect([bits.unsigned(3), bits.signed(4), bits.unsigned(32), bits.signed(1), bits.unsigned(0)]).toEqual([5, 7, 0xfffffffe, -1, 0]);
        expect(bits.position).toBe(40);
    });

    it('counts zeros beyond a word', () => {
        const bits = reader('0'.repeat(70) + '1' + '01');
        expect([bits.unary(), bits.unary()]).toEqual([70, 1]);
    });

    it('unfolds Rice numbers, short and long', () => {
        const rice = (value: number, width: number): string => {
            const folded = value < 0 ? -2 * value - 1 : 2 * value;
            return '0'.repeat(folded >> width) + '1' + (width ? (folded & (1 << width) - 1).toString(2).padStart(width, '0') : '');
        };
        const numbers = [0, -1, 1, 5, -17, 100, -3000, 2];
        for (const width of [0, 3, 9]) {
            const values = new Int32Array(numbers.length);
            reader(numbers.map(value => rice(value, width)).join('')).rice(width, values, 0, values.length);
            expect([...values]).toEqual(numbers);
        }
    });

    it('does not count zeros for ever', () => {
        expect(() => reader('0'.repeat(64)).unary()).toThrow(BitsExhausted);
    });
});
