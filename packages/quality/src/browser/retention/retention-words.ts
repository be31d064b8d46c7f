import { nls } from '@theia/core/lib/common/nls';
import { formatBytes, formatList, formatNumber } from '@earshot/core/lib/browser/widgets/format';
import { forecastTotal } from '../../common/retention/forecast-total';
import type { KindForecast } from '../../common/retention/retention-contract';
import type { ContentKind } from '../../common/retention/retention-rule';

export function kindText(kind: ContentKind): string {
    switch (kind) {
        case 'recording': return nls.localize('earshot/quality/retention/recordings', 'Recordings');
        case 'transcript': return nls.localize('earshot/quality/retention/transcripts', 'Transcripts');
        case 'messages': return nls.localize('earshot/quality/retention/messages', 'Messages');
        case 'customer': return nls.localize('earshot/quality/retention/customer-numbers', 'Customer numbers');
    }
}

export const monthsText = (months: number): string => months === 0 ? nls.localize('earshot/quality/retention/for-ever', 'for ever')
    : months === 1 ? nls.localize('earshot/quality/retention/one-month', '1 month') : nls.localize('earshot/quality/retention/months', '{0} months', formatNumber(months));

/** So much of a kind, in words. */
const amount = ({ kind, due, bytes }: KindForecast): string => {
    switch (kind) {
        case 'recording': return due === 1 ? nls.localize('earshot/quality/retention/one-recording-due', '1 recording ({0})', formatBytes(bytes)) : nls.localize('earshot/quality/retention/recordings-due', '{0} recordings ({1})', formatNumber(due), formatBytes(bytes));
        case 'transcript': return due === 1 ? nls.localize('earshot/quality/retention/one-transcript-due', '1 transcript') : nls.localize('earshot/quality/retention/transcripts-due', '{0} transcripts', formatNumber(due));
        case 'messages': return due === 1 ? nls.localize('earshot/quality/retention/one-conversation-due', 'the messages of 1 conversation') : nls.localize('earshot/quality/retention/conversations-due', 'the messages of {0} conversations', formatNumber(due));
        case 'customer': return due === 1 ? nls.localize('earshot/quality/retention/one-number-due', '1 customer number') : nls.localize('earshot/quality/retention/numbers-due', '{0} customer numbers', formatNumber(due));
    }
};

/** "Would delete 1,204 recordings (38 GB) and 12 transcripts." */
export function forecastText(kinds: readonly KindForecast[]): string {
    const due = kinds.filter(each => each.due > 0);
    return due.length === 0 ? nls.localize('earshot/quality/retention/deletes-nothing', 'Tonight this would delete nothing.') : nls.localize('earshot/quality/retention/deletes', 'Tonight this would delete {0}.', formatList(due.map(amount)));
}

/** What is past its time and stays nevertheless; undefined where there is no such thing. */
export function sparedText(kinds: readonly KindForecast[]): string | undefined {
    const [held, waiting] = [forecastTotal(kinds, 'held'), forecastTotal(kinds, 'waiting')];
    const parts = [
        ...held ? [nls.localize('earshot/quality/retention/held-count', 'on legal hold: {0}', formatNumber(held))] : [],
        ...waiting ? [nls.localize('earshot/quality/retention/waiting-count', 'in a dispute or calibration: {0}', formatNumber(waiting))] : []
    ];
    return parts.length ? nls.localize('earshot/quality/retention/spared', 'Past its time, but kept: {0}.', formatList(parts)) : undefined;
}
