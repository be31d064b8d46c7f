import type { CriticalClass } from '../definition/form-definition';
import type { QuestionAssessment } from './assessment';
import type { CriticalErrors, FormScore } from './form-score';

const criticalErrorsOf = (assessments: readonly QuestionAssessment[], criticalClass: CriticalClass): CriticalErrors => {
    const assessed = assessments.filter(({ question, status }) => question.critical.class === criticalClass && status === 'answered');
    const questions = assessed.filter(({ failure }) => failure).map(({ question }) => question.id);
    const failed = questions.length;
    return {
        assessed: assessed.length,
        failed,
        questions,
        accurate: assessed.length === 0 ? null : failed === 0,
        percent: assessed.length === 0 ? null : 100 * (assessed.length - failed) / assessed.length
    };
};

/** The critical errors of one form, class by class: judged beside the percentage, not through it. */
export const criticalErrors = (assessments: readonly QuestionAssessment[]): FormScore['criticalErrors'] => ({
    customer: criticalErrorsOf(assessments, 'customer'),
    business: criticalErrorsOf(assessments, 'business'),
    compliance: criticalErrorsOf(assessments, 'compliance')
});

/** How many of the forms in which a class was assessed are free of its errors. */
export interface CriticalAccuracy {
    readonly assessed: number;
    readonly accurate: number;
    /** 100 · accurate / assessed; null when no form assessed the class. */
    readonly percent: number | null;
}

/** Critical-error accuracy over many forms: the share of forms without any error of the class, not of questions. */
export const criticalAccuracy = (scores: readonly Pick<FormScore, 'criticalErrors'>[]): Readonly<Record<CriticalClass, CriticalAccuracy>> => {
    const accuracyOf = (criticalClass: CriticalClass): CriticalAccuracy => {
        const outcomes = scores.map(score => score.criticalErrors[criticalClass].accurate).filter(accurate => accurate !== null);
        const accurate = outcomes.filter(outcome => outcome).length;
        return { assessed: outcomes.length, accurate, percent: outcomes.length === 0 ? null : 100 * accurate / outcomes.length };
    };
    return { customer: accuracyOf('customer'), business: accuracyOf('business'), compliance: accuracyOf('compliance') };
};
