import { describe, expect, it } from 'vitest';
import { beginGesture, continueGesture, rangeOf } from './selection-gesture';

const px = (ms: number): number => ms / 10;
const begin = (atPx: number, selection?: readonly [number, number], extend = false, playhead = 0) => beginGesture(atPx, atPx * 10, selection, px, extend, playhead);

describe('a press on the waveform', () => {
    it('is a click while it hardly moves, then a selection in either direction', () => {
        const pressed = begin(100);
        expect(continueGesture(pressed, 103).dragging).toBe(false);
        const dragged = continueGesture(pressed, 96);
        expect(dragged.dragging).toBe(true);
        expect(rangeOf(dragged, 400)).toEqual([400, 1000]);
        expect(continueGesture(dragged, 100).dragging).toBe(true);
    });
    it('takes hold of either end of the selection', () => {
        expect(rangeOf(begin(203, [1000, 2000]), 2500)).toEqual([1000, 2500]);
        expect(rangeOf(begin(98, [1000, 2000]), 500)).toEqual([500, 2000]);
    });
    it('goes on from the selection, or from the playhead, with shift', () => {
        expect(rangeOf(begin(300, [1000, 2000], true), 3000)).toEqual([1000, 3000]);
        expect(rangeOf(begin(50, [1000, 2000], true), 500)).toEqual([500, 2000]);
        expect(rangeOf(begin(300, undefined, true, 1500), 3000)).toEqual([1500, 3000]);
        expect(begin(300, undefined, true).dragging).toBe(true);
    });
});
