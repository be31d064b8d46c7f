import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatDuration } from '@earshot/core/lib/browser/widgets/format';
import { Icon } from '@earshot/core/lib/browser/widgets/icon';
import type { Evidence } from '../../common/assessment-contract';

/** A mark as people read it: `0:12–0:15`, or one moment. */
export const markText = ({ fromMs, toMs }: Pick<Evidence, 'fromMs' | 'toMs'>): string =>
    formatDuration(fromMs) === formatDuration(toMs) ? formatDuration(fromMs) : `${formatDuration(fromMs)}–${formatDuration(toMs)}`;

export interface EvidenceChipsProps {
    readonly evidence: readonly Evidence[];
    onPlay?(evidence: Evidence): void;
    onRemove?(evidence: Evidence): void;
}

/** The marks that prove a rating. A press plays one, Delete takes it away. */
export function EvidenceChips({ evidence, onPlay, onRemove }: EvidenceChipsProps): React.ReactElement | null {
    if (!evidence.length) {
        return null;
    }
    return <ul className='a-evidence' aria-label={nls.localize('earshot/assessment/evidence/label', 'Evidence')}>
        {evidence.map(mark => {
            const text = markText(mark);
            const inside = <><Icon name={onPlay ? 'play' : 'bookmark'} /><span className='e-figures'>{text}</span>{mark.note && <span className='a-mark-note'>{mark.note}</span>}</>;
            return <li key={mark.id} className='a-mark'>
                {onPlay ? <button type='button' className='a-mark-play' data-stop='' aria-label={nls.localize('earshot/assessment/evidence/play', 'Play {0}', text)} onClick={() => onPlay(mark)}
                    onKeyDown={event => {
                        if (onRemove && (event.key === 'Delete' || event.key === 'Backspace')) {
                            event.preventDefault();
                            event.stopPropagation();
                            onRemove(mark);
                        }
                    }}>{inside}</button> : <span className='a-mark-play'>{inside}</span>}
                {onRemove && <button type='button' className='a-mark-remove' tabIndex={onPlay ? -1 : 0} aria-label={nls.localize('earshot/assessment/evidence/remove', 'Remove {0}', text)} onClick={() => onRemove(mark)}><Icon name='close' /></button>}
            </li>;
        })}
    </ul>;
}
