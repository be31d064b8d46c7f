import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Button } from '@earshot/core/lib/browser/widgets';
import { useTranscriptUpload } from './use-transcript';

/** Brings in a transcript, or another one; nothing is offered to those who may not. */
export function TranscriptUpload({ recordingId, replaces = false }: { readonly recordingId: string; readonly replaces?: boolean }): React.ReactElement | null {
    const { upload, uploading } = useTranscriptUpload(recordingId);
    const input = React.useRef<HTMLInputElement>(null);
    if (!upload) {
        return null;
    }
    return <span className='m-transcript-upload'>
        <input ref={input} type='file' hidden accept='.vtt,.srt,.json,.txt' onChange={event => {
            const file = event.target.files?.[0];
            if (file) {
                upload(file);
            }
            event.target.value = '';
        }} />
        <Button small variant={replaces ? 'quiet' : 'secondary'} icon='cloud-upload' busy={uploading} title={nls.localize('earshot/media/transcript/formats', 'WebVTT, SubRip, or JSON of a speech recogniser')} onClick={() => input.current?.click()}>
            {replaces ? nls.localize('earshot/media/transcript/replace', 'Bring in another transcript…') : nls.localize('earshot/media/transcript/add', 'Bring in a transcript…')}
        </Button>
    </span>;
}
