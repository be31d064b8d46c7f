/** Agreement, measurement, sampling, control charts and item analysis. See README.md for sources and defaults. */
export type * from './result';
export type * from './chart/chart-result';
export type * from './item/item-result';

export { brennanPrediger } from './agreement/brennan-prediger';
export { cohenKappa } from './agreement/cohen-kappa';
export { congerKappa } from './agreement/conger-kappa';
export { fleissKappa } from './agreement/fleiss-kappa';
export { gwetAc } from './agreement/gwet-ac';
export { icc } from './agreement/intraclass-correlation';
export { kendallW } from './agreement/kendall-w';
export { krippendorffAlpha } from './agreement/krippendorff-alpha';
export { lightKappa } from './agreement/light-kappa';
export { bhapkar, stuartMaxwell } from './agreement/marginal-homogeneity';
export { percentAgreement } from './agreement/percent-agreement';
export { scottPi } from './agreement/scott-pi';
export { ratingsFromTable } from './ratings/ratings';
export type { CategoryOption, ConfidenceOption, ScaleOptions, WeightedOptions } from './agreement/agreement-options';
export type { FleissEstimator } from './agreement/fleiss-estimators';
export type { FleissOptions } from './agreement/fleiss-kappa';
export type { IntraclassForm, IntraclassOptions } from './agreement/intraclass-correlation';
export type { KendallOptions } from './agreement/kendall-w';
export type { AlphaOptions } from './agreement/krippendorff-alpha';
export type { MeasurementLevel } from './agreement/krippendorff-metric';
export type { PercentAgreementOptions } from './agreement/percent-agreement';
export type { AgreementWeights, NamedWeights } from './ratings/agreement-weights';

export { bootstrapInterval } from './resampling/bootstrap-interval';
export type { BootstrapOptions, Statistic } from './resampling/bootstrap-interval';

export { blandAltman } from './measurement/bland-altman';
export { gageRepeatability } from './measurement/gage-repeatability';
export type { BlandAltmanOptions } from './measurement/bland-altman';
export type { Measurement, MeasurementCube } from './measurement/crossed-study';
export type { GageOptions } from './measurement/gage-repeatability';

export { severityModel } from './severity/severity-model';
export { rankIntervals } from './severity/rank-intervals';
export type { ScoredCell } from './severity/scored-cells';
export type { AdjustedScore, EvaluatorEffect, SeverityModel, SeverityOptions } from './severity/severity-model';
export type { RankInterval, RankOptions } from './severity/rank-intervals';

export { clopperPearsonInterval } from './proportion/clopper-pearson-interval';
export { randomIndices } from './resampling/random-indices';
export type { DrawIndex } from './resampling/random-indices';
export { allocate } from './sampling/allocation';
export type { AllocationMethod, Stratum } from './sampling/allocation';
export { randomOrder, simpleRandomSample, systematicSample } from './sampling/random-sample';
export { hajekMean, horvitzThompsonTotal, stratifiedEstimate } from './sampling/stratified-estimate';
export { weightedMean, weightedShare } from './sampling/weighted-estimate';
export type { WeightedSums } from './sampling/weighted-estimate';
export type { SampledCell, WeightedUnit } from './sampling/stratified-estimate';
export { sampleSize } from './proportion/sample-size';
export { wilsonInterval } from './proportion/wilson-interval';
export type { ProportionOptions } from './proportion/proportion-options';
export type { SampleSizeOptions } from './proportion/sample-size';

export { changeVerdict, fewestForChange, meanChange, pairedChange } from './comparison/change';
export { meanDifference } from './comparison/mean-difference';
export { proportionDifference } from './comparison/proportion-difference';
export type { Change } from './comparison/change';
export type { MeanDifference, SampleMean } from './comparison/mean-difference';
export type { ProportionDifference, Successes } from './comparison/proportion-difference';

export { individualsChart } from './chart/individuals-chart';
export { pChart } from './chart/p-chart';
export { ALL_RULES, ROUTINE_RULES } from './chart/run-rules';
export type { IndividualsChartOptions } from './chart/individuals-chart';
export type { ProportionChartOptions, ProportionSamples } from './chart/p-chart';

export { itemAnalysis } from './item/item-analysis';
export type { ItemAnalysisOptions } from './item/item-analysis';

export { beta } from './distribution/beta';
export { chiSquare } from './distribution/chi-square';
export { fisherF } from './distribution/fisher-f';
export { normal } from './distribution/normal';
export { studentT } from './distribution/student-t';
export type { Distribution } from './distribution/distribution';
