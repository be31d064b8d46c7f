import { expect, it } from 'vitest';
import { fromCursor, pageOf, toCursor } from './cursor';

it('comes back as it went out, and refuses what is not ours', () => {
    expect(fromCursor(toCursor(['李', 3, null]), 3)).toEqual(['李', 3, null]);
    for (const bad of ['', 'x', toCursor([1]), Buffer.from('{"0":1}').toString('base64url'), Buffer.from('[{}, 1, 2]').toString('base64url')]) {
        expect(() => fromCursor(bad, 3)).toThrow('after');
    }
});
it('gives a cursor only when there is more', () => {
    expect(pageOf([1, 2, 3], 2, row => [row], row => row * 10)).toEqual({ rows: [10, 20], next: toCursor([2]) });
    expect(pageOf([1, 2], 2, row => [row], row => row)).toEqual({ rows: [1, 2] });
});
