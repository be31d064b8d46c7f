import type { AnswerValue } from '../definition/answer-test';
import type { Question } from '../definition/form-definition';
import type { FormProblem, ProblemParameters } from '../definition/problem';

/** Stevens' levels of measurement (Science 103, 1946): they decide which agreement coefficient fits. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval';

/** The fields of a question that only some kinds use. */
export const kindFields = ['points', 'favourable', 'options', 'failsOn', 'min', 'max', 'step', 'better', 'maximumLength', 'settings'] as const;
export type KindField = typeof kindFields[number];

/** Why a value is not an answer to a question. */
export interface AnswerFault {
    /** One of the answer problem codes, or a code of an added kind. */
    readonly code: string;
    readonly parameters: ProblemParameters;
}

/**
 * How one kind of question is defined, answered and scored. All members are pure and never throw for a question that
 * has the right shape, even if it is not valid yet. `value` is always one that `validateAnswer` accepted.
 */
export interface QuestionKind {
    /** What `Question.kind` says. */
    readonly name: string;
    readonly fields: readonly KindField[];
    /** What is wrong with the definition; paths start at the question. */
    validateQuestion(question: Question): readonly FormProblem[];
    /** Why the value is not an answer; undefined when it is one. Anything may come in. */
    validateAnswer(question: Question, value: unknown): AnswerFault | undefined;
    /** The most points an answer can earn; 0 when answers carry no points. */
    possiblePoints(question: Question): number;
    /** Between 0 and the possible points. */
    earnedPoints(question: Question, value: AnswerValue): number;
    canFail(question: Question): boolean;
    isFailure(question: Question, value: AnswerValue): boolean;
    /** undefined when answers cannot be compared, as with free text. */
    agreementLevel(question: Question): MeasurementLevel | undefined;
    /** The number that stands for the answer in agreement statistics; undefined as for the level. */
    category(question: Question, value: AnswerValue): number | undefined;
}

/** The kinds that a form may use. */
export interface QuestionKinds {
    readonly all: readonly QuestionKind[];
    get(name: string): QuestionKind | undefined;
}

/** Gathers kinds. Two of one name are a programming error and throw. */
export const gatherKinds = (kinds: readonly QuestionKind[]): QuestionKinds => {
    const byName = new Map<string, QuestionKind>();
    for (const kind of kinds) {
        if (byName.has(kind.name)) {
            throw new Error(`Two question kinds are named '${kind.name}'.`);
        }
        byName.set(kind.name, kind);
    }
    return { all: [...kinds], get: name => byName.get(name) };
};
