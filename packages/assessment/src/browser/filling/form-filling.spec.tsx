import * as React from '@theia/core/shared/react';
import { type Rendered, renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { type Answers, type FormDefinition, type Question, notCritical } from '@earshot/forms';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '../../common/assessment-contract';
import { withAnswer } from '../../common/filling/answering';
import type { FormFillingHandle } from './filling-actions';
import { FormFilling } from './form-filling';

const question = (id: string, more: Partial<Question> = {}): Question =>
    ({ id, text: { en: `Question ${id}` }, kind: 'yes-no', weight: 1, notApplicable: true, critical: notCritical, ...more });
const scale = (values: readonly number[]) => values.map(value => ({ value, label: { en: `Grade ${value}` } }));
const form: FormDefinition = {
    title: { en: 'Service' }, languages: ['en'], sections: [
        { id: 'one', title: { en: 'First' }, questions: [
            question('greeting', { help: { en: 'Says the name.' }, commentRequiredOn: [{ operator: 'equals', value: false }] }),
            question('complaint', { unscored: true, notApplicable: false }),
            question('apology', { condition: { question: 'complaint', operator: 'equals', value: true } })
        ] },
        { id: 'two', title: { en: 'Second' }, questions: [
            question('tone', { kind: 'scale', options: scale([0, 1, 2]) }),
            question('seconds', { kind: 'number', min: 0, max: 300 }),
            question('remark', { kind: 'text', optional: true })
        ] }
    ]
};

interface Seen { readonly answers: Answers; readonly evidence: readonly Evidence[]; readonly readOnly: boolean; readonly marked: readonly string[]; readonly played: readonly string[] }
let rendered: Rendered;
let seen: Seen;
let set: (more: Partial<Seen>) => void;
const handle = React.createRef<FormFillingHandle>();
const rulings = [{ id: 'r', questionId: 'greeting', text: 'A first name is enough.', decidedAt: '2026-10-12T08:00:00Z', decidedIn: null }];

/** A page around the form that keeps what the form says. */
function FillingPage(): React.ReactElement {
    const [state, setState] = React.useState<Seen>({ answers: {}, evidence: [], readOnly: false, marked: [], played: [] });
    const update = (change: (current: Seen) => Partial<Seen>): void => setState(current => ({ ...current, ...change(current) }));
    seen = state;
    set = more => update(() => more);
    return <FormFilling ref={handle} form={form} answers={state.answers} evidence={state.evidence} readOnly={state.readOnly} rulings={rulings}
        onAnswer={(id, answer) => update(({ answers }) => ({ answers: withAnswer(answers, id, answer) }))} onMark={id => update(({ marked }) => ({ marked: [...marked, id] }))}
        onPlayEvidence={mark => update(({ played }) => ({ played: [...played, mark.id] }))} onRemoveEvidence={mark => update(({ evidence }) => ({ evidence: evidence.filter(each => each !== mark) }))} />;
}

const act = (run: () => void): void => React.act(run);
const show = (more: Partial<Seen> = {}): void => act(() => set(more));
beforeEach(async () => { rendered = await renderWidget(<FillingPage />); });
afterEach(() => rendered.unmount());

const row = (id: string): HTMLElement => rendered.element.querySelector<HTMLElement>(`[data-question="${id}"]`)!;
const rows = (): (string | undefined)[] => [...rendered.element.querySelectorAll<HTMLElement>('[data-question]:not([inert])')].map(each => each.dataset.question);
const here = (): string | undefined => document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset.question;
const said = (): string => rendered.element.querySelector('[role="status"]')!.textContent ?? '';
/** Presses a key where the focus is; answers whether the form took it. */
const press = (key: string, more: KeyboardEventInit = {}): boolean => {
    let taken = false;
    act(() => { taken = !document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })); });
    return taken;
};
const write = (text: string): void => act(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
});
const focus = (id: string): void => act(() => handle.current!.focus(id));

describe('a form without the mouse', () => {
    it('answers the focused question with digits, and keeps the focus there', () => {
        show();
        focus('greeting');
        expect(press('1')).toBe(true);
        expect(seen.answers).toEqual({ greeting: { value: true } });
        expect(here()).toBe('greeting');
        expect(document.activeElement!.getAttribute('aria-checked')).toBe('true');
        expect(said()).toBe('Yes');
        press('2');
        expect(seen.answers.greeting).toEqual({ value: false });
        press('9');
        expect(seen.answers.greeting).toEqual({ value: false });
        expect(said()).toBe('There is no answer 9 here.');
    });

    it('counts the points of a scale that has a zero, and takes 0 and N as not applicable', () => {
        show();
        focus('tone');
        press('1');
        expect(seen.answers.tone).toEqual({ value: 0 });
        press('3');
        expect(seen.answers.tone).toEqual({ value: 2 });
        press('0');
        expect(seen.answers.tone).toEqual({ value: null, notApplicable: true });
        press('1');
        press('n');
        expect(seen.answers.tone).toEqual({ value: null, notApplicable: true });
        expect(document.activeElement!.textContent).toContain('N/A');
        press('Backspace');
        expect(seen.answers.tone).toBeUndefined();
        focus('complaint');
        press('n');
        expect(seen.answers.complaint).toBeUndefined();
        expect(said()).toContain('not allowed');
    });

    it('moves between questions with the arrows, over what is hidden, and stays at the ends', () => {
        show();
        focus('greeting');
        const way = ['ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'].map(key => { press(key); return here(); });
        expect(way).toEqual(['greeting', 'complaint', 'tone', 'seconds', 'remark', 'remark']);
        expect([press('ArrowUp'), here(), press('ArrowUp'), here()]).toEqual([true, 'seconds', true, 'tone']);
    });

    it('has one stop per question for the Tab key', () => {
        show();
        const stops = [...rendered.element.querySelectorAll<HTMLElement>('.a-questions [tabindex="0"], .a-questions input, .a-questions textarea')].map(each => each.closest<HTMLElement>('[data-question]')!.dataset.question);
        expect(stops).toEqual(['greeting', 'complaint', 'tone', 'seconds', 'remark']);
    });

    it('writes a comment with C, in which digits and letters stay text, and comes back with Escape', () => {
        show();
        focus('greeting');
        press('c');
        expect(document.activeElement!.tagName).toBe('TEXTAREA');
        expect(['1', 'm', 'n', 'h', 'Backspace', 'Enter', 'ArrowLeft'].map(key => press(key))).toEqual(Array(7).fill(false));
        expect([seen.answers, seen.marked]).toEqual([{}, []]);
        write('3 minutes of waiting');
        expect(seen.answers.greeting).toEqual({ value: null, comment: '3 minutes of waiting' });
        expect(press('Escape')).toBe(true);
        expect([here(), document.activeElement!.getAttribute('role')]).toEqual(['greeting', 'radio']);
        press('1');
        expect(seen.answers.greeting).toEqual({ value: true, comment: '3 minutes of waiting' });
    });

    it('leaves a comment by the arrows only at its ends', () => {
        show();
        focus('greeting');
        press('c');
        write('two words');
        const comment = document.activeElement as HTMLTextAreaElement;
        comment.setSelectionRange(3, 3);
        expect([press('ArrowDown'), press('ArrowUp')]).toEqual([false, false]);
        comment.setSelectionRange(0, 0);
        press('ArrowUp');
        expect(document.activeElement!.getAttribute('role')).toBe('radio');
        press('c');
        expect(document.activeElement).toBe(comment);
        press('ArrowDown');
        expect(here()).toBe('complaint');
    });

    it('asks for a mark with M and unfolds guidance with H', () => {
        show();
        focus('tone');
        press('m');
        expect(seen.marked).toEqual(['tone']);
        focus('greeting');
        const guidance = (): Element => row('greeting').querySelector('.a-guidance-text')!;
        expect(guidance().hasAttribute('hidden')).toBe(true);
        press('h');
        expect(guidance().hasAttribute('hidden')).toBe(false);
        expect(guidance().textContent).toContain('A first name is enough.');
        expect(here()).toBe('greeting');
        press('H');
        expect(guidance().hasAttribute('hidden')).toBe(true);
    });

    it('takes numbers as they are typed, letters still as keys', () => {
        show();
        focus('seconds');
        expect(document.activeElement!.tagName).toBe('INPUT');
        expect([press('1'), press('0'), press('Backspace'), press('ArrowLeft')]).toEqual([false, false, false, false]);
        write('45');
        expect(seen.answers.seconds).toEqual({ value: 45 });
        write('4x');
        expect(seen.answers.seconds).toBeUndefined();
        expect(row('seconds').textContent).toContain('Write a number.');
        write('400');
        expect(seen.answers.seconds).toEqual({ value: 400 });
        expect(row('seconds').textContent).toContain('Write a number from 0 to 300.');
        press('n');
        expect(seen.answers.seconds).toEqual({ value: null, notApplicable: true });
        press('m');
        expect(seen.marked).toEqual(['seconds']);
        press('ArrowDown');
        expect(here()).toBe('remark');
    });

    it('writes texts, and is back among the questions after Escape', () => {
        show();
        focus('remark');
        expect([press('1'), press('c'), press('m')]).toEqual([false, false, false]);
        write('all in all good');
        expect(seen.answers.remark).toEqual({ value: 'all in all good' });
        press('Escape');
        expect([here(), document.activeElement!.tagName]).toEqual(['remark', 'DIV']);
        press('c');
        expect(document.activeElement!.hasAttribute('data-comment')).toBe(true);
    });

    it('leaves keys with modifiers, and those of the page, alone', () => {
        show();
        focus('greeting');
        expect([press('1', { ctrlKey: true }), press('Enter', { ctrlKey: true }), press('c', { metaKey: true }), press('['), press('Escape'), press('x')]).toEqual(Array(6).fill(false));
        expect(seen.answers).toEqual({});
    });

    it('reaches everything in a question with the arrows to the side', () => {
        show({ evidence: [{ id: 'mark', questionId: 'greeting', fromMs: 12_000, toMs: 15_400 }] });
        focus('greeting');
        const labels: string[] = [];
        for (let before: Element | null = null; before !== document.activeElement; press('ArrowRight')) {
            before = document.activeElement;
            labels.push(before!.getAttribute('aria-label') ?? before!.textContent!);
        }
        expect(labels).toContain('Play 0:12–0:15');
        expect(labels.length).toBeGreaterThanOrEqual(4);
        expect(here()).toBe('greeting');
        expect(seen.answers).toEqual({});
    });
});

describe('questions with a condition', () => {
    it('come and go while the focus stays', () => {
        show();
        focus('complaint');
        expect(rows()).toEqual(['greeting', 'complaint', 'tone', 'seconds', 'remark']);
        press('1');
        expect(rows()).toContain('apology');
        expect(row('apology').className).toContain('a-question-entering');
        expect([here(), said()]).toEqual(['complaint', 'One more question.']);
        press('ArrowDown');
        expect(here()).toBe('apology');
        press('ArrowUp');
        press('2');
        expect(rows()).not.toContain('apology');
        expect(row('apology').className).toContain('a-question-leaving');
        expect(here()).toBe('complaint');
    });

    it('hand the focus to their neighbour when they go', () => {
        show({ answers: { complaint: { value: true } } });
        focus('apology');
        expect(here()).toBe('apology');
        show({ answers: { complaint: { value: false } } });
        expect(here()).toBe('tone');
    });
});

describe('what is missing', () => {
    it('is no mistake until one wants to be done; then it is said and gone to', () => {
        show({ answers: { greeting: { value: false } } });
        expect(rendered.element.textContent).not.toContain('Not answered yet.');
        expect(row('greeting').textContent).toContain('Comment (required)');
        let complete = true;
        act(() => { complete = handle.current!.complete(); });
        expect(complete).toBe(false);
        expect(document.activeElement!.hasAttribute('data-comment')).toBe(true);
        expect(row('greeting').textContent).toContain('This rating needs a comment.');
        expect(row('tone').textContent).toContain('Not answered yet.');
        expect(row('remark').textContent).not.toContain('Not answered yet.');
        expect(said()).toBe('4 questions still need something.');
        write('said nothing');
        expect(row('greeting').textContent).not.toContain('This rating needs a comment.');
    });

    it('is found one after the other with Enter', () => {
        show({ answers: { greeting: { value: true }, tone: { value: 2 } } });
        focus('greeting');
        press('Enter');
        expect(here()).toBe('complaint');
        press('2');
        press('Enter');
        expect(here()).toBe('seconds');
        write('20');
        press('Enter');
        expect([here(), said()]).toEqual(['seconds', 'Everything is answered.']);
        let complete = false;
        act(() => { complete = handle.current!.complete(); });
        expect(complete).toBe(true);
    });

    it('is said at the question that a failing answer asks a comment for', () => {
        show();
        focus('greeting');
        press('2');
        expect(said()).toBe('No. This rating needs a comment: press C.');
    });
});

describe('evidence', () => {
    const evidence = [{ id: 'one', questionId: 'greeting', fromMs: 12_000, toMs: 15_400 }, { id: 'two', questionId: 'greeting', fromMs: 4_000, toMs: 4_000 }, { id: 'other', questionId: null, fromMs: 0, toMs: 0 }];

    it('stands at its question in order, is played and taken away', () => {
        show({ evidence });
        const chips = (): HTMLButtonElement[] => [...row('greeting').querySelectorAll<HTMLButtonElement>('.a-mark-play')];
        expect(chips().map(each => each.textContent)).toEqual(['0:04', '0:12–0:15']);
        act(() => chips()[1]!.click());
        expect(seen.played).toEqual(['one']);
        act(() => chips()[0]!.focus());
        expect(press('1')).toBe(true);
        act(() => chips()[0]!.focus());
        press('Delete');
        expect(seen.evidence.map(each => each.id)).toEqual(['one', 'other']);
        expect(here()).toBe('greeting');
        expect(rendered.element.querySelectorAll('.a-mark')).toHaveLength(1);
    });

    it('is spoken of when it was added', () => {
        show({ evidence: [] });
        show({ evidence: [evidence[0]!] });
        expect(said()).toBe('Marked 0:12–0:15 for question 1.1.');
    });
});

describe('a form that is only read', () => {
    it('has answers in words and no way to change them', () => {
        show({ readOnly: true, answers: { greeting: { value: false, comment: 'No name.' }, tone: { value: null, notApplicable: true } } });
        expect(row('greeting').textContent).toContain('No name.');
        expect(row('tone').textContent).toContain('Not applicable');
        expect(row('complaint').textContent).toContain('Not answered');
        focus('greeting');
        expect(here()).toBe('greeting');
        ['1', 'n', 'c', 'm', 'Backspace'].forEach(key => press(key));
        expect([seen.answers.greeting, seen.marked, rendered.element.querySelector('textarea, input')]).toEqual([{ value: false, comment: 'No name.' }, [], null]);
        press('ArrowDown');
        expect(here()).toBe('complaint');
    });
});

describe('the score', () => {
    it('lives, and says why', () => {
        show();
        const score = (): HTMLButtonElement => rendered.element.querySelector<HTMLButtonElement>('.a-score')!;
        expect(score().textContent).toBe('– why?');
        focus('greeting');
        press('1');
        focus('tone');
        press('2');
        expect(score().textContent).toBe('66.7% why?');
        act(() => score().click());
        const lines = [...rendered.element.querySelectorAll('.a-trace-table tbody tr')].map(each => each.textContent);
        expect(lines).toEqual(['1.1 Question greeting1 of 1 points, 33.3 % of the form+33.33', '2.1 Question tone1 of 2 points, 66.7 % of the form+33.33']);
        expect(rendered.element.querySelector('tfoot')!.textContent).toBe('Score66.7%');
    });
});
