import * as React from '@theia/core/shared/react';
import { renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { type Answers, type FormDefinition, type Question, notCritical } from '@earshot/forms';
import type { Evidence } from '../../../common/assessment-contract';
import { withAnswer } from '../../../common/filling/answering';
import type { FormFillingHandle } from '../filling-actions';
import { FormFilling } from '../form-filling';

const question = (id: string, more: Partial<Question> = {}): Question =>
    ({ id, text: { en: `Question ${id}` }, kind: 'yes-no', weight: 1, notApplicable: true, critical: notCritical, ...more });
const scale = (values: readonly number[]) => values.map(value => ({ value, label: { en: `Grade ${value}` } }));
/** Two sections with every kind of control, a condition, a required comment. */
export const filledForm: FormDefinition = {
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

/** What the page around the form was told, and what it gives. */
export interface Seen {
    readonly answers: Answers;
    readonly evidence: readonly Evidence[];
    readonly readOnly: boolean;
    readonly marked: readonly string[];
    readonly played: readonly string[];
}

const begin: Seen = { answers: {}, evidence: [], readOnly: false, marked: [], played: [] };
const rulings = [{ id: 'r', questionId: 'greeting', text: 'A first name is enough.', decidedAt: '2026-10-12T08:00:00Z', decidedIn: null }];

interface FillingPageProps {
    readonly filling: React.RefObject<FormFillingHandle>;
    onState(seen: Seen, set: (more: Partial<Seen>) => void): void;
}

/** A page around the form that keeps what the form says. */
function FillingPage({ filling, onState }: FillingPageProps): React.ReactElement {
    const [state, setState] = React.useState(begin);
    const update = (change: (current: Seen) => Partial<Seen>): void => setState(current => ({ ...current, ...change(current) }));
    onState(state, more => update(() => more));
    return <FormFilling ref={filling} form={filledForm} answers={state.answers} evidence={state.evidence} readOnly={state.readOnly} rulings={rulings}
        onAnswer={(id, answer) => update(({ answers }) => ({ answers: withAnswer(answers, id, answer) }))} onMark={id => update(({ marked }) => ({ marked: [...marked, id] }))}
        onPlayEvidence={mark => update(({ played }) => ({ played: [...played, mark.id] }))} onRemoveEvidence={mark => update(({ evidence }) => ({ evidence: evidence.filter(each => each !== mark) }))} />;
}

/** A form in a page, and a person at its keyboard. */
export interface OpenFilling {
    readonly element: HTMLElement;
    readonly filling: FormFillingHandle;
    readonly seen: Seen;
    /** Gives the form other answers, marks, or makes it one to read. */
    show(more: Partial<Seen>): void;
    row(question: string): HTMLElement;
    /** The questions that are shown. */
    rows(): (string | undefined)[];
    /** The question with the focus. */
    here(): string | undefined;
    /** What a screen reader says. */
    said(): string;
    /** Presses a key where the focus is; answers whether the form took it. */
    press(key: string, more?: KeyboardEventInit): boolean;
    /** Replaces the text where the focus is. */
    write(text: string): void;
    focus(question: string): void;
    act(run: () => void): void;
    close(): Promise<void>;
}

export async function openFilling(): Promise<OpenFilling> {
    const filling = React.createRef<FormFillingHandle>();
    let seen = begin;
    let set: (more: Partial<Seen>) => void = () => { };
    const { element, unmount } = await renderWidget(<FillingPage filling={filling} onState={(state, change) => { seen = state; set = change; }} />);
    const act = (run: () => void): void => React.act(run);
    return {
        element, act, close: unmount,
        get filling() { return filling.current!; },
        get seen() { return seen; },
        show: more => act(() => set(more)),
        row: question => element.querySelector<HTMLElement>(`[data-question="${question}"]`)!,
        rows: () => [...element.querySelectorAll<HTMLElement>('[data-question]:not([inert])')].map(each => each.dataset.question),
        here: () => document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset.question,
        said: () => element.querySelector('[role="status"]')!.textContent ?? '',
        press: (key, more = {}) => {
            let taken = false;
            act(() => { taken = !document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })); });
            return taken;
        },
        write: text => act(() => {
            const field = document.activeElement as HTMLTextAreaElement;
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, text);
            field.dispatchEvent(new Event('input', { bubbles: true }));
        }),
        focus: question => act(() => filling.current!.focus(question))
    };
}
