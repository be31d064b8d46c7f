import { describe, expect, it } from 'vitest';
import { decideRange } from './byte-range';

const decide = (headers: Parameters<typeof decideRange>[1], method = 'GET') => decideRange(method, headers, 1000, '"a"');

describe('which bytes are sent', () => {
    it.each([
        ['bytes=0-499', 0, 499], ['bytes=500-', 500, 999], ['bytes=-100', 900, 999], ['bytes=-5000', 0, 999], ['bytes=990-2000', 990, 999], ['bytes=0-0', 0, 0], ['bytes=999-', 999, 999]
    ])('for %s are %i to %i', (range, start, end) => expect(decide({ range })).toEqual({ status: 206, start, end }));

    it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('are none for %s, which lies outside', range => expect(decide({ range })).toEqual({ status: 416 }));

    it.each([undefined, 'bytes=-', 'bytes=5-2', 'bytes=0-1,5-6', 'items=0-5', 'bytes=a-b'])('are all for %s', range => expect(decide({ range })).toEqual({ status: 200 }));

    it('are all when the part that somebody has is of something older', () => {
        expect(decide({ range: 'bytes=5-', 'if-range': '"old"' })).toEqual({ status: 200 });
        expect(decide({ range: 'bytes=5-', 'if-range': 'Wed, 18 Nov 2026 10:00:00 GMT' })).toEqual({ status: 200 });
        expect(decide({ range: 'bytes=5-', 'if-range': '"a"' })).toMatchObject({ status: 206, start: 5 });
    });
    it('are none when they are known already', () => {
        expect(decide({ 'if-none-match': '"x", W/"a"' })).toEqual({ status: 304 });
        expect(decide({ 'if-none-match': '*', range: 'bytes=0-' })).toEqual({ status: 304 });
        expect(decide({ 'if-none-match': '"x"' })).toEqual({ status: 200 });
    });
    it('of a part are only sent to GET', () => expect(decide({ range: 'bytes=0-5' }, 'HEAD')).toEqual({ status: 200 }));
});
