/**
 * The score of a filled-in form.
 *
 *     percent = 100 · Σ W·w·points / Σ W·w·possible
 *
 * over the questions that count: shown, answered, not "not applicable", and carrying points. W is the section's weight
 * (default 1), w the question's, `points` what the answer earns and `possible` what the best answer would have earned.
 * A question that does not count leaves both sums, so its weight is spread over the others in proportion. If nothing
 * counts there is no score, which is not 0.
 *
 * Example: a section of weight 40 with 1 of 2 points and one of weight 20 with 1 of 1 point give
 * 100 · (40·1 + 20·1) / (40·2 + 20·1) = 100 · 60 / 100 = 60 %.
 *
 * Then, in this order: a failure with the effect `section-zero` takes the section's points, its possible points stay;
 * bonuses and penalties are added as percentage points; the result is kept within 0 to 100; a failure with the effect
 * `form-zero` makes it 0, even if nothing else counted. Critical errors are also counted per class beside the score.
 */
import type { Answers } from '../answers/answer';
import type { FormDefinition, Section } from '../definition/form-definition';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';
import { adjustPercent } from './adjusted-percent';
import { QuestionAssessment, assessQuestions } from './assessment';
import { criticalErrors } from './critical-errors';
import { exactSum } from './exact-sum';
import type { FormScore, NoScoreReason, SectionScore } from './form-score';
import { roundedPercent } from './rounded-percent';
import { counts, failedWith, sectionWeight, weightedSteps } from './score-trace';

/** null when nothing is possible. Equal sums give exactly 100; rounding cannot lift lesser points above it. */
const percentOf = (points: number, possible: number): number | null =>
    !(possible > 0) ? null : points === possible ? 100 : 100 * points / possible;

const weighted = (assessments: readonly QuestionAssessment[], side: 'points' | 'possible'): number =>
    exactSum(assessments.map(({ question, [side]: amount }) => question.weight * amount));

const scoreSection = (section: Section, assessments: readonly QuestionAssessment[]): SectionScore => {
    const counting = assessments.filter(counts);
    const zeroed = failedWith('section-zero', assessments).length > 0;
    const points = zeroed ? 0 : weighted(counting, 'points');
    const possible = weighted(counting, 'possible');
    return { section: section.id, weight: sectionWeight(section), points, possible, percent: percentOf(points, possible), zeroed };
};

const noScoreReason = (scored: boolean, assessments: readonly QuestionAssessment[]): NoScoreReason => {
    const notApplicable = assessments.some(({ status, possible }) => possible > 0 && status === 'not-applicable');
    return !scored ? 'not-scored' : notApplicable ? 'all-not-applicable' : 'nothing-answered';
};

/**
 * Scores a form that `validateForm` found without errors. Gaps are allowed, so that the score can be shown while the
 * form is filled in; an invalid answer counts as a gap. Pure: the same form and answers always give the same figures,
 * in whatever order the questions stand.
 */
export const scoreForm = (form: FormDefinition, answers: Answers, kinds: QuestionKinds = builtInKinds): FormScore => {
    const assessments = assessQuestions(form, answers, kinds);
    const sections = form.sections.map(section => scoreSection(section, assessments.filter(assessment => assessment.section === section)));
    const points = exactSum(sections.map(section => section.weight * section.points));
    const possible = exactSum(sections.map(section => section.weight * section.possible));
    const { scored = true, passPercent } = form.scoring ?? {};
    const { percent, steps } = scored ? adjustPercent(percentOf(points, possible), assessments) : { percent: null, steps: [] };
    const autoFail = failedWith('form-zero', assessments).length > 0;
    return {
        percent,
        ...percent === null ? { reason: noScoreReason(scored, assessments) } : {},
        points, possible, sections,
        trace: scored ? [...weightedSteps(form, assessments, possible), ...steps] : [],
        criticalErrors: criticalErrors(assessments),
        autoFail,
        passed: percent === null || passPercent === undefined ? null : !autoFail && roundedPercent(percent) >= passPercent,
        unanswered: assessments.filter(({ status, question }) => status === 'invalid' || status === 'unanswered' && !question.optional).length
    };
};
