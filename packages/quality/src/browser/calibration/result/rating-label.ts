import { controlOf, ratingsOf } from '@earshot/assessment/lib/browser/filling/ratings';
import { type Question, ratingsForAgreement } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import { formatNumber } from '@earshot/core/lib/browser/widgets';

export interface RatingChoice { readonly rating: number; readonly label: string }

/** What a question can be rated with, as numbers of the agreement statistics; empty where any number can be written. */
export const choicesOf = (question: Question): readonly RatingChoice[] => controlOf(question) !== 'ratings' ? []
    : ratingsOf(question).flatMap(({ value, label }) => {
        const rating = ratingsForAgreement(question, { value });
        return rating === null ? [] : [{ rating, label }];
    });

/** A rating of the results in the words of the form. */
export function ratingLabel(question: Question, rating: number | null, notApplicable: boolean): string {
    if (notApplicable) {
        return nls.localize('earshot/quality/rating/not-applicable', 'Not applicable');
    }
    return rating === null ? nls.localize('earshot/quality/rating/none', 'Not rated') : choicesOf(question).find(each => each.rating === rating)?.label ?? formatNumber(rating, 3);
}
