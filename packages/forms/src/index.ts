export * from './definition/localized-text';
export * from './definition/form-definition';
export * from './definition/answer-test';
export * from './definition/condition';
export * from './definition/form-limits';
export { type FormProblem, type FormProblemCode, type ProblemParameters, formError, formProblemCodes, formWarning } from './definition/problem';
export * from './kinds/scorable-points';
export * from './validation/validate-form';
export { validateQuestion } from './validation/validate-question';

export * from './kinds/question-kind';
export * from './kinds/built-in-kinds';

export type { Answer, Answers } from './answers/answer';
export * from './answers/read-answer';
export * from './answers/visible-questions';
export * from './answers/validate-answers';
export * from './answers/ratings-for-agreement';

export * from './scoring/form-score';
export { scoreForm } from './scoring/score-form';
export { type CriticalAccuracy, criticalAccuracy } from './scoring/critical-errors';
export * from './scoring/rounded-percent';
export * from './scoring/form-shares';

export * from './replay/replay';
export * from './replay/replay-summary';

export { type FormReading, parseForm } from './reading/parse-form';
export * from './reading/form-file';

export { canonicalForm } from './versions/canonical-form';
export * from './versions/compare-forms';
export * from './versions/form-difference';
export * from './versions/form-version-state';

export { articleQualityForm } from './samples/article-quality';
export { complianceForm } from './samples/compliance';
export { generalServiceForm } from './samples/general-service';
export { trainingFeedbackForm } from './samples/training-feedback';
