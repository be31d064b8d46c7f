import { ApiService } from '@earshot/core/lib/browser/application';
import { renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import * as React from '@theia/core/shared/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Script } from '../../common/script/script';
import { useScriptRun } from './use-script-run';

const script: Script = { start: 'c-aaaa', variables: [], steps: [{ id: 'c-aaaa', title: 'End', say: 'Goodbye', links: [], asks: [], choices: [], outcome: 'answered' }] };

let rendered: Awaited<ReturnType<typeof renderWidget>>;
afterEach(() => rendered.unmount());

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
});
