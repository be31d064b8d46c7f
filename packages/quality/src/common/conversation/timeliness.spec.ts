import { describe, expect, it } from 'vitest';
import { placesInTime, timelinessOf } from './timeliness';

const at = (atMs: number, author: 'agent' | 'customer' | 'system') => ({ atMs, author });

describe('timeliness', () => {
    it('measures a reply from the first message that waited for it', () => {
        // the customer writes at 0 and 20 s, is answered at 30 s (30 s); writes at 60 s, is answered at 70 s (10 s); writes at 100 s, is answered at 190 s (90 s)
        const found = timelinessOf([at(0, 'customer'), at(20_000, 'customer'), at(30_000, 'agent'), at(40_000, 'agent'), at(60_000, 'customer'), at(70_000, 'agent'), at(100_000, 'customer'), at(190_000, 'agent')]);
        expect(found).toEqual({ firstReplyMs: 30_000, medianReplyMs: 30_000, longestReplyMs: 90_000, replies: 3, unanswered: false, messages: { agent: 4, customer: 4, system: 0 } });
    });
    it('takes the mean of the two in the middle of an even number of replies', () => {
        expect(timelinessOf([at(0, 'customer'), at(10, 'agent'), at(20, 'customer'), at(50, 'agent')]).medianReplyMs).toBe(20);
    });
    it('does not take what a machine sends for an answer, nor what the agent wrote first', () => {
        expect(timelinessOf([at(0, 'agent'), at(5, 'customer'), at(6, 'system'), at(9, 'agent')])).toMatchObject({ firstReplyMs: 4, replies: 1, messages: { system: 1 } });
    });
    it('says that nobody answered, and measures nothing', () => {
        expect(timelinessOf([at(0, 'customer'), at(1, 'system')])).toMatchObject({ firstReplyMs: null, medianReplyMs: null, longestReplyMs: null, replies: 0, unanswered: true });
        expect(timelinessOf([])).toMatchObject({ firstReplyMs: null, unanswered: false });
    });
});

describe('places in time', () => {
    it('are in the order of time, the first at 0', () => {
        expect(placesInTime([5000, 1000, 3000])).toEqual([{ place: 1, atMs: 0 }, { place: 2, atMs: 2000 }, { place: 0, atMs: 4000 }]);
    });
    it('are different for messages of the same second, in the order given', () => {
        expect(placesInTime([1000, 1000, 1000, 1001]).map(each => each.atMs)).toEqual([0, 1, 2, 3]);
    });
});
