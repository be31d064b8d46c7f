import { formText } from '@earshot/assessment/lib/browser/form-text';
import { formatDate, formatFixed, formatNumber, formatPercent, NOTHING, signedPoints } from '@earshot/core/lib/browser/widgets';
import { nls } from '@theia/core/lib/common/nls';
import type { ColumnKind, ReportCell } from '../../common/report/report-table';
import { codeText } from './report-words';

/** Percentage points that were lost. */
export const formatPoints = (value: number): string => formatFixed(value, 1);

/** A value as people read it. */
export function formatCell(value: ReportCell | undefined, kind: ColumnKind): string {
    if (value === null || value === undefined) {
        return NOTHING;
    }
    if (typeof value === 'object') {
        return formText(value);
    }
    if (typeof value === 'string') {
        return kind === 'day' || kind === 'moment' ? formatDate(value) : kind === 'code' ? codeText(value) : value;
    }
    switch (kind) {
        case 'percent': return formatPercent(value / 100);
        case 'share': return formatPercent(value);
        case 'points': return formatPoints(value);
        case 'signed': return signedPoints(value);
        case 'number': case 'minutes': return formatNumber(value, value < 100 ? 1 : 0);
        default: return formatNumber(value);
    }
}

/** A value with its interval: "82.5% (79.1%–85.2%)". */
export const formatWithInterval = (value: ReportCell | undefined, low: ReportCell | undefined, high: ReportCell | undefined, kind: ColumnKind): string =>
    typeof low === 'number' && typeof high === 'number' ? nls.localize('earshot/quality/reports/with-interval', '{0} ({1} to {2})', formatCell(value, kind), formatCell(low, kind), formatCell(high, kind)) : formatCell(value, kind);
