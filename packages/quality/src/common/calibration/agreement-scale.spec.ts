import { describe, expect, it } from 'vitest';
import { scaleWord } from './agreement-scale';

const word = (name: string, ...values: number[]) => values.map(each => scaleWord(name, each).word);

describe('the words for agreement', () => {
    it('are those of Landis and Koch for kappa-like coefficients', () => {
        expect(word('AC1', 1, 0.81, 0.8, 0.61, 0.6, 0.41, 0.4, 0.21, 0, -0.05)).toEqual(['almost-perfect', 'almost-perfect', 'substantial', 'substantial', 'moderate', 'moderate', 'slight', 'slight', 'slight', 'none']);
        expect(scaleWord('AC2', 0.76)).toEqual({ word: 'substantial', tone: 'good' });
    });
    it('are Krippendorff’s for alpha', () => {
        expect(word('alpha', 0.9, 0.8, 0.799, 0.667, 0.666, -0.2)).toEqual(['reliable', 'reliable', 'tentative', 'tentative', 'unreliable', 'unreliable']);
    });
    it('are our own marks for the share of the same ratings', () => {
        expect(word('exact', 1, 0.8, 0.79, 0.6, 0.59, 0)).toEqual(['good', 'good', 'fair', 'fair', 'poor', 'poor']);
    });
    it('follow the figure as it is shown', () => {
        expect(word('AC1', 0.6051, 0.6049)).toEqual(['substantial', 'moderate']);
        expect(word('exact', 0.7951, 0.7949)).toEqual(['good', 'fair']);
    });
});
