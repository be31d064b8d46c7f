import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useSession } from '@earshot/core/lib/browser/application';
import { Button, formatDateTime, Icon } from '@earshot/core/lib/browser/widgets';
import type { RecordingMask } from '../../common/masking/mask';
import type { Recording } from '../../common/media-contract';
import type { PlayerModel } from '../player/player-model';
import { rangeText } from '../player/player-words';
import { reasonName } from './mask-words';
import { useMaskHistory } from './use-masking';

export interface MaskListProps {
    readonly model: PlayerModel;
    readonly recording: Recording;
    onLift?(maskId: string): void;
}

/** What is masked and why; for those who mask, also by whom, and what was masked before. */
export function MaskList({ model, recording, onLift }: MaskListProps): React.ReactElement {
    const mayMask = useSession().may('recording:mask');
    return <ol className='m-list m-masks' aria-label={nls.localize('earshot/media/mask/list', 'Masked parts')}>
        {mayMask ? <History model={model} recording={recording} onLift={onLift} /> : recording.masks.map(each => <Entry key={each.id} mask={each} model={model} />)}
    </ol>;
}

function History({ model, recording, onLift }: MaskListProps): React.ReactElement {
    const { data } = useMaskHistory(recording);
    return <>{(data ?? []).map(({ liftedAt, liftedBy, madeAt, madeBy, ...mask }) => <Entry key={mask.id} mask={mask} model={model} lifted={liftedAt !== null}
        onLift={onLift && liftedAt === null ? () => onLift(mask.id) : undefined}
        history={<>
            {nls.localize('earshot/media/mask/by', 'masked by {0}, {1}', madeBy ?? '–', formatDateTime(madeAt))}
            {liftedAt !== null && ` · ${nls.localize('earshot/media/mask/lifted-by', 'lifted by {0}, {1}', liftedBy ?? '–', formatDateTime(liftedAt))}`}
        </>} />)}</>;
}

interface EntryProps { readonly mask: RecordingMask; readonly model: PlayerModel; readonly lifted?: boolean; readonly history?: React.ReactNode; onLift?(): void }

const Entry = ({ mask, model, lifted = false, history, onLift }: EntryProps): React.ReactElement => <li className='m-mask-entry' data-lifted={lifted || undefined}>
    <button type='button' className='m-list-entry' onClick={() => model.playRange([Math.max(0, mask.fromMs - 1000), Math.min(model.durationMs, mask.toMs + 1000)])}>
        <Icon name={lifted ? 'eye' : 'eye-closed'} />
        <span className='m-list-time e-figures'>{rangeText(mask.fromMs, mask.toMs)}</span>
        <span className='m-mask-reason'>{reasonName(mask.reason)}{history && <span className='m-list-note'>{history}</span>}</span>
    </button>
    {onLift && <Button small icon='eye' onClick={onLift}>{nls.localize('earshot/media/mask/lift', 'Lift')}</Button>}
</li>;
