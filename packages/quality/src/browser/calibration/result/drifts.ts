import type { CalibrationResult } from '../../../common/calibration/calibration-contract';

type Rater = CalibrationResult['raters'][number];

export interface Drift {
    readonly rater: Rater;
    /** Where they differ while the others agree. */
    readonly questions: readonly string[];
    /** The whole interval of their leniency lies on one side of zero. */
    readonly biased: boolean;
}

/** Raters who stand apart, those with the most questions first. The expert is what the others are held against. */
export const driftsOf = ({ raters, questions }: Pick<CalibrationResult, 'raters' | 'questions'>): readonly Drift[] => raters.filter(each => !each.expert).map((rater): Drift => ({
    rater, questions: questions.filter(each => each.driftingRaters.includes(rater.raterId)).map(each => each.questionId),
    biased: rater.leniency.interval !== null && rater.leniency.interval.low * rater.leniency.interval.high > 0
})).filter(each => each.biased || each.questions.length > 0).sort((one, other) => other.questions.length - one.questions.length);
