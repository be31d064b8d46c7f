import type { FormDefinition, Section } from '../definition/form-definition';
import type { QuestionAssessment } from './assessment';
import { exactSum } from './exact-sum';
import type { TraceStep } from './form-score';

/** The weight of a section that names none is 1. */
export const sectionWeight = (section: Section): number => section.weight ?? 1;

/** Whether the question takes part in the weighted score: shown, answered, applicable, with points. */
export const counts = ({ status, possible }: QuestionAssessment): boolean => status === 'answered' && possible > 0;

/** The ids of the failed questions with this effect. */
export const failedWith = (effect: 'section-zero' | 'form-zero', assessments: readonly QuestionAssessment[]): readonly string[] =>
    assessments.filter(({ failure, question }) => failure && question.critical.effect === effect).map(({ question }) => question.id);

/** A question's weighted part of a sum of weighted points; 0 of nothing. */
const part = ({ question, section }: QuestionAssessment, points: number, whole: number): number =>
    whole > 0 ? sectionWeight(section) * question.weight * points / whole : 0;

const percentPointsOf = (assessment: QuestionAssessment, possible: number): number => 100 * part(assessment, assessment.points, possible);

const stepsOfQuestion = (assessment: QuestionAssessment, nominal: number, possible: number): readonly TraceStep[] => {
    const { question, section, status, possible: offered } = assessment;
    const place = { question: question.id, section: section.id };
    if (offered === 0) {
        return [];
    }
    if (status !== 'answered') {
        const nominalShare = status === 'hidden' ? 0 : part(assessment, offered, nominal);
        return [{ step: 'left-out', ...place, why: status, nominalShare, percentPoints: 0 }];
    }
    return [{
        step: 'question', ...place, points: assessment.points, possible: offered, weight: question.weight, sectionWeight: sectionWeight(section),
        nominalShare: part(assessment, offered, nominal), share: part(assessment, offered, possible), percentPoints: percentPointsOf(assessment, possible)
    }];
};

const criticalStep = ({ question, section, failure }: QuestionAssessment): readonly TraceStep[] => {
    const { class: criticalClass, effect } = question.critical;
    return failure && (criticalClass !== 'none' || effect !== 'none') ?
        [{ step: 'critical-error', question: question.id, section: section.id, class: criticalClass, effect, percentPoints: 0 }] : [];
};

/**
 * The steps that lead to the weighted score: every question that carries points and every critical error in the order of
 * the form, then the sections that a failure sets to zero. `possible` is Σ W·w·possible of the questions that count.
 */
export const weightedSteps = (form: FormDefinition, assessments: readonly QuestionAssessment[], possible: number): readonly TraceStep[] => {
    const shown = assessments.filter(({ status }) => status !== 'hidden');
    const nominal = exactSum(shown.map(({ question, section, possible: offered }) => sectionWeight(section) * question.weight * offered));
    const zeroed = form.sections.flatMap((section): readonly TraceStep[] => {
        const inSection = assessments.filter(assessment => assessment.section === section);
        const questions = failedWith('section-zero', inSection);
        const lost = exactSum(inSection.filter(counts).map(assessment => percentPointsOf(assessment, possible)));
        return questions.length === 0 ? [] : [{ step: 'section-zero', section: section.id, questions, percentPoints: 0 - lost }];
    });
    return [...assessments.flatMap(assessment => [...stepsOfQuestion(assessment, nominal, possible), ...criticalStep(assessment)]), ...zeroed];
};
