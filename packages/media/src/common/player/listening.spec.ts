import { describe, expect, it } from 'vitest';
import { interrupt, listen, nothingHeard, takeHeard, type Listening, type PlaybackMoment } from './listening';

const at = (clockMs: number, positionMs: number, audible = true, rate = 1): PlaybackMoment => ({ clockMs, positionMs, audible, rate });
const after = (...moments: readonly PlaybackMoment[]): Listening => moments.reduce(listen, nothingHeard);

describe('what was heard', () => {
    it('grows with playback, at any speed', () => {
        expect(takeHeard(after(at(0, 1000), at(100, 1100), at(200, 1200))).heard).toEqual([[1000, 1200]]);
        expect(takeHeard(after(at(0, 0, true, 3), at(1000, 3000, true, 3))).heard).toEqual([[0, 3000]]);
    });
    it('leaves out what was jumped over, forwards and backwards', () => {
        expect(takeHeard(after(at(0, 0), at(100, 100), at(200, 60_000), at(300, 60_100), at(400, 50), at(500, 150))).heard).toEqual([[0, 150], [60_000, 60_100]]);
    });
    it('leaves out a small jump that is announced', () => {
        const before = after(at(0, 0), at(100, 100));
        expect(takeHeard([at(110, 300), at(210, 400)].reduce(listen, interrupt(before))).heard).toEqual([[0, 100], [300, 400]]);
    });
    it('leaves out what nobody could hear, but counts up to the moment of the pause', () => {
        expect(takeHeard(after(at(0, 0), at(100, 100), at(150, 150, false), at(5000, 150, false), at(5100, 250, false))).heard).toEqual([[0, 150]]);
    });
    it('counts once what was heard twice', () => {
        expect(takeHeard(after(at(0, 0), at(500, 500), at(600, 0), at(1100, 500), at(1300, 700))).heard).toEqual([[0, 700]]);
    });
    it('is handed over once, and playback goes on without a gap', () => {
        const first = takeHeard(after(at(0, 0), at(400, 399.6)));
        expect(first.heard).toEqual([[0, 400]]);
        expect(takeHeard(listen(first.rest, at(700, 700))).heard).toEqual([[399, 700]]);
        expect(takeHeard(first.rest).heard).toEqual([]);
    });
});
