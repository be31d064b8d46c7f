import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { formatDateTime, Skeleton } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { useShownCall } from './shown-call';

/** What was looked up and linked to a call, with who did so and when. While it is shown, the quick panel links to this call. */
export function UsedAnswers({ id, callId }: { readonly id: string; readonly callId: string }): React.ReactElement {
    useShownCall(id, callId);
    const client = useClient(coreContract);
    const { data } = useQuery({
        queryKey: ['linked-answer', id], queryFn: ({ signal }) => client.search.linkedAnswers({ interaction: linkTo('quality', 'interactions', id) }, { signal })
    });
    if (!data) {
        return <Skeleton lines={1} />;
    }
    return data.length === 0 ? <p className='q-quiet'>{nls.localize('earshot/quality/used/none', 'Nothing yet. Find an answer with Ctrl+K and press Ctrl+Enter: it is noted here.')}</p>
        : <ul className='q-used'>{data.map(each => <li key={each.id}>
            <Link to={each.link}>{each.title}</Link>
            <span className='q-quiet e-figures'>{each.personName} · {formatDateTime(each.at)}</span>
        </li>)}</ul>;
}

/** The heading over it, where several places need the same. */
export const usedAnswersTitle = (): string => nls.localize('earshot/quality/used/title', 'Looked up for this call');
