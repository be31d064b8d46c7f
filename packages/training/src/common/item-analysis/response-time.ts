/** How long people had a question in view; all times in milliseconds. */
export interface ResponseTimes {
    /** People of whom it was measured. */
    readonly n: number;
    readonly lowerQuartile: number; readonly median: number; readonly upperQuartile: number;
    /** Answers in less than this look like guesses, and how many there are; null while too few people were measured. */
    readonly rapid: { readonly underMs: number; readonly people: number } | null;
}

/** The part of the mean time below which an answer counts as rapid, and the most that this can be. */
const normativeShare = 0.1;
const mostMs = 10_000;

/**
 * Times of one question. Answers that come sooner than anybody can read the question are guesses, not signs of knowledge (S. L. Wise, X. Kong, Applied Measurement
 * in Education 18/2 (2005) 163). What is too soon follows the normative threshold method NT10: ten per cent of the mean time, ten seconds at most (S. L. Wise, L. Ma, Setting
 * response time thresholds for a CAT item pool, NCME 2012). Quartiles between two values are interpolated (R. J. Hyndman, Y. Fan, The American Statistician 50/4 (1996) 361, type 7).
 * @param times of each person who was measured @param fewest people below whom nobody is said to have guessed
 */
export function responseTimes(times: readonly number[], fewest: number): ResponseTimes | null {
    if (times.length === 0) {
        return null;
    }
    const ordered = [...times].sort((one, other) => one - other);
    const at = (share: number): number => {
        const place = share * (ordered.length - 1);
        const below = Math.floor(place);
        return ordered[below]! + (place - below) * ((ordered[below + 1] ?? ordered[below]!) - ordered[below]!);
    };
    const underMs = Math.min(mostMs, ordered.reduce((sum, each) => sum + each, 0) / ordered.length * normativeShare);
    return { n: ordered.length, lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75), rapid: ordered.length < fewest ? null : { underMs, people: ordered.filter(each => each < underMs).length } };
}
