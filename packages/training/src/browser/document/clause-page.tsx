import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate } from '@earshot/core/lib/browser/navigation';
import { EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { trainingContract } from '../../common/training-contract';

/** A link to a clause leads to where it stands now. */
export default function ClausePage({ params }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const navigate = useNavigate();
    const { describe } = useErrorText();
    const { data, error } = useQuery({ queryKey: ['document', 'clause', params.id], queryFn: ({ signal }) => client.documents.clause({ id: params.id! }, { signal }) });
    React.useEffect(() => {
        if (data) {
            void navigate(`/training/documents/${data.documentId}?clause=${data.anchor}`, { replace: true });
        }
    }, [data, navigate]);
    return <Page title={nls.localize('earshot/training/clause/title', 'Clause')} width='wide'>{error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={8} />}</Page>;
}
