import { describe, expect, it } from 'vitest';
import { diversionAt } from './playback-course';

const plain = { stopAt: undefined, loop: undefined, skipped: [] };

describe('playback', () => {
    it('simply goes on', () => expect(diversionAt(5000, plain)).toBeUndefined());
    it('ends where a range ends, not a frame later', () => {
        expect(diversionAt(8980, { ...plain, stopAt: 9000 })).toBeUndefined();
        expect(diversionAt(8990, { ...plain, stopAt: 9000 })).toEqual({ kind: 'pause' });
    });
    it('comes back to the loop from either side', () => {
        const course = { ...plain, loop: [5000, 6000] as const };
        expect([4000, 4995, 5500, 5995, 9000].map(each => diversionAt(each, course))).toEqual([{ kind: 'jump', to: 5000 }, undefined, undefined, { kind: 'jump', to: 5000 }, { kind: 'jump', to: 5000 }]);
    });
    it('leaves out what is skipped, unless that is over anyway', () => {
        const course = { ...plain, skipped: [[2000, 9000]] as const };
        expect(diversionAt(2000, course)).toEqual({ kind: 'jump', to: 9000 });
        expect(diversionAt(8995, course)).toBeUndefined();
    });
    it('ends before it jumps', () => expect(diversionAt(6000, { stopAt: 6000, loop: [5000, 6000], skipped: [[5900, 9000]] })).toEqual({ kind: 'pause' }));
});
