/** Options that the coefficients of agreement share. */
import { AgreementWeights } from '../ratings/agreement-weights';

export interface ConfidenceOption {
    /** Confidence level of the interval; 0.95 if left out. */
    readonly confidence?: number;
}

export interface CategoryOption {
    /** All categories of the scale, used or not; those seen, in ascending order, if left out. */
    readonly categories?: ReadonlyArray<number>;
}

export interface WeightedOptions extends ConfidenceOption, CategoryOption {
    /** `unweighted` if left out. */
    readonly weights?: AgreementWeights;
}

export interface ScaleOptions extends ConfidenceOption {
    /** `unweighted` if left out. */
    readonly weights?: AgreementWeights;
    /** All categories of the scale, or only how many there are (unweighted only); those seen if left out. */
    readonly categories?: ReadonlyArray<number> | number;
}

export const DEFAULT_CONFIDENCE = 0.95;
