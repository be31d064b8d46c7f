import { type PlayerController, TranscriptPane, useTranscript } from '@earshot/media/lib/browser/player';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { usePreference, useSession } from '@earshot/core/lib/browser/application';
import { Tabs } from '@earshot/core/lib/browser/widgets';
import type { EvidencePlayer } from '../conversation/conversation';

export interface TranscriptBesideProps {
    /** Null where there is nothing to hear. */
    readonly recordingId: string | null;
    readonly player: React.RefObject<EvidencePlayer>;
    /** How many marks there are, to be seen while the transcript is open. */
    readonly marks: number;
    /** Marks, notes and figures. */
    readonly children: React.ReactNode;
}

/** Beside the form: what is said, or marks, notes and figures. Without a recording only the latter. */
export const TranscriptBeside = ({ recordingId, children, ...rest }: TranscriptBesideProps): React.ReactElement => recordingId === null ? <>{children}</>
    : <BesideRecording recordingId={recordingId} {...rest}>{children}</BesideRecording>;

type Side = 'transcript' | 'notes';

function BesideRecording({ recordingId, player, marks, children }: TranscriptBesideProps & { readonly recordingId: string }): React.ReactElement {
    const session = useSession();
    const { data } = useTranscript(recordingId);
    const [preferred, prefer] = usePreference<Side>('quality.evaluation.side', 'transcript');
    const [looked, look] = React.useState<Side>('notes');
    if (!data && !session.may('recording:transcribe')) {
        return <>{children}</>;
    }
    const side = data ? preferred : looked;            // where there is none yet, it is not what one is looking for
    return <Tabs<Side> label={nls.localize('earshot/quality/transcript/sides', 'Beside the form')} value={side} onChange={data ? prefer : look}
        tabs={[{ id: 'transcript', label: nls.localize('earshot/quality/transcript/tab', 'Transcript') }, { id: 'notes', label: nls.localize('earshot/quality/transcript/notes', 'Marks and figures'), count: marks || undefined }]}>
        {/* what plays a recording can do all that its player can */}
        {side === 'transcript' ? <TranscriptPane recordingId={recordingId} player={player as React.RefObject<PlayerController>} /> : <>{children}</>}
    </Tabs>;
}
