import type { FormDefinition, FormProblem } from '@earshot/forms';
import type { FormPlace } from './form-editing';

export const samePlace = (one: FormPlace, other: FormPlace): boolean => one.section === other.section && one.question === other.question;

/** The JSON pointer of a place; '' is the form itself. */
export const pathOfPlace = ({ section, question }: FormPlace): string => section === undefined ? '' : question === undefined ? `/sections/${section}` : `/sections/${section}/questions/${question}`;

/** What of the form a problem is about: the innermost of form, section and question. */
export const placeOfProblem = ({ path }: Pick<FormProblem, 'path'>): FormPlace => {
    const [, section, , question] = /^\/sections\/(\d+)(\/questions\/(\d+))?/.exec(path) ?? [];
    return { ...section !== undefined && { section: Number(section) }, ...question !== undefined && { question: Number(question) } };
};

/** The place if it is there: undoing can take away what is being edited. */
export const existingPlace = ({ section, question }: FormPlace, sections: readonly { readonly questions: readonly unknown[] }[]): FormPlace =>
    section === undefined || !sections[section] ? {} : question === undefined || sections[section].questions[question] === undefined ? { section } : { section, question };

/** A pointer that stays with its section or question when they are moved: by their ids instead of their places. */
export const steadyPath = (form: FormDefinition, path: string): string => {
    const { section, question } = placeOfProblem({ path });
    const rest = path.slice(pathOfPlace({ section, question }).length);
    const here = section === undefined ? undefined : form.sections[section];
    return !here ? path : question === undefined ? `section ${here.id}${rest}` : `question ${here.questions[question]?.id ?? question}${rest}`;
};
