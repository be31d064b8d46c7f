import type { AnswerTest, AnswerValue } from './answer-test';
import type { Condition } from './condition';
import type { LocalizedText } from './localized-text';

/**
 * A form: sections of questions that are answered about something (a call, an article, an exam recording, a process)
 * and scored. A value of this type is plain JSON and never changes; a new edition is a new value.
 */
export interface FormDefinition {
    readonly title: LocalizedText;
    readonly description?: LocalizedText;
    /** The languages in which every text of the form is promised, as lower-case tags. */
    readonly languages: readonly string[];
    readonly sections: readonly Section[];
    readonly scoring?: ScoringRules;
}

export interface ScoringRules {
    /** `false` for a survey or checklist that yields no percentage. Default: scored. */
    readonly scored?: boolean;
    /** The percentage, 0 to 100, from which on the result counts as passed. It is compared with the rounded score. */
    readonly passPercent?: number;
}

export interface Section {
    /** Stable, unique among the sections of the form. */
    readonly id: string;
    readonly title: LocalizedText;
    readonly description?: LocalizedText;
    /** Multiplies the weight of each question in the section. Default 1. */
    readonly weight?: number;
    /** The whole section is hidden while this does not hold. */
    readonly condition?: Condition;
    readonly questions: readonly Question[];
}

export interface Question {
    /** Stable, unique in the form; kept from version to version as long as the question means the same. */
    readonly id: string;
    readonly text: LocalizedText;
    /** What to look for and how to decide. */
    readonly help?: LocalizedText;
    /** What each rating looks like in practice. */
    readonly examples?: readonly RatingExample[];
    /** The name of a {@link QuestionKind}: yes-no, pass-fail, scale, number, choice, text, or one that others add. */
    readonly kind: string;
    /** Multiplies the points earned and the points possible. Ignored where the question carries no points. */
    readonly weight: number;
    /** Whether "not applicable" is an allowed answer. */
    readonly notApplicable: boolean;
    readonly critical: Criticality;
    /** The question is hidden, and leaves the score, while this does not hold. */
    readonly condition?: Condition;
    /** Percentage points added after the weighted score. A question with a bonus is not part of the weighted score. */
    readonly bonus?: readonly Adjustment[];
    /** A comment is required when any of these holds for the answer. */
    readonly commentRequiredOn?: readonly AnswerTest[];
    /** May be left empty in a completed form. */
    readonly optional?: boolean;
    /** Asked and recorded, also as a critical question, but without points. */
    readonly unscored?: boolean;

    /** yes-no, pass-fail, number: the points for the best answer. Default 1. */
    readonly points?: number;
    /** yes-no: the answer that earns the points. Default `true`. */
    readonly favourable?: boolean;
    /** scale (numeric values, rising) and choice (text values). */
    readonly options?: readonly QuestionOption[];
    /** scale, choice, number: the answers that count as a failure. */
    readonly failsOn?: readonly AnswerTest[];
    /** number: the smallest allowed value. */
    readonly min?: number;
    /** number: the largest allowed value. */
    readonly max?: number;
    /** number: values are `min` plus a multiple of this. */
    readonly step?: number;
    /** number: which end earns the points, linearly between `min` and `max`. Without it a number earns no points. */
    readonly better?: 'higher' | 'lower';
    /** text: the largest number of UTF-16 units. */
    readonly maximumLength?: number;
    /** What of it can be told from what was said. */
    readonly phrases?: PhraseRules;
    /** Whatever an added kind needs, as JSON. */
    readonly settings?: JsonValue;
}

/**
 * Phrases that must be or must not be said. Whether they were suggests an answer; what counts is only what somebody answers.
 */
export interface PhraseRules {
    readonly rules: readonly PhraseRule[];
    /** The answer to suggest when all rules were kept, and when one was broken. */
    readonly kept: AnswerValue;
    readonly broken: AnswerValue;
}

export const phraseDemands = ['required', 'forbidden'] as const;
export const phraseSpeakers = ['agent', 'customer'] as const;

export interface PhraseRule {
    readonly demand: typeof phraseDemands[number];
    /** Any one of them is the phrase. */
    readonly wordings: readonly string[];
    readonly speaker: typeof phraseSpeakers[number];
    /** Where it has to be said, or must not be; anywhere if absent. */
    readonly within?: PhraseStretch;
}

export const phraseParts = ['first', 'last'] as const;
/** The first or last seconds of the conversation. */
export interface PhraseStretch {
    readonly part: typeof phraseParts[number];
    readonly seconds: number;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export interface QuestionOption {
    /** A number on a scale, a stable text in a choice. */
    readonly value: string | number;
    readonly label: LocalizedText;
    /** Default: on a scale the value itself. A choice without any points is not scored. */
    readonly points?: number;
}

export interface RatingExample {
    /** The answer that the example illustrates. */
    readonly answer: AnswerValue;
    readonly text: LocalizedText;
}

/** Percentage points (negative: a penalty) added when the test holds; the first one that holds counts. */
export interface Adjustment {
    readonly when: AnswerTest;
    readonly percentPoints: number;
}

export const criticalClasses = ['customer', 'business', 'compliance'] as const;
/** For whom a failure is critical: the customer, the organisation, the law or the regulator. */
export type CriticalClass = typeof criticalClasses[number];

export const criticalEffects = ['none', 'section-zero', 'form-zero'] as const;
/** What a failure does to the score. */
export type CriticalEffect = typeof criticalEffects[number];

export interface Criticality {
    readonly class: 'none' | CriticalClass;
    readonly effect: CriticalEffect;
}

export const notCritical: Criticality = { class: 'none', effect: 'none' };

/** A question with the section it stands in. */
export interface PlacedQuestion {
    readonly question: Question;
    readonly section: Section;
}

/** Every question in the order of the form. */
export const allQuestions = (form: FormDefinition): readonly PlacedQuestion[] =>
    form.sections.flatMap(section => section.questions.map(question => ({ question, section })));

/** A form to start from: nothing in it but a place for the title in one language. */
export const emptyForm = (language: string): FormDefinition => ({
    title: { [language.toLowerCase()]: '' },
    languages: [language.toLowerCase()],
    sections: []
});
