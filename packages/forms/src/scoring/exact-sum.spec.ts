import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from './exact-sum';

/** The exact value of a double as a multiple of 2⁻¹⁰⁷⁴. */
const scaled = (value: number): bigint => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    const bits = view.getBigUint64(0);
    const exponent = (bits >> 52n) & 0x7ffn;
    const fraction = bits & 0xfffffffffffffn;
    const magnitude = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
    return bits >> 63n ? -magnitude : magnitude;
};

const distance = (left: bigint, right: bigint): bigint => left > right ? left - right : right - left;

describe('exactSum', () => {
    it('keeps what plain addition loses', () => {
        expect(exactSum([1e16, 1, 1, -1e16])).toBe(2);
        expect(exactSum([0.1, 0.2, 0.3, -0.3, -0.2, -0.1])).toBe(0);
        expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
        expect(exactSum([])).toBe(0);
    });

    it('breaks ties by what lies below', () => {
        expect(exactSum([1, 2 ** -53, 2 ** -106])).toBe(1 + 2 ** -52);
        expect(exactSum([1, 2 ** -53, -(2 ** -106)])).toBe(1);
    });

    it('is the nearest double, in any order', () => {
        const numbers = fc.array(fc.double({ min: -1e18, max: 1e18, noNaN: true }), { maxLength: 40 });
        fc.assert(fc.property(numbers, values => {
            const sum = exactSum(values);
            const exact = values.map(scaled).reduce((total, value) => total + value, 0n);
            const bits = new DataView(new ArrayBuffer(8));
            bits.setFloat64(0, Math.abs(sum));
            const neighbour = (offset: bigint): number => {
                const copy = new DataView(new ArrayBuffer(8));
                copy.setBigUint64(0, bits.getBigUint64(0) + offset);
                return Math.sign(sum) * copy.getFloat64(0);
            };
            if (sum !== 0) {
                expect(distance(scaled(sum), exact) <= distance(scaled(neighbour(1n)), exact)).toBe(true);
                expect(distance(scaled(sum), exact) <= distance(scaled(neighbour(-1n)), exact)).toBe(true);
            } else {
                expect(exact).toBe(0n);
            }
            expect(exactSum([...values].reverse())).toBe(sum);
            expect(exactSum([...values].sort((left, right) => left - right))).toBe(sum);
        }));
    });
});
