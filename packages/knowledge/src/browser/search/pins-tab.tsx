import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Button, type Column, DataTable, EmptyState, IconButton } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { Pin } from '@earshot/core/lib/common/search/search-contract';
import { PinDialog } from './pin-dialog';
import { usePins } from './use-search-care';

const titles = ({ answers }: Pin): string => answers.map(each => each.title ?? nls.localize('earshot/knowledge/search-care/unseen', 'Something that you may not see')).join(' · ');

/** Answers that come first for certain queries. */
export function PinsTab(): React.ReactElement {
    const client = useClient(coreContract);
    const pins = usePins();
    const mayChange = useSession().may('search:curate');
    const [edited, setEdited] = React.useState<Pin | 'new'>();
    const { mutate: remove } = useChange({
        run: ({ id }: Pin) => client.search.removePin({ id }), invalidates: [['pinned-answer']], done: () => nls.localize('earshot/knowledge/search-care/pin-removed', 'Comes first no more.'),
        undo: (_, { queries, answers }) => client.search.addPin({ queries, links: answers.map(each => each.link) })
    });
    const columns = React.useMemo((): readonly Column<Pin>[] => [
        { id: 'queries', title: nls.localize('earshot/knowledge/search-care/queries', 'When somebody searches for'), fixed: true, width: 260, grow: 1, value: each => each.queries.join(', ') },
        { id: 'answers', title: nls.localize('earshot/knowledge/search-care/answers', 'These come first, in this order'), width: 360, grow: 2, value: titles },
        ...mayChange ? [{ id: 'remove', title: nls.localize('earshot/knowledge/categories/actions', 'Actions'), width: 90, grow: 0, value: () => null, render: (each: Pin) => <IconButton icon='trash' label={nls.localize('earshot/knowledge/categories/remove', 'Remove {0}', each.queries.join(', '))} onClick={() => remove(each)} /> }] : []
    ], [mayChange, remove]);
    const add = mayChange && <Button icon='add' onClick={() => setEdited('new')}>{nls.localize('earshot/knowledge/search-care/pin-add', 'Put an answer first')}</Button>;
    return <>
        <DataTable name='knowledge.pins' label={nls.localize('earshot/knowledge/search-care/pins', 'Put first')} columns={columns} rows={pins.data} keyOf={each => each.id} onOpen={mayChange ? row => setEdited(row) : undefined} error={pins.error} onRetry={() => void pins.refetch()}
            toolbar={pins.data?.length ? add : undefined} empty={<EmptyState icon='pinned' title={nls.localize('earshot/knowledge/search-care/no-pins', 'Nothing is put first.')} action={add}>{nls.localize('earshot/knowledge/search-care/no-pins-text', 'Where everybody means one thing, say which answer comes first.')}</EmptyState>} />
        {edited && <PinDialog pin={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </>;
}
