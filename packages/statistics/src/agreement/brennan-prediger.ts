/**
 * Brennan and Prediger's kappa: chance agreement as if every category of the scale were equally likely. With two
 * categories this is PABAK (Byrt, Bishop & Carlin 1993); with any number it is Bennett's S.
 * R. L. Brennan & D. J. Prediger, Educational and Psychological Measurement 41 (1981) 687–699; weighted: Gwet (2014).
 *
 * Unused categories of the scale make a difference here: declare them.
 */
import { Coefficient, Ratings } from '../result';
import { ScaleOptions } from './agreement-options';
import { chanceCorrected } from './chance-correction';
import { onScale } from './rating-scale';

export const brennanPrediger = (ratings: Ratings, options: ScaleOptions = {}): Coefficient =>
    onScale(ratings, options, ({ observed, categories, totalWeight, confidence }) =>
        chanceCorrected(observed, { value: totalWeight / categories ** 2 }, confidence));
