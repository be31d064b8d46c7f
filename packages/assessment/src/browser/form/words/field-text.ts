import { nls } from '@theia/core/lib/common/nls';
import { type FormDefinition, type LocalizedText, type Question, type Section } from '@earshot/forms';
import { formatNumber } from '@earshot/core/lib/browser/widgets/format';
import { formText } from '../../form-text';
import { criticalClassText } from '../../filling/critical-text';
import { conditionText, testText, valueText } from './condition-text';
import { effectText, kindText } from './kind-text';
import { brokenText, keptText, phraseText } from './phrase-text';

const names: Readonly<Record<string, () => string>> = {
    title: () => nls.localize('earshot/assessment/field/title', 'Title'),
    description: () => nls.localize('earshot/assessment/field/description', 'Description'),
    languages: () => nls.localize('earshot/assessment/field/languages', 'Languages'),
    scoring: () => nls.localize('earshot/assessment/field/scoring', 'Scoring'),
    id: () => nls.localize('earshot/assessment/field/id', 'Identifier'),
    text: () => nls.localize('earshot/assessment/field/text', 'Question'),
    help: () => nls.localize('earshot/assessment/field/help', 'Guidance'),
    examples: () => nls.localize('earshot/assessment/field/examples', 'Examples'),
    kind: () => nls.localize('earshot/assessment/field/kind', 'Kind'),
    weight: () => nls.localize('earshot/assessment/field/weight', 'Weight'),
    notApplicable: () => nls.localize('earshot/assessment/field/not-applicable', '“Not applicable” allowed'),
    critical: () => nls.localize('earshot/assessment/field/critical', 'Critical error'),
    condition: () => nls.localize('earshot/assessment/field/condition', 'Asked only if'),
    bonus: () => nls.localize('earshot/assessment/field/bonus', 'Bonus and penalty'),
    commentRequiredOn: () => nls.localize('earshot/assessment/field/comment-required', 'Comment required if the answer'),
    optional: () => nls.localize('earshot/assessment/field/optional', 'May stay unanswered'),
    unscored: () => nls.localize('earshot/assessment/field/unscored', 'Without points'),
    points: () => nls.localize('earshot/assessment/field/points', 'Points for the best answer'),
    favourable: () => nls.localize('earshot/assessment/field/favourable', 'Good answer'),
    options: () => nls.localize('earshot/assessment/field/options', 'Answers'),
    failsOn: () => nls.localize('earshot/assessment/field/fails-on', 'Failed if the answer'),
    min: () => nls.localize('earshot/assessment/field/min', 'Smallest value'),
    max: () => nls.localize('earshot/assessment/field/max', 'Largest value'),
    step: () => nls.localize('earshot/assessment/field/step', 'Step'),
    better: () => nls.localize('earshot/assessment/field/better', 'Better is'),
    maximumLength: () => nls.localize('earshot/assessment/field/maximum-length', 'Most characters'),
    phrases: () => nls.localize('earshot/assessment/field/phrases', 'Phrases that suggest an answer'),
    settings: () => nls.localize('earshot/assessment/field/settings', 'Settings'),
    section: () => nls.localize('earshot/assessment/field/section', 'Section')
};

/** How a field of a form, a section or a question is called. */
export const fieldName = (field: string): string => Object.hasOwn(names, field) ? names[field]!() : field;

export const yesOrNoText = (value: boolean): string => value ? nls.localize('earshot/assessment/answer/yes', 'Yes') : nls.localize('earshot/assessment/answer/no', 'No');
const languagesOf = (text: LocalizedText): string => Object.entries(text).map(([language, words]) => `${language}: ${words}`).join('\n');
/** A text as the reader reads it; where that stayed the same, the text in all languages, because one of the others changed. */
const textOf = (text: LocalizedText | undefined, other: LocalizedText | undefined): string => text === undefined ? '' : other && formText(text) === formText(other) ? languagesOf(text) : formText(text);

/** What a field of a question says, in words; '' where it says nothing. `other` is the same question in the version beside. */
export function questionFieldText(field: string, question: Question, form: FormDefinition, other?: Question): string {
    switch (field) {
        case 'text': return textOf(question.text, other?.text);
        case 'help': return textOf(question.help, other?.help);
        case 'kind': return kindText(question.kind);
        case 'weight': return formatNumber(question.weight, 3);
        case 'notApplicable': return yesOrNoText(question.notApplicable);
        case 'optional': return yesOrNoText(question.optional ?? false);
        case 'unscored': return yesOrNoText(question.unscored ?? false);
        case 'favourable': return yesOrNoText(question.favourable ?? true);
        case 'critical': return question.critical.class === 'none' ? question.critical.effect === 'none' ? yesOrNoText(false) : effectText(question.critical.effect)
            : `${criticalClassText(question.critical.class)}: ${effectText(question.critical.effect)}`;
        case 'condition': return question.condition ? conditionText(question.condition, form) : '';
        case 'commentRequiredOn': return (question.commentRequiredOn ?? []).map(test => testText(test, question)).join('\n');
        case 'failsOn': return (question.failsOn ?? []).map(test => testText(test, question)).join('\n');
        case 'bonus': return (question.bonus ?? []).map(({ when, percentPoints }) => `${testText(when, question)}: ${percentPoints > 0 ? '+' : ''}${formatNumber(percentPoints, 2)} %`).join('\n');
        case 'options': return (question.options ?? []).map(({ value, label, points }) => `${formText(label) || value}${points === undefined ? '' : ` (${formatNumber(points, 3)})`}`).join('\n');
        case 'examples': return (question.examples ?? []).map(({ answer, text }) => `${valueText(question, answer)}: ${formText(text)}`).join('\n');
        case 'better': return question.better === undefined ? '' : question.better === 'higher' ? nls.localize('earshot/assessment/better/higher', 'higher') : nls.localize('earshot/assessment/better/lower', 'lower');
        case 'phrases': return question.phrases ? [...question.phrases.rules.map(phraseText), `${keptText()}: ${valueText(question, question.phrases.kept)}`, `${brokenText()}: ${valueText(question, question.phrases.broken)}`].join('\n') : '';
        case 'points': return formatNumber(question.points ?? 1, 3);
        case 'section': return formText(form.sections.find(each => each.questions.some(({ id }) => id === question.id))?.title);
        default: {
            const value: unknown = Reflect.get(question, field);
            return value === undefined ? '' : typeof value === 'number' ? formatNumber(value, 6) : JSON.stringify(value);
        }
    }
}

/** What a field of a section says. */
export function sectionFieldText(field: string, section: Section, form: FormDefinition, other?: Section): string {
    switch (field) {
        case 'title': return textOf(section.title, other?.title);
        case 'description': return textOf(section.description, other?.description);
        case 'weight': return formatNumber(section.weight ?? 1, 3);
        case 'condition': return section.condition ? conditionText(section.condition, form) : '';
        default: return '';
    }
}

/** What a field of the form says. */
export function formFieldText(field: string, form: FormDefinition, other?: FormDefinition): string {
    switch (field) {
        case 'title': return textOf(form.title, other?.title);
        case 'description': return textOf(form.description, other?.description);
        case 'languages': return form.languages.join(', ');
        case 'scoring': return form.scoring?.scored === false ? nls.localize('earshot/assessment/scoring/none', 'Not scored')
            : form.scoring?.passPercent === undefined ? nls.localize('earshot/assessment/scoring/plain', 'Scored, without a pass mark')
                : nls.localize('earshot/assessment/scoring/pass', 'Passed from {0} %', formatNumber(form.scoring.passPercent, 1));
        default: return '';
    }
}
