import * as React from '@theia/core/shared/react';
import type { FormDefinition, FormProblem, QuestionKinds } from '@earshot/forms';
import { anyFormProblemText } from '../words/form-problem-text';

/** What the fields of the builder share. */
export interface FormEditor {
    readonly form: FormDefinition;
    readonly kinds: QuestionKinds;
    readonly problems: readonly FormProblem[];
    /** The language in which texts are written; the others stand in the table of translations. */
    readonly language: string;
    /** Whether problems at a JSON pointer are said yet: not before somebody has been there, or wants to be done. */
    shows(path: string): boolean;
    /** Replaces the form; `what` names what is changed, so that typing is taken back as one step. */
    change(form: FormDefinition, what?: string): void;
}

const Context = React.createContext<FormEditor | undefined>(undefined);
export const FormEditorProvider = Context.Provider;

export function useFormEditor(): FormEditor {
    const editor = React.useContext(Context);
    if (!editor) {
        throw new Error('Fields of a form stand below a FormEditorProvider.');
    }
    return editor;
}

/** What is wrong at a place in the form (a JSON pointer), in words, as far as it is said yet; with `below` also further down. */
export function useProblemAt(path: string, below = false): string | undefined {
    const { problems, shows } = useFormEditor();
    const here = problems.filter(each => (each.path === path || below && each.path.startsWith(`${path}/`)) && shows(each.path));
    return here.length ? [...new Set(here.map(each => anyFormProblemText(each.code, each.parameters)))].join(' ') : undefined;
}
