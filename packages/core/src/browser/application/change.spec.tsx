import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { click, pause, renderWidget, type Rendered } from '../testing/render-widget';
import { Toasts } from '../widgets/toasts';
import { useChange, type ChangeOptions } from './change';

let rendered: Rendered;
afterEach(() => rendered.unmount());

const ask = vi.fn(async () => 'listed');
const Page = (options: ChangeOptions<string, string>): React.ReactElement => {
    useQuery({ queryKey: ['person', 'list'], queryFn: ask });
    const change = useChange(options);
    return <><button type='button' id='go' onClick={() => change.mutate('Li')}>Go</button><output>{change.isError ? 'failed' : change.data}</output><Toasts /></>;
};
const show = async (options: ChangeOptions<string, string>): Promise<void> => {
    ask.mockClear();
    rendered = await renderWidget(<Page {...options} />);
    await click(rendered.element.querySelector('#go')!);
    await pause();
};
const toasts = (): (string | null)[] => [...document.querySelectorAll('.e-toast-text')].map(each => each.textContent);

describe('a change', () => {
    it('says that it is done, refreshes what shows it, and can be taken back', async () => {
        const undo = vi.fn(async () => { });
        await show({ run: async name => `${name}!`, invalidates: [['person']], done: output => `Saved ${output}`, undo });
        expect(toasts()).toEqual(['Saved Li!']);
        expect(ask).toHaveBeenCalledTimes(2);
        await click(document.querySelector('.e-toast-action')!);
        await pause();
        expect(undo).toHaveBeenCalledWith('Li!', 'Li');
        expect(ask).toHaveBeenCalledTimes(3);
        expect(toasts()).toEqual([]);
    });

    it('explains failures in a toast, or leaves them to its form', async () => {
        const run = async (): Promise<string> => { throw { code: 'CONFLICT', data: { reason: 'yourself' } }; };
        await show({ run, invalidates: [['person']] });
        expect(toasts()).toEqual(['You cannot deactivate yourself. Ask another administrator.']);
        expect(ask).toHaveBeenCalledTimes(2);
        await rendered.unmount();
        await show({ run, failures: 'form' });
        expect(toasts()).toEqual([]);
        expect(rendered.element.querySelector('output')!.textContent).toBe('failed');
    });

    it('explains why it could not be taken back', async () => {
        await show({ run: async name => name, done: () => 'Archived.', undo: async () => { throw { code: 'NOT_FOUND' }; } });
        await click(document.querySelector('.e-toast-action')!);
        await pause();
        expect(toasts()).toEqual(['This does not exist any more, or you may not see it.']);
    });
});
