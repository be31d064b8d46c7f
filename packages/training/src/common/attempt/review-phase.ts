import type { Blueprint, ReviewPart, ReviewPhase } from '../exam/blueprint';
import type { AttemptState } from './attempt-state';

/** In which phase a result is looked at. @param roundEndsAt the end for everybody who has the exam to sit, with their extensions; null while it does not end */
export const reviewPhaseOf = (state: AttemptState, roundEndsAt: Date | null, now: Date): ReviewPhase =>
    state !== 'released' ? 'submitted' : roundEndsAt !== null && now > roundEndsAt ? 'closed' : 'released';

/** What may be seen in a phase. Points and what was right never before the result is there, whatever the exam says. */
export const visibleParts = (review: Blueprint['review'], phase: ReviewPhase): ReadonlySet<ReviewPart> =>
    new Set(review[phase].filter(each => phase !== 'submitted' || each === 'answers'));
