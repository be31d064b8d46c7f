import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Notice, Skeleton } from '@earshot/core/lib/browser/widgets';
import { mediaOperations } from '@earshot/media/lib/common/media-contract';

/** The player comes with the first recording, not with every exam. */
const Player = React.lazy(() => import('@earshot/media/lib/browser/player/recording-player.js').then(({ RecordingPlayer }) => ({ default: RecordingPlayer })));

/** What has to be listened to for an answer, played where it is asked. @param link that of the call */
export function QuestionRecording({ link }: { readonly link: string }): React.ReactElement {
    const client = useClient(mediaOperations);
    const { data: recording, isPending } = useQuery({ queryKey: ['recording', 'of', link], retry: false, queryFn: ({ signal }) => client.recording.find({ subject: link }, { signal }) });
    const waiting = <Skeleton lines={4} />;
    if (isPending) {
        return waiting;
    }
    return <div className='t-recording' role='group' aria-label={nls.localize('earshot/training/listening/recording', 'Recording')}>{recording
        ? <React.Suspense fallback={waiting}><Player recordingId={recording.id} recording={recording} /></React.Suspense>
        : <Notice icon='mute'>{nls.localize('earshot/training/listening/gone', 'The recording cannot be listened to here and now.')}</Notice>}</div>;
}
