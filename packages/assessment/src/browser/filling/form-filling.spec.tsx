import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenFilling, openFilling } from './testing/filling-page';

let page: OpenFilling;
beforeEach(async () => { page = await openFilling(); });
afterEach(() => page.close());

describe('questions with a condition', () => {
    it('come and go while the focus stays', () => {
        page.focus('complaint');
        expect(page.rows()).toEqual(['greeting', 'complaint', 'tone', 'seconds', 'remark']);
        page.press('1');
        expect(page.rows()).toContain('apology');
        expect(page.row('apology').className).toContain('a-question-entering');
        expect([page.here(), page.said()]).toEqual(['complaint', 'One more question.']);
        page.press('ArrowDown');
        expect(page.here()).toBe('apology');
        page.press('ArrowUp');
        page.press('2');
        expect(page.rows()).not.toContain('apology');
        expect(page.row('apology').className).toContain('a-question-leaving');
        expect(page.here()).toBe('complaint');
    });

    it('hand the focus to their neighbour when they go', () => {
        page.show({ answers: { complaint: { value: true } } });
        page.focus('apology');
        expect(page.here()).toBe('apology');
        page.show({ answers: { complaint: { value: false } } });
        expect(page.here()).toBe('tone');
    });
});

describe('what is missing', () => {
    it('is no mistake until one wants to be done; then it is said and gone to', () => {
        page.show({ answers: { greeting: { value: false } } });
        expect(page.element.textContent).not.toContain('Not answered yet.');
        expect(page.row('greeting').textContent).toContain('Comment (required)');
        let complete = true;
        page.act(() => { complete = page.filling.complete(); });
        expect(complete).toBe(false);
        expect(document.activeElement!.hasAttribute('data-comment')).toBe(true);
        expect(page.row('greeting').textContent).toContain('This rating needs a comment.');
        expect(page.row('tone').textContent).toContain('Not answered yet.');
        expect(page.row('remark').textContent).not.toContain('Not answered yet.');
        expect(page.said()).toBe('4 questions still need something.');
        page.write('said nothing');
        expect(page.row('greeting').textContent).not.toContain('This rating needs a comment.');
    });

    it('is found one after the other with Enter', () => {
        page.show({ answers: { greeting: { value: true }, tone: { value: 2 } } });
        page.focus('greeting');
        page.press('Enter');
        expect(page.here()).toBe('complaint');
        page.press('2');
        page.press('Enter');
        expect(page.here()).toBe('seconds');
        page.write('20');
        page.press('Enter');
        expect([page.here(), page.said()]).toEqual(['seconds', 'Everything is answered.']);
        let complete = false;
        page.act(() => { complete = page.filling.complete(); });
        expect(complete).toBe(true);
    });

    it('is said at the question that a failing answer asks a comment for', () => {
        page.focus('greeting');
        page.press('2');
        expect(page.said()).toBe('No. This rating needs a comment: press C.');
    });
});

describe('evidence', () => {
    const evidence = [{ id: 'one', questionId: 'greeting', fromMs: 12_000, toMs: 15_400 }, { id: 'two', questionId: 'greeting', fromMs: 4_000, toMs: 4_000 }, { id: 'other', questionId: null, fromMs: 0, toMs: 0 }];

    it('stands at its question in order, is played and taken away', () => {
        page.show({ evidence });
        const chips = (): HTMLButtonElement[] => [...page.row('greeting').querySelectorAll<HTMLButtonElement>('.a-mark-play')];
        expect(chips().map(each => each.textContent)).toEqual(['0:04', '0:12–0:15']);
        page.act(() => chips()[1]!.click());
        expect(page.seen.played).toEqual(['one']);
        page.act(() => chips()[0]!.focus());
        expect(page.press('1')).toBe(true);
        page.act(() => chips()[0]!.focus());
        page.press('Delete');
        expect(page.seen.evidence.map(each => each.id)).toEqual(['one', 'other']);
        expect(page.here()).toBe('greeting');
        expect(page.element.querySelectorAll('.a-mark')).toHaveLength(1);
    });

    it('is spoken of when it was added', () => {
        page.show({ evidence: [] });
        page.show({ evidence: [evidence[0]!] });
        expect(page.said()).toBe('Marked 0:12–0:15 for question 1.1.');
    });
});

describe('a form that is only read', () => {
    it('has answers in words and no way to change them', () => {
        page.show({ readOnly: true, answers: { greeting: { value: false, comment: 'No name.' }, tone: { value: null, notApplicable: true } } });
        expect(page.row('greeting').textContent).toContain('No name.');
        expect(page.row('tone').textContent).toContain('Not applicable');
        expect(page.row('complaint').textContent).toContain('Not answered');
        page.focus('greeting');
        expect(page.here()).toBe('greeting');
        ['1', 'n', 'c', 'm', 'Backspace'].forEach(key => page.press(key));
        expect([page.seen.answers.greeting, page.seen.marked, page.element.querySelector('textarea, input')]).toEqual([{ value: false, comment: 'No name.' }, [], null]);
        page.press('ArrowDown');
        expect(page.here()).toBe('complaint');
    });
});

describe('the score', () => {
    it('lives, and says why', () => {
        const score = (): HTMLButtonElement => page.element.querySelector<HTMLButtonElement>('.a-score')!;
        expect(score().textContent).toBe('– why?');
        page.focus('greeting');
        page.press('1');
        page.focus('tone');
        page.press('2');
        expect(score().textContent).toBe('66.7% why?');
        page.act(() => score().click());
        const lines = [...page.element.querySelectorAll('.a-trace-table tbody tr')].map(each => each.textContent);
        expect(lines).toEqual(['1.1 Question greeting1 of 1 points, 33.3 % of the form+33.33', '2.1 Question tone1 of 2 points, 66.7 % of the form+33.33']);
        expect(page.element.querySelector('tfoot')!.textContent).toBe('Score66.7%');
    });
});
