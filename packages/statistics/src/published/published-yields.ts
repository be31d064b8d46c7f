/** Published data sets with known variance components; each names its source. */

const table = (text: string): ReadonlyArray<ReadonlyArray<number>> => text.split('|').map(row => row.split(' ').map(Number));

/**
 * O. L. Davies & P. L. Goldsmith (eds), Statistical Methods in Research and Production, 4th ed. 1972, section 6.6: diameters in mm of the zones of
 * six samples of penicillin (columns) on 24 plates (rows); `Penicillin` of R's lme4.
 */
export const PENICILLIN = table('27 23 26 23 23 21|27 23 26 23 23 21|25 21 25 24 24 20|26 23 25 23 23 20|25 22 26 22 23 20|24 22 25 23 22 19|24 20 23 21 22 19|26 22 26 24 24 21'
    + '|24 21 24 22 22 20|24 21 24 23 22 19|26 23 26 24 24 21|25 22 26 24 24 20|26 24 26 24 25 22|26 23 26 23 23 20|26 23 25 24 24 22|25 22 25 23 23 20'
    + '|25 21 24 23 23 20|25 22 24 23 23 19|24 21 23 21 21 19|26 23 26 24 24 21|25 21 24 22 22 18|25 22 25 22 22 20|24 21 24 22 24 19|24 21 24 22 21 18');

/** Davies & Goldsmith 1972, section 6.4: yields in grams of five preparations from each of six batches (rows); `Dyestuff` of R's lme4. */
export const DYESTUFF = table('1545 1440 1440 1520 1580|1540 1555 1490 1560 1495|1595 1550 1605 1510 1560|1445 1440 1595 1465 1545|1595 1630 1515 1635 1625|1520 1455 1450 1480 1445');
