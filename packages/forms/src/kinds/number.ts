import type { Question } from '../definition/form-definition';
import { formLimits } from '../definition/form-limits';
import { FormProblem, formError } from '../definition/problem';
import { declaredFailures } from './options';
import type { AnswerFault, QuestionKind } from './question-kind';
import { fullPoints, validateFullPoints } from './two-answers';

const validateNumber = (question: Question): readonly FormProblem[] => {
    const { min, max, step, better } = question;
    const problems: FormProblem[] = [...validateFullPoints(question)];
    for (const [field, bound] of [['min', min], ['max', max]] as const) {
        if (bound !== undefined && !(Math.abs(bound) <= formLimits.magnitude)) {
            problems.push(formError(`/${field}`, 'bounds-out-of-range', { value: String(bound), largest: formLimits.magnitude }));
        }
    }
    if (min !== undefined && max !== undefined && !(min < max)) {
        problems.push(formError('/max', 'bounds-reversed', { min: String(min), max: String(max) }));
    }
    if (better !== undefined && (min === undefined || max === undefined)) {
        problems.push(formError('/better', 'missing-bounds'));
    }
    if (step !== undefined && !(step > 0 && step <= formLimits.magnitude)) {
        problems.push(formError('/step', 'step-out-of-range', { value: String(step) }));
    }
    return problems;
};

const isOnStep = (value: number, { min = 0, step }: Question): boolean => {
    const steps = step === undefined ? 0 : (value - min) / step;
    return Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps));
};

const validateAnswer = (question: Question, value: unknown): AnswerFault | undefined => {
    if (typeof value !== 'number') {
        return { code: 'wrong-type', parameters: { expected: 'number' } };
    }
    if (!Number.isFinite(value)) {
        return { code: 'not-finite', parameters: {} };
    }
    const { min = -formLimits.magnitude, max = formLimits.magnitude, step } = question;
    if (value < min || value > max) {
        return { code: 'out-of-range', parameters: { min, max } };
    }
    return isOnStep(value, question) ? undefined : { code: 'not-a-step', parameters: { step: step ?? 0, min: question.min ?? 0 } };
};

/** 0 at the worse bound, 1 at the better one, linear between them. */
const goodness = (value: number, { min = 0, max = 0, better }: Question): number => {
    if (!(max > min)) {
        return 0;
    }
    return better === 'lower' ? (max - value) / (max - min) : (value - min) / (max - min);
};

/** A measured or counted number: an observation, or scored linearly when `better` names the good end. */
export const numberKind: QuestionKind = {
    name: 'number',
    fields: ['points', 'min', 'max', 'step', 'better', 'failsOn'],
    validateQuestion: validateNumber,
    validateAnswer,
    possiblePoints: question => question.better === undefined ? 0 : fullPoints(question),
    earnedPoints: (question, value) => question.better === undefined || typeof value !== 'number' ? 0 : fullPoints(question) * goodness(value, question),
    ...declaredFailures,
    agreementLevel: () => 'interval',
    category: (_, value) => typeof value === 'number' ? value : undefined
};
