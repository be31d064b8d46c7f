import { agreementMarks } from './question-agreement';

/** How a figure of agreement is read: its word, and whether that is enough (`good`), half enough, or not. */
export interface ScaleWord {
    readonly word: 'good' | 'fair' | 'poor' | 'almost-perfect' | 'substantial' | 'moderate' | 'slight' | 'none' | 'reliable' | 'tentative' | 'unreliable';
    readonly tone: 'good' | 'caution' | 'critical';
}

interface Step extends ScaleWord { readonly from: number }

const worst = -Infinity;
/** Of the share of pairs that gave the same rating, which chance alone raises. */
const exactSteps: readonly Step[] = [
    { from: agreementMarks.good, word: 'good', tone: 'good' }, { from: agreementMarks.fair, word: 'fair', tone: 'caution' }, { from: worst, word: 'poor', tone: 'critical' }
];
/** Of kappa-like coefficients: J. R. Landis & G. G. Koch, Biometrics 33 (1977) 159–174. What they call "fair" is `slight` here too: either is too little to work with. */
const kappaSteps: readonly Step[] = [
    { from: 0.81, word: 'almost-perfect', tone: 'good' }, { from: 0.61, word: 'substantial', tone: 'good' }, { from: 0.41, word: 'moderate', tone: 'caution' }, { from: 0, word: 'slight', tone: 'critical' }, { from: worst, word: 'none', tone: 'critical' }
];
/** Of alpha: K. Krippendorff, Content Analysis (4th ed. 2018), 12.4: rely on 0.800 and above, draw tentative conclusions from 0.667 on. */
const alphaSteps: readonly Step[] = [
    { from: 0.8, word: 'reliable', tone: 'good' }, { from: 0.667, word: 'tentative', tone: 'caution' }, { from: worst, word: 'unreliable', tone: 'critical' }
];

/**
 * A share of the same ratings and a coefficient beyond chance are not read on one scale: 67 % of pairs that agree are little on a
 * question with two answers, and a coefficient of 0.76 is much.
 * @param name as in the results: `exact`, `AC1`, `AC2`, `alpha`
 * @param value rounded as it is shown, so that a figure and its word never seem to contradict each other
 */
export function scaleWord(name: string, value: number): ScaleWord {
    const steps = name === 'exact' ? exactSteps : name === 'alpha' ? alphaSteps : kappaSteps;
    const shown = name === 'alpha' ? Math.round(value * 1000) / 1000 : Math.round(value * 100) / 100;
    const { word, tone } = steps.find(each => shown >= each.from)!;
    return { word, tone };
}
