import { describe, expect, it } from 'vitest';
import { PcmBlock } from '../audio-codec';
import { joinLegs } from './two-legs';

async function* leg(samples: readonly number[], block = 3, channels = 1, sampleRate = 1000): AsyncGenerator<PcmBlock> {
    for (let at = 0; at < samples.length; at += block) {
        yield { samples: Int16Array.from(samples.slice(at, at + block)), channels, sampleRate };
    }
}

const joined = async (first: AsyncIterable<PcmBlock>, second: AsyncIterable<PcmBlock>, offsetMs = 0): Promise<[number[], number[]]> => {
    const channels: [number[], number[]] = [[], []];
    for await (const { samples } of joinLegs([first, second], 1000, offsetMs)) {
        samples.forEach((sample, i) => channels[i % 2].push(sample));
    }
    return channels;
};

const count = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('joinLegs', () => {
    it('lets the longer leg decide', async () => {
        expect(await joined(leg(count(1, 10)), leg(count(101, 104)))).toEqual([count(1, 10), [...count(101, 104), 0, 0, 0, 0, 0, 0]]);
    });

    it('moves the second leg back, or the first', async () => {
        expect(await joined(leg([1, 2, 3]), leg([7, 8]), 2)).toEqual([[1, 2, 3, 0], [0, 0, 7, 8]]);
        expect(await joined(leg([1, 2, 3]), leg([7, 8]), -4)).toEqual([[0, 0, 0, 0, 1, 2, 3], [7, 8, 0, 0, 0, 0, 0]]);
    });

    it('joins legs of many blocks of different length', async () => {
        const long = count(1, 20_000).map(value => value % 1000);
        const [first, second] = await joined(leg(long, 777), leg(long.slice(0, 19_000), 50));
        expect(first).toEqual(long);
        expect(second.slice(0, 19_000)).toEqual(long.slice(0, 19_000));
        expect(second).toHaveLength(20_000);
    });

    it('brings a leg of a lower rate up', async () => {
        const [first, second] = await joined(leg(count(1, 500).map(() => 1000), 100, 1, 500), leg(count(1, 1000).map(() => 500)));
        expect(first.length).toBe(1000);
        expect(first.slice(100, 900).every(sample => Math.abs(sample - 1000) < 20)).toBe(true);
        expect(second).toHaveLength(1000);
    });

    it('refuses a leg of two channels', async () => {
        await expect(joined(leg([1, 2], 2, 2), leg([1]))).rejects.toMatchObject({ code: 'legs-not-mono' });
    });

    it('stops reading when nobody listens any more', async () => {
        let closed = 0;
        async function* watched(): AsyncGenerator<PcmBlock> {
            try {
                yield* leg(count(1, 100_000), 1000);
            } finally {
                closed++;
            }
        }
        for await (const block of joinLegs([watched(), watched()], 1000, 0)) {
            expect(block.channels).toBe(2);
            break;
        }
        expect(closed).toBe(2);
    });
});
