import { expect, it } from 'vitest';
import { lowestPoint, Point } from './lowest-point';

it.each<readonly [string, (at: Point) => number, Point]>([
    ['a bowl', ([x, y]) => (x - 3) ** 2 + 2 * (y + 1) ** 2 + (x - 3) * (y + 1), [3, -1]],
    ['a bent valley', ([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [1, 1]],
    ['one on an axis of symmetry', ([x, y]) => Math.log(1 + x ** 2) + (y ** 2 - 4) ** 2, [0, 2]]
])('finds the bottom of %s', (_, of, bottom) => {
    lowestPoint(of, [0.5, 0.5], 0.4).forEach((each, axis) => expect(each).toBeCloseTo(bottom[axis], 4));
});
