/**
 * What the phrases of the form make of a session's calls, as one more rater beside the people. It rates the questions that have phrases, and
 * gives no totals. It has no part in what is agreed on, unless whoever looks at the result wants to see what would be.
 */
import type { PhraseSuggestion } from '../phrases/phrase-suggestions';
import type { CalibrationPanel, PanelEvaluation } from './panel';
import { raterLeniency, type RaterLeniency } from './rater-leniency';
import { referencedQuestions } from './calibration-summary';

/** Nobody's id: the last one that there is. */
export const rulesRaterId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The panel with the rules as its last rater; the panel itself where they say nothing. @param suggested by call */
export function withRules(panel: CalibrationPanel, suggested: ReadonlyMap<string, readonly PhraseSuggestion[]>): CalibrationPanel {
    const rated = panel.interactionIds.flatMap((interactionId): PanelEvaluation[] => {
        const suggestions = suggested.get(interactionId) ?? [];
        return suggestions.length === 0 ? [] : [{ evaluationId: rulesRaterId, raterId: rulesRaterId, interactionId, percent: null, answers: Object.fromEntries(suggestions.map(each => [each.questionId, { value: each.value }])) }];
    });
    return rated.length === 0 ? panel : { ...panel, raterIds: [...panel.raterIds, rulesRaterId], evaluations: [...panel.evaluations, ...rated] };
}

/** How the rules do against what people agreed on; null where they say nothing. @param people the panel without them */
export const rulesAgainst = (people: CalibrationPanel, all: CalibrationPanel): RaterLeniency | null => all.raterIds.includes(rulesRaterId) ? raterLeniency(all, rulesRaterId, referencedQuestions(people)) : null;
