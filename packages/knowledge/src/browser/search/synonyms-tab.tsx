import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Button, type Column, DataTable, EmptyState, IconButton } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { Synonym } from '@earshot/core/lib/common/search/search-contract';
import { SynonymDialog } from './synonym-dialog';
import { useSynonyms } from './use-search-care';

/** "挂失 = 丢卡", "UK → United Kingdom". */
const shown = ({ words: [first, ...others], oneWay }: Synonym): string => oneWay ? `${first} → ${others.join(', ')}` : [first, ...others].join(' = ');

/** Groups of words that find the same. */
export function SynonymsTab(): React.ReactElement {
    const client = useClient(coreContract);
    const synonyms = useSynonyms();
    const mayChange = useSession().may('search:curate');
    const [edited, setEdited] = React.useState<Synonym | 'new'>();
    const { mutate: remove } = useChange({
        run: ({ id }: Synonym) => client.search.removeSynonym({ id }), invalidates: [['synonym']], done: () => nls.localize('earshot/knowledge/search-care/synonym-removed', 'Synonyms removed.'),
        undo: (_, { words, oneWay }) => client.search.addSynonym({ words, oneWay })
    });
    const columns = React.useMemo((): readonly Column<Synonym>[] => [
        { id: 'words', title: nls.localize('earshot/knowledge/search-care/words', 'Words that mean the same'), fixed: true, width: 400, grow: 1, value: shown },
        ...mayChange ? [{ id: 'remove', title: nls.localize('earshot/knowledge/categories/actions', 'Actions'), width: 90, grow: 0, value: () => null, render: (each: Synonym) => <IconButton icon='trash' label={nls.localize('earshot/knowledge/categories/remove', 'Remove {0}', shown(each))} onClick={() => remove(each)} /> }] : []
    ], [mayChange, remove]);
    const add = mayChange && <Button icon='add' onClick={() => setEdited('new')}>{nls.localize('earshot/knowledge/search-care/synonym-add', 'Add synonyms')}</Button>;
    return <>
        <DataTable name='knowledge.synonyms' label={nls.localize('earshot/knowledge/search-care/synonyms', 'Synonyms')} columns={columns} rows={synonyms.data} keyOf={each => each.id} onOpen={mayChange ? row => setEdited(row) : undefined} error={synonyms.error} onRetry={() => void synonyms.refetch()}
            toolbar={synonyms.data?.length ? add : undefined} empty={<EmptyState icon='whole-word' title={nls.localize('earshot/knowledge/search-care/no-synonyms', 'No synonyms yet.')} action={add}>{nls.localize('earshot/knowledge/search-care/no-synonyms-text', 'Customers and colleagues have their own words for things: say here which mean the same.')}</EmptyState>} />
        {edited && <SynonymDialog synonym={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </>;
}
