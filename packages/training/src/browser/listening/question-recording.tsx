import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Notice, Skeleton } from '@earshot/core/lib/browser/widgets';
import { RecordingPlayer } from '@earshot/media/lib/browser/player';
import { mediaOperations } from '@earshot/media/lib/common/media-contract';

/** What has to be listened to for an answer, played where it is asked. @param link that of the call */
export function QuestionRecording({ link, keys }: { readonly link: string; readonly keys: 'page' | 'none' }): React.ReactElement {
    const client = useClient(mediaOperations);
    const { data: recording, isPending } = useQuery({ queryKey: ['recording', 'of', link], retry: false, queryFn: ({ signal }) => client.recording.find({ subject: link }, { signal }) });
    if (isPending) {
        return <Skeleton lines={4} />;
    }
    return <div className='t-recording' role='group' aria-label={nls.localize('earshot/training/listening/recording', 'Recording')}>{recording
        ? <RecordingPlayer recordingId={recording.id} recording={recording} keys={keys} />
        : <Notice icon='mute'>{nls.localize('earshot/training/listening/gone', 'The recording cannot be listened to here and now.')}</Notice>}</div>;
}
