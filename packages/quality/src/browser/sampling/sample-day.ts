import { nls } from '@theia/core/lib/common/nls';
import type { SamplingPeriod } from '../../common/sampling/sampling-definition';
import { dayOf } from '../filter/day-range';

export type PeriodChoice = 'last' | 'current';

export const periodChoices = (period: SamplingPeriod): readonly { readonly value: PeriodChoice; readonly label: string }[] => [
    { value: 'last', label: period === 'week' ? nls.localize('earshot/quality/sampling/last-week', 'Last week') : nls.localize('earshot/quality/sampling/last-month', 'Last month') },
    { value: 'current', label: period === 'week' ? nls.localize('earshot/quality/sampling/this-week', 'This week so far') : nls.localize('earshot/quality/sampling/this-month', 'This month so far') }
];

/** A day, `YYYY-MM-DD`, in the period that is meant, seen from where the person is. */
export function sampleDay(choice: PeriodChoice, period: SamplingPeriod, now: Date): string {
    return dayOf(choice === 'current' ? now : period === 'week' ? new Date(now.getFullYear(), now.getMonth(), now.getDate() - 7) : new Date(now.getFullYear(), now.getMonth() - 1, 15));
}
