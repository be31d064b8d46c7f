import * as React from '@theia/core/shared/react';
import { renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { markdownEdit } from './markdown-edit';
import { MarkdownField, type MarkdownHandle } from './markdown-field';

const id = '0190a000-0000-7000-8000-000000000001';
const handle: React.MutableRefObject<MarkdownHandle | null> = { current: null };
let rendered: Awaited<ReturnType<typeof renderWidget>>;
afterEach(() => rendered.unmount());

const field = (value: string, onChange = vi.fn(), more: Partial<React.ComponentProps<typeof MarkdownField>> = {}) => <MarkdownField value={value} onChange={onChange} label='Full answer' language='en' handle={handle} {...more} />;
const content = () => rendered.element.querySelector<HTMLElement>('.cm-content')!;

function paste(types: Readonly<Record<string, string>>): void {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { getData: (type: string) => types[type] ?? '', types: Object.keys(types) } });
    React.act(() => { content().dispatchEvent(event); });
}

describe('the field for Markdown', () => {
    it('has a name, a language, and the text', async () => {
        rendered = await renderWidget(field('a **b**'));
        expect([content().getAttribute('aria-label'), content().lang, content().textContent, content().getAttribute('contenteditable')]).toEqual(['Full answer', 'en', 'a **b**', 'true']);
        await rendered.rerender(field('other'));
        expect(content().textContent).toBe('other');
    });

    it('takes what the toolbar does', async () => {
        const onChange = vi.fn();
        rendered = await renderWidget(field('word', onChange));
        React.act(() => { handle.current!.show(0, 4); handle.current!.apply(markdownEdit('bold', handle.current!.selection())); });
        expect(onChange).toHaveBeenLastCalledWith('**word**');
        expect(handle.current!.selection()).toMatchObject({ from: 2, to: 6 });
    });

    it('hands on files that are pasted or dropped, and text before a picture of it', async () => {
        const onFiles = vi.fn();
        const onChange = vi.fn();
        rendered = await renderWidget(field('', onChange, { onFiles }));
        const file = new File(['x'], 'screen.png', { type: 'image/png' });
        const give = (type: 'paste' | 'drop', types: Readonly<Record<string, string>>) => {
            const event = new Event(type, { bubbles: true, cancelable: true });
            Object.defineProperty(event, type === 'paste' ? 'clipboardData' : 'dataTransfer', { value: { files: [file], getData: (each: string) => types[each] ?? '', types: Object.keys(types) } });
            React.act(() => { content().dispatchEvent(event); });
            return event.defaultPrevented;
        };
        expect([give('paste', { 'text/html': '<img src=x>' }), onFiles.mock.calls.length]).toEqual([true, 1]);
        expect(onFiles.mock.lastCall).toEqual([[file]]);
        expect([give('paste', { 'text/html': '<p>Fee</p>' }), onFiles.mock.calls.length, onChange.mock.lastCall]).toEqual([true, 1, ['Fee']]);
    });

    it('makes Markdown of HTML that is pasted, without what could act', async () => {
        const onChange = vi.fn();
        rendered = await renderWidget(field('', onChange));
        paste({ 'text/html': '<p>Fee: <b>20</b><img src=x onerror=attack()></p><script>attack()</script>', 'text/plain': 'Fee: 20' });
        expect(onChange).toHaveBeenLastCalledWith('Fee: **20**');
    });

    it('makes a link of an address that is pasted over words', async () => {
        const onChange = vi.fn();
        rendered = await renderWidget(field('the list', onChange));
        React.act(() => handle.current!.show(4, 8));
        paste({ 'text/plain': 'https://example.org/x' });
        expect(onChange).toHaveBeenLastCalledWith('the [list](https://example.org/x)');
    });

    it('shows the titles of linked articles, and keeps their ids', async () => {
        rendered = await renderWidget(field(`See [](earshot:/knowledge/articles/${id}).`, vi.fn(), { titles: new Map([[`earshot:/knowledge/articles/${id}`, 'Lost card']]) }));
        expect(content().textContent).toBe('See [](→ Lost card).');
        expect(handle.current!.selection().text).toContain(id);
        await rendered.rerender(field(`See [](earshot:/knowledge/articles/${id}).`, vi.fn(), { titles: new Map([[`earshot:/knowledge/articles/${id}`, 'Lost cards']]) }));
        expect(content().textContent).toBe('See [](→ Lost cards).');
    });

    it('can be read and selected, but not edited, when it is no draft', async () => {
        const onChange = vi.fn();
        rendered = await renderWidget(field('a', onChange, { readOnly: true }));
        expect(content().getAttribute('aria-readonly')).toBe('true');
        paste({ 'text/html': '<p>b</p>', 'text/plain': 'b' });
        expect([content().textContent, onChange.mock.calls]).toEqual(['a', []]);
    });
});
