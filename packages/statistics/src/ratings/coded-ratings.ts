/** Ratings as small whole numbers: the index of each rating's category. */
import { Ratings } from '../result';
import { checkRatings } from './ratings';

export interface CodedRatings {
    readonly units: number;
    readonly raters: number;
    /** The categories: as declared, or those seen in ascending order. */
    readonly labels: ReadonlyArray<number>;
    /** Row after row; −1 where there is no rating. */
    readonly codes: Int32Array;
}

/** Throws a RangeError for ratings outside the declared categories and for categories declared twice. */
export const codeRatings = (ratings: Ratings, declared?: ReadonlyArray<number>): CodedRatings => {
    const { units, raters } = checkRatings(ratings);
    const index = new CategoryIndex(declared);
    const codes = new Int32Array(units * raters).fill(-1);
    let position = 0;
    for (let unit = 0; unit < units; unit++) {
        const row = ratings[unit];
        for (let rater = 0; rater < raters; rater++) {
            const rating = row[rater];
            if (rating !== null) {
                codes[position] = index.codeOf(rating);
            }
            position++;
        }
    }
    const coded = { units, raters, labels: index.labels, codes };
    return declared === undefined ? inAscendingOrder(coded) : coded;
};

/** Ratings are mostly small whole numbers; finding those in a table is faster than hashing, which a bootstrap of raw ratings notices. */
const SMALL = 256;

class CategoryIndex {
    readonly labels: number[] = [];
    private readonly small = new Int32Array(SMALL).fill(-1);
    private readonly others = new Map<number, number>();

    constructor(private readonly declared: ReadonlyArray<number> | undefined) {
        for (const label of declared ?? []) {
            if (!Number.isFinite(label) || this.find(label) >= 0) {
                throw new RangeError(`Categories are different finite numbers, not ${declared?.join(', ')}`);
            }
            this.add(label);
        }
    }

    codeOf(rating: number): number {
        const code = this.find(rating);
        if (code >= 0) {
            return code;
        }
        if (this.declared !== undefined) {
            throw new RangeError(`The rating ${rating} is not one of the declared categories ${this.declared.join(', ')}`);
        }
        return this.add(rating);
    }

    private find(label: number): number {
        return this.isSmall(label) ? this.small[label] : this.others.get(label) ?? -1;
    }

    private add(label: number): number {
        const code = this.labels.push(label) - 1;
        if (this.isSmall(label)) {
            this.small[label] = code;
        } else {
            this.others.set(label, code);
        }
        return code;
    }

    private isSmall(label: number): boolean {
        return label >= 0 && label < SMALL && Number.isInteger(label);
    }
}

const inAscendingOrder = (ratings: CodedRatings): CodedRatings => {
    const order = [...ratings.labels.keys()].sort((a, b) => ratings.labels[a] - ratings.labels[b]);
    const ranks = new Int32Array(order.length);
    order.forEach((code, rank) => { ranks[code] = rank; });
    const codes = ratings.codes;
    for (let position = 0; position < codes.length; position++) {
        if (codes[position] >= 0) {
            codes[position] = ranks[codes[position]];
        }
    }
    return { ...ratings, labels: order.map(code => ratings.labels[code]) };
};
