import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useService } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { PageRegistry } from '@earshot/core/lib/browser/navigation/page-registry';
import { EntityKinds } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import { Combobox, formatDuration, Icon } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { CoachingStep } from '../../common/coaching/coaching-contract';

type Linked = Pick<CoachingStep, 'link' | 'span'>;

/** What a step leads to, by its name; a stretch of a recording is played when it opens. Who may not see it is told so. */
export function LinkedThing({ link, span }: Linked): React.ReactElement | null {
    const client = useClient(coreContract);
    const pages = useService(PageRegistry);
    const kinds = useService<EntityKinds>(EntityKinds);
    const { data, error } = useQuery({ queryKey: ['link', link], enabled: link !== null, retry: false, queryFn: ({ signal }) => client.house.resolveLink({ link: link! }, { signal }) });
    if (link === null) {
        return null;
    }
    if (error) {
        return <span className='q-quiet'><Icon name='lock' /> {nls.localize('earshot/quality/coaching/link-hidden', 'Not there any more, or not for you.')}</span>;
    }
    const path = pages.pathOf(link) ?? '/';
    return <Link to={span ? `${path}?play=${span.fromMs}-${span.toMs}` : path} className='q-coaching-link'>
        <Icon name={span ? 'play' : data ? kinds.icon(data.kind) : 'link'} />{data?.title ?? '…'}{span && <span className='e-figures'>{formatDuration(span.fromMs)}–{formatDuration(span.toMs)}</span>}
    </Link>;
}

interface Choice { readonly link: string; readonly title: string; readonly detail: string }

/** Anything in the house that a step can lead to, found by typing: an article, a call, an exam. */
export function LinkPicker({ label, onChoose }: { readonly label: string; onChoose(choice: Choice): void }): React.ReactElement {
    const client = useClient(coreContract);
    const kinds = useService<EntityKinds>(EntityKinds);
    const search = async (text: string, signal: AbortSignal): Promise<readonly Choice[]> => {
        if (!text.trim()) {
            return [];
        }
        const [documents, hits] = await Promise.all([client.search.suggest({ text, limit: 10 }, { signal }), client.house.quickOpen({ text, limit: 10 }, { signal })]);
        const found = [...documents.map(each => ({ link: each.link, title: each.title.map(part => part.text).join(''), detail: kinds.label(each.kind) })),
            ...hits.filter(each => each.kind !== 'person').map(each => ({ link: each.link, title: each.title, detail: [kinds.label(each.kind), each.subtitle].filter(Boolean).join(' · ') }))];
        return found.filter((each, place) => found.findIndex(one => one.link === each.link) === place);
    };
    return <Combobox<Choice> value={null} label={label} placeholder={label} search={search} keyOf={each => each.link} labelOf={each => each.title} detailOf={each => each.detail} onChange={choice => { if (choice) { onChoose(choice); } }} />;
}
