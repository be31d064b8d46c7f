import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { qualityContract } from '../../common/quality-contract';
import type { ReportId } from '../../common/report/report-contract';
import type { ReportTable } from '../../common/report/report-table';
import type { ReportInput } from './report-view';

/** A report; while another choice is on its way, the last one stays on the screen. */
export function useReport(report: ReportId, input: ReportInput): UseQueryResult<ReportTable> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['evaluation', 'report', report, input], placeholderData: keepPreviousData, queryFn: ({ signal }) => client.reports.read({ report, ...input }, { signal }) as Promise<ReportTable> });
}
