import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Card, formatDateTime, formatDuration } from '@earshot/core/lib/browser/widgets';
import type { Review } from '../../common/attempt/attempt-contract';

export const timesLeftText = (times: number): string => nls.localize('earshot/training/away/times', 'Left the exam: {0}', times);

/** When somebody was away from a supervised exam, and for how long; nothing for others. */
export function AwayRecord({ away }: { readonly away: Review['away'] }): React.ReactElement | null {
    return away && <Card title={nls.localize('earshot/training/away/title', 'Supervised exam')}>
        {away.length === 0 ? <p>{nls.localize('earshot/training/away/never', 'The window of the exam was never left.')}</p> : <>
            <p className='e-figures'>{timesLeftText(away.length)}</p>
            <ul className='t-away'>{away.map(({ from, until }) => <li key={from} className='e-figures'>{formatDateTime(from)} · {until ? formatDuration(new Date(until).getTime() - new Date(from).getTime()) : nls.localize('earshot/training/away/open', 'not known to have come back')}</li>)}</ul>
        </>}
    </Card>;
}
