import type { FieldName } from '../document';

/**
 * How documents are ordered: BM25F (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework: BM25 and Beyond,
 * section 3.6), and a share of BM25 over a headline by itself, because a title that answers the question is worth more
 * than its words in a long text.
 *
 *     tf(t, d)    = Σ over fields f: weight_f × count(t, d, f) / (1 − b_f + b_f × length(d, f) / average length(f))
 *     score(q, d) = Σ over terms t:  idf(t) × (k₁ + 1) × [ tf / (k₁ + tf) + Σ over f: alone_f × tf_f / (k₁ + tf_f) ]
 *     idf(t)      = ln(1 + (N − n + ½) / (n + ½))
 *
 * where tf_f is the field's part of the sum without its weight. N, n and the averages are those of the documents that
 * the viewer may see and the filter lets through: what is hidden has no influence.
 */
export interface FieldRanking {
    readonly weight: number;
    /** 0: length does not matter, 1: counts are taken relative to length */
    readonly b: number;
    readonly alone: number;
}

export interface Ranking {
    readonly saturation: number;
    readonly fields: Readonly<Record<FieldName, FieldRanking>>;
    /** how much a character counts besides the pairs that it is in */
    readonly characterInPair: number;
    /** terms in a larger share of the documents are left out of a query in which something else is left */
    readonly commonShare: number;
    /**
     * A term in so few documents is never common, unless it is a character of a pair, which says little besides the pair. A
     * stop word is common in more.
     */
    readonly neverCommon: number;
    /** weights of what was not typed, relative to what was */
    readonly prefix: { readonly weight: number; readonly expansions: number };
    readonly typo: { readonly weight: number; readonly candidates: number; readonly shortestWord: number };
    readonly synonym: { readonly weight: number };
    /** pinyin is tried when fewer documents are found */
    readonly pinyinBelow: number;
}

export const defaultRanking: Ranking = {
    saturation: 1.2,
    fields: {
        title: { weight: 2, b: 0.8, alone: 1.5 },
        questions: { weight: 2, b: 0.7, alone: 0.7 },
        tags: { weight: 1, b: 0.5, alone: 0 },
        text: { weight: 1, b: 0.7, alone: 0 }
    },
    characterInPair: 0.5,
    commonShare: 0.1,
    neverCommon: 1000,
    prefix: { weight: 0.15, expansions: 24 },
    typo: { weight: 0.8, candidates: 5, shortestWord: 4 },
    synonym: { weight: 0.6 },
    pinyinBelow: 5
};

/** In how many of the visible documents a term may stand and is searched beside others. */
export const mostFrequency = ({ commonShare, neverCommon }: Ranking, visible: number, { inPair, stopWord }: { readonly inPair: boolean; readonly stopWord: boolean }): number =>
    inPair ? visible * commonShare : stopWord ? neverCommon : Math.max(neverCommon, visible * commonShare);
