import { yearAfter } from '@earshot/writing/lib/common/minutes/days';
import type { NewMinutes } from '@earshot/writing/lib/common/minutes/minutes-contract';

/** What is in the scope of a review on its day, counted: it stands in the minutes as it was. */
export interface ReviewFigures {
    /** Published, and within reach of whoever recorded the minutes. */
    readonly articles: number;
    /** Whose own review date has passed. */
    readonly overdue: number;
    /** That nobody has found right again since they were published. */
    readonly unconfirmed: number;
    readonly withoutOwner: number;
    /** With something that readers have pointed out and nobody has decided about. */
    readonly flagged: number;
    /** Queries of the last 90 days that at least two searches asked and that found nothing; null for a category, to which no query belongs. */
    readonly searchedInVain: number | null;
}

/** Minutes as they are closed: this is what their hash is of. Who owns an action, or the next review, is meant as it was decided then. */
export interface AnnualReviewContent extends NewMinutes {
    readonly categoryId: string | null;
    /** As the category was called then; null for the whole base. */
    readonly categoryName: Readonly<Record<string, string>> | null;
    readonly completeness: string; readonly fitness: string; readonly figures: ReviewFigures;
    readonly nextOn: string; readonly nextOwnerId: string; readonly recordedBy: string; readonly recordedAt: string;
}

/** Whether the next review comes after this one and within a year of it: the result is looked at anew once a year at least (CC-CMM-OC 61). */
export const isNextInTime = (heldOn: string, nextOn: string): boolean => nextOn > heldOn && nextOn <= yearAfter(heldOn);

const dayMs = 86_400_000;
/** Whoever answers for a review sees it so many days before it is due. */
export const daysAhead = 14;
/** The last day of which somebody is told now, `2026-11-21`. */
export const lastDayAhead = (now: number): string => new Date(now + daysAhead * dayMs).toISOString().slice(0, 10);
