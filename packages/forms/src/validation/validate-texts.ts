import type { FormDefinition, Question } from '../definition/form-definition';
import { LocalizedText, hasText } from '../definition/localized-text';
import { FormProblem, formError, formWarning } from '../definition/problem';

/** A text of the form, its path, and whether nobody can do without it. */
interface PlacedText {
    readonly path: string;
    readonly text: LocalizedText;
    readonly essential: boolean;
}

const essential = (path: string, text: LocalizedText): PlacedText => ({ path, text, essential: true });

const supporting = (path: string, text: LocalizedText | undefined): readonly PlacedText[] => text ? [{ path, text, essential: false }] : [];

const textsOfQuestion = (question: Question, path: string): readonly PlacedText[] => [
    essential(`${path}/text`, question.text),
    ...supporting(`${path}/help`, question.help),
    ...(question.examples ?? []).flatMap((example, index) => supporting(`${path}/examples/${index}/text`, example.text)),
    ...(question.options ?? []).map((option, index) => essential(`${path}/options/${index}/label`, option.label))
];

const textsOf = (form: FormDefinition): readonly PlacedText[] => [
    essential('/title', form.title),
    ...supporting('/description', form.description),
    ...form.sections.flatMap((section, index) => [
        essential(`/sections/${index}/title`, section.title),
        ...supporting(`/sections/${index}/description`, section.description),
        ...section.questions.flatMap((question, position) => textsOfQuestion(question, `/sections/${index}/questions/${position}`))
    ])
];

/**
 * Languages and translations. A form must not promise a language in which a question cannot be read; help, examples
 * and descriptions may be missing in some, with a warning.
 */
export const validateTexts = (form: FormDefinition): readonly FormProblem[] => {
    const languages = form.languages.length > 0 ? [] : [formError('/languages', 'no-language')];
    const duplicates = form.languages.flatMap((language, index) =>
        form.languages.indexOf(language) < index ? [formError(`/languages/${index}`, 'duplicate-language', { language })] : []);
    const texts = textsOf(form).flatMap(({ path, text, essential: needed }) => {
        const report = needed ? formError : formWarning;
        if (!Object.keys(text).some(language => hasText(text, language))) {
            return [report(path, 'missing-text')];
        }
        const missing = form.languages.filter(language => !hasText(text, language));
        const undeclared = Object.keys(text).filter(language => !form.languages.includes(language));
        return [
            ...missing.length > 0 ? [report(path, 'missing-translation', { languages: missing })] : [],
            ...undeclared.length > 0 ? [formWarning(path, 'undeclared-language', { languages: undeclared })] : []
        ];
    });
    return [...languages, ...duplicates, ...texts];
};
