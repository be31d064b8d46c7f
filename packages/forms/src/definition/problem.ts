/** What is wrong with a form. It carries no sentence: a screen words the code in the reader's language. */
export interface FormProblem {
    /** JSON pointer (RFC 6901) into the form; '' is the form itself. */
    readonly path: string;
    /** One of {@link formProblemCodes}, or a code of an added question kind. */
    readonly code: string;
    /** An error forbids publication, a warning deserves a look. */
    readonly severity: 'error' | 'warning';
    readonly parameters: ProblemParameters;
}

export type ProblemParameters = Readonly<Record<string, string | number | readonly string[]>>;

export const formProblemCodes = [
    // the shape of the JSON
    'wrong-type', 'unknown-key', 'missing-key', 'not-finite', 'text-too-long', 'text-not-storable', 'too-many-entries', 'too-deep',
    'too-large', 'unknown-word', 'invalid-id', 'invalid-language', 'invalid-json', 'unknown-format', 'unsupported-version',
    // the meaning of the form
    'duplicate-id', 'no-language', 'duplicate-language', 'missing-text', 'missing-translation', 'undeclared-language', 'no-section', 'empty-section',
    'too-many-questions', 'weight-out-of-range', 'pass-percent-out-of-range', 'no-scorable-question',
    'unknown-kind', 'field-not-used', 'unscored-with-bonus', 'effect-without-class', 'cannot-fail', 'duplicate-example', 'impossible-answer',
    'bonus-out-of-range', 'empty-condition', 'unknown-question', 'later-question', 'circular-condition',
    'too-few-options', 'duplicate-option', 'option-not-a-number', 'option-not-a-text', 'options-not-rising', 'points-incomplete', 'points-out-of-range',
    'no-points', 'missing-bounds', 'bounds-out-of-range', 'bounds-reversed', 'step-out-of-range', 'length-out-of-range',
    'no-phrase', 'no-wording', 'wording-too-long', 'seconds-out-of-range', 'same-suggestion'
] as const;

export type FormProblemCode = typeof formProblemCodes[number];

/** An error at a path. */
export const formError = (path: string, code: FormProblemCode, parameters: ProblemParameters = {}): FormProblem =>
    ({ path, code, severity: 'error', parameters });

/** A warning at a path. */
export const formWarning = (path: string, code: FormProblemCode, parameters: ProblemParameters = {}): FormProblem =>
    ({ path, code, severity: 'warning', parameters });

/** The same problem seen from further up. */
export const below = (path: string, problems: readonly FormProblem[]): readonly FormProblem[] =>
    problems.map(problem => ({ ...problem, path: path + problem.path }));

/** One step of a JSON pointer, escaped as RFC 6901 says. */
export const pointer = (key: string | number): string => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;
