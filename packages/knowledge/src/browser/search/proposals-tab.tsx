import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Button, type Column, DataTable, EmptyState, formatDate, formatNumber } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { ProposedSynonym } from '@earshot/core/lib/common/search/search-contract';
import { SynonymDialog } from './synonym-dialog';
import { useProposals } from './use-search-care';

/** Words that people put for others when a search led nowhere: each becomes a synonym, or is dismissed. */
export function ProposalsTab(): React.ReactElement {
    const client = useClient(coreContract);
    const proposals = useProposals();
    const mayChange = useSession().may('search:curate');
    const [accepted, setAccepted] = React.useState<ProposedSynonym>();
    const { mutate: dismiss } = useChange({
        run: ({ id }: ProposedSynonym) => client.search.dismissProposal({ id, dismissed: true }), invalidates: [['synonym']], done: () => nls.localize('earshot/knowledge/search-care/proposal-dismissed', 'Proposed no more.'),
        undo: (_, { id }) => client.search.dismissProposal({ id, dismissed: false })
    });
    const columns = React.useMemo((): readonly Column<ProposedSynonym>[] => [
        { id: 'from', title: nls.localize('earshot/knowledge/search-care/searched-first', 'Searched first'), fixed: true, width: 180, grow: 2, value: each => each.from },
        { id: 'to', title: nls.localize('earshot/knowledge/search-care/searched-then', 'Then instead'), width: 180, grow: 2, value: each => each.to },
        { id: 'searches', title: nls.localize('earshot/knowledge/search-care/searches', 'Searches'), width: 90, grow: 0, numeric: true, value: each => each.searches, render: each => formatNumber(each.searches) },
        { id: 'opened', title: nls.localize('earshot/knowledge/search-care/opened-then', 'Something opened then'), width: 170, grow: 0, numeric: true, value: each => each.opened, render: each => formatNumber(each.opened) },
        { id: 'days', title: nls.localize('earshot/knowledge/search-care/days', 'Days'), width: 80, grow: 0, numeric: true, value: each => each.days, render: each => formatNumber(each.days) },
        { id: 'last', title: nls.localize('earshot/knowledge/search-care/last', 'Last'), width: 120, grow: 0, value: each => each.lastOn, render: each => formatDate(each.lastOn) },
        ...mayChange ? [{
            id: 'decide', title: nls.localize('earshot/knowledge/categories/actions', 'Actions'), width: 260, grow: 1, value: () => null, render: (each: ProposedSynonym) => <span className='k-care-actions'>
                <Button small onClick={() => setAccepted(each)}>{nls.localize('earshot/knowledge/search-care/same', 'The same…')}</Button>
                <Button small variant='quiet' onClick={() => dismiss(each)}>{nls.localize('earshot/knowledge/search-care/not-same', 'Not the same')}</Button>
            </span>
        }] : []
    ], [mayChange, dismiss]);
    return <>
        <DataTable name='knowledge.synonym-proposals' label={nls.localize('earshot/knowledge/search-care/proposals', 'Proposed synonyms')} columns={columns} rows={proposals.data} keyOf={each => each.id} error={proposals.error} onRetry={() => void proposals.refetch()}
            empty={<EmptyState icon='lightbulb' title={nls.localize('earshot/knowledge/search-care/no-proposals', 'No synonyms are proposed.')}>{nls.localize('earshot/knowledge/search-care/no-proposals-text', 'Whoever finds nothing, and within a minute searches again in other words, shows which words mean the same. They stand here once it has happened in three sessions. Who searched is not kept.')}</EmptyState>} />
        {accepted && <SynonymDialog words={[accepted.from, accepted.to]} onClose={() => setAccepted(undefined)} />}
    </>;
}
