import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as React from '@theia/core/shared/react';
import { click, renderWidget, type Rendered } from '../testing/render-widget';
import { ImportLinks } from './import-links';

const rows = [{ line: 2, name: '林晓', login: 'lin' }, { line: 3, name: 'Unchanged', login: 'old' }, { line: 4, name: '=cmd', login: 'odd' }];
const invitations = [{ line: 2, invitation: 'first/secret' }, { line: 4, invitation: 'second' }];
const button = (text: string): HTMLElement => [...document.body.querySelectorAll('button')].find(each => each.textContent === text)!;
let rendered: Rendered;
let file: Blob | undefined;
const onClose = vi.fn();
beforeEach(async () => {
    URL.createObjectURL = given => { file = given as Blob; return 'blob:x'; };
    URL.revokeObjectURL = () => { };
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => { });
    rendered = await renderWidget(<ImportLinks rows={rows} invitations={invitations} onClose={onClose} />);
});
afterEach(async () => {
    await rendered.unmount();
    vi.restoreAllMocks();
});

const first = `${window.location.origin}/sign-in?token=first%2Fsecret`;

describe('the one-time links of an import', () => {
    it('stand beside the new people, and nobody else', () => {
        const cells = [...document.body.querySelectorAll('tbody tr')].map(row => [...row.querySelectorAll('td')].map(each => each.textContent));
        expect(cells).toEqual([['林晓', 'lin', first], ['=cmd', 'odd', `${window.location.origin}/sign-in?token=second`]]);
    });
    it('come as a file that a spreadsheet reads, once they are asked for', async () => {
        expect(button('Done')).toBeUndefined();
        await click(button('Download as CSV'));
        expect(await file!.text()).toContain(`林晓,lin,${first}\r\n'=cmd,odd,`);
        await click(button('Done'));
        expect(onClose).toHaveBeenCalledOnce();
    });
    it('are copied as rows', async () => {
        const writeText = vi.fn(async () => { });
        Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
        await click(button('Copy all'));
        expect(writeText).toHaveBeenCalledWith(expect.stringContaining(`林晓\tlin\t${first}\n`));
    });
});
