import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Button, type Column, DataTable, EmptyState, formatNumber, RelativeTime } from '@earshot/core/lib/browser/widgets';
import type { Gap } from '@earshot/core/lib/common/search/search-contract';
import { NewArticle } from '../article/new-article';
import { PinDialog } from './pin-dialog';
import { SynonymDialog } from './synonym-dialog';
import { useGaps } from './use-search-care';

type Remedy = { readonly with: 'article' | 'synonym' | 'pin'; readonly query: string };

/** Queries that led nowhere, each with what mends it: an article, another word for one, or an answer put first. */
export function GapsTab(): React.ReactElement {
    const gaps = useGaps();
    const { may } = useSession();
    const [remedy, setRemedy] = React.useState<Remedy>();
    const close = (): void => setRemedy(undefined);
    const columns = React.useMemo((): readonly Column<Gap>[] => [
        { id: 'query', title: nls.localize('earshot/knowledge/search-care/query', 'Searched for'), fixed: true, width: 220, grow: 3, value: each => each.query },
        { id: 'searches', title: nls.localize('earshot/knowledge/search-care/searches', 'Searches'), width: 90, grow: 0, numeric: true, value: each => each.searches, render: each => formatNumber(each.searches) },
        { id: 'empty', title: nls.localize('earshot/knowledge/search-care/empty', 'Nothing found'), width: 120, grow: 0, numeric: true, value: each => each.empty, render: each => formatNumber(each.empty) },
        { id: 'unopened', title: nls.localize('earshot/knowledge/search-care/unopened', 'Nothing opened'), width: 130, grow: 0, numeric: true, value: each => each.unopened, render: each => formatNumber(each.unopened) },
        { id: 'last', title: nls.localize('earshot/knowledge/search-care/last', 'Last'), width: 120, grow: 0, value: each => each.lastAt, render: each => <RelativeTime moment={each.lastAt} /> },
        {
            id: 'remedy', title: nls.localize('earshot/knowledge/search-care/remedy', 'Mend it'), width: 300, grow: 1, value: () => null, render: ({ query }) => <span className='k-care-actions'>
                {may('article:write') && <Button small icon='edit' onClick={() => setRemedy({ with: 'article', query })}>{nls.localize('earshot/knowledge/search-care/write', 'Write the answer')}</Button>}
                {may('search:curate') && <><Button small variant='quiet' onClick={() => setRemedy({ with: 'synonym', query })}>{nls.localize('earshot/knowledge/search-care/synonym', 'Synonym…')}</Button>
                    <Button small variant='quiet' onClick={() => setRemedy({ with: 'pin', query })}>{nls.localize('earshot/knowledge/search-care/pin', 'Put first…')}</Button></>}
            </span>
        }
    ], [may]);
    return <>
        <DataTable name='knowledge.gaps' label={nls.localize('earshot/knowledge/search-care/gaps', 'Searched in vain')} columns={columns} rows={gaps.data} keyOf={each => each.query} error={gaps.error} onRetry={() => void gaps.refetch()}
            empty={<EmptyState icon='search' title={nls.localize('earshot/knowledge/search-care/no-gaps', 'Nothing was searched in vain.')}>{nls.localize('earshot/knowledge/search-care/no-gaps-text', 'Here stands what was searched for at least twice within 90 days and mostly led nowhere. Who searched is not kept.')}</EmptyState>} />
        {remedy?.with === 'article' && <NewArticle question={remedy.query} onClose={close} />}
        {remedy?.with === 'synonym' && <SynonymDialog words={[remedy.query]} onClose={close} />}
        {remedy?.with === 'pin' && <PinDialog queries={[remedy.query]} onClose={close} />}
    </>;
}
