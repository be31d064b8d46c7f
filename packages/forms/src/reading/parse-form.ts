import {
    Adjustment, Criticality, FormDefinition, PhraseRule, PhraseRules, PhraseStretch, Question, QuestionOption, RatingExample, ScoringRules, Section, allQuestions, criticalClasses, criticalEffects, phraseDemands, phraseParts, phraseSpeakers
} from '../definition/form-definition';
import { formLimits } from '../definition/form-limits';
import type { FormProblem } from '../definition/problem';
import { Reader, beginReading, flag, formId, json, languageTag, list, localizedText, number, optional, record, refuse, required, text, word } from './json-reading';
import { answerTest, answerValue, condition } from './read-condition';

const questionOption = record<QuestionOption>({
    value: required<string | number>((value, path, reading) => typeof value === 'number' ? number(value, path, reading) : text(value, path, reading)),
    label: required(localizedText),
    points: optional(number)
});

const ratingExample = record<RatingExample>({ answer: required(answerValue), text: required(localizedText) });

const adjustment = record<Adjustment>({ when: required(answerTest), percentPoints: required(number) });

const criticality = record<Criticality>({
    class: required(word('none', ...criticalClasses)),
    effect: required(word(...criticalEffects))
});

const phraseRule = record<PhraseRule>({
    demand: required(word(...phraseDemands)),
    wordings: required(list(text)),
    speaker: required(word(...phraseSpeakers)),
    within: optional(record<PhraseStretch>({ part: required(word(...phraseParts)), seconds: required(number) }))
});

const phraseRules = record<PhraseRules>({ rules: required(list(phraseRule)), kept: required(answerValue), broken: required(answerValue) });

const question = record<Question>({
    id: required(formId),
    text: required(localizedText),
    help: optional(localizedText),
    examples: optional(list(ratingExample)),
    kind: required(formId),
    weight: required(number),
    notApplicable: required(flag),
    critical: required(criticality),
    condition: optional(condition()),
    bonus: optional(list(adjustment)),
    commentRequiredOn: optional(list(answerTest)),
    optional: optional(flag),
    unscored: optional(flag),
    points: optional(number),
    favourable: optional(flag),
    options: optional(list(questionOption)),
    failsOn: optional(list(answerTest)),
    min: optional(number),
    max: optional(number),
    step: optional(number),
    better: optional(word('higher', 'lower')),
    maximumLength: optional(number),
    phrases: optional(phraseRules),
    settings: optional(json())
});

const section = record<Section>({
    id: required(formId),
    title: required(localizedText),
    description: optional(localizedText),
    weight: optional(number),
    condition: optional(condition()),
    questions: required(list(question, formLimits.questions))
});

/** Reads the shape of a form; what the form means is left to `validateForm`. */
export const formDefinition: Reader<FormDefinition> = record<FormDefinition>({
    title: required(localizedText),
    description: optional(localizedText),
    languages: required(list(languageTag, formLimits.languages)),
    sections: required(list(section, formLimits.sections)),
    scoring: optional(record<ScoringRules>({ scored: optional(flag), passPercent: optional(number) }))
});

/** A form, or why there is none. */
export type FormReading =
    | { readonly form: FormDefinition; readonly problems?: undefined }
    | { readonly form?: undefined; readonly problems: readonly FormProblem[] };

/** Applies a reader of forms to anything. */
export const readFormWith = (reader: Reader<FormDefinition>, value: unknown): FormReading => {
    const reading = beginReading();
    const form = reader(value, '', reading);
    const count = form ? allQuestions(form).length : 0;
    if (count > formLimits.questions) {
        refuse(reading, '/sections', 'too-many-questions', { count, largest: formLimits.questions });
    }
    return form && reading.problems.length === 0 ? { form } : { problems: reading.problems };
};

/**
 * Reads a form from parsed, untrusted JSON. Never throws. The result is a fresh value that shares nothing with the input
 * and holds only known keys of the right types within `formLimits`; anything else is refused with every problem found,
 * up to the limit. A form that is still being drafted passes: whether it may be published is for `validateForm` to say.
 */
export const parseForm = (value: unknown): FormReading => readFormWith(formDefinition, value);
