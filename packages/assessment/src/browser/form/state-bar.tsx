import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { FormVersionAction } from '@earshot/forms';
import { useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { useStore } from '@earshot/core/lib/browser/application/store';
import { Badge, Button, Icon, IconButton, formatTime } from '@earshot/core/lib/browser/widgets';
import type { FormVersion } from '../../common/assessment-contract';
import { formSteps } from '../../common/form/form-action';
import type { FormDraft } from './editor/form-draft';
import { actionText, errorsText, stateIcon, stateText, stateTone, versionText } from './words/state-text';

/** Whether everything is saved, when, and what to do where it is not. */
export function SavedState({ draft, onReload }: { readonly draft: FormDraft; onReload(): void }): React.ReactElement {
    const { phase, savedAt, error } = useStore(draft.state);
    const { describe } = useErrorText();
    switch (phase) {
        case 'saved': return <span className='a-saved' role='status'><Icon name='check' />{savedAt === undefined ? nls.localize('earshot/assessment/saving/saved', 'Saved') : nls.localize('earshot/assessment/saving/saved-at', 'Saved {0}', formatTime(savedAt))}</span>;
        case 'waiting':
        case 'saving': return <span className='a-saved' role='status'><Icon name='sync' />{nls.localize('earshot/assessment/saving/saving', 'Saving…')}</span>;
        case 'failed': return <span className='a-saved a-unsaved' role='status'><Icon name='warning' />{nls.localize('earshot/assessment/saving/failed', 'Not saved. {0}', describe(error))}
            <Button small onClick={() => void draft.flush().catch(() => { /* said here */ })}>{nls.localize('earshot/assessment/saving/retry', 'Try again')}</Button></span>;
        case 'overtaken': return <span className='a-saved a-unsaved' role='status'><Icon name='warning' />{nls.localize('earshot/assessment/saving/overtaken', 'Somebody else has changed this draft. Your last changes are not saved.')}
            <Button small onClick={onReload}>{nls.localize('earshot/assessment/saving/reload', 'Show theirs')}</Button></span>;
    }
}

export interface StateBarProps {
    readonly version: Pick<FormVersion, 'number' | 'state' | 'authorId'>;
    /** The draft where it is being edited. */
    readonly draft: FormDraft | undefined;
    readonly busy: boolean;
    /** Errors that stand in the way of the next step. */
    readonly errors: number;
    onAct(action: FormVersionAction): void;
    onReload(): void;
    readonly children?: React.ReactNode;
}

/** The action that leads on; the others lead back. */
const forward: readonly FormVersionAction[] = ['submit', 'publish', 'reinstate'];

/** In one bar: where the version stands, whether it is saved, and the next step. */
export function StateBar({ version, draft, busy, errors, onAct, onReload, children }: StateBarProps): React.ReactElement {
    const { may, person } = useSession();
    const own = version.authorId === person.id;
    // what one has written oneself is withdrawn, what others have written is returned to them
    const steps = formSteps(version.state).filter(each => may(each.permission) && may('form:write') && !(each.action === 'return' && own) && !(each.action === 'withdraw' && !own && may('form:publish')));
    return <div className='a-state-bar'>
        <strong>{versionText(version.number)}</strong>
        <Badge tone={stateTone[version.state]} icon={stateIcon[version.state]}>{stateText(version.state)}</Badge>
        {draft && <SavedState draft={draft} onReload={onReload} />}
        {draft && <Undo draft={draft} />}
        <span className='a-state-space' />
        {errors > 0 && <span className='a-hint'>{errorsText(errors)}</span>}
        {children}
        {steps.filter(each => !forward.includes(each.action)).map(each => <Button key={each.action} busy={busy} onClick={() => onAct(each.action)}>{actionText(each.action)}</Button>)}
        {steps.filter(each => forward.includes(each.action)).map(each => <Button key={each.action} variant='primary' busy={busy} disabled={errors > 0 && !draft} onClick={() => onAct(each.action)}>{actionText(each.action)}</Button>)}
    </div>;
}

function Undo({ draft }: { readonly draft: FormDraft }): React.ReactElement {
    const { past, future } = useStore(draft.state);
    return <span className='a-undo'>
        <IconButton icon='discard' keys='Ctrl+Z' label={nls.localize('earshot/assessment/editor/undo', 'Undo')} disabled={past.length === 0} onClick={draft.undo} />
        <IconButton icon='redo' keys='Ctrl+Y' label={nls.localize('earshot/assessment/editor/redo', 'Redo')} disabled={future.length === 0} onClick={draft.redo} />
    </span>;
}
