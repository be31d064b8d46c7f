import { nls } from '@theia/core/lib/common/nls';
import { formatNumber } from '@earshot/core/lib/browser/widgets';

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

/** How long somebody waited, in the unit that says it best. @param ms milliseconds */
export function waitText(ms: number | null): string {
    if (ms === null) {
        return '–';
    }
    return ms < 2 * minute ? nls.localize('earshot/quality/wait/seconds', '{0} s', formatNumber(ms / second, ms < 10 * second && ms % second ? 1 : 0))
        : ms < 2 * hour ? nls.localize('earshot/quality/wait/minutes', '{0} min', formatNumber(ms / minute, ms < 10 * minute ? 1 : 0))
            : ms < 2 * day ? nls.localize('earshot/quality/wait/hours', '{0} h', formatNumber(ms / hour, 1)) : nls.localize('earshot/quality/wait/days', '{0} days', formatNumber(ms / day, 1));
}
