/**
 * How good an order of documents is, against judgements: the relevance (0 or more) of each document that was judged; what
 * was not judged counts as 0.
 *
 * `undefined` is given for a query with nothing relevant: there is nothing to measure.
 */
export type Judgements = ReadonlyMap<string, number>;

const hasRelevant = (judgements: Judgements): boolean => [...judgements.values()].some(each => each > 0);

const discountedGain = (relevances: readonly number[]): number =>
    relevances.reduce((sum, relevance, rank) => sum + (2 ** relevance - 1) / Math.log2(rank + 2), 0);

/**
 * Normalised discounted cumulative gain (Järvelin & Kekäläinen 2002), with the gain 2^relevance − 1 (Burges et al. 2005):
 * 1 when no order would be better.
 */
export const ndcg = (ranked: readonly string[], judgements: Judgements, depth = 10): number | undefined => {
    if (!hasRelevant(judgements)) {
        return undefined;
    }
    const ideal = [...judgements.values()].sort((a, b) => b - a).slice(0, depth);
    return discountedGain(ranked.slice(0, depth).map(each => judgements.get(each) ?? 0)) / discountedGain(ideal);
};

/** The share of the relevant documents that is among the first. */
export const recall = (ranked: readonly string[], judgements: Judgements, depth = 10): number | undefined => {
    if (!hasRelevant(judgements)) {
        return undefined;
    }
    const relevant = [...judgements].filter(([, relevance]) => relevance > 0).map(([id]) => id);
    const first = new Set(ranked.slice(0, depth));
    return relevant.filter(each => first.has(each)).length / relevant.length;
};

/** The reciprocal rank of the first relevant document; 0 when none is among the first. Its mean is the MRR (Voorhees 1999). */
export const mrr = (ranked: readonly string[], judgements: Judgements, depth = 10): number | undefined => {
    if (!hasRelevant(judgements)) {
        return undefined;
    }
    const rank = ranked.slice(0, depth).findIndex(each => (judgements.get(each) ?? 0) > 0);
    return rank < 0 ? 0 : 1 / (rank + 1);
};

/** Whether a relevant document is among the first: 1 or 0. */
export const success = (ranked: readonly string[], judgements: Judgements, depth = 1): number | undefined => {
    const reciprocal = mrr(ranked, judgements, depth);
    return reciprocal === undefined ? undefined : Math.sign(reciprocal);
};
