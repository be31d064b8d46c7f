import * as React from '@theia/core/shared/react';
import { formatDateTime, formatRelative } from './format';
import { Store, useStore } from '../application/store';

/** One clock for all: ticks every half minute while anybody looks. */
const clock = new Store(Date.now());
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Milliseconds now, renewed every half minute. */
export function useNow(): number {
    React.useEffect(() => {
        clock.set(Date.now());
        timer = watchers++ === 0 ? setInterval(() => clock.set(Date.now()), 30_000) : timer;
        return () => {
            if (--watchers === 0) {
                clearInterval(timer);
            }
        };
    }, []);
    return useStore(clock);
}

export interface RelativeTimeProps {
    /** ISO 8601. */
    readonly moment: string;
    /** Puts it into a sentence: `when => nls.localize(…, 'due {0}', when)`. */
    text?(when: string): string;
}

/** "5 minutes ago", with the date and time on hover. */
export function RelativeTime({ moment, text = when => when }: RelativeTimeProps): React.ReactElement {
    const now = useNow();
    return <time className='e-time' dateTime={moment} title={formatDateTime(moment)}>{text(formatRelative(moment, now))}</time>;
}
