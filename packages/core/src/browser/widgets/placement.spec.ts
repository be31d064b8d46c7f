import { describe, expect, it } from 'vitest';
import { place } from './placement';

const window = { width: 1000, height: 800 };

describe('placing what floats', () => {
    it('puts it below, aligned to the start', () => {
        expect(place({ left: 100, top: 100, width: 80, height: 30 }, { width: 200, height: 300 }, window, 'below', 'start')).toEqual({ left: 100, top: 134, side: 'below' });
    });
    it('flips above where there is no room below', () => {
        expect(place({ left: 100, top: 700, width: 80, height: 30 }, { width: 200, height: 300 }, window, 'below', 'start')).toEqual({ left: 100, top: 396, side: 'above' });
    });
    it('stays below if above has even less room', () => {
        expect(place({ left: 100, top: 300, width: 80, height: 30 }, { width: 200, height: 900 }, window, 'below', 'start').side).toBe('below');
    });
    it('never leaves the window', () => {
        expect(place({ left: 950, top: 100, width: 40, height: 30 }, { width: 200, height: 100 }, window, 'below', 'start').left).toBe(792);
        expect(place({ left: 0, top: 10, width: 40, height: 30 }, { width: 100, height: 100 }, window, 'right', 'center')).toEqual({ left: 44, top: 8, side: 'right' });
    });
});
