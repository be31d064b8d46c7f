import { expect, it } from 'vitest';
import { sampleEvaluations } from './sample-evaluations';
import { sampleListening } from './sample-listening';

it('is nearly the whole call for most, and less where somebody is in a hurry', () => {
    const shares = sampleEvaluations.map(({ call, by }) => sampleListening(call, by));
    expect(shares.every(each => each > 0.4 && each <= 1)).toBe(true);
    expect(shares.filter(each => each >= 0.9).length).toBeGreaterThan(shares.length * 0.6);
    expect(shares.some(each => each < 0.8)).toBe(true);
});
