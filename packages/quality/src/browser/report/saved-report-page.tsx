import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import type { SavedReport } from '../../common/report/saved-report-contract';

/** What a saved report shows: of one that is announced, the week or month that was announced last. */
export const openingOf = ({ search, announced }: Pick<SavedReport, 'search' | 'announced'>): Readonly<Record<string, string>> => ({ ...Object.fromEntries(new URLSearchParams(search)), ...announced });

/** Where links to saved reports lead: on to the report itself. */
export default function SavedReportPage({ params }: PageProps): React.ReactElement {
    const client = useClient(qualityContract);
    const navigate = useNavigate();
    const { describe } = useErrorText();
    const { data, error } = useQuery({ queryKey: ['saved-report', params.id], queryFn: ({ signal }) => client.savedReports.get({ id: params.id! }, { signal }) as Promise<SavedReport> });
    React.useEffect(() => {
        if (data) {
            void navigate('/quality/reports', { query: openingOf(data), replace: true });
        }
    }, [data, navigate]);
    return <Page title={nls.localize('earshot/quality/reports/title', 'Reports')}>
        {error ? <EmptyState icon='graph-line' title={describe(error)} action={<Button onClick={() => void navigate('/quality/reports')}>{nls.localize('earshot/quality/saved-reports/all', 'All reports')}</Button>} /> : <Skeleton lines={8} />}
    </Page>;
}
