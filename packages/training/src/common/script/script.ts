/** What is known before the first word, filled in by the house: who speaks, and for which team. */
export const callVariables = ['agent', 'team'] as const;

/** What the agent finds out and enters on the way. */
export interface ScriptVariable {
    /** As it stands in texts: `{{account}}`. A letter of any script first, then letters, digits, `-` and `_`. */
    readonly name: string;
    readonly kind: 'text' | 'number' | 'choice';
    /** Of a choice: what can be chosen. */
    readonly options?: readonly string[];
}

/** A comparison of what was entered; what was not entered fulfils `empty` alone. */
export interface ScriptCondition {
    readonly variable: string;
    readonly is: 'equal' | 'different' | 'above' | 'below' | 'filled' | 'empty';
    /** Not needed for `filled` and `empty`. */
    readonly value?: string;
}

/** One way on. */
export interface ScriptChoice {
    readonly id: string;
    /** What the customer says or does: "has the card at hand". */
    readonly label: string;
    readonly next: string;
    /** Offered only if all of them hold. */
    readonly when?: readonly ScriptCondition[];
}

export interface ScriptStep {
    readonly id: string;
    readonly title: string;
    /** What the agent says, Markdown with `{{variables}}`. */
    readonly say: string;
    /** What must not be done or forgotten here; shown before what is said. */
    readonly warning?: string;
    /** Articles, clauses and other entities by their `earshot:` address. */
    readonly links: readonly string[];
    /** Names of what is entered here. */
    readonly asks: readonly string[];
    readonly choices: readonly ScriptChoice[];
    /** How the call ends here; a step has this or choices. */
    readonly outcome?: string;
}

/** A call script: what an agent says step by step. */
export interface Script {
    readonly start: string;
    readonly variables: readonly ScriptVariable[];
    readonly steps: readonly ScriptStep[];
}

const placeholder = /\{\{\s*([^{}\s]+)\s*\}\}/g;
export const variableName = /^\p{L}[\p{L}\p{N}_-]{0,39}$/u;

/** Names of the variables of a text, each once, in order. */
export const variablesOf = (text: string): readonly string[] => [...new Set([...text.matchAll(placeholder)].map(each => each[1]!))];

/** The text with what is known in place of its variables; what is not known stays in its braces, so that nobody reads out a gap. */
export const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
    text.replace(placeholder, (whole, name: string) => Object.hasOwn(values, name) && values[name] !== '' ? values[name]! : whole);

/** Whether a condition holds for what has been entered. Numbers are compared as numbers, everything else as text. */
export function holds({ variable, is, value = '' }: ScriptCondition, values: Readonly<Record<string, string>>): boolean {
    const entered = Object.hasOwn(values, variable) ? values[variable]!.trim() : '';
    switch (is) {
        case 'filled': return entered !== '';
        case 'empty': return entered === '';
        case 'equal': return entered !== '' && same(entered, value);
        case 'different': return entered !== '' && !same(entered, value);
        case 'above': return isNumber(entered) && isNumber(value) && Number(entered) > Number(value);
        case 'below': return isNumber(entered) && isNumber(value) && Number(entered) < Number(value);
    }
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
const same = (one: string, other: string): boolean => isNumber(one) && isNumber(other) ? Number(one) === Number(other) : one.normalize('NFKC').toLowerCase() === other.trim().normalize('NFKC').toLowerCase();
