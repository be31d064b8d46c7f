import { describe, expect, it } from 'vitest';
import { skipFrom, skippedSilences } from './silence-skipping';
import { voiceBands } from './voice-bands';

const bands = voiceBands([[0, 5000, 8000], [1, 9500, 12_000], [0, 30_000, 31_000]], ['agent', 'customer'], 40_000);

describe('skipping silence', () => {
    it('leaves out long silences and a lead-in, not the pause between two turns', () => {
        expect(skippedSilences(bands)).toEqual([[0, 4700], [12_400, 29_700], [31_400, 39_700]]);
    });
    it('goes on where the next voice is about to begin', () => {
        const skipped = skippedSilences(bands);
        expect(skipFrom(skipped, 0)).toBe(4700);
        expect(skipFrom(skipped, 4700)).toBeUndefined();
        expect(skipFrom(skipped, 12_399)).toBeUndefined();
        expect(skipFrom(skipped, 20_000)).toBe(29_700);
        expect(skipFrom(skipped, 39_900)).toBeUndefined();
    });
    it('never skips what nobody can tell apart from speech', () => expect(skippedSilences(voiceBands([[0, 0, 40_000]], ['mixed'], 40_000))).toEqual([]));
});
