import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Icon } from '@earshot/core/lib/browser/widgets';
import { inOrder, type RecordingMark } from '../../common/player/mark-clusters';
import { rangeText } from './player-words';

export interface MarkListProps {
    readonly marks: readonly RecordingMark[];
    readonly openMark: string | undefined;
    onMark(id: string): void;
}

/** The marks in words, in the order of the call: each plays its stretch. */
export function MarkList({ marks, openMark, onMark }: MarkListProps): React.ReactElement {
    const sorted = React.useMemo(() => inOrder(marks), [marks]);
    return <ol className='m-list' aria-label={nls.localize('earshot/media/mark/list', 'Marks')}>
        {sorted.map(mark => <li key={mark.id}>
            <button type='button' className='m-list-entry' aria-current={mark.id === openMark || undefined} onClick={() => onMark(mark.id)}>
                <Icon name='play' />
                <span className='m-list-time e-figures'>{rangeText(mark.fromMs, mark.toMs)}</span>
                <span className='m-list-pin' data-tone={mark.tone}>{mark.label}</span>
                <span>{mark.title}{mark.note && <span className='m-list-note'>{mark.note}</span>}</span>
            </button>
        </li>)}
    </ol>;
}
