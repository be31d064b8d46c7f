import { expect, it } from 'vitest';
import { outlineOf } from '../document/clauses';
import { canonicalScript } from './canonical-script';
import type { Script } from './script';
import { scriptSchema } from './script-schema';
import { scriptText } from './script-text';

const script: Script = {
    start: 'c-aaaa', variables: [{ name: 'account', kind: 'text' }],
    steps: [
        { id: 'c-bbbb', title: 'Blocked', say: '# not a heading\nThe card is blocked.', links: ['earshot:/knowledge/articles/0190a000-0000-7000-8000-000000000001'], asks: [], choices: [], outcome: 'Card blocked' },
        { id: 'c-aaaa', title: 'Greeting', say: 'Hello, this is {{agent}}.', warning: 'Never ask for the PIN', links: [], asks: ['account'], choices: [{ id: '1', label: 'has lost a card', next: 'c-bbbb', when: [{ variable: 'account', is: 'filled' }] }] }
    ]
};

it('each step is a clause of the document, with its id, the first one first', () => {
    expect(outlineOf(scriptText(script)).clauses.map(({ id, title, text }) => ({ id, title, text }))).toEqual([
        { id: 'c-aaaa', title: 'Greeting', text: '> ⚠ Never ask for the PIN\n\nHello, this is {{agent}}.\n\n✎ `account`\n\n- has lost a card → Blocked (`account ✓`)' },
        { id: 'c-bbbb', title: 'Blocked', text: '\\# not a heading\nThe card is blocked.\n\n■ Card blocked\n\n- [](earshot:/knowledge/articles/0190a000-0000-7000-8000-000000000001)' }
    ]);
});

it('says what can be entered: another list to choose from is a change of the step', () => {
    const asking = (kind: 'number' | 'choice', options?: readonly string[]): string => scriptText({ ...script, variables: [{ name: 'account', kind, ...options && { options } }] });
    expect(asking('number')).toContain('✎ `account` (0–9)\n');
    expect(asking('choice', ['Visa', '银联'])).toContain('✎ `account` (Visa / 银联)\n');
});

it('comes back from its schema as it was', () => expect(scriptSchema.parse(script)).toEqual(script));

it('has one text for its hash, whatever the order of its members', () => {
    const { steps, variables, start } = script;
    expect(canonicalScript({ steps: steps.map(({ say, id, ...rest }) => ({ ...rest, say, id })), variables, start })).toBe(canonicalScript(script));
    expect(canonicalScript({ ...script, steps: [...steps].reverse() })).not.toBe(canonicalScript(script));
    expect(canonicalScript({ ...script, steps: [{ ...steps[0]!, say: 'e\u0301' }] })).toBe(canonicalScript({ ...script, steps: [{ ...steps[0]!, say: '\u00e9' }] }));
});
