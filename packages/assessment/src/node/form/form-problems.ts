import type { FormDefinition, FormProblem, FormReading } from '@earshot/forms';
import { type Problem, invalid } from '@earshot/core/lib/node/api/failure';

/** Problems as an INVALID answer carries them: the path as the input names it, the JSON pointer into the form beside it. */
const below = (input: string, problems: readonly FormProblem[]): Problem[] => problems.map(({ path, code, severity, parameters }) =>
    ({ path: `${input}${path.replace(/\//g, '.')}`, code, detail: { ...parameters, pointer: path, severity } }));

/** The form that was read. @throws INVALID with every problem, below this name of the input. */
export const readForm = (input: string, { form, problems }: FormReading): FormDefinition => {
    if (!form) {
        throw invalid(below(input, problems));
    }
    return form;
};

/** @throws INVALID where there are errors; warnings may stand. */
export const refuseErrors = (problems: readonly FormProblem[]): void => {
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length) {
        throw invalid(below('definition', errors));
    }
};
