import { expect, it } from 'vitest';
import { byteRange } from './byte-range';

it.each([
    [undefined, undefined], ['bytes=0-', { start: 0, end: 99 }], ['bytes=10-19', { start: 10, end: 19 }], ['bytes=90-500', { start: 90, end: 99 }], ['bytes=-10', { start: 90, end: 99 }], ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'], ['bytes=-0', 'unsatisfiable'], ['bytes=20-10', undefined], ['bytes=-', undefined], ['bytes=0-1,5-6', undefined], ['items=0-1', undefined], ['bytes=a-b', undefined]
])('reads %s of 100 bytes', (header, expected) => expect(byteRange(header, 100)).toEqual(expected));

it('has no range in nothing', () => expect(byteRange('bytes=0-', 0)).toBe('unsatisfiable'));
