import type { AnswerValue } from '../definition/answer-test';

/** What somebody answered to one question. */
export interface Answer {
    /** null: not answered (yet), or not applicable. */
    readonly value: AnswerValue | null;
    readonly notApplicable?: true;
    readonly comment?: string;
}

/** The answers of one filled-in form by question id. */
export type Answers = Readonly<Record<string, Answer>>;

/** The own entry of what may be anything; a question named `constructor` must not find Object's. */
export const ownEntry = (container: unknown, key: string): unknown =>
    typeof container === 'object' && container !== null && Object.hasOwn(container, key) ? Reflect.get(container, key) : undefined;
