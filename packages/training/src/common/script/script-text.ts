import { type Script, type ScriptCondition, type ScriptStep, type ScriptVariable } from './script';

/** A heading within what is said would begin a clause of its own; set-off like this it stays text. */
const withoutHeadings = (text: string): string => text.trim().replace(/^( {0,3})(?=#{1,6}(?:[ \t]|$))/gm, '$1\\');

const signs: Readonly<Record<ScriptCondition['is'], string>> = { equal: '=', different: '≠', above: '>', below: '<', filled: '✓', empty: '∅' };
const conditionText = ({ variable, is, value }: ScriptCondition): string => `\`${variable} ${signs[is]}${is === 'filled' || is === 'empty' ? '' : ` ${value ?? ''}`}\``;

/** What is entered, with what it may be: another list to choose from is another question to the customer. */
const askedText = (name: string, { kind, options = [] }: Omit<ScriptVariable, 'name'>): string => `\`${name}\`${kind === 'number' ? ' (0–9)' : kind === 'choice' ? ` (${options.join(' / ')})` : ''}`;

function stepText(step: ScriptStep, titles: ReadonlyMap<string, string>, variables: ReadonlyMap<string, ScriptVariable>): string {
    const choices = step.choices.map(({ label, next, when }) => `- ${label.trim()} → ${titles.get(next) ?? '?'}${when?.length ? ` (${when.map(conditionText).join(', ')})` : ''}`);
    return [
        `## ${step.title.replace(/\s+/g, ' ').trim()} {#${step.id}}`,
        ...step.warning?.trim() ? [withoutHeadings(step.warning).split('\n').map((line, index) => `> ${index === 0 ? '⚠ ' : ''}${line}`).join('\n')] : [],
        withoutHeadings(step.say),
        ...step.asks.length ? [`✎ ${step.asks.map(each => askedText(each, variables.get(each) ?? { kind: 'text' })).join(', ')}`] : [],
        ...choices.length ? [choices.join('\n')] : [],
        ...step.choices.length === 0 && step.outcome?.trim() ? [`■ ${withoutHeadings(step.outcome)}`] : [],
        ...step.links.length ? [step.links.map(each => `- [](${each})`).join('\n')] : []
    ].filter(Boolean).join('\n\n');
}

/**
 * A script as the text of a document: each step is a clause, with the step's id as its anchor. So a script is compared, searched, printed, acknowledged and
 * asked about like any other document. The first step comes first, the others in the order in which they are kept. Signs stand for words, whatever
 * the language: ⚠ warning, ✎ to be entered, → where it goes on, ■ how it ends.
 */
export function scriptText(script: Script): string {
    const titles = new Map(script.steps.map(each => [each.id, each.title]));
    const variables = new Map(script.variables.map(each => [each.name, each]));
    const first = script.steps.filter(each => each.id === script.start);
    return [...first, ...script.steps.filter(each => each.id !== script.start)].map(each => stepText(each, titles, variables)).join('\n\n');
}
