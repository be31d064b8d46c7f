import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomIndices, xoshiro128 } from '../resampling/random-indices';
import { randomOrder, simpleRandomSample, systematicSample } from './random-sample';

describe('the generator', () => {
    it('gives the words of the reference implementation', () => {
        // Made with Blackman & Vigna's xoshiro128starstar.c: the test data of github.com/edorfaus/xoshiro-6502.
        const next = xoshiro128([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0]);
        expect([next(), next(), next(), next()]).toEqual([0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70]);
        // By hand, from the smallest state: 2 × 5 turned by 7 bits × 9, then 0, then 1029 × 5 × 128 × 9.
        const small = xoshiro128([1, 2, 3, 4]);
        expect([small(), small(), small()]).toEqual([11_520, 0, 5_927_040]);
    });
});

describe('a simple random sample', () => {
    it('has every set of two of four equally often', () => {
        const draw = randomIndices(11);
        const counts = new Map<string, number>();
        for (let i = 0; i < 12_000; i++) {
            const key = simpleRandomSample(4, 2, draw).sort().join();
            counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        expect(counts.size).toBe(6);
        // Chi-square with 5 degrees of freedom; 20.5 is its 99.9 % quantile.
        expect([...counts.values()].reduce((sum, each) => sum + (each - 2000) ** 2 / 2000, 0)).toBeLessThan(20.5);
    });

    it('is the beginning of the random order of the same seed, and of no unit twice', () => {
        fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (population, seed, share) => {
            const size = Math.floor(population * share);
            const order = randomOrder(population, randomIndices(seed));
            expect(simpleRandomSample(population, size, randomIndices(seed))).toEqual(order.slice(0, size));
            expect([...order].sort((one, other) => one - other)).toEqual(Array.from({ length: population }, (_, unit) => unit));
        }));
    });

    it('cannot be larger than the population', () => {
        expect(() => simpleRandomSample(3, 4, randomIndices(1))).toThrow(RangeError);
        expect(() => systematicSample(3, 1.5, randomIndices(1))).toThrow(RangeError);
    });
});

describe('a systematic sample', () => {
    it('takes equal steps from its start', () => {
        expect(systematicSample(12, 3, () => 0)).toEqual([0, 4, 8]);
        expect(systematicSample(12, 3, () => 11)).toEqual([3, 7, 11]);
        expect(systematicSample(10, 3, () => 5)).toEqual([1, 5, 8]);
        expect(systematicSample(5, 0, () => 0)).toEqual([]);
    });

    it('gives every unit the same chance, whatever the remainder', () => {
        for (const [population, size] of [[10, 3], [7, 7], [13, 5], [100, 1]] as const) {
            const counts = new Array<number>(population).fill(0);
            for (let start = 0; start < population; start++) {
                systematicSample(population, size, () => start).forEach(unit => { counts[unit] += 1; });
            }
            expect(new Set(counts)).toEqual(new Set([size]));
        }
    });
});
