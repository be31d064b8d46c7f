import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Badge, formatDateTime, IconButton, Skeleton } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { AnswerUse } from '@earshot/core/lib/common/search/search-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { useShownCall } from './shown-call';

/** What was looked up and linked to a call, as it was shown then, with who did so and when. While it is shown, the quick panel links to this call. @param own whether the person is the one on the call */
export function UsedAnswers({ id, callId, own = false }: { readonly id: string; readonly callId: string; readonly own?: boolean }): React.ReactElement {
    useShownCall(id, callId, own);
    const client = useClient(coreContract);
    const { data } = useQuery({
        queryKey: ['linked-answer', id], queryFn: ({ signal }) => client.search.linkedAnswers({ interaction: linkTo('quality', 'interactions', id) }, { signal })
    });
    const takeBack = useChange({ run: (answer: string) => client.search.unlinkAnswer({ id: answer }), invalidates: [['linked-answer']] });
    if (!data) {
        return <Skeleton lines={1} />;
    }
    return data.length === 0 ? <p className='q-quiet'>{nls.localize('earshot/quality/used/none', 'Nothing yet. What is opened or read out during the call from Ctrl+K is noted here; Ctrl+Enter says that it was used.')}</p>
        : <ul className='q-used'>{data.map(each => <li key={each.id}>
            <div>
                <Link to={each.shown && each.shown.state !== 'current' ? each.shown.path : each.link}>{each.title}</Link>
                {each.shown && each.shown.state !== 'current' && <Badge tone='caution'>{each.shown.state === 'gone' ? nls.localize('earshot/quality/used/gone', 'Since withdrawn') : nls.localize('earshot/quality/used/changed', 'Since changed')}</Badge>}
                <span className='q-quiet e-figures'>{textOfUse(each.how)} · {each.personName} · {formatDateTime(each.at)}</span>
            </div>
            {each.own && <IconButton icon='close' label={nls.localize('earshot/quality/used/not-used', 'Take back: “{0}” was not used in this call', each.title)} onClick={() => takeBack.mutate(each.id)} />}
        </li>)}</ul>;
}

const textsOfUse: Readonly<Record<AnswerUse, () => string>> = {
    opened: () => nls.localize('earshot/quality/used/opened', 'Opened'), 'read-out': () => nls.localize('earshot/quality/used/read-out', 'Read out'), used: () => nls.localize('earshot/quality/used/used', 'Used')
};
const textOfUse = (how: AnswerUse): string => textsOfUse[how]();

/** The heading over it, where several places need the same. */
export const usedAnswersTitle = (): string => nls.localize('earshot/quality/used/title', 'Looked up for this call');
