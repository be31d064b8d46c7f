import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useChange, useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { Button, formatDate, Icon, Notice, Progress } from '@earshot/core/lib/browser/widgets';
import { type ContentDeletion, mediaOperations, type Recording } from '../../common/media-contract';
import { problemText, warningText } from './problem-words';

export const ProcessingRecording = ({ recording }: { readonly recording: Recording }): React.ReactElement => <div className='m-state' role='status'>
    <Progress value={recording.progress} showLabel label={nls.localize('earshot/media/state/processing', 'The recording is being prepared')} />
    <p className='m-state-text'>{nls.localize('earshot/media/state/processing-detail', 'It appears here by itself as soon as it can be played.')}</p>
</div>;

const retryLabel = (): string => nls.localize('earshot/media/state/retry', 'Process again');

function useRetry({ id }: Recording): { readonly busy: boolean; /** Absent where the person may not. */ readonly retry: (() => void) | undefined } {
    const client = useClient(mediaOperations);
    const session = useSession();
    const { isPending, mutate } = useChange({
        run: () => client.recording.retry({ id }), invalidates: [['recording']],
        done: () => nls.localize('earshot/media/state/retried', 'The recording is being processed again.')
    });
    return { busy: isPending, retry: session.may('recording:correct') ? () => mutate(undefined) : undefined };
}

/** Why a recording cannot be played, and what to do. The original is kept, so it can be processed again. */
export function FailedRecording({ recording }: { readonly recording: Recording }): React.ReactElement {
    const { retry, busy } = useRetry(recording);
    const code = recording.problem?.code ?? 'unexpected';
    return <Notice tone='critical' actions={retry && <Button small icon='refresh' busy={busy} onClick={retry}>{retryLabel()}</Button>}>
        <strong>{nls.localize('earshot/media/state/failed', 'This recording cannot be played.')}</strong> {problemText(code) ?? problemText('unexpected')}
    </Notice>;
}

/** Nothing is left to be heard. What was said about it is still there. */
export const DeletedRecording = ({ deletion }: { readonly deletion: ContentDeletion | null }): React.ReactElement => <div className='m-state' role='status'>
    <p className='m-deleted'><Icon name='trash' /> <strong>{deletion?.rule
        ? nls.localize('earshot/media/state/deleted-by-rule', 'Recording deleted on {0} under the rule “{1}”', formatDate(deletion.at), deletion.rule)
        : nls.localize('earshot/media/state/deleted', 'Recording deleted on {0}', formatDate(deletion?.at ?? ''))}</strong></p>
    <p className='m-state-text'>{nls.localize('earshot/media/state/deleted-detail', 'Evaluations, marks and figures are kept.')}</p>
</div>;

export function MissingRecording({ error, onRetry }: { readonly error: unknown; onRetry(): void }): React.ReactElement {
    const { describe } = useErrorText();
    return <Notice tone='critical' actions={<Button small icon='refresh' onClick={onRetry}>{nls.localize('earshot/media/state/load-again', 'Load again')}</Button>}>{describe(error)}</Notice>;
}

export const RecordingWarnings = ({ warnings }: { readonly warnings: readonly string[] }): React.ReactElement | null => warnings.length === 0 ? null
    : <div className='m-warnings'>{warnings.map(each => <Notice key={each} tone='caution'>{warningText(each)}</Notice>)}</div>;

/** The recording has masks, but is not yet in a form in which parts can be silenced. Converting it may have failed or been cancelled: it can be started again. */
export function MaskingRecording({ recording, onUnmasked }: { readonly recording: Recording; onUnmasked?(): void }): React.ReactElement {
    const { retry, busy } = useRetry(recording);
    return <div className='m-state' role='status'>
        <Progress value={null} showLabel label={nls.localize('earshot/media/state/masking', 'A part of this recording is being masked')} />
        <p className='m-state-text'>{nls.localize('earshot/media/state/masking-detail', 'It can be heard again in a moment, without that part.')}</p>
        <span>
            {onUnmasked && <Button small icon='eye' onClick={onUnmasked}>{nls.localize('earshot/media/mask/unmasked', 'Hear masked parts')}</Button>}
            {retry && <Button small variant='quiet' icon='refresh' busy={busy} onClick={retry}>{retryLabel()}</Button>}
        </span>
    </div>;
}

export const SoundFailed = ({ onRetry }: { onRetry(): void }): React.ReactElement =>
    <Notice tone='critical' actions={<Button small icon='refresh' onClick={onRetry}>{nls.localize('earshot/media/state/load-again', 'Load again')}</Button>}>
        {nls.localize('earshot/media/state/sound-failed', 'The sound does not arrive from the server. What you have written is not affected.')}
    </Notice>;
