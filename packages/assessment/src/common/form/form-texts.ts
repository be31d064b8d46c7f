import { type FormDefinition, type LocalizedText, hasText } from '@earshot/forms';
import type { FormPlace } from './form-editing';

/** A text of a form: where it stands and what it is in each language. */
export interface FormText {
    /** JSON pointer of the text. */
    readonly path: string;
    readonly place: FormPlace;
    /** title, description, text, help, label of an answer, text of an example. */
    readonly field: 'title' | 'description' | 'text' | 'help' | 'option' | 'example';
    readonly text: LocalizedText;
    /** Whether the form cannot be published without it. */
    readonly required: boolean;
}

/** Every text of a form from top to bottom, with those that may be absent only where they are there. */
export const formTexts = (form: FormDefinition): readonly FormText[] => {
    const entry = (path: string, place: FormPlace, field: FormText['field'], text: LocalizedText | undefined, required = false): readonly FormText[] =>
        text || required ? [{ path, place, field, text: text ?? {}, required }] : [];
    return [
        ...entry('/title', {}, 'title', form.title, true), ...entry('/description', {}, 'description', form.description),
        ...form.sections.flatMap((section, at) => {
            const path = `/sections/${at}`;
            return [
                ...entry(`${path}/title`, { section: at }, 'title', section.title, true), ...entry(`${path}/description`, { section: at }, 'description', section.description),
                ...section.questions.flatMap((question, index) => {
                    const place = { section: at, question: index };
                    const below = `${path}/questions/${index}`;
                    return [
                        ...entry(`${below}/text`, place, 'text', question.text, true), ...entry(`${below}/help`, place, 'help', question.help),
                        ...(question.options ?? []).flatMap((option, number) => entry(`${below}/options/${number}/label`, place, 'option', option.label, true)),
                        ...(question.examples ?? []).flatMap((example, number) => entry(`${below}/examples/${number}/text`, place, 'example', example.text, true))
                    ];
                })
            ];
        })
    ];
};

/** The languages of the form in which a text is missing. */
export const missingLanguages = (form: FormDefinition, { text }: FormText): readonly string[] => form.languages.filter(language => !hasText(text, language));

const replacedAt = (value: unknown, steps: readonly string[], entry: unknown): unknown => {
    const [step, ...rest] = steps;
    if (step === undefined) {
        return entry;
    }
    if (Array.isArray(value)) {
        return value.map((each: unknown, place) => String(place) === step ? replacedAt(each, rest, entry) : each);
    }
    return { ...value as object, [step]: replacedAt((value as Readonly<Record<string, unknown>>)[step], rest, entry) };
};

/** The form with a text in one language written anew; nothing but blanks takes it away. */
export const withFormText = (form: FormDefinition, { path, text }: FormText, language: string, words: string): FormDefinition => {
    const { [language]: _replaced, ...others } = text;
    return replacedAt(form, path.split('/').slice(1), words === '' ? others : { ...others, [language]: words }) as FormDefinition;
};
