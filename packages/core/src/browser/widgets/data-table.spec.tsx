import * as React from '@theia/core/shared/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { click, focus, press, renderWidget, type Rendered } from '../testing/render-widget';
import { DataTable, type DataTableProps } from './data-table';

interface Row { readonly id: string; readonly name: string; readonly score: number }
const rows: readonly Row[] = Array.from({ length: 200 }, (_, index) => ({ id: `r${index}`, name: `Row ${index}`, score: index / 2 }));
const columns: DataTableProps<Row>['columns'] = [
    { id: 'name', title: 'Name', value: each => each.name, fixed: true, sortable: true },
    { id: 'score', title: 'Score', value: each => each.score, numeric: true, sortable: true },
    { id: 'id', title: 'Id', value: each => each.id, hidden: true }
];

let rendered: Rendered;
const show = async (props: Partial<DataTableProps<Row>> = {}): Promise<HTMLElement> =>
    (rendered = await renderWidget(<DataTable<Row> name='test' label='Rows' columns={columns} rows={rows} keyOf={each => each.id} empty={<p>None.</p>} {...props} />)).element;
const rowOf = (element: Element, index: number): HTMLElement => element.querySelector<HTMLElement>(`[data-index="${index}"]`)!;
const focusedIndex = (): string | null => document.activeElement!.getAttribute('data-index');

describe('a table', () => {
    beforeEach(() => {
        vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
        vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
        HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: ScrollToOptions | number) {
            this.scrollTop = typeof options === 'object' ? options.top ?? 0 : options ?? 0;
            this.dispatchEvent(new Event('scroll'));
        } as typeof HTMLElement.prototype.scrollTo;
    });
    afterEach(async () => {
        await rendered.unmount();
        vi.restoreAllMocks();
    });

    it('draws only the rows in sight and says how many there are', async () => {
        const element = await show();
        expect(element.querySelectorAll('[data-index]').length).toBeLessThan(40);
        expect(element.querySelector('[role="grid"]')!.getAttribute('aria-rowcount')).toBe('201');
        expect(rowOf(element, 3).textContent).toBe('Row 31.5');
    });

    it('draws every row while it is printed, and only those in sight afterwards', async () => {
        const element = await show();
        await React.act(async () => { window.dispatchEvent(new Event('beforeprint')); });
        expect(element.querySelectorAll('[data-index]').length).toBe(200);
        expect(rowOf(element, 199).textContent).toBe('Row 19999.5');
        await React.act(async () => { window.dispatchEvent(new Event('afterprint')); });
        expect(element.querySelectorAll('[data-index]').length).toBeLessThan(40);
    });
    it('is saved as a file where nothing else is said', async () => {
        expect((await show()).querySelector('.codicon-desktop-download')).not.toBeNull();
        await rendered.unmount();
        expect((await show({ exports: false })).querySelector('.codicon-desktop-download')).toBeNull();
    });
    it('has one row in the tab order, moved by the arrow keys; Enter opens', async () => {
        const onOpen = vi.fn();
        const element = await show({ onOpen });
        expect(element.querySelectorAll('[data-index][tabindex="0"]').length).toBe(1);
        await focus(rowOf(element, 0));
        await press(document.activeElement!, 'ArrowDown');
        await press(document.activeElement!, 'ArrowDown');
        await press(document.activeElement!, 'ArrowUp');
        expect(focusedIndex()).toBe('1');
        await press(document.activeElement!, 'Enter');
        expect(onOpen).toHaveBeenCalledWith(rows[1]);
    });

    it('copies the spanned rows as a spreadsheet pastes them', async () => {
        const writeText = vi.fn(async () => { });
        vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
        const element = await show();
        await focus(rowOf(element, 1));
        await press(document.activeElement!, 'ArrowDown', { shiftKey: true });
        await press(document.activeElement!, 'c', { ctrlKey: true });
        expect(writeText).toHaveBeenCalledWith('Row 1\t0.5\nRow 2\t1');
        vi.unstubAllGlobals();
    });

    it('asks for the next page only when its end is near', async () => {
        const onMore = vi.fn();
        await show({ hasMore: true, onMore });
        expect(onMore).not.toHaveBeenCalled();
        await rendered.unmount();
        await show({ rows: rows.slice(0, 20), hasMore: true, onMore });
        expect(onMore).toHaveBeenCalled();
    });

    it('sorts by its headings, and says so', async () => {
        const onSort = vi.fn();
        const element = await show({ onSort, sort: { column: 'name', descending: false } });
        const [name, score] = [...element.querySelectorAll('[role="columnheader"]')];
        expect(name!.getAttribute('aria-sort')).toBe('ascending');
        await click(name!.querySelector('button')!);
        await click(score!.querySelector('button')!);
        expect(onSort.mock.calls).toEqual([[{ column: 'name', descending: true }], [{ column: 'score', descending: true }]]);
    });

    it('remembers the chosen columns', async () => {
        const element = await show();
        await click(element.querySelector('[aria-label="Choose columns"]')!);
        await click([...document.querySelectorAll('[role="menuitemcheckbox"]')].find(each => each.textContent === 'Id')!);
        expect([...element.querySelectorAll('[role="columnheader"]')].map(each => each.textContent)).toEqual(['Name', 'Score', 'Id']);
    });

    it('marks rows for actions on many', async () => {
        const Own = (): React.ReactElement => {
            const [checked, setChecked] = React.useState<ReadonlySet<string>>(new Set(['r1']));
            return <><DataTable<Row> name='test' label='Rows' columns={columns} rows={rows.slice(0, 3)} keyOf={each => each.id} empty={null} checked={checked} onChecked={setChecked} /><output>{[...checked].sort().join()}</output></>;
        };
        rendered = await renderWidget(<Own />);
        const { element } = rendered;
        await focus(rowOf(element, 0));
        await press(document.activeElement!, ' ');
        expect(element.querySelector('output')!.textContent).toBe('r0,r1');
        await click(element.querySelector('[role="columnheader"] input')!);
        expect(element.querySelector('output')!.textContent).toBe('r0,r1,r2');
    });

    it('tells "none" from "not yet" and from "could not"', async () => {
        expect((await show({ rows: [] })).textContent).toContain('None.');
        await rendered.unmount();
        expect((await show({ rows: undefined })).querySelector('[aria-busy="true"]')).not.toBeNull();
        await rendered.unmount();
        const onRetry = vi.fn();
        const element = await show({ rows: undefined, error: { code: 'CONNECTION' }, onRetry });
        expect(element.querySelector('[role="alert"]')!.textContent).toContain('The server cannot be reached.');
        await click(element.querySelector('[role="alert"] button')!);
        expect(onRetry).toHaveBeenCalledOnce();
    });
});
