import { expect, it } from 'vitest';
import { pareto } from './pareto';

it('puts the dearest cause first and adds up', () => {
    expect(pareto([['a', 10], ['b', 60], ['c', 0], ['d', 30]] as const, each => each[1])).toEqual([
        { cause: ['b', 60], share: 0.6, cumulative: 0.6 }, { cause: ['d', 30], share: 0.3, cumulative: 0.9 }, { cause: ['a', 10], share: 0.1, cumulative: 1 }
    ]);
});
it('has nothing to say where nothing is lost', () => {
    expect(pareto([1, 2], () => 0)).toEqual([]);
});
