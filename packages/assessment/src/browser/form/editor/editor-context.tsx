import * as React from '@theia/core/shared/react';
import type { FormDefinition, FormProblem, LocalizedText, QuestionKinds } from '@earshot/forms';
import { anyFormProblemText } from '../words/form-problem-text';

/** What the fields of the editor share. */
export interface FormEditor {
    readonly form: FormDefinition;
    readonly kinds: QuestionKinds;
    readonly problems: readonly FormProblem[];
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

/** What is wrong at a place in the form (a JSON pointer), in words; with `below` also further down. */
export function useProblemAt(path: string, below = false): string | undefined {
    const { problems } = useFormEditor();
    const here = problems.filter(each => each.path === path || below && each.path.startsWith(`${path}/`));
    return here.length ? [...new Set(here.map(each => anyFormProblemText(each.code, each.parameters)))].join(' ') : undefined;
}

/** The languages that a text is written in: those that the form promises, and others that are there already. */
export const languagesOf = (form: FormDefinition, text: LocalizedText | undefined): readonly string[] =>
    [...form.languages, ...Object.keys(text ?? {}).filter(each => !form.languages.includes(each))];
