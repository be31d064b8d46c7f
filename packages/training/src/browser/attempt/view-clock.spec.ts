import { describe, expect, it } from 'vitest';
import { ViewClock } from './view-clock';

describe('the time that questions are in view', () => {
    it('counts while they are shown, each for itself', () => {
        let now = 1000;
        const clock = new ViewClock('w', () => now);
        expect(clock.times()).toBeUndefined();
        now += 500; // nothing is shown yet
        clock.show([0]);
        now += 2000;
        clock.show([1, 2]);
        now += 300;
        expect(clock.times()).toEqual({ client: 'w', times: [{ place: 0, ms: 2000 }, { place: 1, ms: 300 }, { place: 2, ms: 300 }] });
        clock.show([0]);
        now += 100;
        expect(clock.times()!.times[0]).toEqual({ place: 0, ms: 2100 });
    });
    it('does not count while nothing can be answered', () => {
        let now = 0;
        const clock = new ViewClock('w', () => now);
        clock.show([0]);
        now = 100;
        clock.pause(true);
        now = 5000;
        clock.show([1]);
        now = 6000;
        clock.pause(false);
        now = 6200;
        expect(clock.times()!.times).toEqual([{ place: 0, ms: 100 }, { place: 1, ms: 200 }]);
    });
});
