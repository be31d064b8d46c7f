import type { Blueprint, ReviewPart, ReviewPhase } from '../exam/blueprint';
import { graceMs } from './attempt-clock';
import type { AttemptState } from './attempt-state';

/**
 * In which phase a result is looked at. The round is over when nothing can arrive any more, the grace minute included.
 * @param roundEndsAt the end for everybody who has the exam to sit, with their extensions; null while it does not end, `over` when nobody can sit the exam any more
 */
export const reviewPhaseOf = (state: AttemptState, roundEndsAt: Date | 'over' | null, now: Date): ReviewPhase =>
    state !== 'released' ? 'submitted' : roundEndsAt === 'over' || roundEndsAt !== null && now.getTime() > roundEndsAt.getTime() + graceMs ? 'closed' : 'released';

/** What may be seen in a phase. Points and what was right never before the result is there, whatever the exam says. */
export const visibleParts = (review: Blueprint['review'], phase: ReviewPhase): ReadonlySet<ReviewPart> =>
    new Set(review[phase].filter(each => phase !== 'submitted' || each === 'answers'));
