import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type PageProps, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Page, Tabs } from '@earshot/core/lib/browser/widgets';
import { GapsTab } from './gaps-tab';
import { PinsTab } from './pins-tab';
import { ProposalsTab } from './proposals-tab';
import { SynonymsTab } from './synonyms-tab';
import { useGaps, usePins, useProposals, useSynonyms } from './use-search-care';

const views = { gaps: GapsTab, synonyms: SynonymsTab, proposals: ProposalsTab, pins: PinsTab } as const;
type View = keyof typeof views;

/** What people search for and do not find, and what helps them to: articles, synonyms, answers put first. */
export default function SearchCarePage({ query }: PageProps): React.ReactElement {
    const setQuery = useSetQuery();
    const view = (Object.keys(views) as View[]).find(each => each === query.get('view')) ?? 'gaps';
    const View = views[view];
    const counts = { gaps: useGaps().data?.length, synonyms: useSynonyms().data?.length, proposals: useProposals().data?.length, pins: usePins().data?.length };
    const labels: Readonly<Record<View, string>> = {
        gaps: nls.localize('earshot/knowledge/search-care/gaps', 'Searched in vain'), synonyms: nls.localize('earshot/knowledge/search-care/synonyms', 'Synonyms'), proposals: nls.localize('earshot/knowledge/search-care/proposals', 'Proposed synonyms'), pins: nls.localize('earshot/knowledge/search-care/pins', 'Put first')
    };
    return <Page title={nls.localize('earshot/knowledge/search-care/title', 'Search')}>
        <Tabs label={nls.localize('earshot/knowledge/search-care/title', 'Search')} value={view} onChange={next => setQuery({ view: next === 'gaps' ? null : next })} tabs={(Object.keys(views) as View[]).map(id => ({ id, label: labels[id], count: counts[id] }))}><View /></Tabs>
    </Page>;
}
