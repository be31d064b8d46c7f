import { nls } from '@theia/core/lib/common/nls';
import { formatFixed, formatPercent } from '@earshot/core/lib/browser/widgets/format';
import { type ScaleWord, scaleWord } from '../../../common/calibration/agreement-scale';
import type { Coefficient, QuestionResult } from '../../../common/calibration/calibration-contract';
import type { MarkKind } from './grid-rows';

export function markText(kind: MarkKind): string {
    switch (kind) {
        case 'same': return nls.localize('earshot/quality/mark/same', 'as the reference');
        case 'higher': return nls.localize('earshot/quality/mark/higher', 'higher than the reference');
        case 'lower': return nls.localize('earshot/quality/mark/lower', 'lower than the reference');
        case 'different': return nls.localize('earshot/quality/mark/different', 'not as the reference');
        case 'no-reference': return nls.localize('earshot/quality/mark/no-reference', 'no reference');
        case 'unrated': return nls.localize('earshot/quality/mark/unrated', 'not rated');
    }
}

export function agreementText(agreement: QuestionResult['agreement']): string {
    switch (agreement) {
        case 'good': return nls.localize('earshot/quality/agreement/good', 'good');
        case 'fair': return nls.localize('earshot/quality/agreement/fair', 'fair');
        case 'poor': return nls.localize('earshot/quality/agreement/poor', 'poor');
        case 'too-few': return nls.localize('earshot/quality/agreement/too-few', 'too few to say');
    }
}

/** The words of the scale on which a figure of agreement is read. */
export function scaleWordText(word: ScaleWord['word']): string {
    switch (word) {
        case 'good': case 'fair': case 'poor': return agreementText(word);
        case 'almost-perfect': return nls.localize('earshot/quality/scale/almost-perfect', 'almost perfect');
        case 'substantial': return nls.localize('earshot/quality/scale/substantial', 'substantial');
        case 'moderate': return nls.localize('earshot/quality/scale/moderate', 'moderate');
        case 'slight': return nls.localize('earshot/quality/scale/slight', 'slight');
        case 'none': return nls.localize('earshot/quality/scale/none', 'worse than chance');
        case 'reliable': return nls.localize('earshot/quality/scale/reliable', 'reliable');
        case 'tentative': return nls.localize('earshot/quality/scale/tentative', 'tentative');
        case 'unreliable': return nls.localize('earshot/quality/scale/unreliable', 'not reliable');
    }
}

export function sourceText(source: QuestionResult['reference'][number]['source']): string {
    switch (source) {
        case 'consensus': return nls.localize('earshot/quality/reference/consensus', 'agreed on in the session');
        case 'expert': return nls.localize('earshot/quality/reference/expert', 'the expert’s rating');
        case 'majority': return nls.localize('earshot/quality/reference/majority', 'what most rated');
        case 'none': return nls.localize('earshot/quality/reference/none', 'none: no majority');
    }
}

/** Why a figure cannot be given, in words. */
export function reasonText(reason: string | null, n: number, least: number): string {
    switch (reason) {
        case 'too-few-units': return nls.localize('earshot/quality/reason/too-few-units', 'too few calls to say ({0} of {1} needed)', n, least);
        case 'too-few-raters': return nls.localize('earshot/quality/reason/too-few-raters', 'needs two raters who rated every call');
        case 'no-pairable-values': return nls.localize('earshot/quality/reason/no-pairs', 'no call was rated by two people');
        case 'no-variation': return nls.localize('earshot/quality/reason/no-variation', 'every rating is the same, so chance explains it');
        case 'no-reference': return nls.localize('earshot/quality/reason/no-reference', 'no reference');
        default: return nls.localize('earshot/quality/reason/not-defined', 'cannot be computed from these ratings');
    }
}

/** What a coefficient is called, with the paper behind it for whoever wants to know. */
export function coefficientText(name: string): { readonly short: string; readonly long: string } {
    switch (name) {
        case 'AC1': return { short: 'AC1', long: nls.localize('earshot/quality/coefficient/ac1', 'Agreement beyond chance between categories (Gwet 2008)') };
        case 'AC2': return { short: 'AC2', long: nls.localize('earshot/quality/coefficient/ac2', 'Agreement beyond chance on a scale, near misses count in part (Gwet 2014)') };
        case 'alpha': return { short: 'α', long: nls.localize('earshot/quality/coefficient/alpha', 'Agreement beyond chance with missing ratings allowed (Krippendorff 2018)') };
        case 'ICC(2,1)': return { short: 'ICC', long: nls.localize('earshot/quality/coefficient/icc', 'Share of the variation of totals that lies between calls and not between raters (Shrout and Fleiss 1979)') };
        default: return { short: nls.localize('earshot/quality/coefficient/exact', 'same rating'), long: nls.localize('earshot/quality/coefficient/exact-long', 'Share of pairs of raters that gave the same rating, averaged over calls') };
    }
}

/** Figures of questions; those of totals are read on other scales. */
const readings: ReadonlySet<string> = new Set(['exact', 'AC1', 'AC2', 'alpha']);

/** "AC1 0.72 – substantial (0.51 to 0.93), n = 8", or why there is none. */
export function coefficientSentence(coefficient: Coefficient, least: number): string {
    const { name, value, interval, n, reason } = coefficient;
    const { short } = coefficientText(name);
    if (value === null) {
        return nls.localize('earshot/quality/coefficient/without', '{0}: {1}', short, reasonText(reason, n, least));
    }
    const said = `${name === 'exact' ? formatPercent(value, 0) : formatFixed(value, 2)} ${readings.has(name) ? `– ${scaleWordText(scaleWord(name, value).word)}` : ''}`.trim();
    return interval && name !== 'exact' ? nls.localize('earshot/quality/coefficient/with-interval', '{0} {1} ({2} to {3}), n = {4}', short, said, formatFixed(interval.low, 2), formatFixed(interval.high, 2), n)
        : nls.localize('earshot/quality/coefficient/plain', '{0} {1}, n = {2}', short, said, n);
}
