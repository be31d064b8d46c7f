import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { Button, formatTime, Icon, Notice } from '@earshot/core/lib/browser/widgets';
import type { AutosaveState } from './autosave';
import type { Saving } from './use-autosave';

/** "Saved 14:22", or what is in the way. */
export function SavedState({ state }: { readonly state: AutosaveState<unknown> }): React.ReactElement {
    const [icon, text] = ((): readonly [string, string] => {
        switch (state.phase) {
            case 'saved': return ['check', nls.localize('earshot/writing/saved/saved', 'Saved {0}', formatTime(state.savedAt))];
            case 'waiting': case 'sending': return ['sync', nls.localize('earshot/writing/saved/saving', 'Saving…')];
            case 'retrying': return ['cloud', nls.localize('earshot/writing/saved/offline', 'Not saved: no connection')];
            case 'refused': case 'conflict': case 'over': return ['warning', nls.localize('earshot/writing/saved/not', 'Not saved')];
        }
    })();
    return <span className={`w-saved w-saved-${state.phase}`} role='status'><Icon name={icon} />{text}</span>;
}

/** What the person has to decide before anything more is saved. */
export function SavingProblem({ state, showTheirs, keepMine }: Pick<Saving<unknown>, 'state' | 'showTheirs' | 'keepMine'>): React.ReactElement | null {
    const { describe, problems } = useErrorText();
    switch (state.phase) {
        case 'conflict': return <Notice tone='caution' actions={<>
            <Button small onClick={() => void showTheirs()}>{nls.localize('earshot/writing/saved/theirs', 'Show what was saved')}</Button>
            <Button small onClick={() => void keepMine()}>{nls.localize('earshot/writing/saved/mine', 'Save mine instead')}</Button>
        </>}>{nls.localize('earshot/writing/saved/conflict', 'Somebody else, or another window, has saved this draft meanwhile. What you write is not saved until you decide.')}</Notice>;
        case 'over': return <Notice tone='caution'>{nls.localize('earshot/writing/saved/over', 'This is no draft any more: somebody has gone a step further. Copy what you have written before you leave.')}</Notice>;
        case 'refused': return <Notice tone='critical'>{[describe(state.error), ...problems(state.error).map(each => each.text)].join(' ')}</Notice>;
        default: return null;
    }
}
