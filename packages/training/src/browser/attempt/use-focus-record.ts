import * as React from '@theia/core/shared/react';
import { useClient, useStore } from '@earshot/core/lib/browser/application';
import { meaningOf } from '@earshot/writing/lib/browser/editor/autosave';
import type { Sitting } from '../../common/attempt/attempt-contract';
import { trainingContract } from '../../common/training-contract';
import { type FocusPorts, FocusReporter } from './focus-reporter';
import { keepFocus, takeFocus } from './kept-focus';

/** Of this window, by attempt: whoever goes to another page of it, and comes back, has left and returned. */
const reporters = new Map<string, FocusReporter>();

/** Goes on from where this tab was before it was loaded again. */
function begin(id: string, ports: Omit<FocusPorts, 'client' | 'before'>): FocusReporter {
    const before = takeFocus(window.sessionStorage, id);
    return new FocusReporter({ ...ports, client: before?.client ?? crypto.randomUUID(), before });
}

export interface FocusRecord { readonly timesLeft: number; /** The exam was handed in. */ end(): void }

/** Reports when somebody leaves a supervised exam, for another window or another page, and when they return. */
export function useFocusRecord({ id, proctored, timesLeft }: Pick<Sitting, 'id' | 'proctored' | 'timesLeft'>): FocusRecord {
    const client = useClient(trainingContract);
    const [reporter] = React.useState(() => reporters.get(id) ?? begin(id, {
        send: async report => (await client.attempts.focus({ id, ...report })).timesLeft,
        mayArrive: error => meaningOf(error) === 'retrying', after: (ms, run) => { window.setTimeout(run, ms); }
    }));
    React.useEffect(() => {
        if (!proctored) {
            return undefined;
        }
        reporters.set(id, reporter);
        const shown = (): void => { if (document.visibilityState === 'hidden') { reporter.left(); } else if (document.hasFocus()) { reporter.returned(); } };
        // between two pages the tab is away; the next one of it, if there is one, goes on from here
        const unloaded = (): void => { reporter.left(); keepFocus(window.sessionStorage, id, reporter.kept()); };
        reporter.returned();
        window.addEventListener('pagehide', unloaded);
        window.addEventListener('blur', reporter.left);
        window.addEventListener('focus', reporter.returned);
        document.addEventListener('visibilitychange', shown);
        return () => {
            window.removeEventListener('pagehide', unloaded);
            window.removeEventListener('blur', reporter.left);
            window.removeEventListener('focus', reporter.returned);
            document.removeEventListener('visibilitychange', shown);
            reporter.left();
        };
    }, [reporter, id, proctored]);
    const end = React.useCallback(() => reporter.end(), [reporter]);
    return { timesLeft: Math.max(useStore(reporter.timesLeft), timesLeft), end };
}
