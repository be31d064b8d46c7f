import type { RecordingMark, TimeRange } from '@earshot/media/lib/browser/player';
import * as React from '@theia/core/shared/react';
import { ApiService, useService, useSession } from '@earshot/core/lib/browser/application';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { EvidencePlayer } from '../conversation/conversation';
import { InteractionPlayer } from '../conversation/interaction-player';
import { sendKept } from './draft/draft-transport';
import { ListeningLog } from './listening-log';

export interface EvaluationPlayerProps {
    readonly evaluation: Evaluation;
    readonly marks: readonly RecordingMark[];
    readonly openMark: string | undefined;
    onMarkOpen(id: string): void;
    onMarkRequest?(): void;
    readonly controllerRef: React.Ref<EvidencePlayer>;
}

/** What an evaluation is about, to be heard or read. What its author listens to is noted. */
export function EvaluationPlayer({ evaluation: { id, evaluatorId, interaction, listened }, ...rest }: EvaluationPlayerProps): React.ReactElement {
    const api = useService(ApiService);
    const session = useSession();
    const author = session.person.id === evaluatorId;
    const log = React.useMemo(() => new ListeningLog(ranges => sendKept(api, 'POST', `/quality/evaluations/${id}/listening`, { ranges })), [api, id]);
    const heardBefore = React.useRef(listened.ranges);
    return <InteractionPlayer interaction={interaction} listened={heardBefore.current as readonly TimeRange[]} channelHeight={36}
        onListened={author && session.may('evaluation:write') ? ranges => void log.heard(ranges) : undefined} {...rest} />;
}
