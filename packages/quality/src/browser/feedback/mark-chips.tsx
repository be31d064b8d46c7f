import { markText } from '@earshot/assessment/lib/browser/filling/evidence-chips';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Icon, IconButton } from '@earshot/core/lib/browser/widgets';

/** Seconds of the recording that somebody refers to, to be played. */
export const MarkChips = ({ marks, onPlay, onRemove }: { readonly marks: readonly Evidence[]; onPlay(mark: Evidence): void; onRemove?(mark: Evidence): void }): React.ReactElement | null => marks.length === 0 ? null
    : <span className='q-mark-chips'>{marks.map(each => <span key={each.id} className='q-mark-chip'>
        <button type='button' className='q-mark-time e-figures' aria-label={nls.localize('earshot/quality/marks/play', 'Play {0}', markText(each))} onClick={() => onPlay(each)}><Icon name='play' />{markText(each)}</button>
        {onRemove && <IconButton icon='close' label={nls.localize('earshot/quality/marks/remove', 'Remove the mark at {0}', markText(each))} onClick={() => onRemove(each)} />}
    </span>)}</span>;
