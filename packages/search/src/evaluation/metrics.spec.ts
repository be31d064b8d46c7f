import { expect, it } from 'vitest';
import { mrr, ndcg, recall, success } from './metrics';

const judgements = new Map([['a', 3], ['b', 2], ['c', 3], ['d', 0], ['e', 1], ['f', 2]]);

it('normalises discounted gain by the best order', () => {
    // gains 7 3 7 0 1 3 over log2(rank + 1): 13.8483 of an ideal 14.5954
    expect(ndcg(['a', 'b', 'c', 'd', 'e', 'f'], judgements)).toBeCloseTo(13.8483 / 14.5954, 4);
    expect(ndcg(['c', 'a', 'b', 'f', 'e'], judgements)).toBeCloseTo(1, 12);
    expect(ndcg(['x', 'a'], new Map([['a', 1]]))).toBeCloseTo(1 / Math.log2(3), 12);
    expect(ndcg(['x'], judgements, 1)).toBe(0);
});

it('counts what is found, and how early', () => {
    expect(recall(['a', 'x', 'b'], judgements)).toBeCloseTo(2 / 5, 12);
    expect(recall(['a', 'x', 'b'], judgements, 1)).toBeCloseTo(1 / 5, 12);
    expect(mrr(['x', 'd', 'e'], judgements)).toBeCloseTo(1 / 3, 12);
    expect(mrr(['x'], judgements)).toBe(0);
    expect([success(['a'], judgements), success(['x', 'a'], judgements)]).toEqual([1, 0]);
});

it('measures nothing where nothing is relevant', () => {
    for (const metric of [ndcg, recall, mrr, success]) {
        expect(metric(['a'], new Map([['a', 0]]))).toBeUndefined();
    }
});
