import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { ChartOpening } from '@earshot/core/lib/browser/chart';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import type { ReportRow, ReportTable } from '../../common/report/report-table';
import { evaluationsBehind, type ReportPart, type ReportView } from './report-view';

/** Opens the evaluations behind a part of a report. */
export function useEvaluationsBehind(view: ReportView): (part: ReportPart) => void {
    const navigate = useNavigate();
    return React.useCallback(part => void navigate('/quality/evaluations', { query: evaluationsBehind(view, new Date(), part) }), [navigate, view]);
}

export const openEvaluations = (): string => nls.localize('earshot/quality/reports/open-evaluations', 'Press to open the evaluations');
export const openTrend = (): string => nls.localize('earshot/quality/reports/open-trend', 'Press to open the trend');

/** The categories of a chart lead where the rows of its table do. @param open stable; @param leads whether a row leads anywhere */
export function useRowOpening({ rows }: ReportTable, hint: string, open: (row: ReportRow) => void, leads: (row: ReportRow) => boolean = always): ChartOpening {
    return React.useMemo(() => ({
        hint, at: place => {
            const row = rows[place];
            return row && leads(row) ? () => open(row) : undefined;
        }
    }), [rows, hint, open, leads]);
}
const always = (): boolean => true;
