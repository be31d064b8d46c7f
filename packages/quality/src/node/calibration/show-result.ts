import type { Evidence, Ruling } from '@earshot/assessment/lib/common/assessment-contract';
import { allQuestions } from '@earshot/forms';
import type { Coefficient as Figure } from '@earshot/statistics';
import type { CalibrationResult, CalibrationRow, Coefficient } from '../../common/calibration/calibration-contract';
import type { CalibrationSummary } from '../../common/calibration/calibration-summary';
import { type CalibrationPanel, evaluationOf, notApplicableCategory, ratingOf } from '../../common/calibration/panel';
import { minimumUnits } from '../../common/calibration/question-agreement';
import { referenceTotal, type RaterLeniency } from '../../common/calibration/rater-leniency';
import { rulesRaterId } from '../../common/calibration/transcript-rules';
import type { Interaction } from '../../common/interaction/interaction-contract';

/** What the domain need not know but a screen shows. */
export interface ResultNames {
    readonly raters: ReadonlyMap<string, string>;
    readonly calls: ReadonlyMap<string, Pick<Interaction, 'callId' | 'startedAt' | 'channel' | 'occasion' | 'scenario' | 'recordingId'>>;
    readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
}

export const showCoefficient = (name: string, { value, interval, n, reason }: Figure): Coefficient => ({ name, value, interval: interval ? { ...interval } : null, n, reason: reason ?? null });

const shown = (rating: number | null) => ({ rating: rating === notApplicableCategory ? null : rating, notApplicable: rating === notApplicableCategory });

/** The answer of the contract from what the domain computed; nothing is computed here. */
export function showResult(session: CalibrationRow, panel: CalibrationPanel, summary: CalibrationSummary, names: ResultNames, rulings: readonly Ruling[]): CalibrationResult {
    const { plot, pairs } = summary.differences;
    const compared = summary.raters.filter(each => each.withinTolerance !== null);
    const comparisons = compared.reduce((sum, each) => sum + each.n, 0);
    const judged = summary.questions.filter(each => each.agreement !== 'too-few');
    return {
        session, tolerance: panel.tolerance, minimumUnits,
        calls: panel.interactionIds.map(interactionId => {
            const reference = referenceTotal(panel, interactionId);
            return {
                interactionId, ...names.calls.get(interactionId)!, reference: reference.percent, referenceSource: reference.source,
                totals: panel.evaluations.filter(each => each.interactionId === interactionId && each.raterId !== rulesRaterId).map(each => ({ raterId: each.raterId, percent: each.percent, evaluationId: each.evaluationId }))
            };
        }),
        questions: summary.questions.map(each => ({
            questionId: each.questionId, level: each.level, agreement: each.agreement, ambiguous: each.ambiguous, exact: showCoefficient('exact', each.exact),
            coefficients: each.coefficients.map(({ name, coefficient }) => showCoefficient(name, coefficient)),
            reference: each.references.map(({ interactionId, rating, source }) => ({ interactionId, ...shown(rating), source })),
            cells: cellsOf(panel, each.questionId, each.references, names), driftingRaters: [...each.driftingRaters], ruling: rulings.find(one => one.questionId === each.questionId)?.text ?? null
        })),
        raters: summary.raters.map(each => ({
            raterId: each.raterId, name: names.raters.get(each.raterId) ?? '', expert: each.raterId === panel.expertId, rules: each.raterId === rulesRaterId, submitted: panel.evaluations.filter(one => one.raterId === each.raterId).length, expected: panel.interactionIds.length,
            leniency: { mean: each.mean, interval: each.interval ? { ...each.interval } : null, n: each.n, reason: each.reason },
            withinTolerance: { share: each.withinTolerance, n: each.n }, exactShare: { share: each.exactShare, n: each.exactCount }
        })),
        totals: {
            icc: showCoefficient('ICC(2,1)', summary.icc),
            blandAltman: { bias: plot.bias, lower: plot.lowerLimit, upper: plot.upperLimit, sd: plot.standardDeviation, n: plot.n, reason: plot.reason ?? null, pairs: [...pairs] },
            withinTolerance: { share: comparisons ? compared.reduce((sum, each) => sum + each.withinTolerance! * each.n, 0) / comparisons : null, n: comparisons }
        },
        summary: {
            questions: summary.questions.length, questionsJudged: judged.length, questionsGood: judged.filter(each => each.agreement === 'good').length, ambiguous: summary.questions.filter(each => each.ambiguous).map(each => each.questionId),
            strictest: drift(summary.strictest), mostLenient: drift(summary.mostLenient)
        }
    };
}

const drift = (rater: RaterLeniency | null) => rater?.interval ? { raterId: rater.raterId, mean: rater.mean!, halfWidth: (rater.interval.high - rater.interval.low) / 2 } : null;

function cellsOf(panel: CalibrationPanel, questionId: string, references: CalibrationSummary['questions'][number]['references'], names: ResultNames): CalibrationResult['questions'][number]['cells'] {
    const { question } = allQuestions(panel.form).find(each => each.question.id === questionId)!;
    return panel.interactionIds.flatMap((interactionId, call) => panel.raterIds.flatMap(raterId => {
        const evaluation = evaluationOf(panel, raterId, interactionId);
        const rating = ratingOf(question, evaluation);
        if (!evaluation || rating === null) {
            return [];
        }
        const reference = references[call]!;
        return [{
            evaluationId: evaluation.evaluationId, raterId, interactionId, ...shown(rating), comment: evaluation.answers[questionId]?.comment ?? null,
            evidence: (names.evidence.get(evaluation.evaluationId) ?? []).filter(each => each.questionId === questionId).map(each => ({ fromMs: each.fromMs, toMs: each.toMs, note: each.note ?? null })),
            matchesReference: reference.source === 'none' ? null : rating === reference.rating
        }];
    }));
}
