import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Figure } from '@earshot/core/lib/browser/widgets';
import type { ReportFigure } from '../../common/report/report-table';
import { formatCell } from './report-format';
import { titles } from './report-words';

export interface ReportFigureCardProps {
    readonly figure: ReportFigure;
    /** Oldest first. */
    readonly trend?: readonly (number | null)[];
    /** Where more is said about it. */
    readonly to?: string;
}

/** A key figure with its interval and what it rests on. */
export function ReportFigureCard({ figure: { id, kind, value, n, low, high }, trend, to }: ReportFigureCardProps): React.ReactElement {
    const content = <Figure label={titles()[id] ?? id} value={formatCell(value, kind)} n={kind === 'count' && value === n ? undefined : n} trend={trend}>
        {low !== null && high !== null && <div className='q-report-interval e-figures'>{nls.localize('earshot/quality/reports/interval', '95%: {0} to {1}', formatCell(low, kind), formatCell(high, kind))}</div>}
    </Figure>;
    return to ? <Link to={to} className='e-card e-card-link'>{content}</Link> : <div className='e-card'>{content}</div>;
}

export const ReportFigures = ({ figures }: { readonly figures: readonly ReportFigure[] | undefined }): React.ReactElement =>
    <div className='q-report-figures'>{figures?.map(each => <ReportFigureCard key={each.id} figure={each} />)}</div>;
