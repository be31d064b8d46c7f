import { type PlayerController, type RecordingMark, RecordingPlayer, type TimeRange } from '@earshot/media/lib/browser/player';
import * as React from '@theia/core/shared/react';
import { ApiService, useService, useSession } from '@earshot/core/lib/browser/application';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { sendKept } from './draft/draft-transport';
import { ListeningLog } from './listening-log';

export interface EvaluationPlayerProps {
    readonly evaluation: Evaluation;
    readonly marks: readonly RecordingMark[];
    readonly openMark: string | undefined;
    onMarkOpen(id: string): void;
    onMarkRequest?(): void;
    readonly controllerRef: React.Ref<PlayerController>;
}

/** The recording of an evaluation. What its author listens to is noted. */
export function EvaluationPlayer({ evaluation: { id, evaluatorId, interaction, listened }, ...rest }: EvaluationPlayerProps): React.ReactElement | null {
    const api = useService(ApiService);
    const session = useSession();
    const author = session.person.id === evaluatorId;
    const log = React.useMemo(() => new ListeningLog(ranges => sendKept(api, 'POST', `/quality/evaluations/${id}/listening`, { ranges })), [api, id]);
    const heardBefore = React.useRef(listened.ranges);
    return session.may('recording:listen') ? <RecordingPlayer recordingId={interaction.recordingId} listened={heardBefore.current as readonly TimeRange[]} channelHeight={36}
        onListened={author && session.may('evaluation:write') ? ranges => void log.heard(ranges) : undefined} {...rest} /> : null;
}
