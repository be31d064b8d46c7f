import { problemText } from '@earshot/media/lib/browser/player';
import { mediaOperations, type Recording } from '@earshot/media/lib/common/media-contract';
import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Button, Icon, Notice, Progress } from '@earshot/core/lib/browser/widgets';
import type { ImportCall } from './import-list';

/** Milliseconds between two looks at a recording that is being prepared, besides the events that tell of it. */
const LOOK_AGAIN = 2000;

/** What became of a call that is imported, in words. */
export function ImportStatus({ call, onRetry }: { readonly call: ImportCall; onRetry(): void }): React.ReactElement | null {
    const { describe, problems } = useErrorText();
    const { state } = call;
    switch (state.kind) {
        case 'editing': return null;
        case 'waiting': return <p className='q-import-status'><Icon name='watch' />{nls.localize('earshot/quality/import/waiting', 'Waits its turn')}</p>;
        case 'sending': return <div className='q-import-status'><Progress showLabel value={state.share} label={state.share === null ? nls.localize('earshot/quality/import/looking', 'The server looks into it') : nls.localize('earshot/quality/import/sending', 'Sending')} /></div>;
        case 'done': return <Prepared interactionId={state.interactionId} recordingId={state.recordingId} />;
        case 'known': return <Notice tone='caution' actions={state.interactionId && <Link to={`/quality/calls/${state.interactionId}`}>{nls.localize('earshot/quality/import/show-known', 'Show that call')}</Link>}>
            {state.reason === 'duplicate' ? nls.localize('earshot/quality/import/duplicate', 'This recording is there already: the very same bytes were imported before.')
                : nls.localize('earshot/quality/import/call-id-taken', 'Another call has this number already. Give this one another number, if it is another call.')}
        </Notice>;
        case 'failed': {
            const reasons = problems(state.error);
            return <Notice tone='critical' actions={<Button small icon='refresh' onClick={onRetry}>{nls.localize('earshot/quality/import/retry', 'Try again')}</Button>}>
                {reasons.length > 0 ? reasons.map(each => each.text).join(' ') : describe(state.error)}
            </Notice>;
        }
    }
}

/** After the upload: how far the recording is being prepared, and the way to the call. */
function Prepared({ interactionId, recordingId }: { readonly interactionId: string; readonly recordingId: string | null }): React.ReactElement {
    const client = useClient(mediaOperations);
    const mayListen = useSession().may('recording:listen');
    const { data } = useQuery({
        queryKey: ['recording', recordingId], enabled: mayListen && recordingId !== null, queryFn: ({ signal }) => client.recording.get({ id: recordingId! }, { signal }) as Promise<Recording>,
        refetchInterval: query => query.state.data?.state === 'processing' ? LOOK_AGAIN : false
    });
    const open = <Link to={`/quality/calls/${interactionId}`}>{nls.localize('earshot/quality/import/show', 'Show the call')}</Link>;
    if (data?.state === 'processing') {
        return <div className='q-import-status'><Progress showLabel value={data.progress} label={nls.localize('earshot/quality/import/preparing', 'Imported; the recording is being prepared')} />{open}</div>;
    }
    if (data?.state === 'failed') {
        return <Notice tone='critical' actions={open}>{nls.localize('earshot/quality/import/not-playable', 'Imported, but the recording cannot be played.')} {problemText(data.problem?.code ?? 'unexpected') ?? problemText('unexpected')}</Notice>;
    }
    return <p className='q-import-status q-good'><Icon name='pass' />{nls.localize('earshot/quality/import/done', 'Imported')} {open}</p>;
}
