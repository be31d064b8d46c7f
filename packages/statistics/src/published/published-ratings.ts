/** Published data sets that the specs reproduce; each names its source. */
import { ratingsFromTable } from '../ratings/ratings';
import { Ratings } from '../result';

const rows = (text: string): Ratings => text.split(' ').map(row => [...row].map(digit => digit === '-' ? null : Number(digit)));

/** K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C; also cac.raw4raters of R's irrCAC. */
export const FOUR_OBSERVERS = rows('11-1 2232 3333 3333 2222 1234 4444 1121 2222 -555 --11 --3-');

/** K. Krippendorff (2011), example A: two observers, binary data. */
export const TWO_OBSERVERS = rows('01 11 01 00 00 01 00 00 10 00');

/** Wikipedia, "Krippendorff's alpha", computational example. */
export const THREE_CODERS = rows('-1- --- -22 -11 -33 334 444 13- 2-2 1-1 1-1 3-3 3-3 --- 3-4');

/** J. L. Fleiss, Psychological Bulletin 76 (1971) 378–382: 30 patients, six psychiatrists, five diagnoses. */
export const DIAGNOSES = rows('444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445'
    + ' 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555');

/** P. E. Shrout & J. L. Fleiss, Psychological Bulletin 86 (1979) 420–428, Table 2. */
export const SIX_TARGETS: Ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

/** Anxiety ratings of 20 people by three raters (R's irr, data set anxiety). */
export const ANXIETY = rows('332 361 344 464 523 542 221 346 531 231 221 632 133 533 221 221 113 233 432 342');

/** Attractiveness of 20 people on video, rated by four raters (R's irr, data set video). */
export const VIDEO = rows('4434 4445 4455 4444 4324 4434 4325 4434 4334 4334 4434 4334 4444 4444 4434 4444 4444 4444 4444 4554');

/** J. Cohen, Educational and Psychological Measurement 20 (1960) 37–46; 200 units. */
export const COHEN_1960 = ratingsFromTable([[88, 14, 18], [10, 40, 10], [2, 6, 12]]);

/** J. L. Fleiss, J. Cohen & B. S. Everitt, Psychological Bulletin 72 (1969) 323–327; 200 units. */
export const FLEISS_COHEN_EVERITT = ratingsFromTable([[106, 10, 4], [22, 28, 10], [2, 12, 6]]);

/** A. R. Feinstein & D. V. Cicchetti, J. Clinical Epidemiology 43 (1990) 543–549: equal agreement, skewed use. */
export const SKEWED = ratingsFromTable([[80, 10], [5, 5]]);

/** A. Stuart, Biometrika 42 (1955) 412–416: unaided vision of 7,477 women, right and left eye. */
export const VISION_TABLE = [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]];
