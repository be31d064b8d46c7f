import { describe, expect, it } from 'vitest';
import { encodeMuLaw, g711Conversion } from './g711';

const allCodes = Uint8Array.from({ length: 256 }, (_, code) => code);
const decode = (codes: Uint8Array): Int16Array => g711Conversion('mulaw')(codes, new Int16Array(codes.length));

describe('encodeMuLaw', () => {
    it('finds back every code but negative zero', () => {
        const found = encodeMuLaw(decode(allCodes), new Uint8Array(256));
        expect([...found]).toEqual([...allCodes].map(code => code === 0x7f ? 0xff : code));
    });

    it('takes the nearest of all values for every sample, to the step of the law', () => {
        const values = [...decode(allCodes)];
        const samples = Int16Array.from({ length: 4096 }, (_, i) => -32768 + 16 * i);
        const coded = decode(encodeMuLaw(samples, new Uint8Array(4096)));
        for (let i = 0; i < samples.length; i++) {
            const best = Math.min(...values.map(value => Math.abs(value - samples[i])));
            expect(Math.abs(coded[i] - samples[i])).toBeLessThanOrEqual(best + 4);
        }
    });

    it('keeps silence silent', () => {
        expect([...encodeMuLaw(Int16Array.of(0, 1, -1), new Uint8Array(3))]).toEqual([0xff, 0xff, 0xff]);
    });
});
