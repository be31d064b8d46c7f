import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { Button, formatTime, Icon, Notice } from '@earshot/core/lib/browser/widgets';
import type { DraftState } from './draft-state';

/** "Saved 14:22", "Saving…", "Not saved – trying again": always in the same place, and spoken only when there is trouble. */
export function SavedState({ state }: { readonly state: DraftState }): React.ReactElement {
    const { phase, submitting, savedAt, attempts } = state;
    const trouble = phase === 'retrying' ? attempts > 1 || !submitting ? nls.localize('earshot/quality/draft/retrying', 'Not saved – trying again') : undefined
        : phase === 'conflict' || phase === 'refused' ? nls.localize('earshot/quality/draft/not-saved', 'Not saved') : undefined;
    const text = trouble ?? (phase === 'quiet' ? nls.localize('earshot/quality/draft/saved', 'Saved {0}', formatTime(savedAt))
        : submitting ? nls.localize('earshot/quality/draft/submitting', 'Submitting…') : nls.localize('earshot/quality/draft/saving', 'Saving…'));
    return <span className='q-saved' data-phase={trouble ? 'trouble' : phase}>
        <Icon name={trouble ? 'warning' : phase === 'quiet' ? 'check' : 'sync'} />
        <span className='e-figures'>{text}</span>
        <span role='status' className='e-hidden'>{trouble}</span>
    </span>;
}

export interface DraftNoticesProps {
    readonly state: DraftState;
    /** In how many questions the two versions differ. */
    readonly differences: number;
    onTakeOver(): void;
    onShowTheirs(): void;
}

/** What the person has to know or decide about saving, where it is not simply going well. */
export function DraftNotices({ state, differences, onTakeOver, onShowTheirs }: DraftNoticesProps): React.ReactElement | null {
    const { describe, problems } = useErrorText();
    if (state.phase === 'conflict' && state.theirs) {
        return <Notice tone='caution' actions={<>
            <Button small onClick={onShowTheirs}>{nls.localize('earshot/quality/draft/show-theirs', 'Show theirs')}</Button>
            <Button small variant='primary' onClick={onTakeOver}>{nls.localize('earshot/quality/draft/take-over', 'Take over here')}</Button>
        </>}>
            {nls.localize('earshot/quality/draft/conflict', 'This evaluation was also changed in another tab or on another device, last at {0}. Questions that differ: {1}. “Take over here” saves what you see; “Show theirs” shows what was saved there.', formatTime(state.theirs.savedAt), differences)}
        </Notice>;
    }
    if (state.phase === 'retrying' && state.attempts > 1) {
        return <Notice tone='caution' icon='debug-disconnect'>{nls.localize('earshot/quality/draft/offline', 'The server cannot be reached. What you write is kept in this browser and saved as soon as the connection is back.')}</Notice>;
    }
    if (state.phase === 'refused') {
        return <Notice tone='critical'>{[describe(state.error), ...problems(state.error).map(each => each.text)].join(' ')}</Notice>;
    }
    return null;
}
