import { ApiService } from '@earshot/core/lib/browser/application';
import { renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import * as React from '@theia/core/shared/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Script } from '../../common/script/script';
import { choose } from '../../common/script/run-script';
import { useScriptRun } from './use-script-run';

const script: Script = { start: 'c-aaaa', variables: [], steps: [{ id: 'c-aaaa', title: 'End', say: 'Goodbye', links: [], asks: [], choices: [], outcome: 'answered' }] };

let rendered: Awaited<ReturnType<typeof renderWidget>>;
afterEach(() => rendered.unmount());

const long: Script = { start: 'c-aaaa', variables: [], steps: [{ ...script.steps[0]!, choices: [{ id: '1', label: 'on', next: 'c-bbbb' }] }, { ...script.steps[0]!, id: 'c-bbbb' }] };
const calls = [1, 2].map(each => `earshot:/quality/calls/0190a000-0000-7000-8000-00000000000${each}`);
const CallRun = (): React.ReactElement => {
    const [call, setCall] = React.useState<string | null>(null);
    const { run, keeping, setRun } = useScriptRun(long, '0190a000-0000-7000-8000-000000000001', call);
    return <><output>{`${keeping} ${run.path.length}`}</output><button onClick={() => setRun(choose(long, run, '1', new Date().toISOString()))}>on</button>
        {calls.map(each => <button key={each} onClick={() => setCall(each)}>{each}</button>)}</>;
};

const Run = (): React.ReactElement => <output>{useScriptRun(script, '0190a000-0000-7000-8000-000000000001', null).keeping}</output>;

describe('the way through a script', () => {
    it('is begun with the same id once more where no answer came, so that no second run is left behind', { timeout: 30_000 }, async () => {
        const begin = vi.fn(async ({ id }: { readonly id: string }) => ({ id })).mockRejectedValueOnce(new Error('no answer'));
        const clients = { scriptRuns: { begin }, search: {} };
        rendered = await renderWidget(<Run />, { services: [[ApiService, { clientOf: () => clients }]] });
        await vi.waitFor(() => expect(rendered.element.querySelector('output')?.textContent).toBe('kept'), { timeout: 20_000 });
        const ids = begin.mock.calls.map(([{ id }]) => id);
        expect(ids).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/u), ids[0]]);
    });
    it('is named its call without being begun anew, so that its times stay', { timeout: 30_000 }, async () => {
        const [begin, go, link, linkAnswer, unlinkAnswer] = Array.from({ length: 5 }, () => vi.fn(async (input: Readonly<Record<string, unknown>>) => ({ id: input.interaction ? `note of ${String(input.interaction)}` : '' })));
        const clients = { scriptRuns: { begin, go, link }, search: { linkAnswer, unlinkAnswer } };
        rendered = await renderWidget(<CallRun />, { services: [[ApiService, { clientOf: () => clients }]] });
        const press = async (place: number): Promise<void> => React.act(async () => rendered.element.querySelectorAll('button')[place]!.click());
        const shows = (text: string): Promise<void> => vi.waitFor(() => expect(rendered.element.querySelector('output')?.textContent).toBe(text), { timeout: 20_000 });
        await shows('kept 1');
        await press(0);
        await shows('kept 2');
        await press(1);
        await vi.waitFor(() => expect(linkAnswer).toHaveBeenCalledTimes(1), { timeout: 20_000 });
        await press(2);
        await vi.waitFor(() => expect(linkAnswer).toHaveBeenCalledTimes(2), { timeout: 20_000 });
        await shows('kept 2');
        expect([begin.mock.calls.length, go.mock.calls.length]).toEqual([1, 1]);
        expect(link.mock.calls.map(([{ interaction }]) => interaction)).toEqual(calls);
        expect(unlinkAnswer.mock.calls).toEqual([[{ id: `note of ${calls[0]}` }]]);
    });
});
