import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Page, Tabs } from '@earshot/core/lib/browser/widgets';
import type { Interaction } from '../../common/interaction/interaction-contract';
import { ConversationForm } from './conversation-form';
import { ObservationForm } from './observation-form';

/** Interactions that come without a recording: conversations in writing, and what the evaluator was at. */
export default function NotePage({ query }: PageProps): React.ReactElement {
    const navigate = useNavigate();
    const setQuery = useSetQuery();
    const kind = query.get('kind') === 'observed' ? 'observed' : 'written';
    const done = ({ id }: Interaction): void => void navigate(`/quality/calls/${id}`);
    return <Page title={nls.localize('earshot/quality/note/title', 'Without a recording')} back={{ to: '/quality/calls', label: nls.localize('earshot/quality/calls/title', 'Calls') }}>
        <Tabs label={nls.localize('earshot/quality/note/kinds', 'Kind')} value={kind} onChange={next => setQuery({ kind: next === 'observed' ? next : null })} tabs={[
            { id: 'written', label: nls.localize('earshot/quality/note/written', 'In writing: chat, e-mail, text message') }, { id: 'observed', label: nls.localize('earshot/quality/note/observed', 'Observed: live, side by side, mystery') }
        ]}>
            {kind === 'observed' ? <ObservationForm onDone={done} /> : <ConversationForm onDone={done} />}
        </Tabs>
    </Page>;
}
