import type { Question } from '@earshot/forms';
import { type CalibrationPanel, evaluationOf, notApplicableCategory, ratingOf } from './panel';

/** What ratings of a call are held against, and where it comes from. */
export interface ReferenceRating {
    readonly interactionId: string;
    /** Null where nothing can serve: no consensus, no expert, no majority. */
    readonly rating: number | null;
    readonly source: 'consensus' | 'expert' | 'majority' | 'none';
}

/**
 * The reference for one question of one call: what the panel agreed on in the session, else the expert's rating, else the
 * rating that more than half of the raters gave.
 */
export function referenceRating(panel: CalibrationPanel, question: Question, interactionId: string): ReferenceRating {
    const agreed = panel.consensus.find(each => each.interactionId === interactionId && each.questionId === question.id);
    if (agreed) {
        return { interactionId, rating: agreed.rating ?? notApplicableCategory, source: 'consensus' };
    }
    const expert = panel.expertId ? ratingOf(question, evaluationOf(panel, panel.expertId, interactionId)) : null;
    if (expert !== null) {
        return { interactionId, rating: expert, source: 'expert' };
    }
    const ratings = panel.raterIds.map(rater => ratingOf(question, evaluationOf(panel, rater, interactionId))).filter(each => each !== null);
    const majority = [...new Set(ratings)].find(each => ratings.filter(other => other === each).length * 2 > ratings.length);
    return ratings.length > 1 && majority !== undefined ? { interactionId, rating: majority, source: 'majority' } : { interactionId, rating: null, source: 'none' };
}
