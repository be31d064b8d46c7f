import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenFilling, openFilling } from './testing/filling-page';

let page: OpenFilling;
beforeEach(async () => { page = await openFilling(); });
afterEach(() => page.close());

describe('a form without the mouse', () => {
    it('answers the focused question with digits, and keeps the focus there', () => {
        page.focus('greeting');
        expect(page.press('1')).toBe(true);
        expect(page.seen.answers).toEqual({ greeting: { value: true } });
        expect(page.here()).toBe('greeting');
        expect(document.activeElement!.getAttribute('aria-checked')).toBe('true');
        expect(page.said()).toBe('Yes');
        page.press('2');
        expect(page.seen.answers.greeting).toEqual({ value: false });
        page.press('9');
        expect(page.seen.answers.greeting).toEqual({ value: false });
        expect(page.said()).toBe('There is no answer 9 here.');
    });

    it('counts the points of a scale that has a zero, and takes 0 and N as not applicable', () => {
        page.focus('tone');
        page.press('1');
        expect(page.seen.answers.tone).toEqual({ value: 0 });
        page.press('3');
        expect(page.seen.answers.tone).toEqual({ value: 2 });
        page.press('0');
        expect(page.seen.answers.tone).toEqual({ value: null, notApplicable: true });
        page.press('1');
        page.press('n');
        expect(page.seen.answers.tone).toEqual({ value: null, notApplicable: true });
        expect(document.activeElement!.textContent).toContain('N/A');
        page.press('Backspace');
        expect(page.seen.answers.tone).toBeUndefined();
        page.focus('complaint');
        page.press('n');
        expect(page.seen.answers.complaint).toBeUndefined();
        expect(page.said()).toContain('not allowed');
    });

    it('moves between questions with the arrows, over what is hidden, and stays at the ends', () => {
        page.focus('greeting');
        const way = ['ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'].map(key => { page.press(key); return page.here(); });
        expect(way).toEqual(['greeting', 'complaint', 'tone', 'seconds', 'remark', 'remark']);
        expect([page.press('ArrowUp'), page.here(), page.press('ArrowUp'), page.here()]).toEqual([true, 'seconds', true, 'tone']);
    });

    it('has one stop per question for the Tab key', () => {
        const stops = [...page.element.querySelectorAll<HTMLElement>('.a-questions [tabindex="0"], .a-questions input, .a-questions textarea')].map(each => each.closest<HTMLElement>('[data-question]')!.dataset.question);
        expect(stops).toEqual(['greeting', 'complaint', 'tone', 'seconds', 'remark']);
    });

    it('writes a comment with C, in which digits and letters stay text, and comes back with Escape', () => {
        page.focus('greeting');
        page.press('c');
        expect(document.activeElement!.tagName).toBe('TEXTAREA');
        expect(['1', 'm', 'n', 'h', 'Backspace', 'Enter', 'ArrowLeft'].map(key => page.press(key))).toEqual(Array(7).fill(false));
        expect([page.seen.answers, page.seen.marked]).toEqual([{}, []]);
        page.write('3 minutes of waiting');
        expect(page.seen.answers.greeting).toEqual({ value: null, comment: '3 minutes of waiting' });
        expect(page.press('Escape')).toBe(true);
        expect([page.here(), document.activeElement!.getAttribute('role')]).toEqual(['greeting', 'radio']);
        page.press('1');
        expect(page.seen.answers.greeting).toEqual({ value: true, comment: '3 minutes of waiting' });
    });

    it('leaves a comment by the arrows only at its ends', () => {
        page.focus('greeting');
        page.press('c');
        page.write('two words');
        const comment = document.activeElement as HTMLTextAreaElement;
        comment.setSelectionRange(3, 3);
        expect([page.press('ArrowDown'), page.press('ArrowUp')]).toEqual([false, false]);
        comment.setSelectionRange(0, 0);
        page.press('ArrowUp');
        expect(document.activeElement!.getAttribute('role')).toBe('radio');
        page.press('c');
        expect(document.activeElement).toBe(comment);
        page.press('ArrowDown');
        expect(page.here()).toBe('complaint');
    });

    it('asks for a mark with M and unfolds guidance with H', () => {
        page.focus('tone');
        page.press('m');
        expect(page.seen.marked).toEqual(['tone']);
        page.focus('greeting');
        const guidance = (): Element => page.row('greeting').querySelector('.a-guidance-text')!;
        expect(guidance().hasAttribute('hidden')).toBe(true);
        page.press('h');
        expect(guidance().hasAttribute('hidden')).toBe(false);
        expect(guidance().textContent).toContain('A first name is enough.');
        expect(page.here()).toBe('greeting');
        page.press('H');
        expect(guidance().hasAttribute('hidden')).toBe(true);
    });

    it('takes numbers as they are typed, letters still as keys', () => {
        page.focus('seconds');
        expect(document.activeElement!.tagName).toBe('INPUT');
        expect([page.press('1'), page.press('0'), page.press('Backspace'), page.press('ArrowLeft')]).toEqual([false, false, false, false]);
        page.write('45');
        expect(page.seen.answers.seconds).toEqual({ value: 45 });
        page.write('4x');
        expect(page.seen.answers.seconds).toBeUndefined();
        expect(page.row('seconds').textContent).toContain('Write a number.');
        page.write('400');
        expect(page.seen.answers.seconds).toEqual({ value: 400 });
        expect(page.row('seconds').textContent).toContain('Write a number from 0 to 300.');
        page.press('n');
        expect(page.seen.answers.seconds).toEqual({ value: null, notApplicable: true });
        page.press('m');
        expect(page.seen.marked).toEqual(['seconds']);
        page.press('ArrowDown');
        expect(page.here()).toBe('remark');
    });

    it('writes texts, and is back among the questions after Escape', () => {
        page.focus('remark');
        expect([page.press('1'), page.press('c'), page.press('m')]).toEqual([false, false, false]);
        page.write('all in all good');
        expect(page.seen.answers.remark).toEqual({ value: 'all in all good' });
        page.press('Escape');
        expect([page.here(), document.activeElement!.tagName]).toEqual(['remark', 'DIV']);
        page.press('c');
        expect(document.activeElement!.hasAttribute('data-comment')).toBe(true);
    });

    it('leaves keys with modifiers, and those of the page, alone', () => {
        page.focus('greeting');
        expect([page.press('1', { ctrlKey: true }), page.press('Enter', { ctrlKey: true }), page.press('c', { metaKey: true }), page.press('['), page.press('Escape'), page.press('x')]).toEqual(Array(6).fill(false));
        expect(page.seen.answers).toEqual({});
    });

    it('reaches everything in a question with the arrows to the side', () => {
        page.show({ evidence: [{ id: 'mark', questionId: 'greeting', fromMs: 12_000, toMs: 15_400 }] });
        page.focus('greeting');
        const labels: string[] = [];
        for (let before: Element | null = null; before !== document.activeElement; page.press('ArrowRight')) {
            before = document.activeElement;
            labels.push(before!.getAttribute('aria-label') ?? before!.textContent!);
        }
        expect(labels).toContain('Play 0:12–0:15');
        expect(labels.length).toBeGreaterThanOrEqual(4);
        expect(page.here()).toBe('greeting');
        expect(page.seen.answers).toEqual({});
    });
});
