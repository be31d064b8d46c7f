/** Days within which the catalogue of documents is reviewed as a whole: at least once a year (CC-CMM-OC 41). */
export const catalogueReviewDays = 365;
/** Days before its end on which those who answer for documents see it. */
export const catalogueReviewDaysAhead = 30;
const dayMs = 86_400_000;

/** From when the next review of the catalogue counts, and by when it is due. */
export interface CatalogueReview { readonly since: Date; readonly dueAt: Date }

/**
 * When the next review of the catalogue is due, once that is near.
 * @param last when it was reviewed last, or, if it never was, when its first document took effect; null while there is nothing to review
 */
export function catalogueReviewNear(last: Date | null, now: Date): CatalogueReview | null {
    const dueAt = last && new Date(last.getTime() + catalogueReviewDays * dayMs);
    return dueAt && now.getTime() >= dueAt.getTime() - catalogueReviewDaysAhead * dayMs ? { since: last, dueAt } : null;
}
